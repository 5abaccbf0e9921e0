import type { DtaVersion } from './dtaVersion.ts';

/** How a variable is kept in a row. */
export interface DtaType {
  readonly kind: 'byte' | 'int' | 'long' | 'float' | 'double' | 'text' | 'longText';
  /** Bytes in a row. */
  readonly width: number;
}

const numbers = {
  byte: { kind: 'byte', width: 1 },
  int: { kind: 'int', width: 2 },
  long: { kind: 'long', width: 4 },
  float: { kind: 'float', width: 4 },
  double: { kind: 'double', width: 8 },
} as const;

const letters: Readonly<Record<string, DtaType>> = {
  b: numbers.byte,
  i: numbers.int,
  l: numbers.long,
  f: numbers.float,
  d: numbers.double,
};

const byteCodes: Readonly<Record<number, DtaType>> = {
  251: numbers.byte,
  252: numbers.int,
  253: numbers.long,
  254: numbers.float,
  255: numbers.double,
};

const wordCodes: Readonly<Record<number, DtaType>> = {
  65530: numbers.byte,
  65529: numbers.int,
  65528: numbers.long,
  65527: numbers.float,
  65526: numbers.double,
  32768: { kind: 'longText', width: 8 },
};

const widestText = { letters: 128, bytes: 244, words: 2045 } as const;

/** The type of a code, or `null` where the version has no such code. */
export function dtaType(code: number, { types }: DtaVersion): DtaType | null {
  const number =
    types === 'words'
      ? wordCodes[code]
      : types === 'bytes'
        ? byteCodes[code]
        : letters[String.fromCharCode(code)];
  if (number !== undefined) return number;
  const width = types === 'letters' ? code - 127 : code;
  return width >= 1 && width <= widestText[types] ? { kind: 'text', width } : null;
}
