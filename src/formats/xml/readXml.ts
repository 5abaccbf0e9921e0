import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { phrase, type Said } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';

export type XmlAttributes = Readonly<Record<string, string>>;

/** What is heard while a document is read; names are without their prefix. */
export interface XmlListener {
  readonly open?: (name: string, attributes: XmlAttributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const mostDepth = 200;
/** Of one element. */
const mostAttributes = 1000;
/** A text or an attribute longer than this is none that a survey has. */
const longestToken = 32 * 1024 * 1024;

/**
 * Reads XML piece by piece; call `write` for each piece and `end` at its end. This is the one module that
 * knows saxes, which resolves nothing: a document that declares a type (and with it entities) is refused.
 *
 * @throws Problem `file.damaged`, with `part` as the place.
 */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: false });
  readonly #decoder: InstanceType<typeof TextDecoder>;
  readonly #problem: (detail: Said) => Problem;
  #depth = 0;
  #attributes = 0;
  /** Bytes since the last token ended. */
  #waiting = 0;

  constructor(file: string, part: string, { open, close, text }: XmlListener, encoding = 'utf-8') {
    this.#decoder = decoderFor(encoding);
    this.#problem = (detail) => new Problem('file.damaged', { file, place: part, detail });
    this.#parser.on('doctype', () => {
      throw this.#problem(phrase('documentType'));
    });
    this.#parser.on('attribute', () => {
      if (++this.#attributes > mostAttributes) throw this.#problem(phrase('tooManyAttributes'));
    });
    this.#parser.on('opentag', ({ name, attributes }) => {
      this.#waiting = 0;
      this.#attributes = 0;
      if (++this.#depth > mostDepth) throw this.#problem(phrase('nestedTooDeep'));
      open?.(local(name), attributes);
    });
    this.#parser.on('closetag', ({ name }) => {
      this.#waiting = 0;
      this.#depth--;
      close?.(local(name));
    });
    if (text !== undefined) {
      this.#parser.on('text', text);
      this.#parser.on('cdata', text);
    }
  }

  write(bytes: Uint8Array): void {
    this.#waiting += bytes.length;
    if (this.#waiting > longestToken) throw this.#problem(phrase('xmlTextTooLong'));
    this.#listen(() => this.#parser.write(this.#decoder.decode(bytes, { stream: true })));
  }

  end(): void {
    this.#listen(() => this.#parser.write(this.#decoder.decode()).close());
  }

  #listen(parse: () => void): void {
    try {
      parse();
    } catch (error) {
      if (error instanceof Problem) throw error;
      // saxes throws plain errors for what is not well-formed; mistakes of ours are of other kinds.
      if (error instanceof Error && error.constructor === Error) throw this.#problem(error.message);
      throw error;
    }
  }
}

/** What the declaration names; UTF-8, which nearly all are, where it names what is not known. */
function decoderFor(encoding: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding);
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder('utf-8');
    throw error;
  }
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
