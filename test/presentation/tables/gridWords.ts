import type { GridShow, GridWords } from '#presentation/tables/tableGrid.ts';

export const gridWords: GridWords = {
  ...{ total: 'Total', mean: 'Mean', suppressed: '(*)', suppressedLong: 'not shown' },
  ...{ bracketedLong: 'few', nothing: '–', nothingLong: 'no figure' },
  bracket: (text) => `(${text})`,
  short: { n: 'n', weightedN: 'N', se: 'se', interval: '', deff: 'deff' },
  test: ({ f, why }) => why ?? `F = ${f}`,
};

export const plainShow: GridShow = {
  ...{ share: 'ofColumn', statistics: [], sort: 'labels', hideEmpty: false, moreDecimals: false },
};
