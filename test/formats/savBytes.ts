/** Writes `.sav` files byte by byte, so that a test can make what no program writes. Lies are up to the caller. */
export class SavBytes {
  readonly #littleEndian: boolean;
  readonly #parts: Uint8Array[] = [];

  constructor(littleEndian = true) {
    this.#littleEndian = littleEndian;
  }

  int32(...values: readonly number[]): this {
    return this.#numbers(values, 4, (view, at, value) => view.setInt32(at, value, this.#littleEndian));
  }

  float64(...values: readonly number[]): this {
    return this.#numbers(values, 8, (view, at, value) => view.setFloat64(at, value, this.#littleEndian));
  }

  int64(...values: readonly number[]): this {
    return this.#numbers(values, 8, (view, at, value) =>
      view.setBigInt64(at, BigInt(value), this.#littleEndian),
    );
  }

  raw(...bytes: readonly number[]): this {
    this.#parts.push(Uint8Array.from(bytes));
    return this;
  }

  /** Latin-1 text, padded with spaces to `length`. */
  text(text: string, length = text.length): this {
    this.#parts.push(Buffer.from(text.padEnd(length), 'latin1'));
    return this;
  }

  header(header: Partial<SavHeaderFields> = {}): this {
    const fields = { ...plainHeader, ...header };
    return this.text(fields.magic)
      .text('@(#) SPSS DATA FILE by hand', 60)
      .int32(fields.layout, fields.caseSize, fields.compression, fields.weight, fields.rows)
      .float64(fields.bias)
      .text('01 Mar 1112:00:00')
      .text(fields.label, 64)
      .raw(0, 0, 0);
  }

  /** A variable of one record: a number, or text of at most 8 bytes. */
  variable(name: string, fields: Partial<SavVariableFields> = {}): this {
    const { width, label, missingCode, missing, format } = { ...plainVariable, ...fields };
    this.int32(2, width, label === null ? 0 : 1, missingCode, format << 16, format << 16).text(name, 8);
    if (label !== null) {
      this.int32(label.length).text(label, Math.ceil(label.length / 4) * 4);
    }
    for (const value of missing) {
      if (typeof value === 'number') this.float64(value);
      else this.text(value, 8);
    }
    return this;
  }

  continuations(count: number): this {
    for (let index = 0; index < count; index++) this.int32(2, -1, 0, 0, 0, 0).text('', 8);
    return this;
  }

  valueLabels(labels: readonly (readonly [number | string, string])[], variables: readonly number[]): this {
    this.int32(3, labels.length);
    for (const [value, label] of labels) {
      if (typeof value === 'number') this.float64(value);
      else this.text(value, 8);
      this.raw(label.length).text(label, Math.ceil((label.length + 1) / 8) * 8 - 1);
    }
    return this.int32(4, variables.length, ...variables);
  }

  extension(subtype: number, size: number, content: SavBytes): this {
    const bytes = content.bytes();
    this.int32(7, subtype, size, bytes.length / size);
    this.#parts.push(bytes);
    return this;
  }

  integerInfo(codePage: number, floatingPoint = 1): this {
    return this.extension(3, 4, this.fresh().int32(1, 0, 0, -1, floatingPoint, 1, 2, codePage));
  }

  end(): this {
    return this.int32(999, 0);
  }

  fresh(): SavBytes {
    return new SavBytes(this.#littleEndian);
  }

  bytes(): Uint8Array {
    return Uint8Array.from(Buffer.concat(this.#parts));
  }

  #numbers(
    values: readonly number[],
    size: number,
    put: (view: DataView, at: number, value: number) => void,
  ): this {
    const view = new DataView(new ArrayBuffer(values.length * size));
    values.forEach((value, index) => put(view, index * size, value));
    this.#parts.push(new Uint8Array(view.buffer));
    return this;
  }
}

export const systemMissing = -Number.MAX_VALUE;

interface SavHeaderFields {
  readonly magic: string;
  readonly layout: number;
  readonly caseSize: number;
  readonly compression: number;
  readonly weight: number;
  readonly rows: number;
  readonly bias: number;
  readonly label: string;
}

interface SavVariableFields {
  readonly width: number;
  readonly label: string | null;
  readonly missingCode: number;
  readonly missing: readonly (number | string)[];
  readonly format: number;
}

const plainHeader: SavHeaderFields = {
  magic: '$FL2',
  layout: 2,
  caseSize: -1,
  compression: 0,
  weight: 0,
  rows: -1,
  bias: 100,
  label: '',
};

const plainVariable: SavVariableFields = { width: 0, label: null, missingCode: 0, missing: [], format: 5 };
