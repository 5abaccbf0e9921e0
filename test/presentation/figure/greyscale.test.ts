import { describe, expect, it } from 'vitest';
import { lightPalette } from '#presentation/charts/palette.ts';
import { contrast } from '#presentation/charts/colour.ts';
import { printPalette } from '#presentation/figure/printPalette.ts';
import { partColours } from '#presentation/freedoms/splitChart.ts';
import { stackColours } from '#presentation/tables/charts/chartStyle.ts';

/** CIE 1976 L* of an sRGB colour: what is left of it in grey. */
function lightness(hex: string): number {
  const linear = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  const y = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  return y > (6 / 29) ** 3 ? 116 * Math.cbrt(y) - 16 : y * (29 / 3) ** 3;
}

const steps = (colours: readonly string[]): readonly number[] =>
  colours.slice(1).map((colour, index) => Math.abs(lightness(colour) - lightness(colours[index])));

describe('in grey print', () => {
  it.each([2, 3, 4, 5, 6, 7, 8, 9, 12, 24])(
    '%i answers of a bar are told apart from those beside them',
    (count) => {
      expect(Math.min(...steps(stackColours(count, printPalette)))).toBeGreaterThan(8);
    },
  );

  it('the four parts of the split are told apart', () => {
    const { neither, fearOnly, wantOnly, both } = partColours(printPalette);
    expect(Math.min(...steps([neither, fearOnly, wantOnly, both]))).toBeGreaterThan(8);
  });

  it('the three freedoms are told apart, and are read on white', () => {
    const { fear, want, dignity, canvas } = printPalette;
    expect(Math.min(...steps([fear, want, dignity]))).toBeGreaterThan(12);
    for (const hue of [fear, want, dignity]) expect(contrast(hue, canvas)).toBeGreaterThan(4.5);
  });

  it.each(['both', 'fear', 'want'] as const)('the ramp of %s only ever darkens', (name) => {
    const ramp = lightPalette.sequential[name].map(lightness);
    expect(ramp).toEqual(ramp.toSorted((a, b) => b - a));
  });
});
