import type { FreedomsResult } from '#contract/freedoms.ts';
import { colourAt, readableOn } from '../charts/colour.ts';
import type { Palette } from '../charts/palette.ts';
import type { Formats } from '../text/createFormats.ts';

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

/** Number of fear by number of want concerns as a shaded table. Cells that nobody is in stay empty. */
export function countsGrid(
  { counts, fearCounts, wantCounts }: FreedomsResult,
  formats: Formats,
  palette: Palette,
  suppressed: string,
): CountsGrid {
  const largest = Math.max(...counts.map(({ share }) => share.estimate ?? 0), 0.01);
  const plain = { fill: 'transparent', ink: 'inherit' };
  const cellOf = ({ share, n, shown }: FreedomsResult['counts'][number], shaded: boolean): CountCell => {
    if (share.estimate === null)
      return { text: shown === 'suppressed' ? suppressed : '', intervalText: '', ...plain };
    if (n === 0) return { text: '–', intervalText: '', ...plain };
    const fill = colourAt(palette.sequential.both, share.estimate / largest);
    return {
      text: formats.percentBare(share.estimate, 1),
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
