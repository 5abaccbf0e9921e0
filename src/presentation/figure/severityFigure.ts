import { hueOf } from '../priorities/chartMarks.ts';
import type { PriorityRow } from '../priorities/priorityRows.ts';
import type { Drawing } from './figureContent.ts';
import { formOf } from './freedomForm.ts';
import { shareRuler } from './ruler.ts';
import { scatterPlot, type ScatterPoint } from './scatterPlot.ts';

/** How many have each concern, and of these how many answer most severely. */
export function severityFigure(rows: readonly PriorityRow[], { pen, width, t, formats }: Drawing): number {
  const points = rows.flatMap((row): ScatterPoint[] => {
    const { severity, share } = row;
    if ('none' in severity || severity.share.estimate === null || share.estimate === null) return [];
    return [
      {
        name: row.name,
        across: { ...share, estimate: share.estimate },
        up: { ...severity.share, estimate: severity.share.estimate },
        colour: hueOf(row.freedom, pen.palette),
        form: formOf(row.freedom),
        hollow: row.shown === 'bracketed' || severity.shown === 'bracketed',
      },
    ];
  });
  if (points.length === 0) return pen.textFrom(0, 0, pen.lines(t('priorities.noSeverityTitle'), width));
  const ruler = (of: (point: ScatterPoint) => ScatterPoint['up']) => {
    const ends = points.map(of);
    const low = Math.min(...ends.map(({ ciLow, estimate }) => ciLow ?? estimate));
    return shareRuler(
      ends.map(({ ciHigh, estimate }) => ciHigh ?? estimate),
      (share) => formats.percent(share),
      Math.max(Math.floor(low * 10 + 1e-9) / 10, 0),
    );
  };
  const drawn = scatterPlot(
    pen,
    width,
    points,
    ruler(({ across }) => across),
    ruler(({ up }) => up),
    {
      across: t('priorities.prevalenceAxis'),
      up: t('priorities.severityAxis'),
    },
  );
  const notes = [
    leftOut(rows, (row) => 'none' in row.severity, 'priorities.severityLeftOut'),
    leftOut(
      rows,
      (row) => !('none' in row.severity) && row.severity.share.estimate === null,
      'priorities.severityHidden',
    ),
  ].filter((note) => note !== null);
  let bottom = drawn;
  for (const { key, names } of notes) {
    const look = { size: pen.type.small, fill: pen.palette.inkSoft };
    const words = pen.lines(t(key, { list: formats.list(names) }), width, look);
    bottom = pen.textFrom(0, bottom + pen.type.label * 0.5, words, look);
  }
  return bottom;
}

function leftOut(
  rows: readonly PriorityRow[],
  is: (row: PriorityRow) => boolean,
  key: string,
): { readonly key: string; readonly names: readonly string[] } | null {
  const names = rows.filter(is).map(({ name }) => name);
  return names.length === 0 ? null : { key, names };
}
