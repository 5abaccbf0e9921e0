import { rmSync } from 'node:fs';
import type { Column } from '#engine/survey/column.ts';
import type { Variable } from '#engine/survey/variable.ts';
import { ByteSink } from '../byteSink.ts';
import { profileColumn } from '../columnProfile.ts';
import type { Loss } from '#engine/survey/loss.ts';
import { writeDictionary } from './savWriterDictionary.ts';
import { CaseWriter } from './savWriterCases.ts';
import { layOut } from './savWriterLayout.ts';
import { refuseImpossibleNames } from './savWriterNames.ts';

export interface SavSurvey {
  /** At most 64 bytes of UTF-8. */
  readonly fileLabel: string;
  /** Lines of text kept in the file; lines over 80 bytes are broken. */
  readonly documents?: readonly string[];
  /** Name of the variable to declare as the file's weight. */
  readonly weight: string | null;
  /** ISO local time, for example `2011-03-01T12:00:00`; given, so that the same survey gives the same bytes. */
  readonly createdAt: string;
  readonly variables: readonly Variable[];
  readonly rowCount: number;
  /** One column a variable, in the same order, each of `rowCount` rows. */
  readonly columns: readonly Column[];
  /** Bytes to keep for a text variable, by name; otherwise its longest value. */
  readonly widths?: Readonly<Record<string, number>>;
}

/**
 * Writes a survey whose columns are in memory as an SPSS system file: UTF-8, little endian, byte-compressed.
 *
 * Layout after the PSPP developers' guide, "System File Format". Long names (record 7/13), strings over
 * 255 bytes (7/14), labels and missing codes of strings over 8 bytes (7/21, 7/22), measure (7/11),
 * encoding (7/20) and the 64-bit row count (7/16) are written.
 *
 * Returns what the format could not hold, so that the caller can say so: labels over 255 bytes and value
 * labels over 120 are cut between characters, text over 32,767 bytes too, missing codes that fit no rule of
 * the format are left out, and Stata's `.a`–`.z` become system-missing.
 * Throws `Problem` where a name cannot stand in a `.sav`; then and on any other error leaves no file.
 */
export function writeSav(path: string, survey: SavSurvey): readonly Loss[] {
  refuseImpossibleNames(path, survey.variables);
  const { columns, rowCount } = survey;
  const dictionary = {
    ...survey,
    documents: survey.documents ?? [],
    multipleResponseSets: [],
    widths: survey.widths ?? {},
    originalNames: new Map<string, string>(),
    profiles: survey.variables.map((variable, index) => profileColumn(variable, columns[index], rowCount)),
  };
  const layout = layOut(dictionary);
  const sink = new ByteSink(path);
  try {
    writeDictionary(sink, dictionary, layout, 'bytes');
    const cases = new CaseWriter(sink, layout);
    cases.add({ columns, rowCount });
    cases.finish();
    sink.close();
  } catch (error) {
    sink.abandon();
    rmSync(path, { force: true });
    throw error;
  }
  return layout.losses;
}
