import { describe, expect, it } from 'vitest';
import { lightPalette } from '#presentation/charts/palette.ts';
import { matrixChart } from '#presentation/matrix/matrixChart.ts';
import { matrixLayout } from '#presentation/matrix/matrixLayout.ts';
import { matrixScale } from '#presentation/matrix/matrixScale.ts';
import type { Measure } from '#presentation/matrix/measures.ts';
import { plausibleMatrix } from '../../renderer/plausibleMatrix.ts';
import { formats, show } from './show.ts';

function chart(measure: Measure) {
  const grid = show(plausibleMatrix(3, 2), measure);
  const values = grid.cells.flat().flatMap(({ value }) => (value === null ? [] : [value]));
  const labels = (concerns: typeof grid.rows) => concerns.map(({ label }) => label);
  const layout = matrixLayout(900, labels(grid.rows), labels(grid.columns));
  const words = { fear: 'Fear', want: 'Want', percent: formats.percent };
  return matrixChart(grid, matrixScale(measure, values, lightPalette), layout, lightPalette, words);
}

/** Numbers to six decimals, so that the last bit of a sum does not count. */
const golden = (marks: readonly object[]): string =>
  `${JSON.stringify(marks, (_, value) => (typeof value === 'number' ? Number(value.toFixed(6)) : value), 1)}\n`;

describe('the chart of a matrix', () => {
  it.each(['both', 'oddsRatio'] as const)('is drawn as before: %s', async (measure) => {
    await expect(golden(chart(measure))).toMatchFileSnapshot(`golden/matrix-${measure}.golden`);
  });

  it('is plain data, so that any renderer draws the same', () => {
    expect(structuredClone(chart('phi'))).toEqual(chart('phi'));
  });
});

describe('colours of a measure', () => {
  it('run from the lowest to the highest five per cent for shares, in the hue of who is counted', () => {
    const scale = matrixScale('wantGivenFear', [0.12, 0.43], lightPalette);
    expect([scale.low, scale.high].map((share) => share.toFixed(2))).toEqual(['0.10', '0.45']);
    expect(scale.colour(scale.low)).toBe(lightPalette.sequential.want[0]);
    expect(scale.colour(scale.high)).toBe(lightPalette.sequential.want[3]);
    expect(matrixScale('fearGivenWant', [0.2], lightPalette).ramp.at(-1)).toBe(
      lightPalette.sequential.fear[3],
    );
  });

  it('are centred on none where there is a none, as far down as up', () => {
    const [, , none] = lightPalette.diverging;
    const odds = matrixScale('oddsRatio', [0.5, 4], lightPalette);
    expect([odds.low, odds.high]).toEqual([0.25, 4]);
    expect(odds.colour(1)).toBe(none);
    expect(odds.colour(0)).toBe(lightPalette.diverging[0]);
    const phi = matrixScale('phi', [-0.02, 0.01], lightPalette);
    expect([phi.low, phi.high]).toEqual([-0.1, 0.1]);
    expect(phi.colour(0)).toBe(none);
  });
});

describe('layout', () => {
  const names = (count: number) =>
    Array.from({ length: count }, (_, index) => `Concern with number ${index}`);

  it.each([
    [800, 1, 1],
    [800, 5, 5],
    [1400, 9, 9],
    [1100, 20, 20],
    [520, 4, 12],
  ])('keeps everything inside its own size: %i px, %i × %i', (width, rows, columns) => {
    const layout = matrixLayout(width, names(rows), names(columns));
    expect(layout.heat.left + columns * layout.cell.width).toBeLessThanOrEqual(layout.width);
    expect(layout.heat.top + rows * layout.cell.height).toBeLessThanOrEqual(layout.height);
    expect(layout.columnPlot.top + layout.columnPlot.height).toBeLessThan(layout.heat.top);
    expect(layout.rowPlot.left + layout.rowPlot.width).toBeLessThan(layout.heat.left);
    expect(Object.values(layout.cell).every(Number.isInteger)).toBe(true);
    expect(layout.cell.width).toBeGreaterThanOrEqual(36);
  });

  it('prints a decimal where cells have room for it', () => {
    expect(matrixLayout(1100, names(5), names(5)).exact).toEqual({ cells: true, columns: true });
    expect(matrixLayout(1100, names(20), names(20)).exact).toEqual({ cells: false, columns: false });
  });

  it('says once before the names of a side what all of them begin with', () => {
    const shared = { rows: 'How afraid of …', columns: 'How often gone without …' };
    expect(matrixLayout(900, names(3), names(3), shared).shared).toEqual(shared);
  });

  it('writes names upright while they fit, and leans them where columns are narrow', () => {
    expect(matrixLayout(1100, names(5), names(5)).leaning).toBe(false);
    expect(matrixLayout(1100, names(20), names(20)).leaning).toBe(true);
  });
});
