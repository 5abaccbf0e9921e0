import { wrapText } from '../text/wrapText.ts';

/** One dot a concern; a lane for each group within it; or a column for each group. */
export type Arrangement = 'plain' | 'lanes' | 'columns';

/** More groups than this stand in columns. */
export const mostLanes = 6;

export interface Panel {
  readonly left: number;
  readonly width: number;
  /** Wrapped; empty where there is one panel. */
  readonly title: string;
}

/** Where everything stands, in CSS pixels. */
export interface RankingLayout {
  readonly arrangement: Arrangement;
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly rowHeight: number;
  readonly shared: string;
  readonly names: readonly string[];
  readonly rankRight: number;
  readonly markX: number;
  readonly nameX: number;
  readonly lanes: { readonly right: number; readonly labels: readonly string[]; readonly height: number };
  readonly panels: readonly Panel[];
  /** Left end of the brackets that join neighbours. */
  readonly tieX: number;
  /** Right end of the printed shares of the first panel; intervals follow. */
  readonly valueX: number;
}

const letterWidth = 6.7;
const smallLetterWidth = 6.2;
export const lineHeight = 16;
const laneHeight = 17;
const beforeNames = 48;
const valueWidth = { plain: 134, lanes: 148, columns: 82 };
const tieWidth = 20;
const leastPanel = 158;

const clamp = (value: number, low: number, high: number): number =>
  Math.round(Math.min(Math.max(value, low), high));
const linesOf = (words: string): number => (words === '' ? 0 : words.split('\n').length);

/** @param groups labels of the groups. */
export function rankingLayout(
  available: number,
  names: readonly string[],
  shared: string,
  groups: readonly string[],
  arrangement: Arrangement,
  all: string,
): RankingLayout {
  const nameWidth =
    arrangement === 'plain' ? clamp(available * 0.32, 150, 300) : clamp(available * 0.25, 140, 240);
  const wrapped = names.map((name) => wrapText(name, Math.floor(nameWidth / letterWidth), 3));
  const laneWidth =
    arrangement === 'lanes'
      ? clamp(Math.max(...groups.map(({ length }) => length)) * smallLetterWidth + 12, 48, 132)
      : 0;
  const laneLabels = groups.map((label) => wrapText(label, Math.floor(120 / smallLetterWidth), 1));
  const left = beforeNames + nameWidth + laneWidth + 14;

  const titles = arrangement === 'columns' ? [all, ...groups] : [''];
  const rest = Math.max(available - left, 180);
  const panelWidth =
    arrangement === 'columns' ? Math.max(Math.floor(rest / titles.length), leastPanel) : rest;
  const tied = arrangement === 'plain' ? tieWidth : 0;
  const plotWidth = panelWidth - valueWidth[arrangement] - tied;
  const panels = titles.map((title, index) => ({
    left: left + index * panelWidth,
    width: plotWidth,
    title: wrapText(title, Math.floor((panelWidth - 8) / letterWidth), 3),
  }));

  const caption = wrapText(shared, Math.floor((beforeNames + nameWidth) / letterWidth), 3);
  const mostTitleLines = Math.max(...panels.map(({ title }) => linesOf(title)));
  const top = Math.max(24 + mostTitleLines * lineHeight, linesOf(caption) * lineHeight + 8, 28);
  const mostLines = Math.max(...wrapped.map(linesOf), 1);
  const lanesHeight = arrangement === 'lanes' ? groups.length * laneHeight + 10 : 0;
  const rowHeight = Math.max(mostLines * lineHeight + 8, lanesHeight, arrangement === 'columns' ? 40 : 30);
  const { left: firstLeft, width: firstWidth } = panels[0];
  return {
    arrangement,
    width: arrangement === 'columns' ? left + titles.length * panelWidth : left + rest,
    height: top + names.length * rowHeight + 6,
    top,
    rowHeight,
    shared: caption,
    names: wrapped,
    rankRight: 22,
    markX: 35,
    nameX: beforeNames,
    lanes: { right: left - 10, labels: laneLabels, height: laneHeight },
    panels,
    tieX: firstLeft + firstWidth + 8,
    valueX: firstLeft + firstWidth + tied + 54,
  };
}

/** The middle of a lane. */
export function laneAt({ top, rowHeight, lanes }: RankingLayout, row: number, lane: number): number {
  return top + (row + 0.5) * rowHeight + (lane - (lanes.labels.length - 1) / 2) * lanes.height;
}
