import { phrase, type Said } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { atByte, partPhrase, type Part } from '../atByte.ts';
import type { OpenFile } from '../openFile.ts';

const readBytes = 64 * 1024;
const lineLength = 80;
const carriageReturn = 13;
const lineFeed = 10;
const space = 0x20;
/** No text in SPSS is longer, and no blank line is so wide. */
const longestText = 32767;
const mostBlanks = 4096;

/** The largest power of 30 that a double holds exactly is the 13th. */
const exactPowers = Array.from({ length: 14 }, (_, exponent) => 30 ** exponent);

/**
 * Reads the characters of a portable file forwards: lines are joined, those that were cut short are filled up
 * with spaces to 80, and characters are translated. Line ends may be CR LF, LF or CR, longer lines are taken as
 * they are. Source: PSPP Developers Guide, "Portable File Characters" and the chapters after it.
 */
export class PorReader {
  readonly file: string;
  readonly size: number;
  readonly #open: OpenFile;
  readonly #raw = new Uint8Array(readBytes);
  #rawEnd = 0;
  #rawNext = 0;
  /** Characters of this line, the spaces still to be filled in, and the byte before the next. */
  #column = 0;
  #filling = 0;
  #previous = 0;
  #fileOffset = 0;
  #translation: Uint8Array | null = null;
  /** The next character, or -1 behind the end of the file. */
  next = 0;

  constructor(open: OpenFile) {
    this.#open = open;
    this.file = open.path;
    this.size = open.size;
    this.next = this.#read();
  }

  /** Offset in the file behind the next character. */
  get offset(): number {
    return this.#fileOffset - (this.#rawEnd - this.#rawNext);
  }

  /** To be set at once behind the table of the header. */
  translate(translation: Uint8Array | null): void {
    this.#translation = translation;
    if (translation !== null && this.next >= 0) this.next = translation[this.next];
  }

  advance(): void {
    const byte = this.#read();
    this.next = byte >= 0 && this.#translation !== null ? this.#translation[byte] : byte;
  }

  /** Whether `letter` was next; it is taken then. */
  match(letter: string): boolean {
    if (this.next !== letter.charCodeAt(0)) return false;
    this.advance();
    return true;
  }

  bytes(length: number, what: Part): Uint8Array {
    const taken = new Uint8Array(length);
    for (let index = 0; index < length; index++) {
      if (this.next < 0) throw this.cutOff(what);
      taken[index] = this.next;
      this.advance();
    }
    return taken;
  }

  /**
   * A number in base 30: sign, digits 0–9 A–T, a point, an exponent of 30, and a `/`. NaN for `*.`, which is
   * system-missing. Where digits and power are exact in a double the result is the nearest double.
   */
  number(what: Part): number {
    this.#skipBlanks(what);
    if (this.match('*')) {
      if (this.next < 0) throw this.cutOff(what);
      this.advance();
      return NaN;
    }
    const negative = this.match('-');
    let digits = 0;
    let exponent = 0;
    let any = false;
    let pointSeen = false;
    for (;;) {
      const digit = digitOf(this.next);
      if (digit >= 0) {
        any = true;
        if (digits > Number.MAX_VALUE / 60) exponent++;
        else digits = digits * 30 + digit;
        if (pointSeen) exponent--;
      } else if (this.next === 0x2e && !pointSeen) {
        pointSeen = true;
      } else {
        break;
      }
      this.advance();
    }
    if (this.next === 0x2b || this.next === 0x2d) exponent += this.#exponent();
    if (this.next < 0) throw this.cutOff(what);
    if (!any || this.next !== 0x2f) throw this.damaged(what, phrase('numberThatIsNone'));
    this.advance();
    const value = scaled(digits, exponent);
    return negative ? -value : value;
  }

  integer(what: Part, least: number, most: number): number {
    const value = this.number(what);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw this.damaged(what, phrase('numberBeyond', { value, least, most }));
  }

  /** How many of something that takes `bytesEach` in the file at least. */
  count(what: Part, bytesEach: number): number {
    return this.integer(what, 0, Math.floor(this.size / bytesEach));
  }

  /** A text that follows its length. */
  text(what: Part): Uint8Array {
    return this.bytes(this.integer(what, 0, longestText), what);
  }

  cutOff(what: Part): Problem {
    return new Problem('file.truncated', {
      file: this.file,
      expected: partPhrase(what),
      found: phrase('nothingAfter', { offset: this.size }),
    });
  }

  damaged(what: Part, detail: Said): Problem {
    return new Problem('file.damaged', { file: this.file, place: atByte(this.offset, what), detail });
  }

  #exponent(): number {
    const sign = this.next === 0x2d ? -1 : 1;
    let exponent = 0;
    for (this.advance(); digitOf(this.next) >= 0; this.advance()) {
      exponent = Math.min(1e6, exponent * 30 + digitOf(this.next));
    }
    return sign * exponent;
  }

  #skipBlanks(what: Part): void {
    for (let skipped = 0; this.next === space; skipped++) {
      if (skipped === mostBlanks) throw this.damaged(what, phrase('onlyBlanks'));
      this.advance();
    }
  }

  #read(): number {
    for (;;) {
      if (this.#filling > 0) {
        this.#filling--;
        return space;
      }
      if (this.#rawNext === this.#rawEnd) {
        this.#rawEnd = this.#open.readInto(this.#raw, 0, readBytes, this.#fileOffset);
        this.#fileOffset += this.#rawEnd;
        this.#rawNext = 0;
        if (this.#rawEnd === 0) return -1;
      }
      const byte = this.#raw[this.#rawNext++];
      const before = this.#previous;
      this.#previous = byte;
      if (byte === carriageReturn || (byte === lineFeed && before !== carriageReturn)) {
        this.#filling = Math.max(0, lineLength - this.#column);
        this.#column = 0;
      } else if (byte !== lineFeed) {
        this.#column++;
        return byte;
      }
    }
  }
}

function digitOf(character: number): number {
  if (character >= 0x30 && character <= 0x39) return character - 0x30;
  return character >= 0x41 && character <= 0x54 ? character - 0x37 : -1;
}

function scaled(digits: number, exponent: number): number {
  if (exponent === 0 || digits === 0) return digits;
  if (exponent > 0) return Math.min(Number.MAX_VALUE, digits * 30 ** exponent);
  // In two steps, because 30 to the power alone may be infinite.
  const once = Math.min(-exponent, 200);
  return (
    digits / (exactPowers[once] ?? 30 ** once) / (exactPowers[-exponent - once] ?? 30 ** (-exponent - once))
  );
}
