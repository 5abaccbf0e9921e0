import type { Attribute } from '#engine/survey/variable.ts';
import type { TextEncoding } from '../textEncoding.ts';
import { untilNul, type DtaCharacteristic } from './dtaCharacteristics.ts';

/** What the characteristics say of the file, or of one variable. */
export interface DtaSaid {
  readonly notes: readonly string[];
  readonly attributes: readonly Attribute[];
  /** Label, and name of the set of value labels, by language: those of the languages that are not in use. */
  readonly labels: ReadonlyMap<string, string>;
  readonly sets: ReadonlyMap<string, string>;
}

export interface DtaWords {
  /** That of the labels in the dictionary; `null` where the file names no languages. */
  readonly language: string | null;
  readonly languages: readonly string[];
  readonly file: DtaSaid;
  /** By name of the variable. */
  readonly variables: ReadonlyMap<string, DtaSaid>;
}

const aboutFile = '_dta';
export const nothingSaid: DtaSaid = { notes: [], attributes: [], labels: new Map(), sets: new Map() };

/**
 * Sorts characteristics into notes (`note1`, `note2`, …; `note0` counts them), labels in languages that are not in
 * use (`_lang_v_LANGUAGE`, and `_lang_l_LANGUAGE` with the name of a set of value labels), and all others.
 * `_lang_list` names the languages, `_lang_c` the one in use. Sources: Stata's `help notes`, `help char`, and what
 * `label language` writes.
 */
export function dtaWords(characteristics: readonly DtaCharacteristic[], encoding: TextEncoding): DtaWords {
  const all = characteristics.map(({ bytes, width }) => {
    const text = (from: number, to: number): string => encoding.decode(untilNul(bytes.subarray(from, to)));
    return { about: text(0, width), name: text(width, 2 * width), content: text(2 * width, bytes.length) };
  });
  const ofFile = new Map(
    all.flatMap(({ about, name, content }) => (about === aboutFile ? [[name, content]] : [])),
  );
  const listed = (ofFile.get('_lang_list') ?? '').split(/\s+/).filter((one) => one !== '');
  const language = listed.length === 0 ? null : ofFile.get('_lang_c')?.trim() || listed[0];
  const languages = new Set(language === null ? [] : [...listed, language]);
  const said = new Map<string, SaidBuilder>();
  for (const { about, name, content } of all) {
    let builder = said.get(about);
    if (builder === undefined) said.set(about, (builder = new SaidBuilder(languages)));
    if (about === aboutFile && language !== null && (name === '_lang_list' || name === '_lang_c')) continue;
    builder.add(name, content);
  }
  const finished = new Map([...said].map(([about, builder]) => [about, builder.finish()]));
  return {
    language,
    languages: [...languages],
    file: finished.get(aboutFile) ?? nothingSaid,
    variables: finished,
  };
}

class SaidBuilder {
  readonly #languages: ReadonlySet<string>;
  readonly #notes = new Map<number, string>();
  readonly #attributes = new Map<string, string>();
  readonly #labels = new Map<string, string>();
  readonly #sets = new Map<string, string>();

  constructor(languages: ReadonlySet<string>) {
    this.#languages = languages;
  }

  add(name: string, content: string): void {
    const note = /^note(\d{1,9})$/.exec(name);
    const labels = /^_lang_([vl])_(.+)$/.exec(name);
    if (note !== null) {
      if (Number(note[1]) > 0) this.#notes.set(Number(note[1]), content);
    } else if (labels !== null && this.#languages.has(labels[2])) {
      (labels[1] === 'v' ? this.#labels : this.#sets).set(labels[2], content);
    } else this.#attributes.set(name, content);
  }

  finish(): DtaSaid {
    return {
      notes: [...this.#notes].toSorted(([one], [other]) => one - other).map(([, text]) => text),
      attributes: [...this.#attributes].map(([name, value]) => ({ name, values: [value] })),
      labels: this.#labels,
      sets: this.#sets,
    };
  }
}
