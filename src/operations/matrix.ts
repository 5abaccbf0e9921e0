import type { ConcernRule } from '#contract/matrix.ts';
import { Problem } from '#engine/survey/problem.ts';
import { matrixOf, type Margin } from '#engine/estimate/matrix.ts';
import { pairOf } from '#engine/estimate/pair.ts';
import { concernedBy, openAnalysis, type Concerned } from './analysis.ts';
import type { Handlers } from './context.ts';
import { checkRules } from './indicators.ts';
import type { SurveyData } from './surveyData.ts';

export const matrix: Handlers<'matrix'> = {
  'matrix.run': async (input) => {
    const analysis = await openAnalysis(input);
    const fearRules = input.fear ?? taggedAs(analysis.survey, 'fear');
    const wantRules = input.want ?? taggedAs(analysis.survey, 'want');
    if (fearRules.length === 0) throw new Problem('matrix.noFear');
    if (wantRules.length === 0) throw new Problem('matrix.noWant');
    checkRules(fearRules, wantRules);
    const fear = await concernedBy(analysis, fearRules);
    const want = await concernedBy(analysis, wantRules);
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

/** Tagged concerns without a code yet are not part of the matrix. */
function taggedAs({ concerns }: SurveyData, freedom: 'fear' | 'want'): ConcernRule[] {
  return concerns
    .filter((concern) => concern.freedom === freedom && concern.concernedWhen.length > 0)
    .map(({ variable, concernedWhen }) => ({ variable, concernedWhen: [...concernedWhen] }));
}

function named<M extends Margin>(
  { variable, concernedWhen }: Concerned,
  margin: M,
): { variable: string; label: string; concernedWhen: Concerned['concernedWhen'] } & M {
  return { variable: variable.name, label: variable.label, concernedWhen, ...margin };
}
