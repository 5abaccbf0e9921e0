import type { ColumnChunk } from '#engine/survey/column.ts';
import type { MultipleResponseSet } from '#engine/survey/multipleResponseSet.ts';
import type { Attribute, Variable } from '#engine/survey/variable.ts';
import type { SurveyLanguage } from './surveyFile.ts';

/** A survey on its way into a file: what every writer is given. */
export interface SurveyOutput {
  readonly fileLabel: string;
  /** Texts that go with the file, each of one or several lines: its notes. */
  readonly documents: readonly string[];
  /** What else is said of the survey, by name. */
  readonly attributes?: readonly Attribute[];
  /** Where variables have `translations`: all languages, that of the labels themselves first. */
  readonly languages?: readonly SurveyLanguage[];
  /** Name of the variable to declare as the file's weight. */
  readonly weight: string | null;
  /** ISO local time, for example `2011-03-01T12:00:00`; given, so that the same survey gives the same bytes. */
  readonly createdAt: string;
  readonly rowCount: number;
  /** With the whole rule of what is missing, whoever declared it. */
  readonly variables: readonly Variable[];
  readonly multipleResponseSets: readonly MultipleResponseSet[];
  /** All rows in order, columns in the order of `variables`. Writers ask more than once: first to measure. */
  chunks(): AsyncIterable<ColumnChunk>;
}
