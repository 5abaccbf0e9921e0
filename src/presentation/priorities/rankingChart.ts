import type { EChartsOption } from 'echarts';
import type { ScatterSeriesOption } from 'echarts/charts';
import type { Palette } from '../charts/palette.ts';
import { bar, dot, hueOf, outline, reachOf, text, type Mark } from './chartMarks.ts';
import type { Figure, PriorityGroup, PriorityRow } from './priorityRows.ts';
import { lineHeight, type Panel, type RankingLayout } from './rankingLayout.ts';
import { font } from '../charts/font.ts';

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
): EChartsOption {
  const { panels, top, rowHeight } = layout;
  const figures = rows
    .flatMap((row) => [row, ...row.groups])
    .flatMap((figure): Figure[] => (figure.naive ? [figure, figure.naive] : [figure]));
  const reach = reachOf(figures.map(({ share }) => share.ciHigh ?? share.estimate));
  const bare = { axisLine: { show: false }, axisTick: { show: false }, axisLabel: { show: false } };
  const line = { lineStyle: { color: palette.line }, showMaxLine: false };
  const height = rows.length * rowHeight;
  return {
    animation: false,
    textStyle: { fontFamily: font },
    grid: panels.map(({ left, width }) => ({ left, top, width, height, outerBoundsMode: 'none' as const })),
    xAxis: panels.map((_, gridIndex) => ({
      ...bare,
      type: 'value' as const,
      gridIndex,
      position: 'top' as const,
      min: 0,
      max: reach,
      interval: reach > 0.5 ? 0.2 : 0.1,
      splitLine: line,
    })),
    yAxis: panels.map((_, gridIndex) => ({
      ...bare,
      type: 'value' as const,
      gridIndex,
      inverse: true,
      min: 0,
      max: rows.length,
      interval: 1,
      splitLine: { show: false },
    })),
    graphic: [
      ...rowRules(rows.length, layout, palette),
      ...headings(layout, palette, words, reach),
      ...rows.flatMap((row, index) => nameOf(row, index, layout, palette)),
      ...(layout.arrangement === 'plain' ? ties(rows, layout, palette) : []),
      ...rows.flatMap((row, index) => valuesOf(row, index, layout, palette, words)),
    ],
    series: panels.map((panel, index) => ({
      type: 'scatter' as const,
      xAxisIndex: index,
      yAxisIndex: index,
      silent: true,
      clip: false,
      animation: false,
      z: 3,
      data: marksIn(rows, panel, index, layout, palette, reach),
    })),
  };
}

function marksIn(
  rows: readonly PriorityRow[],
  panel: Panel,
  panelIndex: number,
  layout: RankingLayout,
  palette: Palette,
  reach: number,
): NonNullable<ScatterSeriesOption['data']> {
  const pixels = (share: number): number => Math.round((share / reach) * panel.width);
  /** Under the bar, thinner than it. */
  const naiveMarks = (
    { naive }: PriorityRow | PriorityGroup,
    row: PriorityRow,
    at: number,
    thickness: number,
  ): Mark[] => {
    const { estimate, ciLow, ciHigh } = naive?.share ?? noShare;
    if (estimate === null || ciLow === null || ciHigh === null) return [];
    const place = { middle: (ciLow + ciHigh) / 2, estimate, at: at + (thickness * 0.85) / layout.rowHeight };
    return outline(place, [pixels(ciHigh - ciLow), Math.round(thickness / 2)], row.freedom, palette);
  };
  const marks = (
    figure: PriorityRow | PriorityGroup | undefined,
    row: PriorityRow,
    at: number,
    thickness: number,
  ): Mark[] => {
    const { estimate, ciLow, ciHigh } = figure?.share ?? noShare;
    if (figure === undefined || estimate === null) return [];
    const interval =
      ciLow === null || ciHigh === null
        ? []
        : [bar([(ciLow + ciHigh) / 2, at], [pixels(ciHigh - ciLow), thickness], row.freedom, palette)];
    const hollow = figure.shown === 'bracketed';
    return [
      ...naiveMarks(figure, row, at, thickness),
      ...interval,
      dot([estimate, at], row.freedom, palette, { size: Math.min(thickness - 1, 8), hollow }),
    ];
  };
  return rows.flatMap((row, index): Mark[] => {
    const middle = index + 0.5;
    if (layout.arrangement === 'plain') return marks(row, row, middle, 11);
    const reference =
      row.share.estimate === null ? [] : [allMark([row.share.estimate, middle], layout, palette)];
    if (layout.arrangement === 'columns')
      return panelIndex === 0
        ? marks(row, row, middle, 10)
        : [...reference, ...marks(row.groups[panelIndex - 1], row, middle, 10)];
    return [
      ...reference,
      ...row.groups.flatMap((group, lane) =>
        marks(group, row, index + laneAt(lane, row, layout) / layout.rowHeight, 8),
      ),
    ];
  });
}

const noShare = { estimate: null, ciLow: null, ciHigh: null };

/** The share of all, as a thin line to hold the groups against. */
function allMark(
  place: readonly [number, number],
  { rowHeight, arrangement, lanes }: RankingLayout,
  palette: Palette,
): Mark {
  const height = arrangement === 'lanes' ? rowHeight - 8 : Math.min(lanes.height + 3, rowHeight - 6);
  return {
    value: [...place],
    symbol: 'rect',
    symbolSize: [1.5, height],
    itemStyle: { color: palette.ink, opacity: 0.55 },
  };
}

/** The middle of a lane, from the top of its row. */
function laneAt(lane: number, row: PriorityRow, { lanes, rowHeight }: RankingLayout): number {
  return rowHeight / 2 + (lane - (row.groups.length - 1) / 2) * lanes.height;
}

function rowRules(count: number, { top, rowHeight, width }: RankingLayout, palette: Palette): object[] {
  return Array.from({ length: count + 1 }, (_, index) => ({
    type: 'line',
    silent: true,
    shape: { x1: 0, x2: width, y1: top + index * rowHeight, y2: top + index * rowHeight },
    style: { stroke: palette.line, lineWidth: 1 },
  }));
}

function headings(
  { panels, top, shared }: RankingLayout,
  palette: Palette,
  words: RankingWords,
  reach: number,
): object[] {
  const step = reach > 0.5 ? 0.2 : 0.1;
  const stops = Array.from({ length: Math.floor(reach / step + 1e-9) + 1 }, (_, index) => index * step);
  const small = { fill: palette.inkSoft, font: `11px ${font}`, align: 'center', verticalAlign: 'bottom' };
  return [
    text(0, top - 8, shared, {
      fill: palette.inkSoft,
      font: `13px ${font}`,
      lineHeight,
      verticalAlign: 'bottom',
    }),
    ...panels.flatMap(({ left, width, title }) => {
      const apart = (step / reach) * width;
      const every = apart < 34 ? 2 : 1;
      return [
        text(left, top - 24, title, {
          fill: palette.ink,
          font: `600 13px ${font}`,
          lineHeight,
          verticalAlign: 'bottom',
        }),
        ...stops
          .filter((_, index) => index % every === 0)
          .map((stop) => text(left + (stop / reach) * width, top - 7, words.percent(stop), small)),
      ];
    }),
  ];
}

function nameOf(row: PriorityRow, index: number, layout: RankingLayout, palette: Palette): object[] {
  const y = layout.top + (index + 0.5) * layout.rowHeight;
  const middle = { verticalAlign: 'middle', lineHeight };
  return [
    text(layout.rankRight, y, row.rankText || '–', {
      ...middle,
      align: 'right',
      fill: palette.inkSoft,
      font: `12px ${font}`,
    }),
    freedomForm(row, layout.markX, y, palette),
    text(layout.nameX, y, layout.names[index], { ...middle, fill: palette.ink, font: `13px ${font}` }),
  ];
}

/** The form of the freedom before the name: a circle, a diamond, a square. */
function freedomForm({ freedom }: PriorityRow, x: number, y: number, palette: Palette): object {
  const style = { fill: hueOf(freedom, palette) };
  const common = { silent: true, style };
  if (freedom === 'want')
    return {
      ...common,
      type: 'polygon',
      shape: {
        points: [
          [x, y - 5.5],
          [x + 5.5, y],
          [x, y + 5.5],
          [x - 5.5, y],
        ],
      },
    };
  if (freedom === 'dignity')
    return { ...common, type: 'rect', shape: { x: x - 4, y: y - 4, width: 8, height: 8 } };
  return { ...common, type: 'circle', shape: { cx: x, cy: y, r: 4.5 } };
}

/** A bracket joins each two neighbours that cannot be told apart; one bracket never means three. */
function ties(rows: readonly PriorityRow[], layout: RankingLayout, palette: Palette): object[] {
  const { tieX, top, rowHeight } = layout;
  return rows.flatMap(({ tied }, index) => {
    if (!tied || index === rows.length - 1) return [];
    const [from, to] = [top + (index + 0.5) * rowHeight + 3, top + (index + 1.5) * rowHeight - 3];
    return [
      {
        type: 'polyline',
        silent: true,
        shape: {
          points: [
            [tieX, from],
            [tieX + 6, from],
            [tieX + 6, to],
            [tieX, to],
          ],
        },
        style: { stroke: palette.inkSoft, lineWidth: 1.25, fill: 'none' },
      },
    ];
  });
}

function valuesOf(
  row: PriorityRow,
  index: number,
  layout: RankingLayout,
  palette: Palette,
  words: RankingWords,
): object[] {
  const { arrangement, panels, valueX, top, rowHeight, lanes } = layout;
  const middle = top + (index + 0.5) * rowHeight;
  const colour = hueOf(row.freedom, palette);
  const arrow = (differs: 'higher' | 'lower' | null): string =>
    differs === null ? '' : ` ${differs === 'higher' ? words.higher : words.lower}`;
  const share = (x: number, y: number, figure: Figure, after: string, strong: boolean): object =>
    text(x, y, `${figure.text}${after}`, {
      fill: figure.share.estimate === null ? palette.inkSoft : strong ? colour : palette.ink,
      font: `${strong ? 600 : 400} ${arrangement === 'lanes' ? 12 : 13}px ${font}`,
      align: arrangement === 'columns' ? 'left' : 'right',
      verticalAlign: 'middle',
    });
  const interval = (y: number, words: string, x = valueX + 6): object =>
    text(x, y, words, { fill: palette.inkSoft, font: `12px ${font}`, verticalAlign: 'middle' });

  if (arrangement === 'plain') return [share(valueX, middle, row, '', true), interval(middle, row.interval)];
  if (arrangement === 'columns')
    return panels.flatMap(({ left, width }, panel) => {
      const group = panel === 0 ? null : row.groups[panel - 1];
      const strong = group === null || group.differs !== null;
      const x = left + width + 8;
      const figure = group ?? row;
      return [
        share(x, middle - 8, figure, arrow(group?.differs ?? null), strong),
        interval(middle + 8, figure.interval, x),
      ];
    });
  return row.groups.flatMap((group, lane) => {
    const y = top + index * rowHeight + laneAt(lane, row, layout);
    return [
      text(lanes.right, y, lanes.labels[lane], {
        fill: palette.inkSoft,
        font: `12px ${font}`,
        align: 'right',
        verticalAlign: 'middle',
      }),
      share(valueX, y, group, '', group.differs !== null),
      interval(y, `${group.interval}${arrow(group.differs)}`),
    ];
  });
}
