import { emptyCell, estimateCell, head, label, nBeside, share } from '../documentCells.ts';
import type { DocumentCell, DocumentRow, DocumentTable, NumberFormat } from '../tableDocument.ts';
import type { Formats } from '../text/createFormats.ts';
import { reasonsOnce } from '../text/missingReason.ts';
import type { Translate } from '../text/translator.ts';
import type { Reason } from '#contract/estimate.ts';
import { answeredMatrix, type AnsweredMatrix } from './answeredMatrix.ts';
import { reasonsIn, type GridCell, type GridConcern, type MatrixGrid } from './matrixGrid.ts';
import { kindOf, valueOf, type Measure, type MeasureKind } from './measures.ts';
import { sharedHead } from '../text/sharedHead.ts';
import { priorityNames } from '../priorities/priorityNames.ts';

/** The matrix as the window tabulates it, or one table for each category side by side. */
export function matrixDocument(
  answered: AnsweredMatrix,
  t: Translate,
  formats: Formats,
): readonly DocumentTable[] {
  const { grid, facets } = answeredMatrix(answered, t, formats);
  const grids = facets.length > 0 ? facets : answered.result.by ? [] : [{ label: '', grid }];
  const reasons = reasonsOnce(grids.flatMap((each) => reasonsIn(each.grid)));
  return grids.map((each) => tableOf(each.label, each.grid, reasons, t, formats));
}

function tableOf(
  name: string,
  grid: MatrixGrid,
  reasons: readonly Reason[],
  t: Translate,
  formats: Formats,
): DocumentTable {
  const margin = (concern: GridConcern): DocumentCell =>
    estimateCell(
      {
        ...concern.share,
        shown: concern.shown,
        text: concern.shareExact,
        intervalText: concern.intervalText,
        format: share(),
      },
      { why: concern.why, reasons, beside: nBeside(concern.n, formats) },
    );
  const names = { rows: priorityNames(grid.rows), columns: priorityNames(grid.columns) };
  const rows = grid.rows.map((row, index): DocumentRow => ({
    kind: 'category',
    labels: [label(names.rows.names[index])],
    cells: [margin(row), ...grid.cells[index].map((cell) => pairCell(cell, grid.measure, reasons, formats))],
  }));
  const ofColumns: DocumentRow = {
    kind: 'total',
    labels: [label(t('matrix.concernHead'))],
    cells: [emptyCell, ...grid.columns.map(margin)],
  };
  return {
    name,
    labelHeads: [sharedHead(t('matrix.rowHead'), names.rows.shared, t)],
    heads: [
      [
        { ...head(t('matrix.concernHead')), rows: 2 },
        {
          ...head(sharedHead(t('publication.wantConcerns'), names.columns.shared, t)),
          columns: grid.columns.length,
        },
      ],
      names.columns.names.map((name) => head(name)),
    ],
    columnCount: grid.columns.length + 1,
    sections: [{ heading: '', problem: '', rows: [ofColumns, ...rows] }],
  };
}

const formatOf: Readonly<Record<MeasureKind, NumberFormat>> = {
  share: share(),
  ratio: { kind: 'number', decimals: 2 },
  correlation: { kind: 'signed', decimals: 2 },
};

function pairCell(
  cell: GridCell,
  measure: Measure,
  reasons: readonly Reason[],
  formats: Formats,
): DocumentCell {
  const { pair, chance, why } = cell;
  const { estimate, ciLow, ciHigh } = valueOf(pair, measure);
  const { main, interval } = cell.parts;
  return estimateCell(
    {
      estimate,
      ciLow,
      ciHigh,
      shown: pair.shown,
      text: main,
      intervalText: interval,
      format: formatOf[kindOf[measure]],
    },
    { why, reasons, strong: !chance, beside: nBeside(pair.n, formats) },
  );
}
