import { describe, expect, it } from 'vitest';
import { createFormats } from '#renderer/src/format/createFormats.ts';
import { tableGrid, type GridShow, type TableGrid } from '#renderer/src/features/tables/tableGrid.ts';
import { plausibleTable } from './plausibleTable.ts';

const words = {
  ...{ total: 'Total', mean: 'Mean', suppressed: '(*)', suppressedLong: 'not shown' },
  ...{ bracketedLong: 'few', nothing: '–', nothingLong: 'no figure' },
  bracket: (text: string) => `(${text})`,
  short: { n: 'n', weightedN: 'N', se: 'se', interval: '', deff: 'deff' },
};
const plain: GridShow = {
  ...{ share: 'ofColumn', statistics: [], sort: 'labels', hideEmpty: false, moreDecimals: false },
};
const grid = (show: Partial<GridShow> = {}): TableGrid =>
  tableGrid(plausibleTable(), { ...plain, ...show }, createFormats('en'), words);
const texts = ({ items }: TableGrid, item = 0): string[][] =>
  items[item].rows.map(({ label, cells }) => [label, ...cells.map(({ main }) => main)]);

describe('a table as it is printed', () => {
  it('says what is suppressed, uncertain, and not there', () => {
    const shown = grid();
    expect(texts(shown)[1]).toEqual(['A little', '30%', '32%', '28%', '(30%)', '(*)', '–']);
    expect(shown.has).toEqual({
      ...{ suppressed: true, bracketed: true, nothing: true, letters: true, sets: false },
    });
    expect(shown.items[0].rows[0].cells[2].letters).toBe('A');
    expect(shown.items[0].bases).toEqual(['400', '200', '200', '140', '20', '0']);
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
});
