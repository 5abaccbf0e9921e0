import { MissingReason, type Column, type NumericColumn } from '#engine/survey/column.ts';
import type { Variable } from '#engine/survey/variable.ts';
import { ByteSink } from '../byteSink.ts';
import { codebookOf } from '../codebook/codebookOf.ts';
import { codebookHead, codebookTable } from '../codebook/codebookTable.ts';
import { commonAttributes } from '../commonAttributes.ts';
import { profileSurvey, type ColumnProfile } from '../columnProfile.ts';
import type { Loss } from '#engine/survey/loss.ts';
import { isoTime, toSpssTime } from '../spssTime.ts';
import { saidLosses } from '../saidLosses.ts';
import type { SurveyOutput } from '../surveyOutput.ts';

export interface CsvOptions {
  /** A byte order mark, by which Excel knows UTF-8. */
  readonly byteOrderMark: boolean;
  /**
   * An apostrophe before text that begins with `=`, `+`, `-`, `@`, a tab or a return, which a spreadsheet would take for a
   * formula. It changes the text, so it is only done where it is asked for.
   */
  readonly protectFormulas: boolean;
}

const lineEnd = '\r\n';

/**
 * Writes a survey as CSV after RFC 4180 (comma, CRLF, quotes where they are needed) in UTF-8, and at
 * `codebookPath` a second CSV that says what the columns and codes mean. Numbers are written in the shortest form
 * that reads back as the same number, dates as ISO 8601, missing values as nothing.
 */
export async function writeCsvFile(
  path: string,
  codebookPath: string,
  survey: SurveyOutput,
  options: CsvOptions,
): Promise<readonly Loss[]> {
  const profiles = await profileSurvey(survey);
  // A reader passes over lines without a value at the end; where there is one column, over all of them.
  const onlyAtEnd = survey.variables.length > 1;
  let blank = 0;
  await writeText(path, async (write) => {
    write(options.byteOrderMark ? '\ufeff' : '');
    write(line(survey.variables.map(({ name }) => textField(name, options))));
    for await (const { columns, rowCount } of survey.chunks()) {
      const fields = columns.map((column, index) => fieldWriter(column, survey.variables[index], options));
      for (let row = 0; row < rowCount; row++) {
        const written = fields.map((field) => field(row));
        if (written.every((field) => /^"?\s*"?$/.test(field))) blank++;
        else if (onlyAtEnd) blank = 0;
        write(line(written));
      }
    }
  });
  await writeText(codebookPath, async (write) => {
    write(options.byteOrderMark ? '\ufeff' : '');
    const entries = codebookOf(survey.variables, profiles);
    write(line(codebookHead(entries)));
    for (const row of codebookTable(entries)) {
      write(
        line(row.map((cell) => (typeof cell === 'string' ? textField(cell, options) : String(cell ?? '')))),
      );
    }
  });
  const rows: Loss[] = blank > 0 ? [{ variable: null, kind: 'row', count: blank }] : [];
  return [...rows, ...losses(survey, profiles), ...saidLosses(survey), ...aboutFile(survey)];
}

/** Neither file has a place for what is said of the survey as a whole. */
function aboutFile({ documents, attributes }: SurveyOutput): Loss[] {
  const { kept, lost } = commonAttributes(attributes);
  const counts = { note: documents.length, attribute: kept.length + lost } as const;
  return (['note', 'attribute'] as const).flatMap((kind) =>
    counts[kind] === 0 ? [] : [{ variable: null, kind, count: counts[kind] }],
  );
}

/** What CSV itself cannot say stands in the codebook, but for which reason an answer is missing. */
function losses(
  { variables, weight, multipleResponseSets }: SurveyOutput,
  profiles: readonly ColumnProfile[],
): Loss[] {
  const lost: Loss[] = variables.flatMap(({ name }, index) => {
    const count = profiles[index].reasons
      .subarray(MissingReason.extendedA)
      .reduce((sum, one) => sum + one, 0);
    return count > 0 ? [{ variable: name, kind: 'missingReason' as const, count }] : [];
  });
  if (weight !== null) lost.push({ variable: weight, kind: 'weight', count: 1 });
  for (const { name } of multipleResponseSets) lost.push({ variable: name, kind: 'responseSets', count: 1 });
  return lost;
}

async function writeText(
  path: string,
  fill: (write: (text: string) => void) => Promise<void>,
): Promise<void> {
  const sink = new ByteSink(path);
  let waiting: string[] = [];
  const pass = (): void => {
    sink.text(waiting.join(''));
    waiting = [];
  };
  try {
    await fill((text) => {
      if (waiting.push(text) === 512) pass();
    });
    pass();
    sink.close();
  } catch (error) {
    sink.abandon();
    throw error;
  }
}

function line(fields: readonly string[]): string {
  // A single empty field would be a blank line, which readers pass over.
  return (fields.length === 1 && fields[0] === '' ? '""' : fields.join(',')) + lineEnd;
}

function fieldWriter(column: Column, variable: Variable, options: CsvOptions): (row: number) => string {
  if (column.kind === 'numeric') return numberField(column, variable);
  const fields: (string | undefined)[] = [];
  return (row) => {
    const code = column.codes[row];
    return (fields[code] ??= textField(column.dictionary[code], options));
  };
}

function numberField({ values, reasons }: NumericColumn, variable: Variable): (row: number) => string {
  const { type } = variable;
  const isTime = type === 'date' || type === 'datetime' || type === 'time';
  const convert = toSpssTime(variable) ?? ((value: number) => value);
  return (row) => {
    const value = values[row];
    if ((reasons !== null && reasons[row] !== MissingReason.present) || Number.isNaN(value)) return '';
    return isTime ? isoTime(convert(value), type) : String(value);
  };
}

function textField(text: string, { protectFormulas }: CsvOptions): string {
  const safe = protectFormulas && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
