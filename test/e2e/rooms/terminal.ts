import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Output } from '#contract/index.ts';
import { built } from '../harness/built.ts';
import type { Codes, Role, Walk } from './walk.ts';

const run = promisify(execFile);

const option: Readonly<Record<Role, readonly string[]>> = {
  weight: ['--weight'],
  strata: ['--strata'],
  psu: ['--psu'],
  // The window keeps areas for comparison: the terminal is told of groups each time.
  area: [],
};

const rules = (concerns: Readonly<Record<string, Codes>>): string[] =>
  Object.entries(concerns).map(([name, codes]) => `${name}=${codes.join(',')}`);

/** What the terminal says of the same file: questions are asked one after the other, beside the window. */
export function terminalAnswers({ files, reading = [], roles, missing, ...walk }: Walk) {
  let last: Promise<unknown> = Promise.resolve();
  const ask = <Result>(command: string, ...options: readonly string[]): Promise<Result> => {
    const words = [built.terminal, command, files[0], ...reading, ...options, '--json'];
    const answer = last.then(async () => {
      const { stdout } = await run(process.execPath, words, { maxBuffer: 2 ** 28 });
      return JSON.parse(stdout) as Result;
    });
    // Whoever waits for the answer hears of a failure; the next question is asked all the same.
    last = answer.catch(() => null);
    return answer;
  };

  const sample = [
    ...Object.entries(roles).flatMap(([role, variable]) =>
      option[role as Role].flatMap((name) => [name, variable]),
    ),
    ...missing.flatMap((mark) => ['--missing', mark]),
  ];
  const { fear, want, by, many, tableRows, mean } = walk;
  const concerns = ['--fear', ...rules(fear), '--want', ...rules(want)];
  const letters = ['--letters', 'holm'];
  const groups = [by, many];
  return {
    describe: ask<{ rows: number; variables: readonly unknown[] }>('describe'),
    crosstabs: tableRows.map((rows) =>
      groups.map((columns) =>
        ask<Output<'crosstab.run'>>('crosstab', '--rows', rows, '--cols', columns, ...letters, ...sample),
      ),
    ),
    ranking: ask<Output<'ranking.run'>>('concerns', ...concerns, ...sample),
    matrix: ask<Output<'matrix.run'>>('matrix', ...concerns, ...sample),
    freedoms: ask<Output<'freedoms.run'>>('freedoms', ...concerns, '--by', by, ...sample),
    means: groups.map((group) =>
      ask<Output<'mean.run'>>('means', '--variables', mean, '--by', group, ...letters, ...sample),
    ),
    rankingBy: ask<Output<'ranking.run'>>('concerns', ...concerns, '--by', by, ...letters, ...sample),
  };
}

export type Terminal = ReturnType<typeof terminalAnswers>;
