import type { Shown } from '#contract/estimate.ts';
import type { Surroundings } from './analysis/surroundings.ts';

/*
 * A result as a table that leaves the app, whatever it is written as: what stands in the window's table, in the
 * same order and with the same texts, and behind each text its number. What may not be shown has none.
 */

/** How a number is written: shares are 0–1. */
export interface NumberFormat {
  readonly kind: 'share' | 'number' | 'count' | 'signed' | 'points';
  readonly decimals: number;
}

export interface DocumentFigure {
  /** `null` where there is none, or it may not be shown. */
  readonly value: number | null;
  /** As the reader sees it, without parentheses for few respondents. */
  readonly text: string;
  readonly format: NumberFormat;
}

/** What stands beside the figure that a cell is about. */
export type BesideName = 'n' | 'weightedN' | 'se' | 'deff';
export interface BesideFigure extends DocumentFigure {
  readonly name: BesideName;
}

export interface DocumentInterval {
  readonly low: number;
  readonly high: number;
  /** With its parentheses: (74–82). */
  readonly text: string;
  readonly format: NumberFormat;
}

/** `absent`: nothing to show; `words`: text, as that of a test. */
export type CellState = Shown | 'absent' | 'words';

export interface DocumentCell extends DocumentFigure {
  /** As printed: with its parentheses, or the sign in the place of a figure. */
  readonly text: string;
  readonly state: CellState;
  /** Printed bold: other than what may be chance. */
  readonly strong: boolean;
  /** Of columns or groups that are lower. */
  readonly letters: string;
  /** ▲ or ▼, where it differs from all others. */
  readonly sign: string;
  /** Of the reason in the notes why it, or its interval, is not there: ¹, ². */
  readonly mark: string;
  readonly interval: DocumentInterval | null;
  readonly beside: readonly BesideFigure[];
  /** Over so many columns. */
  readonly columns: number;
}

export interface DocumentLabel {
  readonly text: string;
  /** Of a label that is a number, as a rank. */
  readonly value: number | null;
}

export interface DocumentRow {
  readonly kind: 'category' | 'net' | 'mean' | 'base' | 'test' | 'total';
  /** One for each label column. */
  readonly labels: readonly DocumentLabel[];
  readonly cells: readonly DocumentCell[];
}

/** Rows under a heading; without one for the only section. */
export interface DocumentSection {
  readonly heading: string;
  /** Why there are no rows; empty where there are. */
  readonly problem: string;
  readonly rows: readonly DocumentRow[];
}

export interface DocumentHead {
  readonly text: string;
  /** By which other columns are compared with it; empty where none are. */
  readonly letter: string;
  readonly columns: number;
  readonly rows: number;
}

export interface DocumentTable {
  /** Of one of several tables; empty for the only one. */
  readonly name: string;
  /** Of the label columns; each goes over all header rows. */
  readonly labelHeads: readonly string[];
  /** Header rows over the figures. */
  readonly heads: readonly (readonly DocumentHead[])[];
  readonly columnCount: number;
  readonly sections: readonly DocumentSection[];
}

/** Words for the columns that a spreadsheet sets apart, and for what no table says beside its figures. */
export interface DocumentWords {
  readonly low: string;
  readonly high: string;
  readonly letters: string;
  readonly beside: Readonly<Record<BesideName, string>>;
  /** The same in front of a figure: n, N, se, deff. */
  readonly short: Readonly<Record<BesideName, string>>;
  /** The caption's label: Table. */
  readonly table: string;
  /** After the caption's number, where a wide table goes on beneath itself. */
  readonly continued: string;
  /** The name of the sheet of notes, and its parts. */
  readonly notes: string;
  readonly definitions: string;
}

export interface TableDocument extends Surroundings {
  readonly locale: string;
  readonly tables: readonly DocumentTable[];
  readonly definitions: readonly { readonly term: string; readonly text: string }[];
  readonly words: DocumentWords;
}
