/** Writes `.dta` files byte by byte after Stata's help texts. Lies are up to the caller. */
export interface DtaSpec {
  release: number;
  littleEndian?: boolean;
  label?: string;
  variables: readonly DtaSpecVariable[];
  rows: number;
  /** The bytes of all rows. */
  data: DtaBytes;
  /** Each with its name, codes and labels. */
  sets?: readonly { name: string; labels: readonly (readonly [number, string])[] }[];
  longTexts?: readonly { v: number; o: number; text: string; type?: number; length?: number }[];
  characteristics?: readonly string[];
}

interface DtaSpecVariable {
  name: string;
  /** As the release codes it. */
  type: number;
  format?: string;
  set?: string;
  label?: string;
}

/** Type codes by release, as the help texts list them. */
export function typeCode(
  release: number,
  type: 'byte' | 'int' | 'long' | 'float' | 'double' | number,
): number {
  const names = ['byte', 'int', 'long', 'float', 'double'];
  if (typeof type === 'number') return release <= 110 ? 127 + type : type;
  if (release <= 110) return 'bilfd'.charCodeAt(names.indexOf(type));
  return release <= 115 ? 251 + names.indexOf(type) : 65530 - names.indexOf(type);
}

export class DtaBytes {
  readonly #littleEndian: boolean;
  readonly #parts: Uint8Array[] = [];

  constructor(littleEndian = true) {
    this.#littleEndian = littleEndian;
  }

  /** A whole number of `size` bytes. */
  whole(size: number, ...values: readonly number[]): this {
    for (const value of values) {
      const bytes = new Uint8Array(size);
      let rest = BigInt.asUintN(64, BigInt(value));
      for (let index = 0; index < size; index++) {
        bytes[this.#littleEndian ? index : size - 1 - index] = Number(rest & 255n);
        rest >>= 8n;
      }
      this.#parts.push(bytes);
    }
    return this;
  }

  float32(...values: readonly number[]): this {
    for (const value of values) {
      const view = new DataView(new ArrayBuffer(4));
      view.setFloat32(0, value, this.#littleEndian);
      this.#parts.push(new Uint8Array(view.buffer));
    }
    return this;
  }

  float64(...values: readonly number[]): this {
    for (const value of values) {
      const view = new DataView(new ArrayBuffer(8));
      view.setFloat64(0, value, this.#littleEndian);
      this.#parts.push(new Uint8Array(view.buffer));
    }
    return this;
  }

  /** Bits from a table of the help texts, written there with the most significant byte first. */
  hex(most: string): this {
    const bytes = Buffer.from(most, 'hex');
    this.#parts.push(Uint8Array.from(this.#littleEndian ? bytes.reverse() : bytes));
    return this;
  }

  /** Latin-1 text in a field, ended by a NUL unless it fills it; behind the NUL stands what Stata leaves there. */
  field(text: string, width: number): this {
    const bytes = new Uint8Array(width).fill(0x7e);
    bytes.set(Buffer.from(text, 'latin1').subarray(0, width));
    if (text.length < width) bytes[text.length] = 0;
    this.#parts.push(bytes);
    return this;
  }

  text(text: string): this {
    this.#parts.push(Uint8Array.from(Buffer.from(text, 'latin1')));
    return this;
  }

  add(other: DtaBytes): this {
    this.#parts.push(other.bytes());
    return this;
  }

  bytes(): Uint8Array {
    return Uint8Array.from(Buffer.concat(this.#parts));
  }
}

/** A whole file. Before release 117 sections follow each other without tags. */
export function dtaFile(spec: DtaSpec): Uint8Array {
  return spec.release < 117 ? binaryFile(spec) : markupFile(spec);
}

function binaryFile(spec: DtaSpec): Uint8Array {
  const { release, littleEndian = true, variables, sets = [] } = spec;
  const bytes = new DtaBytes(littleEndian);
  const nameWidth = release <= 108 ? 9 : 33;
  bytes
    .whole(1, release, littleEndian ? 2 : 1, 1, 0)
    .whole(2, variables.length)
    .whole(4, spec.rows);
  bytes.field(spec.label ?? '', release <= 105 ? 32 : 81);
  if (release >= 105) bytes.field('10 Jul 2013 14:23', 18);
  bytes.whole(1, ...variables.map(({ type }) => type));
  for (const { name } of variables) bytes.field(name, nameWidth);
  bytes.whole(2, ...variables.map(() => 0), 0);
  const formatWidth = release <= 104 ? 7 : release <= 113 ? 12 : 49;
  for (const { format } of variables) bytes.field(format ?? '%9.0g', formatWidth);
  for (const { set } of variables) bytes.field(set ?? '', nameWidth);
  for (const { label } of variables) bytes.field(label ?? '', release <= 105 ? 32 : 81);
  if (release >= 105) {
    const lengthWidth = release <= 108 ? 2 : 4;
    for (const text of spec.characteristics ?? [])
      bytes.whole(1, 1).whole(lengthWidth, text.length).text(text);
    bytes.whole(1, 0).whole(lengthWidth, 0);
  }
  bytes.add(spec.data);
  for (const { name, labels } of sets) {
    if (release <= 105) {
      bytes.whole(2, labels.length).field(name, 9).whole(1, 0);
      bytes.whole(2, ...labels.map(([value]) => value));
      for (const [, label] of labels) bytes.field(label, 8);
    } else {
      bytes.add(labelTable(name, labels, nameWidth, littleEndian));
    }
  }
  return bytes.bytes();
}

function markupFile(spec: DtaSpec): Uint8Array {
  const { release, littleEndian = true, variables, label = '', longTexts = [], sets = [] } = spec;
  const bytes = new DtaBytes(littleEndian);
  const nameWidth = release === 117 ? 33 : 129;
  const countWidth = release === 119 ? 4 : 2;
  bytes.text(`<stata_dta><header><release>${release}</release>`);
  bytes.text(`<byteorder>${littleEndian ? 'LSF' : 'MSF'}</byteorder><K>`).whole(countWidth, variables.length);
  bytes
    .text('</K><N>')
    .whole(release === 117 ? 4 : 8, spec.rows)
    .text('</N><label>');
  bytes
    .whole(release === 117 ? 1 : 2, label.length)
    .text(label)
    .text('</label><timestamp>');
  bytes.whole(1, 17).text('10 Jul 2013 14:23').text('</timestamp></header>');
  bytes
    .text('<map>')
    .whole(8, ...new Array<number>(14).fill(0))
    .text('</map>');
  bytes
    .text('<variable_types>')
    .whole(2, ...variables.map(({ type }) => type))
    .text('</variable_types>');
  bytes.text('<varnames>');
  for (const { name } of variables) bytes.field(name, nameWidth);
  bytes
    .text('</varnames><sortlist>')
    .whole(countWidth, ...variables.map(() => 0), 0)
    .text('</sortlist><formats>');
  for (const { format } of variables) bytes.field(format ?? '%9.0g', release === 117 ? 49 : 57);
  bytes.text('</formats><value_label_names>');
  for (const { set } of variables) bytes.field(set ?? '', nameWidth);
  bytes.text('</value_label_names><variable_labels>');
  for (const variable of variables) bytes.field(variable.label ?? '', release === 117 ? 81 : 321);
  bytes.text('</variable_labels><characteristics>');
  for (const text of spec.characteristics ?? [])
    bytes.text('<ch>').whole(4, text.length).text(text).text('</ch>');
  bytes.text('</characteristics><data>').add(spec.data).text('</data><strls>');
  for (const { v, o, text, type = 130, length = text.length + (type === 130 ? 1 : 0) } of longTexts) {
    bytes
      .text('GSO')
      .whole(4, v)
      .whole(release === 117 ? 4 : 8, o)
      .whole(1, type)
      .whole(4, length);
    bytes.text(type === 130 ? `${text}\0` : text);
  }
  bytes.text('</strls><value_labels>');
  for (const { name, labels } of sets) {
    bytes
      .text('<lbl>')
      .add(labelTable(name, labels, nameWidth, littleEndian))
      .text('</lbl>');
  }
  return bytes.text('</value_labels></stata_dta>').bytes();
}

function labelTable(
  name: string,
  labels: readonly (readonly [number, string])[],
  nameWidth: number,
  littleEndian: boolean,
): DtaBytes {
  const texts = labels.map(([, label]) => `${label}\0`).join('');
  const offsets = labels.map((_, index) =>
    labels.slice(0, index).reduce((sum, [, { length }]) => sum + length + 1, 0),
  );
  return new DtaBytes(littleEndian)
    .whole(4, 8 + labels.length * 8 + texts.length)
    .field(name, nameWidth)
    .text('\0\0\0')
    .whole(4, labels.length, texts.length, ...offsets, ...labels.map(([value]) => value))
    .text(texts);
}
