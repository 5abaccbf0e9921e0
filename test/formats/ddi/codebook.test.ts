import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { problemOf, readAll } from '../readAll.ts';

/** After the schema of DDI Codebook 2.5: places, implied decimals, categories, what is invalid, two languages. */
const codebook = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<codeBook version="2.5" xmlns="ddi:codebook:2_5">
  <docDscr><citation><titlStmt><titl>Codebook</titl></titlStmt></citation></docDscr>
  <stdyDscr><citation><titlStmt><titl>Living conditions 2024</titl></titlStmt></citation></stdyDscr>
  <fileDscr><fileTxt><fileStrc type="rectangular"/><fileType charset="ISO-8859-1">data</fileType></fileTxt></fileDscr>
  <dataDscr>
    <var ID="V1" name="REGION" intrvl="discrete"><location StartPos="1" EndPos="2" width="2"/>
      <labl xml:lang="en">Region of <![CDATA[residence]]></labl><labl xml:lang="fr">Région de résidence</labl>
      <txt>Not <labl>this</labl> one</txt>
      <catgry><catValu>01</catValu><labl xml:lang="en">North &amp; East</labl><labl xml:lang="fr">Nord-Est</labl></catgry>
      <catgry missing="Y"><catValu>99</catValu><labl xml:lang="en">Unknown</labl></catgry>
      <varFormat type="numeric"/></var>
    <var ID="V2" name="WEIGHT" wgt="wgt" dcml="2" intrvl="contin"><location StartPos="3" width="5"/>
      <varFormat type="numeric"/></var>
    <var ID="V3" name="PLACE"><location StartPos="8" EndPos="12"/><varFormat type="character"/></var>
    <var ID="V4" name="INCOME" nature="ratio"><location StartPos="13" EndPos="16"/>
      <invalrng><range min="9000"/><item VALUE="-1"/></invalrng><varFormat type="numeric"/></var>
  </dataDscr>
</codeBook>`;
const lines = Buffer.from('0100150Kéné 0012\r\n9901000     9999\n02   -5x\n', 'latin1');

function read(
  data: string | Uint8Array,
  { name = 'data.dat', xml = codebook, language }: { name?: string; xml?: string; language?: string } = {},
) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), data);
  writeFileSync(join(folder, 'codebook.xml'), xml);
  return readAll(join(folder, name), {}, { companion: join(folder, 'codebook.xml'), language });
}

describe('a file of fixed width with its codebook', () => {
  it('has its values at their places, decimals implied, blanks missing', async () => {
    const survey = await read(lines);
    expect(survey.format).toBe('fixed');
    expect(survey.encoding).toBe('windows-1252');
    expect(survey.values).toEqual([
      [1, 99, 2],
      [1.5, 10, -0.05],
      ['Kéné', '', 'x'],
      [12, 9999, null],
    ]);
  });

  it('has labels, missing codes and ranges, measure and weight', async () => {
    const survey = await read(lines);
    expect(survey.fileLabel).toBe('Living conditions 2024');
    expect(survey.weight).toBe('WEIGHT');
    expect(survey.variables[0]).toEqual({
      name: 'REGION',
      label: 'Region of residence',
      type: 'numeric',
      measure: 'nominal',
      valueLabels: [
        { value: 1, label: 'North & East' },
        { value: 99, label: 'Unknown' },
      ],
      missing: { codes: [99], range: null },
    });
    expect(survey.variables[3]).toMatchObject({
      measure: 'scale',
      missing: { codes: [-1], range: { low: 9000, high: null } },
    });
  });

  it('speaks the language that is chosen', async () => {
    const survey = await read(lines, { language: 'fr' });
    expect(survey.variables[0].label).toBe('Région de résidence');
    expect(survey.variables[0].valueLabels).toEqual([
      { value: 1, label: 'Nord-Est' },
      { value: 99, label: 'Unknown' },
    ]);
    expect(survey.choices).toMatchObject({ language: 'fr', languages: ['en', 'fr'] });
  });

  it('may be packed with gzip', async () => {
    expect((await read(gzipSync(lines), { name: 'data.dat.gz' })).rowCount).toBe(3);
  });
});

it('a CSV file takes its words from a codebook, in any case of the names', async () => {
  const survey = await read('region,place,income\n1,a,5\n', { name: 'data.csv' });
  expect(survey.format).toBe('csv');
  expect(survey.variables.map(({ label }) => label)).toEqual(['Region of residence', '', '']);
  expect(survey.choices).toMatchObject({ delimiter: ',', companion: { kind: 'ddi' } });
});

describe('what cannot be', () => {
  it.each([
    ['lines that are too short', 'abc\n', {}, 'file.damaged'],
    ['a number that is none', '01xx150Kene 0012\n', {}, 'file.damaged'],
    ['a codebook of another survey', 'a,b\n1,2\n', { name: 'data.csv' }, 'file.notItsForm'],
    [
      'lines of several kinds',
      lines,
      { xml: codebook.replace('"rectangular"', '"hierarchical"') },
      'file.unsupported',
    ],
    ['a codebook without variables', lines, { xml: '<codeBook></codeBook>' }, 'file.unknownCompanion'],
    ['a codebook that is cut off', lines, { xml: codebook.slice(0, 900) }, 'file.damaged'],
    ['a gzip file that is cut off', gzipSync(lines).subarray(0, 30), { name: 'data.dat.gz' }, 'file.damaged'],
    [
      'a gzip file that unpacks to 300 MB',
      gzipSync(Buffer.alloc(300_000_000)),
      { name: 'a.csv.gz' },
      'file.damaged',
    ],
    ['a language that it lacks', lines, { language: 'de' }, 'option.invalid'],
  ])('is refused: %s', async (_, data, options, code) => {
    expect((await problemOf(read(data, options))).code).toBe(code);
  });

  it('is a billion laughs: a document type is refused before its entities are looked at', async () => {
    const entities = Array.from(
      { length: 9 },
      (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
    ).join('');
    const xml = codebook
      .replace('<codeBook', `<!DOCTYPE codeBook [<!ENTITY l0 "lol">${entities}]><codeBook`)
      .replace('<titl>Living', '<titl>&l9;Living');
    expect(await problemOf(read(lines, { xml }))).toMatchObject({
      code: 'file.damaged',
      params: { detail: expect.stringContaining('document type') },
    });
  });
});

const shared = join(
  process.env['LARGER_FREEDOM_DATA'] ?? join(import.meta.dirname, '../../../../shared/data'),
  'formats/ipumsr-ddi',
);

describe.skipIf(!existsSync(shared))('extracts of IPUMS, as lines and as CSV', () => {
  it.each([
    ['cps_00157.dat.gz', 'cps_00157.xml'],
    ['cps_00158.csv.gz', 'cps_00158.xml'],
  ])('%s', async (name, companion) => {
    const survey = await readAll(join(shared, name), {}, { companion: join(shared, companion) });
    expect(survey.rowCount).toBe(7668);
    const sums = survey.values.map((values) => values.reduce((sum: number, value) => sum + Number(value), 0));
    // R: sapply(read.csv(gzfile("cps_00158.csv.gz")), sum); labels: grep -c '<catgry>'
    const expected = [
      15048219, 102503565, 23004, 15056837.3792, 282253, 14243, 15338485.8167, 2.32001344953e12,
    ];
    sums.forEach((sum, index) => expect(sum / expected[index]).toBeCloseTo(1, 9));
    expect(survey.variables.reduce((count, { valueLabels }) => count + valueLabels.length, 0)).toBe(87);
  });
});

it('keeps what the codebook says answers can be, with the codes that have a label', async () => {
  const xml = codebook
    .replace(
      '<invalrng><range min="9000"/>',
      '<valrng><range min="0" max="500"/><item VALUE="777"/></valrng><invalrng><range min="9000"/>',
    )
    .replace(
      '<labl xml:lang="en">Region of',
      '<valrng><range max="20"/></valrng><labl xml:lang="en">Region of',
    );
  const survey = await read('region,place,income\n1,a,5\n', { name: 'data.csv', xml });
  expect(survey.variables.map(({ attributes }) => attributes)).toEqual([
    [{ name: 'constraint', values: ['. <= 20 or . = 99'] }],
    undefined,
    [{ name: 'constraint', values: ['(. >= 0 and . <= 500) or . = 777'] }],
  ]);
});

describe('dates of a CSV file that its codebook calls dates', () => {
  const xml = (...vars: string[]) =>
    `<codeBook><dataDscr>${vars.map((one) => `<var ${one}</var>`).join('')}</dataDscr></codeBook>`;
  const dated = (name: string, format = '') =>
    `name="${name}"><labl>${name}</labl><varFormat type="character" category="date"${format}/>`;
  /** SPSS: 1 August 2010 is 13,500,000,000 s after 14 October 1582 (156,250 days). */
  const august = 135e8;

  it('are dates, with times where they have them', async () => {
    const csv =
      'on,at,clock,said,day,american\n2010-08-01,2010-08-01T00:00:04,26:30:00,01-AUG-2010,01.08.2010,08/01/2010\n,2010-08-02,,1aug2010,,\n';
    const survey = await read(csv, {
      name: 'data.csv',
      xml: xml(
        dated('on'),
        dated('at'),
        dated('clock'),
        dated('said'),
        dated('day', ' formatname="EDATE10"'),
        dated('american', ' formatname="mm/dd/yyyy"'),
      ),
    });
    expect(survey.variables.map(({ type }) => type)).toEqual([
      'date',
      'datetime',
      'time',
      'date',
      'date',
      'date',
    ]);
    expect(survey.values).toEqual([
      [august, null],
      [august + 4, august + 86_400],
      [95_400, null],
      [august, august],
      [august, null],
      [august, null],
    ]);
    expect(survey.choices?.form).toBeUndefined();
  });

  it('stay texts where one is none, which is told', async () => {
    const survey = await read('on,at\n2010-08-01,03/04/2010\n2010-02-30,\nsoon,\nsoon,\n', {
      name: 'data.csv',
      xml: xml(dated('on'), dated('at')),
    });
    expect(survey.variables.map(({ type }) => type)).toEqual(['text', 'text']);
    expect(survey.values[0]).toEqual(['2010-08-01', '2010-02-30', 'soon', 'soon']);
    expect(survey.choices?.form?.unknownAnswers).toEqual([
      { variable: 'on', count: 3, texts: ['2010-02-30', 'soon'] },
      { variable: 'at', count: 1, texts: ['03/04/2010'] },
    ]);
  });
});
