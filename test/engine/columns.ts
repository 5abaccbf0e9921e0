import type { DesignInput } from '#engine/design/designInput.ts';
import type { SurveyDesign } from '#engine/design/surveyDesign.ts';
import { createSurveyDesign } from '#engine/design/createSurveyDesign.ts';
import type { NumericColumn, TextColumn } from '#engine/survey/column.ts';
import { withPhrases } from '#cli/text/problemText.ts';
import { Problem } from '#engine/survey/problem.ts';

/** A numeric column; `null` is system-missing. */
export function numbers(values: readonly (number | null)[]): NumericColumn {
  return {
    kind: 'numeric',
    values: Float64Array.from(values, (value) => value ?? NaN),
    reasons: Uint8Array.from(values, (value) => Number(value === null)),
  };
}

export function texts(values: readonly string[]): TextColumn {
  const dictionary = [...new Set(values)];
  return { kind: 'text', dictionary, codes: Uint32Array.from(values, (value) => dictionary.indexOf(value)) };
}

export interface Sample {
  readonly weight?: readonly (number | null)[];
  readonly strata?: readonly (number | null)[];
  readonly psu?: readonly (number | null)[];
  readonly fpc?: readonly (number | null)[];
  readonly ssu?: readonly (number | null)[];
  readonly secondFpc?: readonly (number | null)[];
  readonly lonelyPsu?: DesignInput['lonelyPsu'];
}

export function designOf(rowCount: number, sample: Sample = {}): SurveyDesign {
  const { weight, strata, psu, fpc, ssu, secondFpc, lonelyPsu = 'fail' } = sample;
  return createSurveyDesign({
    rowCount,
    weight: weight ? { name: 'weight', values: numbers(weight) } : null,
    strata: strata ? { name: 'strata', column: numbers(strata) } : null,
    psu: psu ? { name: 'psu', column: numbers(psu) } : null,
    fpc: fpc ? { name: 'fpc', values: numbers(fpc) } : null,
    secondStage: ssu
      ? {
          ids: { name: 'ssu', column: numbers(ssu) },
          fpc: secondFpc ? { name: 'secondFpc', values: numbers(secondFpc) } : null,
        }
      : null,
    lonelyPsu,
  });
}

/** The problem that `run` meets, as the terminal says it. */
export function problemOf(run: () => unknown): { code: string; params: object } {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, params: withPhrases(error.params) };
    throw error;
  }
  throw new Error('no problem was met');
}
