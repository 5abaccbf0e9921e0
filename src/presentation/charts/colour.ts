import type { Ramp } from './palette.ts';

type Triple = readonly [number, number, number];

const toLinear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
const fromLinear = (channel: number): number =>
  channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055;

function linearOf(hex: string): Triple {
  const channel = (at: number): number => toLinear(parseInt(hex.slice(at, at + 2), 16) / 255);
  return [channel(1), channel(3), channel(5)];
}

/** OKLab (Ottosson 2020): equal steps look equal. */
function toOklab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function toHex([lightness, a, b]: Triple): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const bytes = channels.map((channel) => Math.round(Math.min(Math.max(fromLinear(channel), 0), 1) * 255));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function between(start: Triple, end: Triple, share: number): string {
  const at = (channel: 0 | 1 | 2): number => start[channel] + (end[channel] - start[channel]) * share;
  return toHex([at(0), at(1), at(2)]);
}

/** `share` 0 gives `from`, 1 gives `to`. */
export function mix(from: string, to: string, share: number): string {
  return between(toOklab(linearOf(from)), toOklab(linearOf(to)), share);
}

/** The colour at each position (0–1) of a ramp, for many of them. */
export function coloursOf(ramp: Ramp): (position: number) => string {
  const stops = ramp.map((stop) => toOklab(linearOf(stop)));
  return (position) => {
    const place = Math.min(Math.max(position, 0), 1) * (stops.length - 1);
    const index = Math.min(Math.floor(place), stops.length - 2);
    return between(stops[index], stops[index + 1], place - index);
  };
}

/** The colour at `position` (0–1) of a ramp. */
export function colourAt(ramp: Ramp, position: number): string {
  return coloursOf(ramp)(position);
}

/** 0 black – 1 white, as it looks: what is left of a colour in print without colours. */
export function lightnessOf(hex: string): number {
  return toOklab(linearOf(hex))[0];
}

function luminance(hex: string): number {
  const [r, g, b] = linearOf(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2 contrast ratio, 1–21. */
export function contrast(first: string, second: string): number {
  const [low, high] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Black or white, whichever reads better on the colour. */
export function readableOn(background: string): string {
  const own = luminance(background) + 0.05;
  return 1.05 / own >= own / 0.05 ? '#ffffff' : '#000000';
}
