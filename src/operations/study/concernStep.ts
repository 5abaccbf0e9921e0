import type { Step } from '#contract/history.ts';
import type { StoredConcern } from '#project/concerns.ts';

/** What was done to a list of concerns, as one step. */
export function concernStep(
  before: readonly StoredConcern[],
  after: readonly StoredConcern[],
): Pick<Step, 'what' | 'params'> {
  const was = new Map(before.map((one) => [one.variable, one]));
  const is = new Map(after.map((one) => [one.variable, one]));
  const added = after.filter(({ variable }) => !was.has(variable));
  const removed = before.filter(({ variable }) => !is.has(variable));
  const changed = after.flatMap((one) => {
    const earlier = was.get(one.variable);
    const fields = earlier === undefined ? [] : parts.filter((part) => !same(earlier[part], one[part]));
    return fields.length > 0 ? [{ variable: one.variable, fields }] : [];
  });
  const concerns = added.length + removed.length + changed.length;
  if (concerns === 0) return { what: 'concern.order', params: {} };
  if (concerns > 1) return { what: 'concern.several', params: { concerns } };
  if (added.length > 0) return { what: 'concern.add', params: { variable: added[0].variable } };
  if (removed.length > 0) return { what: 'concern.remove', params: { variable: removed[0].variable } };
  const [{ variable, fields }] = changed;
  return { what: fields.length === 1 ? whatOf[fields[0]] : 'concern.codes', params: { variable } };
}

const whatOf = {
  concernedWhen: 'concern.codes',
  freedom: 'concern.freedom',
  dimensions: 'concern.dimensions',
} as const;

const parts = Object.keys(whatOf) as readonly (keyof typeof whatOf)[];

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
