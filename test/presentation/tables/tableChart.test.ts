import { describe, expect, it } from 'vitest';
import { lightPalette } from '#presentation/charts/palette.ts';
import { createFormats } from '#presentation/text/createFormats.ts';
import {
  chartData,
  chartKinds,
  chartsFor,
  withoutTotal,
  type ChartData,
  type ChartKind,
} from '#presentation/tables/charts/chartData.ts';
import { chartHeight, draw } from '#presentation/tables/charts/tableChart.ts';
import { plausibleTable } from '../../renderer/features/tables/plausibleTable.ts';

const formats = createFormats('en');
const table = plausibleTable();
const words = { total: 'Total', mean: 'Mean' };
const shares = chartData(table, table.items[0], 1, 'ofColumn', 'labels', words);
const means = chartData(table, table.items[1], 0, 'ofColumn', 'labels', words);

const option = (kind: ChartKind, data: ChartData): object =>
  draw[kind](data, { width: 720, height: chartHeight(kind, data, 720) }, lightPalette, {
    value: data.kind === 'mean' ? (value) => formats.decimal(value, 1) : (value) => formats.percent(value),
    bracket: (text) => `(${text})`,
  });

/** Numbers to six decimals, so that the last bit of a sum does not count. */
const golden = (drawn: object): string =>
  `${JSON.stringify(drawn, (_, value) => (typeof value === 'number' ? Number(value.toFixed(6)) : value), 1)}\n`;

describe('the picture of a table', () => {
  it.each(chartKinds)('is drawn as before: %s', async (kind) => {
    await expect(golden(option(kind, shares))).toMatchFileSnapshot(`golden/${kind}.golden`);
  });

  it('sets many columns below each other, for so many shades cannot be told apart', () => {
    const columns = Array.from({ length: 30 }, (_, index) => `Department ${index}`);
    const wide = {
      ...shares,
      columns,
      points: shares.lines.map((_, line) => columns.map(() => shares.points[line][0])),
    };
    const drawn = JSON.stringify(option('dots', wide));
    const { legend, series } = JSON.parse(drawn) as { legend: { data: string[] }; series: object[] };
    expect(legend.data).toEqual(shares.lines);
    expect(series).toHaveLength(2 * shares.lines.length);
    expect(chartHeight('dots', wide, 720)).toBeGreaterThan(chartHeight('dots', shares, 720));
  });

  it('is drawn as before: dots of means', async () => {
    await expect(golden(option('dots', means))).toMatchFileSnapshot('golden/dots-mean.golden');
  });

  it.each(chartKinds)('is plain data, so that any renderer draws the same: %s', (kind) => {
    expect(structuredClone(option(kind, shares))).toEqual(option(kind, shares));
  });

  it('breaks no word above a heatmap: where columns are narrow, names run along them', () => {
    const named: ChartData = {
      ...shares,
      columns: shares.columns.map(() => 'Agriculture, élevage, pêche'),
    };
    const at = (width: number): string =>
      JSON.stringify(
        draw.heatmap(named, { width, height: chartHeight('heatmap', named, width) }, lightPalette, {
          value: (value) => formats.percent(value),
          bracket: (text) => `(${text})`,
        }),
      );
    expect(at(900)).not.toContain('"rotate"');
    expect(at(320)).toContain('"rotate":90');
    for (const width of [900, 320]) expect(at(width)).toMatch(/Agriculture,(\\n| )élevage/);
  });

  it('ends the lines of a slope where the last figure may be shown', () => {
    const blank = { estimate: null, ciLow: null, ciHigh: null, bracketed: false };
    const data: ChartData = {
      ...means,
      columns: ['Low', 'High', 'Other'],
      points: [[means.points[0][0], means.points[0][1], blank]],
    };
    expect(option('slope', data)).toMatchObject({ xAxis: { data: ['Low', 'High'] } });
  });

  it('offers only what says something true', () => {
    expect(chartsFor(shares, false)).toEqual(['stacked', 'grouped', 'dots', 'heatmap']);
    expect(chartsFor(shares, true)).toContain('slope');
    expect(chartsFor(means, false)).toEqual(['dots']);
    const ofRows = chartData(table, table.items[0], 0, 'ofRow', 'labels', words);
    expect(chartsFor(ofRows, false)).not.toContain('stacked');
    expect(ofRows.columns).toEqual(['Men', 'Women']);
    expect(shares.columns[0]).toBe('Total');
    expect(withoutTotal(shares).columns).toEqual(['Town · North', 'Town · South', 'Country · South']);
  });
});
