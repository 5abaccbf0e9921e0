import type { ShareEstimate } from '#contract/estimate.ts';
import type { TableCell } from '#contract/table.ts';
import type { AnsweredAnalysis } from '#presentation/analysis/answered.ts';

/** A row of a script's `result`; what is left out must be missing there. */
export interface Figure {
  readonly measure: string;
  readonly estimate?: number | null;
  readonly se?: number | null;
  readonly lower?: number | null;
  readonly upper?: number | null;
  readonly deff?: number | null;
  readonly df?: number | null;
  readonly n?: number | null;
  readonly weighted_n?: number | null;
  readonly count?: number | null;
  readonly weighted_count?: number | null;
  readonly statistic?: number | null;
  readonly df1?: number | null;
  readonly df2?: number | null;
  readonly p?: number | null;
  readonly adjusted?: number | null;
  readonly rank?: number | null;
  readonly letters?: string;
  readonly shown?: string;
}

type Answered<Room> = Extract<AnsweredAnalysis, { room: Room }>;
type Estimate = Partial<Pick<ShareEstimate, 'estimate' | 'se' | 'ciLow' | 'ciHigh' | 'deff' | 'df'>>;

/** The figures of an analysis in the order in which its script prints them. */
export function figuresOf(answered: AnsweredAnalysis): Figure[] {
  switch (answered.room) {
    case 'matrix':
      return ofMatrix(answered);
    case 'freedoms':
      return ofFreedoms(answered);
    case 'tables':
      return ofTables(answered);
    case 'priorities':
      return ofPriorities(answered);
  }
}

const estimate = ({ estimate, se, ciLow, ciHigh, deff, df }: Estimate) => ({
  estimate,
  se,
  lower: ciLow,
  upper: ciHigh,
  ...(deff !== undefined && { deff }),
  ...(df !== undefined && { df }),
});

interface Margin {
  readonly n: number | null;
  readonly weightedN: number | null;
  readonly share: ShareEstimate;
  readonly shown: string;
}

/** A share whose own n is that of its denominator. */
const ofBase = (measure: string, { n, weightedN, share, shown }: Margin): Figure => ({
  measure,
  ...estimate(share),
  n,
  weighted_n: weightedN,
  shown,
});

/** A share whose own n is that of the part. */
const ofPart = (measure: string, { n, weightedN, share, shown }: Margin): Figure => ({
  measure,
  ...estimate(share),
  n: share.n ?? null,
  count: n,
  weighted_count: weightedN,
  shown,
});

interface Test {
  readonly f: number | null;
  readonly df1: number | null;
  readonly df2: number | null;
  readonly p: number | null;
}

const test = (measure: string, { f, df1, df2, p }: Test): Figure => ({ measure, statistic: f, df1, df2, p });

interface Contrast extends Estimate {
  readonly t: number | null;
  readonly p: number | null;
}

const contrast = (measure: string, one: Contrast): Figure => ({
  measure,
  ...estimate(one),
  statistic: one.t,
  p: one.p,
});

interface Comparison {
  readonly difference: number;
  readonly se: number;
  readonly df: number;
  readonly p: number;
  readonly adjusted: number;
}

const comparison = (measure: string, { difference, se, df, p, adjusted }: Comparison): Figure => ({
  measure,
  estimate: difference,
  se,
  df,
  p,
  adjusted,
});

function ofMatrix({ result, independence, pair }: Answered<'matrix'>): Figure[] {
  return [
    ...[result, ...(result.facets ?? [])].flatMap(({ fear, want, pairs }) => [
      ...[...fear, ...want].map((margin) => ofBase('share', margin)),
      ...pairs.flatMap(({ n, weightedN, shown, ...one }) => [
        ...(['both', 'wantGivenFear', 'fearGivenWant'] as const).map((measure) => ({
          measure,
          ...estimate(one[measure]),
          n: one[measure].n,
          shown,
        })),
        ...(['lift', 'oddsRatio', 'phi'] as const).map((measure) => {
          const figure = one[measure];
          return {
            measure,
            estimate: figure?.estimate ?? null,
            se: figure === null ? null : 'logSe' in figure ? figure.logSe : figure.se,
            lower: figure?.ciLow ?? null,
            upper: figure?.ciHigh ?? null,
            n,
            weighted_n: weightedN,
            shown,
          };
        }),
        { ...test('test', one.test), adjusted: one.test.q, n, weighted_n: weightedN, shown },
      ]),
    ]),
    ...(independence.why === 'tooLarge' ? [] : [test('independence of all pairs', independence)]),
    ...(pair === null ? [] : ofPair(pair)),
  ];
}

function ofPair(pair: NonNullable<Answered<'matrix'>['pair']>): Figure[] {
  const { shown } = pair.pair;
  return [
    ...pair.cells.flatMap(({ n, weightedN, ofTotal, ofFear, ofWant }) => [
      { measure: 'of all', ...estimate(ofTotal), count: n, weighted_count: weightedN, shown },
      { measure: 'of the row', ...estimate(ofFear), count: n, weighted_count: weightedN, shown },
      { measure: 'of the column', ...estimate(ofWant), count: n, weighted_count: weightedN, shown },
    ]),
    { measure: 'want given no fear', ...estimate(pair.wantGivenNoFear), shown },
    { measure: 'fear given no want', ...estimate(pair.fearGivenNoWant), shown },
    { measure: 'want given fear less want given no fear', ...estimate(pair.difference), shown },
    ...(pair.groups ?? []).flatMap(({ wantGivenFear, wantGivenNoFear, difference, letters, shown }) => [
      { measure: 'want given fear', ...estimate(wantGivenFear), letters, shown },
      { measure: 'want given no fear', ...estimate(wantGivenNoFear), shown },
      { measure: 'difference', ...estimate(difference), shown },
    ]),
    ...(pair.groupTest ? [test('test that want given fear is the same in all groups', pair.groupTest)] : []),
  ];
}

function ofFreedoms({ result }: Answered<'freedoms'>): Figure[] {
  const people = ({ n, weightedN }: { n: number | null; weightedN: number | null }): Figure => ({
    measure: '',
    n,
    weighted_n: weightedN,
  });
  return [
    { ...people(result.counted), measure: 'who counts' },
    { ...people(result.leftOut), measure: 'left out' },
    { measure: 'counts with an answer missing', n: result.inPart },
    ...result.counts.map((one) => ofPart('fear by want concerns', one)),
    ...result.fearCounts.map((one) => ofPart('fear concerns', one)),
    ...result.wantCounts.map((one) => ofPart('want concerns', one)),
    ...result.fearAtLeast.map((one) => ofPart('at least so many fear concerns', one)),
    ...result.wantAtLeast.map((one) => ofPart('at least so many want concerns', one)),
    ...result.split.map((one) => ofPart('split', one)),
    ...result.groups.flatMap((group) => [
      { ...people(group), measure: 'who counts' },
      ...group.split.map((one) => ({ ...ofPart('split', one), letters: one.letters })),
    ]),
    ...result.comparisons.flatMap(({ part, pairs }) => pairs.map((pair) => comparison(part, pair))),
    ...(result.test ? [test('test that all groups are split alike', result.test)] : []),
  ];
}

function ofPriorities({ result, concern }: Answered<'priorities'>): Figure[] {
  return [result, ...(concern ? [concern] : [])].flatMap(({ concerns }) =>
    concerns.flatMap((one) => [
      { ...ofBase('share', one), rank: one.rank },
      ...(one.next ? [contrast('less the next', one.next)] : []),
      ...(one.severity && 'code' in one.severity ? [ofBase('severity', one.severity)] : []),
      ...(one.groups ?? []).flatMap((group) => [
        { ...ofBase('share', group), letters: group.letters },
        contrast('less all others', group.fromOthers),
      ]),
      ...(one.comparisons ?? []).map((each) => comparison('difference', each)),
      ...(one.trend ? [contrast('trend over the groups', one.trend)] : []),
      ...(one.test ? [test('test that all groups are alike', one.test)] : []),
    ]),
  );
}

function ofTables({ result, definition }: Answered<'tables'>): Figure[] {
  return result.items
    .filter(({ problem }) => problem === null)
    .flatMap(({ bases, lines, tests }) => [
      ...bases.map(({ n, weightedN }) => ({ measure: 'respondents', n, weighted_n: weightedN })),
      ...lines.flatMap(({ kind, cells }) => cells.map((cell) => ofCell(kind, cell, definition.share))),
      ...tests.flatMap((one) => (one ? [test('test of independence', one)] : [])),
    ]);
}

function ofCell(kind: string, cell: TableCell, share: 'ofColumn' | 'ofRow' | 'ofTotal'): Figure {
  const { n, weightedN, letters, shown } = cell;
  if (kind === 'mean' && cell.mean)
    return { measure: 'mean', ...estimate(cell.mean), n, weighted_n: weightedN, letters, shown };
  if (cell.ofRow === null) return { measure: 'ofColumn', ...estimate(cell.ofColumn!), letters, shown };
  return { measure: share, ...estimate(cell[share]!), count: n, weighted_count: weightedN, letters, shown };
}
