import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { problemOf, readAll } from '../readAll.ts';

const questions = `type;name;label;constraint;constraint_message
begin_group;g;Group;;
select_one water;water;"Where from; mostly?";;
integer;age;Age;. >= 18 and . <= 120;"Between 18
and 120"
end_group;;;;
`;
const choices = 'list_name,name,label::English,label::Somali\nwater,1,Tap,Qasabad\nwater,2,Well,Ceel\n';
const data = 'g/water,g/age\n1,30\n2,17\n';

function files(contents: Readonly<Record<string, string | Uint8Array>>): (name: string) => string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(folder, name), content);
  return (name) => join(folder, name);
}

describe('a form that comes as two CSV files', () => {
  const form = () => files({ 'data.csv': data, 'q.csv': questions, 'c.csv': choices });

  it.each([
    ['its questions first', 'q.csv', 'c.csv'],
    ['its choices first', 'c.csv', 'q.csv'],
  ])('explains the data: %s', async (_, companion, sibling) => {
    const at = form();
    const read = await readAll(at('data.csv'), {}, { companion: at(companion), sibling: at(sibling) });
    expect(read.variables[0]).toMatchObject({
      label: 'Where from; mostly?',
      valueLabels: [
        { value: 1, label: 'Tap' },
        { value: 2, label: 'Well' },
      ],
    });
    expect(read.variables[1].attributes).toEqual([
      { name: 'constraint', values: ['. >= 18 and . <= 120'] },
      { name: 'constraint_message', values: ['Between 18 and 120'] },
    ]);
  });

  it.each([
    ['questions without their choices', 'q.csv', undefined, 'file.halfForm', { sheet: 'choices' }],
    ['choices without their questions', 'c.csv', undefined, 'file.halfForm', { sheet: 'survey' }],
    ['other data', 'data.csv', undefined, 'file.unknownCompanion', {}],
    ['questions with other data', 'q.csv', 'data.csv', 'file.unknownCompanion', {}],
  ])('is refused where it is not whole: %s', async (_, companion, sibling, code, params) => {
    const at = form();
    const reading = { companion: at(companion), ...(sibling && { sibling: at(sibling) }) };
    expect(await problemOf(readAll(at('data.csv'), {}, reading))).toMatchObject({ code, params });
  });

  it('needs no choices where no question has any', async () => {
    const own = files({ 'data.csv': 'age\n30\n', 'q.csv': 'type,name,label\ninteger,age,Age\n' });
    const read = await readAll(own('data.csv'), {}, { companion: own('q.csv') });
    expect(read.variables[0].label).toBe('Age');
  });
});

const shared = process.env['LARGER_FREEDOM_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');
const somalia = join(shared, 'surveys/kobo-somalia');
it.runIf(existsSync(somalia))('a real one explains its export', async () => {
  const file = await openSurveyFile(join(somalia, 'example1_data.csv'), {
    companion: join(somalia, 'example1_kobo questions.csv'),
    sibling: join(somalia, 'example1_kobo choices.csv'),
  });
  file.close();
  // As many select_multiple questions of the form have columns in the data, as R counts them.
  expect(file.multipleResponseSets).toHaveLength(43);
  expect(file.choices).toMatchObject({ languages: ['English', 'Somali', 'Graph'] });
});
