import type { SplitPart } from '#contract/freedoms.ts';
import { partColours } from '../freedoms/splitChart.ts';
import type { AnsweredFreedoms } from '../freedoms/freedomsSurroundings.ts';
import { splitRows, splitWords } from '../freedoms/splitRows.ts';
import type { Drawing } from './figureContent.ts';
import { intervalRows } from './intervalRows.ts';
import type { Form } from './pen.ts';
import { shareRuler } from './ruler.ts';
import { stackedBars } from './stackedBars.ts';

const parts: readonly SplitPart[] = ['neither', 'fearOnly', 'wantOnly', 'both'];
const forms: Readonly<Record<SplitPart, Form>> = {
  neither: 'circle',
  fearOnly: 'circle',
  wantOnly: 'diamond',
  both: 'square',
};

/** The four-way split of all and of each group: as parts of a bar, or each with its interval. */
export function freedomsFigure(
  { result, definition }: AnsweredFreedoms,
  { pen, width, t, formats }: Drawing,
): number {
  const { palette } = pen;
  const rows = splitRows(result, formats, splitWords(t));
  const sub = (n: number | null): string =>
    n === null ? '' : t('common.respondents', { count: formats.count(n) });
  const nameOf = (part: SplitPart): string => t(`freedoms.parts.${part}`);
  if (definition.view === 'dots') {
    const hues = {
      neither: palette.inkSoft,
      fearOnly: palette.fear,
      wantOnly: palette.want,
      both: palette.diverging[4],
    };
    const highest = rows.flatMap(({ cells }) => cells.map(({ ciHigh, estimate }) => ciHigh ?? estimate));
    return intervalRows(
      pen,
      width,
      rows.map((row) => ({
        label: row.label,
        sub: sub(row.n),
        ...(rows.length > 1 && { prefix: row.letter }),
        cells: parts.map((part, place) => {
          const { estimate, ciLow, ciHigh, text, intervalText, letters } = row.cells[place];
          return {
            estimate,
            ciLow,
            ciHigh,
            hollow: row.shown === 'bracketed',
            colour: hues[part],
            form: forms[part],
            text: letters === '' ? text : `${text} ${letters}`,
            interval: intervalText,
          };
        }),
      })),
      parts.map((part) => ({ title: nameOf(part), colour: hues[part] })),
      shareRuler(highest, (share) => formats.percent(share)),
    );
  }
  const colours = partColours(palette);
  return stackedBars(
    pen,
    width,
    rows.map((row) => ({
      label: row.label,
      sub: sub(row.n),
      prefix: rows.length > 1 ? row.letter : '',
      instead: row.shown === 'suppressed' ? row.cells[0].text : null,
      parts: row.cells.map(({ estimate, text, letters }) => ({ share: estimate, text, letters })),
    })),
    parts.map((part) => ({ text: nameOf(part), colour: colours[part] })),
  );
}
