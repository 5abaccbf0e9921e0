/** 1 January 1980, the first day that a ZIP file knows. */
const firstDate = 0x21;
const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfCentral = 0x06054b50;

/**
 * The same ZIP file with one date for all its entries: the same content gives the same bytes. Source: PKWARE's
 * APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16; without comment and ZIP64.
 */
export function fixedZipDates(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  if (view.getUint32(end, true) !== endOfCentral) throw new Error('A ZIP file with a comment');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const stamp = (place: number): void => {
    view.setUint16(place, 0, true);
    view.setUint16(place + 2, firstDate, true);
  };
  for (let entry = 0; entry < count; entry++) {
    if (view.getUint32(at, true) !== centralHeader) throw new Error('No entry where one should be');
    stamp(at + 12);
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== localHeader) throw new Error('No header where one should be');
    stamp(local + 10);
    at += 46 + [28, 30, 32].reduce((sum, offset) => sum + view.getUint16(at + offset, true), 0);
  }
  return bytes;
}
