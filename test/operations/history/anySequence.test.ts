import Database from 'better-sqlite3-multiple-ciphers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Input, OperationName } from '#contract/index.ts';
import { Problem } from '#engine/survey/problem.ts';
import { asked } from '../../helpers/asked.ts';
import { copiesOf, definitionsOf, freedomsOf, makeTwoWaves, matrixOf } from './twoWaves.ts';

/** A study with something of every kind, whose history begins there. */
const studies = copiesOf(async (study) => {
  await makeTwoWaves(study);
  for (const survey of [1, 2]) {
    const of = { study, survey };
    await asked('derived.save', { ...of, variable: derivedOf('d1', 'afraid'), replaces: null });
    await asked('responseSet.save', { ...of, set: setOf('$s1'), replaces: null });
    await asked('concern.save', { ...of, concerns: [concernOf('afraid'), concernOf('hungry')] });
    await asked('analysis.keep', { ...of, name: `c${survey}`, definition: matrixOf(null) });
    for (const variable of ['afraid', 'd1']) {
      await asked('variable.edit', { ...of, variable, label: 'Edited' });
    }
  }
  const database = new Database(study);
  database.exec('DELETE FROM history');
  database.close();
});

const derivedOf = (name: string, source: string) => ({
  name,
  label: '',
  measure: 'nominal' as const,
  valueLabels: [],
  definition: { kind: 'topBox' as const, source, codes: [1] },
});
const setOf = (name: string) => ({
  name,
  label: '',
  kind: 'category' as const,
  counted: null,
  variables: ['afraid', 'hungry'],
});
const concernOf = (variable: string) => ({
  variable,
  freedom: 'fear' as const,
  dimensions: [],
  concernedWhen: [3],
});

/** One request without its study, and how long after the one before it. */
interface Asked {
  readonly name: OperationName;
  readonly input: object;
  readonly after: number;
}

const survey = fc.constantFrom(1, 2);
const variable = fc.constantFrom('afraid', 'AFRAID', 'hungry', 'theft', 'd1');
const maybe = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { nil: null });
const codes = fc.subarray([1, 2, 3, 8]);
const label = fc.constantFrom('', 'a', 'é', '\u0000"\\', 'a longer label');
const derivedName = fc.constantFrom('d1', 'd2', 'd3');
const setName = fc.constantFrom('$s1', '$s2');
const analysisName = fc.constantFrom('a', 'A', 'b', 'ß', '');
const by = maybe(fc.constantFrom('region', 'theft', 'gone'));
const definition = fc.oneof(
  by.map(freedomsOf),
  by.map((one) => matrixOf(one)),
);
const id = fc.constantFrom(1, 1, 2, 3);

const inputs: { readonly [Name in OperationName]?: fc.Arbitrary<Omit<Input<Name>, 'study'>> } = {
  'survey.setRoles': fc.record({
    survey,
    roles: fc.record({
      weight: maybe(fc.constant('w')),
      strata: maybe(fc.constantFrom('region', 'd1')),
      psu: fc.constant(null),
      fpc: fc.constant(null),
      area: maybe(fc.constant('region')),
      lonelyPsu: fc.constantFrom('fail' as const, 'remove' as const),
      margins: fc.constantFrom([], [{ variable: 'region', totals: [{ value: 1, total: 9 }] }]),
    }),
  }),
  'survey.adopt': fc.constantFrom({ survey: 1, other: 2 }, { survey: 2, other: 1 }),
  'survey.markMissing': fc.record({
    survey,
    marks: fc.array(fc.record({ variable: fc.oneof(variable, fc.constant('*')), codes }), { maxLength: 3 }),
  }),
  'variable.edit': fc.record({
    survey,
    variable,
    label: maybe(label),
    valueLabels: maybe(fc.array(fc.record({ value: fc.constantFrom(1, 2), label }), { maxLength: 2 })),
    missing: maybe(fc.record({ codes, range: fc.constant(null) })),
  }),
  'derived.save': fc.record({
    survey,
    variable: fc.record({
      name: derivedName,
      label,
      measure: fc.constant('nominal' as const),
      valueLabels: fc.constant([]),
      definition: fc.record({
        kind: fc.constant('topBox' as const),
        source: variable,
        codes: fc.subarray([1, 2, 3], { minLength: 1 }),
      }),
    }),
    replaces: fc.option(derivedName, { nil: null, freq: 1 }),
  }),
  'derived.remove': fc.record({ survey, variable: derivedName }),
  'responseSet.save': fc.record({
    survey,
    set: fc.record({
      name: setName,
      label,
      kind: fc.constant('category' as const),
      counted: fc.constant(null),
      variables: fc.subarray(['afraid', 'hungry', 'd1'], { minLength: 2 }),
    }),
    replaces: fc.option(setName, { nil: null, freq: 1 }),
  }),
  'responseSet.remove': fc.record({ survey, set: setName }),
  'concern.save': fc.record({
    survey,
    concerns: fc.uniqueArray(
      fc.record({
        variable,
        freedom: fc.constantFrom('fear' as const, 'want' as const),
        dimensions: fc.constantFrom([], ['food' as const]),
        concernedWhen: codes,
      }),
      { selector: (one) => one.variable, maxLength: 3 },
    ),
  }),
  'analysis.keep': fc.record({ survey, name: analysisName, definition }),
  'analysis.change': fc.record({ id, name: analysisName, definition }),
  'analysis.duplicate': fc.record({ id, name: analysisName }),
  'analysis.remove': fc.record({ id }),
  'analysis.order': fc.record({ ids: fc.array(id, { maxLength: 3 }) }),
  'analysis.draft': fc.record({ survey, definition }),
  'history.undo': fc.constant({}),
  'history.redo': fc.constant({}),
};

const sequence = fc.array(
  fc
    .oneof(
      ...Object.entries(inputs).map(([name, input]) =>
        fc.record({ name: fc.constant(name as OperationName), input: input as fc.Arbitrary<object> }),
      ),
    )
    .chain((one) => fc.constantFrom(0, 1000, 5000).map((after): Asked => ({ ...one, after }))),
  { minLength: 12, maxLength: 24 },
);

/** Until there is nothing more in this direction. */
async function all(study: string, name: 'history.undo' | 'history.redo'): Promise<void> {
  while ((await asked(name, { study })).done !== null);
}

test('whatever was changed, undoing all of it leaves the study as it was, and doing it again as it became', async () => {
  await fc.assert(
    fc.asyncProperty(sequence, async (requests) => {
      const study = await studies();
      const start = definitionsOf(study);
      let at = 0;
      for (const { name, input, after } of requests) {
        at += after;
        const before = definitionsOf(study);
        try {
          await asked(name, { study, ...input } as Input<typeof name>, { now: () => at });
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          expect(definitionsOf(study)).toEqual(before);
        }
      }
      await all(study, 'history.redo');
      const end = definitionsOf(study);
      await all(study, 'history.undo');
      expect(definitionsOf(study)).toEqual(start);
      await all(study, 'history.redo');
      expect(definitionsOf(study)).toEqual(end);
    }),
    { numRuns: 12, seed: 20260711 },
  );
}, 120_000);
