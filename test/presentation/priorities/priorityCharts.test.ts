import { describe, expect, it } from 'vitest';
import { darkPalette, lightPalette } from '#presentation/charts/palette.ts';
import { rankingChart } from '#presentation/priorities/rankingChart.ts';
import { rankingLayout, type Arrangement } from '#presentation/priorities/rankingLayout.ts';
import { severityChart } from '#presentation/priorities/severityChart.ts';
import { severityLayout } from '#presentation/priorities/severityLayout.ts';
import type { Ranking } from '#presentation/priorities/priorityRows.ts';
import { byResidence, formats, four, plausibleNaive, plausibleRanking, rowsOf } from './plausibleRanking.ts';

function ranking(arrangement: Arrangement, naive?: Ranking) {
  const { rows, shared } = rowsOf(plausibleRanking(arrangement === 'plain' ? four : byResidence), naive);
  const names = rows.map(({ name }) => name);
  const groups = arrangement === 'plain' ? [] : ['Urban', 'Rural'];
  const layout = rankingLayout(900, names, shared, groups, arrangement, 'All');
  return rankingChart(rows, layout, lightPalette, { percent: formats.percent, higher: '▲', lower: '▼' });
}

function severity(palette = lightPalette) {
  const layout = severityLayout(700, rowsOf(plausibleRanking(four)).rows);
  return severityChart(layout, palette, {
    prevalence: 'Share concerned',
    severity: 'Most severe',
    percent: formats.percent,
  });
}

/** Numbers to six decimals, so that the last bit of a sum does not count. */
const golden = (marks: object): string =>
  `${JSON.stringify(marks, (_, value) => (typeof value === 'number' ? Number(value.toFixed(6)) : value), 1)}\n`;

describe('the chart of a ranking', () => {
  it.each(['plain', 'lanes', 'columns'] as const)('is drawn as before: %s', async (arrangement) => {
    await expect(golden(ranking(arrangement))).toMatchFileSnapshot(`golden/ranking-${arrangement}.golden`);
  });

  it('has the naïve intervals in outline, each under its own', async () => {
    await expect(golden(ranking('plain', plausibleNaive()))).toMatchFileSnapshot(
      'golden/ranking-naive.golden',
    );
  });

  it('draws each bar from the low end of its interval to the high end', () => {
    const [first] = rowsOf(plausibleRanking(four)).rows;
    const { panels } = rankingLayout(900, [], '', [], 'plain', 'All');
    const bars = ranking('plain').filter((mark) => mark.kind === 'rect');
    const at = (share: number | null) => panels[0].left + (share! / 0.8) * panels[0].width;
    expect(bars[0]).toMatchObject({
      x: at(first.share.ciLow),
      width: at(first.share.ciHigh) - at(first.share.ciLow),
    });
  });

  it('is plain data, so that any renderer draws the same', () => {
    expect(structuredClone(ranking('plain'))).toEqual(ranking('plain'));
    expect(structuredClone(severity(darkPalette))).toEqual(severity(darkPalette));
  });

  it('joins by a bracket only neighbours that cannot be told apart', () => {
    const sides = ranking('plain').flatMap((mark) =>
      mark.kind === 'line' && mark.stroke === lightPalette.inkSoft
        ? [[mark.toX - mark.x, mark.toY - mark.y]]
        : [],
    );
    expect(sides).toEqual([
      [6, 0],
      [0, expect.any(Number)],
      [-6, 0],
    ]);
  });
});

describe('the chart of severity and prevalence', () => {
  it('is drawn as before', async () => {
    await expect(golden(severity())).toMatchFileSnapshot('golden/severity.golden');
  });

  it('leaves out what is not told, and names every point that has room', () => {
    const { points } = severityLayout(700, rowsOf(plausibleRanking(four)).rows);
    expect(points.map(({ label }) => label)).toEqual(['Poverty', 'Theft and robbery', 'Not being heard']);
  });

  it('gives names that would cover each other the place of a rank', () => {
    const crowd = Array.from({ length: 12 }, (_, index) => ({
      name: `a rather long name with number ${index}`,
      freedom: 'fear' as const,
      share: 0.5 + index * 0.001,
      severe: 0.5 + (index % 3) * 0.001,
    }));
    const { points } = severityLayout(700, rowsOf(plausibleRanking(crowd)).rows);
    expect(points.filter(({ label }) => label.includes('name')).length).toBeLessThan(12);
    expect(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });
});

describe('layout of a ranking', () => {
  const names = (count: number) =>
    Array.from({ length: count }, (_, index) => `Concern with number ${index}`);

  it.each([
    [460, 3, 0, 'plain'],
    [1400, 23, 0, 'plain'],
    [800, 23, 6, 'lanes'],
    [800, 23, 12, 'columns'],
  ] as const)(
    'keeps everything inside its own size: %i px, %i concerns, %i groups',
    (width, rows, count, how) => {
      const layout = rankingLayout(width, names(rows), 'Problem …', names(count), how, 'All');
      const last = layout.panels.at(-1)!;
      expect(last.left + last.width).toBeLessThan(layout.width);
      expect(layout.top + rows * layout.rowHeight).toBeLessThanOrEqual(layout.height);
      expect(layout.panels).toHaveLength(how === 'columns' ? count + 1 : 1);
      expect(layout.panels.every((panel) => panel.width >= 40)).toBe(true);
    },
  );

  it('wraps long names into the height of a row', () => {
    const long = 'Not being able to see a doctor when somebody of the household falls ill at night';
    const layout = rankingLayout(600, [long], '', [], 'plain', 'All');
    expect(layout.names[0].split('\n').length).toBeGreaterThan(1);
    expect(layout.rowHeight).toBeGreaterThanOrEqual(layout.names[0].split('\n').length * 16);
  });
});
