import type { TableResult } from '#contract/table.ts';
import { colourAt } from '../charts/colour.ts';
import {
  chartData,
  chartsFor,
  withoutTotal,
  type ChartData,
  type ChartKind,
} from '../tables/charts/chartData.ts';
import { lineColours, mostSteps, ruler as chartRuler, stackColours } from '../tables/charts/chartStyle.ts';
import { withoutBlankEnds } from '../tables/charts/slopeChart.ts';
import type { TableDefinition } from '../tables/tableDefinition.ts';
import type { AnsweredTable } from '../tables/tableSurroundings.ts';
import type { Drawing } from './figureContent.ts';
import { heatGrid, scaleLegend } from './heatGrid.ts';
import { intervalRows, type IntervalCell, type IntervalRow } from './intervalRows.ts';
import { moved } from './marks.ts';
import type { Ruler } from './ruler.ts';
import { slopeLines } from './slopeLines.ts';
import { stackedBars } from './stackedBars.ts';

/** One item of the rows by one group of the columns, as the window shows it. */
export function tableFigure({ result, definition }: AnsweredTable, drawing: Drawing): number {
  const { pen, width, t, formats } = drawing;
  const item = picturedItem(result, definition);
  if (!item) return pen.textFrom(0, 0, pen.lines(t('tables.noPicture'), width));
  const words = { total: t('tables.total'), mean: t('tables.mean') };
  const data = chartData(
    result,
    item,
    picturedGroup(result, definition),
    definition.share,
    definition.sort,
    words,
  );
  const wished = definition.picture.kind;
  const kinds = chartsFor(data, wished === 'slope');
  const kind = wished !== null && kinds.includes(wished) ? wished : kinds[0];
  const decimals = Number(definition.moreDecimals);
  const write = (value: number): string =>
    data.kind === 'mean' ? formats.decimal(value, decimals + 1) : formats.percent(value, decimals);
  return draw(kind, data, { ...drawing, decimals, write, bracket: (text) => t('tables.bracket', { text }) });
}

/** Its place in the result, as the window finds it; `null` where there is nothing to draw. */
export function picturedItem(
  { items }: Pick<TableResult, 'items'>,
  { picture }: Pick<TableDefinition, 'picture'>,
): TableResult['items'][number] | null {
  const drawable = items.filter(({ lines }) => lines.length > 0);
  const chosen = drawable.find(({ kind, name }) => kind === picture.item?.kind && name === picture.item.name);
  return chosen ?? drawable.at(0) ?? null;
}

export function picturedGroup(
  { banner }: Pick<TableResult, 'banner'>,
  { picture }: Pick<TableDefinition, 'picture'>,
): number | null {
  if (banner.length === 0) return null;
  const names = banner.map(({ variables }) => variables.map(({ variable }) => variable).join('\n'));
  return Math.max(names.indexOf(picture.column?.join('\n') ?? ''), 0);
}

interface TableDrawing extends Drawing {
  readonly decimals: number;
  readonly write: (value: number) => string;
  readonly bracket: (text: string) => string;
}

type Point = ChartData['points'][number][number];

function textOf({ estimate, bracketed }: Point, { write, bracket, t }: TableDrawing): string {
  if (estimate === null) return t('tables.suppressed');
  return bracketed ? bracket(write(estimate)) : write(estimate);
}

function draw(kind: ChartKind, data: ChartData, drawing: TableDrawing): number {
  const { pen, width, formats, write } = drawing;
  if (kind === 'stacked') {
    const colours = stackColours(data.lines.length, pen.palette);
    // So many answers are told apart by their numbers.
    const numbers = data.lines.map((_, line) =>
      data.lines.length > mostSteps ? formats.count(line + 1) : '',
    );
    return stackedBars(
      pen,
      width,
      data.columns.map((label, column) => {
        const points = data.points.map((line) => line[column]);
        return {
          label,
          sub: '',
          prefix: '',
          instead: points.every(({ estimate }) => estimate === null) ? textOf(points[0], drawing) : null,
          parts: points.map((point, line) => ({
            share: point.estimate,
            text: textOf(point, drawing),
            letters: '',
            number: numbers[line],
          })),
        };
      }),
      data.lines.map((text, line) => ({
        text: `${numbers[line]} ${text}`.trim(),
        colour: colours[line],
      })),
    );
  }
  const { min, max, interval } = chartRuler(data);
  const ruler: Ruler = { low: min, high: max, step: interval, write };
  if (kind === 'heatmap') return heatmap(data, ruler, drawing);
  if (kind === 'slope') {
    const drawn = withoutBlankEnds(data.hasTotal ? withoutTotal(data) : data);
    const colours = lineColours(drawn.lines.length, pen.palette);
    const lines = drawn.lines.map((name, line) => ({
      name,
      colour: colours[line],
      points: drawn.points[line].map((point) => ({
        estimate: point.estimate,
        text: textOf(point, drawing),
        hollow: point.bracketed,
      })),
    }));
    return slopeLines(pen, width, lines, drawn.columns, ruler);
  }
  const colour = colourAt(pen.palette.sequential.both, 0.72);
  const cellOf = (point: Point): IntervalCell => ({
    estimate: point.estimate,
    ciLow: point.ciLow,
    ciHigh: point.ciHigh,
    hollow: point.bracketed,
    colour,
    form: 'circle',
    text: textOf(point, drawing),
    interval:
      data.kind === 'share'
        ? formats.percentInterval({ ...point, se: null }, 1)
        : point.ciLow === null || point.ciHigh === null
          ? ''
          : `(${write(point.ciLow)}–${write(point.ciHigh)})`,
  });
  const rows: IntervalRow[] =
    data.lines.length === 1 && data.columns.length > 1
      ? data.columns.map((label, column) => ({ label, cells: [cellOf(data.points[0][column])] }))
      : data.columns.length === 1
        ? data.lines.map((label, line) => ({ label, cells: [cellOf(data.points[line][0])] }))
        : data.lines.flatMap((heading, line) =>
            data.columns.map((label, column) => ({
              ...(column === 0 && { heading }),
              label,
              cells: [cellOf(data.points[line][column])],
            })),
          );
  return intervalRows(pen, width, rows, [{ title: '' }], ruler, kind === 'grouped' ? 'bar' : 'dot');
}

function heatmap(data: ChartData, { high, write }: Ruler, drawing: TableDrawing): number {
  const { pen, width, formats, decimals } = drawing;
  const { palette, type } = pen;
  const fill = (value: number): string => colourAt(palette.sequential.both, value / high);
  const ramp = Array.from({ length: 9 }, (_, index) => fill((index / 8) * high));
  const legend = scaleLegend(pen, width, ramp, {
    low: write(0),
    high: write(high),
    lowWords: '',
    highWords: '',
  });
  const before = pen.marks.length;
  const side = (label: string) => ({ label, share: '' });
  const bare = { ...drawing, write: (value: number) => formats.percentBare(value, decimals) };
  const tall = heatGrid(
    pen,
    width,
    [
      {
        title: '',
        rows: data.lines.map(side),
        columns: data.columns.map(side),
        cells: data.points.map((line) =>
          line.map((point) => ({
            fill: point.estimate === null ? palette.empty : fill(point.estimate),
            value: point.estimate,
            text: textOf(point, drawing),
            ...(data.kind === 'share' && { short: textOf(point, bare) }),
            faded: false,
          })),
        ),
      },
    ],
    { rows: '', columns: '', sharedRows: '', sharedColumns: '' },
    null,
  );
  const down = legend + type.label * 0.9;
  pen.marks.push(...moved(pen.marks.splice(before), 0, down));
  return down + tall;
}
