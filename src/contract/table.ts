import { z } from 'zod';
import { analysisInput } from './crosstab.ts';
import { designSummary } from './design.ts';
import { operation } from './define.ts';
import { shareEstimate, shown, testResult } from './estimate.ts';
import { comparisonOptions } from './groups.ts';
import { problem } from './problem.ts';
import { responseSetDefinition } from './responseSet.ts';
import { value } from './source.ts';

/** What stands in the rows: the answers of a variable, those of a multiple-response set, or a mean. */
export const stubItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('variable'), variable: z.string().min(1) }),
  z.strictObject({ kind: z.literal('set'), set: z.union([z.string().min(1), responseSetDefinition]) }),
  z.strictObject({ kind: z.literal('mean'), variable: z.string().min(1) }),
]);
export type StubItem = z.infer<typeof stubItem>;

/** A variable whose answers are columns; two are nested: the answers of the second within those of the first. */
export const bannerItem = z.strictObject({ variables: z.array(z.string().min(1)).min(1).max(2) });
export type BannerItem = z.infer<typeof bannerItem>;

/**
 * Answers of a variable taken together, wherever it stands in the table (nested too), or those of a set in the rows:
 * whoever chose at least one of them.
 */
export const tableNet = z.strictObject({
  /** What `variable` names; a variable where it is left out. */
  kind: z.enum(['variable', 'set']).optional(),
  variable: z.string().min(1),
  label: z.string().min(1),
  /** Of a yes-or-no set the names of its variables. */
  values: z.array(value).min(1),
});
export type TableNet = z.infer<typeof tableNet>;

const figure = z.number().nullable();

const base = z.object({ n: figure, weightedN: figure });

const tableColumn = z.object({
  /** Index into `banner`; `null` for the total. */
  group: z.number().nullable(),
  /** One value for each variable of the group; none for the total and for what is, or stands in, a net. */
  values: z.array(value),
  /** One for each variable of the group: of its category, or of its net. */
  labels: z.array(z.string()),
  net: z.boolean(),
  /** By which columns of the same group are compared; `null` for the total and for nets. */
  letter: z.string().nullable(),
});

const tableCell = base.extend({
  /** Of a mean `mean`, of a set's answer `ofColumn`, of a variable's answer the three shares; else `null`. */
  ofColumn: shareEstimate.nullable(),
  ofRow: shareEstimate.nullable(),
  ofTotal: shareEstimate.nullable(),
  mean: shareEstimate.extend({ sd: figure }).nullable(),
  /** The columns of the same group than which this one is higher. */
  letters: z.string(),
  shown,
});
export type TableCell = z.infer<typeof tableCell>;

const tableLine = z.object({
  kind: z.enum(['category', 'net', 'answer', 'mean']),
  /** The category, or the set's answer; `null` for nets and means. */
  value: value.nullable(),
  label: z.string(),
  /** One for each column. */
  cells: z.array(tableCell),
});
export type TableLine = z.infer<typeof tableLine>;

const tableItem = z.object({
  kind: z.enum(['variable', 'set', 'mean']),
  /** Of the variable or the set. */
  name: z.string(),
  label: z.string(),
  /** Why this item has no lines, though the others may. */
  problem: problem.nullable(),
  /** For each column its respondents with a valid answer to the item. */
  bases: z.array(base),
  lines: z.array(tableLine),
  /** For each group of the banner the test of independence; `null` where it has none. */
  tests: z.array(testResult.nullable()),
});
export type TableItem = z.infer<typeof tableItem>;

const category = z.object({ value, label: z.string() });

export const table = {
  /**
   * Several variables, sets and means by several variables side by side, after a column of all. Every block is
   * what `crosstab.run`, `crosstab.responses` and `mean.run` give.
   */
  'table.run': operation(
    z.strictObject({
      ...analysisInput.shape,
      stub: z.array(stubItem).min(1).max(60),
      banner: z.array(bannerItem).max(12).default([]),
      /** Only those with one answer to a variable; without a value, its first. */
      layer: z.strictObject({ variable: z.string().min(1), value: value.optional() }).optional(),
      nets: z.array(tableNet).default([]),
      /** Compares the columns of each group. */
      letters: comparisonOptions.optional(),
    }),
    z.object({
      design: designSummary,
      layer: z
        .object({ variable: z.string(), label: z.string(), value, categories: z.array(category) })
        .nullable(),
      banner: z.array(
        z.object({ variables: z.array(z.object({ variable: z.string(), label: z.string() })) }),
      ),
      columns: z.array(tableColumn),
      items: z.array(tableItem),
    }),
  ),
};

export type TableResult = z.infer<(typeof table)['table.run']['output']>;
export type TableColumn = TableResult['columns'][number];
