import type { Reason, Shown } from '#contract/estimate.ts';
import type { MatrixBeside, PairColumns } from '#contract/matrix.ts';
import type { Measure, MeasureValue, ShownPair } from './measures.ts';

type Facet = NonNullable<MatrixBeside['facets']>[number];

/** The pairs of a facet, whose figures came as columns. */
export function facetPairs({ fear, want, columns }: Pick<Facet, 'fear' | 'want' | 'columns'>): ShownPair[] {
  return columns.n.map(
    (_, place) =>
      new ColumnPair(
        columns,
        place,
        fear[Math.floor(place / want.length)].variable,
        want[place % want.length].variable,
      ),
  );
}

/** Of its figures only those of the measure that is looked at are ever asked for. */
class ColumnPair implements ShownPair {
  readonly #columns: PairColumns;
  readonly #place: number;
  readonly fear: string;
  readonly want: string;

  constructor(columns: PairColumns, place: number, fear: string, want: string) {
    this.#columns = columns;
    this.#place = place;
    this.fear = fear;
    this.want = want;
  }

  get n(): number {
    return this.#columns.n[this.#place];
  }
  get shown(): Shown {
    return this.#columns.shown[this.#place];
  }
  get test(): { q: number | null; why: Reason | undefined } {
    return { q: this.#columns.q[this.#place], why: this.#columns.untested[this.#place] };
  }
  get both(): MeasureValue {
    return this.#figure('both');
  }
  get wantGivenFear(): MeasureValue {
    return this.#figure('wantGivenFear');
  }
  get fearGivenWant(): MeasureValue {
    return this.#figure('fearGivenWant');
  }
  get oddsRatio(): MeasureValue {
    return this.#figure('oddsRatio');
  }
  get phi(): MeasureValue {
    return this.#figure('phi');
  }
  get lift(): MeasureValue {
    return this.#figure('lift');
  }

  #figure(measure: Measure): MeasureValue {
    const { estimate, ciLow, ciHigh, why } = this.#columns[measure];
    const place = this.#place;
    return { estimate: estimate[place], ciLow: ciLow[place], ciHigh: ciHigh[place], why: why[place] };
  }
}
