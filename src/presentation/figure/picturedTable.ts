import type { AnsweredAnalysis } from '../analysis/answered.ts';
import { picturedGroup, picturedItem } from './tableFigure.ts';

/** Of a table, what its picture shows: one item by one group of columns. Other rooms as they are. */
export function picturedTable(answered: AnsweredAnalysis): AnsweredAnalysis {
  if (answered.room !== 'tables') return answered;
  const { result, definition } = answered;
  const item = picturedItem(result, definition);
  const group = picturedGroup(result, definition);
  if (!item) return answered;
  const places = result.columns.flatMap((column, place) =>
    column.group === null || column.group === group ? [place] : [],
  );
  return {
    ...answered,
    result: {
      ...result,
      banner: group === null ? [] : [result.banner[group]],
      columns: places.map((place) => ({
        ...result.columns[place],
        group: result.columns[place].group === null ? null : 0,
      })),
      items: [
        {
          ...item,
          bases: places.map((place) => item.bases[place]),
          lines: item.lines.map((line) => ({ ...line, cells: places.map((place) => line.cells[place]) })),
          tests: group === null ? [] : [item.tests[group] ?? null],
        },
      ],
    },
  };
}
