import { describe, expect, it } from 'vitest';
import { spread } from '#presentation/tables/charts/spread.ts';

const of = (...places: number[]) => places.map((at) => ({ at, size: 10 }));

describe('words at the ends of lines', () => {
  it('stay where they are while there is room', () => {
    expect(spread(of(10, 40, 20), 100)).toEqual([10, 40, 20]);
  });
  it('make way downwards in their order', () => {
    expect(spread(of(30, 32, 29), 100)).toEqual([39, 49, 29]);
  });
  it('make way upwards at the end', () => {
    expect(spread(of(92, 94), 100)).toEqual([85, 95]);
  });
});
