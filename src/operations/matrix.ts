import { matrixOf, type Margin } from '#engine/estimate/matrix.ts';
import { pairOf } from '#engine/estimate/pair.ts';
import { concernedBy, openAnalysis, type Concerned } from './analysis.ts';
import type { Handlers } from './context.ts';
import { fearAndWant } from './fearAndWant.ts';
import { checkRules } from './indicators.ts';

export const matrix: Handlers<'matrix'> = {
  'matrix.run': async (input) => {
    const analysis = await openAnalysis(input);
    const rules = fearAndWant(analysis.survey, input);
    const fear = await concernedBy(analysis, rules.fear);
    const want = await concernedBy(analysis, rules.want);
    const indicators = (concerns: readonly Concerned[]): Uint8Array[] =>
      concerns.map(({ indicator }) => indicator);
    const result = matrixOf(analysis.design, indicators(fear), indicators(want), analysis.options);
    return {
      design: analysis.design.summary,
      fear: result.fear.map((margin, index) => named(fear[index], margin)),
      want: result.want.map((margin, index) => named(want[index], margin)),
      pairs: result.pairs.map((pair, index) => ({
        fear: fear[Math.floor(index / want.length)].variable.name,
        want: want[index % want.length].variable.name,
        ...pair,
      })),
      global: result.global,
    };
  },
  'matrix.pair': async (input) => {
    const analysis = await openAnalysis(input);
    checkRules([input.fear], [input.want]);
    const [fear] = await concernedBy(analysis, [input.fear]);
    const [want] = await concernedBy(analysis, [input.want]);
    const { pair, ...result } = pairOf(analysis.design, fear.indicator, want.indicator, analysis.options);
    return {
      design: analysis.design.summary,
      ...result,
      fear: named(fear, result.fear),
      want: named(want, result.want),
      pair: { fear: fear.variable.name, want: want.variable.name, ...pair },
    };
  },
};

function named<M extends Margin>(
  { variable, concernedWhen }: Concerned,
  margin: M,
): { variable: string; label: string; concernedWhen: Concerned['concernedWhen'] } & M {
  return { variable: variable.name, label: variable.label, concernedWhen, ...margin };
}
