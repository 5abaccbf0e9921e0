import type { FreedomsResult } from '#contract/freedoms.ts';
import type { Formats } from '../text/createFormats.ts';
import type { Words } from '../matrix/pairWords.ts';

/** A test of groups below this is said to show a difference. */
const chanceFrom = 0.05;

/** “33.1% (31.0–35.2) of people are free from both, …” */
export function freedomsSentence({ split }: FreedomsResult, formats: Formats): Words {
  if (split.some(({ share }) => share.estimate === null)) return { key: 'freedoms.suppressed', params: {} };
  return {
    key: 'freedoms.sentence',
    params: Object.fromEntries(split.map(({ part, share }) => [part, formats.percentWithInterval(share, 1)])),
  };
}

export function groupTestWords(
  { f, df1, df2, p }: NonNullable<FreedomsResult['test']>,
  formats: Formats,
): Words {
  if (f === null || df1 === null || df2 === null || p === null)
    return { key: 'freedoms.testNone', params: {} };
  const params = {
    df1: formats.decimal(df1, 1),
    df2: formats.count(df2),
    f: formats.decimal(f, f < 10 ? 2 : 1),
    p: formats.probability(p),
  };
  return p < chanceFrom ? { key: 'freedoms.testYes', params } : { key: 'freedoms.testNo', params };
}
