import type { TableCell, TableColumn, TableItem, TableLine, TableResult } from '#contract/table.ts';
import type { Share } from './tableDefinition.ts';
import { figureOf } from './figureOf.ts';

/** From this many on, two shares are told apart: 2 points. */
export const pointsApart = 0.02;

export interface NaiveCell {
  readonly cell: TableCell;
  /** Its share lies more than `pointsApart` from the design's. */
  readonly apart: boolean;
  /** Letters of columns than which it would call this one higher though that may be chance. */
  readonly called: readonly string[];
  /** Letters of columns than which this one is higher though it would not say so. */
  readonly missed: readonly string[];
}

/** A table beside the same without weights, strata and clusters. */
export interface NaiveTable {
  /** The naïve cell beside each of the design's, where both may be shown. */
  readonly cells: ReadonlyMap<TableCell, NaiveCell>;
  /** Shares that stand beside each other, and how many of them lie apart. */
  readonly shares: number;
  readonly apart: number;
  /** Differences that it would call real though they may be chance, and real ones that it would miss. */
  readonly called: number;
  readonly missed: number;
}

/** Sets two answers beside each other, cell by cell; it counts and computes no figure. */
export function naiveTable(design: TableResult, naive: TableResult, share: Share): NaiveTable {
  const cells = new Map<TableCell, NaiveCell>();
  const places = new Map(naive.columns.map((column, place) => [columnKey(column), place]));
  const letterOf = lettersBetween(design.columns, naive.columns);
  const counts = { shares: 0, apart: 0, called: 0, missed: 0 };
  design.items.forEach((item, index) => {
    const other = naive.items.at(index);
    if (!other || itemKey(item) !== itemKey(other)) return;
    const lines = new Map(other.lines.map((line, at) => [lineKey(line, at), line]));
    item.lines.forEach((line, at) => {
      const otherLine = lines.get(lineKey(line, at));
      line.cells.forEach((cell, column) => {
        const place = places.get(columnKey(design.columns[column]));
        const beside = place === undefined ? undefined : otherLine?.cells[place];
        const [ours, theirs] = [figureOf(cell, share), beside && figureOf(beside, share)];
        const [our, their] = [ours?.estimate ?? null, theirs?.estimate ?? null];
        if (!beside || our === null || their === null) return;
        const isShare = item.kind !== 'mean';
        const apart = isShare && Math.abs(our - their) > pointsApart;
        const { group } = design.columns[column];
        const [says, wouldSay] = [lettersIn(cell), lettersIn(beside).flatMap((one) => letterOf(group, one))];
        const called = wouldSay.filter((letter) => !says.includes(letter));
        const missed = says.filter((letter) => !wouldSay.includes(letter));
        cells.set(cell, { cell: beside, apart, called, missed });
        counts.called += called.length;
        counts.missed += missed.length;
        // Of all, the shares of the row are 1 whatever one leaves out.
        if (isShare && !(share === 'ofRow' && cell.ofRow !== null && group === null)) {
          counts.shares += 1;
          counts.apart += Number(apart);
        }
      });
    });
  });
  return { cells, ...counts };
}

const itemKey = ({ kind, name }: TableItem): string => `${kind} ${name}`;
const lineKey = ({ kind, value, label }: TableLine, at: number): string =>
  JSON.stringify([kind, value ?? label, kind === 'mean' ? 0 : kind === 'net' ? at : null]);
const columnKey = ({ group, values, labels, net }: TableColumn): string =>
  JSON.stringify([group, values, net ? labels : null]);

/** A, B … and, of more than 26 columns, A1, B1 … */
const lettersIn = ({ letters }: TableCell): string[] => letters.match(/[a-z]\d*/gi) ?? [];

/** The letter that the design's table has for a column of the naïve one; none where it has no such column. */
function lettersBetween(
  design: readonly TableColumn[],
  naive: readonly TableColumn[],
): (group: number | null, letter: string) => string[] {
  const keys = new Map(naive.map((column) => [`${column.group} ${column.letter}`, columnKey(column)]));
  const ours = new Map(design.map((column) => [columnKey(column), column.letter]));
  return (group, letter) => {
    const found = ours.get(keys.get(`${group} ${letter}`) ?? '') ?? null;
    return found === null ? [] : [found];
  };
}
