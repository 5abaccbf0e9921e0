import { describe, expect, it } from 'vitest';
import { groupMissing, offeredAndMarked } from '#renderer/src/features/survey/groupMissing.ts';
import { fieldOf } from '#renderer/src/features/survey/useRoles.ts';

describe('undeclared missing codes by their set', () => {
  const noticed = (variable: string, codes: [number, string, number][]) => ({
    variable,
    label: variable,
    codes: codes.map(([value, label, n]) => ({ value, label, n })),
  });

  it('puts variables with the same codes and labels together, largest group first', () => {
    const groups = groupMissing([
      noticed('a', [[98, 'Refused', 1]]),
      noticed('b', [
        [8, 'Refused', 2],
        [9, "Don't know", 3],
      ]),
      noticed('c', [
        [8, 'refused ', 4],
        [9, 'Don’t know', 5],
      ]),
    ]);
    expect(groups.map(({ variables, count }) => [variables.map(({ variable }) => variable), count])).toEqual([
      [['b', 'c'], 14],
      [['a'], 1],
    ]);
  });

  it('puts labels together that differ in case, spacing, punctuation and code only', () => {
    const [group, ...others] = groupMissing([
      noticed('a', [
        [8, 'Refused', 1],
        [9, "Don't know", 1],
      ]),
      noticed('b', [
        [98, '98. REFUSED', 2],
        [99, 'Dont  know.', 3],
      ]),
      noticed('c', [
        [99, 'don’t know', 4],
        [98, 'refused', 0],
      ]),
    ]);
    expect(others).toEqual([]);
    expect([group.count, group.answers]).toEqual([
      11,
      [
        { label: 'Refused', values: [8, 98] },
        { label: "Don't know", values: [9, 99] },
      ],
    ]);
  });

  it('shows what is marked already with what is still offered, by variable', () => {
    const merged = offeredAndMarked(
      [noticed('a', [[9, "Don't know", 1]]), noticed('b', [[9, "Don't know", 1]])],
      [noticed('a', [[8, 'Refused', 2]]), noticed('c', [[7, 'Other', 2]])],
    );
    expect(merged.map(({ variable, codes }) => [variable, codes.map(({ value }) => value)])).toEqual([
      ['a', [8, 9]],
      ['c', [7]],
      ['b', [9]],
    ]);
  });

  it('keeps the same codes with other meanings apart', () => {
    expect(
      groupMissing([noticed('a', [[9, 'Refused', 1]]), noticed('b', [[9, "Don't know", 1]])]),
    ).toHaveLength(2);
  });
});

describe('where a design problem is shown', () => {
  const roles = {
    weight: 'w',
    strata: 's',
    psu: 'p',
    fpc: null,
    area: 'a',
    lonelyPsu: 'fail' as const,
  };

  it.each([
    ['design.weightNegative', 'w', 'weight'],
    ['design.strataMissing', 's', 'strata'],
    ['design.psuMissing', 'p', 'psu'],
    ['design.lonelyPsu', undefined, 'lonelyPsu'],
    ['variable.notNumeric', 'w', 'weight'],
    ['study.diskFull', undefined, 'other'],
  ] as const)('%s stands at its field', (code, variable, field) => {
    expect(fieldOf({ code, params: variable ? { variable } : {} }, roles)).toBe(field);
  });
});
