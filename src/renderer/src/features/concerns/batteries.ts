import type { VariableSummary } from '#contract/variable.ts';

/** Two items belong to one battery when their value labels are the same; missing codes do not count. */
export function batteryKey(
  variable: Pick<VariableSummary, 'valueLabels' | 'marked' | 'missing'>,
): string | null {
  const labels = variable.valueLabels
    .filter(({ value }) => !variable.marked.includes(value) && !variable.missing.codes.includes(value))
    .map(({ value, label }) => [value, label.trim().toLocaleLowerCase()] as const);
  return labels.length < 2 ? null : JSON.stringify(labels);
}

/** Names of the variables of each battery that has at least two. */
export function findBatteries(variables: readonly VariableSummary[]): ReadonlyMap<string, readonly string[]> {
  const batteries = new Map<string, string[]>();
  for (const variable of variables) {
    const key = batteryKey(variable);
    if (key === null) continue;
    const battery = batteries.get(key);
    if (battery) battery.push(variable.name);
    else batteries.set(key, [variable.name]);
  }
  for (const [key, names] of batteries) if (names.length < 2) batteries.delete(key);
  return batteries;
}
