import { coloursOf } from '../charts/colour.ts';
import type { Palette } from '../charts/palette.ts';
import { kindOf, type Measure } from './measures.ts';

export interface MatrixScale {
  readonly kind: 'sequential' | 'diverging';
  /** Ends of the legend, in the measure's own units. */
  readonly low: number;
  readonly high: number;
  colour(value: number): string;
  /** Evenly spaced colours from low to high, for the legend. */
  readonly ramp: readonly string[];
}

const rampSteps = 9;

/** Sequential for shares, in the hue of the freedom that is counted; else diverging and centred on none. */
export function matrixScale(measure: Measure, values: readonly number[], palette: Palette): MatrixScale {
  const kind = kindOf[measure];
  return kind === 'share' ? sequential(measure, values, palette) : diverging(kind, values, palette);
}

function sequential(measure: Measure, values: readonly number[], palette: Palette): MatrixScale {
  const ramps = palette.sequential;
  const ramp =
    measure === 'wantGivenFear' ? ramps.want : measure === 'fearGivenWant' ? ramps.fear : ramps.both;
  const step = 0.05;
  const low = values.length ? Math.floor(Math.min(...values) / step + 1e-9) * step : 0;
  const high = Math.max(
    Math.ceil((values.length ? Math.max(...values) : 1) / step - 1e-9) * step,
    low + step,
  );
  const colourAt = coloursOf(ramp);
  return withRamp('sequential', low, high, (value) => colourAt((value - low) / (high - low)));
}

function diverging(kind: 'ratio' | 'correlation', values: readonly number[], palette: Palette): MatrixScale {
  const place = (value: number): number => (kind === 'ratio' ? Math.log(value) : value);
  const unplace = (at: number): number => (kind === 'ratio' ? Math.exp(at) : at);
  const least = kind === 'ratio' ? Math.log(1.5) : 0.1;
  const finite = values.map((value) => Math.abs(place(value))).filter(Number.isFinite);
  const reach = Math.max(...finite, least);
  const colourAt = coloursOf(palette.diverging);
  const colour = (value: number): string => colourAt(0.5 + place(value) / reach / 2);
  const ramp = steps().map((share) => colour(unplace((share * 2 - 1) * reach)));
  return { kind: 'diverging', low: unplace(-reach), high: unplace(reach), colour, ramp };
}

function withRamp(
  kind: MatrixScale['kind'],
  low: number,
  high: number,
  colour: (value: number) => string,
): MatrixScale {
  return { kind, low, high, colour, ramp: steps().map((share) => colour(low + share * (high - low))) };
}

const steps = (): number[] => Array.from({ length: rampSteps }, (_, index) => index / (rampSteps - 1));
