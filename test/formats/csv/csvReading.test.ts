import { describe, expect, it } from 'vitest';
import type { openSurveyFile } from '#formats/openSurveyFile.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { problemOf, readBytes } from '../readAll.ts';

const values = async (content: string | Uint8Array, reading: Parameters<typeof openSurveyFile>[1]) =>
  (await readBytes(temporaryFolder(), 'survey.csv', content, {}, reading)).values;

describe('what the user says about a text file goes before what is found out', () => {
  it('the delimiter', async () => {
    const text = 'a;b\n1;2,3\n';
    expect(await values(text, {})).toEqual([[1], [2.3]]);
    expect((await problemOf(values(text, { delimiter: ',' }))).code).toBe('file.tooManyColumns');
    expect(await values('a;b,c\n1;2,3\n', { delimiter: ',' })).toEqual([['1;2'], [3]]);
  });

  it('the decimal mark: 1,5 is a number in a file with commas too, and 1.5 is none where a comma is', async () => {
    expect(await values('a,b\n"1,5",2\n', {})).toEqual([['1,5'], [2]]);
    expect(await values('a,b\n"1,5",2\n', { decimal: ',' })).toEqual([[1.5], [2]]);
    expect(await values('a;b\n1.5;2,5\n', { decimal: ',' })).toEqual([['1.5'], [2.5]]);
    expect(await values('a;b\n1.5;2,5\n', { decimal: '.' })).toEqual([[1.5], ['2,5']]);
  });

  it('the encoding: the same byte is ã in windows-1252 and م in windows-1256', async () => {
    const bytes = Uint8Array.from([...Buffer.from('a,b\nx'), 0xe3, ...Buffer.from(',1\n')]);
    expect(await values(bytes, {})).toEqual([['xã'], [1]]);
    expect(await values(bytes, { encoding: 'windows-1256' })).toEqual([['xم'], [1]]);
  });

  it('an encoding that is not known, or not that of the file, is refused', async () => {
    expect(await problemOf(values('a\n1\n', { encoding: 'klingon' }))).toMatchObject({
      code: 'option.invalid',
    });
    const bytes = Uint8Array.from([...Buffer.from('a,b\nx'), 0xe3, ...Buffer.from(',1\n')]);
    expect(await problemOf(values(bytes, { encoding: 'utf-8' }))).toMatchObject({ code: 'file.damaged' });
  });

  it('what was found out is told', async () => {
    const { choices } = await readBytes(temporaryFolder(), 'survey.csv', 'a;b\n1,5;2\n');
    expect(choices).toMatchObject({ delimiter: ';', decimal: ',', sheets: [], companion: null });
  });
});
