import { sampleRecords, type CsvDialect } from './csvRecords.ts';

const delimiters = [',', ';', '\t', '|'] as const;

/**
 * The delimiter and line ending of a file, from its beginning. The delimiter is the one whose header
 * has several fields and whose records most often have as many as the header; among equals, the one with
 * more fields. A first line `sep=;`, as Excel understands it, decides at once. `whole`: the sample is all of the file; `given`: the delimiter, where the user says it.
 */
export function csvDialect(sample: string, whole: boolean, given?: string): CsvDialect {
  const newline = newlineOf(sample);
  if (given !== undefined) return { delimiter: given, newline };
  const declared = /^sep=(.)\r?\n/i.exec(sample);
  if (declared !== null) return { delimiter: declared[1], newline };
  const candidates = delimiters.map((delimiter) => {
    const [header, ...records] = sampleRecords(sample, { delimiter, newline }, whole);
    const fields = header?.length ?? 0;
    const fitting = records.filter((record) => record.length === fields).length;
    return { delimiter, fields, share: records.length === 0 ? 1 : fitting / records.length };
  });
  const best = candidates
    .filter(({ fields }) => fields > 1)
    .sort((one, other) => other.share - one.share || other.fields - one.fields)[0];
  return { delimiter: best?.delimiter ?? ',', newline };
}

function newlineOf(sample: string): CsvDialect['newline'] {
  const outside = sample.replace(/"[^"]*"/g, '');
  if (!outside.includes('\n')) return outside.includes('\r') ? '\r' : '\n';
  return /(?<!\r)\n/.test(outside) ? '\n' : '\r\n';
}
