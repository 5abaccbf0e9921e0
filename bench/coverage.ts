import type { SurveyDesign } from '#engine/design/surveyDesign.ts';
import { createSurveyDesign } from '#engine/design/createSurveyDesign.ts';
import { tallyGroups } from '#engine/estimate/concernByGroup.ts';
import type { Indicator } from '#engine/estimate/concernShare.ts';
import type { Share } from '#engine/estimate/shareMoments.ts';
import { shareOf, wholeOf } from '#engine/estimate/share.ts';
import { shareInterval, type Interval, type IntervalMethod } from '#engine/inference/interval.ts';
import { bangladesh } from '../samples/bangladesh/country.ts';
import { benin } from '../samples/benin/country.ts';
import type { Country } from '../samples/country.ts';
import { drawSample, type Sample } from '../samples/drawSample.ts';
import type { Item } from '../samples/item.ts';
import { makePopulation } from '../samples/population.ts';
import { partitionsOf, trueShares, type Partition } from './populationShares.ts';
import { Coverage, type ShareCoverage } from './shareCoverage.ts';

const level = 0.95;
const methods: readonly IntervalMethod[] = ['logit', 'beta', 'wilson', 'wald'];
/** What would be done without the design: the weights alone, or nothing. */
export const ways = [...methods, 'weights alone', 'nothing'] as const;
const countries: Readonly<Record<string, Country>> = { Bangladesh: bangladesh, Benin: benin };

/**
 * Draws many samples from the populations of the teaching surveys by the surveys' own design, and counts how often
 * 95 % intervals hold the true share: those of the engine, and those of somebody who takes the respondents for
 * a simple sample. The same samples in every run.
 *
 * Once with the list of PSUs in a random order for every sample, which is what the variance of a systematic sample is
 * an estimate of; once in the fixed order of the surveys, in which there are only as many different samples as
 * the list is longer than the sample, so that each share has a spread of its own.
 */
export function* benchCoverage(samples: number, each: boolean): Generator<string> {
  for (const [name, country] of Object.entries(countries))
    for (const shuffled of [true, false]) {
      const order = shuffled ? 'PSUs listed in a random order' : 'PSUs listed as in the survey';
      yield* report(`${name}, ${samples} samples, ${order}`, coverageOf(country, samples, shuffled), each);
    }
}

function coverageOf(country: Country, samples: number, shuffled: boolean): Coverage {
  const population = makePopulation(country);
  const partitions = partitionsOf(country);
  const coverage = new Coverage(
    country.items.flatMap(({ name: item }, index) =>
      partitions.flatMap((partition) =>
        trueShares(population, index, partition).map((share, group) => ({
          item,
          domain: partition.names[group],
          partition: partition.name,
          share,
        })),
      ),
    ),
    ways.length,
  );
  for (let seed = 1; seed <= samples; seed++)
    addSample(coverage, drawSample(population, { seed, shuffled }), country, partitions);
  return coverage;
}

function addSample(
  coverage: Coverage,
  sample: Sample,
  country: Country,
  partitions: readonly Partition[],
): void {
  const design = designOf(sample);
  const groups = partitions.map(({ groupOf }) =>
    Int32Array.from(sample.type, (type, row) => groupOf(sample.stratum[row], type)),
  );
  let share = 0;
  country.items.forEach((item, index) => {
    const indicator = indicatorOf(item, sample.answers[index]);
    partitions.forEach(({ names }, partition) => {
      const table = tallyGroups(design, indicator, groups[partition], names.length);
      const whole = new Uint8Array(table.cellCount);
      const part = new Uint8Array(table.cellCount);
      names.forEach((_, group) => {
        whole.fill(0).fill(1, 2 * group, 2 * group + 2);
        part.fill(0)[2 * group] = 1;
        const estimate = shareOf(table, part, wholeOf(table, whole));
        coverage.add(share++, estimate.estimate, estimate.se, intervalsOf(estimate));
      });
    });
  });
}

function designOf({ rowCount, weight, stratum, psu }: Sample): SurveyDesign {
  return createSurveyDesign({
    rowCount,
    weight: { name: 'weight', values: { kind: 'numeric', values: weight, reasons: null } },
    strata: { name: 'stratum', column: { kind: 'numeric', values: Int32Array.from(stratum), reasons: null } },
    psu: { name: 'psu', column: { kind: 'numeric', values: psu, reasons: null } },
    fpc: null,
    lonelyPsu: 'fail',
  });
}

function indicatorOf({ scale }: Item, answers: Uint8Array): Indicator {
  const states = new Uint8Array(10);
  for (const code of scale.high) states[code] = 1;
  for (const silent of [scale.dontKnow, scale.refused]) if (silent !== undefined) states[silent] = 2;
  return answers.map((code) => states[code]);
}

function intervalsOf(share: Share): Interval[] {
  const { estimate, part, n } = share;
  const simple = (p: number): Interval =>
    shareInterval({ estimate: p, se: Math.sqrt((p * (1 - p)) / n), n, df: Infinity }, 'wilson', level);
  return [
    ...methods.map((method) => shareInterval(share, method, level)),
    simple(estimate),
    simple(part / n),
  ];
}

function* report(title: string, coverage: Coverage, each: boolean): Generator<string> {
  const asked = coverage.shares().filter(({ share }) => share >= 0.05 && share <= 0.95);
  yield `${title}: how many of the 95 % intervals hold the true share, for ${asked.length} shares between .05 and .95`;
  yield row('', ['se / sd', ...ways]);
  yield row('all', averages(asked));
  for (const partition of new Set(asked.map(({ partition }) => partition)))
    yield row(`  ${partition}`, averages(asked.filter((one) => one.partition === partition)));
  for (const [low, high] of [
    [0.05, 0.1],
    [0.1, 0.3],
    [0.3, 0.7],
    [0.7, 0.95],
  ])
    yield row(
      `  shares of ${low}–${high}`,
      averages(asked.filter(({ share }) => share >= low && share < high)),
    );
  const outside = ways.map((_, way) =>
    asked.filter(({ covered }) => covered[way] < 0.935 || covered[way] > 0.965),
  );
  yield row('shares outside 93.5–96.5', ['', ...outside.map((shares) => String(shares.length))]);
  yield row('lowest', [
    '',
    ...ways.map((_, way) => percent(Math.min(...asked.map(({ covered }) => covered[way])))),
  ]);
  yield row('highest', [
    '',
    ...ways.map((_, way) => percent(Math.max(...asked.map(({ covered }) => covered[way])))),
  ]);
  for (const one of asked)
    if (each || one.partition === 'everybody')
      yield row(`  ${one.item} ${one.domain} ${one.share.toFixed(3)}`, averages([one]));
}

function averages(shares: readonly ShareCoverage[]): string[] {
  const mean = (valueOf: (one: ShareCoverage) => number): number =>
    shares.reduce((sum, one) => sum + valueOf(one), 0) / shares.length;
  return [
    mean(({ seToSd }) => seToSd).toFixed(3),
    ...ways.map((_, way) => percent(mean(({ covered }) => covered[way]))),
  ];
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(44) + cells.map((cell) => cell.padStart(14)).join('');
}
