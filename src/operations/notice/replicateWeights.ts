import type { Noticed } from '#contract/notice.ts';
import type { Column } from '#engine/survey/column.ts';
import { loadAnswers, type SurveyData } from '../data/surveyData.ts';

type Found = NonNullable<Noticed['replicates']>[number];

/** How statistical offices call them: REPWT1, PWGTP1, rw001, brr_1, jk01, bsw500, WREP1, … */
const usual =
  /^(\w*_)?(repwt|repwgt|pwgtp|wgtp|w?rep|repw|rwgt|rw|wr|brr|fay|jk|jkw|jkn|bsw|bsrw|boot|bw|srwgt|w_?fstr|w_?fsturwt|replicate_?weight)_*$/i;
const fewest = { usual: 4, other: 20 };

/** Weights of one sample add up to much the same total. */
const mostApart = 0.25;

/**
 * Series of variables that look like replicate weights: numbered without a gap, numeric, never missing or negative,
 * and with much the same sum.
 */
export async function noticeReplicates(survey: SurveyData): Promise<Found[]> {
  const found: Found[] = [];
  const inUse = new Set(survey.roles.replicates?.variables);
  for (const [stem, names] of series(survey)) {
    const isUsual = usual.test(stem);
    if (names.length < (isUsual ? fewest.usual : fewest.other)) continue;
    const columns = await loadAnswers(survey, [names[0], names[names.length >> 1], names[names.length - 1]]);
    if (!areWeights([...columns.values()], isUsual)) continue;
    const places = names.map((name) => survey.variables.findIndex((one) => one.name === name));
    const together = places.every((place, index) => place === places[0] + index);
    const [first, last] = [names[0], names[names.length - 1]];
    found.push({
      first,
      last,
      count: names.length,
      variables: together ? [`${first}-${last}`] : names,
      type: /brr/i.test(stem)
        ? 'BRR'
        : /fay/i.test(stem)
          ? 'Fay'
          : /^b(s|oot|w)/i.test(stem)
            ? 'bootstrap'
            : null,
      inUse: names.every((name) => inUse.has(name)),
    });
  }
  return found;
}

/** Numeric variables by what stands before their number; those that go from 0 or 1 on without a gap. */
function series({ variables }: SurveyData): Map<string, string[]> {
  const byStem = new Map<string, Map<number, string>>();
  for (const { name, type, valueLabels, derived } of variables) {
    const parts = /^(.*?)(\d{1,4})$/.exec(name);
    if (parts === null || type !== 'numeric' || valueLabels.length > 0 || derived === true) continue;
    const [, stem, number] = parts;
    byStem.set(stem, (byStem.get(stem) ?? new Map<number, string>()).set(Number(number), name));
  }
  const found = new Map<string, string[]>();
  for (const [stem, numbered] of byStem) {
    // A number 0 is the full weight.
    const names: string[] = [];
    for (let number = 1; numbered.has(number); number++) names.push(numbered.get(number)!);
    if (names.length > 0) found.set(stem, names);
  }
  return found;
}

function areWeights(columns: readonly Column[], isUsual: boolean): boolean {
  const sums: number[] = [];
  for (const column of columns) {
    if (column.kind !== 'numeric' || column.reasons?.some((reason) => reason !== 0)) return false;
    const { values } = column;
    let sum = 0;
    for (const value of values) {
      if (!(value >= 0) || !Number.isFinite(value)) return false;
      sum += value;
    }
    // Answers to a battery have few different values, weights many.
    if (!isUsual && new Set(values.subarray(0, 1000)).size < Math.min(20, values.length / 2)) return false;
    sums.push(sum);
  }
  const most = Math.max(...sums);
  return most > 0 && Math.min(...sums) >= (1 - mostApart) * most;
}
