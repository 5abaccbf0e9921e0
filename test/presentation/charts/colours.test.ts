import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { colourAt, contrast, lightnessOf, mix, readableOn } from '#presentation/charts/colour.ts';
import { lineColours, seriesColours } from '#presentation/tables/charts/chartStyle.ts';
import { darkPalette, lightPalette } from '#presentation/charts/palette.ts';

const tokens = readFileSync(new URL('../../../src/renderer/src/design/tokens.css', import.meta.url), 'utf8');
const themes = { light: lightPalette, dark: darkPalette };

function token(name: string, theme: 'light' | 'dark'): string {
  const found = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens);
  if (!found) throw new Error(`no colour --${name} in tokens.css`);
  return found[theme === 'light' ? 1 : 2];
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it.each(['ink', 'ink-2', 'ink-3', 'fear', 'want', 'dignity', 'problem', 'notice', 'good'])(
    'has readable %s text on every surface (WCAG AA)',
    (name) => {
      for (const surface of ['canvas', 'frame', 'raised', 'sunken'])
        expect(contrast(token(name, theme), token(surface, theme))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(['fear', 'want', 'dignity', 'notice'])('has readable %s text on its own soft ground', (name) => {
    expect(contrast(token(name, theme), token(`${name}-soft`, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it('has a focus ring and a line that show (3 to 1)', () => {
    for (const name of ['focus', 'line-strong'])
      expect(contrast(token(name, theme), token('canvas', theme))).toBeGreaterThanOrEqual(3);
  });

  it.each(['fear', 'want', 'dignity'])('tells concerned from not concerned in greyscale: %s', (name) => {
    expect(contrast(token(name, theme), token(`${name}-soft`, theme))).toBeGreaterThan(3);
  });

  it.each([1, 2, 3, 5, 8])(
    'draws each of %i lines so that it stands out from the paper (3 to 1)',
    (count) => {
      const colours = lineColours(count, themes[theme]);
      expect(new Set(colours).size).toBe(count);
      for (const colour of colours)
        expect(contrast(colour, themes[theme].canvas)).toBeGreaterThanOrEqual(2.99);
    },
  );

  it('draws charts in the hues of the window', () => {
    const palette = themes[theme];
    for (const freedom of ['fear', 'want', 'dignity'] as const)
      expect(palette[freedom]).toBe(token(freedom, theme));
    expect(palette.canvas).toBe(token('canvas', theme));
    expect(palette.ink).toBe(token('ink', theme));
  });

  it('has scales whose lightness runs one way, so that greyscale print keeps the order', () => {
    const palette = themes[theme];
    for (const ramp of Object.values(palette.sequential)) {
      const light = Array.from({ length: 21 }, (_, step) =>
        contrast(colourAt(ramp, step / 20), palette.canvas),
      );
      expect(light).toEqual(light.toSorted((a, b) => a - b));
    }
  });

  it.each([2, 4, 5, 6, 8])('keeps %i neighbours of a series apart in greyscale print, evenly', (count) => {
    const light = seriesColours(count, themes[theme]).map(lightnessOf);
    const steps = light.slice(1).map((each, index) => Math.abs(each - light[index]));
    expect(Math.min(...steps)).toBeGreaterThan(0.07);
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(0.01);
  });

  it('has a readable number on every colour of every scale', () => {
    const palette = themes[theme];
    for (const ramp of [...Object.values(palette.sequential), palette.diverging])
      for (let step = 0; step <= 20; step++) {
        const fill = colourAt(ramp, step / 20);
        expect(contrast(fill, readableOn(fill))).toBeGreaterThanOrEqual(4.5);
      }
  });
});

describe('mixing', () => {
  it('gives its ends, and grey halfway between black and white as OKLab has it', () => {
    expect(mix('#336699', '#ffffff', 0)).toBe('#336699');
    expect(mix('#336699', '#ffffff', 1)).toBe('#ffffff');
    // OKLab lightness 0.5 is linear light 0.125, which sRGB writes as 0x63.
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#636363');
  });

  it('has the contrast that WCAG gives', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});
