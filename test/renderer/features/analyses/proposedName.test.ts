import { describe, expect, it } from 'vitest';
import { firstDefinitions } from '#presentation/analysis/firstDefinitions.ts';
import { freeName, proposedName, type NameWords } from '#renderer/src/features/analyses/proposedName.ts';
import { englishI18n } from '../../englishI18n.ts';

const { t } = englishI18n().global;
const long = 'How often, if ever, has anyone in your household gone without enough food to eat';
const labels: Record<string, string> = { theft: 'Theft', food: 'Not enough food', zone: 'Zone', q8: long };
const words: NameWords = {
  t: (key, params = {}) => t(key, params),
  list: (all) => (all.length === 0 ? '' : new Intl.ListFormat('en').format(all)),
  labelOf: (name) => labels[name] ?? name,
  setLabelOf: (name) => `Set ${name}`,
};
const { matrix, freedoms, tables, priorities } = firstDefinitions;
const variable = (name: string) => ({ kind: 'variable', name }) as const;

describe('the name that is proposed for an analysis', () => {
  it('says what the matrix shows', () => {
    expect(proposedName({ ...matrix, measure: 'oddsRatio' }, words)).toBe('Fear × want, odds ratio');
    expect(proposedName({ ...matrix, by: 'zone' }, words)).toBe('Fear × want, both, by Zone');
    expect(proposedName({ ...matrix, pair: { fear: 'theft', want: 'food' } }, words)).toBe(
      'Theft × Not enough food',
    );
  });

  it('says by which groups the two freedoms and the priorities are', () => {
    expect(proposedName({ ...freedoms, by: 'zone' }, words)).toBe('Two freedoms by Zone');
    expect(proposedName({ ...priorities, freedom: 'fear', by: 'zone' }, words)).toBe(
      'Priorities: Fear, by Zone',
    );
    expect(proposedName({ ...priorities, picture: 'severity', by: 'zone' }, words)).toBe(
      'Severity and prevalence',
    );
  });

  it('says what stands in the rows and columns of a table', () => {
    const table = { ...tables, rows: [variable('food')], columns: [['zone', 'sex'], ['age']] };
    expect(proposedName(table, words)).toBe('Not enough food by Zone › sex and age');
    expect(proposedName({ ...tables, rows: [{ kind: 'set', name: '$a' }] }, words)).toBe('Set $a');
  });

  it('takes the names of variables where labels are too long to be said', () => {
    expect(proposedName({ ...tables, rows: [variable('q8')], columns: [['zone']] }, words)).toBe(
      'q8 by Zone',
    );
    const many = ['theft', 'food', 'zone', 'q8'].map(variable);
    expect(proposedName({ ...tables, rows: many }, words)).toBe('Theft, Not enough food, and …');
  });

  it('is numbered where it is taken, whatever its capital letters', () => {
    const numbered = (name: string, number: number): string => `${name} (${number})`;
    expect(freeName('Hunger', ['Theft'], numbered)).toBe('Hunger');
    expect(freeName('Hunger', ['hunger', 'Hunger (2)'], numbered)).toBe('Hunger (3)');
  });
});
