import { z } from 'zod';
import { analysisDefinition } from '#contract/analysisDefinition.ts';
import type { TouchedPart } from '#contract/history.ts';
import { storedDraft } from './analyses.ts';
import { storedShapes } from './storedJson.ts';

/** A row as it lies in the study, key and all. */
export type DefinitionRow = Readonly<Record<string, string | number | null>>;

interface DefinitionTable {
  readonly key: readonly string[];
  /** The columns that a step of the history may hold, and what may stand in them. */
  readonly row: z.ZodObject<Record<string, z.ZodType<string | number | null>>>;
  /** The column with the survey's id, to look at the rows of one survey only. */
  readonly survey: string;
  readonly part: TouchedPart;
  /** Its rows come and go with a file; a step only changes columns of them. */
  readonly fixed: boolean;
}

const id = z.number().int();
const text = z.string();
const name = text.nullable();

function json(schema: z.ZodType): z.ZodString {
  return text.refine((content) => {
    try {
      return schema.safeParse(JSON.parse(content)).success;
    } catch (error) {
      if (error instanceof SyntaxError) return false;
      throw error;
    }
  });
}

/**
 * What is said in a study about its surveys: these tables and columns are all that an undo can write. What else is
 * in a study comes from files.
 */
export const definitionTables = {
  survey: {
    key: ['id'],
    row: z.strictObject({
      id,
      weight: name,
      strata: name,
      psu: name,
      fpc: name,
      area: name,
      lonelyPsu: text,
      design: json(storedShapes.design).nullable(),
    }),
    survey: 'id',
    part: 'roles',
    fixed: true,
  },
  variableEdit: {
    key: ['survey', 'name'],
    row: z.strictObject({
      survey: id,
      name: text,
      label: text.nullable(),
      valueLabels: json(storedShapes.valueLabels).nullable(),
      missing: json(storedShapes.missing).nullable(),
      marked: json(storedShapes.codes),
    }),
    survey: 'survey',
    part: 'variables',
    fixed: false,
  },
  derived: {
    key: ['survey', 'position'],
    row: z.strictObject({
      survey: id,
      position: id,
      name: text,
      label: text,
      measure: storedShapes.measure,
      valueLabels: json(storedShapes.valueLabels),
      definition: json(storedShapes.definition),
    }),
    survey: 'survey',
    part: 'derived',
    fixed: false,
  },
  responseSet: {
    key: ['survey', 'position'],
    row: z.strictObject({
      survey: id,
      position: id,
      name: text,
      label: text,
      kind: text,
      counted: json(storedShapes.value).nullable(),
      variables: json(storedShapes.texts),
      origin: text,
    }),
    survey: 'survey',
    part: 'sets',
    fixed: false,
  },
  concern: {
    key: ['survey', 'position'],
    row: z.strictObject({
      survey: id,
      position: id,
      variable: text,
      freedom: text,
      dimensions: json(storedShapes.dimensions),
      concernedWhen: json(storedShapes.codes),
    }),
    survey: 'survey',
    part: 'concerns',
    fixed: false,
  },
  analysis: {
    key: ['id'],
    row: z.strictObject({
      id,
      survey: id,
      position: id,
      name: text,
      definition: json(analysisDefinition),
      changed: text,
    }),
    survey: 'survey',
    part: 'analyses',
    fixed: false,
  },
  draft: {
    key: ['survey', 'room'],
    row: z.strictObject({ survey: id, room: text, definition: json(storedDraft) }),
    survey: 'survey',
    part: 'drafts',
    fixed: false,
  },
} as const satisfies Readonly<Record<string, DefinitionTable>>;

export type DefinitionTableName = keyof typeof definitionTables;

export const tableNames = Object.keys(definitionTables) as readonly DefinitionTableName[];

export function tableOf(name: DefinitionTableName): DefinitionTable {
  return definitionTables[name];
}
