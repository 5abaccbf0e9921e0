import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';
import { problemOf, readAll } from './readAll.ts';

const fixtures = join(import.meta.dirname, 'fixtures');

describe('what a file is', () => {
  it('is told by its content: a .sav under the name .csv is read as .sav', async () => {
    const path = join(temporaryFolder(), 'survey.csv');
    copyFileSync(join(fixtures, 'haven-byte.sav'), path);
    expect((await readAll(path)).format).toBe('sav');
  });

  it.each([
    ['haven.zsav', 'zsav'],
    ['pspp.por', 'por'],
    ['haven.dta', 'dta'],
    ['haven-8.dta', 'dta'],
    ['foreign-6.dta', 'dta'],
  ])('is told by its content: %s under the name .csv is %s', async (name, format) => {
    const path = join(temporaryFolder(), 'survey.csv');
    copyFileSync(join(fixtures, name), path);
    expect((await readAll(path)).format).toBe(format);
  });

  it.each(['.csv', '.tsv', '.TXT'])('is CSV where it is text and ends in %s', async (ending) => {
    const path = join(temporaryFolder(), `survey${ending}`);
    writeFileSync(path, 'a,b\n1,2\n');
    expect((await readAll(path)).format).toBe('csv');
  });
});

describe('a file that cannot be read', () => {
  async function problemWith(name: string, content: string | Uint8Array) {
    const path = join(temporaryFolder(), name);
    writeFileSync(path, content);
    const problem = await problemOf(openSurveyFile(path));
    expect(problem.params.file).toBe(path);
    return problem;
  }

  it('is not there', async () => {
    const path = join(temporaryFolder(), 'nowhere', 'a.sav');
    expect(await problemOf(openSurveyFile(path))).toMatchObject({
      code: 'file.notFound',
      params: { file: path },
    });
  });

  it('is a folder', async () => {
    const path = join(temporaryFolder(), 'folder.sav');
    mkdirSync(path);
    expect(await problemOf(openSurveyFile(path))).toMatchObject({
      code: 'file.unreadable',
      params: { reason: 'it is a folder' },
    });
  });

  it.skipIf(process.platform === 'win32')('is a pipe, which is not waited for', async () => {
    const path = join(temporaryFolder(), 'pipe.sav');
    execFileSync('mkfifo', [path]);
    expect(await problemOf(openSurveyFile(path))).toMatchObject({
      code: 'file.unreadable',
      params: { reason: 'it is not a file' },
    });
  });

  it.each(['a.sav', 'a.csv'])('is empty: %s', async (name) => {
    expect((await problemWith(name, '')).code).toBe('file.empty');
  });

  it('is text without the name of a CSV file', async () => {
    expect((await problemWith('a.sav', 'a,b\n1,2\n')).code).toBe('file.unknownFormat');
  });

  it('is binary under the name .csv', async () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, index) => (index * 7919) % 256);
    expect((await problemWith('a.csv', bytes)).code).toBe('file.unknownFormat');
  });

  it.each([
    ['PK\u0003\u0004…survey.sav…', /ZIP archive/],
    ['<!DOCTYPE html><html><body>Log in</body></html>', /web page/],
    ['%PDF-1.7', /PDF/],
    ['<?xml version="1.0"?>\n<codeBook version="2.5"></codeBook>', /DDI codebook/],
    ['\ufeff<?xml version="1.0"?>\n<table/>', /XML/],
    ['{"type":"FeatureCollection","features":[]}', /JSON/],
    ['[\n  {"age": 31}\n]', /JSON/],
    ['SQLite format 3\u0000', /SQLite/],
  ])('%j', async (content, feature) => {
    const problem = await problemWith('survey.csv', content);
    expect(problem.code).toBe('file.unsupported');
    expect(problem.params.feature).toMatch(feature);
  });
});

it.each(['haven.dta', 'pspp.zsav', 'openxlsx.xlsx'])(
  'a language is refused by name where there is none to choose: %s',
  async (name) => {
    const problem = await problemOf(
      readAll(join(import.meta.dirname, 'fixtures', name), {}, { language: 'fr' }),
    );
    expect([problem.code, problem.params.option]).toEqual(['option.invalid', 'language']);
  },
);
