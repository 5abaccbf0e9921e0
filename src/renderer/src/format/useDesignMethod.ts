import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { DesignSummary } from '#contract/design.ts';
import { useFormats } from './useFormats.ts';

/** What a method line says of weights, intervals and variance: the same for every result. */
export function useDesignMethod(design: () => DesignSummary): ComputedRef<readonly string[]> {
  const { t } = useI18n();
  const formats = useFormats();
  const count = (value: number): string => formats.value.count(value);

  function variance(): string {
    const { psu, strata, psuCount, strataCount, df, replicates } = design();
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

  return computed(() => {
    const { weight, fpc, secondStage, calibration, lonelyStrata, lonelyPsu } = design();
    return [
      weight ? t('matrix.methodWeighted', { weight }) : t('matrix.methodNotWeighted'),
      t('matrix.methodInterval', { level: formats.value.percent(0.95) }),
      variance(),
      ...(fpc ? [t('matrix.methodFpc', { fpc })] : []),
      ...(fpc && secondStage ? [t('matrix.methodSecondStage', { variable: secondStage })] : []),
      ...(calibration
        ? [t('matrix.methodTotals', { variables: formats.value.list(calibration.variables) })]
        : []),
      ...(lonelyStrata.length > 0
        ? [t('matrix.methodLonely', { policy: t(`design.policy.${lonelyPsu}`) })]
        : []),
    ];
  });
}
