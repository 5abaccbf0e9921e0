import { z } from 'zod';
import { operation } from './define.ts';

export const file = {
  /** The first look at a file, before anything is stored. */
  'file.preview': operation(
    z.strictObject({ file: z.string().min(1) }),
    z.object({
      file: z.string(),
      fileName: z.string(),
      bytes: z.number(),
      format: z.string(),
      encoding: z.string(),
      rows: z.number().nullable(),
      fileLabel: z.string(),
      weight: z.string().nullable(),
      variables: z.array(z.object({ name: z.string(), label: z.string(), type: z.string() })),
      /** The first rows, as labels where values have them; `null` for system-missing. */
      firstRows: z.array(z.array(z.string().nullable())),
    }),
  ),
};
