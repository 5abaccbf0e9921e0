import type { DocumentRow, DocumentTable, TableDocument } from '#presentation/tableDocument.ts';
import { spreadsheetFormat, spreadsheetValue } from './numberFormats.ts';
import { headText, placedHeads } from './tableGridlines.ts';
import { tableLines } from './tableLines.ts';

const family = "font-family:Calibri,Arial,'Noto Sans Bengali',sans-serif;font-size:10pt";
const text = "mso-number-format:'\\@'";
const edges = {
  head: 'border-bottom:1px solid #808080',
  row: 'border-top:1px solid #d0d0d0',
};

/**
 * For the clipboard: what Word, Excel and LibreOffice keep of a page, with styles in each cell. A cell holds one figure,
 * which a spreadsheet takes as a number where it can be told for certain: `x:num` and `sdval` say its value,
 * `mso-number-format` and `sdnum` that all else is text, also what begins with `=`.
 */
export function htmlTable(document: TableDocument): string {
  const body = document.tables.map((table) => tableHtml(table, document)).join('<p></p>');
  const notes = [...document.note.split('\n'), document.source]
    .filter((line) => line !== '')
    .map((line) => `<p style="${family};font-size:8.5pt;margin:2pt 0">${escaped(line)}</p>`)
    .join('');
  return [
    '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" ',
    `lang="${document.locale.split('-')[0]}"><head><meta charset="utf-8"></head><body>`,
    `<p style="${family};font-size:12pt;margin:0"><b>${escaped(document.title)}</b></p>`,
    `<p style="${family};margin:0 0 4pt">${escaped(document.subtitle)}</p>`,
    body,
    notes,
    '</body></html>',
  ].join('');
}

function tableHtml(table: DocumentTable, document: TableDocument): string {
  const depth = table.heads.length;
  const caption =
    table.name === ''
      ? ''
      : `<caption style="${family};text-align:left"><b>${escaped(table.name)}</b></caption>`;
  const stub = table.labelHeads
    .map((words) => th(words, `scope="col" rowspan="${depth}"`, 'text-align:left;vertical-align:bottom'))
    .join('');
  const heads = placedHeads(table).map((row, level) => {
    const cells = row.map((head) =>
      th(
        headText(head),
        `scope="${head.columns > 1 ? 'colgroup' : 'col'}" colspan="${head.columns}" rowspan="${head.rows}"`,
        'text-align:center;vertical-align:bottom',
      ),
    );
    return `<tr>${level === 0 ? stub : ''}${cells.join('')}</tr>`;
  });
  const width = table.labelHeads.length + table.columnCount;
  const sections = table.sections.map(({ heading, problem, rows }) => {
    const first =
      heading === ''
        ? ''
        : `<tr><th scope="rowgroup" colspan="${width}" x:str style="${family};${text};${edges.row};text-align:left">${escaped(heading)}</th></tr>`;
    const why =
      problem === ''
        ? ''
        : `<tr><td colspan="${width}" style="${family};${text}">${escaped(problem)}</td></tr>`;
    return `<tbody>${first}${why}${rows.map((row) => rowHtml(row, table, document)).join('')}</tbody>`;
  });
  return `<table border="0" cellspacing="0" cellpadding="3" style="border-collapse:collapse">${caption}<thead>${heads.join('')}</thead>${sections.join('')}</table>`;
}

function rowHtml(row: DocumentRow, { labelHeads }: DocumentTable, { words, locale }: TableDocument): string {
  return tableLines(row, words)
    .map((line) => {
      const labels = line.first
        ? row.labels.map(({ text: said }) =>
            th(said, 'scope="row"', `text-align:left;font-weight:normal;${edges.row}`, ''),
          )
        : labelHeads.map((_, index) =>
            td(
              index === labelHeads.length - 1 ? line.name : '',
              '',
              `${text};text-align:right;color:#595959;font-size:8.5pt`,
            ),
          );
      const cells = line.cells.map(({ cell, text: said, value }) => {
        const weight = line.first && (cell.strong || row.kind === 'total') ? ';font-weight:bold' : '';
        const size = line.first ? edges.row : 'color:#595959;font-size:8.5pt';
        const align = cell.state === 'words' ? 'left' : 'right';
        const format = line.first
          ? cell.format
          : (cell.beside.find(({ value: other }) => other === value)?.format ?? cell.format);
        const span = cell.columns > 1 ? `colspan="${cell.columns}" ` : '';
        if (value === null)
          return td(said, `${span}x:str sdnum="1033;0;@"`, `${text};text-align:${align};${size}${weight}`);
        const number = spreadsheetValue(value, format);
        const pattern = spreadsheetFormat(format, locale);
        return td(
          said,
          `${span}x:num="${number}" sdval="${number}" sdnum="1033;0;${attribute(pattern)}"`,
          `mso-number-format:'${attribute(pattern.replaceAll('%', '\\%').replaceAll('"', '\\0022'))}';text-align:right;${size}${weight}`,
        );
      });
      return `<tr>${labels.join('')}${cells.join('')}</tr>`;
    })
    .join('');
}

const td = (words: string, attributes: string, style: string): string =>
  `<td ${attributes} style="${family};${style}">${escaped(words)}</td>`;
const th = (words: string, attributes: string, style: string, edge: string = edges.head): string =>
  `<th ${attributes} x:str sdnum="1033;0;@" style="${family};${text};${style};${edge}">${escaped(words)}</th>`;

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
const attribute = (words: string): string => escaped(words).replaceAll('"', '&quot;');
