import { z } from 'zod';
import { operation } from './define.ts';
import { personalVariable } from './personal.ts';
import { reading } from './reading.ts';
import { surveyReference } from './source.ts';

const sheet = z.object({ name: z.string(), rows: z.number().nullable() });

/** What was chosen or found out, and what can be chosen instead. */
const choices = z.object({
  sheet: z.string().nullable(),
  sheets: z.array(sheet),
  delimiter: z.string().nullable(),
  decimal: z.enum(['.', ',']).nullable(),
  companion: z.object({ kind: z.enum(['xlsform', 'ddi']), path: z.string() }).nullable(),
  language: z.string().nullable(),
  languages: z.array(z.string()),
  /** Sheets that hold a repeated part of the form (members of a household): surveys of their own. */
  repeats: z.array(sheet),
  /** Columns of the file that are no variables: notes and calculations of a form, lists and records of Parquet. */
  leftOut: z.array(z.string()),
  /** Whether the data hold names and codes of the form beside them, or labels in their place. */
  form: z
    .object({
      headers: z.enum(['names', 'labels']),
      answers: z.enum(['codes', 'labels']),
      /** Texts that are no label of one choice, and stay as they are. */
      unknownAnswers: z.array(
        z.object({ variable: z.string(), count: z.number(), texts: z.array(z.string()) }),
      ),
    })
    .optional(),
});

export const file = {
  /** The first look at a file, before anything is stored. */
  'file.preview': operation(
    z.strictObject({
      file: z.string().min(1),
      reading: reading.optional(),
      /** The survey whose form or codebook, as its study keeps it, explains this file too. */
      keptOf: surveyReference.optional(),
    }),
    z.object({
      file: z.string(),
      fileName: z.string(),
      bytes: z.number(),
      format: z.string(),
      /** Where files of a format differ by it: Stata's 118. */
      formatVersion: z.string().nullable().optional(),
      encoding: z.string(),
      rows: z.number().nullable(),
      fileLabel: z.string(),
      /** What the file's makers wrote about it: the first of `noteCount` notes. */
      notes: z.array(z.string()).optional(),
      noteCount: z.number().optional(),
      weight: z.string().nullable(),
      variables: z.array(z.object({ name: z.string(), label: z.string(), type: z.string() })),
      /** The first rows, as labels where values have them; `null` for system-missing. */
      firstRows: z.array(z.array(z.string().nullable())),
      choices: choices.optional(),
      /** What seems to point at a person, so that it can be left out before it is stored. */
      personal: z.array(personalVariable),
    }),
  ),
};
