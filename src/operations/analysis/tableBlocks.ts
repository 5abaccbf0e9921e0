import type { TableCell, TableItem } from '#contract/table.ts';
import type { LetterOptions } from '#engine/inference/compareColumns.ts';
import type { CrosstabCell } from '#engine/estimate/crosstabParts.ts';
import { crosstabOf } from '#engine/estimate/crosstab.ts';
import { meansByGroupOf } from '#engine/estimate/meansByGroup.ts';
import {
  multipleResponseOf,
  type MultipleResponse,
  type ResponseItem,
} from '#engine/estimate/multipleResponse.ts';
import type { Analysis } from './openAnalysis.ts';
import type { ResponseAnswer } from './responses.ts';
import type { BannerGroup } from './tableBanner.ts';

/** An item of the rows by one group of columns. */
export interface TableBlock {
  readonly bases: TableItem['bases'];
  /** For each line of the item its cells in this group's columns. */
  readonly lines: TableCell[][];
  readonly test: TableItem['tests'][number];
}

/** The answers of a variable, then nets of them, by a group of columns: a crosstab. */
export function variableBlock(
  { design, options }: Analysis,
  rows: {
    readonly groupOf: Int32Array;
    readonly count: number;
    readonly nets: readonly (readonly number[])[];
  },
  columns: BannerGroup,
  letters: LetterOptions | null,
): TableBlock {
  const { categoryCount } = columns;
  const result = crosstabOf(design, rows.groupOf, rows.count, columns.groupOf, categoryCount, {
    ...options,
    nets: [
      ...rows.nets.map((categories) => ({ axis: 'rows' as const, categories })),
      ...columns.nets.map((categories) => ({ axis: 'columns' as const, categories })),
    ],
    ...(letters && { letters }),
  });
  const rowNets = result.nets.slice(0, rows.nets.length);
  const columnNets = result.nets.slice(rows.nets.length);
  /** A net by a net: the table of both against the rest of both. */
  const crossed = (rowNet: readonly number[], columnNet: readonly number[]): CrosstabCell => {
    const [ofRows, ofColumns] = [split(rows.groupOf, rowNet), split(columns.groupOf, columnNet)];
    return crosstabOf(design, ofRows, 2, ofColumns, 2, options).cells[0];
  };
  return {
    bases: [...result.columns, ...columnNets.map(({ total }) => total)],
    lines: [
      ...Array.from({ length: rows.count }, (_, row) => [
        ...result.cells.slice(row * categoryCount, (row + 1) * categoryCount),
        ...columnNets.map(({ cells }) => cells[row]),
      ]),
      ...rowNets.map(({ cells }, net) => [
        ...cells,
        ...columns.nets.map((columnNet) => crossed(rows.nets[net], columnNet)),
      ]),
    ].map((cells) => cells.map(shareCell)),
    test: columns.variables.length === 0 ? null : { method: options.test ?? 'rao-scott', ...result.test },
  };
}

/** 0 in the net, 1 in another category, −1 outside the table. */
function split(groupOf: Int32Array, net: readonly number[]): Int32Array {
  return groupOf.map((group) => (group < 0 ? -1 : Number(!net.includes(group))));
}

function shareCell({ n, weightedN, ofColumn, ofRow, ofTotal, letters, shown }: CrosstabCell): TableCell {
  return { n, weightedN, ofColumn, ofRow, ofTotal, mean: null, letters: letters ?? '', shown };
}

/** The answers of a multiple-response set, then nets of them: shares of the respondents of each column. */
export function setBlock(
  { design, options }: Analysis,
  answers: readonly ResponseAnswer[],
  itemNets: readonly (readonly number[])[],
  columns: BannerGroup,
  letters: LetterOptions | null,
): TableBlock {
  const chosen = answers.map((answer) => answer.chosen);
  const by = (groupOf: Int32Array, count: number, compare: LetterOptions | null) =>
    multipleResponseOf(design, chosen, groupOf, count, 'respondents', options, compare, itemNets);
  const own = by(columns.groupOf, columns.categoryCount, letters);
  const nets = columns.nets.map((net) => by(inside(columns.groupOf, net), 1, null));
  const base = ({ n, weightedN }: (typeof own)['all']): TableBlock['bases'][number] => ({ n, weightedN });
  const cell = ({ share, shown }: (typeof own)['items'][number]['all'], letters = ''): TableCell => ({
    ...noFigures,
    ofColumn: share,
    letters,
    shown,
  });
  return {
    bases: [...own.groups.map(base), ...nets.map(({ groups }) => base(groups[0]))],
    lines: linesIn(own).map((line, index) => [
      ...line.groups.map((margin, group) => cell(margin, line.letters[group])),
      ...nets.map((net) => cell(linesIn(net)[index].groups[0])),
    ]),
    test: null,
  };
}

const linesIn = ({ items, nets }: MultipleResponse): readonly ResponseItem[] => [...items, ...nets];

/** The mean of a variable in each column. */
export function meanBlock(
  { design, options }: Analysis,
  numbers: Float64Array,
  columns: BannerGroup,
  letters: LetterOptions | null,
): TableBlock {
  const by = (groupOf: Int32Array, count: number, compare: LetterOptions | null) =>
    meansByGroupOf(design, numbers, groupOf, count, { ...options, quantiles: [] }, { compare });
  const own = by(columns.groupOf, columns.categoryCount, letters);
  const groups = [
    ...own.groups.map((group, index) => ({ ...group, letters: own.letters[index] })),
    ...columns.nets.map((net) => ({ ...by(inside(columns.groupOf, net), 1, null).groups[0], letters: '' })),
  ];
  return {
    bases: groups.map(({ n, weightedN }) => ({ n, weightedN })),
    lines: [
      groups.map(({ n, weightedN, mean, letters, shown }) => ({
        ...noFigures,
        n,
        weightedN,
        mean,
        letters,
        shown,
      })),
    ],
    test: null,
  };
}

/** 0 in the net, −1 elsewhere. */
function inside(groupOf: Int32Array, net: readonly number[]): Int32Array {
  return groupOf.map((group) => (net.includes(group) ? 0 : -1));
}

const noFigures = {
  n: null,
  weightedN: null,
  ofColumn: null,
  ofRow: null,
  ofTotal: null,
  mean: null,
  letters: '',
};
