import type { DesignSummary } from '#contract/design.ts';
import type { StudyState } from '#contract/study.ts';
import type { VariableSummary } from '#contract/variable.ts';

export const designFixture: DesignSummary = {
  weight: null,
  strata: null,
  psu: null,
  fpc: null,
  strataCount: 1,
  psuCount: 1200,
  df: 1199,
  lonelyPsu: 'fail',
  nestedPsu: false,
  lonelyStrata: [],
};

export const studyFixture: StudyState = {
  study: '/studies/one.lfstudy',
  name: 'One',
  locked: false,
  surveys: [
    {
      survey: 1,
      name: 'One',
      format: 'sav',
      fileName: 'one.sav',
      rows: 1200,
      variables: 3,
      importedAt: '2026-01-01T00:00:00Z',
      madeUp: false,
      roles: { weight: null, strata: null, psu: null, fpc: null, area: null, lonelyPsu: 'fail' },
      design: { summary: designFixture },
    },
  ],
};

const answers = ['Never', 'Once', 'Often', 'Always'];

export function variableFixture(name: string, change: Partial<VariableSummary> = {}): VariableSummary {
  return {
    name,
    label: `${name}. How often without ${name}`,
    type: 'numeric',
    measure: 'ordinal',
    valueLabels: [...answers.map((label, value) => ({ value, label })), { value: 9, label: "Don't know" }],
    missing: { codes: [], range: null },
    valid: 1190,
    missingCount: 10,
    sum: 1000,
    marked: [],
    bars: [0.5, 0.2, 0.2, 0.1],
    distinct: 5,
    ...change,
  };
}
