import type { Freedom } from '#contract/concern.ts';
import { hueOf } from '../priorities/chartMarks.ts';
import type { AnsweredPriorities } from '../priorities/prioritiesSurroundings.ts';
import {
  priorityRows,
  rowWords,
  type Figure,
  type PriorityGroup,
  type PriorityRow,
  type Ranking,
} from '../priorities/priorityRows.ts';
import type { Drawing } from './figureContent.ts';
import { intervalRows, type IntervalCell, type IntervalRow } from './intervalRows.ts';
import { legendLine, type LegendEntry } from './legendLine.ts';
import { moved } from './marks.ts';
import { formOf } from './freedomForm.ts';
import { shareRuler } from './ruler.ts';
import { severityFigure } from './severityFigure.ts';

/** Concerns by their share, in all or by group; or by severity and prevalence. */
export function prioritiesFigure({ result, definition }: AnsweredPriorities, drawing: Drawing): number {
  const { pen, width, t, formats } = drawing;
  const { rows, shared } = priorityRows(result, formats, rowWords(t));
  if (definition.picture === 'severity')
    return withLegend(drawing, rows, [], () => severityFigure(rows, drawing));
  const groups = rows.at(0)?.groups ?? [];
  const ruler = shareRuler(
    rows.flatMap((row) => [row, ...row.groups]).map(({ share }) => share.ciHigh ?? share.estimate),
    (share) => formats.percent(share),
  );
  const common = (row: PriorityRow): Pick<IntervalRow, 'label' | 'prefix' | 'sign'> => ({
    label: row.name,
    prefix: row.rank === null ? '–' : formats.count(row.rank),
    sign: { form: formOf(row.freedom), colour: hueOf(row.freedom, pen.palette) },
  });
  const all: LegendEntry = { text: t('priorities.legendAll'), colour: pen.palette.inkSoft, form: 'line' };
  const sharedWords = shared === '' ? [] : [shared];
  if (groups.length === 0) {
    const tied: LegendEntry = {
      text: t('priorities.legendTied'),
      colour: pen.palette.inkSoft,
      form: 'bracket',
    };
    const lines = rows.map((row, index): IntervalRow => ({
      ...common(row),
      tied: row.tied && index < rows.length - 1,
      cells: [cellOf(row, row.freedom, drawing)],
    }));
    return withLegend(
      drawing,
      rows,
      lines.some((line) => line.tied) ? [tied] : [],
      () => intervalRows(pen, width, lines, [{ title: '' }], ruler),
      sharedWords,
    );
  }
  if (definition.groupsAs === 'columns' || groups.length > mostLanes) {
    const lines = rows.map((row): IntervalRow => ({
      ...common(row),
      reference: row.share.estimate,
      cells: [
        cellOf(row, row.freedom, drawing),
        ...row.groups.map((group) => groupCell(group, row, drawing)),
      ],
    }));
    const panels = [{ title: t('priorities.all') }, ...groups.map(({ label }) => ({ title: label }))];
    return withLegend(
      drawing,
      rows,
      [all],
      () => intervalRows(pen, width, lines, panels, ruler),
      sharedWords,
    );
  }
  const lines = rows.flatMap((row) =>
    row.groups.map((group, index): IntervalRow => ({
      ...(index === 0 && { heading: `${row.rank === null ? '–' : formats.count(row.rank)}. ${row.name}` }),
      label: group.label,
      reference: row.share.estimate,
      cells: [groupCell(group, row, drawing)],
    })),
  );
  return withLegend(
    drawing,
    rows,
    [all],
    () => intervalRows(pen, width, lines, [{ title: '' }], ruler),
    sharedWords,
  );
}

/** More groups than this stand in columns. */
const mostLanes = 6;

/** One concern in each group. */
export function concernFigure(result: Ranking, drawing: Drawing): number {
  const { pen, width, t, formats } = drawing;
  const [row] = priorityRows(result, formats, rowWords(t)).rows;
  const highest = [row, ...row.groups].map(({ share }) => share.ciHigh ?? share.estimate);
  const lines = [
    { label: t('priorities.all'), cells: [cellOf(row, row.freedom, drawing)] },
    ...row.groups.map((group) => ({
      label: group.label,
      reference: row.share.estimate,
      cells: [groupCell(group, row, drawing)],
    })),
  ];
  return intervalRows(
    pen,
    width,
    lines,
    [{ title: '' }],
    shareRuler(highest, (share) => formats.percent(share)),
  );
}

function cellOf(figure: Figure, freedom: Freedom | null, { pen }: Drawing): IntervalCell {
  const { share, shown, text, interval } = figure;
  return {
    estimate: share.estimate,
    ciLow: share.ciLow,
    ciHigh: share.ciHigh,
    hollow: shown === 'bracketed',
    colour: hueOf(freedom, pen.palette),
    form: formOf(freedom),
    text,
    interval,
  };
}

function groupCell(group: PriorityGroup, { freedom }: PriorityRow, drawing: Drawing): IntervalCell {
  const cell = cellOf(group, freedom, drawing);
  const { differs } = group;
  if (differs === null) return { ...cell, strong: false };
  return { ...cell, text: `${cell.text} ${drawing.t(`priorities.${differs}`)}` };
}

/** The forms of the freedoms, and other signs, above. */
function withLegend(
  { pen, width, t }: Drawing,
  rows: readonly PriorityRow[],
  more: readonly LegendEntry[],
  draw: () => number,
  before: readonly string[] = [],
): number {
  const freedoms = (['fear', 'want', 'dignity'] as const).filter((freedom) =>
    rows.some((row) => row.freedom === freedom),
  );
  const entries: LegendEntry[] = freedoms.map((freedom) => ({
    text: t(`freedom.${freedom}`),
    colour: hueOf(freedom, pen.palette),
    form: formOf(freedom),
  }));
  let top = legendLine(pen, [...entries, ...more], 0, 0, width) + pen.type.label * 0.9;
  for (const words of before)
    top = pen.textFrom(0, top, pen.lines(words, width), { fill: pen.palette.inkSoft }) + pen.type.label * 0.2;
  const from = pen.marks.length;
  const high = draw();
  pen.marks.push(...moved(pen.marks.splice(from), 0, top));
  return top + high;
}
