import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeDtaFile } from '#formats/dta/writeDtaFile.ts';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import type { SurveyFile } from '#formats/surveyFile.ts';
import type { Loss } from '#engine/survey/loss.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { bilingualDta, characteristic, said } from '../bilingualDta.ts';
import { DtaBytes, dtaFile, typeCode } from '../dtaBytes.ts';
import { problemOf, readBytes, type ReadSurvey } from '../readAll.ts';

const read = (bytes: Uint8Array, language?: string): Promise<ReadSurvey> =>
  readBytes(temporaryFolder(), 'a.dta', bytes, {}, language === undefined ? {} : { language });

describe('labels in several languages', () => {
  const english = {
    label: 'Fear of crime',
    valueLabels: [
      { value: 1, label: 'A lot' },
      { value: 2, label: 'Some' },
    ],
  };
  const spanish = { label: 'Miedo', valueLabels: [{ value: 1, label: 'Mucho' }] };

  it.each([110, 113, 115, 117, 118, 119])('are read from version %i', async (release) => {
    const survey = await read(bilingualDta(release));
    expect(survey.fileLabel).toBe('Una encuesta');
    expect(survey.choices).toMatchObject({ language: 'es', languages: ['en', 'es'] });
    expect(survey.variables[0]).toMatchObject({ ...spanish, translations: [{ language: 'en', ...english }] });
    expect(survey.variables[1].translations).toBeUndefined();
  });

  it('the language that is asked for is that of the labels, the other one is kept', async () => {
    const survey = await read(bilingualDta(), 'en');
    expect(survey.fileLabel).toBe('A survey');
    expect(survey.choices?.language).toBe('en');
    expect(survey.languages).toEqual([
      { name: 'en', fileLabel: 'A survey' },
      { name: 'es', fileLabel: 'Una encuesta' },
    ]);
    expect(survey.variables[0]).toMatchObject({ ...english, translations: [{ language: 'es', ...spanish }] });
  });

  it('where it lacks a label, the language in use stands in', async () => {
    expect((await read(bilingualDta(), 'en')).variables[1].label).toBe('Edad');
  });

  it('a language that the file lacks is refused by name', async () => {
    const problem = await problemOf(read(bilingualDta(), 'fr'));
    expect([problem.code, problem.params]).toEqual([
      'option.invalid',
      { option: 'language', value: 'fr', allowed: 'en, es' },
    ]);
  });

  it('a file that names none has no choice', async () => {
    const survey = await read(bilingualDta(118, []));
    expect([survey.choices, survey.languages]).toEqual([undefined, undefined]);
    expect((await problemOf(read(bilingualDta(118, []), 'en'))).params.option).toBe('language');
  });

  it('a language that the file does not list stays what it is: a characteristic', async () => {
    const survey = await read(bilingualDta(118, [...said, ['fear', '_lang_v_de', 'Angst']]));
    expect(survey.variables[0].attributes).toEqual([{ name: '_lang_v_de', values: ['Angst'] }]);
  });

  it('one large set for many variables in many languages is a damaged file', async () => {
    const languages = Array.from({ length: 100 }, (_, index) => `l${index}`);
    const names = Array.from({ length: 30 }, (_, index) => `v${index}`);
    const labels = Array.from({ length: 1000 }, (_, code) => [code, 'x'] as const);
    const problem = await problemOf(
      read(
        dtaFile({
          release: 118,
          variables: names.map((name) => ({ name, type: typeCode(118, 'byte') })),
          rows: 1,
          data: new DtaBytes().whole(1, ...names.map(() => 1)),
          sets: [{ name: 'all', labels }],
          characteristics: [
            characteristic(118, '_dta', '_lang_list', languages.join(' ')),
            ...names.flatMap((name) =>
              languages.map((one) => characteristic(118, name, `_lang_l_${one}`, 'all')),
            ),
          ],
        }),
      ),
    );
    expect(problem.code).toBe('file.damaged');
  });
});

describe('notes and characteristics', () => {
  it('without end are a damaged file', async () => {
    const one = characteristic(105, 'age', 'a', '');
    const bytes = dtaFile({
      release: 105,
      variables: [{ name: 'age', type: typeCode(105, 'byte') }],
      rows: 1,
      data: new DtaBytes().whole(1, 1),
    });
    const end = bytes.length - 1;
    const field = Buffer.concat([Buffer.from([1, one.length, 0]), Buffer.from(one, 'latin1')]);
    const many = Buffer.alloc(300_001 * field.length, field);
    const problem = await problemOf(
      read(Buffer.concat([bytes.subarray(0, end - 3), many, bytes.subarray(end - 3)])),
    );
    expect([problem.code, problem.params.detail]).toEqual([
      'file.damaged',
      'more than 300000 characteristics',
    ]);
  });

  it.each([110, 115, 117, 118])('are read from version %i, notes by their numbers', async (release) => {
    const survey = await read(bilingualDta(release));
    expect(survey.notes).toEqual(['First', 'Second, at the end']);
    expect(survey.attributes).toEqual([{ name: '_svy_su1', values: ['upm'] }]);
    expect(survey.variables[0].notes).toEqual(['Asked of everyone']);
    expect(survey.variables[1].attributes).toEqual([{ name: 'source', values: ['Roster'] }]);
  });

  it('are read from version 105, whose names have 8 letters', async () => {
    const survey = await read(
      bilingualDta(105, [
        ['_dta', 'note1', 'First'],
        ['age', 'source', 'Roster'],
      ]),
    );
    expect(survey.notes).toEqual(['First']);
    expect(survey.variables[1].attributes).toEqual([{ name: 'source', values: ['Roster'] }]);
  });

  it('about variables that the file does not have are passed over', async () => {
    const survey = await read(
      bilingualDta(118, [
        ['gone', 'note1', 'x'],
        ['__proto__', 'note1', 'x'],
      ]),
    );
    expect(survey.variables.flatMap(({ notes = [] }) => notes)).toEqual([]);
  });
});

async function writtenAgain(
  file: SurveyFile,
  changes: Partial<SurveyFile> = {},
): Promise<{ survey: SurveyFile; losses: readonly Loss[] }> {
  const path = join(temporaryFolder(), 'again.dta');
  const survey = { ...file, ...changes };
  const losses = await writeDtaFile(path, {
    ...survey,
    documents: survey.notes ?? [],
    createdAt: '2011-03-01T12:00:00',
    rowCount: file.rowCount!,
    chunks: () => file.read(),
  });
  const again = await openSurveyFile(path);
  again.close();
  return { survey: again, losses };
}

async function opened(bytes: Uint8Array): Promise<SurveyFile> {
  const path = join(temporaryFolder(), 'a.dta');
  writeFileSync(path, bytes);
  return openSurveyFile(path);
}

describe('what is written is read again', () => {
  it('all languages, notes, characteristics and formats', async () => {
    const file = await opened(bilingualDta());
    const { survey, losses } = await writtenAgain(file);
    file.close();
    expect(losses).toEqual([]);
    expect(survey.variables).toEqual(file.variables);
    expect(survey.languages).toEqual(file.languages);
    expect([survey.fileLabel, survey.notes, survey.attributes]).toEqual([
      file.fileLabel,
      file.notes,
      file.attributes,
    ]);
  });

  it('what came from SPSS: roles are named as lost, several values become lines', async () => {
    const file = await opened(bilingualDta(118, []));
    const [first, second] = file.variables;
    const { survey, losses } = await writtenAgain(file, {
      variables: [
        {
          ...first,
          attributes: [
            { name: '$@Role', values: ['1'] },
            { name: 'Author', values: ['A', 'B'] },
            { name: 'note1', values: ['no note'] },
          ],
        },
        { ...second, attributes: [{ name: '$@Role', values: ['0'] }] },
      ],
    });
    file.close();
    expect(losses).toEqual([{ variable: 'fear', kind: 'attribute', count: 3 }]);
    expect(survey.variables[0].attributes).toEqual([
      { name: 'Author', values: ['A\nB'] },
      { name: '_note1', values: ['no note'] },
    ]);
  });

  it('a note of more bytes than a characteristic may have is cut, and named', async () => {
    const file = await opened(bilingualDta(118, []));
    const { survey, losses } = await writtenAgain(file, { notes: ['é'.repeat(40_000), 'Second'] });
    file.close();
    expect(losses).toEqual([{ variable: null, kind: 'note', count: 1 }]);
    expect(survey.notes).toEqual(['é'.repeat(33_891), 'Second']);
  });
});

const data = process.env['LARGER_FREEDOM_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');
const latinAmerica = join(data, 'surveys/GT_2014.dta');

describe.runIf(existsSync(latinAmerica))('a real survey in two languages', () => {
  it('has its questions in both', async () => {
    const survey = await openSurveyFile(latinAmerica, { language: 'en' });
    survey.close();
    expect(survey.choices).toMatchObject({ language: 'en', languages: ['en', 'es'] });
    const sex = survey.variables.find(({ name }) => name === 'sex')!;
    expect(sex.label).toBe('Sex');
    expect(sex.translations).toEqual([
      {
        language: 'es',
        label: 'Sexo',
        valueLabels: [
          { value: 1, label: 'Hombre' },
          { value: 2, label: 'Mujer' },
        ],
      },
    ]);
    expect(sex.notes).toEqual(['Lo mismo que Q1', 'The same as Q1']);
  });

  it('has the notes that haven reads, which counts their number among them', async () => {
    const survey = await openSurveyFile(latinAmerica);
    survey.close();
    expect(survey.notes).toHaveLength(4);
    expect(survey.notes?.some((note) => note.endsWith('Created: 29 Oct 2015 07:59'))).toBe(true);
  });

  it('goes out and comes in with every word', async () => {
    const file = await openSurveyFile(latinAmerica);
    const { survey } = await writtenAgain(file);
    file.close();
    const words = ({ variables, notes, attributes, languages }: SurveyFile): unknown => ({
      notes,
      attributes,
      languages,
      variables: variables.map(({ name, valueLabels, notes: own, attributes: more, translations }) => ({
        name,
        valueLabels,
        own,
        more,
        translations: translations?.map((each) => each.valueLabels),
      })),
    });
    expect(words(survey)).toEqual(words(file));
  });
});
