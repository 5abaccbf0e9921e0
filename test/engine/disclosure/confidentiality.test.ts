import fc from 'fast-check';
import { expect, test } from 'vitest';
import { protectTable } from '#engine/disclosure/protectTable.ts';
import { concernShareOf } from '#engine/estimate/concernShare.ts';
import type { CrosstabOptions } from '#engine/estimate/crosstabParts.ts';
import { crosstabOf, type Crosstab } from '#engine/estimate/crosstab.ts';
import { matrixIndependenceOf, matrixOf } from '#engine/estimate/matrix.ts';
import { pairOf } from '#engine/estimate/pair.ts';
import { designOf } from '../columns.ts';
import { openly } from '../randomSurvey.ts';
import { workedOut } from './attacker.ts';

const confidential = { ...openly, disclosure: 'confidentiality' } as const;

interface Table {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly counts: number[];
}

/** Tables of any shape up to 12 × 20, with many small numbers and zeros. */
const tables: fc.Arbitrary<Table> = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 20 }), fc.boolean())
  .chain(([rowCount, columnCount, isSparse]) => {
    const count = isSparse
      ? fc.constantFrom(0, 0, 0, 1, 3, 5, 12)
      : fc.constantFrom(0, 1, 4, 5, 6, 9, 14, 25, 40);
    const size = rowCount * columnCount;
    return fc
      .array(count, { minLength: size, maxLength: size })
      .map((counts) => ({ rowCount, columnCount, counts }));
  })
  .filter(({ counts }) => counts.some((count) => count > 0));

function crosstab(
  { rowCount, columnCount, counts }: Table,
  options: CrosstabOptions,
  isWeighted = false,
): Crosstab {
  const cells = counts.flatMap((count, cell) => new Array<number>(count).fill(cell));
  // One more respondent, outside the table: a filter keeps the design.
  const rows = Int32Array.from([...cells, -columnCount], (cell) => Math.floor(cell / columnCount));
  const columns = Int32Array.from([...cells, -1], (cell) => (cell < 0 ? -1 : cell % columnCount));
  const weight = isWeighted ? [...rows].map((_, row) => 1 + ((row * 7) % 11) / 5) : undefined;
  const design = designOf(rows.length, weight ? { weight } : {});
  return crosstabOf(design, rows, rowCount, columns, columnCount, options);
}

/** The table with its totals, as `workedOut` orders it. */
function withTotals({ rowCount, columnCount, counts }: Table): number[] {
  const at = (row: number, column: number): number =>
    counts.reduce((sum, count, cell) => {
      const inRow = row === rowCount || Math.floor(cell / columnCount) === row;
      const inColumn = column === columnCount || cell % columnCount === column;
      return inRow && inColumn ? sum + count : sum;
    }, 0);
  return Array.from({ length: (rowCount + 1) * (columnCount + 1) }, (_, index) =>
    at(Math.floor(index / (columnCount + 1)), index % (columnCount + 1)),
  );
}

test('no number from 1 to 4 is shown or can be worked out, cell or total', () => {
  fc.assert(
    fc.property(tables, fc.boolean(), (table, isWeighted) => {
      const known = workedOut(crosstab(table, confidential, isWeighted));
      withTotals(table).forEach((n, at) => {
        if (n > 0 && n < 5) expect(known[at], `number ${at} of ${n}`).toBe(false);
      });
    }),
    { numRuns: 300 },
  );
});

test('nothing that is hidden can be worked out, and nothing hidden is 0', () => {
  fc.assert(
    fc.property(tables, fc.integer({ min: 2, max: 10 }), (table, minimum) => {
      const { rowCount, columnCount } = table;
      const guarded = protectTable(table.counts, rowCount, columnCount, minimum);
      const shown = crosstab(table, { ...confidential, minimumCount: minimum });
      const known = workedOut(shown);
      const totals = withTotals(table);
      for (let row = 0; row <= rowCount; row++)
        for (let column = 0; column <= columnCount; column++) {
          const isHidden =
            row < rowCount && column < columnCount
              ? guarded.cellHidden(row, column)
              : row < rowCount
                ? guarded.rowHidden(row)
                : column < columnCount
                  ? guarded.columnHidden(column)
                  : guarded.totalHidden;
          const at = row * (columnCount + 1) + column;
          if (isHidden) expect(known[at]).toBe(false);
          // Only so do whole and non-negative numbers not help: one respondent can be moved along a cycle.
          if (isHidden) expect(totals[at]).toBeGreaterThan(0);
        }
    }),
    { numRuns: 300 },
  );
});

test('the attacker is no fool: without complementary cells he works the hidden ones out', () => {
  const table = { rowCount: 3, columnCount: 3, counts: [3, 20, 20, 20, 20, 20, 20, 20, 20] };
  const open = crosstab(table, openly);
  const { ofTotal, ofRow, ofColumn } = crosstab(
    { ...table, counts: [3, 0, 0, 0, 0, 0, 0, 0, 0] },
    confidential,
  ).cells[0];
  const cells = open.cells.map((cell, index) =>
    index === 0 ? { ...cell, n: null, weightedN: null, ofTotal, ofRow, ofColumn } : cell,
  );
  expect(workedOut({ ...open, cells })[0]).toBe(true);
});

test('one small cell takes the three cheapest others with it, and no total', () => {
  const table = { rowCount: 3, columnCount: 3, counts: [3, 20, 80, 30, 10, 90, 70, 60, 50] };
  const { cells, rows, columns, test } = crosstab(table, confidential);
  expect(cells.map(({ shown }) => (shown === 'suppressed' ? 1 : 0))).toEqual([1, 1, 0, 1, 1, 0, 0, 0, 0]);
  expect([...rows, ...columns].map(({ n }) => n)).toEqual([103, 130, 180, 103, 90, 220]);
  expect(cells[0]).toMatchObject({ n: null, weightedN: null, ofRow: { estimate: null, n: null } });
  expect(test).toMatchObject({ p: null, why: 'suppressed' });
});

test('a row of a few takes its total with it, and shares of the row', () => {
  const table = { rowCount: 3, columnCount: 2, counts: [2, 1, 30, 40, 50, 60] };
  const { cells, rows } = crosstab(table, confidential);
  expect(rows[0]).toEqual({ n: null, weightedN: null });
  expect(rows.filter(({ n }) => n === null).length).toBeGreaterThan(1);
  cells.forEach((cell, index) => {
    if (rows[Math.floor(index / 2)].n === null) expect(cell.ofRow.estimate).toBeNull();
  });
});

test('no small number: all is shown, and the test', () => {
  const { cells, test } = crosstab({ rowCount: 2, columnCount: 2, counts: [5, 0, 6, 7] }, confidential);
  expect(cells.every(({ shown }) => shown === 'yes')).toBe(true);
  expect(test.p).not.toBeNull();
});

test('a concern: neither a few concerned nor a few not concerned', () => {
  const shown = (concerned: number, not: number, minimumCount?: number): string => {
    const indicator = Uint8Array.from({ length: concerned + not }, (_, row) => Number(row < concerned));
    return concernShareOf(designOf(indicator.length), indicator, { ...confidential, minimumCount }).shown;
  };
  expect([shown(4, 96), shown(96, 4), shown(5, 95), shown(0, 100)]).toEqual([
    'suppressed',
    'suppressed',
    'yes',
    'yes',
  ]);
  expect([shown(9, 91, 10), shown(10, 90, 10)]).toEqual(['suppressed', 'yes']);
});

test('a pair: one small cell of the four hides all, for the margins stand with the concerns', () => {
  const people = (counts: number[]): [Uint8Array, Uint8Array] => {
    const cells = counts.flatMap((count, cell) => new Array<number>(count).fill(cell));
    return [
      Uint8Array.from(cells, (cell) => Number(cell < 2)),
      Uint8Array.from(cells, (cell) => 1 - (cell % 2)),
    ];
  };
  for (const counts of [
    [4, 30, 40, 50],
    [30, 4, 40, 50],
    [30, 40, 4, 50],
    [30, 40, 50, 4],
  ]) {
    const [fear, want] = people(counts);
    const full = pairOf(designOf(124), fear, want, confidential);
    expect(full.pair.shown).toBe('suppressed');
    expect(full.fear.shown).toBe('yes');
    expect(full.cells.map(({ n }) => n)).toEqual([null, null, null, null]);
    const { pairs } = matrixOf(designOf(124), [fear], [want], confidential);
    const global = matrixIndependenceOf(designOf(124), [fear], [want], confidential);
    expect(pairs[0].wantGivenFear.estimate).toBeNull();
    expect(global).toMatchObject({ p: null, why: 'suppressed' });
  }
  const [fear, want] = people([30, 0, 40, 50]);
  expect(pairOf(designOf(120), fear, want, confidential).pair.shown).toBe('yes');
});
