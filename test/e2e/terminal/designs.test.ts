import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Output } from '#contract/index.ts';
import type { MatrixResult } from '#contract/matrix.ts';
import { differences } from '../../reference/differences.ts';
import { readExpected, type Expected, type Roles } from '../../reference/readCase.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { larger, root, type Ended } from '../../helpers/terminal.ts';

/** Stages, replicate weights and known totals, said in the terminal, beside what R's survey answered. */
const caseFile = (name: string): string => join(root, 'test/reference/cases', name, 'data.csv');

function said({ weight, strata, psu, fpc, ssu, fpc2, replicates, lonelyPsu }: Roles): string[] {
  const words = {
    weight,
    strata,
    psu,
    fpc,
    'second-stage': ssu,
    fpc2,
    'lonely-psu': lonelyPsu,
    ...(replicates && {
      'replicate-weights': 'rep*',
      'replicate-type': replicates.type.toLowerCase(),
      'fay-rho': replicates.rho,
      'replicate-scale': replicates.scale,
      'replicate-rscales': replicates.rscales?.join(','),
      'replicate-centre': replicates.centre,
      'replicate-df': replicates.df,
    }),
  };
  const given = Object.entries(words).flatMap(([name, word]) =>
    word === undefined ? [] : [`--${name}`, String(word)],
  );
  return replicates?.combined === false ? [...given, '--replicate-factors'] : given;
}

function totalsInWords({ margins = [] }: Roles): string[] {
  return margins.flatMap(({ variable, targets }) => [
    '--margins',
    `${variable}=${Object.entries(targets)
      .map(([value, total]) => `${value}:${total}`)
      .join(',')}`,
  ]);
}

function totalsInAFile({ margins = [] }: Roles): string[] {
  const file = join(temporaryFolder(), 'totals.csv');
  const rows = margins.flatMap(({ variable, targets }) =>
    Object.entries(targets).map(([value, total]) => `${variable},${value},${total}`),
  );
  writeFileSync(file, ['variable,value,total', ...rows].join('\n'));
  return ['--margins', file];
}

const header = (name: string): string[] => readFileSync(caseFile(name), 'utf8').split('\n', 1)[0].split(',');

function matrix(name: string, words: readonly string[], ...more: readonly string[]): Ended {
  const rules = (freedom: string): string[] =>
    header(name)
      .filter((column) => new RegExp(`^${freedom}\\d+$`).test(column))
      .map((column) => `${column}=1`);
  return larger(
    ...['matrix', caseFile(name), '--fear', ...rules('fear'), '--want', ...rules('want')],
    ...[...words, '--suppress', 'none', ...more],
  );
}

/** What the matrix shows of each pair. */
const shown = (pairs: Expected['pairs']): readonly object[] => pairs.map(({ pair }) => pair);

test.each([
  'two-stages-of-schools-in-districts',
  'two-stages-in-strata-one-of-them-a-census-of-districts',
  'scd-half-samples-by-hand',
  'fays-half-samples',
  'balanced-half-samples-about-their-mean',
  'jackknife-in-strata',
  'jackknife-of-districts',
  'jackknife-factors',
  'bootstrap-weights',
  'successive-differences',
  'replicates-of-another-kind',
])('%s are those of R', (name) => {
  const { roles, fear, want, pairs, design } = readExpected<Expected>(name);
  const { code, out, problem } = matrix(name, said(roles), '--json');
  expect(code, problem).toBe(0);
  expect(differences(JSON.parse(out), { design, fear, want, pairs: shown(pairs) })).toEqual([]);
});

test.each(['post-stratified-districts', 'raked-districts', 'raked-jackknife'])(
  '%s are those of R, with totals in words or in a file',
  (name) => {
    const { roles, fear, want, pairs } = readExpected<Expected>(name);
    const totals = [totalsInWords(roles), totalsInAFile(roles)];
    const [one, other] = totals.map((words) => matrix(name, [...said(roles), ...words], '--json'));
    expect(one.code, one.problem).toBe(0);
    expect(differences(JSON.parse(one.out), { fear, want, pairs: shown(pairs) })).toEqual([]);
    expect(other.out).toBe(one.out);
    const { design } = JSON.parse(one.out) as MatrixResult;
    expect(design.calibration?.variables).toEqual(roles.margins?.map(({ variable }) => variable));
  },
);

test('two surveys have known totals of their own', () => {
  const file = caseFile('post-stratified-districts');
  const again = join(temporaryFolder(), 'again.csv');
  // Another survey with the same answers.
  const [first, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  writeFileSync(again, [first, ...rows.toReversed()].join('\n'));
  const difference = (...more: string[]): number | null => {
    const words = ['--weight', 'weight', '--psu', 'district', '--margins', 'type=E:4421,H:755,M:1018'];
    const { code, out, problem } = larger(
      ...['compare', file, again, '--concern', 'fear1=1', ...words, ...more, '--suppress', 'none', '--json'],
    );
    expect(code, problem).toBe(0);
    return (JSON.parse(out) as Output<'comparison.surveys'>).difference.estimate;
  };
  expect(difference()).toBeCloseTo(0, 12);
  expect(difference('--other-margins', 'type=E:71.376%,H:12.189%,M:16.435%')).toBeCloseTo(0, 4);
  expect(Math.abs(difference('--other-margins', 'type=E:10%,H:20%,M:70%')!)).toBeGreaterThan(0.01);
});

test('the design is said in words', () => {
  const words = (name: string): string => {
    const { roles } = readExpected<Expected>(name);
    return matrix(name, [...said(roles), ...totalsInWords(roles)]).out;
  };
  expect(words('two-stages-of-schools-in-districts')).toContain('40 PSUs, second stage by school, df 39.');
  expect(words('post-stratified-districts')).toContain('Post-stratified to known totals of type.');
  const raked = words('raked-jackknife');
  expect(raked).toContain('Weighted by weight; 15 replicate weights (JK1), df 14.');
  expect(raked).toContain('Raked to known totals of type, wide.');
  expect(raked).toContain('variance from 15 replicate weights (JK1)');
});

describe('what cannot be is refused, with what to do', () => {
  const replicates = ['--weight', 'weight', '--replicate-weights', 'rep1-rep12', '--replicate-type'];
  test.each<[string, string[], number, string[]]>([
    ['PSUs beside replicate weights', [...replicates, 'brr', '--psu', 'psu'], 1, ['psu', 'Take out either']],
    ['no full weight', ['--replicate-weights', 'rep*', '--replicate-type', 'brr'], 1, ['full-sample weight']],
    ['no type', replicates.slice(0, 4), 2, ['--replicate-type', 'jkn']],
    ['an unknown type', [...replicates, 'jk9'], 1, ['jk9', 'brr, fay, jk1, jkn']],
    ['Fay without ρ', [...replicates, 'fay'], 1, ['rho', 'left out']],
    ['ρ for another type', [...replicates, 'brr', '--fay-rho', '0.5'], 1, ['rho', 'BRR']],
    ['JKn without its scales', [...replicates, 'jkn'], 1, ['rscales']],
    ['too few scales', [...replicates, 'jkn', '--replicate-rscales', '0.5,0.5'], 1, ['12 numbers']],
    ['no such weights', ['--replicate-weights', 'zz*', '--replicate-type', 'brr'], 1, ['zz*']],
    ['a type without weights', ['--replicate-type', 'brr'], 2, ['--replicate-weights']],
    ['a second FPC without units', ['--fpc2', 'weight'], 2, ['--second-stage']],
    ['units without PSUs', ['--second-stage', 'psu'], 1, ['psu', 'PSUs']],
    ['a value without a total', ['--margins', 'stratum=1:5'], 1, ['stratum', 'Give a total for each']],
    ['words that are no totals', ['--margins', 'stratum=1'], 1, ['stratum=1', 'V=code:total']],
    ['a file that is not there', ['--margins', '/nowhere/totals.csv'], 1, ['/nowhere/totals.csv']],
    ['shares that miss 100', ['--margins', 'row=0:10%,1:10%,2:10%'], 1, ['row', '30 per cent']],
    ['per cent and people', ['--margins', 'row=0:10%,1:10,2:80%'], 1, ['row', 'in the same way']],
  ])('%s', (_, words, expected, named) => {
    const { code, out, problem } = matrix('balanced-half-samples', words);
    expect({ code, out }).toEqual({ code: expected, out: '' });
    for (const word of named) expect(problem).toContain(word);
    expect(problem).not.toMatch(/ at .+:\d+:\d+|TypeError|\{\w+\}/);
  });
});
