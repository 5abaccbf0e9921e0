import { lineHeightOf, type Pen, type TextLook } from './pen.ts';

/** Names above (or below) columns: straight, running upwards, or as numbers with a list where they are too long. */
export interface ColumnHeads {
  readonly height: number;
  /** How far the last name reaches beyond its column; 0: not at all. */
  readonly keys: readonly string[];
  /** `at`: the middle of each column; `edge`: where the names end above the columns, or begin below them. */
  draw(at: readonly number[], edge: number, side?: 'above' | 'below'): void;
}

const mostLines = 6;

export function columnHeads(
  pen: Pen,
  names: readonly string[],
  cell: number,
  look: TextLook = {},
): ColumnHeads {
  const size = look.size ?? pen.type.label;
  const line = lineHeightOf(size);
  const room = cell - size * 0.35;
  const words = names.flatMap((name) => name.split(/[ \t]+/));
  if (pen.widest(words, look) <= room) {
    const straight = names.map((name) => pen.lines(name, room, look));
    const lines = Math.max(...straight.map(({ length }) => length));
    if (lines <= mostLines)
      return {
        height: lines * line,
        keys: [],
        draw: (at, edge, side = 'above') =>
          straight.forEach((each, index) => {
            const top = side === 'above' ? edge - each.length * line : edge;
            pen.textFrom(at[index], top, each, { ...look, align: 'center' });
          }),
      };
  }
  const beside = Math.floor(cell / (line * 0.92));
  const longest = size * 17;
  const turned = names.map((name) => balanced(pen, name, beside, look));
  const length = Math.max(...turned.map((lines) => pen.widest(lines, look)), 0);
  if (beside >= 1 && length <= longest && turned.every((lines) => lines.length <= beside))
    return {
      height: length,
      keys: [],
      draw: (at, edge, side = 'above') =>
        turned.forEach((lines, index) =>
          lines.forEach((each, place) => {
            const x = at[index] + (place - (lines.length - 1) / 2) * line * 0.92;
            pen.turned(x, side === 'above' ? edge : edge + pen.widthOf(each, look), each, look);
          }),
        ),
    };
  const strong: TextLook = { ...look, weight: 600 };
  const widest = Math.max(...names.map((_, index) => pen.widthOf(pen.mark(index + 1), strong)));
  const markSize = Math.min(size, (size * (cell - size * 0.2)) / widest);
  return {
    height: line,
    keys: names,
    draw: (at, edge, side = 'above') =>
      names.forEach((_, index) =>
        pen.textFrom(at[index], side === 'above' ? edge - line : edge, pen.mark(index + 1), {
          ...look,
          size: markSize,
          weight: 600,
          align: 'center',
        }),
      ),
  };
}

/** In at most so many lines, as short as they can be. */
function balanced(pen: Pen, name: string, lines: number, look: TextLook): readonly string[] {
  const whole = pen.widthOf(name, look);
  if (lines <= 1) return [name];
  for (let width = whole / lines; width < whole; width += whole / 40) {
    const tried = pen.lines(name, width, look);
    if (tried.length <= lines && pen.widest(name.split(' '), look) <= width) return tried;
  }
  return [name];
}

/** The list that numbers stand for, in as many columns as fit; gives where it ends. */
export function keyList(
  pen: Pen,
  keys: readonly { readonly mark: string; readonly text: string }[],
  top: number,
  width: number,
): number {
  const { label, small } = pen.type;
  const look = { size: small };
  const sign = Math.max(...keys.map(({ mark }) => pen.widthOf(mark, { ...look, weight: 600 }))) + label * 0.5;
  const gap = label * 1.5;
  const natural = Math.max(...keys.map(({ text }) => pen.widthOf(text, look))) + sign;
  const columns = Math.max(
    1,
    Math.min(Math.floor((width + gap) / (Math.min(natural, width) + gap)), keys.length, 4),
  );
  const each = (width - (columns - 1) * gap) / columns;
  const perColumn = Math.ceil(keys.length / columns);
  let bottom = top;
  for (let column = 0; column < columns; column++) {
    let y = top;
    for (const { mark, text } of keys.slice(column * perColumn, (column + 1) * perColumn)) {
      const x = column * (each + gap);
      pen.textFrom(x, y, mark, { ...look, weight: 600 });
      y = pen.textFrom(x + sign, y, pen.lines(text, each - sign, look), look) + label * 0.1;
    }
    bottom = Math.max(bottom, y);
  }
  return bottom;
}
