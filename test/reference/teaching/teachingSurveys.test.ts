import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { MatrixResult } from '#contract/matrix.ts';
import { contract } from '#contract/index.ts';
import { operations } from '#operations/index.ts';
import { differences } from '../differences.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const json = (path: string): unknown => JSON.parse(readFileSync(at(path), 'utf8'));

interface Teaching {
  roles: { weight: string; strata: string; psu: string };
  missing: { variable: string; codes: number[] }[];
  concerns: { variable: string; freedom: string; concernedWhen: number[] }[];
}

const context = {
  places: { studies: '', samples: '' },
  report: () => undefined,
  throwIfCancelled: () => undefined,
};

/** From the .sav on the disk to the matrix: reader, missing rules, design and engine together. */
test.each(['bangladesh', 'benin'])('the whole matrix of %s, as R survey has it', async (sample) => {
  const { roles, missing, concerns } = json(`../../../samples/${sample}.study.json`) as Teaching;
  const { weight, strata, psu } = roles;
  const rules = (freedom: string): { variable: string; concernedWhen: number[] }[] =>
    concerns
      .filter((concern) => concern.freedom === freedom)
      .map(({ variable, concernedWhen }) => ({ variable, concernedWhen }));
  const input = contract['matrix.run'].input.parse({
    source: { file: at(`../../../samples/${sample}.sav`) },
    design: { weight, strata, psu },
    missing,
    fear: rules('fear'),
    want: rules('want'),
    options: { disclosure: 'none' },
  });
  const result = await operations['matrix.run'](input, context);
  expect(contract['matrix.run'].output.parse(result)).toEqual(result);
  const { design, fear, want, pairs } = json(`${sample}.matrix.json`) as MatrixResult;
  expect(pairs.length).toBe(rules('fear').length * rules('want').length);
  expect(differences(result, { design, fear, want, pairs })).toEqual([]);
});
