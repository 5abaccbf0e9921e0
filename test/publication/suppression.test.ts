import { expect, test } from 'vitest';
import { csvTable } from '#publishing/table/csvTable.ts';
import { docxTable } from '#publishing/table/docxTable.ts';
import { htmlTable } from '#publishing/table/htmlTable.ts';
import { textTable } from '#publishing/table/textTable.ts';
import { xlsxTable } from '#publishing/table/xlsxTable.ts';
import type { TableDocument } from '#presentation/tableDocument.ts';
import Papa from 'papaparse';
import { answeredTable, concernByRegion, concernDocumentOf, documentOf, smallSurvey } from './smallTables.ts';
import { unzip } from './unzip.ts';

/** Mulberry32. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function smallCounts(seed: number): number[][] {
  const next = random(seed);
  const [rows, columns] = [2 + Math.floor(next() * 2), 2 + Math.floor(next() * 3)];
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () =>
      next() < 0.4 ? 1 + Math.floor(next() * 4) : 10 + Math.floor(next() * 80),
    ),
  );
}

/** Every text that an export holds: all parts of the packages too, with properties and relations. */
async function everyText(document: TableDocument): Promise<string> {
  const packed = [await xlsxTable(document), await docxTable(document)].flatMap((bytes) => [
    ...unzip(bytes).values(),
  ]);
  return [...packed, htmlTable(document), textTable(document), csvTable(document)].join('\n');
}

const seeds = Array.from({ length: 12 }, (_, index) => index + 1);

test.each(['dhs', 'nchs'] as const)(
  'no figure that %s hides stands anywhere in an export',
  async (disclosure) => {
    let hidden = 0;
    for (const seed of seeds) {
      const file = smallSurvey(smallCounts(seed));
      const answered = await answeredTable(file, disclosure);
      const truth = await answeredTable(file, 'none');
      const text = await everyText(documentOf(answered));
      const figuresOf = ({ result }: typeof truth): { share: number | null; figures: number[] }[] =>
        result.items[0].lines.flatMap(({ cells }) =>
          cells.map(({ ofColumn }) => ({
            share: ofColumn?.estimate ?? null,
            figures: [ofColumn?.estimate, ofColumn?.ciLow, ofColumn?.ciHigh, ofColumn?.se].flatMap(
              (figure) => (typeof figure === 'number' ? [figure] : []),
            ),
          })),
        );
      // The standard error of a share is that of its complement, which may be shown.
      const digits = (figure: number): string => String(figure).slice(0, 11);
      const shown = new Set(figuresOf(answered).flatMap(({ figures }) => figures.map(digits)));
      figuresOf(truth).forEach(({ figures }, index) => {
        if (figuresOf(answered)[index].share !== null) return;
        hidden++;
        // Full numbers, as a spreadsheet holds them: shares with few digits may be those of other cells.
        const told = figures
          .map(digits)
          .filter((each) => each.length === 11 && !shown.has(each) && text.includes(each));
        expect(told).toEqual([]);
      });
    }
    expect(hidden).toBeGreaterThan(10);
  },
  60_000,
);

test('a group that confidentiality hides cannot be worked out from the others and all together', async () => {
  let hidden = 0;
  for (const seed of seeds) {
    const [concerned, others] = smallCounts(seed);
    const result = await concernByRegion(smallSurvey([concerned, others]), 'confidentiality');
    const { data } = Papa.parse<Record<string, string>>(csvTable(concernDocumentOf(result)).slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    const shareOf = (row: string): number | null => {
      const line = data.find((each) => each.row === row && each.statistic === 'figure');
      return line === undefined || line.value === '' ? null : Number(line.value);
    };
    const shares = concerned.map((_, group) => shareOf(`${String.fromCharCode(65 + group)} ${group + 1}`));
    concerned.forEach((count, group) => {
      if (shares[group] !== null) {
        expect(shares[group]).toBeCloseTo(count / (count + others[group]), 10);
        expect(Math.min(count, others[group])).toBeGreaterThanOrEqual(5);
      } else hidden++;
    });
    // One unknown in one equation is known.
    if (shareOf('All') !== null) expect(shares.filter((share) => share === null)).not.toHaveLength(1);
  }
  expect(hidden).toBeGreaterThan(10);
});
