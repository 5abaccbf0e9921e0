export interface FileTogether {
  readonly name: string;
  readonly path: string;
}

export interface DataWithCompanion {
  readonly data: FileTogether;
  readonly companion: FileTogether;
}

/**
 * How two files may belong together, the likelier way first: an `.xml` is a codebook, a workbook beside
 * another file is its form, and of two workbooks the one that is called a form is. Otherwise either may be.
 */
export function dataWithCompanion(files: readonly FileTogether[]): readonly DataWithCompanion[] {
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
