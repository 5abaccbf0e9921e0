import { describe, expect, it } from 'vitest';
import { dataWithCompanion } from '#renderer/src/stores/filesTogether.ts';
import {
  delimiterOptions,
  encodingChoices,
  encodingOptions,
} from '#renderer/src/features/study/readingOptions.ts';

const files = (...names: string[]) => names.map((name) => ({ name, path: `/chosen/${name}` }));
const ways = (...names: string[]) =>
  dataWithCompanion(files(...names)).map(({ data, companion }) => `${data.name} by ${companion.name}`);

describe('two files dropped together', () => {
  it('are data and codebook where one is XML, in either order', () => {
    expect(ways('codebook.xml', 'data.csv')).toEqual(['data.csv by codebook.xml']);
    expect(ways('data.csv', 'codebook.xml')).toEqual(['data.csv by codebook.xml']);
  });

  it('are data and form where one is a workbook', () => {
    expect(ways('form.xlsx', 'data.csv')[0]).toBe('data.csv by form.xlsx');
    expect(ways('data.csv', 'x.xlsx')[0]).toBe('data.csv by x.xlsx');
  });

  it('are tried both ways where both are workbooks, the one called a form as the form first', () => {
    expect(ways('my form.xlsx', 'data.xlsx')).toEqual([
      'data.xlsx by my form.xlsx',
      'my form.xlsx by data.xlsx',
    ]);
    expect(ways('a.xlsx', 'b.xlsx')).toEqual(['a.xlsx by b.xlsx', 'b.xlsx by a.xlsx']);
  });

  it('are no pair where neither can explain the other, or there is one', () => {
    expect(ways('a.sav', 'b.csv')).toEqual([]);
    expect(ways('a.xlsx')).toEqual([]);
  });
});

describe('what may be chosen', () => {
  it('has what was found, even where it is unusual', () => {
    expect(encodingOptions('ibm850')[0].value).toBe('ibm850');
    expect(encodingOptions('utf-8').filter(({ value }) => value === 'utf-8')).toHaveLength(1);
    const say = (name: string) => name;
    expect(delimiterOptions('#', say)[0]).toEqual({ value: '#', text: '#' });
    expect(delimiterOptions(';', say).map(({ text }) => text)).toEqual(['comma', 'semicolon', 'tab', 'bar']);
  });
});

describe('a form of two sheets', () => {
  it('explains the third file, whatever the order', () => {
    const names = ['example kobo choices.csv', 'survey data.csv', 'example kobo questions.csv'];
    expect(dataWithCompanion(files(...names))).toEqual([
      {
        data: { name: 'survey data.csv', path: '/chosen/survey data.csv' },
        companion: { name: names[2], path: `/chosen/${names[2]}` },
        sibling: { name: names[0], path: `/chosen/${names[0]}` },
      },
    ]);
    expect(ways('data.csv', 'survey.csv', 'choices.csv')).toEqual(['data.csv by survey.csv']);
    expect(ways('a.csv', 'b.csv', 'c.csv')).toEqual([]);
  });

  it.each([
    ['sav', null, true],
    ['por', null, true],
    ['dta', '117', true],
    ['dta', '118', false],
    ['parquet', null, false],
  ] as const)('has the encoding of %s (%s): %s', (format, formatVersion, has) => {
    const options = encodingChoices({ format, formatVersion, encoding: 'windows-1252' });
    expect(options !== null).toBe(has);
    expect(options?.some(({ value }) => value === 'utf-16le') ?? false).toBe(false);
  });
});
