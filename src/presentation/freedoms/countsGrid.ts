import type { FreedomsResult } from '#contract/freedoms.ts';
import { colourAt, readableOn } from '../charts/colour.ts';
import type { Palette } from '../charts/palette.ts';
import type { Formats } from '../text/createFormats.ts';
import type { SplitWords } from './splitRows.ts';

export interface CountCell {
  readonly text: string;
  readonly intervalText: string;
  readonly fill: string;
  readonly ink: string;
}

export interface CountsGrid {
  readonly columns: readonly number[];
  readonly rows: readonly {
    readonly fear: number;
    readonly cells: readonly CountCell[];
    readonly total: CountCell;
  }[];
  readonly totals: readonly CountCell[];
}

export type CountWords = Pick<SplitWords, 'suppressed' | 'bracket'>;

/** Number of fear by number of want concerns as a shaded table. Cells that nobody is in stay empty. */
export function countsGrid(
  { counts, fearCounts, wantCounts }: FreedomsResult,
  formats: Formats,
  palette: Palette,
  words: CountWords,
): CountsGrid {
  const largest = Math.max(...counts.map(({ share }) => share.estimate ?? 0), 0.01);
  const plain = { fill: 'transparent', ink: 'inherit' };
  const cellOf = (count: FreedomsResult['counts'][number], shaded: boolean): CountCell => {
    const { share, n } = count;
    const text = countText(count, formats, words);
    if (share.estimate === null || n === 0) return { text, intervalText: '', ...plain };
    const fill = colourAt(palette.sequential.both, share.estimate / largest);
    return {
      text,
      intervalText: formats.percentInterval(share, 1),
      ...(shaded ? { fill, ink: readableOn(fill) } : plain),
    };
  };
  const width = wantCounts.length;
  return {
    columns: wantCounts.map(({ want }) => want ?? 0),
    rows: fearCounts.map((row, index) => ({
      fear: row.fear ?? 0,
      cells: counts.slice(index * width, (index + 1) * width).map((cell) => cellOf(cell, true)),
      total: cellOf(row, false),
    })),
    totals: wantCounts.map((column) => cellOf(column, false)),
  };
}

type CountShare = FreedomsResult['counts'][number];

/** `nobody`: a share of 0, or none at all, for which there is nothing to print. */
export function countShown({ share, n, shown }: CountShare): CountShare['shown'] | 'nobody' {
  if (share.estimate === null) return shown === 'suppressed' ? shown : 'nobody';
  return n === 0 ? 'nobody' : shown;
}

/** The share in a cell as it is printed. */
export function countText({ share, n, shown }: CountShare, formats: Formats, words: CountWords): string {
  if (share.estimate === null) return shown === 'suppressed' ? words.suppressed : '';
  if (n === 0) return '–';
  const text = formats.percentBare(share.estimate, 1);
  return shown === 'bracketed' ? words.bracket(text) : text;
}
