import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the list says that it unpacks to, where that is not the truth. */
  readonly statedSize?: number;
  readonly encrypted?: boolean;
}

/**
 * A ZIP archive, laid out by hand after PKWARE's APPNOTE 6.3; `stored`: not compressed; `zip64`: with sizes and places
 * as files of 4 GB have them.
 */
export function zipBytes(parts: readonly ZipPart[], { stored = false, zip64 = false } = {}): Buffer {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, content, statedSize, encrypted = false } of parts) {
    const bytes = Buffer.from(content);
    const packed = stored ? bytes : deflateRawSync(bytes);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    for (const [header, at] of [
      [local, 4],
      [entry, 6],
    ] as const) {
      header.writeUInt16LE(20, at);
      header.writeUInt16LE(encrypted ? 1 : 0, at + 2);
      header.writeUInt16LE(stored ? 0 : 8, at + 4);
      header.writeUInt32LE(crc32(bytes), at + 10);
      header.writeUInt32LE(packed.length, at + 14);
      header.writeUInt32LE(statedSize ?? bytes.length, at + 18);
      header.writeUInt16LE(Buffer.byteLength(name), at + 22);
    }
    entry.writeUInt32LE(offset, 42);
    const large = Buffer.alloc(zip64 ? 28 : 0);
    if (zip64) {
      large.writeUInt16LE(1, 0);
      large.writeUInt16LE(24, 2);
      [statedSize ?? bytes.length, packed.length, offset].forEach((value, at) =>
        large.writeBigUInt64LE(BigInt(value), 4 + 8 * at),
      );
      for (const at of [20, 24, 42]) entry.writeUInt32LE(0xffff_ffff, at);
      entry.writeUInt16LE(large.length, 30);
    }
    files.push(local, Buffer.from(name), packed);
    list.push(entry, Buffer.from(name), large);
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const length = list.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  if (!zip64) return Buffer.concat([...files, ...list, end]);
  const large = Buffer.alloc(76);
  large.writeUInt32LE(0x06064b50, 0);
  large.writeBigUInt64LE(BigInt(length), 40);
  large.writeBigUInt64LE(BigInt(offset), 48);
  large.writeUInt32LE(0x07064b50, 56);
  large.writeBigUInt64LE(BigInt(offset + length), 64);
  end.writeUInt32LE(0xffff_ffff, 12);
  end.writeUInt32LE(0xffff_ffff, 16);
  return Buffer.concat([...files, ...list, large, end]);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface HandSheet {
  readonly name: string;
  /** What stands inside `<worksheet>`. */
  readonly xml: string;
  readonly state?: string;
}

/** The parts of a workbook by hand (ECMA-376): `strings` are those that cells of type `s` point to. */
export function workbookParts(
  sheets: readonly HandSheet[],
  {
    strings = [],
    styles = '',
    from1904 = false,
  }: { strings?: string[]; styles?: string; from1904?: boolean } = {},
): ZipPart[] {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (inside: string): string =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  return [
    { name: '_rels/.rels', content: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${sheets
        .map(
          ({ name, state = 'visible' }, at) =>
            `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="s${at}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        sheets.map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('') +
          relation('t', 'sharedStrings', 'sharedStrings.xml') +
          relation('f', 'styles', 'styles.xml'),
      ),
    },
    {
      name: 'xl/sharedStrings.xml',
      content: `<sst xmlns="${main}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    },
    { name: 'xl/styles.xml', content: `<styleSheet xmlns="${main}">${styles}</styleSheet>` },
    ...sheets.map(({ xml }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: `<worksheet xmlns="${main}">${xml}</worksheet>`,
    })),
  ];
}

/** Rows of cells as XML: numbers as numbers, texts inline, `null` for no cell, what begins with `<` as it stands. */
export function sheetXml(rows: readonly (readonly (number | string | null)[])[]): string {
  const cells = (row: readonly (number | string | null)[], at: number): string =>
    row
      .map((cell, column) => {
        const place = `${String.fromCharCode(65 + column)}${at + 1}`;
        if (cell === null) return '';
        if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
        if (cell.startsWith('<')) return cell.replace('<c', `<c r="${place}"`);
        return `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`;
      })
      .join('');
  return `<sheetData>${rows.map((row, at) => `<row r="${at + 1}">${cells(row, at)}</row>`).join('')}</sheetData>`;
}
