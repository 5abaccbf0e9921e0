import type { Output } from '#contract/index.ts';
import { concernShareOf, type Indicator } from '#engine/estimate/concernShare.ts';
import { severestCode } from '#engine/estimate/severestCode.ts';
import type { Margin } from '#engine/estimate/concernShare.ts';
import type { Value } from '#engine/survey/variable.ts';
import type { Analysis, Concerned } from './openAnalysis.ts';
import { answeredCodes, indicatorOf } from './indicators.ts';
import { KeptResults } from './keptResults.ts';
import { isSetAside } from '../data/missing.ts';
import { loadAnswers } from '../data/surveyData.ts';

type Severity = NonNullable<Output<'ranking.run'>['concerns'][number]['severity']>;

const keptShares = new KeptResults<Margin>(4_000, () => 1);

/** Among those who are concerned, how many give the most severe of the answers that count. */
export async function severityOf(
  { survey, design, domain, options, key }: Analysis,
  { variable, concernedWhen, indicator }: Concerned,
): Promise<Severity> {
  const answers = (await loadAnswers(survey, [variable.name])).get(variable.name)!;
  const marked = survey.marks.get(variable.name) ?? [];
  const labelled = variable.valueLabels.map(({ value }) => value);
  const scale: readonly Value[] = labelled.length > 0 ? labelled : answeredCodes(answers);
  const severest = severestCode(
    concernedWhen,
    scale.filter((code) => !isSetAside(code, variable.missing, marked)),
  );
  if ('none' in severest) return severest;
  const { code } = severest;
  const label = variable.valueLabels.find(({ value }) => value === code)?.label ?? String(code);
  const share = keptShares.of([key, variable.name, concernedWhen, code], () => {
    const most = indicatorOf(variable, answers, [code], domain);
    return concernShareOf(design, amongConcerned(most, indicator), options);
  });
  return { code, label, ...share };
}

/** Whoever is not concerned is outside: severity is about those who are. */
function amongConcerned(most: Indicator, concerned: Indicator): Indicator {
  return most.map((state, row) => (concerned[row] === 1 ? state : 2));
}
