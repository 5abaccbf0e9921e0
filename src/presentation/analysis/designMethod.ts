import type { DesignSummary } from '#contract/design.ts';
import type { Formats } from '../text/createFormats.ts';
import type { Translate } from '../text/translator.ts';

/** What a method line says of weights, intervals and variance: the same for every result. */
export function designMethod(design: DesignSummary, t: Translate, formats: Formats): readonly string[] {
  const { weight, fpc, secondStage, calibration, lonelyStrata, lonelyPsu } = design;
  return [
    weight ? t('matrix.methodWeighted', { weight }) : t('matrix.methodNotWeighted'),
    t('matrix.methodInterval', { level: formats.percent(0.95) }),
    variance(design, t, formats),
    ...(fpc ? [t('matrix.methodFpc', { fpc })] : []),
    ...(fpc && secondStage ? [t('matrix.methodSecondStage', { variable: secondStage })] : []),
    ...(calibration ? [t('matrix.methodTotals', { variables: formats.list(calibration.variables) })] : []),
    ...(lonelyStrata.length > 0
      ? [t('matrix.methodLonely', { policy: t(`design.policy.${lonelyPsu}`) })]
      : []),
  ];
}

function variance(
  { psu, strata, psuCount, strataCount, df, replicates }: DesignSummary,
  t: Translate,
  { count }: Formats,
): string {
  if (replicates)
    return t('matrix.methodVarianceReplicates', {
      count: count(replicates.count),
      type: replicates.type,
      df: count(df),
    });
  const counts = { psus: count(psuCount), strata: count(strataCount), df: count(df) };
  if (psu) return t('matrix.methodVariance', counts, strataCount);
  return strata
    ? t('matrix.methodVarianceStrata', counts, strataCount)
    : t('matrix.methodVarianceAlone', counts);
}

/** One line on how a result was made: its design, then what is its own. */
export function methodLine(
  design: DesignSummary,
  own: readonly string[],
  t: Translate,
  formats: Formats,
): string {
  const line = [...designMethod(design, t, formats), ...own].reduce((before, next) =>
    t('publication.methodNext', { before, next }),
  );
  return t('publication.methodEnd', { line });
}
