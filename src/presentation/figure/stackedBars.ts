import { readableOn } from '../charts/colour.ts';
import { legendLine } from './legendLine.ts';
import { lineHeightOf, type Pen } from './pen.ts';

export interface StackedPart {
  readonly share: number | null;
  readonly text: string;
  /** Under the number, smaller. */
  readonly letters: string;
  /** By which the legend names it, where colours alone do not tell; it stands where the share has no room too. */
  readonly number?: string;
}

export interface StackedRow {
  readonly label: string;
  readonly sub: string;
  readonly prefix: string;
  readonly parts: readonly StackedPart[];
  /** Stands in the place of the bar. */
  readonly instead: string | null;
}

/** Bars cut into parts, with a legend above. Gives the height. */
export function stackedBars(
  pen: Pen,
  width: number,
  rows: readonly StackedRow[],
  parts: readonly { readonly text: string; readonly colour: string }[],
): number {
  const { label, small } = pen.type;
  const { palette } = pen;
  const entries = parts.map(({ text, colour }) => ({ text, colour, form: 'box' as const }));
  const legendEnd = legendLine(pen, entries, 0, 0, width);
  const prefix = Math.max(0, ...rows.map((row) => pen.widthOf(row.prefix, { weight: 600 })));
  const labels = prefix === 0 ? 0 : prefix + label * 0.6;
  const natural = Math.max(
    ...rows.map((row) => Math.max(pen.widthOf(row.label), pen.widthOf(row.sub, { size: small }))),
    0,
  );
  const labelWidth = Math.min(natural, Math.max(width * 0.36 - labels, label * 7));
  const left = labels + labelWidth + label * 0.8;
  const room = width - left;
  const hasLetters = rows.some((row) =>
    row.parts.some(({ letters, number = '' }) => letters !== '' || number !== ''),
  );
  let y = legendEnd + label * 0.9;
  for (const row of rows) {
    const lines = pen.lines(row.label, labelWidth);
    const sub = row.sub === '' ? [] : pen.lines(row.sub, labelWidth, { size: small });
    const words = lines.length * lineHeightOf(label) + sub.length * lineHeightOf(small);
    const bar = label * (hasLetters ? 2.6 : 1.9);
    const high = Math.max(words, bar) + label * 0.5;
    const middle = y + high / 2;
    if (row.prefix !== '')
      pen.text(0, middle - words / 2 + lineHeightOf(label) / 2, row.prefix, {
        weight: 600,
        fill: palette.inkSoft,
      });
    const after = pen.textFrom(labels, middle - words / 2, lines);
    pen.textFrom(labels, after, sub, { size: small, fill: palette.inkSoft });
    if (row.instead !== null) pen.text(left, middle, row.instead, { fill: palette.inkSoft });
    let x = left;
    row.parts.forEach(({ share, text, letters, number = '' }, index) => {
      if (share === null || row.instead !== null) return;
      const wide = share * room;
      const { colour } = parts[index];
      pen.marks.push({
        kind: 'rect',
        x,
        y: middle - bar / 2,
        width: wide,
        height: bar,
        fill: colour,
        stroke: palette.canvas,
        lineWidth: 1,
      });
      const under = letters === '' ? number : letters;
      const fits =
        Math.max(pen.widthOf(text, { weight: 600 }), pen.widthOf(under, { size: small })) + label * 0.5 <=
        wide;
      const ink = { fill: readableOn(colour), align: 'center' as const };
      if (fits && under === '') pen.text(x + wide / 2, middle, text, { ...ink, weight: 600 });
      else if (fits) {
        pen.text(x + wide / 2, middle - label * 0.55, text, { ...ink, weight: 600 });
        pen.text(x + wide / 2, middle + label * 0.65, under, { ...ink, size: small });
      } else if (number !== '' && pen.widthOf(number, { size: small }) + label * 0.2 <= wide)
        pen.text(x + wide / 2, middle + label * 0.65, number, { ...ink, size: small });
      x += wide;
    });
    y += high;
  }
  return y;
}
