import type { TablesDefinition } from '#contract/analysisDefinition.ts';
import type { TableItem, TableResult } from '#contract/table.ts';
import { shortLabel } from '../../text/shortLabel.ts';
import { figureOf } from '../figureOf.ts';
import { sorted } from '../tableGrid.ts';
import type { Share, Sort } from '../tableDefinition.ts';

export type ChartKind = NonNullable<TablesDefinition['picture']['kind']>;
export const chartKinds = [
  'stacked',
  'grouped',
  'dots',
  'heatmap',
  'slope',
] as const satisfies readonly ChartKind[];

export interface ChartPoint {
  readonly estimate: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly bracketed: boolean;
}

/** One item of the rows by one group of columns. */
export interface ChartData {
  readonly kind: 'share' | 'mean';
  /** The answers. */
  readonly lines: readonly string[];
  readonly columns: readonly string[];
  /** By line and column. */
  readonly points: readonly (readonly ChartPoint[])[];
  /** The first column is the total of all. */
  readonly hasTotal: boolean;
  /** The lines of a column add up to all of it. */
  readonly addsUp: boolean;
}

/** What a chart draws from: the columns of one group, after the total where that has the same meaning. */
export function chartData(
  { columns }: Pick<TableResult, 'columns'>,
  item: TableItem,
  group: number | null,
  share: Share,
  sort: Sort,
  words: { readonly total: string; readonly mean: string },
): ChartData {
  const withTotal = share === 'ofColumn' || item.kind !== 'variable';
  const places = columns.flatMap((column, place) =>
    column.group === group ? [place] : column.group === null && withTotal ? [place] : [],
  );
  const lines = sorted(item.lines, { sort, share });
  const nets = lines.some(({ kind }) => kind === 'net');
  return {
    kind: item.kind === 'mean' ? 'mean' : 'share',
    lines: lines.map(({ kind, value, label }) =>
      kind === 'mean' ? words.mean : shortLabel(String(value ?? ''), label),
    ),
    columns: places.map((place) =>
      columns[place].group === null ? words.total : columns[place].labels.join(' · '),
    ),
    points: lines.map(({ cells }) =>
      places.map((place) => {
        const figure = figureOf(cells[place], share);
        return {
          estimate: figure?.estimate ?? null,
          ciLow: figure?.ciLow ?? null,
          ciHigh: figure?.ciHigh ?? null,
          bracketed: cells[place].shown === 'bracketed',
        };
      }),
    ),
    hasTotal: withTotal && group !== null,
    addsUp:
      item.kind === 'variable' &&
      share === 'ofColumn' &&
      !nets &&
      !places.some((place) => columns[place].net),
  };
}

/** Without the first column, the total, which has no place among columns that follow each other. */
export function withoutTotal(data: ChartData): ChartData {
  return {
    ...data,
    columns: data.columns.slice(1),
    points: data.points.map((line) => line.slice(1)),
  };
}

/** Charts that say something true of the data, the best one first. */
export function chartsFor(data: ChartData, ordered: boolean): readonly ChartKind[] {
  const several = data.columns.length - Number(data.hasTotal) > 1;
  return [
    ...(data.addsUp ? (['stacked'] as const) : []),
    ...(data.kind === 'share' ? (['grouped'] as const) : []),
    'dots',
    ...(data.kind === 'share' ? (['heatmap'] as const) : []),
    ...(several && ordered ? (['slope'] as const) : []),
  ];
}
