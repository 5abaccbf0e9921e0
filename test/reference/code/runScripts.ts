import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import { answerAnalysis } from '#operations/publication/answerAnalysis.ts';
import { asked } from '../../helpers/asked.ts';
import { disagreements } from './disagreements.ts';
import { figuresOf, type Figure } from './figuresOf.ts';

export const hasR =
  spawnSync('Rscript', ['--vanilla', '-e', 'library(survey); library(haven); library(jsonlite)']).status ===
  0;

export interface Script {
  readonly file: string;
  readonly expected: readonly Figure[];
}

const context = {
  places: { studies: '', samples: '' },
  report: () => undefined,
  throwIfCancelled: () => undefined,
};

/** Exports the survey of a study into a folder and writes a script for each analysis beside it. */
export async function writeScripts(
  study: string,
  folder: string,
  analyses: Readonly<Record<string, AnalysisDefinition>>,
  data = 'survey.sav',
  applyMissing = false,
): Promise<Script[]> {
  mkdirSync(folder, { recursive: true });
  const reference = { study, survey: null };
  await asked('export.run', { source: reference, to: join(folder, data), applyMissing, replace: true });
  const scripts: Script[] = [];
  for (const [name, definition] of Object.entries(analyses)) {
    const { code } = await asked('publication.code', { ...reference, definition, dialect: 'R', data });
    const file = join(folder, `${name}.R`);
    writeFileSync(file, code);
    scripts.push({ file, expected: figuresOf(await answerAnalysis(definition, reference, context)) });
  }
  return scripts;
}

/** Runs scripts in one R and holds every figure of each against the study's. */
export function expectAgreement(scripts: readonly Script[]): void {
  const run = fileURLToPath(new URL('run.R', import.meta.url));
  const { stderr } = spawnSync('Rscript', ['--vanilla', run, ...scripts.map(({ file }) => file)], {
    encoding: 'utf8',
  });
  const wrong: string[] = [];
  for (const { file, expected } of scripts) {
    const answer = JSON.parse(readFileSync(file.replace(/\.R$/, '.json'), 'utf8')) as {
      readonly result?: readonly Record<string, unknown>[];
      readonly problem?: string;
      readonly seconds: number;
    };
    const name = file.split('/').slice(-2).join('/');
    if (!answer.result) {
      wrong.push(`${name}: ${answer.problem ?? stderr}`);
      continue;
    }
    const found = disagreements(answer.result, expected);
    if (process.env.SHOW_DIFFERENCES)
      console.log(name, found.figures, found.largest, `${answer.seconds.toFixed(1)} s`);
    expect(found.figures).toBeGreaterThan(0);
    wrong.push(...found.wrong.slice(0, 5).map((one) => `${name} ${one}`));
  }
  expect(wrong.join('\n')).toBe('');
}
