import type { MultipleResponseSet } from '#engine/survey/multipleResponseSet.ts';
import type { TextEncoding } from '../textEncoding.ts';
import type { SavVariable } from './savVariables.ts';

const space = 0x20;
const lineFeed = 0x0a;

/**
 * Multiple-response sets as records 7/7 and 7/19 write them, one a line:
 * `$name=C 5 label a b` (each variable holds one of the answers), `$name=D1 1 5 label a b` (a counted value,
 * its length before it), `$name=E 1 1 1 5 label a b` (the same, with a flag that says whence labels come).
 *
 * What follows a line that cannot be read is left out, and so are variables that are not in the file, as in
 * PSPP: files in the wild have both, and no number depends on them.
 * Source: PSPP Developers Guide, "Multiple Response Sets Records".
 */
export function savResponseSets(
  records: readonly Uint8Array[],
  encoding: TextEncoding,
  variables: readonly SavVariable[],
): MultipleResponseSet[] {
  const named = new Map<string, SavVariable>();
  for (const each of variables) named.set(each.variable.name.toUpperCase(), each);
  for (const each of variables) named.set(each.shortName.toUpperCase(), each);
  const sets: MultipleResponseSet[] = [];
  for (const record of records) {
    const line = new SetLine(record, encoding);
    for (;;) {
      const set = readSet(line, named);
      if (set === null) break;
      if (set.variables.length > 0) sets.push(set);
    }
  }
  return sets;
}

function readSet(line: SetLine, named: ReadonlyMap<string, SavVariable>): MultipleResponseSet | null {
  const name = line.name();
  const kind = line.letter();
  if (name === null || !['C', 'D', 'E'].includes(kind)) return null;
  if (kind === 'E' && !line.skipFlag()) return null;
  const counted = kind === 'C' ? line.skipSpace() : line.counted();
  const label = line.counted();
  if (counted === null || label === null) return null;
  const members = line.words().flatMap((word) => named.get(word.toUpperCase()) ?? []);
  const isText = members.length > 0 && members[0].width > 0;
  return {
    name,
    label,
    counted: kind === 'C' ? null : isText ? counted : Number(counted),
    variables: members.map(({ variable }) => variable.name),
  };
}

/** Walks over the bytes of a record: lengths in it count bytes. What does not fit gives `null`. */
class SetLine {
  readonly #bytes: Uint8Array;
  readonly #encoding: TextEncoding;
  #position = 0;

  constructor(bytes: Uint8Array, encoding: TextEncoding) {
    this.#bytes = bytes;
    this.#encoding = encoding;
  }

  name(): string | null {
    while (this.#bytes[this.#position] === lineFeed) this.#position++;
    const equals = this.#bytes.indexOf(0x3d, this.#position);
    if (equals < 0 || this.#bytes[this.#position] !== 0x24) return null;
    return this.#until(equals, 1);
  }

  letter(): string {
    return String.fromCharCode(this.#bytes[this.#position++]);
  }

  skipSpace(): '' | null {
    return this.#bytes[this.#position] === space ? '' : null;
  }

  /** ` 1` or ` 11` before the counted value of a set of kind E. */
  skipFlag(): boolean {
    if (this.skipSpace() === null) return false;
    this.#position++;
    return this.#digits() !== null;
  }

  /** A text that follows its length and a space, with any space before the length. */
  counted(): string | null {
    if (this.#bytes[this.#position] === space) this.#position++;
    const digits = this.#digits();
    if (digits === null || this.#bytes[this.#position] !== space) return null;
    this.#position++;
    const end = this.#position + Number(digits);
    if (end > this.#bytes.length) return null;
    return this.#until(end, 0);
  }

  words(): string[] {
    const end = this.#bytes.indexOf(lineFeed, this.#position);
    const line = this.#until(end < 0 ? this.#bytes.length : end, 1);
    return line.split(' ').filter((word) => word !== '');
  }

  #digits(): string | null {
    const start = this.#position;
    let end = start;
    while (end < start + 9 && this.#bytes[end] >= 0x30 && this.#bytes[end] <= 0x39) end++;
    return end === start ? null : this.#until(end, 0);
  }

  #until(end: number, separator: number): string {
    const text = this.#encoding.decode(this.#bytes.subarray(this.#position, end));
    this.#position = end + separator;
    return text;
  }
}
