import { uniqueNames } from '../uniqueNames.ts';
import type { TextEncoding } from '../textEncoding.ts';
import { splitAt, type StoredVariable } from './savLayout.ts';

/**
 * Names as the user gave them: the long name of record 7/13 where there is one, else the short one.
 * A name that stands twice gets `_2`, an empty one `V` and its position.
 */
export function givenNames(
  variables: readonly StoredVariable[],
  longNames: Uint8Array | null,
  encoding: TextEncoding,
): string[] {
  const long = new Map<string, string>();
  for (const pair of splitAt(longNames ?? new Uint8Array(), (byte) => byte === 9 || byte === 0)) {
    const equals = pair.indexOf(0x3d);
    if (equals < 1) continue;
    long.set(
      encoding.decode(pair.subarray(0, equals)).toUpperCase(),
      encoding.decode(pair.subarray(equals + 1)),
    );
  }
  return uniqueNames(variables.map(({ shortName }) => long.get(shortName.toUpperCase()) ?? shortName));
}
