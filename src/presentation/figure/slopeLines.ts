import { spread } from '../tables/charts/spread.ts';
import { columnHeads, keyList } from './columnHeads.ts';
import { lineHeightOf, type Pen } from './pen.ts';
import type { Ruler } from './ruler.ts';

export interface SlopeLine {
  readonly name: string;
  readonly colour: string;
  readonly points: readonly {
    readonly estimate: number | null;
    readonly text: string;
    readonly hollow: boolean;
  }[];
}

/** A line each over columns in their order, with names and numbers at its ends. Gives the height. */
export function slopeLines(
  pen: Pen,
  width: number,
  lines: readonly SlopeLine[],
  columns: readonly string[],
  ruler: Ruler,
): number {
  const { label } = pen.type;
  const { palette } = pen;
  const line = lineHeightOf(label);
  const bold = { weight: 600 } as const;
  const last = columns.length - 1;
  const numbers = Math.max(
    ...lines.flatMap(({ points }) => points.map(({ text }) => pen.widthOf(text, bold))),
  );
  const natural = Math.max(...lines.map(({ name }) => pen.widthOf(name)));
  const nameWidth = Math.min(natural, Math.max(width * 0.34, label * 8));
  const tie = label * 1.3;
  const left = numbers + tie + label * 0.4;
  const right = width - nameWidth - numbers - tie - label * 1.2;
  const between = (right - left) / Math.max(last, 1);
  const names = lines.map(({ name }) => pen.lines(name, nameWidth));
  const all = names.reduce((sum, each) => sum + each.length * line, 0) + label;
  const high = Math.max(all, label * 18, Math.min((right - left) * 0.7, label * 30));
  const xOf = (column: number): number => left + column * between;
  const yOf = (value: number): number => (1 - (value - ruler.low) / (ruler.high - ruler.low)) * high;
  columns.forEach((_, column) =>
    pen.line(
      [
        [xOf(column), 0],
        [xOf(column), high],
      ],
      palette.line,
    ),
  );
  const heads = columnHeads(pen, columns, between, { fill: palette.ink });
  heads.draw(
    columns.map((_, column) => xOf(column)),
    high + label * 0.5,
    'below',
  );

  for (const { points, colour } of lines) {
    let path: [number, number][] = [];
    const draw = (): void => {
      if (path.length > 1) pen.line(path, colour, label * 0.2);
      path = [];
    };
    points.forEach(({ estimate }, column) => {
      if (estimate === null) draw();
      else path.push([xOf(column), yOf(estimate)]);
    });
    draw();
    points.forEach(({ estimate, hollow }, column) => {
      if (estimate !== null) pen.dot(xOf(column), yOf(estimate), label * 0.7, 'circle', colour, hollow);
    });
  }
  const starts = lines.flatMap(({ points: [first], colour }) =>
    first.estimate === null ? [] : [{ text: first.text, colour, y: yOf(first.estimate) }],
  );
  const startsAt = spread(
    starts.map(({ y }) => ({ at: y, size: line })),
    high + line / 2,
  );
  starts.forEach(({ text, colour, y }, index) => {
    pen.line(
      [
        [left - label * 0.5, y],
        [left - tie, startsAt[index]],
      ],
      colour,
    );
    pen.text(left - tie - label * 0.3, startsAt[index], text, { align: 'right' });
  });
  const ends = lines.flatMap(({ points, colour }, index) => {
    const known = points.findLast(({ estimate }) => estimate !== null)?.estimate ?? null;
    const end = points[last];
    return known === null
      ? []
      : [{ index, colour, y: yOf(known), tied: end.estimate !== null, text: end.text }];
  });
  const endsAt = spread(
    ends.map(({ index, y }) => ({ at: y, size: names[index].length * line })),
    high + line / 2,
  );
  ends.forEach(({ index, colour, y, tied, text }, place) => {
    if (tied)
      pen.line(
        [
          [right + label * 0.5, y],
          [right + tie, endsAt[place]],
        ],
        colour,
      );
    pen.text(right + tie + label * 0.3, endsAt[place], text, bold);
    pen.text(right + tie + label * 0.9 + numbers, endsAt[place], names[index]);
  });
  let bottom = high + label * 0.5 + heads.height;
  if (heads.keys.length > 0)
    bottom = keyList(
      pen,
      heads.keys.map((text, index) => ({ mark: pen.mark(index + 1), text })),
      bottom + label * 0.6,
      width,
    );
  return bottom;
}
