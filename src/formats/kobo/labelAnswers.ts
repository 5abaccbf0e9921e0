import type { Column } from '#engine/survey/column.ts';
import { MissingReason } from '#engine/survey/column.ts';
import type { SurveyFile } from '../surveyFile.ts';
import { choicesFor } from './matchColumn.ts';
import { inLanguage, plainLabel } from './matchLabels.ts';
import type { Choice, Question, XlsForm } from './xlsForm.ts';

/** A column with the answers to a question of one choice or several. */
export interface ChoiceColumn {
  /** Name of the file’s variable. */
  readonly variable: string;
  readonly question: Question;
}

/** What stands in the cells of an export: the codes of choices, or their labels. */
export interface AnswersRead {
  readonly kind: 'codes' | 'labels';
  /** The language of the labels. */
  readonly language: string;
  /** How each column of labels becomes one of codes. */
  readonly columns: ReadonlyMap<string, LabelColumn>;
}

export interface LabelColumn {
  /** Whether all codes of the question, and of what the column holds, are numbers. */
  readonly isNumeric: boolean;
  /** The code, or for several the codes with spaces between them, of each text that the column holds. */
  readonly codes: ReadonlyMap<string, string>;
  /** Texts that are neither codes nor labels of one choice: they stay as they are. */
  readonly unknown: readonly string[];
}

/** Rows that tell codes from labels. */
const lookRows = 2000;
/** More different texts than this are no labels. */
const mostTexts = 20_000;

/** Tells by the first rows whether the cells are codes or labels, and of labels reads all that occur. */
export async function readAnswers(
  file: SurveyFile,
  form: XlsForm,
  columns: readonly ChoiceColumn[],
  preferred: string,
): Promise<AnswersRead> {
  const languages = [preferred, ...form.languages.filter((one) => one !== preferred)];
  const codes: AnswersRead = { kind: 'codes', language: preferred, columns: new Map() };
  if (columns.length === 0) return codes;
  const first = await textsOf(file, columns, true);
  const readers = languages.map(
    (language) => new Map(columns.map((one) => [one.variable, reader(form, one.question, language)])),
  );
  const votes = readers.map((of) => votesOf(columns, first, of));
  const most = Math.max(...votes.map(({ labels }) => labels));
  const best = votes.findIndex(({ labels }) => labels === most);
  if (most <= votes[best].codes) return codes;
  const all = await textsOf(file, columns, false);
  return {
    kind: 'labels',
    language: languages[best],
    columns: new Map(
      columns.map(({ variable, question }) => [
        variable,
        labelColumn(form, question, all.get(variable)!, readers[best].get(variable)!),
      ]),
    ),
  };
}

/** The column with codes in the place of labels. */
export function withCodes(column: Column, rows: number, { isNumeric, codes }: LabelColumn): Column {
  const coded = (text: string): string => codes.get(text.trim()) ?? text;
  if (isNumeric) {
    const values = new Float64Array(rows);
    const reasons = new Uint8Array(rows);
    const numbers = column.kind === 'text' ? column.dictionary.map((text) => numberIn(coded(text))) : null;
    for (let row = 0; row < rows; row++) {
      const value =
        column.kind === 'text' ? numbers![column.codes[row]] : numberIn(coded(textAt(column, row)));
      if (value === null) reasons[row] = MissingReason.system;
      else values[row] = value;
    }
    return { kind: 'numeric', values, reasons: reasons.includes(MissingReason.system) ? reasons : null };
  }
  if (column.kind === 'text') return { ...column, dictionary: column.dictionary.map(coded) };
  const places = new Map<string, number>();
  const placeOf = (text: string): number => places.get(text) ?? places.set(text, places.size).get(text)!;
  const found = Uint32Array.from({ length: rows }, (_, row) => placeOf(coded(textAt(column, row))));
  return { kind: 'text', dictionary: [...places.keys()], codes: found };
}

interface ReadText {
  /** `null` where the text is neither. */
  readonly codes: string | null;
  readonly are: 'codes' | 'labels' | 'both' | 'neither';
}

function votesOf(
  columns: readonly ChoiceColumn[],
  texts: ReadonlyMap<string, ReadonlyMap<string, number>>,
  readers: ReadonlyMap<string, (text: string) => ReadText>,
): { readonly codes: number; readonly labels: number } {
  let codes = 0;
  let labels = 0;
  for (const { variable } of columns) {
    for (const [text, n] of texts.get(variable)!) {
      const { are } = readers.get(variable)!(text);
      if (are === 'codes') codes += n;
      else if (are === 'labels') labels += n;
    }
  }
  return { codes, labels };
}

function labelColumn(
  form: XlsForm,
  question: Question,
  texts: ReadonlyMap<string, number>,
  read: (text: string) => ReadText,
): LabelColumn {
  const codes = new Map<string, string>();
  const unknown: string[] = [];
  for (const text of texts.keys()) {
    const found = read(text).codes;
    if (found === null) unknown.push(text);
    else codes.set(text, found);
  }
  const isNumeric =
    question.kind === 'one' &&
    unknown.length === 0 &&
    texts.size < mostTexts &&
    choicesFor(form, question).every(({ name }) => String(Number(name)) === name);
  return { isNumeric, codes, unknown };
}

/** Reads a cell of a question: one code or label, or for several what stands between spaces, commas or semicolons. */
function reader(form: XlsForm, question: Question, language: string): (text: string) => ReadText {
  const choices = choicesFor(form, question);
  const codes = new Set(choices.map(({ name }) => name));
  const labels = labelled(choices, language);
  const one = (text: string): ReadText => {
    const code = codes.has(text) ? text : null;
    const label = plainLabel(text);
    const isLabel = labels.has(label);
    const are = code !== null ? (isLabel ? 'both' : 'codes') : isLabel ? 'labels' : 'neither';
    return { codes: labels.get(label) ?? code, are };
  };
  if (question.kind === 'one') return one;
  const longest = [...labels.keys()].sort((left, right) => right.length - left.length);
  return (text) => {
    const whole = one(text);
    if (whole.are !== 'neither') return whole;
    const words = text.split(/\s+/);
    if (words.every((word) => codes.has(word))) return { codes: words.join(' '), are: 'codes' };
    const found = labelsIn(plainLabel(text), longest);
    if (found === null) return { codes: null, are: 'neither' };
    const chosen = found.map((label) => labels.get(label) ?? null);
    return { codes: chosen.includes(null) ? null : chosen.join(' '), are: 'labels' };
  };
}

/** The code of each label; `null` for a label that several choices share. */
function labelled(choices: readonly Choice[], language: string): Map<string, string | null> {
  const labels = new Map<string, string | null>();
  for (const { name, labels: texts } of choices) {
    const label = plainLabel(inLanguage(texts, language));
    if (label !== '') labels.set(label, labels.has(label) ? null : name);
  }
  return labels;
}

/** The labels that a text is made of, one behind the other; `null` where something else stands in it. */
function labelsIn(text: string, labels: readonly string[]): string[] | null {
  const found: string[] = [];
  let rest = text;
  while (rest !== '') {
    const label = labels.find((one) => rest.startsWith(one) && /^($|[\s,;|])/.test(rest.slice(one.length)));
    if (label === undefined) return null;
    found.push(label);
    rest = rest.slice(label.length).replace(/^[\s,;|]+/, '');
  }
  return found.length === 0 ? null : found;
}

/** How often each text stands in each column, in the first rows or in all. */
async function textsOf(
  file: SurveyFile,
  columns: readonly ChoiceColumn[],
  firstRows: boolean,
): Promise<Map<string, Map<string, number>>> {
  const texts = new Map(columns.map(({ variable }) => [variable, new Map<string, number>()]));
  const names = [...texts.keys()];
  for await (const { columns: read, rowCount } of file.read({ variables: names, chunkRows: lookRows })) {
    read.forEach((column, index) => {
      const counts = texts.get(names[index])!;
      for (let row = 0; row < rowCount && counts.size < mostTexts; row++) {
        const text = textAt(column, row).trim();
        if (text !== '' && text !== 'NA') counts.set(text, (counts.get(text) ?? 0) + 1);
      }
    });
    if (firstRows) break;
  }
  return texts;
}

function textAt(column: Column, row: number): string {
  if (column.kind === 'text') return column.dictionary[column.codes[row]];
  return column.reasons !== null && column.reasons[row] !== 0 ? '' : String(column.values[row]);
}

function numberIn(text: string): number | null {
  const words = text.trim();
  return words === '' || !Number.isFinite(Number(words)) ? null : Number(words);
}
