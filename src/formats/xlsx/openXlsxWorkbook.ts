import { phrase, type Said } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { OpenFile } from '../openFile.ts';
import { XmlReader, type XmlListener } from '../xml/readXml.ts';
import { inflateEntry } from '../zip/inflateEntry.ts';
import { readZipEntries, type ZipEntry } from '../zip/zipArchive.ts';
import { CellStyles } from './cellStyles.ts';
import { longestText, rowOf, SheetReader, textTooLong, unescaped } from './sheetReader.ts';
import { mostRows } from './sheetRow.ts';
import type { SheetBlock, Workbook, WorkbookSheet } from './workbook.ts';

/** A part that is read whole: everything but the sheets and the texts. */
const mostPartBytes = 64 * 1024 * 1024;
/** The texts of all cells are in memory at once. */
const mostTextBytes = 512 * 1024 * 1024;
/** Different texts that a workbook may list; more where each takes a byte of the packed file, as different ones do. */
const textsAnyway = 1_000_000;
const mostTexts = 20_000_000;

interface Target {
  readonly type: string;
  readonly path: string;
}

/**
 * Opens a workbook of Excel 2007 and later (ECMA-376). Texts and styles are read here, sheets when they are asked for,
 * as a stream: memory does not grow with their rows.
 *
 * @throws Problem as `readZipEntries`, `inflateEntry`, `XmlReader`; `file.unsupported` for `.xlsb`;
 * `file.damaged` where a part is missing.
 */
export async function openXlsxWorkbook(open: OpenFile): Promise<Workbook> {
  const archive = new Parts(open);
  const path = targetOf(await archive.targets('', '_rels/.rels'), 'officeDocument') ?? 'xl/workbook.xml';
  if (path.endsWith('.bin')) {
    throw new Problem('file.unsupported', {
      file: open.path,
      feature: phrase('binaryWorkbook'),
      advice: phrase('saveAsXlsx'),
    });
  }
  if (!path.includes('workbook')) {
    throw new Problem('file.unsupported', {
      file: open.path,
      feature: phrase('officeDocument'),
      advice: phrase('askForXlsxOrCsv'),
    });
  }
  const { listed, from1904 } = await readWorkbook(archive, path);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const targets = await archive.targets(folder, `${folder}_rels/${path.slice(folder.length)}.rels`);
  const strings = await readStrings(archive, targetOf(targets, 'sharedStrings'));
  const styles = new CellStyles();
  const stylesPath = targetOf(targets, 'styles');
  if (stylesPath !== undefined && archive.has(stylesPath)) await archive.read(stylesPath, styles.listener);
  const sheets: WorkbookSheet[] = [];
  const read = new Set<string>();
  for (const { name, id, hidden } of listed) {
    const target = targets.get(id);
    if (target?.type !== 'worksheet') continue;
    if (read.has(target.path)) throw archive.damaged(target.path, phrase('sheetTwice'));
    read.add(target.path);
    const entry = archive.entry(target.path);
    const reader = (): SheetReader =>
      new SheetReader(strings, styles, (detail) => archive.damaged(target.path, detail));
    sheets.push({
      name,
      hidden,
      rows: await statedRows(archive, entry, reader()),
      read: () => readSheet(archive, entry, reader()),
    });
  }
  return { path: open.path, format: 'xlsx', sheets, from1904 };
}

async function* readSheet(archive: Parts, entry: ZipEntry, reader: SheetReader): AsyncGenerator<SheetBlock> {
  const xml = new XmlReader(archive.file, entry.name, reader.listener);
  for await (const { bytes, fraction } of archive.pieces(entry)) {
    xml.write(bytes);
    yield { rows: reader.take(), merged: reader.merged, fraction };
  }
  xml.end();
  yield { rows: reader.take(), merged: reader.merged, fraction: 1 };
}

/** The extent stands before the rows, if at all. */
async function statedRows(archive: Parts, entry: ZipEntry, reader: SheetReader): Promise<number | null> {
  const xml = new XmlReader(archive.file, entry.name, reader.listener);
  for await (const { bytes } of archive.pieces(entry)) {
    xml.write(bytes.subarray(0, 16 * 1024));
    break;
  }
  const end = reader.extent.split(':')[1];
  const last = end === undefined ? 0 : rowOf(end);
  return last >= 1 && last <= mostRows ? last - 1 : null;
}

interface ListedSheet {
  readonly name: string;
  readonly id: string;
  readonly hidden: boolean;
}

async function readWorkbook(
  archive: Parts,
  path: string,
): Promise<{ readonly listed: ListedSheet[]; readonly from1904: boolean }> {
  const listed: ListedSheet[] = [];
  let from1904 = false;
  await archive.read(path, {
    open: (element, attributes) => {
      if (element === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904']);
      if (element !== 'sheet') return;
      const id = Object.keys(attributes).find((key) => key === 'id' || key.endsWith(':id'));
      listed.push({
        name: attributes['name'] ?? '',
        id: id === undefined ? '' : attributes[id],
        hidden: (attributes['state'] ?? 'visible') !== 'visible',
      });
    },
  });
  return { listed, from1904 };
}

async function readStrings(archive: Parts, path: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (path === undefined || !archive.has(path)) return strings;
  const most = Math.min(mostTexts, Math.max(textsAnyway, archive.entry(path).compressedSize));
  let text = '';
  let listening = false;
  let phonetic = 0;
  const listener: XmlListener = {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic++;
      else if (name === 't') listening = phonetic === 0;
    },
    text: (piece) => {
      if (!listening) return;
      text += piece;
      if (text.length > longestText) throw archive.damaged(path, textTooLong);
    },
    close: (name) => {
      if (name === 't') listening = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si' && strings.push(unescaped(text)) > most) {
        throw new Problem('file.unsupported', {
          file: archive.file,
          feature: phrase('hugeTextList', { count: most }),
          advice: phrase('saveSheetAsCsv'),
        });
      }
    },
  };
  await archive.read(path, listener, mostTextBytes);
  return strings;
}

function targetOf(targets: ReadonlyMap<string, Target>, type: string): string | undefined {
  return [...targets.values()].find((target) => target.type === type)?.path;
}

/** The parts of a workbook, by their paths. */
class Parts {
  readonly file: string;
  readonly #open: OpenFile;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  constructor(open: OpenFile) {
    this.file = open.path;
    this.#open = open;
    this.#entries = readZipEntries(open);
  }

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  entry(path: string): ZipEntry {
    const entry = this.#entries.get(path);
    if (entry === undefined) throw this.damaged(path, phrase('notInWorkbook'));
    return entry;
  }

  pieces(entry: ZipEntry): ReturnType<typeof inflateEntry> {
    return inflateEntry(this.#open, entry);
  }

  async read(path: string, listener: XmlListener, mostBytes = mostPartBytes): Promise<void> {
    const entry = this.entry(path);
    if (entry.size > mostBytes) throw this.damaged(path, phrase('unpacksTo', { count: entry.size }));
    const xml = new XmlReader(this.file, path, listener);
    for await (const { bytes } of this.pieces(entry)) xml.write(bytes);
    xml.end();
  }

  /** What the parts in `folder` mean by their relationship ids; the last word of a type names it. */
  async targets(folder: string, path: string): Promise<ReadonlyMap<string, Target>> {
    const targets = new Map<string, Target>();
    if (!this.has(path)) return targets;
    await this.read(path, {
      open: (name, { Id, Type, Target }) => {
        if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
        targets.set(Id, { type: (Type ?? '').replace(/^.*\//, ''), path: resolved(folder, Target) });
      },
    });
    return targets;
  }

  damaged(place: Said, detail: Said): Problem {
    return new Problem('file.damaged', { file: this.file, place, detail });
  }
}

function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
