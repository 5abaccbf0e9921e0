import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concernShareOf } from '#engine/estimate/concernShare.ts';
import { crosstabOf } from '#engine/estimate/crosstab.ts';
import type { ShareEstimate } from '#engine/estimate/figures.ts';
import type { IntervalMethod } from '#engine/inference/interval.ts';
import { designOf, type Sample } from '../columns.ts';
import { openly, randomSurvey } from '../randomSurvey.ts';

const methods: IntervalMethod[] = ['logit', 'beta', 'wilson', 'wald'];

function share(answers: readonly number[], sample: Sample, interval: IntervalMethod): ShareEstimate {
  const design = designOf(answers.length, sample);
  return concernShareOf(design, Uint8Array.from(answers), { ...openly, interval }).share;
}

test.each(methods)('%s, nobody or everybody concerned: Clopper and Pearson, and it says so', (method) => {
  // R: binom.test(0, 20)$conf.int and binom.test(20, 20)$conf.int
  const none = share(new Array<number>(20).fill(0), {}, method);
  expect(none).toMatchObject({ estimate: 0, se: 0, ciLow: 0, deff: null, cv: null, effectiveN: null });
  expect(none.ciHigh).toBeCloseTo(0.1684335, 7);
  expect(none.why).toBe('noVariation');
  const all = share(new Array<number>(20).fill(1), {}, method);
  expect(all).toMatchObject({ estimate: 1, se: 0, ciHigh: 1, deff: null, cv: 0, why: 'noVariation' });
  expect(all.ciLow).toBeCloseTo(0.8315665, 7);
});

test.each(methods)('%s, one PSU: the share without interval, and why', (method) => {
  const answers = [1, 0, 1, 1, 0, 0, 1, 0];
  const psu = answers.map(() => 7);
  for (const lonelyPsu of ['remove', 'certainty', 'adjust', 'average'] as const) {
    const one = share(answers, { psu, lonelyPsu }, method);
    expect(one).toMatchObject({ estimate: 0.5, ciLow: null, ciHigh: null, df: 0, n: 8 });
    expect(one.why).toBe('noDegreesOfFreedom');
  }
});

test.each(methods)('%s, one respondent in the domain', (method) => {
  const one = share([1, 2, 2, 2, 2], {}, method);
  expect(one).toMatchObject({ estimate: 1, n: 1, df: 0, ciLow: null, why: 'noDegreesOfFreedom' });
  const nobody = share([2, 2, 2, 2, 2], {}, method);
  expect(nobody).toMatchObject({ estimate: null, n: 0, ciLow: null, why: 'noRespondents' });
});

test.each(methods)('%s, all weights equal: as without weights', (method) => {
  const answers = Array.from({ length: 40 }, (_, row) => Number(row % 7 < 3));
  const weight = answers.map(() => 12.5);
  const [weighted, plain] = [share(answers, { weight }, method), share(answers, {}, method)];
  expect(weighted.estimate).toBeCloseTo(plain.estimate!, 14);
  expect(weighted.ciLow).toBeCloseTo(plain.ciLow!, 12);
  expect(weighted.ciHigh).toBeCloseTo(plain.ciHigh!, 12);
  // In a simple sample n − 1 respondents' worth of variance: deff is 1, whatever the weight.
  expect(weighted.deff).toBeCloseTo(1, 12);
});

test.each(methods)('%s, the same share in every PSU: the point, and that there is no variance', (method) => {
  const answers = Array.from({ length: 40 }, (_, row) => row % 2);
  const psu = answers.map((_, row) => Math.floor(row / 4));
  expect(share(answers, { psu }, method)).toMatchObject({ ciLow: 0.5, ciHigh: 0.5, why: 'noVariance' });
});

test('a cell with one respondent has its interval in its row, and no figure is NaN', () => {
  const rows = Int32Array.from([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
  const columns = Int32Array.from([0, 1, 1, 1, 1, 1, 1, 0, 0, 0]);
  for (const interval of methods) {
    const { cells } = crosstabOf(designOf(10), rows, 2, columns, 2, { ...openly, interval });
    expect(cells[0]).toMatchObject({ n: 1, ofRow: { estimate: 0.2, n: 5, df: 4 } });
    for (const { ofRow } of cells)
      expect(Object.values(ofRow).every((figure) => figure === null || Number.isFinite(figure))).toBe(true);
    expect(cells[0].ofRow.ciHigh! - cells[0].ofRow.ciLow!).toBeGreaterThan(0.4);
  }
});

test('a filter and its opposite add up to the whole', () => {
  fc.assert(
    fc.property(
      randomSurvey,
      fc.integer({ min: 1, max: 6 }),
      ({ weight, strata, psu, fear, want }, modulus) => {
        const design = designOf(weight.length, { weight, strata, psu });
        const tableOf = (keeps: (row: number) => boolean): ReturnType<typeof crosstabOf> => {
          const code = (states: Uint8Array): Int32Array =>
            Int32Array.from(states, (state, row) => (state === 2 || !keeps(row) ? -1 : state));
          return crosstabOf(design, code(fear), 2, code(want), 2, openly);
        };
        const whole = tableOf(() => true);
        const kept = tableOf((row) => row % modulus === 0);
        const rest = tableOf((row) => row % modulus !== 0);
        whole.cells.forEach(({ n, weightedN }, cell) => {
          expect(kept.cells[cell].n! + rest.cells[cell].n!).toBe(n);
          const sum = kept.cells[cell].weightedN! + rest.cells[cell].weightedN!;
          expect(Math.abs(sum - weightedN!)).toBeLessThanOrEqual(1e-12 * weightedN!);
        });
      },
    ),
  );
});
