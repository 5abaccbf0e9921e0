import { phrase, type Phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { atByte } from '../atByte.ts';
import type { OpenFile } from '../openFile.ts';
import { porTranslation, tableBytes } from './porCharacters.ts';
import { PorReader } from './porReader.ts';

/** A variable record as the file has it, its texts not decoded. */
export interface PorVariableRecord {
  /** Bytes of text; 0 for a number. */
  readonly width: number;
  readonly name: Uint8Array;
  /** Number of the print format, as in `.sav`. */
  readonly format: number;
  label: Uint8Array | null;
  missing: (number | Uint8Array)[];
  range: { readonly low: number | null; readonly high: number | null } | null;
}

export interface PorLabelRecord {
  readonly place: Phrase;
  readonly variables: readonly Uint8Array[];
  /** How the values are read is told by the first of the variables. */
  readonly values: readonly (number | Uint8Array)[];
  readonly labels: readonly Uint8Array[];
}

export interface PorDictionary {
  readonly variables: readonly PorVariableRecord[];
  readonly labels: readonly PorLabelRecord[];
  readonly weight: Uint8Array | null;
  readonly product: Uint8Array | null;
  /** Lines. */
  readonly documents: readonly Uint8Array[];
  /** At the first row. */
  readonly reader: PorReader;
}

const splashBytes = 200;
const header = 'fileHeader';
/** No text in a portable file is wider. */
const widestText = 32767;
/** A variable takes at least its tag, width, name and six numbers of its formats. */
const leastVariable = 16;

/**
 * Reads everything before the rows: header, variables, missing values, labels, documents.
 * Source: PSPP Developers Guide, "Portable File Format".
 */
export function readPorDictionary(open: OpenFile): PorDictionary {
  const reader = new PorReader(open);
  reader.bytes(splashBytes, header);
  const translation = porTranslation(reader.bytes(tableBytes, header));
  reader.translate(translation);
  const signature = String.fromCharCode(...reader.bytes(8, header));
  if (signature !== 'SPSSPORT') throw reader.damaged(header, phrase('signatureInstead', { text: signature }));
  if (reader.next < 0) throw reader.cutOff(header);
  if (!reader.match('A')) throw reader.damaged(header, phrase('unknownVersion'));
  reader.text(header);
  reader.text(header);
  return readRecords(reader);
}

function readRecords(reader: PorReader): PorDictionary {
  const variables: PorVariableRecord[] = [];
  const byName = new Map<string, PorVariableRecord>();
  const labels: PorLabelRecord[] = [];
  let documents: readonly Uint8Array[] = [];
  let product: Uint8Array | null = null;
  let weight: Uint8Array | null = null;
  let stated: number | null = null;
  for (;;) {
    const tag = String.fromCharCode(reader.next);
    if (reader.next < 0) throw reader.cutOff('dictionaryRest');
    const last = variables.at(-1);
    if (last === undefined && '89ABC'.includes(tag)) {
      throw reader.damaged('dictionary', phrase('recordBeforeVariable', { tag }));
    }
    reader.advance();
    if (tag === '1') product = reader.text('product');
    else if (tag === '2' || tag === '3') reader.text('author');
    else if (tag === '4') stated = reader.count('variableCount', leastVariable);
    else if (tag === '5') reader.number('precision');
    else if (tag === '6') weight = reader.text('weight');
    else if (tag === '7') {
      const variable = readVariable(reader);
      variables.push(variable);
      byName.set(keyOf(variable.name), variable);
    } else if (tag === 'C') last!.label = reader.text('variableLabel');
    else if ('89AB'.includes(tag)) readMissing(reader, last!, tag);
    else if (tag === 'D') labels.push(readLabels(reader, byName));
    else if (tag === 'E') documents = readDocuments(reader);
    else if (tag === 'F') break;
    else throw reader.damaged('dictionary', phrase('unknownTag', { tag }));
  }
  if (variables.length === 0) throw reader.damaged('dictionary', phrase('noVariables'));
  if (stated !== null && stated !== variables.length) {
    throw reader.damaged('dictionary', phrase('variablesStated', { count: variables.length, stated }));
  }
  return { variables, labels, weight, product, documents, reader };
}

function readVariable(reader: PorReader): PorVariableRecord {
  const what = 'variable';
  const width = reader.integer(what, 0, widestText);
  const name = reader.text(what);
  const format = reader.integer(what, 0, 255);
  for (let index = 0; index < 5; index++) reader.number(what);
  return { width, name, format, label: null, missing: [], range: null };
}

function readMissing(reader: PorReader, variable: PorVariableRecord, tag: string): void {
  const what = 'missingValues';
  if (tag === '8') {
    if (variable.missing.length === 3) throw reader.damaged(what, phrase('moreThanThree'));
    variable.missing.push(variable.width > 0 ? reader.text(what) : reader.number(what));
    return;
  }
  if (variable.width > 0) throw reader.damaged(what, phrase('rangeOfText'));
  const low = tag === '9' ? null : reader.number(what);
  const high = tag === 'A' ? null : reader.number(what);
  variable.range = { low, high };
}

function readLabels(reader: PorReader, variables: ReadonlyMap<string, PorVariableRecord>): PorLabelRecord {
  const what = 'valueLabels';
  const place = atByte(reader.offset, what);
  const names = Array.from({ length: reader.count(what, 3) }, () => reader.text(what));
  const count = reader.count(what, 4);
  const labelled = names.length === 0 ? undefined : variables.get(keyOf(names[0]));
  if (labelled === undefined) {
    const detail = phrase(names.length === 0 ? 'labelsForNone' : 'labelsForUnknown');
    throw new Problem('file.damaged', { file: reader.file, place, detail });
  }
  const values: (number | Uint8Array)[] = [];
  const labels: Uint8Array[] = [];
  for (let index = 0; index < count; index++) {
    values.push(labelled.width > 0 ? reader.text(what) : reader.number(what));
    labels.push(reader.text(what));
  }
  return { place, variables: names, values, labels };
}

/** Names are compared byte for byte. */
export function keyOf(name: Uint8Array): string {
  return Buffer.from(name).toString('latin1');
}

function readDocuments(reader: PorReader): Uint8Array[] {
  const what = 'documents';
  return Array.from({ length: reader.count(what, 2) }, () => reader.text(what));
}
