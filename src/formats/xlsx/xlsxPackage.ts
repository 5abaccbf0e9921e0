import { ByteSink } from '../byteSink.ts';
import { xmlText } from '../xmlText.ts';
import { ZipWriter } from '../zip/zipWriter.ts';

/** The parts of a workbook, compressed into its file one after another. */
export class XlsxPackage {
  readonly #sink: ByteSink;
  readonly #zip: ZipWriter;

  constructor(path: string) {
    this.#sink = new ByteSink(path);
    this.#zip = new ZipWriter(path, this.#sink);
  }

  /** A part that `fill` writes; a promise where `fill` waits for rows. */
  async part(name: string, fill: (write: (text: string) => void) => Promise<void> | void): Promise<void> {
    await this.#zip.entry(name, async (write) => {
      write('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n');
      await fill(write);
    });
  }

  finish(): void {
    this.#zip.finish();
    this.#sink.close();
  }

  abandon(): void {
    this.#sink.abandon();
  }
}

/** The parts that say what the workbook consists of. */
export async function writeWorkbookParts(xlsx: XlsxPackage, sheets: readonly string[]): Promise<void> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  await xlsx.part('[Content_Types].xml', (write) =>
    write(
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${types}.worksheet+xml"/>`).join('')}</Types>`,
    ),
  );
  await xlsx.part('_rels/.rels', (write) =>
    write(
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
  );
  await xlsx.part('xl/workbook.xml', (write) =>
    write(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map((name, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    ),
  );
  await xlsx.part('xl/_rels/workbook.xml.rels', (write) =>
    write(
      `<Relationships xmlns="${packages}/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
  );
  await xlsx.part('xl/styles.xml', (write) => write(styles(main)));
}

/** Cell styles, by index: plain, date, moment, time, heading. */
export const cellStyle = { plain: 0, date: 1, datetime: 2, time: 3, heading: 4 } as const;

function styles(main: string): string {
  const formats = ['yyyy\\-mm\\-dd', 'yyyy\\-mm\\-dd\\ hh:mm:ss', '[h]:mm:ss'];
  const numbers = formats
    .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`)
    .join('');
  const dates = formats
    .map(
      (_, index) =>
        `<xf numFmtId="${164 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
    )
    .join('');
  return `<styleSheet xmlns="${main}"><numFmts count="3">${numbers}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${dates}<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;
}
