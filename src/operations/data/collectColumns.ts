import type { Column, ColumnChunk } from '#engine/survey/column.ts';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import type { Reading } from '#formats/reading.ts';
import type { SurveyFile } from '#formats/surveyFile.ts';

/** Reads whole columns from a survey file, in one pass over it, keeping only those named. */
export async function collectColumns(
  path: string,
  names: readonly string[],
  reading: Reading = {},
): Promise<{ readonly rowCount: number; readonly columns: readonly Column[] }> {
  const file = await openSurveyFile(path, reading);
  try {
    return await columnsOf(file, names);
  } finally {
    file.close();
  }
}

/** As `collectColumns`, of a file that is open, and stays so. */
export async function columnsOf(
  file: SurveyFile,
  names: readonly string[],
): Promise<{ readonly rowCount: number; readonly columns: readonly Column[] }> {
  const builders = names.map(() => new ColumnBuilder());
  let rowCount = 0;
  for await (const chunk of file.read({ variables: names })) {
    builders.forEach((builder, index) => builder.add(chunk, index));
    rowCount += chunk.rowCount;
  }
  return { rowCount, columns: builders.map((builder) => builder.finish()) };
}

/** Puts the chunks of one column together; numbers as f64, text with one dictionary. */
class ColumnBuilder {
  #numbers: { values: Float64Array; reasons: Uint8Array | null }[] = [];
  #codes: Uint32Array[] = [];
  #dictionary = new Map<string, number>();
  #text = false;

  add({ columns, rowCount }: ColumnChunk, index: number): void {
    const column = columns[index];
    if (column.kind === 'numeric') {
      const values = Float64Array.from(column.values.subarray(0, rowCount));
      this.#numbers.push({ values, reasons: column.reasons?.slice(0, rowCount) ?? null });
      return;
    }
    this.#text = true;
    const codeOf = column.dictionary.map((text) => {
      const code = this.#dictionary.get(text) ?? this.#dictionary.size;
      this.#dictionary.set(text, code);
      return code;
    });
    this.#codes.push(column.codes.slice(0, rowCount).map((code) => codeOf[code]));
  }

  finish(): Column {
    if (this.#text) {
      return {
        kind: 'text',
        dictionary: [...this.#dictionary.keys()],
        codes: joined(this.#codes, Uint32Array),
      };
    }
    const values = joined(
      this.#numbers.map((part) => part.values),
      Float64Array,
    );
    if (this.#numbers.every((part) => part.reasons === null))
      return { kind: 'numeric', values, reasons: null };
    const reasons = joined(
      this.#numbers.map((part) => part.reasons ?? new Uint8Array(part.values.length)),
      Uint8Array,
    );
    return { kind: 'numeric', values, reasons };
  }
}

function joined<A extends Float64Array | Uint32Array | Uint8Array>(
  parts: readonly A[],
  Numbers: new (length: number) => A,
): A {
  const whole = new Numbers(parts.reduce((sum, part) => sum + part.length, 0));
  let start = 0;
  for (const part of parts) {
    whole.set(part, start);
    start += part.length;
  }
  return whole;
}
