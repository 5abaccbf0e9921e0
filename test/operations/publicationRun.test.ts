import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OperationCancelled } from '#operations/context.ts';
import { asked } from '../helpers/asked.ts';
import { writeSmallSurvey } from '../helpers/smallSurvey.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';
import { freedomsOf, matrixOf } from './history/twoWaves.ts';

/** A study of a made-up survey with two analyses, and one that asks nothing. */
async function studyToRun(): Promise<{ study: string; folder: string }> {
  const folder = temporaryFolder();
  const file = join(folder, 'survey.sav');
  writeSmallSurvey(file);
  const study = join(folder, 'Run.lfstudy');
  await asked('survey.import', { file, study, name: 'first' });
  const concern = (variable: string, freedom: 'fear' | 'want', concernedWhen: number[]) => ({
    variable,
    freedom,
    dimensions: [],
    concernedWhen,
  });
  await asked('concern.save', {
    study,
    survey: null,
    concerns: [concern('afraid', 'fear', [3, 4]), concern('hungry', 'want', [3, 4])],
  });
  const keep = (name: string, definition: Parameters<typeof matrixOf>[0] | object) =>
    asked('analysis.keep', { study, survey: null, name, definition: definition as never });
  await keep('Fear × want', matrixOf(null));
  await keep('সবার / “free”?', freedomsOf('theft'));
  await keep('By what is gone', freedomsOf('nowhere'));
  return { study, folder };
}

const sums = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );

test(
  'every kept analysis gets its files, and what cannot be made is told beside the rest',
  { timeout: 60_000 },
  async () => {
    const { study, folder } = await studyToRun();
    const to = join(folder, 'out');
    const { files, problems } = await asked('publication.run', { study, to, data: true });
    expect(readdirSync(to).sort()).toEqual(files.map((file) => file.slice(to.length + 1)).sort());
    expect(readdirSync(to)).toEqual(
      expect.arrayContaining([
        '01-Fear-want.R',
        '01-Fear-want.do',
        '01-Fear-want.png',
        '02-সবার-free.R',
        '02-সবার-free.svg',
        'index.json',
        'survey.sav',
      ]),
    );
    expect(problems).toMatchObject([{ analysis: 'By what is gone', code: 'variable.unknown' }]);
    expect(readdirSync(to).filter((name) => name.startsWith('03'))).toEqual([]);

    const before = sums(to);
    await expect(asked('publication.run', { study, to, data: true })).rejects.toMatchObject({
      code: 'export.exists',
    });
    await asked('publication.run', { study, to, data: true, replace: true });
    expect(sums(to)).toEqual(before);
  },
);

test('a pair that is looked at beside a kept matrix has files of its own, as long as there is one', async () => {
  const { study, folder } = await studyToRun();
  for (const [name, want] of [
    ['A pair', 'hungry'],
    ['No pair', 'theft'],
  ])
    await asked('analysis.keep', {
      study,
      survey: null,
      name,
      definition: matrixOf(null, { fear: 'afraid', want }),
    });
  const to = join(folder, 'pairs');
  const { problems } = await asked('publication.run', { study, to, only: ['A pair', 'No pair'] });
  expect(problems).toEqual([]);
  const names = readdirSync(to).filter((name) => !name.endsWith('.json'));
  const of = (stem: string): string[] => names.filter((name) => name.startsWith(stem)).sort();
  const endings = ['csv', 'docx', 'pdf', 'png', 'svg', 'xlsx'];
  expect(of('01-A-pair-detail')).toEqual(endings.map((ending) => `01-A-pair-detail.${ending}`));
  expect(of('01-A-pair.')).toHaveLength(endings.length + 2);
  expect(of('02-No-pair')).toHaveLength(endings.length + 2);
  const pair = readFileSync(join(to, '01-A-pair-detail.svg'), 'utf8');
  expect(pair).not.toContain('<title>A pair</title>');
});

test('a folder that holds anything else is never replaced', async () => {
  const { study, folder } = await studyToRun();
  const to = join(folder, 'mine');
  mkdirSync(to);
  writeFileSync(join(to, 'letter.txt'), 'Dear');
  for (const replace of [false, true])
    await expect(
      asked('publication.run', { study, to, replace, only: ['Fear × want'] }),
    ).rejects.toMatchObject({
      code: 'export.exists',
    });
  expect(readdirSync(to)).toEqual(['letter.txt']);
});

test('some can be asked for by name; a name that is not there is told', async () => {
  const { study, folder } = await studyToRun();
  const to = join(folder, 'some');
  const { files } = await asked('publication.run', { study, to, only: ['fear × want'] });
  expect(files.some((file) => file.endsWith('01-Fear-want.R'))).toBe(true);
  expect(files.some((file) => file.endsWith('survey.sav'))).toBe(false);
  await expect(asked('publication.run', { study, to, only: ['none'], replace: true })).rejects.toMatchObject({
    code: 'analysis.unknown',
  });
});

test('where it is stopped nothing is left', async () => {
  const { study, folder } = await studyToRun();
  let calls = 0;
  const throwIfCancelled = (): void => {
    if (++calls > 2) throw new OperationCancelled();
  };
  await expect(
    asked('publication.run', { study, to: join(folder, 'out') }, { throwIfCancelled }),
  ).rejects.toThrow(OperationCancelled);
  expect(readdirSync(folder).filter((name) => name.startsWith('out'))).toEqual([]);
});
