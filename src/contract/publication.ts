import { z } from 'zod';
import { analysisDefinition } from './analysisDefinition.ts';
import { operation } from './define.ts';
import { reader } from './language.ts';
import { problem } from './problem.ts';
import { surveyReference } from './source.ts';

/*
 * What leaves the app of a result: a figure, a table, the code that computes it again. All of them are made from
 * the definition of an analysis, by the same operations that answer the window, so that what is printed is what
 * was shown, and what may not be shown is not there either.
 */

export const figureFormat = z.enum(['png', 'svg', 'pdf']);
export type FigureFormat = z.infer<typeof figureFormat>;
export const tableFormat = z.enum(['xlsx', 'docx', 'csv']);
export type TableFormat = z.infer<typeof tableFormat>;
export const codeDialect = z.enum(['R', 'Stata']);
export type CodeDialect = z.infer<typeof codeDialect>;

/** What stands around a figure or a table. `null`: as the analysis suggests it; empty: nothing. */
export const publicationText = z.strictObject({
  title: z.string().max(500).nullable().default(null),
  subtitle: z.string().max(1000).nullable().default(null),
  source: z.string().max(1000).nullable().default(null),
  note: z.string().max(4000).nullable().default(null),
});
export type PublicationText = z.infer<typeof publicationText>;

/** The room's own result, or the pair or the concern that is looked at beside it. */
export const publicationPart = z.enum(['room', 'detail']);
export type PublicationPart = z.infer<typeof publicationPart>;

const published = {
  ...surveyReference.shape,
  definition: analysisDefinition,
  part: publicationPart.default('room'),
  reader: reader.prefault({}),
  /** Under which it was kept: its title, unless another is given. */
  name: z.string().max(200).nullable().default(null),
};
const written = z.object({ files: z.array(z.string()) });
const file = {
  to: z.string().min(1),
  /** Whether a file of that name may be replaced. */ replace: z.boolean().default(false),
};

export const publication = {
  /** What would stand around it, for the user to change. */
  'publication.text': operation(
    z.strictObject({
      ...published,
      /** A picture fades what a table does not print bold, and has no letters. */
      medium: z.enum(['figure', 'table']).default('figure'),
    }),
    z.object({ title: z.string(), subtitle: z.string(), source: z.string(), note: z.string() }),
  ),
  /** The figure as it would be written, as SVG, to look at; in millimetres. */
  'publication.preview': operation(
    z.strictObject({
      ...published,
      width: z.number().min(60).max(600).default(170),
      height: z.number().min(40).max(900).nullable().default(null),
      text: publicationText.prefault({}),
    }),
    z.object({
      svg: z.string(),
      width: z.number(),
      height: z.number(),
      /** What stands around it unless `text` says otherwise. */
      suggested: z.object({ title: z.string(), subtitle: z.string(), source: z.string(), note: z.string() }),
    }),
  ),
  /** A figure in light colours, for print and slides. */
  'publication.figure': operation(
    z.strictObject({
      ...published,
      ...file,
      format: figureFormat,
      /** In millimetres; the height is what the figure needs where it is `null`. */
      width: z.number().min(60).max(600).default(170),
      height: z.number().min(40).max(900).nullable().default(null),
      /** Pixels an inch, of a PNG. */
      resolution: z.number().int().min(72).max(600).default(300),
      text: publicationText.prefault({}),
    }),
    written,
    { lane: 'long' },
  ),
  /** A table with its notes. */
  'publication.table': operation(
    z.strictObject({ ...published, ...file, format: tableFormat, text: publicationText.prefault({}) }),
    written,
    { lane: 'long' },
  ),
  /** The same table for the clipboard: for Word and spreadsheets, and as tab-separated text. */
  'publication.clipboard': operation(
    z.strictObject({ ...published, text: publicationText.prefault({}) }),
    z.object({ html: z.string(), text: z.string() }),
  ),
  /** A script that computes the figures again from the exported survey (`data`: the name it reads). */
  'publication.code': operation(
    z.strictObject({
      ...published,
      dialect: codeDialect,
      data: z.string().min(1).max(255).default('survey.sav'),
      /** A file to write it into; `null`: only said. */
      to: z.string().min(1).nullable().default(null),
      replace: z.boolean().default(false),
    }),
    z.object({ code: z.string(), files: z.array(z.string()) }),
  ),
  /**
   * Every kept analysis of a study, in its order: figure, table, scripts, and each survey as the scripts read it.
   * The same study gives the same files.
   */
  'publication.run': operation(
    z.strictObject({
      study: z.string().min(1),
      /** A folder; it is made where it is missing. */
      to: z.string().min(1),
      reader: reader.prefault({}),
      /** Those of this name only. */
      only: z.array(z.string()).min(1).nullable().default(null),
      /** The answers themselves, which the scripts need, are not written unless wished for. */
      data: z.boolean().default(false),
      replace: z.boolean().default(false),
    }),
    z.object({
      files: z.array(z.string()),
      /** Analyses that could not be made, and why. */
      problems: z.array(problem.extend({ analysis: z.string() })),
    }),
    { lane: 'long' },
  ),
};
