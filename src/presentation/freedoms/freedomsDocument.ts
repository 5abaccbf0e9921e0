import type { Shown } from '#contract/estimate.ts';
import type { FreedomsResult } from '#contract/freedoms.ts';
import { countCell, emptyCell, estimateCell, head, label, share } from '../documentCells.ts';
import type { DocumentCell, DocumentRow, DocumentTable } from '../tableDocument.ts';
import type { Formats } from '../text/createFormats.ts';
import { reasonsOnce } from '../text/missingReason.ts';
import type { Translate } from '../text/translator.ts';
import { countShown, countText } from './countsGrid.ts';
import { splitRows, splitWords } from './splitRows.ts';

/** The split with its groups, and the number of fear by the number of want concerns. */
export function freedomsDocument(
  result: FreedomsResult,
  t: Translate,
  formats: Formats,
): readonly DocumentTable[] {
  const hidden = result.split[0].shown === 'suppressed';
  return [splitTable(result, t, formats), ...(hidden ? [] : [countsTable(result, t, formats)])];
}

function splitTable(result: FreedomsResult, t: Translate, formats: Formats): DocumentTable {
  const printed = splitRows(result, formats, splitWords(t));
  const reasons = reasonsOnce(printed.flatMap(({ cells }) => cells.map(({ why }) => why)));
  const rows = printed.map((row, index): DocumentRow => ({
    kind: index === 0 ? 'total' : 'category',
    labels: [...(result.by ? [label(row.letter)] : []), label(row.label)],
    cells: [
      ...row.cells.map((cell) =>
        estimateCell(
          {
            ...cell,
            text: withSign(cell.text, cell.estimate, row.shown, t, formats),
            shown: cell.estimate === null ? 'suppressed' : row.shown,
            format: share(),
          },
          { letters: cell.letters, why: cell.why, reasons },
        ),
      ),
      countCell(row.n, t('matrix.suppressed'), formats),
    ],
  }));
  return {
    name: t('freedoms.splitTitle'),
    labelHeads: result.by ? ['', t('freedoms.group')] : [t('freedoms.group')],
    heads: [
      [
        ...printed[0].cells.map(({ part }) => head(t(`freedoms.parts.${part}`))),
        head(t('freedoms.respondents')),
      ],
    ],
    columnCount: printed[0].cells.length + 1,
    sections: [{ heading: '', problem: '', rows }],
  };
}

/** A pasted 9.1 is 910 % to a spreadsheet: each figure has its own sign. */
function withSign(
  text: string,
  estimate: number | null,
  shown: Shown,
  t: Translate,
  formats: Formats,
): string {
  if (estimate === null) return text;
  const percent = formats.percent(estimate, 1);
  return shown === 'bracketed' ? t('matrix.bracket', { text: percent }) : percent;
}

function countsTable(result: FreedomsResult, t: Translate, formats: Formats): DocumentTable {
  const { counts, fearCounts, wantCounts } = result;
  const width = wantCounts.length;
  const cellOf = (cell: FreedomsResult['counts'][number]): DocumentCell => {
    const text = countText(cell, formats, splitWords(t));
    const shown = countShown(cell);
    if (shown === 'nobody') return { ...emptyCell, text };
    return estimateCell({
      ...cell.share,
      shown,
      text: withSign(text, cell.share.estimate, cell.shown, t, formats),
      intervalText: formats.percentInterval(cell.share, 1),
      format: share(),
    });
  };
  const rows = fearCounts.map((row, index): DocumentRow => ({
    kind: 'category',
    labels: [label(formats.count(row.fear ?? 0), row.fear)],
    cells: [...counts.slice(index * width, (index + 1) * width).map(cellOf), cellOf(row)],
  }));
  const totals: DocumentRow = {
    kind: 'total',
    labels: [label(t('freedoms.total'))],
    cells: [...wantCounts.map(cellOf), emptyCell],
  };
  return {
    name: `${t('freedoms.countsTitle')} (${t('freedoms.ofAll')})`,
    labelHeads: [t('freedoms.fearNumber')],
    heads: [
      [
        { ...head(t('freedoms.wantNumber')), columns: width },
        { ...head(t('freedoms.total')), rows: 2 },
      ],
      wantCounts.map(({ want }) => head(formats.count(want ?? 0))),
    ],
    columnCount: width + 1,
    sections: [{ heading: '', problem: '', rows: [...rows, totals] }],
  };
}
