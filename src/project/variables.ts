import type { MissingRule, Value, ValueLabel, Variable } from '#engine/survey/variable.ts';
import { checksumOf } from './checksum.ts';
import { storedJson, storedShapes, storedWord } from './storedJson.ts';
import type { StudyFile } from './studyFile.ts';
import { editsOf, saveEdit } from './variableEdits.ts';

/** A variable in a study: as the user edited it, with the codes set aside as missing. */
export interface StoredVariable extends Variable {
  readonly position: number;
  readonly marked: readonly Value[];
  /** What the file itself says; there where something of it was edited. */
  readonly original?: Original;
}

export interface Original {
  readonly label: string;
  readonly valueLabels: readonly ValueLabel[];
  readonly missing: MissingRule;
}

type Text = 'name' | 'label' | 'type' | 'measure' | 'valueLabels' | 'missing';
type More = 'notes' | 'attributes' | 'translations';

export type VariableRow = Record<Text | More, string> & {
  survey: number;
  position: number;
  timeScale: string | null;
  display: string | null;
  checksum: number | null;
};

export function addVariables({ database }: StudyFile, survey: number, variables: readonly Variable[]): void {
  const insert = database.prepare(
    `INSERT INTO variable (survey, position, name, label, type, timeScale, measure, valueLabels, missing,
     notes, attributes, translations, display, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  variables.forEach((one, position) => {
    const parts = [
      survey,
      position,
      one.name,
      one.label,
      one.type,
      one.timeScale === undefined ? null : JSON.stringify(one.timeScale),
      one.measure,
      JSON.stringify(one.valueLabels),
      JSON.stringify(one.missing),
      JSON.stringify(one.notes ?? []),
      JSON.stringify(one.attributes ?? []),
      JSON.stringify(one.translations ?? []),
      one.display === undefined ? null : JSON.stringify(one.display),
    ];
    insert.run(...parts, checksumOf(parts));
  });
}

/** Whether a row of `variable` is as it was written. */
export function isAsWritten(row: VariableRow): boolean {
  const { survey, position, name, label, type, timeScale, measure, valueLabels, missing } = row;
  const { notes, attributes, translations, display } = row;
  const more = [notes, attributes, translations, display];
  return (
    checksumOf([survey, position, name, label, type, timeScale, measure, valueLabels, missing, ...more]) ===
    row.checksum
  );
}

const shapeOf = {
  valueLabels: storedShapes.valueLabels,
  missing: storedShapes.missing,
  type: storedShapes.type,
  timeScale: storedShapes.timeScale,
  measure: storedShapes.measure,
  notes: storedShapes.texts,
  attributes: storedShapes.attributes,
  translations: storedShapes.translations,
  display: storedShapes.display,
} as const;
const words: readonly string[] = ['type', 'measure'];

/** Whether a row of `variable`, of any form, holds what this program writes. */
export function isReadable(row: VariableRow): boolean {
  return Object.entries(shapeOf).every(([column, shape]) => {
    const text: unknown = Reflect.get(row, column);
    if (text === undefined || text === null) return true;
    try {
      return shape.safeParse(words.includes(column) ? text : JSON.parse(String(text))).success;
    } catch (error) {
      if (error instanceof SyntaxError) return false;
      throw error;
    }
  });
}

/** The variables of the file with the user's edits; derived ones are not among them. */
export function variablesOf(study: StudyFile, survey: number): StoredVariable[] {
  const edits = editsOf(study, survey);
  return study.database
    .prepare<[number], VariableRow>('SELECT * FROM variable WHERE survey = ? ORDER BY position')
    .all(survey)
    .map((row) => {
      const edit = edits.get(row.name);
      const part = (column: string): string => `variable ${row.name}, ${column}`;
      const original: Original = {
        label: row.label,
        valueLabels: storedJson(study, part('valueLabels'), storedShapes.valueLabels, row.valueLabels),
        missing: storedJson(study, part('missing'), storedShapes.missing, row.missing),
      };
      return {
        position: row.position,
        name: row.name,
        type: storedWord(study, part('type'), storedShapes.type, row.type),
        ...(row.timeScale === null
          ? {}
          : { timeScale: storedJson(study, part('timeScale'), storedShapes.timeScale, row.timeScale) }),
        measure: storedWord(study, part('measure'), storedShapes.measure, row.measure),
        label: edit?.label ?? original.label,
        valueLabels: edit?.valueLabels ?? original.valueLabels,
        missing: edit?.missing ?? original.missing,
        marked: edit?.marked ?? [],
        ...moreOf(study, row, part),
        ...(edit?.changes === true ? { original } : {}),
      };
    });
}

/** What only some variables have. */
function moreOf(
  study: StudyFile,
  row: VariableRow,
  part: (column: string) => string,
): Pick<Variable, More | 'display'> {
  const notes = storedJson(study, part('notes'), storedShapes.texts, row.notes);
  const attributes = storedJson(study, part('attributes'), storedShapes.attributes, row.attributes);
  const translations = storedJson(study, part('translations'), storedShapes.translations, row.translations);
  return {
    ...(notes.length > 0 && { notes }),
    ...(attributes.length > 0 && { attributes }),
    ...(translations.length > 0 && { translations }),
    ...(row.display !== null && {
      display: storedJson(study, part('display'), storedShapes.display, row.display),
    }),
  };
}

/** Replaces the codes set aside for each variable named. Call within a transaction. */
export function markMissing(
  study: StudyFile,
  survey: number,
  marks: readonly { readonly variable: string; readonly codes: readonly Value[] }[],
): void {
  const edits = editsOf(study, survey);
  for (const { variable, codes } of marks) {
    saveEdit(study, survey, variable, { ...edits.get(variable), marked: codes });
  }
}
