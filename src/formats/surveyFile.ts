import type { ColumnChunk } from '#engine/survey/column.ts';
import type { MultipleResponseSet } from '#engine/survey/multipleResponseSet.ts';
import type { Attribute, Variable } from '#engine/survey/variable.ts';
import type { Choices } from './reading.ts';

/** A survey file of others, opened: its dictionary is read, its rows are not. */
export interface SurveyFile {
  readonly format: SurveyFileFormat;
  /** Where files of the format differ by it. */
  readonly formatVersion?: string;
  /** Name of the character encoding as WHATWG names it, for example `utf-8`, `windows-1252`. */
  readonly encoding: string;
  /** As the header says; `null` where only reading to the end can tell. */
  readonly rowCount: number | null;
  readonly fileLabel: string;
  readonly variables: readonly Variable[];
  /** Name of the variable that the file declares as its weight, or `null`. */
  readonly weight: string | null;
  /** As the file declares them; empty for formats that have none. */
  readonly multipleResponseSets: readonly MultipleResponseSet[];
  /** What the file's makers wrote about it: documents of SPSS, notes of Stata. A text may have several lines. */
  readonly notes?: readonly string[];
  /** What else the file says of itself, by name. */
  readonly attributes?: readonly Attribute[];
  /** Where labels come in several languages: all of them, that of the labels themselves first. */
  readonly languages?: readonly SurveyLanguage[];
  /** Left out by formats that leave no choice. */
  readonly choices?: Choices;
  /**
   * Rows in chunks, in file order. Memory is bounded by `chunkRows`. The arrays of a chunk
   * are reused for the next one. Throws `Problem` where the file is damaged or cut off.
   */
  read(options?: ReadOptions): AsyncIterable<ColumnChunk>;
  close(): void;
}

export interface SurveyLanguage {
  readonly name: string;
  /** The file's label in this language; empty where it has none. */
  readonly fileLabel: string;
}

export interface ReadOptions {
  /** Names of the variables wanted, in the order wanted; all of them when left out. */
  readonly variables?: readonly string[];
  readonly chunkRows?: number;
  /** Called at least once a chunk with the share of the file that has been read, 0–1. */
  readonly onProgress?: (fraction: number) => void;
}

export type SurveyFileFormat = 'sav' | 'zsav' | 'por' | 'dta' | 'csv' | 'xlsx' | 'xls' | 'fixed' | 'parquet';
