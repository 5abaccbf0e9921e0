import type { ByteSink } from '../byteSink.ts';
import type { SurveyOutput } from '../surveyOutput.ts';
import type { LaidOutDtaVariable } from './dtaWriterLayout.ts';

const textWithNul = 130;

/** The texts that rows refer to by (variable, row), in the order of rows. Nothing is read where there are none. */
export async function writeLongTexts(
  sink: ByteSink,
  survey: SurveyOutput,
  variables: readonly LaidOutDtaVariable[],
): Promise<void> {
  const long = variables.flatMap(({ type }, index) => (type.kind === 'longText' ? [index] : []));
  if (long.length === 0) return;
  let before = 0;
  for await (const { columns, rowCount } of survey.chunks()) {
    for (let row = 0; row < rowCount; row++) {
      for (const index of long) {
        const column = columns[index];
        const text = column.kind === 'text' ? column.dictionary[column.codes[row]] : '';
        if (text !== '') writeText(sink, index + 1, before + row + 1, text);
      }
    }
    before += rowCount;
  }
}

function writeText(sink: ByteSink, variable: number, row: number, text: string): void {
  const bytes = Buffer.from(text);
  sink.text('GSO');
  sink.uint32(variable);
  sink.int64(row);
  sink.byte(textWithNul);
  sink.uint32(bytes.length + 1);
  sink.bytes(bytes);
  sink.byte(0);
}
