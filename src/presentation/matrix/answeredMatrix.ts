import type { AnsweredAnalysis } from '../analysis/answered.ts';
import { lightPalette } from '../charts/palette.ts';
import type { Formats } from '../text/createFormats.ts';
import type { Translate } from '../text/translator.ts';
import { matrixWords } from './matrixWords.ts';
import { shownMatrix, type ShownMatrix } from './shownMatrix.ts';

export type AnsweredMatrix = Extract<AnsweredAnalysis, { room: 'matrix' }>;

/** The matrix as its definition shows it, in the colours of print. */
export function answeredMatrix(
  { result, definition, survey }: AnsweredMatrix,
  t: Translate,
  formats: Formats,
): ShownMatrix {
  const dimensions = new Map(survey.concerns.map((concern) => [concern.variable, concern.dimensions]));
  return shownMatrix(
    result,
    definition.measure,
    definition.order,
    (variable) => dimensions.get(variable) ?? [],
    formats,
    matrixWords(t),
    lightPalette,
  );
}
