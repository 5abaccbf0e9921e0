import { mix, readableOn } from '../charts/colour.ts';
import { keyList } from './columnHeads.ts';
import { lineHeightOf, type Form, type Pen } from './pen.ts';
import { stopsOf, type Ruler } from './ruler.ts';

interface Between {
  readonly estimate: number;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
}

export interface ScatterPoint {
  readonly name: string;
  readonly across: Between;
  readonly up: Between;
  readonly colour: string;
  readonly form: Form;
  readonly hollow: boolean;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Points with the interval of both their values; a name that has no room is a number with a list. Gives the height. */
export function scatterPlot(
  pen: Pen,
  width: number,
  points: readonly ScatterPoint[],
  across: Ruler,
  up: Ruler,
  words: { readonly across: string; readonly up: string },
): number {
  const { label, small } = pen.type;
  const { palette } = pen;
  const bold = { weight: 600 } as const;
  const upWords = pen.lines(words.up, width, bold);
  const captionEnd = pen.textFrom(0, 0, upWords, bold);
  const numbers = Math.max(...stopsOf(up).map((stop) => pen.widthOf(up.write(stop), { size: small })));
  const left = numbers + label * 0.7;
  const right = width - Math.max(label, pen.widthOf(across.write(across.high), { size: small }) / 2);
  const top = captionEnd + label * 0.7;
  const high = Math.max(Math.min((right - left) * 0.66, label * 42), label * 20);
  const x = (value: number): number =>
    left + ((value - across.low) / (across.high - across.low)) * (right - left);
  const y = (value: number): number => top + (1 - (value - up.low) / (up.high - up.low)) * high;
  for (const stop of stopsOf(up)) {
    pen.line(
      [
        [left, y(stop)],
        [right, y(stop)],
      ],
      palette.line,
    );
    pen.text(left - label * 0.5, y(stop), up.write(stop), {
      size: small,
      fill: palette.inkSoft,
      align: 'right',
    });
  }
  const bottom = top + high;
  const stops = stopsOf(across);
  const widest =
    pen.widest(
      stops.map((stop) => across.write(stop)),
      { size: small },
    ) +
    label * 0.5;
  const every = Math.ceil((widest * (stops.length - 1)) / (right - left));
  stops.forEach((stop, index) => {
    pen.line(
      [
        [x(stop), top],
        [x(stop), bottom],
      ],
      palette.line,
    );
    if (index % every === 0)
      pen.text(x(stop), bottom + label * 0.35 + lineHeightOf(small) / 2, across.write(stop), {
        size: small,
        fill: palette.inkSoft,
        align: 'center',
      });
  });
  pen.line(
    [
      [left, bottom],
      [right, bottom],
    ],
    palette.inkSoft,
  );
  let end = bottom + label * 0.5 + lineHeightOf(small);
  const acrossWords = pen.lines(words.across, width - left, bold);
  end = pen.textFrom(right, end, acrossWords, { ...bold, align: 'right' });

  const places = points.map((point) => ({ point, x: x(point.across.estimate), y: y(point.up.estimate) }));
  for (const { point, x: cx, y: cy } of places) {
    const light = mix(point.colour, palette.canvas, 0.5);
    if (point.across.ciLow !== null && point.across.ciHigh !== null)
      pen.line(
        [
          [x(point.across.ciLow), cy],
          [x(point.across.ciHigh), cy],
        ],
        light,
        1,
      );
    if (point.up.ciLow !== null && point.up.ciHigh !== null)
      pen.line(
        [
          [cx, y(point.up.ciLow)],
          [cx, y(point.up.ciHigh)],
        ],
        light,
        1,
      );
  }
  const size = label * 0.85;
  const taken: Box[] = places.map(({ x: cx, y: cy }) => ({
    left: cx - size * 0.6,
    right: cx + size * 0.6,
    top: cy - size * 0.6,
    bottom: cy + size * 0.6,
  }));
  const inside: Box = { left: left + 1, top: captionEnd, right: width, bottom: bottom - 1 };
  const keys: { mark: string; text: string }[] = [];
  for (const { point, x: cx, y: cy } of places) {
    const spot = placeFor(pen, pen.lines(point.name, label * 12), cx, cy, size, taken, inside);
    if (spot) {
      taken.push(spot.box);
      pen.dot(cx, cy, size, point.form, point.colour, point.hollow);
      pen.text(spot.x, spot.y, spot.lines, { align: spot.align, halo: palette.canvas });
      continue;
    }
    const mark = pen.mark(keys.length + 1);
    keys.push({ mark, text: point.name });
    const numberSpot = placeFor(pen, [mark], cx, cy, size, taken, inside, 600);
    if (numberSpot) {
      taken.push(numberSpot.box);
      pen.dot(cx, cy, size, point.form, point.colour, point.hollow);
      pen.text(numberSpot.x, numberSpot.y, mark, {
        weight: 600,
        align: numberSpot.align,
        halo: palette.canvas,
      });
    } else {
      pen.dot(cx, cy, size * 1.35, point.form, point.colour, point.hollow);
      pen.text(cx, cy, mark, {
        size: small * 0.8,
        weight: 600,
        align: 'center',
        fill: point.hollow ? palette.ink : readableOn(point.colour),
      });
    }
  }
  return keys.length === 0 ? end : keyList(pen, keys, end + label * 0.8, width);
}

function placeFor(
  pen: Pen,
  lines: readonly string[],
  x: number,
  y: number,
  size: number,
  taken: readonly Box[],
  inside: Box,
  weight: 400 | 600 = 400,
): { x: number; y: number; lines: readonly string[]; align: 'left' | 'right' | 'center'; box: Box } | null {
  const { label } = pen.type;
  const wide = pen.widest(lines, { weight });
  const high = lines.length * lineHeightOf(label);
  const gap = size * 0.7 + label * 0.35;
  const [above, below] = [y - label * 0.3 - high / 2, y + label * 0.3 + high / 2];
  const candidates = [
    [x + gap, y, 'left'],
    [x - gap, y, 'right'],
    [x + gap * 0.8, above, 'left'],
    [x + gap * 0.8, below, 'left'],
    [x - gap * 0.8, above, 'right'],
    [x - gap * 0.8, below, 'right'],
    [x, y - gap - high / 2, 'center'],
    [x, y + gap + high / 2, 'center'],
  ] as const;
  for (const [at, middle, align] of candidates) {
    const left = align === 'left' ? at : align === 'right' ? at - wide : at - wide / 2;
    const box = { left, right: left + wide, top: middle - high / 2, bottom: middle + high / 2 };
    const fits =
      box.left >= inside.left &&
      box.right <= inside.right &&
      box.top >= inside.top &&
      box.bottom <= inside.bottom;
    if (fits && !taken.some((other) => overlap(box, other))) return { x: at, y: middle, lines, align, box };
  }
  return null;
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
