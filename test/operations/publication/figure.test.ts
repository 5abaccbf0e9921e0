import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import { firstDefinitions } from '#presentation/analysis/firstDefinitions.ts';
import { asked, csvSurvey } from '../../helpers/asked.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

/** 60 in the north, 12 in the south, of whom 7 fear and 5 want: too few to be shown. */
const rows = 72;
const isSouth = (row: number): boolean => row >= 60;
const columns = {
  region: Array.from({ length: rows }, (_, row) => (isSouth(row) ? 2 : 1)),
  theft: Array.from({ length: rows }, (_, row) => Number(isSouth(row) ? row < 67 : row % 2)),
  hunger: Array.from({ length: rows }, (_, row) => Number(isSouth(row) ? row < 65 : row % 4 === 0)),
};
const freedoms: AnalysisDefinition = {
  room: 'freedoms',
  view: 'bars',
  by: 'region',
  atLeast: { fear: 1, want: 1 },
  answered: 'half',
};

async function madeStudy(): Promise<{ study: string; survey: number; folder: string }> {
  const folder = temporaryFolder();
  const study = join(folder, 'figures.lfstudy');
  const { file } = csvSurvey(columns);
  await asked('survey.import', { file, study, name: null });
  const survey = 1;
  const concerns = [
    { variable: 'theft', freedom: 'fear' as const, dimensions: [], concernedWhen: [1] },
    { variable: 'hunger', freedom: 'want' as const, dimensions: [], concernedWhen: [1] },
  ];
  await asked('concern.save', { study, survey, concerns });
  return { study, survey, folder };
}

test('what is hidden of a small group is in no figure: neither as text nor as the width of a bar', async () => {
  const { study, survey, folder } = await madeStudy();
  const to = join(folder, 'split.svg');
  await asked('publication.figure', { study, survey, definition: freedoms, to, format: 'svg' });
  const svg = readFileSync(to, 'utf8').replace(/url\(data:[^)]*\)/g, '');
  expect(svg).toContain('(*)');
  // All together and the north have bars of at most four parts each; the south has none.
  const bars = svg.match(/<rect[^>]*stroke=/g) ?? [];
  expect(bars.length).toBeGreaterThan(0);
  expect(bars.length).toBeLessThanOrEqual(8);
  // By hand: of the south 5 of 12 have both (41.7%), 2 fear only (16.7%), 5 neither (41.7%).
  const said = [...svg.matchAll(/<(?:text|title|desc)[^>]*>([^<]*)</g)].map(([, words]) => words).join(' ');
  for (const hidden of ['41.7', '16.7']) expect(said).not.toContain(hidden);
  for (const hidden of ['0.4166', '0.1666']) expect(svg).not.toContain(hidden);
});

test('a figure is not written over a file unless that is said', async () => {
  const { study, survey, folder } = await madeStudy();
  const to = join(folder, 'split.png');
  writeFileSync(to, 'mine');
  const wish = { study, survey, definition: freedoms, to, format: 'png' as const, resolution: 72 };
  await expect(asked('publication.figure', wish)).rejects.toMatchObject({ code: 'export.exists' });
  expect(readFileSync(to, 'utf8')).toBe('mine');
  await asked('publication.figure', { ...wish, replace: true });
  expect(readFileSync(to).toString('latin1', 1, 4)).toBe('PNG');
});

test('a pair that is not looked at has no figure', async () => {
  const { study, survey } = await madeStudy();
  const { matrix } = firstDefinitions;
  await expect(
    asked('publication.preview', { study, survey, definition: matrix, part: 'detail' }),
  ).rejects.toMatchObject({ code: 'publication.noDetail' });
});

test('words of the user take the place of those suggested, and empty ones leave nothing', async () => {
  const { study, survey } = await madeStudy();
  const text = { title: 'Two freedoms', subtitle: '', source: '', note: 'One\nTwo' };
  const wish = { study, survey, definition: freedoms, text };
  const { svg, suggested, width } = await asked('publication.preview', { ...wish, width: 85 });
  const said = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, words]) => words);
  expect(said[0]).toBe('Two freedoms');
  expect(said.slice(-2)).toEqual(['One', 'Two']);
  expect(said.join(' ')).not.toContain(suggested.source);
  expect(width).toBeCloseTo(85, 6);
});

test('a figure is at least as high as it is wished to be', async () => {
  const { study, survey } = await madeStudy();
  const wish = { study, survey, definition: freedoms };
  const { height } = await asked('publication.preview', { ...wish, height: 240 });
  expect(height).toBeGreaterThanOrEqual(240);
  expect(height).toBeLessThan(240.3);
});
