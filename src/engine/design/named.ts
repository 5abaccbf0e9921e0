import type { Column } from '../survey/column.ts';

export interface Named<Values> {
  readonly name: string;
  readonly values: Values;
}

export interface NamedColumn {
  readonly name: string;
  readonly column: Column;
}
