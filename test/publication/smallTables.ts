import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PrioritiesDefinition } from '#contract/analysisDefinition.ts';
import { estimateOptions, type EstimateOptions } from '#contract/estimate.ts';
import { contract } from '#contract/index.ts';
import type { OperationContext } from '#operations/context.ts';
import { readerOf } from '#operations/publication/readerOf.ts';
import { ranking } from '#operations/ranking.ts';
import { table } from '#operations/table.ts';
import { answeredDocument } from '#presentation/analysis/answeredDocument.ts';
import type { AnsweredAnalysis } from '#presentation/analysis/answered.ts';
import { firstDefinitions } from '#presentation/analysis/firstDefinitions.ts';
import type { Ranking } from '#presentation/priorities/priorityRows.ts';
import type { TableDocument } from '#presentation/tableDocument.ts';
import { emptyTable, type TableDefinition } from '#presentation/tables/tableDefinition.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

type Answered = Extract<AnsweredAnalysis, { room: 'tables' }>;

const context: OperationContext = {
  places: { studies: '', samples: '' },
  report: () => undefined,
  throwIfCancelled: () => undefined,
};

const definition: TableDefinition = {
  ...emptyTable,
  rows: [{ kind: 'variable', name: 'answer' }],
  columns: [['region']],
  statistics: ['n', 'weightedN', 'se', 'interval', 'deff'],
  moreDecimals: true,
};

const asRanked: PrioritiesDefinition = {
  ...firstDefinitions.priorities,
  concern: 'answer',
  concernBy: 'region',
};

const survey: AnsweredAnalysis['survey'] = {
  name: 'survey',
  file: 'survey.csv',
  madeUp: false,
  rows: 0,
  concerns: [],
  answers: new Map(),
};

/** A file of as many people as `counts` says, answer by region. */
export function smallSurvey(counts: readonly (readonly number[])[]): string {
  const file = join(temporaryFolder(), 'survey.csv');
  const people = counts.flatMap((row, answer) =>
    row.flatMap((count, region) => new Array<string>(count).fill(`${answer + 1},${region + 1}`)),
  );
  writeFileSync(file, `answer,region\n${people.join('\n')}\n`);
  return file;
}

/** The answers by the regions under a rule of disclosure. */
export async function answeredTable(
  file: string,
  disclosure: EstimateOptions['disclosure'],
): Promise<Answered> {
  const input = contract['table.run'].input.parse({
    source: { file },
    stub: [{ kind: 'variable', variable: 'answer' }],
    banner: [{ variables: ['region'] }],
    letters: {},
    options: estimateOptions.parse({ disclosure }),
  });
  return { survey, room: 'tables', definition, result: await table['table.run'](input, context) };
}

export function documentOf(answered: Answered, language: 'en' | 'fr' | 'bn' = 'en'): TableDocument {
  return answeredDocument(answered, 'room', readerOf({ language, digits: 'western' }));
}

/** Whoever gave the first answer, by region. */
export async function concernByRegion(
  file: string,
  disclosure: EstimateOptions['disclosure'],
): Promise<Ranking> {
  const input = contract['ranking.run'].input.parse({
    source: { file },
    fear: [{ variable: 'answer', concernedWhen: [1] }],
    by: 'region',
    compare: {},
    options: estimateOptions.parse({ disclosure }),
  });
  return ranking['ranking.run'](input, context);
}

export function concernDocumentOf(concern: Ranking): TableDocument {
  return answeredDocument(
    { survey, room: 'priorities', definition: asRanked, result: concern, concern },
    'detail',
    readerOf({ language: 'en', digits: 'western' }),
  );
}
