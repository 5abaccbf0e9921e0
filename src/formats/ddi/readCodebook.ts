import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { OpenFile } from '../openFile.ts';
import { XmlReader, type XmlAttributes } from '../xml/readXml.ts';
import type { Category, Codebook, CodebookVariable, ValidRange } from './codebook.ts';

const mostBytes = 256 * 1024 * 1024;
const blockBytes = 256 * 1024;

/** Whether a file begins as a DDI codebook does, after its declaration and comments. */
export function isCodebook(start: Uint8Array): boolean {
  return /<(?:\w+:)?codeBook[\s>]/.test(Buffer.from(start).toString('latin1'));
}

/**
 * Reads a DDI Codebook (ddialliance.org, version 2.5; 1 and 2 have the same elements here). `open` holds the XML.
 *
 * @throws Problem `file.damaged`; `file.unknownCompanion` for a codebook without variables.
 */
export function readCodebook(open: OpenFile): Codebook {
  if (open.size > mostBytes) {
    throw new Problem('file.damaged', {
      file: open.path,
      place: phrase('size'),
      detail: phrase('tooLargeCodebook', { count: open.size }),
    });
  }
  const declared = /^[^>]*encoding=["']([\w.-]+)["']/.exec(
    Buffer.from(open.bytes(0, 200)).toString('latin1'),
  );
  const reader = new CodebookReader();
  const xml = new XmlReader(
    open.path,
    'codebook',
    {
      open: (name, attributes) => reader.open(name, attributes),
      text: (text) => reader.text(text),
      close: (name) => reader.close(name),
    },
    declared?.[1],
  );
  for (let offset = 0; offset < open.size; offset += blockBytes) xml.write(open.bytes(offset, blockBytes));
  xml.end();
  if (reader.codebook.variables.length === 0) throw new Problem('file.unknownCompanion', { file: open.path });
  return reader.codebook;
}

/** A category of DDI, or a format of SPSS or Stata. */
const dateWords = /^(date|time|datetime|[aes]date\d*|date\d+|datetime\d+|time\d+|%t[cd].*)$/i;

type Filled<Type> = { -readonly [Key in keyof Type]: Type[Key] };
type FilledVariable = Filled<CodebookVariable> & {
  labels: Map<string, string>;
  categories: Category[];
  invalid: string[];
  valid: ValidRange[];
};
type FilledCategory = Filled<Category> & { labels: Map<string, string> };

/** Builds the codebook while its elements go by. */
class CodebookReader {
  readonly codebook: Filled<Codebook> & { variables: CodebookVariable[]; languages: string[] } = {
    title: '',
    charset: '',
    structure: '',
    variables: [],
    languages: [],
  };
  readonly #path: string[] = [];
  #variable: FilledVariable | null = null;
  #category: FilledCategory | null = null;
  #language = '';
  #text = '';

  open(name: string, attributes: XmlAttributes): void {
    const parent = this.#path.at(-1);
    this.#path.push(name);
    this.#text = '';
    const variable = this.#variable;
    if (name === 'var') this.#variable = newVariable(attributes);
    else if (name === 'fileType') this.codebook.charset = attributes['charset'] ?? '';
    else if (name === 'fileStrc') this.codebook.structure = attributes['type'] ?? '';
    else if (name === 'labl') this.#language = attributes['xml:lang'] ?? '';
    if (variable === null) return;
    if (name === 'catgry') {
      this.#category = { value: '', labels: new Map(), isMissing: /^y/i.test(attributes['missing'] ?? '') };
    } else if (name === 'location') {
      variable.start = Number(attributes['StartPos'] ?? 0);
      variable.end = Number(attributes['EndPos'] ?? variable.start + Number(attributes['width'] ?? 0) - 1);
    } else if (name === 'varFormat') {
      const { category = '', type = '', formatname = '' } = attributes;
      variable.isText = type === 'character';
      variable.isDate = [category, type, formatname].some((word) => dateWords.test(word));
      variable.dateFormat = formatname;
    } else if (parent === 'invalrng' && name === 'item') variable.invalid.push(attributes['VALUE'] ?? '');
    else if (parent === 'valrng' && name === 'item') {
      const value = bound(attributes['VALUE']);
      if (value !== null) variable.valid.push({ low: value, high: value });
    } else if (parent === 'valrng' && name === 'range') {
      const [low, high] = [bound(attributes['min']), bound(attributes['max'])];
      if (low !== null || high !== null) variable.valid.push({ low, high });
    } else if (parent === 'invalrng' && name === 'range') {
      variable.invalidRange = { low: bound(attributes['min']), high: bound(attributes['max']) };
    }
  }

  text(text: string): void {
    const name = this.#path.at(-1);
    if (name === 'labl' || name === 'catValu' || name === 'titl') this.#text += text;
  }

  close(name: string): void {
    this.#path.pop();
    const parent = this.#path.at(-1);
    const text = this.#text.trim().replace(/\s+/g, ' ');
    const category = this.#category;
    const variable = this.#variable;
    if (name === 'titl' && this.#path.includes('stdyDscr') && this.codebook.title === '')
      this.codebook.title = text;
    if (variable === null) return;
    if (name === 'labl' && parent === 'var') this.#learn(variable.labels, text);
    else if (name === 'labl' && parent === 'catgry' && category !== null) this.#learn(category.labels, text);
    else if (name === 'catValu' && category !== null) category.value = text;
    else if (name === 'catgry' && category !== null) {
      if (category.value !== '') variable.categories.push(category);
      this.#category = null;
    } else if (name === 'var') {
      if (variable.name !== '') this.codebook.variables.push(variable);
      this.#variable = null;
    }
  }

  #learn(labels: Map<string, string>, text: string): void {
    if (text === '' || labels.has(this.#language)) return;
    labels.set(this.#language, text);
    if (!this.codebook.languages.includes(this.#language)) this.codebook.languages.push(this.#language);
  }
}

function newVariable(attributes: XmlAttributes): FilledVariable {
  return {
    name: (attributes['name'] ?? attributes['ID'] ?? '').trim(),
    labels: new Map(),
    isText: false,
    isDate: false,
    dateFormat: '',
    isWeight: attributes['wgt'] === 'wgt',
    nature: attributes['nature'] ?? '',
    isContinuous: attributes['intrvl'] === 'contin',
    start: 0,
    end: 0,
    decimals: Math.max(0, Math.min(15, Math.trunc(Number(attributes['dcml'] ?? 0)) || 0)),
    categories: [],
    invalid: [],
    valid: [],
    invalidRange: null,
  };
}

function bound(text: string | undefined): number | null {
  return text === undefined || text.trim() === '' || !Number.isFinite(Number(text)) ? null : Number(text);
}
