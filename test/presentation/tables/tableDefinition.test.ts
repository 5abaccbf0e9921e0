import { describe, expect, it } from 'vitest';
import {
  canNest,
  emptyTable,
  moved,
  nested,
  questionOf,
  unnested,
  withColumn,
  withRow,
} from '#presentation/tables/tableDefinition.ts';

const source = { study: '/a.lfstudy', survey: 1 };
const food = { kind: 'variable', name: 'food' } as const;
const both = withColumn(withColumn(withRow(emptyTable, food), 'sex'), 'region');

describe('a table that is being built', () => {
  it('asks nothing while it has no rows', () => {
    expect(questionOf(emptyTable, source)).toBeNull();
  });

  it('takes each variable once', () => {
    expect(withRow(both, food)).toBe(both);
    expect(withColumn(both, 'sex')).toBe(both);
    expect(withRow(both, { kind: 'mean', name: 'food' }).rows).toHaveLength(2);
  });

  it('asks with what stands in it', () => {
    const nets = [
      { variable: 'food', label: 'Any', values: [2, 3] },
      { variable: 'gone', label: 'Not in the table', values: [1, 2] },
    ];
    const table = { ...both, nets, where: ' age > 30 ', layer: { variable: 'town', value: null } };
    expect(questionOf(table, source)).toEqual({
      source,
      stub: [{ kind: 'variable', variable: 'food' }],
      banner: [{ variables: ['sex'] }, { variables: ['region'] }],
      layer: { variable: 'town' },
      where: 'age > 30',
      nets: [nets[0]],
      letters: { adjust: 'holm' },
    });
    expect(questionOf({ ...both, letters: 'off' }, source)).not.toHaveProperty('letters');
  });

  it('asks for nets of sets in the rows, and of variables that stand nested', () => {
    const nets = [
      { kind: 'set' as const, variable: '$both', label: 'Any', values: ['a', 'b'] },
      { kind: 'set' as const, variable: '$gone', label: 'Any', values: ['a', 'b'] },
      { kind: 'set' as const, variable: 'food', label: 'No set', values: ['a', 'b'] },
      { variable: 'region', label: 'North', values: [1, 2] },
      { variable: '$both', label: 'No variable', values: [1, 2] },
    ];
    const table = withRow(nested(both, 1), { kind: 'set', name: '$both' });
    expect(questionOf({ ...table, nets }, source)!.nets).toEqual([nets[0], nets[3]]);
  });

  it('nests a column within the one before it, and takes it out again', () => {
    expect([canNest(both, 0), canNest(both, 1)]).toEqual([false, true]);
    const within = nested(both, 1);
    expect(within.columns).toEqual([['sex', 'region']]);
    expect(unnested(within, 0).columns).toEqual(both.columns);
  });

  it('moves items within their shelf only', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  });
});
