import { answeredMatrix, type AnsweredMatrix } from '../matrix/answeredMatrix.ts';
import type { GridConcern, MatrixGrid } from '../matrix/matrixGrid.ts';
import { kindOf } from '../matrix/measures.ts';
import { priorityNames } from '../priorities/priorityNames.ts';
import { shareReach } from '../matrix/shareReach.ts';
import type { Drawing } from './figureContent.ts';
import { heatGrid, scaleLegend, type Heat, type HeatSide } from './heatGrid.ts';
import { moved } from './marks.ts';
import { shareRuler } from './ruler.ts';

/** Fear by want, one matrix or one for each group. */
export function matrixFigure(answered: AnsweredMatrix, { pen, width, t, formats }: Drawing): number {
  const { grid, facets, scale } = answeredMatrix(answered, t, formats);
  const { measure } = answered.definition;
  const kind = kindOf[measure];
  const write = (value: number): string =>
    kind === 'share'
      ? formats.percent(value)
      : kind === 'ratio'
        ? formats.ratio(value)
        : formats.signed(value);
  const diverging = scale.kind === 'diverging';
  const legend = scaleLegend(pen, width, scale.ramp, {
    low: write(scale.low),
    high: write(scale.high),
    lowWords: diverging ? t('matrix.legendLess') : '',
    highWords: diverging ? t('matrix.legendMore') : '',
  });
  const grids = facets.length > 0 ? facets : [{ label: '', grid }];
  const names = { rows: priorityNames(grid.rows), columns: priorityNames(grid.columns) };
  const heats = grids.map(({ label, grid: each }): Heat => ({
    title: label,
    rows: each.rows.map((row, index) => sideOf(row, names.rows.names[index])),
    columns: each.columns.map((column, index) => sideOf(column, names.columns.names[index])),
    cells: cellsOf(each, (value) => scale.colour(value), pen.palette.empty),
  }));
  const reach = shareReach(...grids.map((each) => each.grid));
  const down = legend + pen.type.label * 0.9;
  const before = pen.marks.length;
  const high = heatGrid(
    pen,
    width,
    heats,
    {
      rows: t('freedom.fear'),
      columns: t('freedom.want'),
      sharedRows: names.rows.shared,
      sharedColumns: names.columns.shared,
    },
    shareRuler([reach], (share) => formats.percent(share)),
  );
  pen.marks.push(...moved(pen.marks.splice(before), 0, down));
  return down + high;
}

const sideOf = ({ share, shareText, shown }: GridConcern, label: string): HeatSide => ({
  label,
  share: shareText,
  estimate: share,
  hollow: shown === 'bracketed',
});

const cellsOf = ({ cells }: MatrixGrid, colour: (value: number) => string, empty: string): Heat['cells'] =>
  cells.map((row) =>
    row.map(({ value, text, chance }) => ({
      fill: value === null ? empty : colour(value),
      value,
      text,
      faded: chance,
    })),
  );
