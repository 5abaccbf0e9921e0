export interface FileTogether {
  readonly name: string;
  readonly path: string;
}

export interface DataWithCompanion {
  readonly data: FileTogether;
  readonly companion: FileTogether;
  /** The other sheet of a form that comes as two CSV files. */
  readonly sibling?: FileTogether;
}

/** A form that comes as two CSV files: its questions, and its choices. */
export function formSheets<File extends { readonly name: string }>(
  files: readonly File[],
): readonly [questions: File, choices: File] | null {
  const sheets = files.filter(({ name }) => /\.[ct]sv$/i.test(name));
  const choices = sheets.find(({ name }) => /choices?/i.test(name));
  const questions = [/question/i, /survey/i, /form/i]
    .map((word) => sheets.find((one) => one !== choices && word.test(one.name)))
    .find((one) => one !== undefined);
  return choices && questions ? [questions, choices] : null;
}

/**
 * How files may belong together: data and the two sheets of a form; or, of two files, the likelier way first: an `.xml` is a codebook, a workbook beside
 * another file is its form, and of two workbooks the one that is called a form is. Otherwise either may be.
 */
export function dataWithCompanion(files: readonly FileTogether[]): readonly DataWithCompanion[] {
  const sheets = formSheets(files);
  const rest = files.filter((one) => !sheets?.includes(one));
  if (sheets && rest.length === 1) return [{ data: rest[0], companion: sheets[0], sibling: sheets[1] }];
  if (files.length !== 2) return [];
  const [a, b] = files;
  const ways: readonly DataWithCompanion[] = [
    { data: a, companion: b },
    { data: b, companion: a },
  ];
  const [likelihoodA, likelihoodB] = [explains(a), explains(b)];
  if (likelihoodA === 0 && likelihoodB === 0) return [];
  const sorted = likelihoodA > likelihoodB ? ways.toReversed() : ways;
  return Math.max(likelihoodA, likelihoodB) === certain ? sorted.slice(0, 1) : sorted;
}

const certain = 3;

export const isCodebook = (name: string): boolean => /\.(xml|ddi)$/i.test(name);

/** Formats that say little or nothing about their variables, so that a form or codebook beside them helps. */
export const takesCompanion = (format: string): boolean =>
  ['csv', 'xlsx', 'xls', 'parquet', 'fixed'].includes(format);

/** Whether a file that comes alone may be the form or codebook of one of this format. */
export const mayExplain = (name: string, format: string): boolean =>
  takesCompanion(format) && explains({ name, path: '' }) > 0;

/** How far a name says that the file explains another one. */
function explains({ name }: FileTogether): number {
  if (isCodebook(name)) return certain;
  if (!/\.xlsx?$/i.test(name)) return 0;
  return /form|survey[-_ ]?def|questionn|codebook|dictionary/i.test(name) ? 2 : 1;
}
