import type { Estimate, Shown } from '#contract/estimate.ts';
import type { PairResult } from '#contract/matrix.ts';
import { pairGroups } from '../matrix/pairGroups.ts';
import type { Drawing } from './figureContent.ts';
import { intervalRows, type IntervalCell, type IntervalRow } from './intervalRows.ts';
import { shareRuler } from './ruler.ts';

/** A fear and a want: each among those with and without the other, or in each group. */
export function pairFigure(result: PairResult, drawing: Drawing): number {
  const { pen, width, t, formats } = drawing;
  const rows = result.by ? groupRows(result, drawing) : shareRows(result, drawing);
  const highest = rows.flatMap(({ cells }) => cells.map(({ ciHigh, estimate }) => ciHigh ?? estimate));
  if (result.pair.shown === 'suppressed')
    return pen.textFrom(0, 0, pen.lines(t('pair.suppressed'), width), { fill: pen.palette.inkSoft });
  return intervalRows(
    pen,
    width,
    rows,
    [{ title: '' }],
    shareRuler(highest, (share) => formats.percent(share)),
  );
}

function shareRows(result: PairResult, { pen, t, formats }: Drawing): readonly IntervalRow[] {
  const { palette } = pen;
  const cell = (share: Estimate, colour: string, hollow: boolean, shown: Shown): IntervalCell => {
    const text = share.estimate === null ? t('matrix.notEstimable') : formats.percent(share.estimate, 1);
    return {
      estimate: share.estimate,
      ciLow: share.ciLow,
      ciHigh: share.ciHigh,
      hollow,
      colour,
      form: colour === palette.fear ? 'circle' : 'diamond',
      text: shown === 'bracketed' && share.estimate !== null ? t('matrix.bracket', { text }) : text,
      interval: formats.percentInterval(share, 1),
    };
  };
  const { shown } = result.pair;
  const row = (
    heading: string | null,
    label: string,
    share: Estimate,
    colour: string,
    hollow: boolean,
  ): IntervalRow => ({
    ...(heading !== null && { heading }),
    label,
    cells: [cell(share, colour, hollow, shown)],
  });
  return [
    row(t('pair.wantGivenFear'), t('pair.withFear'), result.pair.wantGivenFear, palette.want, false),
    row(null, t('pair.withoutFear'), result.wantGivenNoFear, palette.want, true),
    row(t('pair.fearGivenWant'), t('pair.withWant'), result.pair.fearGivenWant, palette.fear, false),
    row(null, t('pair.withoutWant'), result.fearGivenNoWant, palette.fear, true),
  ];
}

function groupRows(result: PairResult, { pen, t, formats }: Drawing): readonly IntervalRow[] {
  return pairGroups(result, formats).map(
    ({ letter, label, n, shown, share, text, intervalText, letters }) => ({
      label,
      prefix: letter,
      sub: t('common.respondents', { count: n }),
      cells: [
        {
          estimate: share.estimate,
          ciLow: share.ciLow,
          ciHigh: share.ciHigh,
          hollow: shown === 'bracketed',
          colour: pen.palette.want,
          form: 'diamond',
          text:
            shown === 'suppressed' ? t('matrix.suppressed') : letters === '' ? text : `${text} ${letters}`,
          interval: intervalText,
        },
      ],
    }),
  );
}
