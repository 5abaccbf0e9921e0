import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import { expectLikeHaven, fixtureExpectations } from '../likeHaven.ts';
import { readAll } from '../readAll.ts';

/** Files written by PSPP and haven; expectations are what haven reads from them (fixtures/make.R). */
const fixtures = join(import.meta.dirname, '../fixtures');

const files = Object.entries(fixtureExpectations).filter(([name]) => name.endsWith('sav'));

describe.each(files)('%s', (name, expected) => {
  it.each([1, 2, 4096])('reads as haven reads it, %i rows at a time', async (chunkRows) => {
    const survey = await readAll(join(fixtures, name), { chunkRows });
    expect(survey.format).toBe(name.endsWith('.zsav') ? 'zsav' : 'sav');
    expect(survey.encoding).toBe('utf-8');
    expect(survey.rowCount).toBe(expected.rows);
    expectLikeHaven(survey, expected);
  });
});

describe('what haven does not show, in a file of PSPP', () => {
  const path = join(fixtures, 'pspp-compressed.sav');

  it('measure, weight and file label are as make.sps gives them', async () => {
    const survey = await openSurveyFile(path);
    survey.close();
    expect(survey.weight).toBe('weight');
    expect(survey.fileLabel).toBe('Fear and want, five answers');
    const measures = Object.fromEntries(survey.variables.map(({ name, measure }) => [name, measure]));
    expect(measures).toMatchObject({
      fear: 'ordinal',
      want: 'ordinal',
      income: 'scale',
      weight: 'scale',
      short: 'nominal',
      region: 'nominal',
      story: 'nominal',
    });
  });
});

describe('choosing', () => {
  const path = join(fixtures, 'pspp-compressed.sav');

  it('gives the variables asked for in the order asked for, the others are not decoded', async () => {
    const whole = await readAll(path);
    const some = await readAll(path, { variables: ['story', 'want', 'short', 'fear'], chunkRows: 2 });
    const column = (name: string) => whole.values[whole.variables.findIndex((each) => each.name === name)];
    expect(some.values).toEqual([column('story'), column('want'), column('short'), column('fear')]);
  });

  it('a variable twice gives it twice', async () => {
    const { values } = await readAll(path, { variables: ['want', 'short', 'want', 'short'], chunkRows: 2 });
    expect(values[2]).toEqual(values[0]);
    expect(values[3]).toEqual(values[1]);
    expect(values[0]).toEqual([4, 9, 98, -5, 2]);
  });

  it('of no variables gives rows all the same', async () => {
    const survey = await openSurveyFile(path);
    let rows = 0;
    for await (const chunk of survey.read({ variables: [] })) rows += chunk.rowCount;
    survey.close();
    expect(rows).toBe(5);
  });

  it('of an unknown variable names it, and the one that differs in case only', async () => {
    await expect(readAll(path, { variables: ['nobody'] })).rejects.toMatchObject({
      code: 'variable.unknown',
      params: { variable: 'nobody' },
    });
    await expect(readAll(path, { variables: ['FEAR'] })).rejects.toMatchObject({
      code: 'variable.unknownNear',
      params: { variable: 'FEAR', suggestion: 'fear' },
    });
  });
});

describe('reading again', () => {
  it('begins anew, also while another reading is under way', async () => {
    const survey = await openSurveyFile(join(fixtures, 'haven-byte.sav'));
    const seen: number[] = [];
    for await (const outer of survey.read({ chunkRows: 1, variables: ['id'] })) {
      for await (const inner of survey.read({ chunkRows: 3, variables: ['id'] })) seen.push(inner.rowCount);
      seen.push(outer.rowCount);
    }
    survey.close();
    expect(seen).toEqual([3, 1, 1, 3, 1, 1, 3, 1, 1, 3, 1, 1]);
  });

  it('reports progress that rises to 1', async () => {
    const fractions: number[] = [];
    await readAll(join(fixtures, 'haven-none.sav'), {
      chunkRows: 1,
      onProgress: (fraction) => fractions.push(fraction),
    });
    expect(fractions.at(-1)).toBe(1);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  });
});
