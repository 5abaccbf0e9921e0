import { beforeAll, describe, expect, it } from 'vitest';
import { localeOf } from '#contract/localeOf.ts';
import type { Reader } from '#contract/language.ts';
import type { AnsweredAnalysis } from '#presentation/analysis/answered.ts';
import { figureOf } from '#presentation/figure/figureOf.ts';
import type { Figure, TextMark } from '#presentation/figure/marks.ts';
import { createFormats } from '#presentation/text/createFormats.ts';
import { createTranslator } from '#presentation/text/translator.ts';
import { createMeasure } from '#publishing/figure/measureText.ts';
import { catalogues } from '#words/catalogues.ts';
import { answeredRooms, definitions, relabelled } from './everyRoom.ts';

const measure = createMeasure();
const pixels = 96 / 25.4;
const widths = { column: 85, page: 170, slide: 254 };

/** 120 letters, with words of all lengths, and none the same as another. */
const long = (before: string): string =>
  `${before}, and what a household would say of it if it were asked in words as long as the questionnaires of ministries have`.slice(
    0,
    120,
  );
const bangla = (before: string): string =>
  `${before.slice(0, 6)} নিরাপত্তাহীনতা ও খাদ্যের অভাব, প্রাকৃতিক দুর্যোগ এবং চাঁদাবাজি`;

interface Setting {
  readonly words: string;
  readonly reader: Reader;
  readonly label: (before: string) => string;
}
const own = (before: string): string => before;
const settings: readonly Setting[] = [
  { words: 'English', reader: { language: 'en', digits: 'western' }, label: own },
  { words: 'English with long labels', reader: { language: 'en', digits: 'western' }, label: long },
  { words: 'French', reader: { language: 'fr', digits: 'western' }, label: own },
  { words: 'Bangla', reader: { language: 'bn', digits: 'bangla' }, label: bangla },
];

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf({ text, size, weight, align, x, y, turned }: TextMark): Box {
  const wide = measure(text, size, weight);
  const [up, down] = [size * 0.74, size * 0.2];
  if (turned) return { text, left: x - up, right: x + down, top: y - wide, bottom: y };
  const left = align === 'left' ? x : align === 'right' ? x - wide : x - wide / 2;
  return { text, left, right: left + wide, top: y - up, bottom: y + down };
}

const texts = ({ marks }: Figure): readonly string[] =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

const slack = 0.6;
const overlap = (one: Box, other: Box): boolean =>
  one.left + slack < other.right &&
  other.left + slack < one.right &&
  one.top + slack < other.bottom &&
  other.top + slack < one.bottom;

/** Texts that stand out of the figure, and pairs that stand on each other. */
function faults(figure: Figure): readonly string[] {
  const boxes = figure.marks.filter((mark) => mark.kind === 'text').map(boxOf);
  const outside = boxes.filter(
    ({ left, right, top, bottom }) =>
      left < -slack || right > figure.width + slack || top < -slack || bottom > figure.height + slack,
  );
  const over = boxes.flatMap((one, index) =>
    boxes.slice(index + 1).flatMap((other) => (overlap(one, other) ? [`${one.text} × ${other.text}`] : [])),
  );
  return [...outside.map(({ text }) => `outside: ${text}`), ...over];
}

describe('labels of every picture are whole, within it, and beside each other', () => {
  let rooms: ReadonlyMap<string, AnsweredAnalysis>;
  beforeAll(async () => {
    rooms = await answeredRooms();
  }, 60_000);

  describe.each(settings)('in $words', ({ reader, label }) => {
    const locale = localeOf(reader);
    const t = createTranslator(locale, catalogues[reader.language] ?? catalogues.en);
    const formats = createFormats(locale);
    it.each(definitions)('%s', (name, _, part) => {
      const answered = relabelled(rooms.get(name)!, label);
      for (const [place, width] of Object.entries(widths)) {
        const wishes = {
          width: width * pixels,
          height: null,
          part,
          name: null,
          text: { title: null, subtitle: null, source: null, note: null },
          language: reader.language,
        };
        const figure = figureOf(answered, wishes, t, formats, measure);
        expect(faults(figure), place).toEqual([]);
        const dotted = texts(figure).filter((text) => text.includes('…'));
        // What all labels begin with is said once, and ends so.
        expect(
          dotted.filter((text) => !/(^| )…$/.test(text)),
          place,
        ).toEqual([]);
      }
    });
  });
});
