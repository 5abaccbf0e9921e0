import { z } from 'zod';
import { designRoles, designSummary } from './design.ts';
import { operation } from './define.ts';
import { estimateOptions, shareEstimate, shown, testResult } from './estimate.ts';
import { comparisonOptions, groupAxis, groupMargin } from './groups.ts';
import { responseSetDefinition } from './responseSet.ts';
import { missingMark, source, value } from './source.ts';

/** What each analysis is asked with. For a study, what is left out comes from the study. */
export const analysisInput = z.strictObject({
  source,
  design: designRoles.partial().optional(),
  missing: z.array(missingMark).optional(),
  where: z.string().optional(),
  options: estimateOptions.optional(),
});

const axis = z.object({
  variable: z.string(),
  label: z.string(),
  /** n and weightedN are `null` where confidentiality hides them. */
  categories: z.array(
    z.object({
      value,
      label: z.string(),
      n: z.number().nullable(),
      weightedN: z.number().nullable(),
    }),
  ),
});

const cell = z.object({
  n: z.number().nullable(),
  weightedN: z.number().nullable(),
  ofTotal: shareEstimate,
  ofRow: shareEstimate,
  ofColumn: shareEstimate,
  /** Where asked for: the columns (A is the first) than which this one has a higher share of the row. */
  letters: z.string().optional(),
  shown,
});

const responseTotal = z.object({
  n: z.number().nullable(),
  weightedN: z.number().nullable(),
  responses: z.number().nullable(),
  weightedResponses: z.number().nullable(),
});

/** Categories of one axis taken together: "agree" of "agree" and "strongly agree". */
export const net = z.strictObject({
  axis: z.enum(['rows', 'columns']),
  label: z.string().min(1),
  values: z.array(value).min(1),
});
export type Net = z.infer<typeof net>;

/** Answers of a set taken together: whoever chose at least one of them. Of a yes-or-no set names of variables. */
export const responseNet = z.strictObject({
  label: z.string().min(1),
  values: z.array(value).min(1),
});
export type ResponseNet = z.infer<typeof responseNet>;

const responseLine = z.object({
  label: z.string(),
  all: groupMargin,
  groups: z.array(groupMargin.extend({ value, letters: z.string() })),
});

export const responseBase = z.enum(['respondents', 'responses']);

export const crosstab = {
  'crosstab.run': operation(
    z.strictObject({
      ...analysisInput.shape,
      rows: z.string().min(1),
      columns: z.string().min(1),
      /** Compares the columns of each row. */
      letters: comparisonOptions.optional(),
      nets: z.array(net).optional(),
    }),
    z.object({
      design: designSummary,
      rows: axis,
      columns: axis,
      cells: z.array(cell.extend({ row: value, column: value })),
      /** A net's cells across the other axis, whose value is `across`. */
      nets: z
        .array(
          net.extend({
            n: z.number().nullable(),
            weightedN: z.number().nullable(),
            cells: z.array(cell.extend({ across: value })),
          }),
        )
        .optional(),
      test: testResult,
    }),
  ),
  /** A multiple-response set, of all and by the answers of one variable. */
  'crosstab.responses': operation(
    z.strictObject({
      ...analysisInput.shape,
      /** A set of the survey by its name, or one that is not kept. */
      set: z.union([z.string().min(1), responseSetDefinition]),
      by: z.string().min(1).optional(),
      /** Of whom an item's share is: of respondents (shares add up to more than 1) or of all responses. */
      base: responseBase.default('respondents'),
      letters: comparisonOptions.optional(),
      nets: z.array(responseNet).optional(),
    }),
    z.object({
      design: designSummary,
      set: z.object({ name: z.string(), label: z.string() }),
      base: responseBase,
      by: groupAxis.nullable(),
      /** Respondents with a valid answer, and the responses that they gave. */
      all: responseTotal,
      groups: z.array(responseTotal.extend({ value })),
      items: z.array(
        /** The variable of a yes-or-no set, the code of one of categories. */
        responseLine.extend({ item: value }),
      ),
      nets: z.array(responseLine.extend({ values: z.array(value) })).optional(),
    }),
  ),
};
