import { Problem } from '#engine/survey/problem.ts';

/**
 * The variable called `name`: exactly, else in any letter case.
 *
 * @throws Problem variable.unknown; variable.unknownNear where a name is like it
 */
export function findVariable<V extends { readonly name: string }>(variables: readonly V[], name: string): V {
  const wanted = name.toLowerCase();
  const found =
    variables.find((one) => one.name === name) ?? variables.find((one) => one.name.toLowerCase() === wanted);
  if (found) return found;
  let suggestion = '';
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const one of variables) {
    const distance = editDistance(one.name.toLowerCase(), wanted, least);
    if (distance < least) {
      least = distance;
      suggestion = one.name;
    }
  }
  if (suggestion === '') throw new Problem('variable.unknown', { variable: name });
  throw new Problem('variable.unknownNear', { variable: name, suggestion });
}

/** Levenshtein distance, given up at `limit`. */
function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) >= limit) return limit;
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const change = left[row - 1] === right[column - 1] ? 0 : 1;
      current[column] = Math.min(
        previous[column] + 1,
        current[column - 1] + 1,
        previous[column - 1] + change,
      );
    }
    if (Math.min(...current) >= limit) return limit;
    previous = current;
  }
  return previous[right.length];
}
