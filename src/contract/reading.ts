import { z } from 'zod';

/**
 * What the user says about a file where it leaves a choice: the sheet of a workbook; encoding, delimiter and
 * decimal mark of a text file; the form (XLSForm) or codebook (DDI) beside the data, and the language of its labels.
 */
export const reading = z.strictObject({
  sheet: z.string().min(1).optional(),
  encoding: z.string().min(1).optional(),
  delimiter: z.string().length(1).optional(),
  decimal: z.enum(['.', ',']).optional(),
  companion: z.string().min(1).optional(),
  /** The other sheet of a form that comes as two CSV files, its questions and its choices. */
  sibling: z.string().min(1).optional(),
  language: z.string().min(1).optional(),
});
export type Reading = z.infer<typeof reading>;
