import { xmlText } from '../xmlText.ts';
import { cellStyle, type XlsxPackage } from './xlsxPackage.ts';

/** Characters that a cell can hold, as Excel says. */
export const longestCell = 32_767;

/** Writes the rows of one sheet, each a list of cells that `numberCell` and `textCell` made, `''` for none. */
export interface SheetRows {
  /** `cells[i]` stands in column i. */
  row(cells: readonly CellText[]): void;
}

/** What stands between `<c r="A1"` and the end of the cell. */
export type CellText = string;

/** A sheet whose first row stays in view. */
export async function writeSheet(
  xlsx: XlsxPackage,
  number: number,
  fill: (sheet: SheetRows) => Promise<void> | void,
): Promise<void> {
  await xlsx.part(`xl/worksheets/sheet${number}.xml`, async (write) => {
    write(
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>',
    );
    let rows = 0;
    await fill({
      row(cells) {
        rows++;
        let text = `<row r="${rows}">`;
        for (let column = 0; column < cells.length; column++) {
          if (cells[column] !== '') text += `<c r="${columnName(column)}${rows}"${cells[column]}`;
        }
        write(`${text}</row>`);
      },
    });
    write('</sheetData></worksheet>');
  });
}

export function numberCell(value: number, style: number = cellStyle.plain): CellText {
  return `${style === 0 ? '' : ` s="${style}"`}><v>${value}</v></c>`;
}

/** Text as it stands; `xml:space` keeps spaces at its ends. Nothing for empty text. */
export function textCell(text: string, style: number = cellStyle.plain): CellText {
  if (text === '') return '';
  return `${style === 0 ? '' : ` s="${style}"`} t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, longestCell))}</t></is></c>`;
}

/** `_x000D_` is how a workbook writes a carriage return, so text that looks like that is written otherwise. */
function escaped(text: string): string {
  return xmlText(text.replace(/_x(?=[0-9a-fA-F]{4}_)/g, '_x005F_x').replace(/\r/g, '_x000D_'));
}

const names: string[] = [];

/** `A` for 0, `AA` for 26. */
export function columnName(column: number): string {
  return (names[column] ??=
    (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26)));
}
