import type { EChartsOption } from 'echarts';
import { colourAt, readableOn } from '../../charts/colour.ts';
import type { Palette } from '../../charts/palette.ts';
import { wrapWhole } from '../../text/wrapWhole.ts';
import type { ChartData } from './chartData.ts';
import { bare, fontSize, label, ruler, sideNames, type ChartSize, type ChartWords } from './chartStyle.ts';
import { font } from '../../charts/font.ts';

interface ColumnNames {
  readonly names: readonly string[];
  readonly fontSize: number;
  readonly upright: boolean;
  /** In pixels above the cells. */
  readonly room: number;
}

const smallFont = 10.5;
const lineHeight = 15;
const widthOf = (letters: number, size: number): number => letters * size * 0.56;
const longest = (parts: readonly string[]): number => Math.max(...parts.map(({ length }) => length), 1);

/**
 * Names above the columns, broken between words only: in smaller letters where a word is wider than its column,
 * and along the column where that is not enough.
 */
function columnNames(columns: readonly string[], cell: number): ColumnNames {
  const longestWord = longest(columns.flatMap((name) => name.split(/\s+/)));
  const size = [fontSize, smallFont].find((one) => widthOf(longestWord, one) <= cell - 4);
  if (size !== undefined) {
    const letters = Math.floor((cell - 4) / widthOf(1, size));
    const names = columns.map((name) => wrapWhole(name, letters, 8));
    const lines = Math.max(...names.map((name) => name.split('\n').length));
    return { names, fontSize: size, upright: false, room: lines * lineHeight + 10 };
  }
  const lines = cell >= 2 * lineHeight + 4 ? 2 : 1;
  const names = columns.map((name) => wrapWhole(name, Math.max(Math.ceil(name.length / lines), 14), lines));
  const length = longest(names.flatMap((name) => name.split('\n')));
  return { names, fontSize, upright: true, room: Math.ceil(widthOf(length, fontSize)) + 16 };
}

function layout(data: ChartData, width: number) {
  const side = sideNames(data.lines, width);
  const cell = Math.max((width - side.room - 8) / data.columns.length, 8);
  return { side, cell, above: columnNames(data.columns, cell) };
}

/** As high as its names and cells need. */
export function heatmapHeight(data: ChartData, width: number): number {
  return layout(data, width).above.room + data.lines.length * 38 + 8;
}

/** Answers by columns, the darker the larger. */
export function heatmapChart(
  data: ChartData,
  { width, height }: ChartSize,
  palette: Palette,
  words: ChartWords,
): EChartsOption {
  const { side, cell, above } = layout(data, width);
  const tall = Math.max((height - above.room - 8) / data.lines.length, 8);
  const { max } = ruler(data);
  const fillOf = (estimate: number | null): string =>
    estimate === null ? palette.empty : colourAt(palette.sequential.both, estimate / max);
  return {
    animation: false,
    textStyle: { fontFamily: font },
    grid: { left: side.room, right: 8, top: above.room, bottom: 8, outerBoundsMode: 'none' },
    xAxis: {
      ...bare,
      type: 'category',
      position: 'top',
      data: [...above.names],
      axisLabel: {
        ...label(palette),
        fontSize: above.fontSize,
        interval: 0,
        lineHeight,
        ...(above.upright && { rotate: 90 }),
      },
    },
    yAxis: { ...bare, type: 'category', inverse: true, data: side.names, axisLabel: label(palette) },
    series: [
      {
        type: 'scatter',
        symbol: 'rect',
        symbolSize: [cell - 2, tall - 2],
        silent: true,
        clip: false,
        data: data.points.flatMap((line, y) =>
          line.map(({ estimate, bracketed }, x) => {
            const text = estimate === null ? '' : words.value(estimate);
            return {
              value: [x, y],
              itemStyle: { color: fillOf(estimate), opacity: 1 },
              label: {
                show: text !== '' && cell > 34,
                formatter: bracketed ? words.bracket(text) : text,
                color: readableOn(fillOf(estimate)),
                fontFamily: font,
                fontSize,
              },
            };
          }),
        ),
      },
    ],
  };
}
