import { wrapText } from '../text/wrapText.ts';
import type { Figure, PriorityRow } from './priorityRows.ts';

/** A concern that has both a share and a severity to show. */
export interface SeverityPoint {
  readonly row: PriorityRow;
  readonly severity: Figure;
  readonly x: number;
  readonly y: number;
  /** Its name or, where there is no room, its rank; empty where there is no room for that either. */
  readonly label: string;
  readonly labelX: number;
  readonly labelY: number;
  readonly align: 'left' | 'right' | 'center';
}

export interface Scale {
  readonly low: number;
  readonly high: number;
}

export interface SeverityLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly across: Scale;
  readonly up: Scale;
  readonly points: readonly SeverityPoint[];
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const letterWidth = 6.1;
export const labelLine = 14;

/** Tens of per cent around everything that is drawn. */
function scaleOf(figures: readonly Figure[]): Scale {
  const ends = figures.flatMap(({ share }) => [
    share.ciLow ?? share.estimate,
    share.ciHigh ?? share.estimate,
  ]);
  const numbers = ends.filter((end) => end !== null);
  if (numbers.length === 0) return { low: 0, high: 1 };
  const low = Math.max(Math.floor(Math.min(...numbers) * 10 + 1e-9) / 10, 0);
  const high = Math.min(Math.ceil(Math.max(...numbers) * 10 - 1e-9) / 10, 1);
  return { low, high: Math.max(high, low + 0.1) };
}

/** Prevalence across, severity up; names stand where they cover neither each other nor a point. */
export function severityLayout(available: number, rows: readonly PriorityRow[]): SeverityLayout {
  const drawn = rows.flatMap((row) =>
    'none' in row.severity || row.severity.share.estimate === null || row.share.estimate === null
      ? []
      : [{ row, severity: row.severity, across: row.share.estimate, up: row.severity.share.estimate }],
  );
  const width = Math.max(available, 460);
  const height = Math.round(Math.min(Math.max(width * 0.68, 380), 640));
  const plot = { left: 46, top: 34, width: width - 46 - 16, height: height - 34 - 48 };
  const across = scaleOf(drawn.map(({ row }) => row));
  const up = scaleOf(drawn.map(({ severity }) => severity));
  const xOf = (share: number): number =>
    plot.left + ((share - across.low) / (across.high - across.low)) * plot.width;
  const yOf = (share: number): number => plot.top + (1 - (share - up.low) / (up.high - up.low)) * plot.height;
  const points = drawn.map(({ row, severity, across: share, up: most }) => ({
    row,
    severity,
    x: xOf(share),
    y: yOf(most),
  }));
  const taken: Box[] = points.flatMap(({ row, severity, x, y }) => {
    const spot = { left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 };
    const { ciLow, ciHigh } = row.share;
    const flat =
      ciLow === null || ciHigh === null
        ? spot
        : { left: xOf(ciLow), right: xOf(ciHigh), top: y - 1, bottom: y + 1 };
    const { ciLow: low, ciHigh: high } = severity.share;
    const upright =
      low === null || high === null ? spot : { left: x - 1, right: x + 1, top: yOf(high), bottom: yOf(low) };
    return [spot, flat, upright];
  });
  const inside: Box = { left: plot.left, top: 4, right: width - 2, bottom: plot.top + plot.height };
  return {
    width,
    height,
    plot,
    across,
    up,
    points: points.map((point) => ({ ...point, ...labelled(point, taken, inside) })),
  };
}

function labelled(
  { row, x, y }: { readonly row: PriorityRow; readonly x: number; readonly y: number },
  taken: Box[],
  inside: Box,
): Pick<SeverityPoint, 'label' | 'labelX' | 'labelY' | 'align'> {
  for (const label of [wrapText(row.name, 24, 2), row.rankText]) {
    const lines = label.split('\n');
    const across = Math.max(...lines.map(({ length }) => length)) * letterWidth;
    const high = lines.length * labelLine;
    const [above, below] = [y - 3 - high / 2, y + 3 + high / 2];
    const candidates = [
      { labelX: x + 9, labelY: above, align: 'left' as const },
      { labelX: x + 9, labelY: below, align: 'left' as const },
      { labelX: x - 9, labelY: above, align: 'right' as const },
      { labelX: x - 9, labelY: below, align: 'right' as const },
      { labelX: x + 11, labelY: y, align: 'left' as const },
      { labelX: x - 11, labelY: y, align: 'right' as const },
      { labelX: x, labelY: y - 9 - high / 2, align: 'center' as const },
      { labelX: x, labelY: y + 9 + high / 2, align: 'center' as const },
    ];
    for (const candidate of candidates) {
      const { labelX, labelY, align } = candidate;
      const left = align === 'left' ? labelX : align === 'right' ? labelX - across : labelX - across / 2;
      const box = { left, right: left + across, top: labelY - high / 2, bottom: labelY + high / 2 };
      if (!isInside(box, inside) || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      return { label, ...candidate };
    }
  }
  return { label: '', labelX: x, labelY: y, align: 'left' };
}

const isInside = (box: Box, frame: Box): boolean =>
  box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
