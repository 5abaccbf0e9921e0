import type {
  FreedomsDefinition,
  MatrixDefinition,
  PrioritiesDefinition,
  TablesDefinition,
} from '#contract/analysisDefinition.ts';
import type { ConcernDefinition } from '#contract/concern.ts';
import type { FreedomsResult } from '#contract/freedoms.ts';
import type { MatrixIndependence, MatrixResult, PairResult } from '#contract/matrix.ts';
import type { Value } from '#contract/source.ts';
import type { TableResult } from '#contract/table.ts';
import type { Ranking } from '../priorities/priorityRows.ts';

/** The survey that a result is of, as far as words around it say. */
export interface AnsweredSurvey {
  readonly name: string;
  /** What the file calls itself, or its name. */
  readonly file: string;
  readonly madeUp: boolean;
  readonly rows: number;
  readonly concerns: readonly ConcernDefinition[];
  /** What the codes of their variables mean. */
  readonly answers: ReadonlyMap<string, readonly { readonly value: Value; readonly label: string }[]>;
}

/** An analysis with the answers to all that it asks: what a figure, a table or a script is made from. */
export type AnsweredAnalysis = { readonly survey: AnsweredSurvey } & (
  | {
      readonly room: 'matrix';
      readonly definition: MatrixDefinition;
      readonly result: MatrixResult;
      readonly independence: MatrixIndependence;
      /** `null`: none is looked at. */
      readonly pair: PairResult | null;
    }
  | { readonly room: 'freedoms'; readonly definition: FreedomsDefinition; readonly result: FreedomsResult }
  | { readonly room: 'tables'; readonly definition: TablesDefinition; readonly result: TableResult }
  | {
      readonly room: 'priorities';
      readonly definition: PrioritiesDefinition;
      readonly result: Ranking;
      /** The concern that is looked at, by its groups; `null`: none is. */
      readonly concern: Ranking | null;
    }
);
