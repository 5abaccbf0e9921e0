import { drawnWords, type DrawnMark } from '../charts/drawnMark.ts';
import type { Palette } from '../charts/palette.ts';
import { bar, barColour, dot } from './chartMarks.ts';
import { labelLine, type Scale, type SeverityLayout, type SeverityPoint } from './severityLayout.ts';

export interface SeverityWords {
  readonly prevalence: string;
  readonly severity: string;
  readonly percent: (share: number) => string;
}

const thin = 1.5;

/** How many have a concern, and how badly those who have it: two axes, not one. Draws, computes nothing. */
export function severityChart(layout: SeverityLayout, palette: Palette, words: SeverityWords): DrawnMark[] {
  const { points } = layout;
  return [
    ...axes(layout, palette, words),
    ...points.flatMap((point) => crossOf(point, layout, palette)),
    ...points.map(({ row, severity, x, y }) =>
      dot(x, y, row.freedom, palette, {
        size: 11,
        hollow: row.shown === 'bracketed' || severity.shown === 'bracketed',
      }),
    ),
    ...points.map((point) => labelOf(point, palette)),
  ];
}

const acrossAt = (share: number, { plot, across: { low, high } }: SeverityLayout): number =>
  plot.left + ((share - low) / (high - low)) * plot.width;
const upAt = (share: number, { plot, up: { low, high } }: SeverityLayout): number =>
  plot.top + (1 - (share - low) / (high - low)) * plot.height;

/** Both intervals, as a thin cross. */
function crossOf(
  { row, severity, x, y }: SeverityPoint,
  layout: SeverityLayout,
  palette: Palette,
): DrawnMark[] {
  const marks: DrawnMark[] = [];
  const [flat, upright] = [row.share, severity.share];
  if (flat.ciLow !== null && flat.ciHigh !== null) {
    const [from, to] = [acrossAt(flat.ciLow, layout), acrossAt(flat.ciHigh, layout)];
    marks.push(bar(from, to, y, thin, row.freedom, palette));
  }
  if (upright.ciLow !== null && upright.ciHigh !== null) {
    const [from, to] = [upAt(upright.ciHigh, layout), upAt(upright.ciLow, layout)];
    const fill = barColour(row.freedom, palette);
    marks.push({ kind: 'rect', x: x - thin / 2, y: from, width: thin, height: to - from, fill });
  }
  return marks;
}

function labelOf({ label, labelX, labelY, align }: SeverityPoint, palette: Palette): DrawnMark {
  const look = { lineHeight: labelLine, align, halo: palette.canvas };
  return drawnWords(labelX, labelY, label, palette.ink, 12, look);
}

function stopsOf({ low, high }: Scale): number[] {
  const step = high - low > 0.5 + 1e-9 ? 0.2 : 0.1;
  return Array.from({ length: Math.floor((high - low) / step + 1e-9) + 1 }, (_, index) => low + index * step);
}

/** Lines to read both shares from, their numbers, and what they are. */
function axes(layout: SeverityLayout, palette: Palette, words: SeverityWords): DrawnMark[] {
  const { plot, across, up, width } = layout;
  const [bottom, right] = [plot.top + plot.height, plot.left + plot.width];
  const title = { weight: 600, block: 'top' } as const;
  const floor = { kind: 'line', x: plot.left, y: bottom, toX: right, toY: bottom } as const;
  return [
    ...stopsOf(across).flatMap((stop): DrawnMark[] => {
      const x = acrossAt(stop, layout);
      const number = { align: 'center', block: 'top' } as const;
      return [
        { kind: 'line', x, y: plot.top, toX: x, toY: bottom, stroke: palette.line },
        drawnWords(x, bottom + 8, words.percent(stop), palette.inkSoft, 11, number),
      ];
    }),
    ...stopsOf(up).flatMap((stop): DrawnMark[] => {
      const y = upAt(stop, layout);
      return [
        { kind: 'line', x: plot.left, y, toX: right, toY: y, stroke: palette.line },
        drawnWords(plot.left - 8, y, words.percent(stop), palette.inkSoft, 11, { align: 'right' }),
      ];
    }),
    { ...floor, stroke: palette.inkSoft },
    drawnWords(0, 2, words.severity, palette.ink, 12, title),
    drawnWords(width - 2, bottom + 28, words.prevalence, palette.ink, 12, { ...title, align: 'right' }),
  ];
}
