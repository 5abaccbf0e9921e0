import { describe, expect, it } from 'vitest';
import { answersWithin, lostAnswers, type Answer } from '#renderer/src/features/analyses/answersWithin.ts';
import { firstDefinitions } from '#presentation/analysis/firstDefinitions.ts';
import { sameDefinition } from '#renderer/src/features/analyses/sameDefinition.ts';
import { lostNames, withinSurvey } from '#renderer/src/features/analyses/withinSurvey.ts';

const without = (...gone: string[]) => ({
  has: (name: string) => !gone.includes(name),
  hasSet: (name: string) => !gone.includes(name),
});

const { matrix, freedoms, tables, priorities } = firstDefinitions;
const table = {
  ...tables,
  rows: [
    { kind: 'variable', name: 'food' },
    { kind: 'set', name: '$sources' },
    { kind: 'mean', name: 'age' },
  ] as const,
  columns: [['sex', 'region'], ['town']],
  layer: { variable: 'zone', value: 1 },
  nets: [{ variable: 'age', label: 'Old', values: [7, 8] }],
  picture: { kind: null, item: { kind: 'mean', name: 'age' } as const, column: ['sex', 'region'] },
};

describe('a definition in a survey that has changed', () => {
  it('stays the very same where nothing is gone', () => {
    for (const definition of [matrix, freedoms, table, priorities])
      expect(withinSurvey(definition, without())).toBe(definition);
  });

  it('names what is gone once, variables and sets', () => {
    expect(lostNames(table, without('age', 'region', '$sources'))).toEqual(['age', 'region', '$sources']);
  });

  it('of a table lets go of rows, columns, layer, nets and what the picture shows', () => {
    const left = withinSurvey(table, without('age', 'region', '$sources', 'zone'));
    expect(left).toEqual({
      ...table,
      rows: [table.rows[0]],
      columns: [['town']],
      layer: null,
      nets: [],
      picture: { kind: null, item: null, column: null },
    });
  });

  it('of the matrix lets go of the groups with their categories, and of the pair', () => {
    const definition = {
      ...matrix,
      by: 'zone',
      values: [1],
      pair: { fear: 'theft', want: 'food' },
      pairBy: 'sex',
    };
    expect(withinSurvey(definition, without('zone'))).toEqual({ ...definition, by: null, values: null });
    expect(withinSurvey(definition, without('food')).pair).toBeNull();
    expect(withinSurvey(definition, without('sex')).pairBy).toBeNull();
  });

  it('of the priorities lets go of the order by a group that is gone, not of that by a column', () => {
    const byGroup = { ...priorities, by: 'zone', sort: { key: 2, descending: true } };
    expect(withinSurvey(byGroup, without('zone'))).toEqual(priorities);
    const byName = { ...byGroup, sort: { key: 'name' as const, descending: false } };
    expect(withinSurvey(byName, without('zone')).sort).toEqual(byName.sort);
  });
});

describe('answers that a corrected file does not have any more', () => {
  const lost = (...gone: [string, number][]) => {
    const keys = gone.map((each) => each.join(' '));
    return ({ variable, value }: Answer) => !keys.includes(`${variable} ${value}`);
  };
  const nets = [...table.nets, { kind: 'set' as const, variable: 'age', label: 'Any', values: [7] }];

  it('stand for themselves where they are there', () => {
    for (const definition of [matrix, freedoms, table, priorities])
      expect(answersWithin(definition, lost())).toBe(definition);
  });

  it('are named once, and a net stays with those it has left', () => {
    const gone = lost(['zone', 1], ['age', 8]);
    const twice = { ...table, nets: [...nets, { ...table.nets[0], label: 'Oldest', values: [8] }] };
    expect(lostAnswers(twice, gone)).toEqual([
      { variable: 'zone', value: 1 },
      { variable: 'age', value: 8 },
    ]);
    const left = answersWithin(twice, gone);
    expect(left.layer).toEqual({ variable: 'zone', value: null });
    expect(left.nets).toEqual([{ ...table.nets[0], values: [7] }, nets[1]]);
  });

  it('of the matrix: without any group left, its first ones', () => {
    const groups = { ...matrix, by: 'zone', values: [1, 2] };
    expect(answersWithin(groups, lost(['zone', 2])).values).toEqual([1]);
    expect(answersWithin(groups, lost(['zone', 1], ['zone', 2])).values).toBeNull();
  });
});

describe('two definitions', () => {
  it('are the same whatever the order of their fields, not of their lists', () => {
    const { room, by, ...rest } = matrix;
    expect(sameDefinition(matrix, { ...rest, by, room })).toBe(true);
    expect(sameDefinition(table, { ...table, rows: table.rows.toReversed() })).toBe(false);
  });
});
