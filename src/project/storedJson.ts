import { z } from 'zod';
import { dimension } from '#contract/concern.ts';
import { margin, replicates, secondStage } from '#contract/design.ts';
import { definition } from '#contract/derived.ts';
import { value, valueLabel } from '#contract/source.ts';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { StudyFile } from './studyFile.ts';

const codes = z.array(value);
const texts = z.array(z.string());
const valueLabels = z.array(valueLabel);
const ends = z.object({ low: z.number().nullable(), high: z.number().nullable() });

/** What the JSON in a study holds: a study may come from somebody else. */
export const storedShapes = {
  codes,
  texts,
  value,
  valueLabels,
  missing: z.object({ codes, range: ends.nullable() }),
  timeScale: z.object({
    unit: z.enum(['millisecond', 'day', 'week', 'month', 'quarter', 'halfYear']),
    origin: z.literal('1960-01-01'),
  }),
  attributes: z.array(z.object({ name: z.string(), values: texts })),
  translations: z.array(z.object({ language: z.string(), label: z.string(), valueLabels })),
  display: z.object({
    program: z.enum(['spss', 'stata']),
    format: z.string(),
    width: z.number().optional(),
    alignment: z.enum(['left', 'right', 'centre']).optional(),
  }),
  languages: z.array(z.object({ name: z.string(), fileLabel: z.string() })),
  dimensions: z.array(dimension),
  definition,
  /** What roles hold beside one variable each. */
  design: z.strictObject({
    secondStage: secondStage.optional(),
    replicates: replicates.optional(),
    margins: z.array(margin).optional(),
  }),
  type: z.enum(['numeric', 'text', 'date', 'datetime', 'time']),
  measure: z.enum(['nominal', 'ordinal', 'scale', 'unknown']),
};

/** Reads a JSON column. `part` says where in the study it stands. @throws Problem study.damaged */
export function storedJson<Schema extends z.ZodType>(
  study: StudyFile,
  part: string,
  schema: Schema,
  text: string,
): z.output<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw damaged(study, part);
    throw error;
  }
  return storedWord(study, part, schema, json);
}

/** Checks what stands in a column as it is. @throws Problem study.damaged */
export function storedWord<Schema extends z.ZodType>(
  study: StudyFile,
  part: string,
  schema: Schema,
  found: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(found);
  if (parsed.success) return parsed.data;
  throw damaged(study, [part, ...parsed.error.issues[0].path].join('.'));
}

function damaged({ path }: StudyFile, part: string): Problem {
  return new Problem('study.damaged', { study: path, detail: phrase('keptUnder', { part }) });
}
