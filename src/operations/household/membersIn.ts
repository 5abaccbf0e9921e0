import { basename } from 'node:path';
import type { Column } from '#engine/survey/column.ts';
import type { SurveyFile } from '#formats/surveyFile.ts';
import { keyAt } from './linkKeys.ts';
import type { Members } from './households.ts';

/** Members as a file holds them. */
export function membersInFile(path: string, file: SurveyFile): Members {
  return {
    fileName: basename(path),
    variables: file.variables,
    repeats: (file.choices?.repeats ?? []).map(({ name }) => name),
    async texts(name) {
      const texts = new Set<string>();
      for await (const { columns, rowCount } of file.read({ variables: [name] })) {
        for (const text of textsIn(columns[0], rowCount)) texts.add(text);
      }
      return texts;
    },
  };
}

export function textsIn(column: Column, rows: number): Set<string> {
  return new Set(Array.from({ length: rows }, (_, row) => keyAt(column, row)));
}
