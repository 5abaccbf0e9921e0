import { TextDecoder } from 'node:util';

/** Turns a file's bytes into text. What its format pads with at the end is dropped. */
export interface TextEncoding {
  /** As WHATWG names it, or `ibm437`, `ibm850`, `ibm852`. */
  readonly name: string;
  decode(bytes: Uint8Array): string;
}

/**
 * An encoding by any label that WHATWG knows; `null` for others, and for UTF-16, in which the ASCII parts of
 * the survey formats could not stand. Bytes are decoded as they are; a character that was cut through at the
 * end is dropped, not shown as U+FFFD, because programs cut labels to a length in bytes.
 */
export function textEncoding(label: string): TextEncoding | null {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { ignoreBOM: true });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  if (decoder.encoding.startsWith('utf-16')) return null;
  const decode = (bytes: Uint8Array): string => {
    const text = decoder.decode(bytes);
    if (!text.endsWith('\uFFFD')) return text;
    const whole = decoder.decode(bytes, { stream: true });
    decoder.decode();
    return whole;
  };
  return { name: decoder.encoding, decode };
}

/** The same encoding for texts that are padded with spaces or NULs. */
export function paddedEncoding({ name, decode }: TextEncoding): TextEncoding {
  return { name, decode: (bytes) => decode(withoutPadding(bytes)) };
}

export function withoutPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--;
  return bytes.subarray(0, end);
}
