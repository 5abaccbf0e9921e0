import { describe, expect, it } from 'vitest';
import { contrast } from '#presentation/charts/colour.ts';
import { darkPalette, lightPalette } from '#presentation/charts/palette.ts';
import { countsGrid } from '#presentation/freedoms/countsGrid.ts';
import { freedomsSentence, groupTestWords } from '#presentation/freedoms/freedomsWords.ts';
import { naiveSplit } from '#presentation/freedoms/naiveSplit.ts';
import {
  partColours,
  splitChart,
  splitLayout,
  type SplitPicture,
} from '#presentation/freedoms/splitChart.ts';
import { splitRows } from '#presentation/freedoms/splitRows.ts';
import { formats } from '../matrix/show.ts';
import { plausibleFreedoms } from '../../renderer/features/freedoms/plausibleFreedoms.ts';

const result = plausibleFreedoms();
const rows = splitRows(result, formats, {
  all: 'All',
  suppressed: '(*)',
  bracket: (text) => `(${text})`,
});

function chart(picture: SplitPicture) {
  const layout = splitLayout(
    900,
    rows.map(({ label }) => label),
  );
  return splitChart(rows, picture, layout, lightPalette, {
    part: (part) => part,
    percent: formats.percent,
    n: (n) => `n = ${n ?? '(*)'}`,
  });
}

const golden = (option: object): string =>
  `${JSON.stringify(option, (_, value) => (typeof value === 'number' ? Number(value.toFixed(6)) : value), 1)}\n`;

describe('the picture of the split', () => {
  it.each(['bars', 'dots'] as const)('is drawn as before: %s', async (picture) => {
    await expect(golden(chart(picture))).toMatchFileSnapshot(`golden/split-${picture}.golden`);
  });

  it('is plain data but for the writing of per cents', () => {
    const plain = JSON.stringify(chart('bars'));
    expect(plain).toContain('40.0 B');
    expect(plain).toContain('(40.0) A');
    expect(plain).toContain('(*)');
  });

  it.each([
    ['light', lightPalette],
    ['dark', darkPalette],
  ])('keeps the four apart without colour: %s', (_, palette) => {
    const colours = Object.values(partColours(palette));
    const sorted = colours.map((colour) => contrast(colour, '#000000')).toSorted((a, b) => a - b);
    for (let index = 1; index < sorted.length; index++)
      expect(sorted[index] / sorted[index - 1]).toBeGreaterThan(1.2);
  });
});

describe('the rows of the split', () => {
  it('are all respondents, then the groups with their letters', () => {
    expect(rows.map(({ letter, label, n }) => [letter, label, n])).toEqual([
      ['', 'All', 1000],
      ['A', 'Urban', 900],
      ['B', 'Rural', 40],
      ['C', 'Camp', 12],
    ]);
    expect(rows[2].cells[3]).toMatchObject({ text: '(40.0)', intervalText: '(38.0–42.0)', letters: 'A' });
    expect(rows[3].cells[0]).toMatchObject({ text: '(*)', estimate: null });
  });
});

describe('numbers of concerns', () => {
  it('are a table of rows, columns and totals', () => {
    const grid = countsGrid(result, formats, lightPalette, {
      suppressed: '(*)',
      bracket: (text) => `(${text})`,
    });
    expect(grid.columns).toEqual([0, 1, 2]);
    expect(grid.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['30.0', '8.0', '2.0'],
      ['15.0', '10.0', '5.0'],
      ['10.0', '12.0', '8.0'],
    ]);
    expect(grid.rows[0].total.text).toBe('40.0');
    expect(grid.totals[0].text).toBe('55.0');
    expect(grid.rows[0].cells[0].fill).toBe(lightPalette.sequential.both[3]);
  });
});

describe('words on the split', () => {
  it('say the four shares, or that there are too few', () => {
    expect(freedomsSentence(result, formats).params).toMatchObject({ neither: '30.0% (28.0–32.0)' });
    const hidden = { ...result, split: result.groups[2].split };
    expect(freedomsSentence(hidden, formats).key).toBe('freedoms.suppressed');
  });

  it('say what the test allows one to say', () => {
    const test = result.test!;
    expect(groupTestWords(test, formats).key).toBe('freedoms.testYes');
    expect(groupTestWords({ ...test, p: 0.3 }, formats).key).toBe('freedoms.testNo');
    expect(groupTestWords({ ...test, f: null }, formats).key).toBe('freedoms.testNone');
  });

  it('count what the naïve answer would decide otherwise', () => {
    expect(naiveSplit(result, result)).toMatchObject({ outside: [], compared: 4, flips: 0 });
    const naive = {
      ...result,
      split: result.split.map((one, index) =>
        index === 0 ? { ...one, share: { ...one.share, estimate: 0.33 } } : one,
      ),
      comparisons: result.comparisons.map(({ part, pairs }, index) => ({
        part,
        pairs: pairs.map((pair) => (index === 1 ? { ...pair, adjusted: 0.2 } : pair)),
      })),
    };
    expect(naiveSplit(result, naive)).toMatchObject({ outside: ['neither'], compared: 4, flips: 1 });
  });
});
