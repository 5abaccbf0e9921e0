import { symmetricInterval } from '../inference/interval.ts';
import type { Statistic, Totals } from '../tally/statistic.ts';
import { varianceOf } from '../tally/variance.ts';
import { withoutRounding } from '../tally/withoutRounding.ts';
import { finite, noShare, whyNot, type EstimateOptions, type ShareEstimate } from './figures.ts';
import type { Cells } from './ratio.ts';
import { designEffect, type Whole } from './share.ts';
import type { ValueTable } from './valueTable.ts';

/** A mean (or ratio of means) with what a share has, and the spread of the values. */
export interface MeanEstimate extends ShareEstimate {
  /** Standard deviation of the values in the population, √ of R's `svyvar`; of a mean only. */
  readonly sd: number | null;
}

export const noMean: MeanEstimate = { ...noShare, sd: null };

/**
 * The mean of a variable among the respondents in `cells`: Σ w·y / Σ w, a domain mean (R's
 * `svymean(~y, subset(design, cells))`). Of the variable less its centre: differences of such means
 * are differences of means, and `meanEstimate` adds the centre again.
 *
 * @param variable which of the table's variables. @returns NaN where nobody is in the cells.
 */
export function meanOf({ table }: ValueTable, cells: Cells, variable = 0): Statistic {
  const { cellCount } = table;
  const from = (variable + 1) * cellCount;
  const at = (totals: Totals): number => sumOver(totals, cells, from) / sumOver(totals, cells, 0);
  const estimate = at(table.totals);
  const weight = sumOver(table.totals, cells, 0);
  const gradient = new Float64Array(table.totals.length);
  for (let cell = 0; cell < cellCount; cell++) {
    if (cells[cell] === 0) continue;
    gradient[cell] = -estimate / weight;
    gradient[from + cell] = 1 / weight;
  }
  return { estimate, gradient, at };
}

/** Σ w·y among the respondents in `cells`: R's `svytotal(~y, subset(design, cells))`. */
export function totalOfValues({ table, centres }: ValueTable, cells: Cells, variable = 0): Statistic {
  const { cellCount } = table;
  const from = (variable + 1) * cellCount;
  const centre = centres[variable];
  const at = (totals: Totals): number => sumOver(totals, cells, from) + centre * sumOver(totals, cells, 0);
  const gradient = new Float64Array(table.totals.length);
  for (let cell = 0; cell < cellCount; cell++) {
    if (cells[cell] === 0) continue;
    gradient[cell] = centre;
    gradient[from + cell] = 1;
  }
  return { estimate: at(table.totals), gradient, at };
}

/**
 * Σ w·y / Σ w·x among the respondents in `cells`: R's `svyratio(~y, ~x, subset(design, cells))`.
 *
 * @returns NaN where Σ w·x is 0.
 */
export function ratioOfValues(values: ValueTable, cells: Cells, numerator = 0, denominator = 1): Statistic {
  const above = totalOfValues(values, cells, numerator);
  const below = totalOfValues(values, cells, denominator);
  const estimate = above.estimate / below.estimate;
  return {
    estimate,
    gradient: above.gradient.map(
      (slope, total) => (slope - estimate * below.gradient[total]) / below.estimate,
    ),
    at: (totals) => above.at(totals) / below.at(totals),
  };
}

/**
 * A mean with its standard error, interval ± t_ν·se on the group's own degrees of freedom, design
 * effect against a simple random sample (R's `svymean(deff = "replace")`; see `designEffect`), cv,
 * effective n and the standard deviation √(Σ w(y − ȳ)² / Σ w · n/(n − 1)).
 */
export function meanEstimate(
  values: ValueTable,
  whole: Whole,
  options: EstimateOptions,
  variable = 0,
): MeanEstimate {
  const { table, centres } = values;
  const { n, weightedN, df } = whole;
  if (n === 0) return { ...noMean, n, df, why: 'noRespondents' };
  const statistic = meanOf(values, whole.cells, variable);
  const variance = withoutRounding(table, statistic, varianceOf(table, statistic, whole.cells));
  const se = Math.sqrt(variance);
  const mean = centres[variable] + statistic.estimate;
  const population =
    (spreadOf(values, whole.cells, statistic.estimate, variable) / weightedN) * (n / (n - 1));
  const deff = designEffect((variance * n) / population, whole, options.deff ?? 'replace');
  return {
    estimate: finite(mean),
    se: finite(se),
    ...symmetricInterval(mean, se, df, options.level),
    deff: finite(deff),
    cv: finite(se / mean),
    effectiveN: finite(n / deff),
    df,
    n,
    sd: finite(Math.sqrt(population)),
    ...whyNot(se, df),
  };
}

/** Σ w(y − ȳ)²: within the cells, and between them. Rounding of equal values is no spread. */
function spreadOf({ table, squares }: ValueTable, cells: Cells, mean: number, variable: number): number {
  const { cellCount, totals } = table;
  let spread = 0;
  let size = 0;
  for (let cell = 0; cell < cellCount; cell++) {
    if (cells[cell] === 0 || totals[cell] === 0) continue;
    const own = totals[(variable + 1) * cellCount + cell] / totals[cell];
    spread += squares[variable][cell] + totals[cell] * (own - mean) * (own - mean);
    size += totals[cell] * Math.max(own * own, mean * mean);
  }
  return spread < 1e-28 * size ? 0 : spread;
}

function sumOver(totals: Totals, cells: Cells, from: number): number {
  let sum = 0;
  for (let cell = 0; cell < cells.length; cell++) if (cells[cell] === 1) sum += totals[from + cell];
  return sum;
}
