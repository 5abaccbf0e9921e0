import type { Loss } from '#engine/survey/loss.ts';
import type { Attribute } from '#engine/survey/variable.ts';
import { encodeWithin, type ByteSink } from '../byteSink.ts';
import { commonAttributes } from '../commonAttributes.ts';
import type { SurveyOutput } from '../surveyOutput.ts';
import { dtaField } from './dtaField.ts';
import { dtaNames, first } from './dtaNames.ts';
import { dtaLimits, type LaidOutDtaVariable } from './dtaWriterLayout.ts';

const nameBytes = 129;
const aboutFile = '_dta';

/**
 * Notes of the file and of variables, which `notes list` shows, labels in further languages as `label language`
 * keeps them, and all else that is said under a name. Names that had to change become notes too.
 */
export function writeCharacteristics(
  sink: ByteSink,
  survey: SurveyOutput,
  variables: readonly LaidOutDtaVariable[],
  languages: readonly string[],
  losses: Loss[],
): void {
  const whole = survey.fileLabel;
  const fileNotes = [
    ...(first(whole, dtaLimits.label) === whole ? [] : [whole]),
    ...survey.documents.filter((text) => text.trim() !== ''),
  ];
  const ofFile = new SaidWriter(sink, aboutFile, null, losses);
  ofFile.attributes(survey.attributes ?? []);
  if (languages.length > 0) {
    ofFile.write('_lang_list', languages.join(' '));
    ofFile.write('_lang_c', languages[0]);
  }
  survey.languages?.slice(1).forEach(({ fileLabel }, index) => {
    if (fileLabel !== '') ofFile.write(`_lang_v_${languages[index + 1]}`, first(fileLabel, dtaLimits.label));
  });
  ofFile.notes(fileNotes);
  variables.forEach((laidOut, index) => {
    const { name, originalName, translations } = laidOut;
    const { label, notes = [], attributes = [] } = survey.variables[index];
    const said = new SaidWriter(sink, name, originalName, losses);
    const isRenamed = originalName !== name;
    if (isRenamed) said.write('originalName', originalName);
    said.attributes(attributes.filter((one) => !(isRenamed && one.name === 'originalName')));
    for (const one of translations) {
      if (one.label !== '') said.write(`_lang_v_${one.language}`, one.label);
      if (one.valueLabels.length > 0) said.write(`_lang_l_${one.language}`, one.set);
    }
    said.notes([...notes, ...ownNotes(laidOut, label, survey.weight)]);
  });
}

/** What could not be kept otherwise. */
function ownNotes(
  { name, originalName, label, letters }: LaidOutDtaVariable,
  whole: string,
  weight: string | null,
): string[] {
  const codes = [...letters].map(([code, letter]) => `.${String.fromCharCode(96 + letter)} was ${code}`);
  return [
    ...(originalName === name ? [] : [`Called ${originalName} before.`]),
    ...(whole === label ? [] : [whole]),
    ...(codes.length === 0 ? [] : [`Declared missing: ${codes.join(', ')}.`]),
    ...(weight === originalName ? ['The weight of the survey.'] : []),
  ];
}

/** Writes what is said of one variable, or of the file, and counts what it has to change. */
class SaidWriter {
  readonly #sink: ByteSink;
  readonly #about: string;
  readonly #variable: string | null;
  readonly #losses: Loss[];

  constructor(sink: ByteSink, about: string, variable: string | null, losses: Loss[]) {
    this.#sink = sink;
    this.#about = about;
    this.#variable = variable;
    this.#losses = losses;
  }

  notes(notes: readonly string[]): void {
    if (notes.length === 0) return;
    const kept = notes.slice(0, dtaLimits.notes);
    let lost = notes.length - kept.length;
    this.write('note0', String(kept.length));
    kept.forEach((note, index) => {
      if (!this.write(`note${index + 1}`, note)) lost++;
    });
    this.#lose('note', lost);
  }

  /** Several values become the lines of one. */
  attributes(attributes: readonly Attribute[]): void {
    const { kept, lost } = commonAttributes(attributes);
    const names = dtaNames(kept.map(({ name }) => (/^note\d+$/.test(name) ? `_${name}` : name)));
    const changed = kept.filter(({ name, values }, index) => {
      const whole = this.write(names[index], values.join('\n'));
      return !whole || values.length !== 1 || names[index] !== name;
    });
    this.#lose('attribute', lost + changed.length);
  }

  /** Whether all of it was written. */
  write(name: string, content: string): boolean {
    const text = content.replaceAll('\0', '');
    const bytes = encodeWithin(text, dtaLimits.characteristic);
    this.#sink.text('<ch>');
    this.#sink.uint32(2 * nameBytes + bytes.length + 1);
    dtaField(this.#sink, this.#about, nameBytes);
    dtaField(this.#sink, name, nameBytes);
    this.#sink.bytes(bytes);
    this.#sink.byte(0);
    this.#sink.text('</ch>');
    return bytes.length === Buffer.byteLength(content);
  }

  #lose(kind: 'note' | 'attribute', count: number): void {
    if (count > 0) this.#losses.push({ variable: this.#variable, kind, count });
  }
}
