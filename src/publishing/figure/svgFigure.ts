import type { Figure, Mark, TextMark } from '#presentation/figure/marks.ts';
import { bytesOf, figureFamily, plainLettersStyle, fontsFor } from './figureFonts.ts';

const millimetres = 25.4 / 96;

/** An SVG in which every word is text. The fonts are within it: what draws SVG in a browser shows it as it is printed. */
export function svgFigure(figure: Figure): string {
  const { width, height, background, marks, title, description, language } = figure;
  const texts = marks.filter((mark) => mark.kind === 'text');
  const faces = fontsFor(texts).map(
    (font) =>
      `@font-face{font-family:'${font.family}';font-weight:${font.weight};src:url(data:font/woff2;base64,${bytesOf(font).toString('base64')}) format('woff2')}`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" xml:lang="${escaped(language)}" width="${short(width * millimetres)}mm" height="${short(height * millimetres)}mm" viewBox="0 0 ${short(width)} ${short(height)}" font-family="${figureFamily}">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description)}</desc>`,
    '<!-- Set in Inter and Noto Sans Bengali (SIL Open Font License 1.1). -->',
    `<style>${faces.join('')}text{white-space:pre;${plainLettersStyle}}</style>`,
    `<rect width="${short(width)}" height="${short(height)}" fill="${background}"/>`,
    ...marks.map(elementOf),
    '</svg>',
    '',
  ].join('\n');
}

function elementOf(mark: Mark): string {
  if (mark.kind === 'text') return textOf(mark);
  const look = `fill="${mark.fill ?? 'none'}"${mark.stroke === undefined ? '' : ` stroke="${mark.stroke}" stroke-width="${short(mark.lineWidth ?? 1)}"`}`;
  if (mark.kind === 'rect')
    return `<rect x="${short(mark.x)}" y="${short(mark.y)}" width="${short(mark.width)}" height="${short(mark.height)}" ${look}/>`;
  if (mark.kind === 'circle')
    return `<circle cx="${short(mark.x)}" cy="${short(mark.y)}" r="${short(mark.radius)}" ${look}/>`;
  const points = mark.points.map(([x, y]) => `${short(x)},${short(y)}`).join(' ');
  return `<${mark.closed ? 'polygon' : 'polyline'} points="${points}" ${look}/>`;
}

const anchors = { left: 'start', center: 'middle', right: 'end' } as const;

function textOf({ x, y, text, size, weight, fill, align, turned, halo }: TextMark): string {
  const place = turned
    ? `transform="translate(${short(x)} ${short(y)}) rotate(-90)"`
    : `x="${short(x)}" y="${short(y)}"`;
  const rim =
    halo === undefined
      ? ''
      : ` stroke="${halo}" stroke-width="${short(size * 0.25)}" stroke-linejoin="round" paint-order="stroke"`;
  return `<text ${place} font-size="${short(size)}"${weight === 400 ? '' : ` font-weight="${weight}"`} fill="${fill}"${align === 'left' ? '' : ` text-anchor="${anchors[align]}"`}${rim}>${escaped(text)}</text>`;
}

/** In hundredths of a pixel. */
const short = (value: number): string => String(Math.round(value * 100) / 100);

/** Signs that XML does not allow at all are left out. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escaped(text: string): string {
  return text
    .replace(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
