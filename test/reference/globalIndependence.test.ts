import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { matrixIndependenceOf } from '#engine/estimate/matrix.ts';
import { differences } from './differences.ts';
import { readCase, readExpected } from './readCase.ts';

const folder = new URL('./cases/', import.meta.url);
// With replicate weights each replicate has its own total of respondents, which fixed columns have not.
const situations = readdirSync(folder).filter(
  (name) =>
    existsSync(new URL(`${name}/data.csv`, folder)) &&
    readExpected<{ global?: object | null }>(name).global &&
    readCase(name).expected.roles.replicates === undefined,
);

describe.each(situations)('%s, as the covariance of influence columns', (name) => {
  const { expected, design, names, indicator } = readCase(name);
  const options = { ...expected.options, disclosure: 'none' } as const;
  test('fear and want altogether', () => {
    const [fear, want] = [names('fear').map(indicator), names('want').map(indicator)];
    const global = matrixIndependenceOf(design, fear, want, options);
    expect(differences(global, readExpected<{ global: object }>(name).global)).toEqual([]);
  });
});
