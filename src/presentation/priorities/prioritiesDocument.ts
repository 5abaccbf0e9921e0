import { counted, countCell, emptyCell, estimateCell, head, label, share } from '../documentCells.ts';
import type { DocumentCell, DocumentRow, DocumentTable } from '../tableDocument.ts';
import type { Formats } from '../text/createFormats.ts';
import { letterOf } from '../text/letterOf.ts';
import { sharedHead } from '../text/sharedHead.ts';
import type { Reason } from '#contract/estimate.ts';
import type { Translate } from '../text/translator.ts';
import type { AnsweredPriorities } from './prioritiesSurroundings.ts';
import {
  priorityRows,
  reasonsOf,
  rowWords,
  type Figure,
  type PriorityRow,
  type Ranking,
} from './priorityRows.ts';
import { firstSort, sortRows } from './sortRows.ts';

/** The ranking as the window tabulates it, in the order that its table has. */
export function prioritiesDocument(
  { result, definition }: AnsweredPriorities,
  t: Translate,
  formats: Formats,
  locale: string,
): readonly DocumentTable[] {
  const { rows, shared } = priorityRows(result, formats, rowWords(t));
  const groups = result.by?.categories ?? [];
  const { key } = definition.sort;
  const sort = typeof key === 'number' && key >= groups.length ? firstSort('rank') : definition.sort;
  const reasons = reasonsOf(rows);
  const withSeverity = definition.picture === 'severity';
  const none = t('priorities.notTold');
  return [
    {
      name: '',
      labelHeads: [
        t('priorities.rankHead'),
        sharedHead(t('priorities.name'), shared, t),
        t('priorities.freedomHead'),
      ],
      heads: [
        [
          head(t('priorities.share')),
          ...(withSeverity ? [head(t('priorities.severityHead'))] : []),
          head(t('priorities.n')),
          head(t('priorities.deff')),
          ...groups.map((group, index) => head(group.label, letterOf(index))),
        ],
      ],
      columnCount: 3 + Number(withSeverity) + groups.length,
      sections: [
        {
          heading: '',
          problem: '',
          rows: sortRows(rows, sort, locale).map((row): DocumentRow => ({
            kind: 'category',
            labels: [
              label(row.rank === null ? none : formats.count(row.rank), row.rank),
              label(row.name),
              label(row.freedom ? t(`freedom.${row.freedom}`) : ''),
            ],
            cells: [
              figureCell(row, reasons),
              ...(withSeverity ? [severityCell(row, reasons, none)] : []),
              countCell(row.n, t('priorities.suppressed'), formats),
              deffCell(row, none),
              ...groupCells(row, reasons, t),
            ],
          })),
        },
      ],
    },
  ];
}

/** One concern in each group of a variable. */
export function concernDocument(result: Ranking, t: Translate, formats: Formats): readonly DocumentTable[] {
  const { rows } = priorityRows(result, formats, rowWords(t));
  const reasons = reasonsOf(rows);
  const [row] = rows;
  const all: DocumentRow = {
    kind: 'total',
    labels: [label(''), label(t('freedoms.all'))],
    cells: [figureCell(row, reasons), countCell(row.n, t('priorities.suppressed'), formats)],
  };
  const cells = groupCells(row, reasons, t);
  return [
    {
      name: '',
      labelHeads: ['', t('freedoms.group')],
      heads: [[head(t('priorities.share')), head(t('priorities.n'))]],
      columnCount: 2,
      sections: [
        {
          heading: '',
          problem: '',
          rows: [
            all,
            ...row.groups.map((group, index): DocumentRow => ({
              kind: 'category',
              labels: [label(letterOf(index)), label(group.label)],
              cells: [cells[index], countCell(group.n, t('priorities.suppressed'), formats)],
            })),
          ],
        },
      ],
    },
  ];
}

const printed = (figure: Figure) => ({
  ...figure.share,
  shown: figure.share.estimate === null ? ('suppressed' as const) : figure.shown,
  text: figure.text,
  intervalText: figure.interval,
  format: share(),
});

const figureCell = (figure: Figure, reasons: readonly Reason[]): DocumentCell =>
  estimateCell(printed(figure), { why: figure.why, reasons });

const groupCells = ({ groups }: PriorityRow, reasons: readonly Reason[], t: Translate): DocumentCell[] =>
  groups.map((group) =>
    estimateCell(printed(group), {
      why: group.why,
      reasons,
      letters: group.letters,
      sign: group.differs ? t(`priorities.${group.differs}`) : '',
    }),
  );

function severityCell({ severity }: PriorityRow, reasons: readonly Reason[], none: string): DocumentCell {
  return 'none' in severity ? { ...emptyCell, text: none } : figureCell(severity, reasons);
}

function deffCell({ share: { deff, estimate }, deff: text }: PriorityRow, none: string): DocumentCell {
  if (deff === null || estimate === null || text === '') return { ...emptyCell, text: none };
  return {
    ...emptyCell,
    state: 'yes',
    value: deff,
    text,
    format: { ...counted, kind: 'number', decimals: 2 },
  };
}
