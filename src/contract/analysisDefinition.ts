import { z } from 'zod';
import { dimension, freedom } from './concern.ts';
import { answeredRule } from './freedoms.ts';
import { tableNet } from './table.ts';

/*
 * What makes the result of a room what it is: plain data, so that it can be kept, undone, and run again without
 * a window. Concerns are those of the survey at the time. A field that is added later needs a default, so that
 * what was kept before is still read.
 */

/** Of a variable or a set. */
const name = z.string().min(1).max(1000);
const answer = z.union([z.number(), z.string().max(1000)]);
/** The variable whose answers are groups; `null` for none. */
const by = name.nullable();
/** Only those for whom it is true; all respondents where it is left out. */
const where = z.string().min(1).max(10_000).optional();

export const matrixMeasure = z.enum(['both', 'wantGivenFear', 'fearGivenWant', 'oddsRatio', 'phi', 'lift']);
export const matrixOrder = z.enum(['share', 'dimension', 'blocks', 'tagged']);
export const matrixView = z.enum(['chart', 'table']);

export const matrixDefinition = z.strictObject({
  room: z.literal('matrix'),
  measure: matrixMeasure,
  order: matrixOrder,
  view: matrixView,
  by,
  /** Which categories of `by` have a matrix; `null` for the first ones. */
  values: z.array(answer).min(1).max(4).readonly().nullable(),
  /** The pair that is looked at, and its groups. */
  pair: z.strictObject({ fear: name, want: name }).nullable(),
  pairBy: by,
  where,
});
export type MatrixDefinition = z.infer<typeof matrixDefinition>;

export const freedomsView = z.enum(['bars', 'dots', 'table']);

export const freedomsDefinition = z.strictObject({
  room: z.literal('freedoms'),
  view: freedomsView,
  by,
  /** How many concerns of a side make one fearful, or in want. */
  atLeast: z.strictObject({
    fear: z.number().int().min(1).max(10_000),
    want: z.number().int().min(1).max(10_000),
  }),
  answered: answeredRule,
  where,
});
export type FreedomsDefinition = z.infer<typeof freedomsDefinition>;

export const rowItem = z.strictObject({ kind: z.enum(['variable', 'set', 'mean']), name });
export const tableShare = z.enum(['ofColumn', 'ofRow', 'ofTotal']);
export const tableStatistic = z.enum(['n', 'weightedN', 'se', 'interval', 'deff']);
export const letterChoice = z.enum(['holm', 'bh', 'none', 'off']);
export const tableSort = z.enum(['labels', 'size']);
export const tableView = z.enum(['table', 'picture', 'both']);
export const tableChartKind = z.enum(['stacked', 'grouped', 'dots', 'heatmap', 'slope']);

/** Each one variable, or two of which the second is nested within the first. */
const column = z.array(name).min(1).max(2).readonly();

export const tablesDefinition = z.strictObject({
  room: z.literal('tables'),
  rows: z.array(rowItem).max(60).readonly(),
  columns: z.array(column).max(12).readonly(),
  /** Only those with one answer to a variable; `null` for its first. */
  layer: z.strictObject({ variable: name, value: answer.nullable() }).nullable(),
  where: z.string().max(10_000),
  nets: z
    .array(
      tableNet.extend({
        variable: name,
        label: z.string().min(1).max(1000),
        values: z.array(answer).min(1).max(1000),
      }),
    )
    .max(500)
    .readonly(),
  share: tableShare,
  statistics: z.array(tableStatistic).max(tableStatistic.options.length).readonly(),
  letters: letterChoice,
  sort: tableSort,
  hideEmpty: z.boolean(),
  moreDecimals: z.boolean(),
  view: tableView,
  /** What the picture shows; `null` for what suits it, the first item and the first column. */
  picture: z.strictObject({
    kind: tableChartKind.nullable(),
    item: rowItem.nullable(),
    column: column.nullable(),
  }),
});
export type TablesDefinition = z.infer<typeof tablesDefinition>;

export const priorityPicture = z.enum(['ranking', 'severity']);
export const priorityGroupsAs = z.enum(['lanes', 'columns']);
export const prioritySortColumn = z.enum(['rank', 'name', 'freedom', 'share', 'n', 'deff', 'severity']);

export const prioritiesDefinition = z.strictObject({
  room: z.literal('priorities'),
  picture: priorityPicture,
  freedom: z.union([freedom, z.literal('all')]),
  dimension: z.union([dimension, z.literal('all')]),
  by,
  groupsAs: priorityGroupsAs,
  /** Of the table: by a column, or by the group with this index. */
  sort: z.strictObject({
    key: z.union([prioritySortColumn, z.number().int().min(0).max(10_000)]),
    descending: z.boolean(),
  }),
  /** The concern that is looked at, and its groups. */
  concern: name.nullable(),
  concernBy: by,
  where,
});
export type PrioritiesDefinition = z.infer<typeof prioritiesDefinition>;

export const analysisDefinition = z.discriminatedUnion('room', [
  matrixDefinition,
  freedomsDefinition,
  tablesDefinition,
  prioritiesDefinition,
]);
export type AnalysisDefinition = z.infer<typeof analysisDefinition>;
export type AnalysisRoom = AnalysisDefinition['room'];
