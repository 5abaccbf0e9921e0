import { uniqueNames } from '../uniqueNames.ts';

export interface CsvName {
  readonly name: string;
  /** The header's text where the name is not that text; else empty. */
  readonly label: string;
}

/** Names for the columns: the header's text without HTML, made unique; what was changed stays as the label. */
export function csvNames(header: readonly string[]): CsvName[] {
  const texts = header.map(withoutHtml);
  const names = uniqueNames(texts);
  return names.map((name, index) => ({ name, label: name === header[index].trim() ? '' : texts[index] }));
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Text as it is shown: Kobo and ODK let forms style their questions: `<span style="color:red">Thank you</span>`. */
export function withoutHtml(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, entity: string) => entities[entity])
    .replace(/\s+/g, ' ')
    .trim();
}
