import type { MatrixMargin, MatrixPair, MatrixResult } from '#contract/matrix.ts';

/** A matrix of made-up figures for tests of how it is shown: shares fall from row to row, q alternates. */
export function plausibleMatrix(fearCount: number, wantCount: number): MatrixResult {
  const margin = (side: 'fear' | 'want', index: number, count: number): MatrixMargin => {
    const share = round(0.7 - (0.6 * index) / count);
    return {
      variable: `${side}${index + 1}`,
      label: `${side}${index + 1}. ${side === 'fear' ? 'Afraid of' : 'Without'} thing ${index + 1}`,
      concernedWhen: [3, 4],
      n: 1000 + index,
      weightedN: 1000,
      share: {
        estimate: share,
        se: 0.02,
        ciLow: round(share - 0.04),
        ciHigh: round(share + 0.04),
        deff: 1.4,
      },
      shown: 'yes',
    };
  };
  const fear = Array.from({ length: fearCount }, (_, index) => margin('fear', index, fearCount));
  const want = Array.from({ length: wantCount }, (_, index) => margin('want', index, wantCount));
  return {
    design: {
      weight: 'weight',
      strata: 'stratum',
      psu: 'psu',
      fpc: null,
      strataCount: 24,
      psuCount: 744,
      df: 720,
      lonelyPsu: 'fail',
      nestedPsu: true,
      lonelyStrata: [],
    },
    fear,
    want,
    pairs: fear.flatMap((row, y) => want.map((column, x) => plausiblePair(row, column, x + y * wantCount))),
  };
}

function plausiblePair(fear: MatrixMargin, want: MatrixMargin, index: number): MatrixPair {
  const [rows, columns] = [fear.share.estimate!, want.share.estimate!];
  const lift = round(0.8 + (index % 7) * 0.2);
  const both = round(Math.min(rows * columns * lift, rows * 0.95, columns * 0.95));
  const around = (estimate: number, reach: number) => ({
    estimate: round(estimate),
    se: round(reach / 2),
    ciLow: round(estimate - reach),
    ciHigh: round(estimate + reach),
  });
  const q = index % 3 === 0 ? 0.2 : 0.0004;
  return {
    fear: fear.variable,
    want: want.variable,
    n: 950 + index,
    weightedN: 950,
    both: { ...around(both, 0.02), deff: 1.3 },
    wantGivenFear: { ...around(both / rows, 0.04), deff: 1.2 },
    fearGivenWant: { ...around(both / columns, 0.04), deff: 1.2 },
    lift: around(lift, 0.1),
    oddsRatio: { estimate: round(lift ** 2), logSe: 0.1, ciLow: round(lift), ciHigh: round(lift ** 3) },
    phi: around((lift - 1) / 3, 0.05),
    test: { f: 12.34, df1: 1, df2: 720, p: q / 2, q },
    shown: 'yes',
  };
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
