import { MissingReason, type Column } from '#engine/survey/column.ts';
import type { Variable } from '#engine/survey/variable.ts';
import type { FormReading } from '../reading.ts';
import type { SurveyFile } from '../surveyFile.ts';
import type { CodebookVariable } from './codebook.ts';
import { momentOf, type Moment } from './dateText.ts';

/** A variable of texts that a codebook calls a date, and the entry that does. */
export interface DatedVariable {
  readonly variable: Variable;
  readonly entry: CodebookVariable;
}

export interface Dates {
  /** Where every text is a date or time: which. */
  readonly types: ReadonlyMap<string, Moment['type']>;
  /** The others stay texts; those that are no date, the first of them by name. */
  readonly unknown: FormReading['unknownAnswers'];
}

const mostTexts = 5;

/** One pass over these variables. */
export async function datesOf(file: SurveyFile, dated: readonly DatedVariable[]): Promise<Dates> {
  const seen = dated.map(() => ({ types: new Set<Moment['type']>(), count: 0, texts: new Set<string>() }));
  const variables = dated.map(({ variable }) => variable.name);
  for await (const { columns, rowCount } of dated.length === 0 ? [] : file.read({ variables })) {
    columns.forEach((column, index) => {
      if (column.kind !== 'text') return;
      const { dateFormat } = dated[index].entry;
      const moments = column.dictionary.map((text) => momentOf(text.trim(), dateFormat));
      const found = seen[index];
      for (let row = 0; row < rowCount; row++) {
        const code = column.codes[row];
        const moment = moments[code];
        const text = column.dictionary[code];
        if (moment !== null) found.types.add(moment.type);
        else if (text.trim() !== '') {
          found.count++;
          if (found.texts.size < mostTexts) found.texts.add(text);
        }
      }
    });
  }
  const types = new Map<string, Moment['type']>();
  const unknown: Dates['unknown'][number][] = [];
  seen.forEach(({ types: kinds, count, texts }, index) => {
    const variable = variables[index];
    if (count > 0) unknown.push({ variable, count, texts: [...texts] });
    else if (kinds.size === 1) types.set(variable, [...kinds][0]);
    else if (kinds.size === 2 && !kinds.has('time')) types.set(variable, 'datetime');
  });
  return { types, unknown };
}

/** A column of such texts in seconds; blanks are missing. */
export function datesIn(column: Column, rows: number, dateFormat: string): Column {
  if (column.kind !== 'text') return column;
  const moments = column.dictionary.map((text) => momentOf(text.trim(), dateFormat));
  const values = new Float64Array(rows);
  const reasons = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const moment = moments[column.codes[row]];
    values[row] = moment?.seconds ?? 0;
    reasons[row] = moment === null ? MissingReason.system : MissingReason.present;
  }
  return { kind: 'numeric', values, reasons };
}
