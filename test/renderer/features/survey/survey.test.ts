import { describe, expect, it } from 'vitest';
import { groupMissing } from '#renderer/src/features/survey/groupMissing.ts';
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
    expect(
      groups.map(({ variables, answers }) => [variables.map(({ variable }) => variable), answers]),
    ).toEqual([
      [['b', 'c'], 14],
      [['a'], 1],
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
