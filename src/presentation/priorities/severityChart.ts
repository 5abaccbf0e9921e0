import type { EChartsOption } from 'echarts';
import type { Palette } from '../charts/palette.ts';
import { bar, dot, text, type Mark } from './chartMarks.ts';
import type { Figure } from './priorityRows.ts';
import { labelLine, type Scale, type SeverityLayout, type SeverityPoint } from './severityLayout.ts';
import { font } from '../charts/font.ts';

export interface SeverityWords {
  readonly prevalence: string;
  readonly severity: string;
  readonly percent: (share: number) => string;
}

/** How many have a concern, and how badly those who have it: two axes, not one. Draws, computes nothing. */
export function severityChart(layout: SeverityLayout, palette: Palette, words: SeverityWords): EChartsOption {
  const { plot, across, up, points } = layout;
  const axis = ({ low, high }: Scale) => ({
    type: 'value' as const,
    min: low,
    max: high,
    interval: high - low > 0.5 + 1e-9 ? 0.2 : 0.1,
    axisLabel: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: palette.line } },
    axisLine: { show: true, onZero: false, lineStyle: { color: palette.inkSoft } },
  });
  return {
    animation: false,
    textStyle: { fontFamily: font },
    grid: { ...plot, outerBoundsMode: 'none' },
    xAxis: axis(across),
    yAxis: { ...axis(up), axisLine: { show: false } },
    graphic: [...captions(layout, palette, words), ...points.map((point) => labelOf(point, palette))],
    series: [
      {
        type: 'scatter',
        silent: true,
        clip: false,
        animation: false,
        z: 3,
        data: [
          ...points.flatMap((point) => crossOf(point, layout, palette)),
          ...points.map(({ row, severity }) =>
            dot([row.share.estimate ?? 0, severity.share.estimate ?? 0], row.freedom, palette, {
              size: 11,
              hollow: row.shown === 'bracketed' || severity.shown === 'bracketed',
            }),
          ),
        ],
      },
    ],
  };
}

/** Both intervals, as a thin cross. */
function crossOf(
  { row, severity }: SeverityPoint,
  { plot, across, up }: SeverityLayout,
  palette: Palette,
): Mark[] {
  const [x, y] = [row.share.estimate ?? 0, severity.share.estimate ?? 0];
  const line = ({ share }: Figure, { low, high }: Scale, length: number): readonly [number, number] | null =>
    share.ciLow === null || share.ciHigh === null
      ? null
      : [
          (share.ciLow + share.ciHigh) / 2,
          Math.round(((share.ciHigh - share.ciLow) / (high - low)) * length),
        ];
  const flat = line(row, across, plot.width);
  const upright = line(severity, up, plot.height);
  return [
    ...(flat ? [bar([flat[0], y], [flat[1], 1.5], row.freedom, palette)] : []),
    ...(upright ? [bar([x, upright[0]], [1.5, upright[1]], row.freedom, palette)] : []),
  ];
}

function labelOf({ label, labelX, labelY, align }: SeverityPoint, palette: Palette): object {
  return text(labelX, labelY, label, {
    fill: palette.ink,
    font: `12px ${font}`,
    lineHeight: labelLine,
    align,
    verticalAlign: 'middle',
    stroke: palette.canvas,
    lineWidth: 3,
  });
}

function stopsOf({ low, high }: Scale): number[] {
  const step = high - low > 0.5 + 1e-9 ? 0.2 : 0.1;
  return Array.from({ length: Math.floor((high - low) / step + 1e-9) + 1 }, (_, index) => low + index * step);
}

function captions(
  { plot, across, up, width }: SeverityLayout,
  palette: Palette,
  words: SeverityWords,
): object[] {
  const small = { fill: palette.inkSoft, font: `11px ${font}` };
  const title = { fill: palette.ink, font: `600 12px ${font}` };
  const bottom = plot.top + plot.height;
  return [
    text(0, 2, words.severity, { ...title, verticalAlign: 'top' }),
    text(width - 2, bottom + 28, words.prevalence, { ...title, align: 'right', verticalAlign: 'top' }),
    ...stopsOf(across).map((stop) =>
      text(
        plot.left + ((stop - across.low) / (across.high - across.low)) * plot.width,
        bottom + 8,
        words.percent(stop),
        {
          ...small,
          align: 'center',
          verticalAlign: 'top',
        },
      ),
    ),
    ...stopsOf(up).map((stop) =>
      text(
        plot.left - 8,
        plot.top + (1 - (stop - up.low) / (up.high - up.low)) * plot.height,
        words.percent(stop),
        {
          ...small,
          align: 'right',
          verticalAlign: 'middle',
        },
      ),
    ),
  ];
}
