import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratioOf } from '#engine/estimate/ratio.ts';
import { ratioOfOthers } from '#engine/estimate/ratioOfOthers.ts';
import { covarianceOfSparse } from '#engine/tally/covarianceOfSparse.ts';
import { covarianceOfStatistics } from '#engine/tally/covarianceOfStatistics.ts';
import { domainOf, domainsOf, domainsOutside } from '#engine/tally/domain.ts';
import { combinationOf, type Statistic } from '#engine/tally/statistic.ts';
import { tally } from '#engine/tally/tally.ts';
import { tallyPair, tallyPairs } from '#engine/tally/tallyPairs.ts';
import { varianceOf } from '#engine/tally/variance.ts';
import { variancesAgainstOthers } from '#engine/tally/variancesAgainstOthers.ts';
import { variancesOf } from '#engine/tally/variancesOf.ts';
import { withoutRounding } from '#engine/tally/withoutRounding.ts';
import { designOf } from '../columns.ts';
import { randomSurvey } from '../randomSurvey.ts';

const cellCount = 6;
const setOf = (...cells: number[]): Uint8Array =>
  Uint8Array.from({ length: cellCount }, (_, cell) => Number(cells.includes(cell)));
const all = setOf(0, 1, 2, 3, 4, 5);
const sets = [all, setOf(0, 1), setOf(2, 3), setOf(4, 5), setOf(0, 2, 4), setOf(1)];

test('pairs tallied together are the pairs one by one, to the last bit', () => {
  fc.assert(
    fc.property(randomSurvey, fc.boolean(), fc.boolean(), (survey, clustered, inDomain) => {
      const { weight, strata, psu, fear, want } = survey;
      const design = designOf(weight.length, { weight, strata, ...(clustered && { psu }) });
      const sorted = [fear, want].map((states) =>
        Uint8Array.from(design.order, (row) => (inDomain && row % 3 > 0 ? 2 : states[row])),
      );
      const scratch = new Uint8Array(design.order.length);
      const together = [...tallyPairs(design, sorted, sorted)];
      const apart = sorted.flatMap((one) => sorted.map((other) => tallyPair(design, one, other, scratch)));
      together.forEach((table, pair) => {
        expect(table.totals).toEqual(apart[pair].totals);
        expect(table.counts).toEqual(apart[pair].counts);
        expect(table.df).toBe(apart[pair].df);
        expect(table.psuTotals.unitStart).toEqual(apart[pair].psuTotals.unitStart);
        expect(table.psuTotals.values).toEqual(apart[pair].psuTotals.values);
        for (let set = 1; set < 16; set++) {
          const inside = Uint8Array.of(set & 1, (set >> 1) & 1, (set >> 2) & 1, set >> 3);
          expect(domainOf(table.psuTotals, inside)).toEqual(domainOf(apart[pair].psuTotals, inside));
        }
        expect(table.covariance).toEqual(apart[pair].covariance);
      });
    }),
  );
});

test('PSUs larger than a block of rows are added up whole', () => {
  const rows = 5000;
  const each = (valueOf: (row: number) => number): number[] =>
    Array.from({ length: rows }, (_, row) => valueOf(row));
  const design = designOf(rows, {
    weight: each((row) => 1 + (row % 7)),
    psu: each((row) => Number(row > 4000)),
  });
  const fear = Uint8Array.from(each((row) => row % 3));
  const want = Uint8Array.from(each((row) => row % 2));
  const [table] = tallyPairs(design, [fear], [want]);
  expect(table.psuTotals.values).toEqual(
    tallyPair(design, fear, want, new Uint8Array(rows)).psuTotals.values,
  );
});

test('variances, covariances and domains of many are those of each', () => {
  fc.assert(
    fc.property(randomSurvey, fc.boolean(), ({ weight, strata, psu, fear, want }, clustered) => {
      const design = designOf(weight.length, { weight, strata, ...(clustered && { psu }) });
      const cells = Int32Array.from(fear, (state, row) => (want[row] === 2 ? -1 : 2 * state + want[row]));
      const table = tally(design, cells, cellCount);
      const shares = sets.slice(1).map((part) => ratioOf(table, part, all));
      const others = ratioOfOthers(table, { part: sets[4], whole: all }, { part: setOf(0), whole: sets[1] });
      const statistics: Statistic[] = [...shares, others, combinationOf([shares[0], others], [1, -1])].filter(
        ({ estimate }) => Number.isFinite(estimate),
      );
      const domains = statistics.map(() => all);
      variancesOf(table, statistics, domains).forEach((variance, index) => {
        const single = varianceOf(table, statistics[index], all);
        expect(Math.abs(variance - single)).toBeLessThanOrEqual(1e-12 * single + 1e-28);
      });

      expect(domainsOf(table.psuTotals, sets)).toEqual(
        sets.map((inside) => domainOf(table.psuTotals, inside)),
      );

      if (table.psuTotals.multiplicity !== null) return;
      const totals = Array.from({ length: cellCount }, (_, cell): Statistic => ({
        estimate: table.totals[cell],
        gradient: Float64Array.from(setOf(cell)),
        at: (other) => other[cell],
      }));
      const joint = covarianceOfStatistics(table, totals);
      const size = Math.max(...table.psuTotals.values) ** 2 * table.psuCount;
      covarianceOfSparse(table).forEach((value, index) =>
        expect(Math.abs(value - joint[index])).toBeLessThanOrEqual(1e-12 * size),
      );
    }),
  );
});

test('each group against all others, at once and one by one', () => {
  fc.assert(
    fc.property(randomSurvey, fc.boolean(), ({ weight, strata, psu, fear, want }, byPlace) => {
      const design = designOf(weight.length, { weight, strata, psu });
      // Groups found in all strata; and two within the PSUs of one stratum, the third being the other.
      const placeOf = (row: number): number => (strata[row] === 1 ? 2 : Number(psu[row] < 2));
      const groups = Array.from(fear, (state, row) => (byPlace ? placeOf(row) : state));
      const cells = Int32Array.from(want, (state, row) => (state === 2 ? -1 : 2 * groups[row] + 1 - state));
      const table = tally(design, cells, cellCount);
      const outside = domainsOutside(table.psuTotals, 3, 2);
      const atOnce = variancesAgainstOthers(table)!;
      for (const group of [0, 1, 2]) {
        const here = { part: setOf(2 * group), whole: setOf(2 * group, 2 * group + 1) };
        expect(outside[group]).toEqual(
          domainOf(
            table.psuTotals,
            here.whole.map((inside) => 1 - inside),
          ),
        );
        const others = ratioOfOthers(table, { part: setOf(0, 2, 4), whole: all }, here);
        const difference = combinationOf([ratioOf(table, here.part, here.whole), others], [1, -1]);
        if (!Number.isFinite(difference.estimate)) continue;
        expect(atOnce.others[group]).toBeCloseTo(others.estimate, 12);
        for (const [statistic, variance] of [
          [others, atOnce.ofOthers[group]],
          [difference, atOnce.ofDifference[group]],
        ] as const) {
          const single = withoutRounding(table, statistic, varianceOf(table, statistic));
          expect(Math.abs(variance - single)).toBeLessThanOrEqual(1e-10 * single + 1e-26);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('in a table of four cells too', () => {
  fc.assert(
    fc.property(randomSurvey, ({ weight, strata, psu, fear, want }) => {
      const design = designOf(weight.length, { weight, strata, psu });
      const cells = Int32Array.from(fear, (state, row) => (state === 2 ? -1 : 2 * state + (want[row] & 1)));
      const table = tally(design, cells, 4);
      const statistics = [
        [1, -1, 0, 2],
        [0.5, 0, 0, 0],
        [3, 3, 3, 3],
      ].map((slopes): Statistic => ({ estimate: 0, gradient: Float64Array.from(slopes), at: () => 0 }));
      variancesOf(table, statistics).forEach((variance, index) => {
        const single = varianceOf(table, statistics[index]);
        expect(Math.abs(variance - single)).toBeLessThanOrEqual(1e-12 * single);
      });
    }),
  );
});
