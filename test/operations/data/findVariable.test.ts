import { expect, test } from 'vitest';
import { findVariable } from '#operations/data/findVariable.ts';

const variables = ['Q10A', 'Q10B', 'withinwt', 'REGION'].map((name) => ({ name }));

test('a variable is found exactly, or in any letter case', () => {
  expect(findVariable(variables, 'REGION').name).toBe('REGION');
  expect(findVariable(variables, 'region').name).toBe('REGION');
});

test('a name that is nearly right is answered with the right one', () => {
  expect(() => findVariable(variables, 'withnwt')).toThrow(
    expect.objectContaining({
      code: 'variable.unknownNear',
      params: { variable: 'withnwt', suggestion: 'withinwt' },
    }),
  );
});

test('a name like no other is answered without a guess', () => {
  expect(() => findVariable(variables, 'household_income')).toThrow(
    expect.objectContaining({ code: 'variable.unknown', params: { variable: 'household_income' } }),
  );
});
