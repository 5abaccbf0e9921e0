import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '#contract/client.ts';
import { bilingualDta } from '../formats/bilingualDta.ts';
import { readAll } from '../formats/readAll.ts';
import { sourceHost } from '../helpers/sourceHost.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

/** From a Stata file with two languages, notes and characteristics, through a study, into every format. */
let client: Client;
let folder: string;
let file: string;
let source: { study: string; survey: number };

beforeEach(async () => {
  folder = temporaryFolder();
  file = join(folder, 'bilingual.dta');
  writeFileSync(file, bilingualDta());
  ({ client } = sourceHost(temporaryFolder()));
  const made = await client.survey.import({ file, study: null, name: null });
  source = { study: made.study.study, survey: made.survey };
});

describe('a survey with notes, characteristics and two languages', () => {
  test('goes back into Stata with all of them', async () => {
    const to = join(folder, 'out.dta');
    expect((await client.export.run({ source, to })).losses).toEqual([]);
    const [before, after] = [await readAll(file), await readAll(to)];
    expect(after.variables).toEqual(before.variables);
    expect(after.languages).toEqual(before.languages);
    expect([after.notes, after.attributes]).toEqual([before.notes, before.attributes]);
  });

  test('brought in in its second language goes out with both', async () => {
    const made = await client.survey.import({
      file,
      study: null,
      name: 'English',
      reading: { language: 'en' },
    });
    const to = join(folder, 'out.dta');
    await client.export.run({ source: { study: made.study.study, survey: made.survey }, to });
    const after = await readAll(to);
    expect(after.fileLabel).toBe('A survey');
    expect(after.variables[0].label).toBe('Fear of crime');
    expect(after.choices?.languages).toEqual(['en', 'es']);
    expect((await readAll(to, {}, { language: 'es' })).variables[0].label).toBe('Miedo');
  });

  test('in SPSS keeps notes and attributes, and says that one language is left', async () => {
    const to = join(folder, 'out.sav');
    const { losses } = await client.export.run({ source, to });
    expect(losses).toEqual([{ variable: null, kind: 'language', count: 1 }]);
    const survey = await readAll(to);
    expect(survey.notes).toEqual(['First', 'Second, at the end']);
    expect(survey.attributes).toEqual([{ name: '_svy_su1', values: ['upm'] }]);
    expect(survey.variables.map(({ notes, attributes }) => [notes, attributes])).toEqual([
      [['Asked of everyone'], undefined],
      [undefined, [{ name: 'source', values: ['Roster'] }]],
    ]);
  });

  test('in a DDI codebook has labels by language, and notes', async () => {
    const to = join(folder, 'out.xml');
    expect((await client.export.run({ source, to })).losses).toEqual([
      // Code 2 has a label in English only.
      { variable: 'fear', kind: 'language', count: 1 },
    ]);
    const xml = readFileSync(to, 'utf8');
    for (const element of [
      '<notes>Second, at the end</notes>',
      '<notes type="attribute" subject="_svy_su1">upm</notes>',
      '<labl xml:lang="es">Miedo</labl>',
      '<labl xml:lang="en">Fear of crime</labl>',
      '<catValu>1</catValu><labl xml:lang="es">Mucho</labl><labl xml:lang="en">A lot</labl>',
      '<notes>Asked of everyone</notes>',
    ]) {
      expect(xml).toContain(element);
    }
  });

  test('in CSV has notes of variables in the codebook, and names what is left', async () => {
    const to = join(folder, 'out.csv');
    const { losses } = await client.export.run({ source, to });
    expect(losses).toEqual([
      { variable: null, kind: 'language', count: 1 },
      { variable: 'age', kind: 'attribute', count: 1 },
      { variable: null, kind: 'note', count: 2 },
      { variable: null, kind: 'attribute', count: 1 },
    ]);
    const [head, fear] = readFileSync(join(folder, 'out.codebook.csv'), 'utf8').split('\r\n');
    expect(head.endsWith(',value_n,notes')).toBe(true);
    expect(fear.endsWith(',Asked of everyone')).toBe(true);
  });

  test('in a workbook has its notes on their sheet', async () => {
    const to = join(folder, 'out.xlsx');
    const { losses } = await client.export.run({ source, to });
    expect(losses).toEqual([
      { variable: null, kind: 'language', count: 1 },
      { variable: 'age', kind: 'attribute', count: 1 },
    ]);
    expect(existsSync(to)).toBe(true);
    const notes = await readAll(to, {}, { sheet: 'Notes' });
    expect(notes.values.map((column) => column.join('\n')).join('\n')).toContain('Second, at the end');
  });

  test('is replaced by a corrected file together with what that one says', async () => {
    const corrected = join(folder, 'corrected.dta');
    writeFileSync(corrected, bilingualDta(118, [['_dta', 'note1', 'Corrected in March']]));
    await client.survey.replace({ ...source, file: corrected });
    const to = join(folder, 'out.dta');
    await client.export.run({ source, to });
    const after = await readAll(to);
    expect([after.notes, after.attributes, after.languages]).toEqual([['Corrected in March'], [], undefined]);
    expect(after.variables[0].translations).toBeUndefined();
  });
});

describe('what a file says of itself', () => {
  test('is in its preview', async () => {
    const preview = await client.file.preview({ file });
    expect([preview.notes, preview.noteCount]).toEqual([['First', 'Second, at the end'], 2]);
    expect(preview.choices).toMatchObject({ language: 'es', languages: ['en', 'es'] });
  });

  test('comes into the preview cut where it is endless', async () => {
    const endless = join(folder, 'endless.dta');
    const notes = Array.from(
      { length: 200 },
      (_, index) => ['_dta', `note${index + 1}`, 'x'.repeat(9000)] as const,
    );
    writeFileSync(endless, bilingualDta(118, notes));
    const preview = await client.file.preview({ file: endless });
    expect(preview.noteCount).toBe(200);
    expect(preview.notes!.join('').length).toBeLessThan(200_000);
  });

  test('is in the description of its variables and of the file', async () => {
    const described = await client.describe.run({ source: { file } });
    expect(described.notes).toEqual(['First', 'Second, at the end']);
    expect(described.variables.map(({ notes }) => notes)).toEqual([['Asked of everyone'], undefined]);
    const { variables } = await client.variable.list(source);
    expect(variables[0].notes).toEqual(['Asked of everyone']);
  });
});
