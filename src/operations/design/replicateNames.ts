import { Problem } from '#engine/survey/problem.ts';
import { findVariable } from '../data/findVariable.ts';

/** As many as there are of any survey's replicate weights, and some. */
const most = 10_000;

/**
 * Replicate weights as they are asked for: names, ranges in the order of the file (`rw1-rw80`) and patterns
 * (`rw*`; the full weight is never one of them).
 *
 * @throws Problem variable.unknown; variable.unknownNear where a name is like it
 */
export function replicateNames<V extends { readonly name: string }>(
  variables: readonly V[],
  asked: readonly string[],
  weight: string | null,
): string[] {
  const names = asked.flatMap((words) => {
    const wanted = words.trim();
    if (variables.some(({ name }) => name.toLowerCase() === wanted.toLowerCase()))
      return [findVariable(variables, wanted).name];
    if (wanted.includes('*')) return matching(variables, wanted).filter((name) => name !== weight);
    return between(variables, wanted) ?? [findVariable(variables, wanted).name];
  });
  const distinct = [...new Set(names)];
  if (distinct.length > most)
    throw new Problem('variable.tooManyCategories', {
      variable: asked[0],
      count: distinct.length,
      limit: most,
    });
  return distinct;
}

function matching<V extends { readonly name: string }>(variables: readonly V[], pattern: string): string[] {
  const parts = pattern.toLowerCase().split('*');
  const found = variables.map(({ name }) => name).filter((name) => fits(name.toLowerCase(), parts));
  if (found.length === 0) throw new Problem('variable.unknown', { variable: pattern });
  return found;
}

/** Whether a name consists of these parts, with anything between them. */
function fits(name: string, [first, ...rest]: readonly string[]): boolean {
  if (!name.startsWith(first)) return false;
  const last = rest.pop() ?? '';
  let from = first.length;
  for (const part of rest) {
    const at = name.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return name.length - last.length >= from && name.endsWith(last);
}

/** `first-last`; `null` where it is not written so. A name may hold a hyphen itself. */
function between<V extends { readonly name: string }>(
  variables: readonly V[],
  range: string,
): string[] | null {
  const place = (name: string): number =>
    variables.findIndex((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  const hyphens = [...range.matchAll(/-/g)].map(({ index }) => index);
  const ends = hyphens.map((at) => [range.slice(0, at), range.slice(at + 1)].map(place));
  const found = ends.find(([first, last]) => first >= 0 && last >= first);
  if (found) return variables.slice(found[0], found[1] + 1).map(({ name }) => name);
  if (hyphens.length === 0) return null;
  const unknown = [range.slice(0, hyphens[0]), range.slice(hyphens[0] + 1)].find((name) => place(name) < 0);
  return unknown === undefined ? null : [findVariable(variables, unknown).name];
}
