import { GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Weight } from '#presentation/figure/marks.ts';

export interface FigureFont {
  readonly family: string;
  readonly weight: Weight;
  readonly file: string;
}

/** Inter whole, with its mathematical signs and arrows, and Bangla beside it: both under the SIL Open Font License. */
const fonts: readonly FigureFont[] = [
  { family: 'Inter', weight: 400, file: 'inter-ui/web/Inter-Regular.woff2' },
  { family: 'Inter', weight: 600, file: 'inter-ui/web/Inter-SemiBold.woff2' },
  {
    family: 'Noto Sans Bengali',
    weight: 400,
    file: '@fontsource/noto-sans-bengali/files/noto-sans-bengali-bengali-400-normal.woff2',
  },
  {
    family: 'Noto Sans Bengali',
    weight: 600,
    file: '@fontsource/noto-sans-bengali/files/noto-sans-bengali-bengali-600-normal.woff2',
  },
];

/** As CSS and Skia name them. Where a sign is in neither, the system's font stands in. */
export const figureFamily = "Inter, 'Noto Sans Bengali', sans-serif";

/**
 * Without the forms that Inter gives to signs by what stands beside them, as to the bracket of “(5)”: a PDF would not
 * know any more which letters they are. Nothing of it goes by the language of the machine.
 */
export function plainLetters(context: Pick<SKRSContext2D, 'lang' | 'textRendering' | 'fontKerning'>): void {
  context.lang = 'en';
  context.textRendering = 'optimizeSpeed';
  context.fontKerning = 'normal';
}

/** The same, as CSS says it. */
export const plainLettersStyle = 'font-kerning:normal;font-variant-ligatures:none';

const { resolve } = createRequire(import.meta.url);
const bytes = new Map<string, Buffer>();
let registered = false;

/** Read as bytes, which also works from within the packaged app. */
export function bytesOf({ file }: FigureFont): Buffer {
  let read = bytes.get(file);
  if (!read) bytes.set(file, (read = readFileSync(resolve(file))));
  return read;
}

export function registerFonts(): void {
  if (registered) return;
  for (const font of fonts) {
    if (!GlobalFonts.register(bytesOf(font), font.family))
      throw new Error(`Font ${font.file} was not accepted`);
  }
  registered = true;
}

const bangla = /[\u0964\u0965\u0980-\u09ff]/;

/** The fonts that these texts take. */
export function fontsFor(
  texts: readonly { readonly text: string; readonly weight: Weight }[],
): readonly FigureFont[] {
  return fonts.filter(({ family, weight }) =>
    texts.some((each) => each.weight === weight && (family === 'Inter' || bangla.test(each.text))),
  );
}
