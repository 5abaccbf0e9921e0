import type { ConcernRule } from '#contract/matrix.ts';
import type { Freedom } from '#contract/concern.ts';
import type { Output } from '#contract/index.ts';
import { concernByGroupOf, type ConcernByGroup } from '#engine/estimate/concernByGroup.ts';
import { concernShareOf, type Margin } from '#engine/estimate/concernShare.ts';
import { suppressedShare } from '#engine/estimate/figures.ts';
import { within } from '#engine/estimate/pairByGroup.ts';
import { rankingOf, type RankedConcern as Ranked } from '#engine/estimate/ranking.ts';
import { Problem } from '#engine/survey/problem.ts';
import { concernedBy, openAnalysis, type Analysis, type Concerned } from './analysis/openAnalysis.ts';
import type { Handlers } from './context.ts';
import { groupsOf, namedComparisons, type Groups } from './groups.ts';
import { checkRules } from './analysis/indicators.ts';
import { KeptResults } from './analysis/keptResults.ts';
import { severityOf } from './analysis/severity.ts';

type RankedConcern = Output<'ranking.run'>['concerns'][number];
type Severity = NonNullable<RankedConcern['severity']>;
type ByGroup = Pick<RankedConcern, 'groups' | 'comparisons' | 'trend' | 'test'>;

export const ranking: Handlers<'ranking'> = {
  'ranking.run': async (input) => {
    const analysis = await openAnalysis(input);
    const { fear, want, dignity } = input;
    const given = fear === undefined && want === undefined && dignity === undefined ? null : input;
    const rules: { freedom: Freedom; rule: ConcernRule }[] = given
      ? (['fear', 'want', 'dignity'] as const).flatMap((freedom) =>
          (given[freedom] ?? []).map((rule) => ({ freedom, rule })),
        )
      : analysis.survey.concerns
          .filter(({ concernedWhen }) => concernedWhen.length > 0)
          .map(({ freedom, variable, concernedWhen }) => ({
            freedom: freedom as Freedom,
            rule: { variable, concernedWhen: [...concernedWhen] },
          }));
    if (rules.length === 0) throw new Problem('ranking.noConcerns');
    checkRules(
      analysis.survey,
      rules.map(({ rule }) => rule),
      [],
    );
    const ofRules = rules.map(({ rule }) => rule.variable);
    const groups = input.by === undefined ? null : await groupsOf(analysis, input.by, ofRules);
    const concerns = await concernedBy(
      analysis,
      rules.map(({ rule }) => rule),
    );
    const ofConcerns = concerns.map(({ variable, concernedWhen }) => [variable.name, concernedWhen]);
    const ranked = keptRankings.of([analysis.key, ofConcerns], () =>
      rankingOf(
        analysis.design,
        concerns.map(({ indicator }) => indicator),
        analysis.options,
      ),
    );
    const severities = input.severity
      ? await Promise.all(concerns.map((concern) => severityOf(analysis, concern)))
      : null;
    const grouped = concerns.map((concern) =>
      groups ? byGroup(analysis, concern, groups, input.compare) : null,
    );
    /** What groups may not tell together, or tells of those in none, the share of all must not tell either. */
    const isHidden = (place: number): boolean =>
      place < ranked.length && grouped[ranked[place].concern]?.allHidden === true;
    return {
      design: analysis.design.summary,
      by: groups?.axis ?? null,
      concerns: ranked.map(({ concern, rank, margin, next }, place) => {
        const { variable, concernedWhen } = concerns[concern];
        return {
          rank,
          variable: variable.name,
          label: variable.label,
          freedom: rules[concern].freedom,
          concernedWhen,
          ...margin,
          ...(isHidden(place) && {
            share: suppressedShare,
            shown: 'suppressed' as const,
          }),
          next: isHidden(place) || isHidden(place + 1) ? null : next,
          ...(severities && { severity: severityShown(severities[concern], margin, isHidden(place)) }),
          ...grouped[concern]?.figures,
        };
      }),
    };
  },
};

/** Concerns: rankings of forty, as many as a user may look at in an hour. */
const keptRankings = new KeptResults<Ranked[]>(4_000, ({ length }) => length);
/** Groups, each with what it is compared with. */
const keptByGroup = new KeptResults<ConcernByGroup>(
  50_000,
  ({ groups, comparisons }) => groups.length + comparisons.length,
);

/** Its denominator is the number concerned: where that is hidden, so is severity. */
function severityShown(severity: Severity, { shown }: Margin, isHidden: boolean): Severity {
  if ('none' in severity || (shown !== 'suppressed' && !isHidden)) return severity;
  const { code, label } = severity;
  return { code, label, n: null, weightedN: null, share: suppressedShare, shown: 'suppressed' };
}

function byGroup(
  { design, options, key }: Analysis,
  { variable, concernedWhen, indicator }: Concerned,
  { axis, values, groupOf }: Groups,
  compare: Parameters<Handlers<'ranking'>['ranking.run']>[0]['compare'],
): { allHidden: boolean; figures: ByGroup } {
  const question = [key, variable.name, concernedWhen, axis.variable, values, compare ?? null];
  const result = keptByGroup.of(question, () =>
    concernByGroupOf(design, indicator, groupOf, values.length, options, { compare: compare ?? null }),
  );
  const figures: ByGroup = {
    groups: result.groups.map((group, index) => ({
      value: values[index],
      ...group,
      letters: result.letters[index],
    })),
    comparisons: namedComparisons(result.comparisons, values),
    trend: result.trend,
    test: { method: options.test ?? 'rao-scott', ...result.test },
  };
  const hidesRest = (): boolean =>
    concernShareOf(design, within(indicator, groupOf, -1), options).shown === 'suppressed';
  const allHidden =
    options.disclosure === 'confidentiality' && (result.all.shown === 'suppressed' || hidesRest());
  return { allHidden, figures };
}
