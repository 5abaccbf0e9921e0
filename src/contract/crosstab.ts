import { z } from 'zod';
import { designRoles, designSummary } from './design.ts';
import { operation } from './define.ts';
import { estimateOptions, shareEstimate, shown, testResult } from './estimate.ts';
import { comparisonOptions } from './groups.ts';
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

export const crosstab = {
  'crosstab.run': operation(
    z.strictObject({
      ...analysisInput.shape,
      rows: z.string().min(1),
      columns: z.string().min(1),
      /** Compares the columns of each row. */
      letters: comparisonOptions.optional(),
    }),
    z.object({
      design: designSummary,
      rows: axis,
      columns: axis,
      cells: z.array(
        z.object({
          row: value,
          column: value,
          n: z.number().nullable(),
          weightedN: z.number().nullable(),
          ofTotal: shareEstimate,
          ofRow: shareEstimate,
          ofColumn: shareEstimate,
          /** Where asked for: the columns (A is the first) than which this one has a higher share of the row. */
          letters: z.string().optional(),
          shown,
        }),
      ),
      test: testResult,
    }),
  ),
};
