import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leaveOut } from '#operations/survey/leaveOut.ts';
import { survey } from '#operations/survey.ts';
import { file as fileOperations } from '#operations/file.ts';
import { openStudy } from '#project/openStudy.ts';
import { variablesOf } from '#project/variables.ts';
import type { SurveyFile } from '#formats/surveyFile.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { variable } from './columns.ts';
import { contextIn } from './study.ts';

function workplace() {
  const folder = temporaryFolder();
  const context = contextIn(folder);
  return { folder, studies: context.places.studies, context };
}

/** Rows enough for several chunks; every secret is findable in the bytes it would be stored as. */
const rowCount = 20_000;
const secretName = (row: number): string => `Zyxwvut Qponml${row}`;
const secretPhone = (row: number): number => 1_712_345_000 + row;

function writePeople(path: string): void {
  const lines = ['id,respondent_name,phone,afraid,w'];
  for (let row = 0; row < rowCount; row++)
    lines.push(`${row},${secretName(row)},${secretPhone(row)},${row % 4},${1 + (row % 3)}`);
  writeFileSync(path, `${lines.join('\n')}\n`);
}

/** The study, its write-ahead log and whatever else lies beside it. */
function bytesOf(folder: string): Buffer {
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
}

function phoneBytes(row: number): { whole: Buffer; fraction: Buffer } {
  const whole = Buffer.alloc(8);
  whole.writeInt32LE(secretPhone(row));
  whole.writeInt32LE(secretPhone(row + 1), 4);
  const fraction = Buffer.alloc(8);
  fraction.writeDoubleLE(secretPhone(row));
  return { whole, fraction };
}

function expectNoTrace(bytes: Buffer): void {
  expect(bytes.includes('Zyxwvut')).toBe(false);
  expect(bytes.includes(Buffer.from('Zyxwvut', 'utf16le'))).toBe(false);
  for (const row of [0, 1, 9_000, rowCount - 2]) {
    const { whole, fraction } = phoneBytes(row);
    expect(bytes.includes(String(secretPhone(row)))).toBe(false);
    expect(bytes.includes(whole)).toBe(false);
    expect(bytes.includes(fraction)).toBe(false);
  }
}

describe('columns left out of an import', () => {
  it('are offered by the first look, and never reach the disk of a new study', async () => {
    const { folder, studies, context } = workplace();
    const file = join(folder, 'people.csv');
    writePeople(file);
    const { personal } = await fileOperations['file.preview']({ file }, context);
    expect(personal.map(({ variable: name, kind }) => [name, kind])).toEqual([
      ['respondent_name', 'name'],
      ['phone', 'phone'],
    ]);
    const names = personal.map(({ variable: name }) => name);
    const imported = await survey['survey.import'](
      { file, study: null, name: null, leaveOut: names },
      context,
    );
    expect(imported.leftOut).toEqual({ variables: names, weight: null, sets: [] });
    expect(imported.study.surveys[0].variables).toBe(3);
    expectNoTrace(bytesOf(studies));

    const whole = await survey['survey.import']({ file, study: null, name: 'whole' }, context);
    expect(whole.leftOut.variables).toEqual([]);
    const kept = bytesOf(studies);
    expect(kept.includes('Zyxwvut')).toBe(true);
    expect(kept.includes(phoneBytes(9_000).whole)).toBe(true);
  });

  it('leave nothing in the log of a study that has surveys already, nor in its free pages', async () => {
    const { folder, studies, context } = workplace();
    const first = join(folder, 'first.csv');
    writeFileSync(first, 'a,b\n1,2\n3,4\n');
    const { study } = await survey['survey.import']({ file: first, study: null, name: null }, context);
    const file = join(folder, 'people.csv');
    writePeople(file);
    const open = openStudy(study.study);
    try {
      await survey['survey.import'](
        { file, study: study.study, name: null, leaveOut: ['respondent_name', 'phone'] },
        context,
      );
      expect(existsSync(`${study.study}-wal`)).toBe(true);
      expectNoTrace(bytesOf(studies));
      expect(variablesOf(open, 2).map(({ name }) => name)).toEqual(['id', 'afraid', 'w']);
    } finally {
      open.close();
    }
    expectNoTrace(bytesOf(studies));
  });

  it('keep every other value in its row', async () => {
    const { folder, context } = workplace();
    const file = join(folder, 'people.csv');
    writePeople(file);
    const { study } = await survey['survey.import'](
      { file, study: null, name: null, leaveOut: ['id', 'phone'] },
      context,
    );
    const { duplicateIds, weights } = await survey['survey.notice'](
      { study: study.study, survey: null },
      context,
    );
    expect(duplicateIds).toEqual([]);
    expect(weights.map(({ variable: name, n, sum }) => [name, n, sum])).toEqual([['w', 20_000, 39_999]]);
  });

  it('are found in any letter case, and an unknown one stops the import before anything is kept', async () => {
    const { folder, studies, context } = workplace();
    const file = join(folder, 'people.csv');
    writeFileSync(file, 'Phone,q\n123456,1\n123457,2\n');
    const { leftOut } = await survey['survey.import'](
      { file, study: null, name: 'a', leaveOut: ['phone'] },
      context,
    );
    expect(leftOut.variables).toEqual(['Phone']);
    const asked = survey['survey.import']({ file, study: null, name: 'b', leaveOut: ['phones'] }, context);
    await expect(asked).rejects.toMatchObject({
      code: 'variable.unknownNear',
      params: { variable: 'phones', suggestion: 'Phone' },
    });
    expect(readdirSync(studies)).toEqual(['a.lfstudy']);
  });

  it('must not be all of them', async () => {
    const { folder, studies, context } = workplace();
    const file = join(folder, 'people.csv');
    writeFileSync(file, 'a,b\n1,2\n');
    const asked = survey['survey.import']({ file, study: null, name: null, leaveOut: ['a', 'b'] }, context);
    await expect(asked).rejects.toMatchObject({ code: 'survey.nothingLeft', params: { file } });
    expect(readdirSync(studies)).toEqual([]);
  });
});

describe('what goes with columns left out', () => {
  const opened: SurveyFile = {
    format: 'sav',
    encoding: 'utf-8',
    rowCount: 0,
    fileLabel: '',
    variables: ['a', 'b', 'c', 'd', 'w'].map((name) => variable(name, '')),
    weight: 'w',
    multipleResponseSets: [
      { name: '$one', label: 'One', counted: 1, variables: ['a', 'b', 'c'] },
      { name: '$two', label: 'Two', counted: 1, variables: ['a', 'd'] },
      { name: '$three', label: 'Three', counted: 1, variables: ['b', 'c'] },
    ],
    async *read() {},
    close: () => undefined,
  };

  it('is said: the declared weight, and members of multiple-response sets', () => {
    const { file, leftOut } = leaveOut(opened, ['a', 'w']);
    expect(leftOut).toEqual({
      variables: ['a', 'w'],
      weight: 'w',
      sets: [
        { name: '$one', label: 'One', variables: ['a'] },
        { name: '$two', label: 'Two', variables: ['a'] },
      ],
    });
    expect(file.weight).toBeNull();
    expect(file.multipleResponseSets.map(({ name, variables }) => [name, variables])).toEqual([
      ['$one', ['b', 'c']],
      ['$three', ['b', 'c']],
    ]);
  });

  it('is nothing where nothing is left out', () => {
    const { file, leftOut } = leaveOut(opened, []);
    expect(leftOut).toEqual({ variables: [], weight: null, sets: [] });
    expect([file.weight, file.multipleResponseSets]).toEqual(['w', opened.multipleResponseSets]);
  });
});
