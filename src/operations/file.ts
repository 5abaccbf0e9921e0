import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Column } from '#engine/survey/column.ts';
import type { Variable } from '#engine/survey/variable.ts';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import { noChoices, type Choices, type Reading } from '#formats/reading.ts';
import { readStudy } from '#project/openStudy.ts';
import { surveyOf } from '#project/surveys.ts';
import type { Handlers } from './context.ts';
import { withKeptCompanion } from './survey/keptCompanion.ts';
import { timeText } from './data/timeText.ts';
import { mayBePersonal, personalRows, personalVariable } from './notice/personal.ts';

const previewRows = 12;
const previewVariables = 60;
const previewNotes = 40;
const noteLength = 4000;

export const file: Handlers<'file'> = {
  'file.preview': async ({ file: path, reading = {}, keptOf }) => {
    if (keptOf === undefined || reading.companion !== undefined) return previewOf(path, reading);
    const study = readStudy(keptOf.study);
    try {
      const { id } = surveyOf(study, keptOf.survey);
      return await withKeptCompanion(study, id, reading, (as) => previewOf(path, as));
    } finally {
      study.close();
    }
  },
};

type Preview = Awaited<ReturnType<Handlers<'file'>['file.preview']>>;

async function previewOf(path: string, reading: Reading): Promise<Preview> {
  const opened = await openSurveyFile(path, reading);
  try {
    const shown = opened.variables.slice(0, previewVariables);
    const looked = [...new Set([...shown, ...opened.variables.filter(mayBePersonal)])];
    const columns = new Map<Variable, Column>();
    let rows = 0;
    const names = looked.map(({ name }) => name);
    for await (const chunk of opened.read({ variables: names, chunkRows: personalRows })) {
      looked.forEach((variable, index) => columns.set(variable, chunk.columns[index]));
      rows = Math.min(chunk.rowCount, personalRows);
      break;
    }
    const firstRows = Array.from({ length: Math.min(rows, previewRows) }, (_, row) =>
      shown.map((variable) => textAt(variable, columns.get(variable)!, row)),
    );
    const personal = [...columns].flatMap(([one, column]) => personalVariable(one, column, rows) ?? []);
    return {
      file: path,
      fileName: basename(path),
      bytes: statSync(path).size,
      format: opened.format,
      formatVersion: opened.formatVersion ?? null,
      encoding: opened.encoding,
      rows: opened.rowCount,
      fileLabel: opened.fileLabel,
      notes: firstNotes(opened.notes ?? []),
      noteCount: opened.notes?.length ?? 0,
      weight: opened.weight,
      variables: opened.variables.map(({ name, label, type }) => ({ name, label, type })),
      firstRows,
      choices: copied(opened.choices ?? noChoices),
      personal,
    };
  } finally {
    opened.close();
  }
}

/** Few enough to be sent and shown, whatever the file holds. */
function firstNotes(notes: readonly string[]): string[] {
  return notes
    .slice(0, previewNotes)
    .map((text) => (text.length > noteLength ? `${text.slice(0, noteLength)}…` : text));
}

type PreviewChoices = NonNullable<Preview['choices']>;

function copied({ sheets, languages, repeats, leftOut, form, ...rest }: Choices): PreviewChoices {
  return {
    ...rest,
    sheets: [...sheets],
    languages: [...languages],
    repeats: [...repeats],
    leftOut: [...leftOut],
    ...(form && {
      form: {
        ...form,
        unknownAnswers: form.unknownAnswers.map((one) => ({ ...one, texts: [...one.texts] })),
      },
    }),
  };
}

function textAt(variable: Variable, column: Column, row: number): string | null {
  const labelOf = (value: number | string): string | undefined =>
    variable.valueLabels.find((one) => one.value === value)?.label;
  if (column.kind === 'text') {
    const text = column.dictionary[column.codes[row]];
    return labelOf(text) ?? text;
  }
  if (column.reasons !== null && column.reasons[row] !== 0) return null;
  const value = column.values[row];
  return labelOf(value) ?? timeText(variable)?.(value) ?? String(value);
}
