import { describe, expect, it } from 'vitest';
import type { TableCell, TableResult } from '#contract/table.ts';
import { createFormats } from '#presentation/text/createFormats.ts';
import { naiveTable } from '#presentation/tables/naiveTable.ts';
import { tableGrid } from '#presentation/tables/tableGrid.ts';
import { gridWords, plainShow } from './gridWords.ts';
import { plausibleTable } from '../../renderer/features/tables/plausibleTable.ts';

/** The table with some of its cells otherwise. */
function changed(
  change: (cell: TableCell, line: number, column: number, item: number) => TableCell,
): TableResult {
  const table = plausibleTable();
  return {
    ...table,
    items: table.items.map((item, at) => ({
      ...item,
      lines: item.lines.map((line, row) => ({
        ...line,
        cells: line.cells.map((cell, column) => change(cell, row, column, at)),
      })),
    })),
  };
}

const moved = (cell: TableCell, by: number): TableCell => ({
  ...cell,
  ofColumn: cell.ofColumn && { ...cell.ofColumn, estimate: (cell.ofColumn.estimate ?? 0) + by },
});

describe('a table beside its naïve answer', () => {
  it('counts no share apart and no letter changed beside itself', () => {
    const table = plausibleTable();
    // 4 lines × 4 columns with figures; means are no shares.
    expect(naiveTable(table, plausibleTable(), 'ofColumn')).toMatchObject({
      ...{ shares: 16, apart: 0, called: 0, missed: 0 },
    });
  });

  it('counts shares that are more than two points off, either way', () => {
    const naive = changed((cell, line, column, item) =>
      item === 0 && line === 0 && column < 3 ? moved(cell, [0.03, -0.03, 0.01][column]) : cell,
    );
    expect(naiveTable(plausibleTable(), naive, 'ofColumn')).toMatchObject({ shares: 16, apart: 2 });
  });

  it('tells differences that it would call real from those that it would miss', () => {
    const naive = changed((cell, line, column, item) => {
      if (item !== 0) return cell;
      if (line === 0 && column === 2) return { ...cell, letters: '' };
      return line === 1 && column === 1 ? { ...cell, letters: 'B' } : cell;
    });
    const table = plausibleTable();
    const found = naiveTable(table, naive, 'ofColumn');
    expect(found).toMatchObject({ called: 1, missed: 1 });
    expect(found.cells.get(table.items[0].lines[0].cells[2])).toMatchObject({ called: [], missed: ['A'] });
    expect(found.cells.get(table.items[0].lines[1].cells[1])).toMatchObject({ called: ['B'], missed: [] });
  });

  it('finds its cells again where it has columns in another order', () => {
    const table = plausibleTable();
    const [total, men, women, ...rest] = table.columns;
    const turned: TableResult = {
      ...table,
      columns: [total, { ...women, letter: 'A' }, { ...men, letter: 'B' }, ...rest],
      items: table.items.map((item) => ({
        ...item,
        lines: item.lines.map((line) => {
          const [all, man, woman, ...others] = line.cells;
          const named = { ...woman, letters: woman.letters === 'A' ? 'B' : woman.letters };
          return { ...line, cells: [all, named, man, ...others] };
        }),
      })),
    };
    expect(naiveTable(table, turned, 'ofColumn')).toMatchObject({ apart: 0, called: 0, missed: 0 });
  });

  it('shows nothing beside a cell that may not be shown in either', () => {
    const hidden = (cell: TableCell): TableCell => ({
      ...cell,
      ...{ ofColumn: { ...cell.ofColumn!, estimate: null }, shown: 'suppressed' },
    });
    const naive = changed((cell, line, column, item) =>
      item === 0 && line === 0 && column === 1 ? hidden(cell) : cell,
    );
    const table = plausibleTable();
    const { cells } = naiveTable(table, naive, 'ofColumn');
    const [, hiddenThere, , , hiddenHere] = table.items[0].lines[0].cells;
    expect([cells.has(hiddenThere), cells.has(hiddenHere)]).toEqual([false, false]);
  });

  it('is printed under each figure, in parentheses where few stand behind it', () => {
    const naive = changed((cell, line, column, item) => {
      if (item === 0 && line === 0 && column === 1) return { ...moved(cell, 0.05), letters: 'B' };
      return item === 0 && line === 0 && column === 0 ? { ...cell, shown: 'bracketed' } : cell;
    });
    const table = plausibleTable();
    const beside = naiveTable(table, naive, 'ofColumn');
    const { items, has } = tableGrid(table, plainShow, createFormats('en'), gridWords, beside);
    expect(has.naive).toBe(true);
    expect(items[0].rows[0].cells.map((cell) => cell.naive)).toEqual([
      { text: '(25%) (21–29)', apart: false, called: '', missed: '' },
      { text: '25% (16–24)', apart: true, called: 'B', missed: '' },
      { text: '30% (26–34)', apart: false, called: '', missed: '' },
      { text: '24% (20–28)', apart: false, called: '', missed: '' },
      null,
      null,
    ]);
    expect(items[1].rows[0].cells[0].naive).toEqual({
      ...{ text: '41.2 (40.6–41.8)', apart: false, called: '', missed: '' },
    });
  });
});
