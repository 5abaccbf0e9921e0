import { describe, expect, it } from 'vitest';
import { drawnWords, type DrawnMark } from '#presentation/charts/drawnMark.ts';
import { paintMarks, type PaintingContext } from '#renderer/src/charts/paintMarks.ts';

/** What was called, with the colour and letters of that moment. */
function painted(marks: readonly DrawnMark[]): string[] {
  const calls: string[] = [];
  const look: Record<string, unknown> = {};
  const context = new Proxy(look, {
    get: (_, name: string) =>
      name in look
        ? look[name]
        : (...values: number[]) => {
            const rounded = values.map((value) =>
              typeof value === 'number' ? Math.round(value * 100) / 100 : value,
            );
            calls.push(`${name} ${rounded.join(' ')}`);
          },
  });
  paintMarks(context as unknown as PaintingContext, marks);
  return calls;
}

describe('a picture on a canvas', () => {
  it('has lines of words about their middle, or above their bottom', () => {
    const words = (block: 'middle' | 'bottom') =>
      painted([drawnWords(10, 100, 'one\ntwo', '#000000', 12, { block, lineHeight: 20 })]);
    expect(words('middle')).toEqual(['fillText one 10 90', 'fillText two 10 110']);
    expect(words('bottom')).toEqual(['fillText one 10 70', 'fillText two 10 90']);
  });

  it('turns words upwards about their point, and nothing after them', () => {
    expect(painted([drawnWords(10, 100, 'one', '#000000', 12, { turn: 90 })])).toEqual([
      'save ',
      'translate 10 100',
      'rotate -1.57',
      'fillText one 0 0',
      'restore ',
    ]);
  });

  it('has a halo under the letters that have one, and no other', () => {
    const look = { block: 'top', lineHeight: 20, halo: '#ffffff' } as const;
    expect(painted([drawnWords(10, 100, 'one', '#000000', 12, look)])).toEqual([
      'strokeText one 10 110',
      'fillText one 10 110',
    ]);
  });

  it('has a form for each freedom, about its middle', () => {
    const dot = { kind: 'dot', x: 10, y: 20, radius: 4, fill: '#000000' } as const;
    expect(painted([dot])).toEqual(['beginPath ', 'arc 10 20 4 0 6.28', 'fill ']);
    expect(painted([{ ...dot, form: 'square' }])).toEqual(['beginPath ', 'rect 6 16 8 8', 'fill ']);
    expect(painted([{ ...dot, form: 'diamond', stroke: '#ffffff' }])).toEqual([
      'beginPath ',
      'moveTo 10 16',
      'lineTo 14 20',
      'lineTo 10 24',
      'lineTo 6 20',
      'closePath ',
      'fill ',
      'stroke ',
    ]);
  });

  it('has lines through the middle of pixels', () => {
    const line: DrawnMark = { kind: 'line', x: 5, y: 1.4, toX: 5, toY: 9, stroke: '#000000' };
    expect(painted([line])).toEqual(['beginPath ', 'moveTo 5.5 1.5', 'lineTo 5.5 9.5', 'stroke ']);
  });
});
