import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ConcernRule } from '#contract/matrix.ts';
import type { Output } from '#contract/index.ts';
import type { Source, SurveyReference } from '#contract/source.ts';
import { concernByGroupOf } from '#engine/estimate/concernByGroup.ts';
import { concernShareOf, type Margin } from '#engine/estimate/concernShare.ts';
import { groupPairs } from '#engine/estimate/groupPairs.ts';
import {
  independentDifference,
  independentRatio,
  noContrast,
  type IndependentEstimate,
} from '#engine/inference/contrast.ts';
import { Problem } from '#engine/survey/problem.ts';
import { readStudy } from '#project/openStudy.ts';
import { surveyOf } from '#project/surveys.ts';
import { concernedBy, openAnalysis, type Analysis, type Concerned } from './analysis/openAnalysis.ts';
import type { Handlers } from './context.ts';
import { groupsOf } from './groups.ts';
import { differingCodes } from './survey/matchVariables.ts';

export const comparison: Handlers<'comparison'> = {
  'comparison.groups': async (input) => {
    const analysis = await openAnalysis(input);
    const { design, options } = analysis;
    const { axis, values, groupOf } = await groupsOf(analysis, input.by, [input.concern.variable]);
    const [concern] = await concernedBy(analysis, [input.concern]);
    const { indicator } = concern;
    const result = concernByGroupOf(design, indicator, groupOf, values.length, options, { compare: null });
    const pairs = groupPairs(design, indicator, groupOf, result.groups, options.level, input.adjust);
    return {
      design: design.summary,
      concern: named(concern),
      by: axis,
      all: result.all,
      groups: result.groups.map((group, index) => ({ value: values[index], ...group })),
      pairs: pairs.map(({ a, b, ...pair }) => ({ a: values[a], b: values[b], ...pair })),
      trend: result.trend,
      test: { method: options.test ?? 'rao-scott', ...result.test },
    };
  },
  'comparison.surveys': async (input) => {
    const { options, other, ...first } = input;
    if (isSame(input.source, other.source)) throw new Problem('comparison.sameSurvey');
    const one = await shareIn({ ...first, options }, input.concern);
    const two = await shareIn({ ...other, options }, other.concern ?? input.concern);
    const { level } = one.analysis.options;
    const isHidden = [one, two].some(({ margin }) => margin.shown === 'suppressed');
    const [a, b] = [one, two].map(({ margin }) => independent(margin));
    const known = (one: Concerned): ReadonlySet<unknown> => new Set(one.concernedWhen);
    const relevant = (value: unknown): boolean =>
      known(one.concern).has(value) || known(two.concern).has(value);
    return {
      surveys: [one, two].map(({ analysis, concern, margin }) => ({
        design: analysis.design.summary,
        concern: named(concern),
        ...margin,
      })),
      difference: isHidden ? noContrast('suppressed') : independentDifference(a, b, level),
      ratio: isHidden ? noContrast('suppressed') : independentRatio(a, b, level),
      codesDiffer: differingCodes(one.concern.variable.valueLabels, two.concern.variable.valueLabels).filter(
        ({ value }) => relevant(value),
      ),
    };
  },
};

/** One sample is not independent of itself, whatever the filters, and whatever it is called by. */
function isSame(one: Source, other: Source): boolean {
  if ('file' in one) return 'file' in other && isSamePath(one.file, other.file);
  return 'study' in other && isSamePath(one.study, other.study) && surveyIdOf(one) === surveyIdOf(other);
}

/** Links are followed; what is not there is told when it is opened. */
function isSamePath(one: string, other: string): boolean {
  const [real, otherReal] = [one, other].map((path) =>
    existsSync(path) ? realpathSync(path) : resolve(path),
  );
  return real === otherReal;
}

/** @throws Problem survey.unknown, study.noSurvey, study.manySurveys */
function surveyIdOf({ study: path, survey }: SurveyReference): number {
  const study = readStudy(path);
  try {
    return surveyOf(study, survey).id;
  } finally {
    study.close();
  }
}

interface ShareIn {
  readonly analysis: Analysis;
  readonly concern: Concerned;
  readonly margin: Margin;
}

async function shareIn(input: Parameters<typeof openAnalysis>[0], rule: ConcernRule): Promise<ShareIn> {
  const analysis = await openAnalysis(input);
  const [concern] = await concernedBy(analysis, [rule]);
  return { analysis, concern, margin: concernShareOf(analysis.design, concern.indicator, analysis.options) };
}

function independent({ share }: Margin): IndependentEstimate {
  return { estimate: share.estimate ?? NaN, se: share.se ?? NaN, df: share.df ?? NaN };
}

function named({ variable, concernedWhen }: Concerned): Output<'comparison.groups'>['concern'] {
  return { variable: variable.name, label: variable.label, concernedWhen: [...concernedWhen] };
}
