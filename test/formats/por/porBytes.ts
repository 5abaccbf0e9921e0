/** Writes portable files by hand after the PSPP Developers Guide. */
const table =
  '0'.repeat(64) +
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz .' +
  '<(+|&[]!$*);^-/|,%_>?`:$@\'="000000~-0000123456789000-()0{}\\'.padEnd(128, '0');

export interface PorLayout {
  readonly lineEnd?: string;
  /** Whether spaces at the end of lines are cut off, as editors and mail do. */
  readonly cut?: boolean;
  readonly lineLength?: number;
  /** Turns each character into a byte of another character set. */
  readonly encode?: (character: string) => number;
}

/** A number in base 30, whole. */
export function base30(value: number): string {
  return `${value.toString(30).toUpperCase()}/`;
}

export function text(value: string): string {
  return `${base30(value.length)}${value}`;
}

export function numeric(name: string, format = 5): string {
  return `70/${text(name)}${base30(format)}8/0/${base30(format)}8/0/`;
}

/** The header, the records, the rows, and Z up to the end of the line. */
export function porFile(records: string, rows: string, layout: PorLayout = {}): Uint8Array {
  const { lineEnd = '\r\n', cut = false, lineLength = 80, encode } = layout;
  const splash = 'ASCII SPSS PORT FILE'.padEnd(40).repeat(5);
  const content = `${splash}${table}SPSSPORTA${text('20080101')}${text('120000')}${records}F${rows}Z`;
  const whole = content.padEnd(Math.ceil(content.length / 80) * 80, 'Z');
  const lines = whole.match(new RegExp(`[^]{1,${lineLength}}`, 'g')) ?? [];
  const joined = lines.map((line) => (cut ? line.replace(/ +$/, '') : line) + lineEnd).join('');
  if (encode === undefined) return Uint8Array.from(Buffer.from(joined, 'latin1'));
  return Uint8Array.from(joined, (character, index) =>
    index < 40 || '\r\n'.includes(character) ? character.charCodeAt(0) : encode(character),
  );
}
