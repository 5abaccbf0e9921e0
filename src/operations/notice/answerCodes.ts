import type { Variable } from '#engine/survey/variable.ts';
import { isSetAside } from '../data/missing.ts';
import { silenceOf } from './words/missingWords.ts';

/** The labelled numbers that are answers: neither declared missing nor labelled as no answer. */
export function answerCodes({ valueLabels, missing }: Variable): number[] {
  return valueLabels.flatMap(({ value, label }) =>
    typeof value === 'number' && silenceOf(label) === null && !isSetAside(value, missing, []) ? [value] : [],
  );
}
