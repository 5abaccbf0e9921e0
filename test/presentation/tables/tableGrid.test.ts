import { describe, expect, it } from 'vitest';
import { createFormats } from '#presentation/text/createFormats.ts';
import { tableGrid, type GridShow, type TableGrid } from '#presentation/tables/tableGrid.ts';
import { gridWords, plainShow } from './gridWords.ts';
import { plausibleTable } from '../../renderer/features/tables/plausibleTable.ts';

const grid = (show: Partial<GridShow> = {}): TableGrid =>
  tableGrid(plausibleTable(), { ...plainShow, ...show }, createFormats('en'), gridWords);
const texts = ({ items }: TableGrid, item = 0): string[][] =>
  items[item].rows.map(({ label, cells }) => [label, ...cells.map(({ main }) => main)]);

describe('a table as it is printed', () => {
  it('says what is suppressed, uncertain, and not there', () => {
    const shown = grid();
    expect(texts(shown)[1]).toEqual(['A little', '30%', '32%', '28%', '(30%)', '(*)', '–']);
    expect(shown.has).toEqual({
      ...{ suppressed: true, bracketed: true, nothing: true, letters: true, naive: false, sets: false },
    });
    expect(shown.items[0].rows[0].cells[2].letters).toBe('A');
    expect(shown.items[0].bases).toEqual(['400', '200', '200', '140', '20', '0']);
  });

  it('marks what is not there with why, and an interval only where it is asked for', () => {
    const table = plausibleTable();
    const { cells } = table.items[0].lines[0];
    const gone = { ...cells[0].ofColumn!, ciLow: null, ciHigh: null, why: 'noDegreesOfFreedom' as const };
    cells[0] = { ...cells[0], ofColumn: gone };
    cells[5] = { ...cells[5], ofColumn: { ...gone, estimate: null, why: 'noRespondents' } };
    const marked = (show: Partial<GridShow>): TableGrid =>
      tableGrid(table, { ...plainShow, ...show }, createFormats('en'), gridWords);
    expect(marked({}).reasons).toEqual(['noRespondents']);
    expect(marked({}).items[0].rows[0].cells[5]).toMatchObject({ main: '–', why: 'noRespondents' });
    expect(marked({ statistics: ['interval'] }).reasons).toEqual(['noDegreesOfFreedom', 'noRespondents']);
    expect(grid().reasons).toEqual([]);
  });

  it('puts the share asked for and the figures beside it', () => {
    const { items } = grid({ share: 'ofRow', statistics: ['n', 'weightedN', 'se', 'interval', 'deff'] });
    expect(items[0].rows[0].cells[1]).toMatchObject({ main: '10%' });
    expect(items[0].rows[0].cells[1].figures.map(({ name, text }) => `${name} ${text}`.trim())).toEqual([
      ...['n 80', 'N 163', 'se 2.0%', '(6–14)', 'deff 1.50'],
    ]);
  });

  it('writes means as numbers, with a decimal more', () => {
    const { items } = grid({ statistics: ['interval', 'se'] });
    expect(items[1].rows[0].cells[0]).toMatchObject({ main: '41.2' });
    expect(items[1].rows[0].cells[0].figures.map(({ text }) => text)).toEqual(['(40.6–41.8)', '0.31']);
    expect(grid({ moreDecimals: true }).items[1].rows[0].cells[5].main).toBe('–');
    expect(grid({ moreDecimals: true }).items[1].rows[0].cells[4].main).toBe('44.00');
  });

  it('orders rows by the size of the total', () => {
    expect(texts(grid({ sort: 'size' })).map(([label]) => label)).toEqual([
      ...['Very much', 'A little', 'Not at all', 'Nobody said so'],
    ]);
  });

  it('hides rows that nobody is in', () => {
    expect(texts(grid({ hideEmpty: true })).map(([label]) => label)).not.toContain('Nobody said so');
  });

  it('has heads that cover their columns exactly', () => {
    const { heads, columnCount } = grid();
    expect(heads.map((row) => row.map(({ text, columns, rows }) => [text, columns, rows]))).toEqual([
      [
        ['Total', 1, 3],
        ['Sex', 2, 1],
        ['Residence › Region', 3, 1],
      ],
      [
        ['Men', 1, 2],
        ['Women', 1, 2],
        ['Town', 2, 1],
        ['Country', 1, 1],
      ],
      [
        ['North', 1, 1],
        ['South', 1, 1],
        ['South', 1, 1],
      ],
    ]);
    const area = heads.flat().reduce((sum, { columns, rows }) => sum + columns * rows, 0);
    expect(area).toBe(columnCount * heads.length);
  });

  it('prints the test of each group under its columns, and why there is none', () => {
    const table = plausibleTable();
    const test = { method: 'rao-scott', f: 14.2, df1: 2.7, df2: 1912, p: 1e-7 } as const;
    const none = { method: 'rao-scott', f: null, df1: null, df2: null, p: null, why: 'suppressed' } as const;
    const items = [{ ...table.items[0], tests: [test, none] }, table.items[1]];
    const printed = tableGrid({ ...table, items }, plainShow, createFormats('en'), gridWords);
    expect(printed.items[0].tests).toEqual([
      { columns: 1, text: '', first: false },
      { columns: 2, text: 'F = 14.2', first: true },
      { columns: 3, text: 'suppressed', first: true },
    ]);
    expect(printed.items[1].tests).toEqual([]);
  });
});
