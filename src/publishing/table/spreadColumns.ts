import type { BesideName, DocumentTable, DocumentWords } from '#presentation/tableDocument.ts';

/** What a column of a table becomes where each figure has a cell of its own. */
export type Spread = 'value' | 'letters' | 'low' | 'high' | BesideName;

const besides = ['n', 'weightedN', 'se', 'deff'] as const satisfies readonly BesideName[];

/** For each column of figures what stands in any of its cells. */
export function spreadColumns({ columnCount, sections }: DocumentTable): readonly (readonly Spread[])[] {
  const rows = sections.flatMap((section) => section.rows).filter(({ kind }) => kind !== 'test');
  return Array.from({ length: columnCount }, (_, column): Spread[] => {
    const cells = rows.flatMap(({ cells: all }) => all.slice(column, column + 1));
    const hasInterval = cells.some(({ interval }) => interval !== null);
    return [
      'value',
      ...(cells.some(({ letters }) => letters !== '') ? (['letters'] as const) : []),
      ...(hasInterval ? (['low', 'high'] as const) : []),
      ...besides.filter((name) => cells.some(({ beside }) => beside.some((one) => one.name === name))),
    ];
  });
}

/** Above the figure itself stands nothing. */
export function spreadName(spread: Spread, words: DocumentWords): string {
  switch (spread) {
    case 'value':
      return '';
    case 'letters':
      return words.letters;
    case 'low':
      return words.low;
    case 'high':
      return words.high;
    default:
      return words.beside[spread];
  }
}
