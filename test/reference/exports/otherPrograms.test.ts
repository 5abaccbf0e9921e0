import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reader } from '#contract/language.ts';
import { asked } from '../../helpers/asked.ts';
import { freedomsWith, matrixWith, prioritiesWith, tableWith, teaching } from '../code/studies.ts';

/*
 * The tables of every room as other programs read them: LibreOffice the workbook and the document, R (readxl) the
 * workbook's numbers, R and PSPP the CSV. Each must find the figures that the clipboard's text has.
 */
const here = (program: string, ...parameters: string[]): boolean => !spawnSync(program, parameters).error;
const hasOffice = here('soffice', '--version');
const hasReadxl =
  spawnSync('Rscript', ['--vanilla', '-e', 'stopifnot(requireNamespace("readxl", quietly = TRUE))'])
    .status === 0;
const hasPspp = here('pspp', '--version');
if (!hasOffice) console.warn('not opened in LibreOffice: it is not here');

const rooms = {
  matrix: matrixWith({}),
  freedoms: freedomsWith({}),
  priorities: prioritiesWith({}),
  tables: tableWith({
    rows: [{ kind: 'variable', name: 'education' }],
    columns: [['division']],
  }),
};
const readers: Readonly<Record<string, Reader>> = {
  English: { language: 'en', digits: 'western' },
  French: { language: 'fr', digits: 'western' },
  Bangla: { language: 'bn', digits: 'bangla' },
};

const folder = mkdtempSync(join(tmpdir(), 'larger-freedom-exports-'));
let study: string;
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(async () => {
  ({ study } = await teaching('bangladesh', join(folder, 'studies'), 4));
});

async function written(
  room: keyof typeof rooms,
  format: 'xlsx' | 'docx' | 'csv',
  reader: Reader,
): Promise<{ file: string; shown: readonly string[] }> {
  const publication = { study, survey: null, definition: rooms[room], reader };
  const file = join(folder, `${room}-${reader.language}.${format}`);
  await asked('publication.table', { ...publication, format, to: file, replace: true });
  const { text } = await asked('publication.clipboard', publication);
  // With a per cent sign: figures, not numbers of variables; between tabs: of the table, not of what is said of it.
  const cells = text
    .split('\n')
    .filter((line) => line.includes('\t'))
    .join('\n');
  const shown = [...cells.matchAll(/[\d০-৯]+(?:[.,][\d০-৯]+)?[\u00a0\u202f]?%/gu)].map(([figure]) => figure);
  expect(shown.length).toBeGreaterThan(8);
  return { file, shown };
}

function convert(file: string, to: string): string {
  const out = join(folder, 'converted');
  mkdirSync(out, { recursive: true });
  const { status, stderr } = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'office')).href}`,
      ...['--headless', '--convert-to', to, '--outdir', out, file],
    ],
    { encoding: 'utf8', timeout: 120_000 },
  );
  expect(status, stderr).toBe(0);
  // One file for each sheet.
  const stem = basename(file).replace(/\.\w+$/, '');
  const made = readdirSync(out).filter((name) => name.startsWith(stem));
  const content = made.map((name) => readFileSync(join(out, name), 'utf8')).join('\n');
  for (const name of made) rmSync(join(out, name));
  return content;
}

/** Without spaces of any kind, which each program breaks lines at as it likes. */
const packed = (text: string): string => text.replaceAll(/\s/gu, '');

describe.runIf(hasOffice)('LibreOffice finds every figure', { timeout: 240_000 }, () => {
  for (const room of Object.keys(rooms) as (keyof typeof rooms)[]) {
    it(`of ${room} in the Word document, in three languages`, async () => {
      for (const reader of Object.values(readers)) {
        const { file, shown } = await written(room, 'docx', reader);
        const read = packed(convert(file, 'txt:Text (encoded):UTF8'));
        expect(shown.filter((figure) => !read.includes(packed(figure)))).toEqual([]);
      }
    });
    it(`of ${room} in the workbook, as it shows them`, async () => {
      const { file, shown } = await written(room, 'xlsx', readers.English);
      const read = packed(
        convert(file, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1'),
      );
      expect(shown.filter((figure) => !read.includes(packed(figure)))).toEqual([]);
    });
  }
});

it.runIf(hasReadxl)('readxl finds the workbook’s shares as numbers', { timeout: 120_000 }, async () => {
  const { file, shown } = await written('priorities', 'xlsx', readers.English);
  const script = `file <- ${JSON.stringify(file)}
    for (sheet in readxl::excel_sheets(file)) {
      x <- readxl::read_excel(file, sheet = sheet, col_names = FALSE, col_types = "list", .name_repair = "minimal")
      n <- unlist(lapply(x, function(column) Filter(is.numeric, column)))
      if (length(n) > 0) cat(format(n, digits = 17), sep = "\\n")
      cat("\\n")
    }`;
  const { stdout, status, stderr } = spawnSync('Rscript', ['--vanilla', '-e', script], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  const numbers = stdout.trim().split('\n').map(Number);
  const missing = shown.filter(
    (figure) => !numbers.some((number) => Math.abs(100 * number - Number.parseFloat(figure)) <= 0.5000001),
  );
  expect(missing).toEqual([]);
});

it.runIf(hasPspp)(
  'PSPP reads the CSV with the number of lines and figures that it has',
  { timeout: 60_000 },
  async () => {
    const { file } = await written('tables', 'csv', readers.English);
    const { data } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8').replace('\ufeff', ''), {
      header: true,
      skipEmptyLines: true,
    });
    const names = Object.keys(data[0]);
    const syntax = join(folder, 'read.sps');
    const variables = names.map((_, index) => `v${index} A2000`).join(' ');
    writeFileSync(
      syntax,
      `GET DATA /TYPE=TXT /FILE='${file}' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS=',' /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=${variables}.\nSHOW N.\nDESCRIPTIVES /VARIABLES=ALL.\nSAVE TRANSLATE /OUTFILE='${join(folder, 'read.csv')}' /TYPE=CSV /REPLACE.\n`,
    );
    const { status, stdout } = spawnSync('pspp', [syntax], { encoding: 'utf8' });
    expect(status, stdout).toBe(0);
    const again = Papa.parse<string[]>(readFileSync(join(folder, 'read.csv'), 'utf8'), {
      skipEmptyLines: true,
    });
    const trimmed = again.data.map((line) => line.map((cell) => cell.trimEnd()));
    expect(trimmed).toEqual(data.map((line) => names.map((name) => line[name].trimEnd())));
  },
);
