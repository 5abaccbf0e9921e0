import { drawnWords, type DrawnMark } from '../charts/drawnMark.ts';
import type { Palette } from '../charts/palette.ts';
import { hueOf } from './chartMarks.ts';
import type { Figure, PriorityRow } from './priorityRows.ts';
import { laneAt, type RankingLayout } from './rankingLayout.ts';

/** The shares and intervals of a row, in words beside its marks; of groups, their names before them. */
export function rankingWords(
  row: PriorityRow,
  index: number,
  layout: RankingLayout,
  palette: Palette,
  arrows: { readonly higher: string; readonly lower: string },
): DrawnMark[] {
  const { arrangement, panels, valueX, top, rowHeight, lanes } = layout;
  const middle = top + (index + 0.5) * rowHeight;
  const colour = hueOf(row.freedom, palette);
  const size = arrangement === 'lanes' ? 12 : 13;
  const align = arrangement === 'columns' ? 'left' : 'right';
  const arrow = (differs: 'higher' | 'lower' | null): string =>
    differs === null ? '' : ` ${arrows[differs]}`;
  const share = (x: number, y: number, figure: Figure, after: string, strong: boolean): DrawnMark => {
    const fill = figure.share.estimate === null ? palette.inkSoft : strong ? colour : palette.ink;
    return drawnWords(x, y, `${figure.text}${after}`, fill, size, { weight: strong ? 600 : 400, align });
  };
  const interval = (y: number, words: string, x = valueX + 6): DrawnMark =>
    drawnWords(x, y, words, palette.inkSoft, 12);

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
    const y = laneAt(layout, index, lane);
    return [
      drawnWords(lanes.right, y, lanes.labels[lane], palette.inkSoft, 12, { align: 'right' }),
      share(valueX, y, group, '', group.differs !== null),
      interval(y, `${group.interval}${arrow(group.differs)}`),
    ];
  });
}
