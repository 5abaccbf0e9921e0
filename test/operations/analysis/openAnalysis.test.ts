import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { concernedBy, openAnalysis } from '#operations/analysis/openAnalysis.ts';
import { writeSmallSurvey } from '../../helpers/smallSurvey.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

function small(): { file: string } {
  const file = join(temporaryFolder(), 'survey.sav');
  writeSmallSurvey(file);
  return { file };
}

test('a concern whose codes are all set aside as missing is refused, not shown as a share of 0', async () => {
  const analysis = await openAnalysis({ source: small(), missing: [{ variable: '*', codes: [8] }] });
  await expect(concernedBy(analysis, [{ variable: 'afraid', concernedWhen: [8] }])).rejects.toMatchObject({
    code: 'concern.codesMissing',
    params: { variable: 'afraid', codes: [8] },
  });
  const [concerned] = await concernedBy(analysis, [{ variable: 'afraid', concernedWhen: [4, 8] }]);
  expect(concerned.indicator.filter((state) => state === 2)).toHaveLength(8);
});

test('a code that is not there is refused with the codes that are, labelled or not', async () => {
  const file = join(temporaryFolder(), 'survey.csv');
  writeFileSync(file, 'q,town\n3,Bohicon\n0,\n,Abomey\n3,Abomey\n');
  const analysis = await openAnalysis({ source: { file } });
  await expect(concernedBy(analysis, [{ variable: 'q', concernedWhen: [1] }])).rejects.toMatchObject({
    params: { code: 1, known: [0, 3] },
  });
  await expect(concernedBy(analysis, [{ variable: 'town', concernedWhen: [1] }])).rejects.toMatchObject({
    params: { code: '1', known: ['Abomey', 'Bohicon'] },
  });
});

test('codes marked for all labelled variables leave the design alone, those marked by name do not', async () => {
  const missing = [{ variable: '*', codes: [4] }];
  const design = { strata: 'afraid' };
  const analysis = await openAnalysis({ source: small(), missing, design });
  expect(analysis.design.summary.strataCount).toBe(5);
  await expect(
    openAnalysis({ source: small(), missing: [{ variable: 'afraid', codes: [4] }], design }),
  ).rejects.toMatchObject({ code: 'design.strataMissing' });
});
