import type { FileMetaData, SchemaElement } from 'hyparquet';
import {
  nothingMissing,
  type ValueLabel,
  type Variable,
  type VariableType,
} from '#engine/survey/variable.ts';

/** How the values that the library hands over become numbers; `text`: they are texts. */
export type ValueReading = 'text' | 'number' | 'truth' | 'decimal' | 'time';

export interface ParquetVariable {
  readonly variable: Variable;
  readonly column: string;
  readonly reading: ValueReading;
  /** Of a decimal: digits after the point. Of a time: steps in a second. */
  readonly scale: number;
}

const truths: readonly ValueLabel[] = [
  { value: 0, label: 'FALSE' },
  { value: 1, label: 'TRUE' },
];

/** Columns that can be variables, and the names of those that cannot: lists, records, pictures of places. */
export function parquetVariables({ schema, row_groups: groups }: FileMetaData): {
  readonly variables: ParquetVariable[];
  readonly leftOut: string[];
} {
  const variables: ParquetVariable[] = [];
  const leftOut: string[] = [];
  let at = 1;
  while (at < schema.length) {
    const element = schema[at];
    const isFlat = (element.num_children ?? 0) === 0 && element.repetition_type !== 'REPEATED';
    const read = isFlat ? readingOf(element, isLarge(groups, element.name)) : null;
    if (read === null) leftOut.push(element.name);
    else variables.push(variableOf(element.name, read));
    at = afterElement(schema, at);
  }
  return { variables, leftOut };
}

interface Read {
  readonly type: VariableType;
  readonly reading: ValueReading;
  readonly scale?: number;
}

function variableOf(column: string, { type, reading, scale = 1 }: Read): ParquetVariable {
  return {
    variable: {
      name: column,
      label: '',
      type,
      measure: 'unknown',
      valueLabels: reading === 'truth' ? truths : [],
      missing: nothingMissing,
    },
    column,
    reading,
    scale,
  };
}

/** Source: parquet-format, LogicalTypes.md. */
function readingOf(element: SchemaElement, large: boolean): Read | null {
  const { type, converted_type: converted, logical_type: logical, scale } = element;
  const kind = logical?.type ?? converted ?? '';
  if (kind === 'DECIMAL') return { type: 'numeric', reading: 'decimal', scale: scale ?? 0 };
  if (kind === 'DATE') return { type: 'date', reading: 'number' };
  if (kind.startsWith('TIMESTAMP') || type === 'INT96') return { type: 'datetime', reading: 'number' };
  if (kind.startsWith('TIME')) return { type: 'time', reading: 'time', scale: stepsASecond(element) };
  if (type === 'BOOLEAN') return { type: 'numeric', reading: 'truth' };
  if (type === 'BYTE_ARRAY') {
    return ['', 'UTF8', 'STRING', 'ENUM'].includes(kind) ? { type: 'text', reading: 'text' } : null;
  }
  if (type === 'FIXED_LEN_BYTE_ARRAY') {
    if (kind === 'UUID') return { type: 'text', reading: 'text' };
    return kind === 'FLOAT16' ? { type: 'numeric', reading: 'number' } : null;
  }
  return large ? { type: 'text', reading: 'text' } : { type: 'numeric', reading: 'number' };
}

function stepsASecond({ converted_type: converted, logical_type: logical }: SchemaElement): number {
  const unit = logical?.type === 'TIME' ? logical.unit : converted === 'TIME_MILLIS' ? 'MILLIS' : 'MICROS';
  return { MILLIS: 1e3, MICROS: 1e6, NANOS: 1e9 }[unit];
}

/** Whole numbers that no double holds are ids: they stay as they are, as text. */
function isLarge(groups: FileMetaData['row_groups'], name: string): boolean {
  return groups.some(({ columns }) => {
    const data = columns.find(({ meta_data: one }) => one?.path_in_schema.join('.') === name)?.meta_data;
    const bounds = [data?.statistics?.min_value, data?.statistics?.max_value];
    return bounds.some((bound) => typeof bound === 'bigint' && !Number.isSafeInteger(Number(bound)));
  });
}

/** Where the next column begins: the schema is a tree, written with its branches after each other. */
function afterElement(schema: readonly SchemaElement[], at: number): number {
  let left = 1;
  let next = at;
  while (left > 0 && next < schema.length) left += (schema[next++].num_children ?? 0) - 1;
  return next;
}
