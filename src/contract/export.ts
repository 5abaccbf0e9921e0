import { z } from 'zod';
import { lossKinds } from '#engine/survey/loss.ts';
import { operation } from './define.ts';
import { source } from './source.ts';

/** `ddi` is a codebook alone: what the variables and codes mean, without the answers. */
export const exportFormat = z.enum(['sav', 'zsav', 'dta', 'csv', 'xlsx', 'ddi']);
export type ExportFormat = z.infer<typeof exportFormat>;

const loss = z.object({
  /** `null` where it concerns the whole file. */
  variable: z.string().nullable(),
  kind: z.enum(lossKinds),
  /** Values, labels, codes or variables that it concerns. */
  count: z.number(),
  /** What stands in the file instead, where that is worth saying. */
  becomes: z.string().optional(),
});
export type ExportLoss = z.infer<typeof loss>;

export const exporting = {
  /**
   * Writes a survey, with its labels, missing rules and derived variables, into a file of another program.
   * A `.csv` gets its codebook beside it, as `NAME.codebook.csv`. Either all is written or nothing is.
   */
  'export.run': operation(
    z.strictObject({
      source,
      to: z.string().min(1),
      /** `null`: as the ending of `to` says. */
      format: exportFormat.nullable().default(null),
      /** Names of the variables wanted, in the order wanted; `null` for all. */
      variables: z.array(z.string().min(1)).min(1).nullable().default(null),
      /** Values that are declared or marked as missing are left empty, rather than kept and declared. */
      applyMissing: z.boolean().default(false),
      /** Whether a file of that name may be replaced. */
      replace: z.boolean().default(false),
      csv: z
        .strictObject({
          /** The mark by which Excel knows UTF-8. */
          byteOrderMark: z.boolean().default(false),
          /** An apostrophe before text that a spreadsheet would take for a formula: it changes such text. */
          protectFormulas: z.boolean().default(false),
        })
        .prefault({}),
    }),
    z.object({
      files: z.array(z.string()),
      format: exportFormat,
      rows: z.number(),
      variables: z.number(),
      losses: z.array(loss),
    }),
    { lane: 'long' },
  ),
};
