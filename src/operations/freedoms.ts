import { freedomsOf, splitParts, type Freedoms } from '#engine/estimate/freedoms.ts';
import { concernedBy, openAnalysis, type Concerned } from './analysis/openAnalysis.ts';
import type { Handlers } from './context.ts';
import { groupsOf, namedComparisons } from './groups.ts';
import { fearAndWant } from './analysis/fearAndWant.ts';
import { KeptResults } from './analysis/keptResults.ts';

/** Groups, each with the others that it is compared with. */
const keptFreedoms = new KeptResults<Freedoms>(
  50_000,
  ({ groups, comparisons }) => 1 + groups.length + comparisons.flat().length,
);

const ruleOf = ({ variable, concernedWhen }: Concerned): unknown[] => [variable.name, concernedWhen];

export const freedoms: Handlers<'freedoms'> = {
  'freedoms.run': async (input) => {
    const analysis = await openAnalysis(input);
    const { design, domain, options } = analysis;
    const rules = fearAndWant(analysis.survey, input);
    const fear = await concernedBy(analysis, rules.fear);
    const want = await concernedBy(analysis, rules.want);
    const ofRules = [...rules.fear, ...rules.want].map(({ variable }) => variable);
    const groups = input.by === undefined ? null : await groupsOf(analysis, input.by, ofRules);
    const atLeast = input.atLeast ?? { fear: 1, want: 1 };
    const indicators = (concerns: readonly Concerned[]): Uint8Array[] =>
      concerns.map(({ indicator }) => indicator);
    const {
      split,
      groups: ofGroups,
      comparisons,
      test,
      ...result
    } = keptFreedoms.of(
      [
        analysis.key,
        fear.map(ruleOf),
        want.map(ruleOf),
        atLeast,
        input.answered,
        groups && [groups.axis.variable, groups.values, input.compare ?? {}],
      ],
      () =>
        freedomsOf(
          design,
          indicators(fear),
          indicators(want),
          {
            atLeast,
            answered: input.answered,
            domain,
            groups: groups && { of: groups.groupOf, count: groups.values.length },
            compare: groups && (input.compare ?? {}),
          },
          options,
        ),
    );
    return {
      design: design.summary,
      fear: fear.map(named),
      want: want.map(named),
      atLeast,
      answered: input.answered,
      counted: result.counted,
      leftOut: result.leftOut,
      inPart: result.inPart,
      counts: [...result.counts],
      fearCounts: [...result.fearCounts],
      wantCounts: [...result.wantCounts],
      fearAtLeast: [...result.fearAtLeast],
      wantAtLeast: [...result.wantAtLeast],
      split: split.map((margin, index) => ({ part: splitParts[index], ...margin })),
      by: groups?.axis ?? null,
      groups: ofGroups.map(({ n, weightedN, split, letters }, group) => ({
        value: groups!.values[group],
        n,
        weightedN,
        split: split.map((margin, index) => ({
          part: splitParts[index],
          ...margin,
          letters: letters[index],
        })),
      })),
      comparisons: comparisons.map((pairs, index) => ({
        part: splitParts[index],
        pairs: namedComparisons(pairs, groups!.values),
      })),
      test: test && { method: options.test ?? 'rao-scott', ...test },
    };
  },
};

function named({ variable, concernedWhen }: Concerned): {
  variable: string;
  label: string;
  concernedWhen: Concerned['concernedWhen'];
} {
  return { variable: variable.name, label: variable.label, concernedWhen: [...concernedWhen] };
}
