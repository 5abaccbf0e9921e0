import { localeOf } from '#contract/localeOf.ts';
import type { Reader } from '#contract/language.ts';
import type { DocumentReader } from '#presentation/analysis/answeredDocument.ts';
import { createFormats } from '#presentation/text/createFormats.ts';
import { problemText } from '#presentation/text/problemText.ts';
import { createTranslator } from '#presentation/text/translator.ts';
import { catalogues } from '#words/catalogues.ts';

/** The words and numbers of somebody who reads this language. */
export function readerOf(reader: Reader): DocumentReader {
  const locale = localeOf(reader);
  const t = createTranslator(locale, catalogues[reader.language]);
  const formats = createFormats(locale);
  return { t, formats, locale, problemText: (problem) => problemText(problem, t, formats) };
}
