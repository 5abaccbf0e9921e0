import { isUtf8 } from 'node:buffer';
import { phrase } from '#engine/survey/phrase.ts';
import { nothingMissing, type Translation, type ValueLabel, type Variable } from '#engine/survey/variable.ts';
import type { BlockReader } from '../blockReader.ts';
import { textEncoding, type TextEncoding } from '../textEncoding.ts';
import { uniqueNames } from '../uniqueNames.ts';
import type { DtaDescriptors } from './dtaDescriptors.ts';
import { nothingSaid, type DtaSaid, type DtaWords } from './dtaSaid.ts';
import { dtaTime } from './dtaTime.ts';
import type { DtaType } from './dtaType.ts';
import { labelsBySet, type DtaLabelSet } from './dtaValueLabels.ts';
import type { DtaVersion } from './dtaVersion.ts';

/** A variable of the survey and where a row keeps it. */
export interface DtaVariable {
  readonly variable: Variable;
  readonly type: DtaType;
  /** Its first byte in a row. */
  readonly offset: number;
}

interface Sources {
  readonly reader: BlockReader;
  readonly descriptors: DtaDescriptors;
  readonly sets: readonly DtaLabelSet[];
  readonly version: DtaVersion;
  readonly encoding: TextEncoding;
  readonly words: DtaWords;
  /** Of the labels; one of those of `words`, or `null` where there are none. */
  readonly language: string | null;
}

/** A file that gives many variables one large set in many languages costs memory out of proportion; none real does. */
const mostTranslatedLabels = 2_000_000;

/**
 * Puts the dictionary together. Variables with the same set of value labels share one array. Where `language` is
 * not the one in use and lacks a label, the one in use stands in.
 *
 * @throws Problem `file.damaged` for value labels in other languages without end.
 */
export function dtaVariables({
  reader,
  descriptors,
  sets,
  version,
  encoding,
  words,
  language,
}: Sources): DtaVariable[] {
  const { types, names, formats, setNames, labels } = descriptors;
  const bySet = labelsBySet(sets, version, encoding);
  const given = names.map((name) => encoding.decode(name));
  const unique = uniqueNames(given);
  let translated = 0;
  let offset = 0;
  return types.map((type, index) => {
    const isText = type.kind === 'text' || type.kind === 'longText';
    const format = encoding.decode(formats[index]);
    const labelsIn = (set: string): readonly ValueLabel[] => (isText ? undefined : bySet.get(set)) ?? [];
    const said = words.variables.get(given[index]) ?? nothingSaid;
    const inUse = {
      label: encoding.decode(labels[index]),
      valueLabels: labelsIn(encoding.decode(setNames[index])),
    };
    const { own, translations } = inLanguages(said, words.language, language, inUse, labelsIn);
    for (const { valueLabels } of translations) translated += valueLabels.length;
    if (translated > mostTranslatedLabels) {
      throw reader.damaged(phrase('characteristics'), phrase('languagesRepeated'));
    }
    const variable: Variable = {
      name: unique[index],
      ...own,
      ...(isText ? { type: 'text' } : dtaTime(format)),
      measure: 'unknown',
      missing: nothingMissing,
      ...(said.notes.length > 0 && { notes: said.notes }),
      ...(said.attributes.length > 0 && { attributes: said.attributes }),
      ...(translations.length > 0 && { translations }),
      display: { program: 'stata', format },
    };
    const placed = { variable, type, offset };
    offset += type.width;
    return placed;
  });
}

type Words = Pick<Translation, 'label' | 'valueLabels'>;

/** The words in the language that is wanted, and those in the others. */
function inLanguages(
  said: DtaSaid,
  used: string | null,
  wanted: string | null,
  inUse: Words,
  labelsIn: (set: string) => readonly ValueLabel[],
): { readonly own: Words; readonly translations: Translation[] } {
  const translations: Translation[] = [];
  let own = inUse;
  if (used === null) return { own, translations };
  for (const language of new Set([used, ...said.labels.keys(), ...said.sets.keys()])) {
    const words =
      language === used
        ? inUse
        : { label: said.labels.get(language) ?? '', valueLabels: labelsIn(said.sets.get(language) ?? '') };
    if (language === wanted) {
      own = {
        label: words.label || inUse.label,
        valueLabels: words.valueLabels.length > 0 ? words.valueLabels : inUse.valueLabels,
      };
    } else if (words.label !== '' || words.valueLabels.length > 0) translations.push({ language, ...words });
  }
  return { own, translations };
}

/**
 * The encoding of a file: UTF-8 from version 118 on. Earlier files do not say; they are read as windows-1252, as
 * in haven, unless the names and labels have characters beyond ASCII that are all valid UTF-8.
 */
export function dtaEncoding(version: DtaVersion, texts: readonly Uint8Array[]): TextEncoding {
  const foreign = texts.filter((text) => text.some((byte) => byte > 127));
  const utf8 = version.utf8 || (foreign.length > 0 && foreign.every((text) => isUtf8(text)));
  return textEncoding(utf8 ? 'utf-8' : 'windows-1252')!;
}
