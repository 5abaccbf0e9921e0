import { noContrast, testOf, type Contrast } from '../inference/contrast.ts';
import { satterthwaiteDf } from '../inference/satterthwaiteDf.ts';
import { domainsOutside } from '../tally/domain.ts';
import type { Statistic } from '../tally/statistic.ts';
import type { Tally } from '../tally/talliedTable.ts';
import { variancesAgainstOthers, type VariancesAgainstOthers } from '../tally/variancesAgainstOthers.ts';
import { variancesOf } from '../tally/variancesOf.ts';
import { withoutRounding } from '../tally/withoutRounding.ts';
import { differenceOf } from './difference.ts';
import { ratioOfOthers } from './ratioOfOthers.ts';
import type { Share } from './shareMoments.ts';
import type { PartOf } from './share.ts';

/**
 * Each group's share less that of all others together, their covariance included, on `satterthwaiteDf` of the two.
 *
 * @param table cells 2·group where concerned, 2·group + 1 where not.
 * @param groups the share of each as a statistic; `null` where it takes no part.
 * @param shares @param parts of each group, and last of all.
 */
export function fromOthersOf(
  table: Tally,
  groups: readonly (Statistic | null)[],
  shares: readonly Share[],
  parts: readonly PartOf[],
  level: number,
): (Contrast | null)[] {
  const { others, ofOthers, ofDifference } = variancesAgainstOthers(table) ?? oneByOne(table, groups, parts);
  const outside = domainsOutside(table.psuTotals, groups.length, 2);
  return groups.map((here, group) => {
    if (here === null) return null;
    const difference = here.estimate - others[group];
    if (!Number.isFinite(difference)) return noContrast('noRespondents');
    const { se, df } = shares[group];
    const ofBoth = satterthwaiteDf(
      { variance: se * se, df },
      { variance: ofOthers[group], df: outside[group].df },
      table.df,
    );
    return testOf(difference, Math.sqrt(ofDifference[group]), ofBoth, level);
  });
}

/** By each group's statistics, which do for every design. */
function oneByOne(
  table: Tally,
  groups: readonly (Statistic | null)[],
  parts: readonly PartOf[],
): VariancesAgainstOthers {
  const cellsOf = ({ part, whole }: PartOf): { part: Uint8Array; whole: Uint8Array } => ({
    part,
    whole: whole.cells,
  });
  const all = cellsOf(parts[groups.length]);
  const others = groups.map((here, group) => here && ratioOfOthers(table, all, cellsOf(parts[group])));
  const present = groups.flatMap((here, group) => {
    const other = others[group];
    if (here === null || other === null || !Number.isFinite(other.estimate)) return [];
    return [{ group, other, difference: differenceOf(here, other) }];
  });
  const ofOthers = new Float64Array(groups.length);
  const ofDifference = new Float64Array(groups.length);
  const variances = variancesOf(table, [
    ...present.map(({ other }) => other),
    ...present.map(({ difference }) => difference),
  ]);
  present.forEach(({ group, difference }, index) => {
    ofOthers[group] = variances[index];
    ofDifference[group] = withoutRounding(table, difference, variances[present.length + index]);
  });
  return { others: Float64Array.from(others, (one) => one?.estimate ?? NaN), ofOthers, ofDifference };
}
