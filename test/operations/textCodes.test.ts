import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '#contract/client.ts';
import { formWorkbook } from '../formats/kobo/formWorkbook.ts';
import { sourceHost } from '../helpers/sourceHost.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

/** A form whose answers are words, one of them not given. */
let client: Client;
let file: string;
let reading: { companion: string };

beforeEach(() => {
  const folder = temporaryFolder();
  file = join(folder, 'answers.csv');
  reading = { companion: join(folder, 'form.xlsx') };
  writeFileSync(file, 'water,size\nyes,4\nno,2\n,3\nno,5\nno,1\n');
  writeFileSync(
    reading.companion,
    formWorkbook({
      survey: [
        ['type', 'name', 'label'],
        ['select_one yn', 'water', 'Enough water'],
        ['integer', 'size', 'Members'],
      ],
      choices: [
        ['list_name', 'name', 'label'],
        ['yn', 'yes', 'Yes, always'],
        ['yn', 'no', 'No'],
      ],
    }),
  );
  ({ client } = sourceHost(temporaryFolder()));
});

describe('answers that are words', () => {
  test('stand in the preview with their labels, as numbers do', async () => {
    const { firstRows } = await client.file.preview({ file, reading });
    expect(firstRows.map(([water]) => water)).toEqual(['Yes, always', 'No', '', 'No', 'No']);
  });

  test('have shares among those who answered: what is empty is no answer', async () => {
    const { study, survey } = await client.survey.import({ file, study: null, name: null, reading });
    const { categories } = await client.variable.distribution({
      study: study.study,
      survey,
      variable: 'water',
    });
    expect(categories.map(({ value, n, share, missing }) => [value, n, share, missing])).toEqual([
      ['yes', 1, 0.25, 'no'],
      ['no', 3, 0.75, 'no'],
      ['', 1, null, 'system'],
    ]);
  });

  test('stand in the order of the form in a table; those that it does not have stand after them', async () => {
    writeFileSync(file, 'water,size\nunsure,1\nyes,4\nno,2\nmaybe,2\n,3\nno,5\n');
    const { rows } = await client.crosstab.run({ source: { file, reading }, rows: 'water', columns: 'size' });
    expect(rows.categories.map(({ value }) => value)).toEqual(['yes', 'no', 'maybe', 'unsure']);
  });

  test('are counted without what is empty where they are shown, and with it where the file is described', async () => {
    const { study, survey } = await client.survey.import({ file, study: null, name: null, reading });
    const { variables } = await client.variable.list({ study: study.study, survey });
    expect(variables[0]).toMatchObject({ name: 'water', valid: 4, missingCount: 1, distinct: 2 });
    // haven and R's read.csv keep an empty text as "", which is.na() does not find.
    const described = await client.describe.run({ source: { file, reading } });
    expect(described.variables[0]).toMatchObject({ name: 'water', valid: 5, missingCount: 0 });
  });
});
