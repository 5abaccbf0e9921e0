import type { Reason } from '#contract/estimate.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import type { TableCell, TableColumn, TableItem, TableLine, TableResult } from '#contract/table.ts';
import type { Formats } from '../text/createFormats.ts';
import { missingReason, reasonsOnce } from '../text/missingReason.ts';
import { shortLabel } from '../text/shortLabel.ts';
import type { Translate } from '../text/translator.ts';
import type { NaiveTable } from './naiveTable.ts';
import type { Share, Sort, Statistic } from './tableDefinition.ts';
import { testWords, type TableTest } from './testWords.ts';
import { figureOf } from './figureOf.ts';

export interface GridWords {
  readonly total: string;
  readonly mean: string;
  readonly suppressed: string;
  readonly suppressedLong: string;
  readonly bracketedLong: string;
  readonly nothing: string;
  readonly nothingLong: string;
  readonly bracket: (text: string) => string;
  readonly short: Readonly<Record<Statistic, string>>;
  readonly test: (test: TableTest) => string;
}

export function tableWords(t: Translate, formats: Formats): GridWords {
  return {
    total: t('tables.total'),
    mean: t('tables.mean'),
    suppressed: t('tables.suppressed'),
    suppressedLong: t('tables.suppressedLong'),
    bracketedLong: t('tables.bracketedLong'),
    nothing: t('tables.nothing'),
    nothingLong: t('tables.nothingLong'),
    bracket: (text) => t('tables.bracket', { text }),
    short: {
      n: t('tables.short.n'),
      weightedN: t('tables.short.weightedN'),
      se: t('tables.short.se'),
      interval: '',
      deff: t('tables.short.deff'),
    },
    test: (test) => {
      const { key, params } = testWords(test, formats);
      return t(key, params);
    },
  };
}

export interface GridShow {
  readonly share: Share;
  readonly statistics: readonly Statistic[];
  readonly sort: Sort;
  readonly hideEmpty: boolean;
  readonly moreDecimals: boolean;
}

export interface HeadCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  readonly letter: string | null;
  /** Begins a group of columns. */
  readonly first: boolean;
  readonly net: boolean;
}

export interface GridFigure {
  readonly statistic: Statistic;
  /** What it is, in front of it; empty where it says so itself. */
  readonly name: string;
  readonly text: string;
}

/** The same as if the rows were a simple random sample. */
export interface GridNaive {
  readonly text: string;
  readonly apart: boolean;
  readonly called: string;
  readonly missed: string;
}

export interface GridCell {
  readonly main: string;
  /** What a sign or parentheses mean, for who cannot see the note; empty for plain figures. */
  readonly long: string;
  readonly letters: string;
  readonly figures: readonly GridFigure[];
  readonly naive: GridNaive | null;
  readonly shown: TableCell['shown'];
  /** Why the figure, or what was asked for beside it, is not there. */
  readonly why: Reason | null;
  readonly first: boolean;
  /** What it was made from. */
  readonly cell: TableCell;
  /** There is nobody in its column, or nothing that could be said of them. */
  readonly blank: boolean;
}

export interface GridRow {
  readonly key: string;
  readonly label: string;
  readonly kind: TableLine['kind'];
  readonly cells: readonly GridCell[];
}

export interface GridItem {
  readonly key: string;
  readonly kind: TableItem['kind'];
  readonly label: string;
  readonly problem: ProblemMessage | null;
  readonly bases: readonly string[];
  readonly rows: readonly GridRow[];
  /** Of independence, one for the total and one for each group; empty where the item has none. */
  readonly tests: readonly GridTest[];
}

/** The columns that a test is about, and what it says; nothing for the total. */
export interface GridTest {
  readonly columns: number;
  readonly text: string;
  readonly first: boolean;
}

export interface TableGrid {
  readonly heads: readonly (readonly HeadCell[])[];
  readonly columnCount: number;
  /** Of each column its place in the result. */
  readonly places: readonly number[];
  readonly items: readonly GridItem[];
  readonly has: Readonly<
    Record<'suppressed' | 'bracketed' | 'nothing' | 'letters' | 'naive' | 'sets', boolean>
  >;
  /** Why figures are not there: the place of one is its mark. */
  readonly reasons: readonly Reason[];
}

/** A result as it is printed: texts, in the order and with the figures asked for. Computes no figure. */
export function tableGrid(
  result: TableResult,
  show: GridShow,
  formats: Formats,
  words: GridWords,
  naive: NaiveTable | null = null,
): TableGrid {
  const places = result.columns.flatMap((_, index) =>
    index > 0 && show.hideEmpty && isEmptyColumn(result, index, show.share) ? [] : [index],
  );
  const columns = places.map((place) => result.columns[place]);
  const starts = columns.map(({ group }, index) => index > 0 && group !== columns[index - 1].group);
  const items = result.items.map((item, index): GridItem => {
    const lines = sorted(item.lines, show).filter(
      ({ cells }) => !show.hideEmpty || cells.some((cell) => hasFigure(cell, show.share)),
    );
    return {
      key: `${index} ${item.kind} ${item.name}`,
      kind: item.kind,
      label: shortLabel(item.name, item.label),
      problem: item.problem,
      bases: item.problem
        ? []
        : places.map((place) => {
            const { n } = item.bases[place];
            return n === null ? words.suppressed : formats.count(n);
          }),
      rows: lines.map((line, at) => ({
        key: `${line.kind} ${line.value ?? ''} ${at}`,
        label: line.kind === 'mean' ? words.mean : shortLabel(String(line.value ?? ''), line.label),
        kind: line.kind,
        cells: places.map((place, column) => ({
          ...cellOf(line.cells[place], item.bases[place].n === 0, show, formats, words),
          naive: naiveOf(line.cells[place], naive, show, formats, words),
          first: starts[column],
        })),
      })),
      tests: testsOf(item, columns, words),
    };
  });
  const cells = items.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return {
    heads: headsOf(result, columns, words),
    columnCount: columns.length,
    places,
    items,
    has: {
      suppressed: cells.some(({ main }) => main === words.suppressed),
      bracketed: cells.some(({ shown, main }) => shown === 'bracketed' && main !== words.nothing),
      nothing: cells.some(({ main }) => main === words.nothing),
      letters: cells.some(({ letters }) => letters !== ''),
      naive: cells.some((cell) => cell.naive !== null),
      sets: items.some(({ kind, rows }) => kind === 'set' && rows.length > 0),
    },
    reasons: reasonsOnce(cells.map(({ why }) => why)),
  };
}

const hasFigure = (cell: TableCell, share: Share): boolean => (figureOf(cell, share)?.estimate ?? 0) !== 0;

function isEmptyColumn({ items }: TableResult, column: number, share: Share): boolean {
  return items.every(({ lines }) => lines.every(({ cells }) => !hasFigure(cells[column], share)));
}

/** By size of the total; nets stay together at the end. */
export function sorted(
  lines: readonly TableLine[],
  { sort, share }: Pick<GridShow, 'sort' | 'share'>,
): readonly TableLine[] {
  if (sort === 'labels') return lines;
  // In the total every share of the row is 1: sizes are those of the column.
  const size = ({ cells: [total] }: TableLine): number =>
    figureOf(total, share === 'ofRow' ? 'ofColumn' : share)?.estimate ?? -1;
  return lines.toSorted((a, b) => Number(a.kind === 'net') - Number(b.kind === 'net') || size(b) - size(a));
}

function cellOf(
  cell: TableCell,
  nobody: boolean,
  { share, statistics, moreDecimals }: GridShow,
  formats: Formats,
  words: GridWords,
): Omit<GridCell, 'first' | 'naive'> {
  const { shown } = cell;
  const figure = figureOf(cell, share);
  const withInterval = statistics.includes('interval') || statistics.includes('se');
  const why = figure && missingReason(figure, withInterval);
  const blank = nobody || figure === null;
  const plain = { letters: cell.letters, figures: [], shown, why, cell, blank };
  if (nobody || figure === null) return { ...plain, main: words.nothing, long: words.nothingLong };
  if (shown === 'suppressed') return { ...plain, main: words.suppressed, long: words.suppressedLong };
  if (figure.estimate === null) return { ...plain, main: words.nothing, long: words.nothingLong };
  const { write, interval } = writer(cell, moreDecimals, formats);
  const texts: Readonly<Record<Statistic, () => string>> = {
    n: () => (cell.n === null ? '' : formats.count(cell.n)),
    weightedN: () => (cell.weightedN === null ? '' : formats.count(cell.weightedN)),
    se: () => (figure.se === null ? '' : write(figure.se, 1)),
    interval: () => interval(figure),
    deff: () => (figure.deff === null ? '' : formats.decimal(figure.deff, 2)),
  };
  const main = write(figure.estimate);
  return {
    main: shown === 'bracketed' ? words.bracket(main) : main,
    long: shown === 'bracketed' ? words.bracketedLong : '',
    letters: cell.letters,
    figures: statistics
      .map((statistic) => ({ statistic, name: words.short[statistic], text: texts[statistic]() }))
      .filter(({ text }) => text !== ''),
    shown,
    why,
    cell,
    blank,
  };
}

/** How the figures of a cell are written: means as numbers, with a decimal more. */
function writer(
  { mean }: TableCell,
  moreDecimals: boolean,
  formats: Formats,
): {
  readonly write: (value: number, more?: number) => string;
  readonly interval: (figure: NonNullable<TableCell['ofColumn']>) => string;
} {
  const decimals = Number(moreDecimals) + Number(mean !== null);
  if (mean === null)
    return {
      write: (value, more = 0) => formats.percent(value, decimals + more),
      interval: (figure) => formats.percentInterval(figure, decimals),
    };
  const write = (value: number, more = 0): string => formats.decimal(value, decimals + more);
  return {
    write,
    interval: ({ ciLow, ciHigh }) =>
      ciLow === null || ciHigh === null ? '' : `(${write(ciLow)}–${write(ciHigh)})`,
  };
}

function naiveOf(
  cell: TableCell,
  naive: NaiveTable | null,
  { share, moreDecimals }: GridShow,
  formats: Formats,
  words: GridWords,
): GridNaive | null {
  const beside = naive?.cells.get(cell);
  const figure = beside ? figureOf(beside.cell, share) : null;
  if (!beside || !figure || figure.estimate === null) return null;
  const { write, interval } = writer(cell, moreDecimals, formats);
  const main = write(figure.estimate);
  const text = beside.cell.shown === 'bracketed' ? words.bracket(main) : main;
  return {
    text: `${text} ${interval(figure)}`.trim(),
    apart: beside.apart,
    called: beside.called.join(''),
    missed: beside.missed.join(''),
  };
}

/** What the test of each group says, over the columns of the group that are shown. */
function testsOf(
  { tests }: TableItem,
  columns: readonly TableColumn[],
  words: GridWords,
): readonly GridTest[] {
  if (tests.every((test) => test === null)) return [];
  return [...new Set(columns.map(({ group }) => group))].map((group, index) => {
    const test = group === null ? null : (tests.at(group) ?? null);
    return {
      columns: columns.filter((column) => column.group === group).length,
      text: test === null ? '' : words.test(test),
      first: index > 0,
    };
  });
}

/** Variables above their answers; of nested ones the outer answers between the two. */
function headsOf(result: TableResult, columns: readonly TableColumn[], words: GridWords): HeadCell[][] {
  const isNested = columns.some(({ labels }) => labels.length === 2);
  const depth = result.banner.length === 0 ? 1 : isNested ? 3 : 2;
  const heads: HeadCell[][] = Array.from({ length: depth }, () => []);
  const plain = { columns: 1, rows: 1, letter: null, first: false, net: false };
  columns.forEach((column, index) => {
    const before = index > 0 ? columns[index - 1] : null;
    const { group, labels, letter, net } = column;
    if (group === null) {
      heads[0].push({ ...plain, text: words.total, rows: depth });
      return;
    }
    const same = columns.filter((other) => other.group === group);
    const isFirst = before?.group !== group;
    if (isFirst) {
      const text = result.banner[group].variables
        .map(({ variable, label }) => shortLabel(variable, label))
        .join(' › ');
      heads[0].push({ ...plain, text, columns: same.length, first: true });
    }
    if (labels.length === 2) {
      if (isFirst || before.labels[0] !== labels[0]) {
        const after = columns.slice(index).findIndex((o) => o.group !== group || o.labels[0] !== labels[0]);
        const together = after < 0 ? columns.length - index : after;
        heads[1].push({ ...plain, text: labels[0], columns: together, first: isFirst });
      }
      heads[2].push({ ...plain, text: labels[1], letter, first: isFirst, net });
    } else heads[1].push({ ...plain, text: labels[0], rows: depth - 1, letter, first: isFirst, net });
  });
  return heads;
}
