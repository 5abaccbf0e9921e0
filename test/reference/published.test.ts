import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SurveyDesign } from '#engine/design/surveyDesign.ts';
import { concernShareOf } from '#engine/estimate/concernShare.ts';
import { linearEstimate } from '#engine/estimate/difference.ts';
import type { Estimate, EstimateOptions } from '#engine/estimate/figures.ts';
import { meanEstimate, totalOfValues } from '#engine/estimate/mean.ts';
import { wholeOf } from '#engine/estimate/share.ts';
import { tallyValues } from '#engine/estimate/valueTable.ts';
import { readCase, readExpected, type Case } from './readCase.ts';

interface Figure {
  readonly kind: 'mean' | 'total' | 'share';
  readonly column: string;
  readonly estimate: string;
  readonly se: string;
  readonly ciLow?: string;
  readonly ciHigh?: string;
}

interface Published {
  readonly made: { readonly published: string };
  readonly figures: readonly Figure[];
}

const options: EstimateOptions = { interval: 'wald', level: 0.95, disclosure: 'none' };
const cases = readdirSync(new URL('./cases/', import.meta.url)).filter(
  (name) => 'figures' in readExpected<object>(name),
);

describe.each(cases)('%s', (name) => {
  const { made, figures } = readExpected<Published>(name);
  const survey = readCase(name);
  test.each(figures)(`$kind of $column, as in ${made.published}`, (figure) => {
    const { estimate, se, ciLow, ciHigh } = estimateOf(figure, survey, survey.design);
    expectPrinted(estimate, figure.estimate);
    expectPrinted(se, figure.se);
    if (figure.ciLow !== undefined) expectPrinted(ciLow, figure.ciLow);
    if (figure.ciHigh !== undefined) expectPrinted(ciHigh, figure.ciHigh);
  });
});

function estimateOf({ kind, column }: Figure, survey: Case, design: SurveyDesign): Estimate {
  if (kind === 'share') return concernShareOf(design, survey.indicator(column), options).share;
  const everyone = new Int32Array(survey.input.rowCount);
  const values = tallyValues(design, everyone, 1, [survey.numbers(column)]);
  const whole = wholeOf(values.table, Uint8Array.of(1));
  if (kind === 'mean') return meanEstimate(values, whole, options);
  return linearEstimate(values.table, totalOfValues(values, whole.cells), options.level, whole);
}

/** To half a unit of the last digit that was printed. */
function expectPrinted(actual: number | null, printed: string): void {
  const decimals = printed.includes('.') ? printed.length - printed.indexOf('.') - 1 : 0;
  expect(Math.abs(actual! - Number(printed)), `${actual} as ${printed}`).toBeLessThanOrEqual(
    0.5000001 * 10 ** -decimals,
  );
}
