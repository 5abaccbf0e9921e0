import type { SurveyDesign } from '../design/surveyDesign.ts';
import { policyOf, usualMinimum, type Shown } from '../disclosure/disclosure.ts';
import { protectTable } from '../disclosure/protectTable.ts';
import { comparable, compareColumns, type ColumnComparison } from '../inference/compareColumns.ts';
import { trendOver } from '../inference/trend.ts';
import { noContrast, type Contrast } from '../inference/contrast.ts';
import type { GroupOptions } from './concernByGroup.ts';
import type { EstimateOptions } from './figures.ts';
import { meanEstimate, meanOf, noMean, type MeanEstimate } from './mean.ts';
import { quantilesOf, type QuantileEstimate } from './quantile.ts';
import type { Cells } from './ratio.ts';
import { wholeOf } from './share.ts';
import { tallyValues } from './valueTable.ts';

/** n and weightedN are `null` where confidentiality hides them. */
export interface GroupMean {
  readonly n: number | null;
  readonly weightedN: number | null;
  readonly mean: MeanEstimate;
  readonly quantiles: QuantileEstimate[];
  readonly shown: Shown;
}

export interface MeansByGroup {
  readonly all: GroupMean;
  readonly groups: GroupMean[];
  readonly comparisons: ColumnComparison[];
  readonly letters: string[];
  /** Linear trend over the groups in their order. */
  readonly trend: Contrast;
}

/**
 * Mean and quantiles of a variable among all and in each group: R's
 * `svyby(~y, ~group, subset(design, !is.na(y)), svymean, covmat = TRUE)` and `svyquantile`. A policy that
 * looks at the precision of shares has none here and goes by the number of respondents. With
 * `confidentiality` as many groups are hidden as keep the rest and all together from telling a small one.
 *
 * @param values for each row of the file; NaN for none. @param groups for each row its group, −1
 * outside the domain.
 * @throws `Problem` design.lonelyPsu, as `tally`.
 */
export function meansByGroupOf(
  design: SurveyDesign,
  values: Float64Array,
  groups: Int32Array,
  groupCount: number,
  options: EstimateOptions & { readonly quantiles: readonly number[] },
  { compare }: GroupOptions,
): MeansByGroup {
  const cells = groups.map((group, row) => (Number.isNaN(values[row]) ? -1 : group));
  const table = tallyValues(design, cells, groupCount, [values]);
  const policy = policyOf(options);
  const guarded =
    options.disclosure === 'confidentiality'
      ? protectTable(table.table.counts, groupCount, 1, options.minimumCount ?? usualMinimum)
      : null;
  const figures = (part: Cells, hidden: boolean): GroupMean => {
    const whole = wholeOf(table.table, part);
    const shown = hidden ? 'suppressed' : guarded ? 'yes' : policy(whole.n, []);
    const { n, weightedN } = hidden ? { n: null, weightedN: null } : whole;
    if (shown === 'suppressed')
      return { n, weightedN, mean: { ...noMean, why: 'suppressed' }, quantiles: [], shown };
    const inside = new Uint8Array(cells.length);
    for (let row = 0; row < cells.length; row++) if (cells[row] >= 0) inside[row] = part[cells[row]];
    return {
      n,
      weightedN,
      mean: meanEstimate(table, whole, options),
      quantiles: quantilesOf(design, values, inside, options.quantiles, options.level),
      shown,
    };
  };
  const everyone = new Uint8Array(groupCount).fill(1);
  const parts = Array.from({ length: groupCount }, (_, group) =>
    everyone.map((_, one) => Number(one === group)),
  );
  const means = parts.map((part, group) => figures(part, guarded?.cellHidden(group, 0) ?? false));
  const statistics = means.map(({ mean }, group) =>
    mean.estimate === null ? null : meanOf(table, parts[group]),
  );
  const varying = statistics.map((one, group) => one && comparable(means[group].mean, () => one));
  const { comparisons, letters } = compare
    ? compareColumns(table.table, varying, compare)
    : { comparisons: [], letters: statistics.map(() => '') };
  return {
    all: figures(everyone, guarded?.totalHidden ?? false),
    groups: means,
    comparisons,
    letters,
    trend: guarded?.anyHidden ? noContrast('suppressed') : trendOver(table.table, statistics, options.level),
  };
}
