import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type IBorderOptions,
  type IParagraphOptions,
} from 'docx';
import type {
  DocumentCell,
  DocumentTable,
  DocumentWords,
  TableDocument,
} from '#presentation/tableDocument.ts';
import { docxParts, docxWidths, type DocxWidths } from './docxWidths.ts';
import { fixedZipDates } from './fixedZipDates.ts';
import { headText, placedHeads } from './tableGridlines.ts';
import { mainText } from './tableLines.ts';

const grey = '595959';
const line = (color: string, size: number): IBorderOptions => ({ style: BorderStyle.SINGLE, color, size });
const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: none, bottom: none, left: none, right: none };
const rule = line('404040', 8);
const hair = line('D0D0D0', 4);
/** A4, in twentieths of a point. */
const page = { width: 11906, height: 16838, margin: 1304 };

/**
 * A document with each table under its caption, which Word numbers (a SEQ field), header rows that repeat on every page,
 * and the notes beneath. What does not fit upright lies across the page; what does not fit there either goes on beneath.
 */
export async function docxTable(document: TableDocument): Promise<Uint8Array> {
  const { title, locale } = document;
  const upright = page.width - 2 * page.margin;
  const across = page.height - 2 * page.margin;
  const fits = document.tables.every((table) => docxWidths(table, document, upright).fits);
  const available = fits ? upright : across;
  const children = document.tables.flatMap((table, index) =>
    docxParts(table, document, available).flatMap((part, place) => [
      ...(place === 0 ? caption(table, index, document) : [continuedCaption(index, document)]),
      tableOf(part, document, docxWidths(part, document, available)),
      new Paragraph({ spacing: { after: 60 }, children: [] }),
    ]),
  );
  const made = new Document({
    title,
    creator: 'Larger Freedom',
    styles: {
      default: {
        document: {
          run: {
            font: fonts(locale),
            size: 20,
            language: { value: languageTag(locale), bidirectional: languageTag(locale) },
          },
        },
      },
      paragraphStyles: [
        {
          id: 'Caption',
          name: 'caption',
          basedOn: 'Normal',
          next: 'Normal',
          quickFormat: true,
          run: { bold: true, size: 20 },
          paragraph: { keepNext: true, spacing: { before: 120, after: 60 } },
        },
        {
          id: 'TableNote',
          name: 'Table note',
          basedOn: 'Normal',
          quickFormat: true,
          run: { size: 16, color: grey },
          paragraph: { spacing: { after: 40 } },
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: page.width,
              height: page.height,
              orientation: fits ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
            },
            margin: { top: page.margin, right: page.margin, bottom: page.margin, left: page.margin },
          },
        },
        children: [
          ...children,
          ...[...document.note.split('\n'), document.source]
            .filter((text) => text !== '')
            .map((text) => new Paragraph({ style: 'TableNote', children: [new TextRun(text)] })),
        ],
      },
    ],
  });
  const packed = await Packer.toBuffer(made, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(title) },
  ]);
  return fixedZipDates(packed);
}

/** Without a clock: the same table gives the same file. */
function coreProperties(title: string): string {
  const text = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ',
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${text}</dc:title><dc:creator>Larger Freedom</dc:creator>`,
    '<dcterms:created xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:created>',
    '<dcterms:modified xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:modified>',
    '</cp:coreProperties>',
  ].join('');
}

function fonts(locale: string) {
  const bangla = locale.startsWith('bn');
  return { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Calibri', cs: bangla ? 'Nirmala UI' : 'Calibri' };
}

const languageTag = (locale: string): string =>
  ({ fr: 'fr-FR', bn: 'bn-BD' })[locale.split('-')[0]] ?? 'en-GB';

const sequenceOf = (locale: string): string => (locale.startsWith('fr') ? 'Tableau' : 'Table');

/** “Table 1 (continued)”: the number of the caption before it. */
const continuedCaption = (index: number, { words, locale }: TableDocument): Paragraph =>
  new Paragraph({
    style: 'Caption',
    keepNext: true,
    children: [
      new TextRun(`${words.table} `),
      new SimpleField(` SEQ ${sequenceOf(locale)} \\c \\* ARABIC `, String(index + 1)),
      new TextRun(` ${words.continued}`),
    ],
  });

/** “Table 1. Title”, numbered by Word itself with all tables of the document that it is pasted into. */
function caption(table: DocumentTable, index: number, document: TableDocument): Paragraph[] {
  const { title, subtitle, words, locale } = document;
  const names = [...(title === '' ? [] : [title]), ...(table.name === '' ? [] : [table.name])].join(': ');
  return [
    new Paragraph({
      style: 'Caption',
      keepNext: true,
      children: [
        new TextRun(`${words.table} `),
        new SimpleField(` SEQ ${sequenceOf(locale)} \\* ARABIC `, String(index + 1)),
        new TextRun(names === '' ? '' : `. ${names}`),
      ],
    }),
    ...(subtitle === '' || index > 0
      ? []
      : [
          new Paragraph({
            keepNext: true,
            spacing: { after: 80 },
            children: [new TextRun({ text: subtitle, color: grey, size: 18 })],
          }),
        ]),
  ];
}

function tableOf(table: DocumentTable, document: TableDocument, widths: DocxWidths): Table {
  const { size } = widths;
  const labelCount = table.labelHeads.length;
  const widthOf = (at: number, columns: number): number =>
    widths.columns.slice(at, at + columns).reduce((sum, each) => sum + each, 0);
  const textCell = (
    text: string,
    at: number,
    columns: number,
    more: {
      readonly rows?: number;
      readonly bold?: boolean;
      readonly align?: IParagraphOptions['alignment'];
      readonly borders?: object;
      /** Not the last on its page. */
      readonly leads?: boolean;
    } = {},
  ): TableCell =>
    new TableCell({
      columnSpan: columns,
      rowSpan: more.rows ?? 1,
      width: { size: widthOf(at, columns), type: WidthType.DXA },
      verticalAlign: more.rows === undefined ? VerticalAlign.TOP : VerticalAlign.BOTTOM,
      borders: { ...noBorders, ...more.borders },
      children: [
        paragraph([new TextRun({ text, bold: more.bold ?? false, size })], more.align, more.leads ?? false),
      ],
    });

  const depth = table.heads.length;
  const heads = placedHeads(table).map(
    (row, level) =>
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: [
          ...(level === 0
            ? table.labelHeads.map((text, column) =>
                textCell(text, column, 1, {
                  rows: depth,
                  bold: true,
                  leads: true,
                  borders: { top: rule, bottom: rule },
                }),
              )
            : []),
          ...row.map((head) =>
            textCell(headText(head), labelCount + head.at, head.columns, {
              rows: head.rows,
              bold: true,
              leads: true,
              align: AlignmentType.CENTER,
              borders: {
                ...(level === 0 && { top: rule }),
                bottom: level + head.rows === depth ? rule : hair,
              },
            }),
          ),
        ],
      }),
  );
  const all = labelCount + table.columnCount;
  const body = table.sections.flatMap(({ heading, problem, rows }) => [
    ...(heading === ''
      ? []
      : [
          new TableRow({
            cantSplit: true,
            children: [textCell(heading, 0, all, { bold: true, leads: true, borders: { top: hair } })],
          }),
        ]),
    ...(problem === '' ? [] : [new TableRow({ children: [textCell(problem, 0, all)] })]),
    ...rows.map((row) => {
      let at = labelCount;
      return new TableRow({
        cantSplit: true,
        children: [
          ...row.labels.map(({ text }, column) =>
            textCell(text, column, 1, { bold: row.kind === 'total', borders: { top: hair } }),
          ),
          ...row.cells.map((cell) => {
            const start = at;
            at += cell.columns;
            return new TableCell({
              columnSpan: cell.columns,
              width: { size: widthOf(start, cell.columns), type: WidthType.DXA },
              borders: { ...noBorders, top: hair },
              children: figureLines(cell, row.kind === 'total', size, document.words),
            });
          }),
        ],
      });
    }),
  ]);
  return new Table({
    rows: [...heads, ...body],
    width: { size: widths.columns.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: [...widths.columns],
    layout: TableLayoutType.FIXED,
    margins: { left: 60, right: 60, top: 20, bottom: 20 },
    borders: { ...noBorders, bottom: rule, insideHorizontal: none, insideVertical: none },
  });
}

function figureLines(
  cell: DocumentCell,
  total: boolean,
  size: number,
  words: DocumentWords,
): readonly Paragraph[] {
  const { letters, interval, beside, state, strong } = cell;
  const small = (text: string): Paragraph =>
    paragraph([new TextRun({ text, size: size - 3, color: grey })], AlignmentType.RIGHT);
  if (state === 'words') return [paragraph([new TextRun({ text: cell.text, size: size - 2 })])];
  return [
    paragraph(
      [
        new TextRun({ text: mainText(cell), bold: strong || total, size }),
        ...(letters === '' ? [] : [new TextRun({ text: ` ${letters}`, superScript: true, size })]),
      ],
      AlignmentType.RIGHT,
    ),
    ...(interval === null ? [] : [small(interval.text)]),
    ...beside.map(({ name, text }) => small(`${words.short[name]} ${text}`)),
  ];
}

const paragraph = (
  children: readonly TextRun[],
  alignment?: IParagraphOptions['alignment'],
  keepNext = false,
): Paragraph =>
  new Paragraph({
    spacing: { before: 0, after: 0 },
    ...(alignment && { alignment }),
    ...(keepNext && { keepNext }),
    children,
  });
