import type { ProblemMessage } from '#contract/problem.ts';
import type { TableResult } from '#contract/table.ts';
import type {
  BesideFigure,
  DocumentCell,
  DocumentRow,
  DocumentTable,
  NumberFormat,
} from '../tableDocument.ts';
import { countCell, estimateCell, head, label, shareFormat, wordsCell } from '../documentCells.ts';
import type { Formats } from '../text/createFormats.ts';
import type { Translate } from '../text/translator.ts';
import { figureOf } from './figureOf.ts';
import { tableGrid, tableWords, type GridCell, type GridItem, type TableGrid } from './tableGrid.ts';
import type { AnsweredTable } from './tableSurroundings.ts';
import type { TableDefinition } from './tableDefinition.ts';

/** The table of the room Tables: its items under each other. */
export function tablesDocument(
  { result, definition }: AnsweredTable,
  problemText: (problem: ProblemMessage) => string,
  t: Translate,
  formats: Formats,
): readonly DocumentTable[] {
  const grid = tableGrid(result, definition, formats, tableWords(t, formats));
  return [
    {
      name: '',
      labelHeads: [''],
      heads: grid.heads.map((row) =>
        row.map(({ text, letter, columns, rows }) => ({
          ...head(text, definition.letters === 'off' ? '' : (letter ?? '')),
          columns,
          rows,
        })),
      ),
      columnCount: grid.columnCount,
      sections: grid.items.map((item, index) => ({
        heading: item.label,
        problem: item.problem ? problemText(item.problem) : '',
        rows: rowsOf(item, grid, result.items[index], definition, t, formats),
      })),
    },
  ];
}

function rowsOf(
  item: GridItem,
  grid: TableGrid,
  source: TableResult['items'][number],
  definition: TableDefinition,
  t: Translate,
  formats: Formats,
): readonly DocumentRow[] {
  const hidden = t('tables.suppressed');
  return [
    ...item.rows.map((row): DocumentRow => ({
      kind: row.kind === 'answer' ? 'category' : row.kind,
      labels: [label(row.label)],
      cells: row.cells.map((cell) => cellOf(cell, definition, grid)),
    })),
    ...(item.bases.length === 0
      ? []
      : [
          {
            kind: 'base' as const,
            labels: [label(t('tables.base'))],
            cells: grid.places.map((place) => countCell(source.bases[place].n, hidden, formats)),
          },
        ]),
    ...(item.tests.length === 0
      ? []
      : [
          {
            kind: 'test' as const,
            labels: [label(t('tables.independence'))],
            cells: item.tests.map(({ text, columns }) => wordsCell(text, columns)),
          },
        ]),
  ];
}

function cellOf(
  printed: GridCell,
  { share, moreDecimals, statistics }: TableDefinition,
  { reasons }: TableGrid,
): DocumentCell {
  const { cell } = printed;
  const figure = printed.blank ? null : figureOf(cell, share);
  const decimals = Number(moreDecimals) + Number(cell.mean !== null);
  const kind = cell.mean === null ? 'share' : 'number';
  const format: NumberFormat = { kind, decimals };
  const texts = new Map(printed.figures.map(({ statistic, text }) => [statistic, text]));
  const besides: readonly Omit<BesideFigure, 'text'>[] = [
    { name: 'n', value: cell.n, format: { kind: 'count', decimals: 0 } },
    { name: 'weightedN', value: cell.weightedN, format: { kind: 'count', decimals: 0 } },
    { name: 'se', value: figure?.se ?? null, format: { kind, decimals: decimals + 1 } },
    { name: 'deff', value: figure?.deff ?? null, format: { kind: 'number', decimals: 2 } },
  ];
  const beside = statistics.flatMap((statistic) => {
    const text = texts.get(statistic);
    const found = besides.find(({ name }) => name === statistic);
    return text === undefined || !found ? [] : [{ ...found, text }];
  });
  return estimateCell(
    {
      estimate: figure?.estimate ?? null,
      ciLow: figure?.ciLow ?? null,
      ciHigh: figure?.ciHigh ?? null,
      shown: printed.blank ? 'yes' : printed.shown,
      text: printed.main,
      intervalText: texts.get('interval') ?? '',
      format: shareFormat(figure?.estimate ?? null, format),
    },
    { letters: printed.letters, why: printed.why, reasons, beside },
  );
}
