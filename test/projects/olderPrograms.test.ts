import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Input, OperationName } from '#contract/index.ts';
import { backupsOf } from '#project/backups.ts';
import { supportedVersion } from '#project/migrations.ts';
import { asked } from '../helpers/asked.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';
import { differencesOf } from './differencesOf.ts';

interface Answered {
  readonly operation: OperationName;
  readonly input: Input<OperationName>;
  readonly answer: unknown;
}

/** What a program of this version answered from its study: see README.md. */
function answersOf(version: number, study: string): Answered[] {
  const text = readFileSync(join(import.meta.dirname, `version-${version}.json`), 'utf8');
  return JSON.parse(text.replaceAll('STUDY', JSON.stringify(study).slice(1, -1))) as Answered[];
}

/** As JSON has it. The test of all pairs together has since become an operation of its own, so that pairs need not wait. */
async function answerNow(operation: OperationName, input: Input<OperationName>): Promise<unknown> {
  const answer: unknown = await asked(operation, input);
  const global =
    operation === 'matrix.run' ? await asked('matrix.independence', input as Input<'matrix.run'>) : null;
  return JSON.parse(JSON.stringify(global === null ? answer : { ...(answer as object), global })) as unknown;
}

/** Texts of which there are few have got small bars since. */
const barsOfTexts = /^variable\.list \.variables\[\d+\]\.bars: 0 are now \d+$/;

const versions = Array.from({ length: supportedVersion() - 1 }, (_, index) => index + 1);

test.each(versions)(
  'a study that the program of version %i kept is updated after a copy was made, and answers as it did',
  async (version) => {
    const study = join(temporaryFolder(), `version-${version}.lfstudy`);
    copyFileSync(join(import.meta.dirname, `version-${version}.lfstudy`), study);
    const answers = answersOf(version, study);
    const differences: string[] = [];
    for (const { operation, input, answer } of answers) {
      const now = await answerNow(operation, input);
      for (const difference of differencesOf(answer, now)) differences.push(`${operation} ${difference}`);
    }
    expect(differences.filter((difference) => !barsOfTexts.test(difference))).toEqual([]);
    expect(answers.length).toBeGreaterThan(11);
    expect(backupsOf(study).map(({ beforeUpdateOf }) => beforeUpdateOf)).toEqual([version]);
  },
);
