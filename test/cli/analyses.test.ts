import { expect, test } from 'vitest';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import { answer } from '#cli/answer.ts';
import { parseCommandLine } from '#cli/commandLine/commandLine.ts';
import { UsageError } from '#cli/commandLine/usageError.ts';
import { asked } from '../helpers/asked.ts';
import { directClient } from '../helpers/directClient.ts';
import { copiesOf, freedomsOf, makeTwoWaves, matrixOf } from '../operations/history/twoWaves.ts';

const studies = copiesOf(async (study) => {
  await makeTwoWaves(study);
  const keep = (survey: number, name: string, definition: AnalysisDefinition) =>
    asked('analysis.keep', { study, survey, name, definition });
  await keep(1, 'Pairs by region', matrixOf('region', { fear: 'afraid', want: 'hungry' }));
  await keep(2, 'All', freedomsOf(null));
  await keep(2, 'Theft', {
    room: 'tables',
    rows: [
      { kind: 'variable', name: 'theft' },
      { kind: 'mean', name: 'w' },
    ],
    columns: [['region', 'afraid'], ['theft']],
    layer: { variable: 'hungry', value: null },
    where: '',
    nets: [],
    share: 'ofColumn',
    statistics: [],
    letters: 'off',
    sort: 'labels',
    hideEmpty: false,
    moreDecimals: false,
    view: 'table',
    picture: { kind: null, item: null, column: null },
  });
});

async function said(...words: readonly string[]): Promise<{ result: unknown; words: string }> {
  return answer(directClient(), parseCommandLine(words), new AbortController().signal);
}

test('the terminal lists what is kept in a study, with the survey and the variables of each', async () => {
  const study = await studies();
  const { words, result } = await said('analyses', study);
  expect(words.split('\n')).toEqual([
    'Analysis         Room      Survey  Variables',
    '───────────────  ────────  ──────  ────────────────────────────────',
    'Pairs by region  matrix    first   region, afraid, hungry',
    'All              freedoms  second',
    'Theft            tables    second  theft, w, region, afraid, hungry',
  ]);
  expect(result).toMatchObject([
    { id: 1, name: 'Pairs by region', room: 'matrix', survey: 'first', definition: { by: 'region' } },
    { id: 2, name: 'All', room: 'freedoms', survey: 'second', variables: [] },
    { id: 3, name: 'Theft', room: 'tables', survey: 'second' },
  ]);
  const { result: ofSecond } = await said('analyses', study, '--survey', 'second');
  expect(ofSecond).toMatchObject([{ name: 'All' }, { name: 'Theft' }]);
  await expect(said('analyses', study, '--survey', 'third')).rejects.toMatchObject({
    code: 'survey.unknown',
  });
});

test('where nothing is kept the terminal says so', async () => {
  const study = await studies();
  for (const id of [1, 2, 3]) await asked('analysis.remove', { study, id });
  expect(await said('analyses', study)).toEqual({
    result: [],
    words: 'No analysis is kept in this study.',
  });
});

test('analyses are kept in studies only, and nothing is asked of them here', () => {
  expect(() => parseCommandLine(['analyses', 'survey.sav'])).toThrow(UsageError);
  expect(() => parseCommandLine(['analyses', 'a.lfstudy', '--where', 'a = 1'])).toThrow(/no option --where/);
});
