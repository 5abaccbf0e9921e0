import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import { asked, csvSurvey } from '../../helpers/asked.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const repeated = (...values: readonly number[]): number[] =>
  Array.from({ length: 24 }, (_, row) => values[row % values.length]);

/** `first` and `second`: made-up waves with the same variables. */
export function waveFile(): { file: string } {
  return csvSurvey({
    w: repeated(0.5, 1, 1.5),
    region: repeated(1, 1, 2, 2),
    afraid: repeated(1, 2, 3, 4, 8),
    hungry: repeated(1, 2, 2, 3),
    theft: repeated(0, 1, 0),
  });
}

/** A study that is made once a file of tests, as a copy of its own for each. */
export function copiesOf(make: (study: string) => Promise<void>): () => Promise<string> {
  let content: Buffer | null = null;
  return async () => {
    const study = join(temporaryFolder(), 'Waves.lfstudy');
    if (content === null) await make(study);
    else writeFileSync(study, content);
    content ??= readFileSync(study);
    return study;
  };
}

/** Two waves, and nothing said about them. Ids of the surveys: 1 and 2. */
export async function makeTwoWaves(study: string): Promise<void> {
  for (const name of ['first', 'second']) await asked('survey.import', { ...waveFile(), study, name });
}

/** Everything that is said about the surveys of a study, as it lies in the file. */
export function definitionsOf(study: string): unknown {
  const database = new Database(study, { readonly: true });
  try {
    return [
      'survey',
      'variable',
      'variableEdit',
      'derived',
      'responseSet',
      'concern',
      'analysis',
      'draft',
    ].map((table) => [table, database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).raw().all()]);
  } finally {
    database.close();
  }
}

export const freedomsOf = (by: string | null): AnalysisDefinition => ({
  room: 'freedoms',
  view: 'bars',
  by,
  atLeast: { fear: 1, want: 1 },
  answered: 'half',
});

export const matrixOf = (
  by: string | null,
  pair: { fear: string; want: string } | null = null,
): AnalysisDefinition => ({
  room: 'matrix',
  measure: 'both',
  order: 'share',
  view: 'chart',
  by,
  values: null,
  pair,
  pairBy: null,
});
