import type { MatrixBeside, PairColumns } from '#contract/matrix.ts';
import type { MeasureValue, ShownPair } from './measures.ts';

type Facet = NonNullable<MatrixBeside['facets']>[number];

/** The pairs of a facet, whose figures came as columns. */
export function facetPairs({ fear, want, columns }: Pick<Facet, 'fear' | 'want' | 'columns'>): ShownPair[] {
  const { n, shown, q, untested, both, wantGivenFear, fearGivenWant, oddsRatio, phi, lift } = columns;
  return n.map((count, place) => ({
    fear: fear[Math.floor(place / want.length)].variable,
    want: want[place % want.length].variable,
    n: count,
    shown: shown[place],
    test: { q: q[place], why: untested[place] },
    both: figureAt(both, place),
    wantGivenFear: figureAt(wantGivenFear, place),
    fearGivenWant: figureAt(fearGivenWant, place),
    oddsRatio: figureAt(oddsRatio, place),
    phi: figureAt(phi, place),
    lift: figureAt(lift, place),
  }));
}

function figureAt({ estimate, ciLow, ciHigh, why }: PairColumns['phi'], place: number): MeasureValue {
  return { estimate: estimate[place], ciLow: ciLow[place], ciHigh: ciHigh[place], why: why[place] };
}
