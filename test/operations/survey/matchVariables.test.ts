import { describe, expect, test } from 'vitest';
import { nothingMissing, type Variable } from '#engine/survey/variable.ts';
import { matchVariables } from '#operations/survey/matchVariables.ts';
import { plainQuestion, sameLabel } from '#operations/survey/sameLabel.ts';

const variable = (name: string, label = '', more: Partial<Variable> = {}): Variable => ({
  name,
  label,
  type: 'numeric',
  measure: 'nominal',
  valueLabels: [],
  missing: nothingMissing,
  ...more,
});

const pairs = (own: readonly Variable[], others: readonly Variable[]): string[] =>
  matchVariables(own, others).map(({ variable: name, other, by }) => `${name} ${by} ${other}`);

describe('variables of two waves are matched', () => {
  test('by name, exactly before in other letters, before labels', () => {
    const own = [variable('q1', 'Fear'), variable('Q1', 'Want'), variable('SEX')];
    const others = [variable('Q1', 'Fear'), variable('sex')];
    expect(pairs(own, others)).toEqual(['Q1 name Q1', 'SEX name sex']);
  });

  test('by label, whatever its accents, capitals and number', () => {
    const own = [variable('v12', 'Q12. Peur de la criminalité ?'), variable('v13', '')];
    const others = [variable('q8', '3.2) PEUR DE LA CRIMINALITE'), variable('q9', '')];
    expect(pairs(own, others)).toEqual(['v12 label q8']);
  });

  test('not by a label that several have', () => {
    const own = [variable('a', 'Other, specify'), variable('b', 'Other, specify')];
    expect(pairs(own, [variable('c', 'Other, specify')])).toEqual([]);
  });

  test('with the codes that do not mean the same', () => {
    const labels = (...texts: string[]): Variable['valueLabels'] =>
      texts.map((label, index) => ({ value: index + 1, label }));
    const [match] = matchVariables(
      [variable('q1', 'Fear', { valueLabels: labels('Never', 'Often', 'Always') })],
      [variable('q1', 'fear!', { valueLabels: labels('never', 'Always') })],
    );
    expect(match).toMatchObject({ sameLabel: true, sameType: true });
    expect(match.codes).toEqual([
      { value: 2, label: 'Often', otherLabel: 'Always' },
      { value: 3, label: 'Always', otherLabel: null },
    ]);
  });
});

test('labels are compared without what does not matter, and no further', () => {
  expect(sameLabel('Don’t know', "DON'T KNOW")).toBe(true);
  expect(sameLabel('18-29', '30-29')).toBe(false);
  expect(sameLabel('জানি না', 'জানা না')).toBe(false);
  expect(plainQuestion('Q10A. Fear of theft')).toBe('fear of theft');
  expect(plainQuestion('3 meals a day')).toBe('3 meals a day');
});
