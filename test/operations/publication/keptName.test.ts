import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firstDefinitions } from '#presentation/analysis/firstDefinitions.ts';
import { asked, csvSurvey } from '../../helpers/asked.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const answers = Array.from({ length: 60 }, (_, row) => row % 2);

test('what a result was kept under is its title, on pictures, tables and scripts, unless another is given', async () => {
  const study = join(temporaryFolder(), 'names.lfstudy');
  await asked('survey.import', { ...csvSurvey({ theft: answers }), study, name: null });
  const concern = { variable: 'theft', freedom: 'fear' as const, dimensions: [], concernedWhen: [1] };
  await asked('concern.save', { study, survey: 1, concerns: [concern] });
  const name = 'Theft & co';
  const result = { study, survey: 1, definition: firstDefinitions.priorities, name };
  expect((await asked('publication.text', result)).title).toBe(name);
  const { svg, suggested } = await asked('publication.preview', result);
  expect(suggested.title).toBe(name);
  expect(svg).toContain('<title>Theft &amp; co</title>');
  expect((await asked('publication.clipboard', result)).text).toMatch(/^Theft & co\n/);
  expect((await asked('publication.code', { ...result, dialect: 'R' })).code).toContain(name);
  const own = await asked('publication.clipboard', { ...result, text: { title: 'Mine' } });
  expect(own.text).toMatch(/^Mine\n/);
});
