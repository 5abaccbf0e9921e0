import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ParsedInput } from '#contract/index.ts';
import type { TableFormat } from '#contract/publication.ts';
import { answeredDocument } from '#presentation/analysis/answeredDocument.ts';
import type { TableDocument } from '#presentation/tableDocument.ts';
import { csvTable } from '#publishing/table/csvTable.ts';
import { docxTable } from '#publishing/table/docxTable.ts';
import { htmlTable } from '#publishing/table/htmlTable.ts';
import { textTable } from '#publishing/table/textTable.ts';
import { xlsxTable } from '#publishing/table/xlsxTable.ts';
import type { Handlers, OperationContext } from '../context.ts';
import { refuseExisting, writeWhole } from '../writeWhole.ts';
import { answerAnalysis } from './answerAnalysis.ts';
import { readerOf } from './readerOf.ts';
import { requireDetail } from './requireDetail.ts';

export const publishedTable: Pick<Handlers<'publication'>, 'publication.table' | 'publication.clipboard'> = {
  'publication.table': async (input, context) => {
    const target = resolve(input.to);
    if (!input.replace) refuseExisting([target]);
    context.report({ stage: 'making', fraction: 0, rows: null, rowCount: null });
    const document = await documentOf(input, context);
    context.throwIfCancelled();
    const bytes = await tableBytes(document, input.format);
    await writeWhole([target], input.replace, ([path]) => Promise.resolve(writeFileSync(path, bytes)));
    context.report({ stage: 'saving', fraction: 1, rows: null, rowCount: null });
    return { files: [target] };
  },
  'publication.clipboard': async (input, context) => {
    const document = await documentOf(input, context);
    return { html: htmlTable(document), text: textTable(document) };
  },
};

async function documentOf(
  { study, survey, definition, part, reader, name, text }: ParsedInput<'publication.clipboard'>,
  context: OperationContext,
): Promise<TableDocument> {
  const answered = await answerAnalysis(definition, { study, survey }, context);
  requireDetail(answered, part);
  return answeredDocument(answered, part, readerOf(reader), name, text);
}

/** A table as a file holds it; the same document gives the same bytes. */
export async function tableBytes(document: TableDocument, format: TableFormat): Promise<Uint8Array | string> {
  switch (format) {
    case 'xlsx':
      return xlsxTable(document);
    case 'docx':
      return docxTable(document);
    case 'csv':
      return csvTable(document);
  }
}
