import { mix } from '../charts/colour.ts';
import { drawnWords, type DrawnMark } from '../charts/drawnMark.ts';
import type { Palette } from '../charts/palette.ts';
import { bar, dot, outline, reachOf } from './chartMarks.ts';
import type { Figure, PriorityGroup, PriorityRow } from './priorityRows.ts';
import { laneAt, lineHeight, type Panel, type RankingLayout } from './rankingLayout.ts';
import { rankingWords } from './rankingWords.ts';

/** What the chart prints beside names and numbers of the rows. */
export interface RankingWords {
  readonly percent: (share: number) => string;
  readonly higher: string;
  readonly lower: string;
}

/** Concerns from the largest share down, each a dot on its interval, on one scale. Draws, computes nothing. */
export function rankingChart(
  rows: readonly PriorityRow[],
  layout: RankingLayout,
  palette: Palette,
  words: RankingWords,
): DrawnMark[] {
  const figures = rows
    .flatMap((row) => [row, ...row.groups])
    .flatMap((figure): Figure[] => (figure.naive ? [figure, figure.naive] : [figure]));
  const reach = reachOf(figures.map(({ share }) => share.ciHigh ?? share.estimate));
  return [
    ...rulers(rows.length, layout, palette, reach),
    ...rowRules(rows.length, layout, palette),
    ...headings(layout, palette, words, reach),
    ...rows.flatMap((row, index) => nameOf(row, index, layout, palette)),
    ...(layout.arrangement === 'plain' ? ties(rows, layout, palette) : []),
    ...layout.panels.flatMap((panel, index) => marksIn(rows, panel, index, layout, palette, reach)),
    ...rows.flatMap((row, index) => rankingWords(row, index, layout, palette, words)),
  ];
}

const stepOf = (reach: number): number => (reach > 0.5 ? 0.2 : 0.1);
const stopsOf = (reach: number): number[] =>
  Array.from({ length: Math.floor(reach / stepOf(reach) + 1e-9) + 1 }, (_, index) => index * stepOf(reach));

function rulers(
  count: number,
  { panels, top, rowHeight }: RankingLayout,
  palette: Palette,
  reach: number,
): DrawnMark[] {
  const toY = top + count * rowHeight;
  return panels.flatMap(({ left, width }) =>
    stopsOf(reach)
      .filter((stop) => stop < reach)
      .map((stop): DrawnMark => {
        const x = left + (stop / reach) * width;
        return { kind: 'line', x, y: top, toX: x, toY, stroke: palette.line };
      }),
  );
}

function marksIn(
  rows: readonly PriorityRow[],
  panel: Panel,
  panelIndex: number,
  layout: RankingLayout,
  palette: Palette,
  reach: number,
): DrawnMark[] {
  const x = (share: number): number => panel.left + (share / reach) * panel.width;
  /** Under the bar, thinner than it. */
  const naiveMarks = (
    { naive }: PriorityRow | PriorityGroup,
    row: PriorityRow,
    y: number,
    thickness: number,
  ): DrawnMark[] => {
    const { estimate, ciLow, ciHigh } = naive?.share ?? noShare;
    if (estimate === null || ciLow === null || ciHigh === null) return [];
    const place = { from: x(ciLow), to: x(ciHigh), estimate: x(estimate) };
    return outline(place, y + thickness * 0.85, Math.round(thickness / 2), row.freedom, palette);
  };
  const marks = (
    figure: PriorityRow | PriorityGroup | undefined,
    row: PriorityRow,
    y: number,
    thickness: number,
  ): DrawnMark[] => {
    const { estimate, ciLow, ciHigh } = figure?.share ?? noShare;
    if (figure === undefined || estimate === null) return [];
    const interval =
      ciLow === null || ciHigh === null ? [] : [bar(x(ciLow), x(ciHigh), y, thickness, row.freedom, palette)];
    const hollow = figure.shown === 'bracketed';
    return [
      ...naiveMarks(figure, row, y, thickness),
      ...interval,
      dot(x(estimate), y, row.freedom, palette, { size: Math.min(thickness - 1, 8), hollow }),
    ];
  };
  return rows.flatMap((row, index): DrawnMark[] => {
    const middle = layout.top + (index + 0.5) * layout.rowHeight;
    if (layout.arrangement === 'plain') return marks(row, row, middle, 11);
    const { estimate } = row.share;
    const reference = estimate === null ? [] : [allMark(x(estimate), middle, layout, palette)];
    if (layout.arrangement === 'columns')
      return panelIndex === 0
        ? marks(row, row, middle, 10)
        : [...reference, ...marks(row.groups[panelIndex - 1], row, middle, 10)];
    return [
      ...reference,
      ...row.groups.flatMap((group, lane) => marks(group, row, laneAt(layout, index, lane), 8)),
    ];
  });
}

const noShare = { estimate: null, ciLow: null, ciHigh: null };

/** The share of all, as a thin line to hold the groups against. */
function allMark(
  x: number,
  y: number,
  { rowHeight, arrangement, lanes }: RankingLayout,
  palette: Palette,
): DrawnMark {
  const height = arrangement === 'lanes' ? rowHeight - 8 : Math.min(lanes.height + 3, rowHeight - 6);
  const fill = mix(palette.ink, palette.canvas, 0.45);
  return { kind: 'rect', x: x - 0.75, y: y - height / 2, width: 1.5, height, fill };
}

function rowRules(count: number, { top, rowHeight, width }: RankingLayout, palette: Palette): DrawnMark[] {
  return Array.from({ length: count + 1 }, (_, index) => {
    const y = top + index * rowHeight;
    return { kind: 'line', x: 0, y, toX: width, toY: y, stroke: palette.line };
  });
}

function headings(
  { panels, top, shared }: RankingLayout,
  palette: Palette,
  words: RankingWords,
  reach: number,
): DrawnMark[] {
  const common = { block: 'bottom', lineHeight } as const;
  return [
    drawnWords(0, top - 8, shared, palette.inkSoft, 13, common),
    ...panels.flatMap(({ left, width, title }) => {
      const apart = (stepOf(reach) / reach) * width;
      const every = apart < 34 ? 2 : 1;
      return [
        drawnWords(left, top - 24, title, palette.ink, 13, { ...common, weight: 600 }),
        ...stopsOf(reach)
          .filter((_, index) => index % every === 0)
          .map((stop) =>
            drawnWords(left + (stop / reach) * width, top - 7, words.percent(stop), palette.inkSoft, 11, {
              align: 'center',
              block: 'bottom',
            }),
          ),
      ];
    }),
  ];
}

/** The rank and, before the name, the form of the freedom. */
function nameOf(row: PriorityRow, index: number, layout: RankingLayout, palette: Palette): DrawnMark[] {
  const y = layout.top + (index + 0.5) * layout.rowHeight;
  const { fill, form, radius } = dot(layout.markX, y, row.freedom, palette, { size: 9, hollow: false });
  return [
    drawnWords(layout.rankRight, y, row.rankText || '–', palette.inkSoft, 12, { align: 'right' }),
    { kind: 'dot', x: layout.markX, y, radius, fill, form },
    drawnWords(layout.nameX, y, layout.names[index], palette.ink, 13, { lineHeight }),
  ];
}

/** A bracket joins each two neighbours that cannot be told apart; one bracket never means three. */
function ties(rows: readonly PriorityRow[], layout: RankingLayout, palette: Palette): DrawnMark[] {
  const { tieX: x, top, rowHeight } = layout;
  return rows.flatMap(({ tied }, index): DrawnMark[] => {
    if (!tied || index === rows.length - 1) return [];
    const [y, toY] = [top + (index + 0.5) * rowHeight + 3, top + (index + 1.5) * rowHeight - 3];
    const line = { kind: 'line', stroke: palette.inkSoft } as const;
    return [
      { ...line, x, y, toX: x + 6, toY: y },
      { ...line, x: x + 6, y, toX: x + 6, toY },
      { ...line, x: x + 6, y: toY, toX: x, toY },
    ];
  });
}
