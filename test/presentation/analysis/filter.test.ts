import { expect, test } from 'vitest';
import { analysisDefinition } from '#contract/analysisDefinition.ts';
import { firstDefinitions } from '#presentation/analysis/firstDefinitions.ts';
import { filtered, filterOf } from '#presentation/analysis/filter.ts';
import {
  concernQuestion,
  freedomsQuestion,
  matrixQuestion,
  pairQuestion,
  rankingQuestion,
} from '#presentation/analysis/questions.ts';
import type { ConcernDefinition } from '#contract/concern.ts';

const source = { study: '/a.lfstudy', survey: 1 };
const concern = (variable: string, freedom: 'fear' | 'want'): ConcernDefinition => ({
  variable,
  freedom,
  dimensions: [],
  concernedWhen: [1],
});
const concerns = [concern('theft', 'fear'), concern('hunger', 'want')];
const { matrix, freedoms, priorities, tables } = firstDefinitions;

test('a filter reaches everything that a room asks', () => {
  const where = ' sex = 2 ';
  const asked = [
    matrixQuestion({ ...matrix, where }, concerns, source),
    pairQuestion({ ...matrix, pair: { fear: 'theft', want: 'hunger' }, where }, concerns, source),
    freedomsQuestion({ ...freedoms, where }, concerns, source),
    rankingQuestion({ ...priorities, where }, concerns, source),
    concernQuestion({ ...priorities, concern: 'theft', concernBy: 'region', where }, concerns, source),
  ];
  expect(asked.map((question) => question?.where)).toEqual(Array(5).fill('sex = 2'));
});

test('without one nothing is asked of it', () => {
  expect(matrixQuestion(matrix, concerns, source)).not.toHaveProperty('where');
  expect(rankingQuestion({ ...priorities, where: ' ' }, concerns, source)).not.toHaveProperty('where');
});

test.each(Object.values(firstDefinitions))('of $room a filter is set and taken away again', (definition) => {
  const some = filtered(definition, 'sex = 2');
  expect(filterOf(some)).toBe('sex = 2');
  expect(analysisDefinition.parse(some)).toEqual(some);
  expect(filtered(some, '')).toEqual(definition);
  expect(filterOf(definition)).toBe('');
  expect(tables.where).toBe('');
});
