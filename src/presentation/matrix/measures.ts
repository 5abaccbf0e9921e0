import type { Reason } from '#contract/estimate.ts';
import type { MatrixDefinition } from '#contract/analysisDefinition.ts';
import type { MatrixPair } from '#contract/matrix.ts';

export type Measure = MatrixDefinition['measure'];
export const measures = [
  'both',
  'wantGivenFear',
  'fearGivenWant',
  'oddsRatio',
  'phi',
  'lift',
] as const satisfies readonly Measure[];

/** `share`: per cent of somebody. `ratio`: 1 means none, read on a log scale. `correlation`: 0 means none. */
export type MeasureKind = 'share' | 'ratio' | 'correlation';

export const kindOf: Readonly<Record<Measure, MeasureKind>> = {
  both: 'share',
  wantGivenFear: 'share',
  fearGivenWant: 'share',
  oddsRatio: 'ratio',
  phi: 'correlation',
  lift: 'ratio',
};

export interface MeasureValue {
  readonly estimate: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly why?: Reason | undefined;
}

/** What is shown of a pair. */
export interface ShownPair
  extends Pick<MatrixPair, 'fear' | 'want' | 'n' | 'shown'>, Readonly<Record<Measure, MeasureValue | null>> {
  readonly test: Pick<MatrixPair['test'], 'q' | 'why'>;
}

const nothing: MeasureValue = { estimate: null, ciLow: null, ciHigh: null };

export function valueOf(pair: ShownPair, measure: Measure): MeasureValue {
  return pair[measure] ?? nothing;
}
