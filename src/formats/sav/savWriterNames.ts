import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Variable } from '#engine/survey/variable.ts';
import { encodeWithin } from '../byteSink.ts';

/** Words that SPSS keeps for itself. */
const reserved = new Set(['ALL', 'AND', 'BY', 'EQ', 'GE', 'GT', 'LE', 'LT', 'NE', 'NOT', 'OR', 'TO', 'WITH']);

/**
 * Unique short names of at most 8 ASCII bytes, one for each segment of each variable. A name that is
 * already short keeps its upper-case form; the rest are numbered `V1`, `V2`, … Readers show the long names.
 */
export function shortNames(names: readonly string[], segmentCounts: readonly number[]): string[][] {
  const natural = names.map((name) => {
    const upper = name.toUpperCase();
    return /^[A-Z][A-Z0-9_]{0,7}$/.test(upper) && !reserved.has(upper) ? upper : null;
  });
  const taken = new Set(natural);
  let counter = 0;
  const next = (): string => {
    let name = `V${++counter}`;
    while (taken.has(name)) name = `V${++counter}`;
    return name;
  };
  return natural.map((name, index) =>
    Array.from({ length: segmentCounts[index] }, (_, segment) => (segment === 0 ? (name ?? next()) : next())),
  );
}

/** Throws `Problem` where a name is taken twice, or is none that SPSS and PSPP accept. */
export function refuseImpossibleNames(path: string, variables: readonly Variable[]): void {
  const seen = new Set<string>();
  for (const { name } of variables) {
    const upper = name.toUpperCase();
    if (seen.has(upper)) throw new Problem('file.duplicateVariable', { file: path, variable: name });
    seen.add(upper);
    if (!isPossible(name)) {
      throw new Problem('file.unsupported', {
        file: path,
        feature: phrase('impossibleName', { variable: name }),
        advice: phrase('renameForSav'),
      });
    }
  }
}

/** The names, those changed that SPSS does not accept: other characters become `_`, and no name stands twice. */
export function possibleNames(names: readonly string[]): string[] {
  const taken = new Set(names.filter(isPossible).map((name) => name.toUpperCase()));
  const given = new Set<string>();
  return names.map((name) => {
    if (isPossible(name) && !given.has(name.toUpperCase())) {
      given.add(name.toUpperCase());
      return name;
    }
    const cleaned = name.replace(/[^\p{L}\p{M}\p{N}._@#$]/gu, '_');
    const stem = /^[\p{L}@]/u.test(cleaned) && !reserved.has(cleaned.toUpperCase()) ? cleaned : `v${cleaned}`;
    let candidate = withinBytes(stem, '');
    for (let number = 2; taken.has(candidate.toUpperCase()) || given.has(candidate.toUpperCase()); number++) {
      candidate = withinBytes(stem, `_${number}`);
    }
    given.add(candidate.toUpperCase());
    return candidate;
  });
}

/** The same for names of attributes, which may have a number in brackets; those that begin with `_` get an `@`. */
export function possibleAttributeNames(names: readonly string[]): string[] {
  return possibleNames(
    names.map((name) => {
      const bare = name.replace(/\[\d+\]$/, '');
      return bare.startsWith('_') ? `@${bare}` : bare;
    }),
  ).map((name, index) => name + (/\[\d+\]$/.exec(names[index])?.[0] ?? ''));
}

function isPossible(name: string): boolean {
  return (
    /^[\p{L}@#$][\p{L}\p{M}\p{N}._@#$]*$/u.test(name) &&
    Buffer.byteLength(name) <= 64 &&
    !reserved.has(name.toUpperCase())
  );
}

function withinBytes(stem: string, ending: string): string {
  return Buffer.from(encodeWithin(stem, 64 - ending.length)).toString('utf8') + ending;
}
