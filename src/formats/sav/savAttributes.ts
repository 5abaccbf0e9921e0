import type { Attribute } from '#engine/survey/variable.ts';

/** The attribute under which notes on a variable are kept, as SPSS has no other place for them. */
export const noteAttribute = 'note';
const aboutFile = '';

/**
 * Record 7/17 as attributes of the file: `name('value'⏎'value'⏎)`, one after the other without anything between.
 * Source: PSPP Developers Guide, "Attributes Records".
 */
export function fileAttributes(text: string): Attribute[] {
  return new AttributeText(text).of(aboutFile);
}

/** Record 7/18 as attributes by name of the variable: `Q1:` and its attributes, a slash between variables. */
export function variableAttributes(text: string): Map<string, readonly Attribute[]> {
  return new AttributeText(text).byVariable();
}

/**
 * Walks over the text of such a record. Where it cannot be read, what follows is left out, as in PSPP: no number
 * depends on it.
 */
class AttributeText {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  byVariable(): Map<string, readonly Attribute[]> {
    const found = new Map<string, readonly Attribute[]>();
    for (;;) {
      const colon = this.#text.indexOf(':', this.#position);
      if (colon < 0) return found;
      const name = this.#text.slice(this.#position, colon);
      this.#position = colon + 1;
      found.set(name, [...(found.get(name) ?? []), ...this.of(name)]);
      if (this.#text[this.#position] !== '/') return found;
      this.#position++;
    }
  }

  of(about: string): Attribute[] {
    const attributes: Attribute[] = [];
    while (
      this.#position < this.#text.length &&
      (about === aboutFile || this.#text[this.#position] !== '/')
    ) {
      const open = this.#text.indexOf('(', this.#position);
      if (open < 0) break;
      const name = savAttributeName(this.#text.slice(this.#position, open));
      this.#position = open + 1;
      const values = this.#values();
      if (values === null) break;
      if (name !== '' && values.length > 0) attributes.push({ name, values });
    }
    return attributes;
  }

  #values(): string[] | null {
    const values: string[] = [];
    while (this.#text[this.#position] !== ')') {
      const end = this.#text.indexOf('\n', this.#position);
      if (end < 0) return null;
      const line = this.#text.slice(this.#position, end);
      values.push(/^'.*'$/s.test(line) ? line.slice(1, -1) : line);
      this.#position = end + 1;
    }
    this.#position++;
    return values;
  }
}

/** Names in SPSS do not begin with `_`, those of Stata may: `@_svy_su1` is `_svy_su1`. */
function savAttributeName(name: string): string {
  return name.startsWith('@_') ? name.slice(1) : name;
}
