/**
 * The characters that a portable file's table puts at positions 64 to 187, from "0" on. Positions before are
 * controls, those behind are reserved. Where several positions share a byte, the first counts.
 * Source: PSPP Developers Guide, "Portable File Header".
 */
const characters =
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz .' +
  '<(+|&[]!$*);^-/|,%_>?`:£@\'="≤□±■°†~–└┌≥0123456789┘┐≠—⁽⁾⸸{}\\¢•';
const firstPosition = 64;
const zeroPosition = 64;
export const tableBytes = 256;

/**
 * How bytes of the file become ASCII: `null` where the table is ASCII's own, as nearly always; then bytes beyond
 * ASCII keep their meaning. Else one byte for each: what the table does not name, or names outside ASCII, is "?".
 */
export function porTranslation(table: Uint8Array): Uint8Array | null {
  const named = [...characters].map((character, index) => ({
    character,
    byte: table[firstPosition + index],
    position: firstPosition + index,
  }));
  const isAscii = named.slice(0, 64).every(({ character, byte }) => byte === character.charCodeAt(0));
  if (isAscii) return null;
  const translation = new Uint8Array(tableBytes).fill(0x3f);
  // A position that the file leaves open holds its "0".
  const open = table[zeroPosition];
  for (const { character, byte, position } of named.toReversed()) {
    const code = character.charCodeAt(0);
    if (byte === open && position !== zeroPosition) continue;
    translation[byte] = code < 128 ? code : 0x3f;
  }
  return translation;
}
