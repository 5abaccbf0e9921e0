import type { PairResult } from '#contract/matrix.ts';
import { countCell, estimateCell, head, label, share } from '../documentCells.ts';
import type { BesideFigure, DocumentCell, DocumentRow, DocumentTable } from '../tableDocument.ts';
import type { Formats } from '../text/createFormats.ts';
import type { Translate } from '../text/translator.ts';
import { pairGroups } from './pairGroups.ts';

type Cell = PairResult['cells'][number];

/** The four groups of a pair, the shares on either side, and the pair by group. */
export function pairDocument(result: PairResult, t: Translate, formats: Formats): readonly DocumentTable[] {
  return [
    fourGroups(result, t, formats),
    bothSides(result, t, formats),
    ...(result.groups ? [byGroup(result, t, formats)] : []),
  ];
}

function fourGroups({ cells, pair }: PairResult, t: Translate, formats: Formats): DocumentTable {
  const hidden = t('matrix.suppressed');
  const besideOf = ({ n, weightedN }: Cell): BesideFigure[] =>
    (['n', 'weightedN'] as const).flatMap((name) => {
      const value = name === 'n' ? n : weightedN;
      const format = { kind: 'count', decimals: 0 } as const;
      return value === null ? [] : [{ name, value, text: formats.count(value), format }];
    });
  const cellOf = (cell: Cell): DocumentCell =>
    estimateCell(
      {
        ...cell.ofTotal,
        shown: cell.ofTotal.estimate === null || pair.shown === 'suppressed' ? 'suppressed' : pair.shown,
        text:
          cell.ofTotal.estimate === null || pair.shown === 'suppressed'
            ? hidden
            : formats.percent(cell.ofTotal.estimate, 1),
        intervalText: formats.percentInterval(cell.ofTotal, 1),
        format: share(),
      },
      { beside: besideOf(cell) },
    );
  const rows = [true, false].map((fear): DocumentRow => ({
    kind: 'category',
    labels: [label(t(fear ? 'pair.fearYes' : 'pair.fearNo'))],
    cells: [true, false].flatMap((want) =>
      cells.filter((cell) => cell.fear === fear && cell.want === want).map(cellOf),
    ),
  }));
  return {
    name: t('publication.fourGroups'),
    labelHeads: [''],
    heads: [[head(t('pair.wantYes')), head(t('pair.wantNo'))]],
    columnCount: 2,
    sections: [{ heading: '', problem: '', rows }],
  };
}

function bothSides(result: PairResult, t: Translate, formats: Formats): DocumentTable {
  const { shown } = result.pair;
  const rowOf = (words: string, estimate: Cell['ofTotal']): DocumentRow => ({
    kind: 'category',
    labels: [label(words)],
    cells: [
      estimateCell({
        ...estimate,
        shown,
        text:
          shown === 'suppressed'
            ? t('matrix.suppressed')
            : estimate.estimate === null
              ? t('matrix.notEstimable')
              : formats.percent(estimate.estimate, 1),
        intervalText: formats.percentInterval(estimate, 1),
        format: share(),
      }),
    ],
  });
  return {
    name: t('publication.bothSides'),
    labelHeads: [''],
    heads: [[head(t('priorities.share'))]],
    columnCount: 1,
    sections: [
      {
        heading: t('pair.wantGivenFear'),
        problem: '',
        rows: [
          rowOf(t('pair.withFear'), result.pair.wantGivenFear),
          rowOf(t('pair.withoutFear'), result.wantGivenNoFear),
        ],
      },
      {
        heading: t('pair.fearGivenWant'),
        problem: '',
        rows: [
          rowOf(t('pair.withWant'), result.pair.fearGivenWant),
          rowOf(t('pair.withoutWant'), result.fearGivenNoWant),
        ],
      },
    ],
  };
}

function byGroup(result: PairResult, t: Translate, formats: Formats): DocumentTable {
  const printed = pairGroups(result, formats);
  const rows = (result.groups ?? []).map((group, index): DocumentRow => {
    const row = printed[index];
    const hidden = row.shown === 'suppressed';
    return {
      kind: 'category',
      labels: [label(row.letter), label(row.label)],
      cells: [
        estimateCell(
          {
            ...row.share,
            shown: row.shown,
            text: hidden ? t('matrix.suppressed') : row.text,
            intervalText: row.intervalText,
            format: share(),
          },
          { letters: row.letters },
        ),
        estimateCell({
          ...group.difference,
          shown: row.shown,
          text: hidden ? t('matrix.suppressed') : row.difference || t('matrix.notEstimable'),
          intervalText: row.differenceInterval,
          format: { kind: 'points', decimals: 1 },
        }),
        countCell(group.n, t('matrix.suppressed'), formats),
      ],
    };
  });
  return {
    name: t('pair.byGroup'),
    labelHeads: ['', t('freedoms.group')],
    heads: [[head(t('pair.wantGivenFear')), head(t('publication.differencePoints')), head(t('pair.n'))]],
    columnCount: 3,
    sections: [{ heading: '', problem: '', rows }],
  };
}
