import type { ValueLabel } from '../survey/variable.ts';
import type { BandCuts } from './definition.ts';

/**
 * Names of the groups of a band, the same in every language: `< 30`, `30 – < 45`, `≥ 45`; closed on the
 * right `≤ 30`, `> 30 – 45`, `> 45`; of equal size `1/5` to `5/5`, from the smallest values up.
 */
export function bandLabels(by: BandCuts): ValueLabel[] {
  if (by.how === 'quantiles') {
    return Array.from({ length: by.groups }, (_, group) => ({
      value: group + 1,
      label: `${group + 1}/${by.groups}`,
    }));
  }
  const { cuts, closed } = by;
  const left = closed === 'left';
  const between = cuts.slice(1).map((cut, index) => {
    const from = cuts[index];
    return left ? `${from} – < ${cut}` : `> ${from} – ${cut}`;
  });
  const first = `${left ? '<' : '≤'} ${cuts[0]}`;
  const last = `${left ? '≥' : '>'} ${cuts[cuts.length - 1]}`;
  return [first, ...between, last].map((label, group) => ({ value: group + 1, label }));
}
