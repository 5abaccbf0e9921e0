import { rmSync } from 'node:fs';
import type { Column } from '#engine/survey/column.ts';
import { nothingMissing, type Variable } from '#engine/survey/variable.ts';
import { writeSav } from '#formats/sav/savWriter.ts';

export interface Question extends Partial<Omit<Variable, 'name' | 'valueLabels'>> {
  readonly answers: readonly (number | string | null)[];
  readonly labels?: Readonly<Record<number, string>>;
}

/** Writes a `.sav` of these questions, by name; `null` is system-missing. */
export function writeSurvey(path: string, questions: Readonly<Record<string, Question>>): void {
  const all = Object.entries(questions);
  rmSync(path, { force: true });
  writeSav(path, {
    fileLabel: '',
    weight: null,
    createdAt: '2026-01-01T00:00:00',
    rowCount: all[0][1].answers.length,
    variables: all.map(([name, { answers, labels = {}, ...more }]) => ({
      name,
      label: '',
      type: typeof answers[0] === 'string' ? 'text' : 'numeric',
      measure: 'nominal',
      missing: nothingMissing,
      valueLabels: Object.entries(labels).map(([value, label]) => ({ value: Number(value), label })),
      ...more,
    })),
    columns: all.map(([, { answers }]) => columnOf(answers)),
  });
}

function columnOf(answers: Question['answers']): Column {
  if (typeof answers[0] === 'string') {
    const dictionary = [...new Set(answers.map(String))];
    return {
      kind: 'text',
      dictionary,
      codes: Uint32Array.from(answers, (text) => dictionary.indexOf(String(text))),
    };
  }
  return {
    kind: 'numeric',
    values: Float64Array.from(answers, (value) => (value === null ? NaN : Number(value))),
    reasons: Uint8Array.from(answers, (value) => Number(value === null)),
  };
}
