import type { FileSource, SurveyReference } from '#contract/source.ts';
import type { Column } from '#engine/survey/column.ts';
import type { Variable } from '#engine/survey/variable.ts';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import type { Handlers, OperationContext } from './context.ts';
import { withMissing } from './data/missing.ts';
import { DescriptionBuilder } from './data/summarise.ts';
import { eachColumn, openSurveyData } from './data/surveyData.ts';

export const describe: Handlers<'describe'> = {
  'describe.run': ({ source }, context) =>
    'file' in source ? describeFile(source, context) : describeStudy(source, context),
};

type Description = Awaited<ReturnType<Handlers<'describe'>['describe.run']>>;

/** One pass over the file, a chunk at a time: memory does not grow with its rows. */
async function describeFile(
  { file: path, reading }: FileSource,
  context: OperationContext,
): Promise<Description> {
  const file = await openSurveyFile(path, reading);
  try {
    const { format, encoding, variables, notes = [] } = file;
    const builders = variables.map((variable) => new VariableDescription(variable));
    let rows = 0;
    let fraction = 0;
    for await (const chunk of file.read({ onProgress: (share) => void (fraction = share) })) {
      context.throwIfCancelled();
      chunk.columns.forEach((column, index) => builders[index].add(column, chunk.rowCount));
      rows += chunk.rowCount;
      context.report({ stage: 'reading', fraction, rows, rowCount: file.rowCount });
    }
    return {
      format,
      encoding,
      rows,
      ...(notes.length > 0 && { notes: [...notes] }),
      variables: builders.map((builder) => builder.finish()),
    };
  } finally {
    file.close();
  }
}

async function describeStudy(source: SurveyReference, context: OperationContext): Promise<Description> {
  const survey = await openSurveyData(source);
  const { format, encoding, rowCount: rows, notes = [] } = survey;
  const variables: Description['variables'] = [];
  for await (const { variable, column } of eachColumn(survey)) {
    context.throwIfCancelled();
    const description = new VariableDescription(variable);
    description.add(column, rows);
    variables.push(description.finish());
    context.report({
      stage: 'reading',
      fraction: variables.length / survey.variables.length,
      rows,
      rowCount: rows,
    });
  }
  return { format, encoding, rows, ...(notes.length > 0 && { notes: [...notes] }), variables };
}

/** Sets the file's own missing values aside, then adds up. */
class VariableDescription {
  readonly #variable: Variable;
  readonly #builder: DescriptionBuilder;
  #declaredText = 0;

  constructor(variable: Variable) {
    this.#variable = variable;
    this.#builder = new DescriptionBuilder(variable);
  }

  add(column: Column, rowCount: number): void {
    const { missing } = this.#variable;
    this.#builder.add(column.kind === 'text' ? column : withMissing(column, missing, []), rowCount);
    if (column.kind !== 'text' || missing.codes.length === 0) return;
    const aside = column.dictionary.map((text) => missing.codes.includes(text));
    for (let row = 0; row < rowCount; row++) if (aside[column.codes[row]]) this.#declaredText++;
  }

  finish(): Description['variables'][number] {
    return this.#builder.finish(this.#declaredText);
  }
}
