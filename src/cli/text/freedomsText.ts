import type { Output } from '#contract/index.ts';
import { methodLines, percent, testLine, type Asked } from './textFigures.ts';
import { textTable } from './textTable.ts';

const names = { neither: 'free from both', fearOnly: 'fear only', wantOnly: 'want only', both: 'both' };

/** Who is free from both, of all and by group, then the numbers of concerns. */
export function freedomsText(result: Output<'freedoms.run'>, asked: Asked): string {
  const { design, fear, want, atLeast, answered, counted, leftOut, inPart, split, by, groups, test } = result;
  const figures = (one: (typeof split)[number]): string => percent(one.share, one.shown);
  const labels = new Map(by?.categories.map(({ value, label }) => [value, label]));
  const splits = textTable(
    [by?.variable ?? '', ...split.map(({ part }) => names[part]), 'n'],
    [
      ...groups.map(({ value, split, n }) => [
        labels.get(value)!,
        ...split.map((one) => `${figures(one)}${one.letters && ` ${one.letters}`}`),
        n === null ? '(*)' : String(n),
      ]),
      ['all', ...split.map(figures), String(counted.n)],
    ],
  );
  const counts = textTable(
    ['% fear \\ want', ...want.map((_, index) => String(index)), String(want.length), 'all'],
    result.fearCounts.map((row) => [
      String(row.fear),
      ...result.counts
        .filter((cell) => cell.fear === row.fear)
        .map(({ share }) => (share.estimate === null ? '(*)' : (100 * share.estimate).toFixed(1))),
      percent(row.share, row.shown),
    ]),
  );
  const rule = answered === 'all' ? 'every concern' : 'at least half the concerns of each side';
  const unanswered =
    inPart > 0 ? ` ${inPart} of them have not answered all; what is missing counts as no concern.` : '';
  return [
    splits,
    '',
    counts,
    '',
    `Fear: at least ${atLeast.fear} of ${fear.length}; want: at least ${atLeast.want} of ${want.length}.`,
    `${counted.n} respondents with a valid answer to ${rule}; ${leftOut.n} left out.${unanswered}`,
    ...(test ? [testLine(test)] : []),
    methodLines(design, asked),
  ].join('\n');
}
