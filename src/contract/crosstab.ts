import { z } from 'zod';
import { designRoles, designSummary } from './design.ts';
import { operation } from './define.ts';
import { estimateOptions, shareEstimate, shown, testResult } from './estimate.ts';
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
  categories: z.array(z.object({ value, label: z.string(), n: z.number(), weightedN: z.number() })),
});

export const crosstab = {
  'crosstab.run': operation(
    z.strictObject({ ...analysisInput.shape, rows: z.string().min(1), columns: z.string().min(1) }),
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
          shown,
        }),
      ),
      test: testResult,
    }),
  ),
};
