import type { Reason } from '#contract/estimate.ts';
import type { MatrixPair, PairColumns } from '#contract/matrix.ts';

type Pairs = readonly Omit<MatrixPair, 'fear' | 'want'>[];
type Figure = Pick<MatrixPair['phi'], 'estimate' | 'ciLow' | 'ciHigh' | 'why'>;

/** The figures that are shown of pairs, as columns. */
export function pairColumns(pairs: Pairs): PairColumns {
  const columnsOf = (figureOf: (pair: Pairs[number]) => Figure | null): PairColumns['phi'] => {
    const figures = pairs.map(figureOf);
    return {
      estimate: figures.map((figure) => figure?.estimate ?? null),
      ciLow: figures.map((figure) => figure?.ciLow ?? null),
      ciHigh: figures.map((figure) => figure?.ciHigh ?? null),
      why: byPlace(figures.map((figure) => figure?.why)),
    };
  };
  return {
    n: pairs.map(({ n }) => n),
    shown: pairs.map(({ shown }) => shown),
    q: pairs.map(({ test }) => test.q),
    untested: byPlace(pairs.map(({ test }) => test.why)),
    both: columnsOf(({ both }) => both),
    wantGivenFear: columnsOf(({ wantGivenFear }) => wantGivenFear),
    fearGivenWant: columnsOf(({ fearGivenWant }) => fearGivenWant),
    oddsRatio: columnsOf(({ oddsRatio }) => oddsRatio),
    phi: columnsOf(({ phi }) => phi),
    lift: columnsOf(({ lift }) => lift),
  };
}

function byPlace(reasons: readonly (Reason | undefined)[]): Record<string, Reason> {
  const places: Record<string, Reason> = {};
  reasons.forEach((reason, place) => {
    if (reason !== undefined) places[place] = reason;
  });
  return places;
}
