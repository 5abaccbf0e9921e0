import { describe, expect, it } from 'vitest';
import { lightPalette } from '#presentation/charts/palette.ts';
import { facetsChart } from '#presentation/matrix/facetsChart.ts';
import { facetsLayout } from '#presentation/matrix/facetsLayout.ts';
import { matrixScale } from '#presentation/matrix/matrixScale.ts';
import { plausibleMatrix } from '../../renderer/plausibleMatrix.ts';
import { show } from './show.ts';

const names = (count: number, words: string): string[] =>
  Array.from({ length: count }, (_, index) => `${words} ${index}`);
const long = 'Ne pas pouvoir envoyer les enfants à l’école du quartier';

describe('the chart of several small matrices', () => {
  const facets = ['Urban', 'Rural', 'Abroad'].map((label) => ({
    label,
    grid: show(plausibleMatrix(3, 2), 'both'),
  }));
  const [{ grid }] = facets;
  const labels = (concerns: typeof grid.rows) => concerns.map(({ label }) => label);
  const layout = facetsLayout(520, 3, labels(grid.rows), labels(grid.columns));
  const scale = matrixScale('both', [0.1, 0.4], lightPalette);
  const marks = facetsChart(facets, scale, layout, lightPalette, { fear: 'Fear', want: 'Want' });

  it('is drawn as before', async () => {
    const text = JSON.stringify(
      marks,
      (_, value) => (typeof value === 'number' ? Number(value.toFixed(6)) : value),
      1,
    );
    await expect(`${text}\n`).toMatchFileSnapshot('golden/facets.golden');
  });

  it('says names of rows once a line, and names of columns once', () => {
    const printed = marks.flatMap((mark) => (mark.kind === 'words' ? [mark.text] : []));
    const times = (name: string): number => printed.filter((each) => each === name).length;
    const lines = Math.ceil(3 / layout.perLine);
    expect(layout.rowNames.map(times)).toEqual(layout.rowNames.map(() => lines));
    expect(layout.columnNames.map(times)).toEqual(layout.columnNames.map(() => layout.perLine));
  });
});

describe('layout of several small matrices', () => {
  it('puts two of ten by ten beside each other where there are 1200 pixels', () => {
    const layout = facetsLayout(1200, 2, names(10, long), names(10, long));
    expect(layout.perLine).toBe(2);
    expect(layout.width).toBeLessThanOrEqual(1200);
  });

  it.each([
    [560, 4],
    [760, 4],
    [1200, 3],
    [1900, 4],
  ])('cuts no name and lets no two matrices overlap in %s pixels: %s', (width, count) => {
    const layout = facetsLayout(width, count, names(10, long), names(10, long));
    const { rowNames, columnNames, places, cell, perLine } = layout;
    expect([...rowNames, ...columnNames].filter((name) => name.includes('…'))).toEqual([]);
    expect(cell.width).toBeGreaterThanOrEqual(27);
    for (const [index, { heat }] of places.entries()) {
      const beside = places.at(index + 1);
      if (beside && (index + 1) % perLine !== 0)
        expect(beside.heat.left).toBeGreaterThanOrEqual(heat.left + 10 * cell.width + 40);
      const below = places.at(index + perLine);
      if (below) expect(below.heat.top).toBeGreaterThanOrEqual(heat.top + 10 * cell.height + 40);
    }
  });
});
