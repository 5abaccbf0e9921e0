import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract, type Input, type OperationName, type Output } from '#contract/index.ts';
import type { OperationContext } from '#operations/context.ts';
import { operations } from '#operations/index.ts';
import { runMarked } from '#project/marked.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const context: OperationContext = {
  places: { studies: '', samples: '' },
  report: () => undefined,
  throwIfCancelled: () => undefined,
};

/** What an operation answers, by way of the contract. */
export async function asked<Name extends OperationName>(
  name: Name,
  input: Input<Name>,
  more: Partial<OperationContext> = {},
): Promise<Output<Name>> {
  const handler: (input: never, context: never) => unknown = operations[name];
  const parsed = contract[name].input.parse(input);
  return contract[name].output.parse(
    await runMarked(contract[name].writes, () => handler(parsed as never, { ...context, ...more } as never)),
  ) as Output<Name>;
}

/** A survey of these columns in a file of commas, gone after the test. */
export function csvSurvey(columns: Readonly<Record<string, readonly (number | string)[]>>): { file: string } {
  const file = join(temporaryFolder(), 'survey.csv');
  const all = Object.values(columns);
  const rows = all[0].map((_, row) => all.map((column) => column[row]).join(','));
  writeFileSync(file, [Object.keys(columns).join(','), ...rows].join('\n') + '\n');
  return { file };
}
