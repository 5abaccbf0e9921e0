import type { Column, ColumnChunk } from '#engine/survey/column.ts';
import { MissingReason } from '#engine/survey/column.ts';
import { phrase, type Phrase } from '#engine/survey/phrase.ts';
import { TextDictionary } from '../textDictionary.ts';
import type { TextEncoding } from '../textEncoding.ts';
import type { DtaLongTexts } from './dtaLongTexts.ts';
import { numberDecoder, type Stretch } from './dtaNumbers.ts';
import { referenceAt, type ReferenceSplit } from './dtaReferences.ts';
import type { DtaVariable } from './dtaVariables.ts';
import type { DtaVersion } from './dtaVersion.ts';

/** Decodes the cells of one variable in a block of rows. `from` is the index of the block's first row. */
interface Target {
  start(): void;
  decode(block: BlockOfRows): void;
  column(rows: number): Column;
}

export interface BlockOfRows extends Stretch {
  readonly bytes: Uint8Array;
  /** Row of the survey that is the block's first, from 1. */
  readonly firstRow: number;
  /** A reference to a long text that the file does not have. */
  readonly missingText: (variable: number, row: number, found: Phrase) => Error;
}

export interface DtaSources {
  readonly version: DtaVersion;
  readonly encoding: TextEncoding;
  readonly longTexts: DtaLongTexts | null;
  readonly split: ReferenceSplit;
}

/** The arrays that one chunk of rows is decoded into, column by column, used again for the next chunk. */
export class DtaChunk {
  readonly #targets = new Map<DtaVariable, Target>();
  readonly #selected: readonly DtaVariable[];

  constructor(selected: readonly DtaVariable[], sources: DtaSources, maxRows: number) {
    this.#selected = selected;
    for (const variable of new Set(selected)) {
      this.#targets.set(variable, targetOf(variable, sources, maxRows));
    }
  }

  start(): void {
    for (const target of this.#targets.values()) target.start();
  }

  decode(block: BlockOfRows): void {
    for (const [{ offset }, target] of this.#targets) {
      target.decode({ ...block, from: block.from + offset });
    }
  }

  finish(rowCount: number): ColumnChunk {
    return { rowCount, columns: this.#selected.map((each) => this.#targets.get(each)!.column(rowCount)) };
  }
}

function targetOf(variable: DtaVariable, sources: DtaSources, maxRows: number): Target {
  const { kind, width } = variable.type;
  if (kind === 'text') return textTarget(width, sources.encoding, maxRows);
  if (kind === 'longText') return longTextTarget(variable, sources, maxRows);
  const { values, decode } = numberDecoder(variable.type, sources.version, maxRows);
  const reasons = new Uint8Array(maxRows);
  let any = false;
  return {
    start: () => {
      if (any) reasons.fill(MissingReason.present);
      any = false;
    },
    decode: (block) => {
      if (decode(block, reasons)) any = true;
    },
    column: (rows) => ({
      kind: 'numeric',
      values: values.subarray(0, rows),
      reasons: any ? reasons.subarray(0, rows) : null,
    }),
  };
}

/** Texts end at a NUL or where their width ends. Spaces at the end belong to them. */
function textTarget(width: number, encoding: TextEncoding, maxRows: number): Target {
  const codes = new Uint32Array(maxRows);
  const dictionary = new TextDictionary(encoding);
  return {
    start: () => dictionary.clear(),
    decode: ({ bytes, from, step, count, at }) => {
      for (let row = 0, start = from; row < count; row++, start += step) {
        let end = start;
        while (end < start + width && bytes[end] !== 0) end++;
        codes[at + row] = dictionary.code(bytes, start, end);
      }
    },
    column: (rows) => ({ kind: 'text', dictionary: dictionary.strings, codes: codes.subarray(0, rows) }),
  };
}

function longTextTarget(
  variable: DtaVariable,
  { encoding, longTexts, split }: DtaSources,
  maxRows: number,
): Target {
  const codes = new Uint32Array(maxRows);
  const dictionary = new TextDictionary(encoding);
  const codeOfEntry = new Map<number, number>();
  const noBytes = new Uint8Array();
  const codeOf = (block: BlockOfRows, v: number, o: number, row: number): number => {
    if (v === 0 && o === 0) return dictionary.code(noBytes, 0, 0);
    const entry = longTexts === null ? -1 : longTexts.find(v, o);
    if (longTexts === null || entry < 0) {
      throw block.missingText(
        v,
        o,
        phrase('rowOf', { row: block.firstRow + row, variable: variable.variable.name }),
      );
    }
    let code = codeOfEntry.get(entry);
    if (code === undefined) {
      const { bytes, start, end } = longTexts.read(entry);
      code = dictionary.code(bytes, start, end);
      codeOfEntry.set(entry, code);
    }
    return code;
  };
  return {
    start: () => {
      dictionary.clear();
      codeOfEntry.clear();
    },
    decode: (block) => {
      const { view, littleEndian, from, step, count, at } = block;
      for (let row = 0, start = from; row < count; row++, start += step) {
        const reference = referenceAt(view, start, split, littleEndian);
        codes[at + row] = codeOf(block, reference.variable, reference.row, row);
      }
    },
    column: (rows) => ({ kind: 'text', dictionary: dictionary.strings, codes: codes.subarray(0, rows) }),
  };
}
