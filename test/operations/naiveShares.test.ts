import { join } from 'node:path';
import { expect, test } from 'vitest';
import { directClient } from '../helpers/directClient.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';
import { writeSurvey } from '../helpers/writeSurvey.ts';

const naive = { weight: null, strata: null, psu: null };
const even = (row: number): boolean => row % 2 === 0;
const answers = (of: (row: number) => number): number[] => Array.from({ length: 200 }, (_, row) => of(row));

test('a share beside the same without weights: the one of all rows alike', async () => {
  const folder = temporaryFolder();
  const client = directClient();
  const file = join(folder, 'survey.sav');
  // 50 of 200 say yes; those weigh three times as much: 150 of 300.
  writeSurvey(file, {
    water: { answers: answers((row) => (row % 4 === 0 ? 1 : 2)), labels: { 1: 'Yes', 2: 'No' } },
    weight: { answers: answers((row) => (row % 4 === 0 ? 3 : 1)) },
    psu: { answers: answers((row) => Math.floor(row / 10)) },
    stratum: { answers: answers((row) => Number(even(Math.floor(row / 10)))) },
  });
  const { study, survey } = await client.survey.import({
    file,
    study: join(folder, 'one.lfstudy'),
    name: null,
  });
  const reference = { study: study.study, survey };
  const { roles } = study.surveys[0];
  await client.survey.setRoles({
    ...reference,
    roles: { ...roles, weight: 'weight', psu: 'psu', strata: 'stratum' },
  });

  const rule = { ...reference, variable: 'water', concernedWhen: [1] };
  const [own, other] = [
    await client.concern.share(rule),
    await client.concern.share({ ...rule, design: naive }),
  ];
  expect(own.share!.estimate).toBeCloseTo(0.5, 12);
  expect(other.share!.estimate).toBeCloseTo(0.25, 12);
  // √(p(1 − p)/(n − 1)) of a simple sample.
  expect(other.share!.se).toBeCloseTo(Math.sqrt((0.25 * 0.75) / 199), 12);

  const asked = { ...reference, variable: 'water' };
  const sharesOf = async (question: typeof asked & { design?: typeof naive }): Promise<(number | null)[]> =>
    (await client.variable.distribution(question)).categories.map(({ share }) => share);
  expect(await sharesOf(asked)).toEqual([0.5, 0.5]);
  expect(await sharesOf({ ...asked, design: naive })).toEqual([0.25, 0.75]);
});
