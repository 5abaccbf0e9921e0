import { beforeEach, expect, test } from 'vitest';
import { contract, type Input, type OperationName } from '#contract/index.ts';
import type { Step, TouchedPart } from '#contract/history.ts';
import { asked } from '../../helpers/asked.ts';
import { copiesOf, definitionsOf, freedomsOf, makeTwoWaves, matrixOf } from './twoWaves.ts';

let study: string;
let start: unknown;

const often = {
  name: 'often',
  label: 'Often afraid',
  measure: 'nominal' as const,
  valueLabels: [],
  definition: { kind: 'topBox' as const, source: 'afraid', codes: [3, 4] },
};
const both = {
  name: '$both',
  label: '',
  kind: 'category' as const,
  counted: null,
  variables: ['afraid', 'hungry'],
};
const fear = { variable: 'afraid', freedom: 'fear' as const, dimensions: [], concernedWhen: [3, 4] };
const want = { variable: 'hungry', freedom: 'want' as const, dimensions: [], concernedWhen: [3] };

const studies = copiesOf(async (path) => {
  await makeTwoWaves(path);
  const first = { study: path, survey: 1 };
  await asked('derived.save', { ...first, variable: often, replaces: null });
  await asked('variable.edit', { ...first, variable: 'often', label: 'Quite often' });
  await asked('responseSet.save', { ...first, set: both, replaces: null });
  await asked('concern.save', { ...first, concerns: [fear, want] });
  await asked('analysis.keep', { ...first, name: 'One', definition: matrixOf(null) });
  await asked('analysis.keep', { study: path, survey: 2, name: 'Two', definition: freedomsOf('region') });
});

beforeEach(async () => {
  study = await studies();
  start = definitionsOf(study);
});

/** An input without the study, the step it makes, and what it touches. */
interface Example<Name extends OperationName> {
  readonly input: Omit<Input<Name>, 'study'>;
  readonly step: Step;
  readonly touched: readonly TouchedPart[];
}

const noRoles = { weight: null, strata: null, psu: null, fpc: null, area: null, lonelyPsu: 'fail' as const };

/** Every operation that writes: examples of its steps, or why it makes none. */
const writing: { readonly [Name in OperationName]?: readonly Example<Name>[] | string } = {
  'study.open': 'brings an older study up to date, and changes nothing that was said in it',
  'study.removeBackups': 'removes copies, and nothing of the study',
  'study.protect': 'encrypts the study, with its history',
  'survey.import': 'brings in a survey and changes nothing of the others: the history goes on',
  'survey.replace': 'brings in values: the history ends there',
  'history.undo': 'is the way back itself',
  'history.redo': 'is the way forth itself',
  'survey.adopt': [
    {
      input: { survey: 2, other: 1 },
      step: { what: 'survey.adopt', params: { survey: 'first' }, survey: 2 },
      touched: ['derived', 'sets', 'concerns'],
    },
  ],
  'survey.setRoles': [
    {
      input: { survey: 1, roles: { ...noRoles, weight: 'w', strata: 'region', lonelyPsu: 'certainty' } },
      step: { what: 'roles.set', params: {}, survey: 1 },
      touched: ['roles'],
    },
    {
      input: {
        survey: 2,
        roles: {
          ...noRoles,
          weight: 'w',
          margins: [
            {
              variable: 'region',
              totals: [
                { value: 1, total: 60 },
                { value: 2, total: 40 },
              ],
            },
          ],
        },
      },
      step: { what: 'roles.set', params: {}, survey: 2 },
      touched: ['roles'],
    },
  ],
  'survey.markMissing': [
    {
      input: {
        survey: 1,
        marks: [
          { variable: 'afraid', codes: [8] },
          { variable: 'hungry', codes: [8] },
        ],
      },
      step: { what: 'missing.mark', params: { variable: 'afraid', variables: 2 }, survey: 1 },
      touched: ['variables'],
    },
  ],
  'variable.edit': [
    {
      input: { survey: 1, variable: 'AFRAID', label: 'Afraid after dark' },
      step: { what: 'variable.edit', params: { variable: 'afraid' }, survey: 1 },
      touched: ['variables'],
    },
  ],
  'derived.save': [
    {
      input: { survey: 1, variable: { ...often, name: 'rarely' }, replaces: null },
      step: { what: 'derived.add', params: { variable: 'rarely' }, survey: 1 },
      touched: ['derived'],
    },
    {
      input: { survey: 1, variable: { ...often, name: 'frequently' }, replaces: 'often' },
      step: { what: 'derived.change', params: { variable: 'frequently' }, survey: 1 },
      touched: ['derived'],
    },
    {
      input: { survey: 1, variable: { ...often, label: 'Often' }, replaces: 'often' },
      step: { what: 'derived.change', params: { variable: 'often' }, survey: 1 },
      touched: ['derived', 'variables'],
    },
  ],
  'derived.remove': [
    {
      input: { survey: 1, variable: 'often' },
      step: { what: 'derived.remove', params: { variable: 'often' }, survey: 1 },
      touched: ['derived', 'variables'],
    },
  ],
  'responseSet.save': [
    {
      input: { survey: 1, set: { ...both, name: 'more' }, replaces: null },
      step: { what: 'set.add', params: { set: '$more' }, survey: 1 },
      touched: ['sets'],
    },
    {
      input: { survey: 1, set: { ...both, label: 'Both' }, replaces: '$both' },
      step: { what: 'set.change', params: { set: '$both' }, survey: 1 },
      touched: ['sets'],
    },
  ],
  'responseSet.remove': [
    {
      input: { survey: 1, set: 'both' },
      step: { what: 'set.remove', params: { set: '$both' }, survey: 1 },
      touched: ['sets'],
    },
  ],
  'concern.save': [
    ...(
      [
        ['concern.codes', { variable: 'afraid' }, [{ ...fear, concernedWhen: [4] }, want]],
        ['concern.freedom', { variable: 'afraid' }, [{ ...fear, freedom: 'dignity' }, want]],
        ['concern.dimensions', { variable: 'hungry' }, [fear, { ...want, dimensions: ['food'] }]],
        ['concern.add', { variable: 'theft' }, [{ ...fear, variable: 'theft' }, fear, want]],
        ['concern.remove', { variable: 'hungry' }, [fear]],
        ['concern.order', {}, [want, fear]],
        ['concern.several', { concerns: 2 }, []],
      ] as const
    ).map(([what, params, concerns]): Example<'concern.save'> => ({
      input: {
        survey: 1,
        concerns: concerns.map((one) => ({
          ...one,
          dimensions: [...one.dimensions],
          concernedWhen: [...one.concernedWhen],
        })),
      },
      step: { what, params, survey: 1 },
      touched: ['concerns'],
    })),
  ],
  'analysis.keep': [
    {
      input: { survey: 1, name: ' Three ', definition: matrixOf('region') },
      step: { what: 'analysis.keep', params: { name: 'Three', room: 'matrix' }, survey: 1 },
      touched: ['analyses'],
    },
  ],
  'analysis.change': [
    {
      input: { id: 1, name: 'First' },
      step: { what: 'analysis.rename', params: { name: 'First', room: 'matrix', before: 'One' }, survey: 1 },
      touched: ['analyses'],
    },
    {
      input: { id: 2, definition: freedomsOf(null) },
      step: { what: 'analysis.change', params: { name: 'Two', room: 'freedoms' }, survey: 2 },
      touched: ['analyses'],
    },
  ],
  'analysis.duplicate': [
    {
      input: { id: 1, name: 'One again' },
      step: { what: 'analysis.duplicate', params: { name: 'One again', room: 'matrix' }, survey: 1 },
      touched: ['analyses'],
    },
  ],
  'analysis.remove': [
    {
      input: { id: 1 },
      step: { what: 'analysis.remove', params: { name: 'One', room: 'matrix' }, survey: 1 },
      touched: ['analyses'],
    },
  ],
  'analysis.order': [
    {
      input: { ids: [2, 1] },
      step: { what: 'analysis.order', params: {}, survey: null },
      touched: ['analyses'],
    },
  ],
  'analysis.draft': [
    {
      input: { survey: 2, definition: freedomsOf('theft') },
      step: { what: 'draft.change', params: { room: 'freedoms' }, survey: 2 },
      touched: ['drafts'],
    },
  ],
};

test('every operation that writes either makes a step, or is known to make none', () => {
  const writes = Object.entries(contract).flatMap(([name, { writes: any }]) => (any ? [name] : []));
  expect(Object.keys(writing).sort()).toEqual(writes.sort());
});

const examples = Object.entries(writing).flatMap(([name, made]) =>
  typeof made === 'string'
    ? []
    : made.map((example): [string, OperationName, Example<OperationName>] => [
        `${name}, ${example.step.what} ${JSON.stringify(example.step.params)}`,
        name as OperationName,
        example as Example<OperationName>,
      ]),
);

test.each(examples)('%s', async (_, name, { input, step, touched }) => {
  const before = (await asked('history.list', { study })).undo;
  await asked(name, { study, ...input } as Input<typeof name>);
  const end = definitionsOf(study);
  expect(end).not.toEqual(start);
  expect(await asked('history.list', { study })).toEqual({ undo: step, redo: null, ended: null });
  expect(await asked('history.undo', { study })).toEqual({
    done: step,
    undo: before,
    redo: step,
    ended: null,
    touched,
    survey: step.survey,
  });
  expect(definitionsOf(study)).toEqual(start);
  expect(await asked('history.redo', { study })).toEqual({
    done: step,
    undo: step,
    redo: null,
    ended: null,
    touched,
    survey: step.survey,
  });
  expect(definitionsOf(study)).toEqual(end);
});
