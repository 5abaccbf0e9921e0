import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contract, type OperationName } from '#contract/index.ts';
import { Problem } from '#engine/survey/problem.ts';
import { operations } from '#operations/index.ts';
import { seeded, type Random } from '../fuzz/seeded.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

/**
 * Small surveys of every degenerate kind (1 to 3 rows, all missing, constant, weights of 0 or over six orders of
 * magnitude, groups that are single PSUs) and options at random: what comes back is in the shape of the contract,
 * so without NaN or infinity; each `null` says why; and nothing is tested by what rounding leaves of a variance.
 */
const context = {
  places: { studies: '', samples: '' },
  report: () => undefined,
  throwIfCancelled: () => undefined,
};

type Asked = Record<string, unknown>;

function asker(random: Random) {
  const pick = <T>(list: readonly T[]): T => list[random(list.length)];
  const often = (inTen: number): boolean => random(10) < inTen;
  const rule = (variable: string) => ({ variable, concernedWhen: pick([[1], [0], [0, 1], [1, 2]]) });
  const letters = () => (often(7) ? { adjust: pick(['holm', 'bh', 'none']), alpha: 0.05 } : undefined);

  const survey = (): string => {
    const kind = (): string => (often(6) ? 'any' : pick(['any', 'constant', 'missing', 'tenth', 'bypsu']));
    const kinds: Record<string, string> = { a: kind(), b: kind(), c: kind(), y: kind(), g: kind() };
    const weights = pick(['any', 'any', 'some', 'orders', 'ones', 'zeros']);
    const [strata, psus, rows] = [pick([1, 2, 3]), pick([1, 2, 4, 50]), pick([1, 2, 3, 5, 12, 40, 120, 120])];
    const lines = Array.from({ length: rows }, () => {
      const [h, p] = [1 + random(strata), 1 + random(psus)];
      const cell = (name: string, any: () => number, constant: number): number | '' => {
        if (kinds[name] === 'missing' || (kinds[name] === 'any' && often(1))) return '';
        return { constant, tenth: 0.1, bypsu: p % 3 }[kinds[name]] ?? any();
      };
      const weight = { zeros: 0, some: often(5) ? 0 : 1.3, orders: 10 ** (random(6001) / 1000 - 3), ones: 1 }[
        weights
      ];
      return [
        cell('a', () => random(2), 1),
        cell('b', () => random(3), 0),
        cell('c', () => random(2), 1),
        cell('y', () => random(1000) / 10 + pick([0, 1e6]), 0.1),
        cell('g', () => 1 + random(4), 2),
        ...[pick(['x', 'y', 'z']), weight ?? 0.1 + random(1000) / 1000, h, p],
      ];
    });
    return ['a,b,c,y,g,t,w,h,p', ...lines.map((line) => line.join(','))].join('\n');
  };

  const analysis = (file: string): Asked => ({
    source: { file },
    design: {
      ...(often(7) && { weight: 'w' }),
      ...(often(6) && { strata: 'h' }),
      ...(often(6) && { psu: 'p' }),
      lonelyPsu: pick(['fail', 'remove', 'certainty', 'adjust', 'average', 'adjust']),
    },
    ...(often(2) && { missing: [{ variable: pick(['a', 'b', 'c', 'g']), codes: [random(3)] }] }),
    ...(often(2) && { where: pick(['g = 2', 'y > 5', 'a = 1', 't = "x"', 'y > 1e9']) }),
    options: {
      interval: pick(['logit', 'beta', 'wilson', 'wald']),
      level: pick([0.95, 0.5, 0.999, 0.01, 0.9999]),
      disclosure: pick(['none', 'none', 'none', 'dhs', 'nchs', 'confidentiality']),
      ...(often(3) && { minimumCount: 2 }),
      ...(often(3) && { deff: pick(['replace', 'withoutReplacement']) }),
      ...(often(5) && { test: pick(['rao-scott', 'rao-scott-first', 'adjusted-wald', 'wald']) }),
    },
  });

  const sets = [
    { kind: 'dichotomy', counted: 1 },
    { kind: 'dichotomy', counted: 0 },
    { kind: 'category', counted: null },
  ];
  const asks: readonly [OperationName, (file: string, other: string) => Asked][] = [
    [
      'crosstab.run',
      () => ({
        rows: pick(['a', 'b', 'g', 't']),
        columns: pick(['c', 'g', 'b', 't']),
        letters: letters(),
        nets: often(5) ? [{ axis: pick(['rows', 'columns']), label: 'N', values: [0, 1] }] : undefined,
      }),
    ],
    [
      'crosstab.responses',
      () => ({
        set: { name: 's', label: 's', variables: ['a', 'b', 'c'], ...pick(sets) },
        by: pick([undefined, 'g', 't']),
        base: pick(['respondents', 'responses']),
        letters: letters(),
      }),
    ],
    ['matrix.run', () => ({ fear: [rule('a')], want: often(5) ? [rule('b')] : [rule('b'), rule('c')] })],
    ['matrix.pair', () => ({ fear: rule('a'), want: rule('b') })],
    [
      'ranking.run',
      () => ({
        fear: [rule('a'), rule('c')],
        want: [rule('b')],
        by: pick([undefined, 'g', 't', 'h']),
        compare: letters(),
      }),
    ],
    ['comparison.groups', () => ({ concern: rule('a'), by: pick(['g', 't', 'h', 'p']), adjust: 'bh' })],
    [
      'comparison.surveys',
      (_, other) => {
        const { options, ...asOther } = analysis(other);
        return { concern: rule('a'), other: asOther, options };
      },
    ],
    [
      'mean.run',
      () => ({
        variables: ['y'],
        by: pick([undefined, 'g', 't', 'h']),
        quantiles: pick([[], [0.5], [1e-9, 0.1, 0.9, 0.999999]]),
        compare: letters(),
      }),
    ],
  ];
  return {
    survey,
    questions: (file: string, other: string) =>
      asks.map(([name, ask]): [OperationName, Asked] => [name, { ...analysis(file), ...ask(file, other) }]),
  };
}

const given = ['estimate', 'se', 'ciLow', 'ciHigh', 'f', 'p'] as const;

/** What is wrong with a result, as paths. */
function faults(found: unknown, path = ''): string[] {
  if (typeof found === 'number') return Number.isFinite(found) ? [] : [`${path} is ${found}`];
  if (typeof found !== 'object' || found === null) return [];
  const one = found as Partial<Record<string, unknown>>;
  const missing = given.filter((name) => one[name] === null);
  const { se, p } = one;
  return [
    ...(missing.length > 0 && one.why === undefined ? [`${path}: ${missing.join()} without a reason`] : []),
    ...(typeof se === 'number' && se > 0 && se < 1e-12 ? [`${path}: se of ${se}`] : []),
    ...(se === 0 && typeof p === 'number' ? [`${path}: a test of no variance`] : []),
    ...(typeof p === 'number' && !(p >= 0 && p <= 1) ? [`${path}: p of ${p}`] : []),
    ...Object.entries(one).flatMap(([name, part]) => faults(part, `${path}.${name}`)),
  ];
}

test.each([1, 2, 3, 4])(
  'no figure is without number or reason, whatever is asked of whatever survey (%i)',
  async (seed) => {
    const { survey, questions } = asker(seeded(seed));
    const folder = temporaryFolder();
    let answered = 0;
    for (let round = 0; round < 60; round++) {
      const [file, other] = [`${round}.csv`, `${round}-other.csv`].map((name) => join(folder, name));
      writeFileSync(file, survey());
      writeFileSync(other, survey());
      for (const [name, asked] of questions(file, other)) {
        const { input, output } = contract[name];
        // As it comes over the wire: what is undefined is not there.
        const parsed: unknown = input.parse(JSON.parse(JSON.stringify(asked)));
        const handler: (input: never, context: never) => unknown = operations[name];
        try {
          const result = await handler(parsed as never, context as never);
          expect(output.safeParse(result).error, JSON.stringify(asked)).toBeUndefined();
          expect(faults(result), JSON.stringify(asked)).toEqual([]);
          answered++;
        } catch (error) {
          if (!(error instanceof Problem) || error.code === 'internal') throw error;
        }
      }
    }
    expect(answered).toBeGreaterThan(100);
  },
);
