import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import { fileAttributes, variableAttributes } from '#formats/sav/savAttributes.ts';
import { writeSavFile } from '#formats/sav/writeSavFile.ts';
import type { SurveyFile } from '#formats/surveyFile.ts';
import type { Loss } from '#engine/survey/loss.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { SavBytes } from '../savBytes.ts';
import { problemOf, readBytes } from '../readAll.ts';

const fixtures = join(import.meta.dirname, '../fixtures');
const fixture = join(fixtures, 'pspp-attributes.sav');
const hasPspp = spawnSync('pspp', ['--version'], { stdio: 'ignore' }).status === 0;
if (!hasPspp) console.log('not read by PSPP: it is not here');

async function writeAgain(
  file: SurveyFile,
  to: string,
  changes: Partial<SurveyFile> = {},
): Promise<readonly Loss[]> {
  const survey = { ...file, ...changes };
  return writeSavFile(
    to,
    {
      ...survey,
      documents: survey.notes ?? [],
      createdAt: '2011-03-01T12:00:00',
      rowCount: file.rowCount!,
      chunks: () => file.read(),
    },
    'bytes',
  );
}

describe('what PSPP wrote', () => {
  it('has its documents as notes', async () => {
    const survey = await openSurveyFile(fixture);
    survey.close();
    expect(survey.fileLabel).toBe('Perceptions of safety, made up');
    expect(survey.notes).toEqual([
      [
        'DOCUMENT',
        "First document, with a quote (it's here) and brackets",
        '  and an indented second line, of a text of two lines.',
        '   (Entered 21 Nov 2026)',
        'DOCUMENT Second document.',
        '   (Entered 21 Nov 2026)',
      ].join('\n'),
    ]);
  });

  it('has its attributes, notes of variables among them', async () => {
    const survey = await openSurveyFile(fixture);
    survey.close();
    expect(survey.attributes).toEqual([
      { name: 'Version', values: ['2.1'] },
      { name: 'Contact', values: ['Statistics office', "it's the second"] },
    ]);
    const [q1, region, day] = survey.variables;
    expect(q1.notes).toEqual(['Asked of everyone', 'Second note']);
    expect(q1.attributes).toEqual([
      { name: '$@Role', values: ['1'] },
      { name: 'Question', values: ['How safe?'] },
    ]);
    expect(region.attributes?.[1]).toEqual({ name: 'Source', values: ['Roster (part A): total/all'] });
    expect(day.notes).toBeUndefined();
  });

  it('has its measures, formats, widths and alignments', async () => {
    const survey = await openSurveyFile(fixture);
    survey.close();
    expect(survey.variables.map(({ measure, display }) => [measure, display])).toEqual([
      ['ordinal', { program: 'spss', format: 'F9.2', width: 5, alignment: 'centre' }],
      ['nominal', { program: 'spss', format: 'A12', width: 20, alignment: 'right' }],
      ['scale', { program: 'spss', format: 'DATE11', width: 8, alignment: 'left' }],
      ['scale', { program: 'spss', format: 'F3.0', width: 8, alignment: 'right' }],
    ]);
  });

  it.runIf(hasPspp)('is shown by PSPP after we wrote it as before: nothing is lost', async () => {
    const folder = temporaryFolder();
    const survey = await openSurveyFile(fixture);
    expect(await writeAgain(survey, join(folder, 'again.sav'))).toEqual([]);
    survey.close();
    const syntax = "GET FILE='again.sav'.\nDISPLAY DOCUMENTS.\nDISPLAY ATTRIBUTES.\nDISPLAY DICTIONARY.\n";
    const shown = execFileSync('pspp', ['-'], { cwd: folder, input: syntax, encoding: 'utf8' });
    const before = readFileSync(join(fixtures, 'pspp-attributes.txt'), 'utf8');
    expect(shown.trim()).toBe(before.slice(before.search(/ +Documents\n/)).trim());
  });
});

describe('what is written is read again', () => {
  it('several notes, and names that SPSS does not allow', async () => {
    const folder = temporaryFolder();
    const survey = await openSurveyFile(fixture);
    const attributes = [
      { name: '_svy_su1', values: ['upm'] },
      { name: 'bad name:(x)', values: ['two\nlines'] },
      { name: 'Ort', values: ["'quoted'", ')', ''] },
    ];
    const notes = ['One.', 'Two\nlines.'];
    const [first, ...others] = survey.variables;
    const losses = await writeAgain(survey, join(folder, 'again.sav'), {
      notes,
      attributes,
      variables: [{ ...first, notes: ['a\nb', 'c'] }, ...others],
    });
    survey.close();
    const again = await openSurveyFile(join(folder, 'again.sav'));
    again.close();
    expect(again.notes).toEqual(notes);
    expect(again.attributes).toEqual([
      attributes[0],
      { name: 'bad_name__x_', values: ['two lines'] },
      attributes[2],
    ]);
    expect(again.variables[0].notes).toEqual(['a b', 'c']);
    expect(losses).toEqual([
      { variable: null, kind: 'attribute', count: 1 },
      { variable: 'q1', kind: 'note', count: 1 },
    ]);
  });

  it('a text keeps the room that it had, so that files can be joined', async () => {
    const folder = temporaryFolder();
    const survey = await openSurveyFile(fixture);
    await writeAgain(survey, join(folder, 'again.sav'));
    survey.close();
    const again = await openSurveyFile(join(folder, 'again.sav'));
    again.close();
    expect(again.variables[1].display?.format).toBe('A12');
  });

  it('labels in other languages are named as lost', async () => {
    const survey = await openSurveyFile(fixture);
    const translations = [{ language: 'fr', label: 'Peur', valueLabels: [] }];
    const variables = survey.variables.map((one) => ({ ...one, translations }));
    const losses = await writeAgain(survey, join(temporaryFolder(), 'again.sav'), { variables });
    survey.close();
    expect(losses).toEqual([{ variable: null, kind: 'language', count: 4 }]);
  });
});

describe('records as the guide lays them out', () => {
  it('a value may hold quotes, brackets and slashes', () => {
    expect(fileAttributes("a('it''s (1/2)'\n)b('x'\n'y'\n)")).toEqual([
      { name: 'a', values: ["it''s (1/2)"] },
      { name: 'b', values: ['x', 'y'] },
    ]);
  });

  it('variables are parted by slashes', () => {
    expect([...variableAttributes("Q1:a('1'\n)b('2'\n)/Q2:c('3'\n)")]).toEqual([
      [
        'Q1',
        [
          { name: 'a', values: ['1'] },
          { name: 'b', values: ['2'] },
        ],
      ],
      ['Q2', [{ name: 'c', values: ['3'] }]],
    ]);
  });

  it.each([
    ["a('1'\n", []],
    ['a', []],
    ["a('1'\n)b(", [{ name: 'a', values: ['1'] }]],
    ['a(1\n)', [{ name: 'a', values: ['1'] }]],
    ['a()', []],
    ['', []],
  ])('%j is read as far as it goes', (text, expected) => {
    expect(fileAttributes(text)).toEqual(expected);
  });

  it('texts in another encoding are decoded with the rest', async () => {
    const bytes = new SavBytes().header().variable('Q').int32(6, 3);
    for (const line of ['Première', '', 'Deuxième']) bytes.text(line, 80);
    bytes
      .extension(18, 1, new SavBytes().text("Q:auteur('Zoë'\n)"))
      .extension(20, 1, new SavBytes().text('windows-1252'))
      .end()
      .float64(7);
    const survey = await readBytes(temporaryFolder(), 'a.sav', bytes.bytes());
    expect(survey.notes).toEqual(['Première', 'Deuxième']);
    expect(survey.variables[0].attributes).toEqual([{ name: 'auteur', values: ['Zoë'] }]);
  });

  it.each([
    ['documents', new SavBytes().int32(6, 26_000_000)],
    ['attributes of the file', new SavBytes().int32(7, 17, 1, 2_000_000_000)],
    ['attributes of variables', new SavBytes().int32(7, 18, 1, 2_000_000_000)],
  ])('more %s than the file has bytes are refused before memory is asked for', async (_, record) => {
    const before = process.memoryUsage().arrayBuffers;
    const bytes = Buffer.concat([
      new SavBytes().header().variable('Q').bytes(),
      record.bytes(),
      Buffer.alloc(200),
    ]);
    const problem = await problemOf(readBytes(temporaryFolder(), 'a.sav', bytes));
    expect(problem.code).toBe('file.truncated');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4e6);
  });

  it('attributes without end are a damaged file', async () => {
    const bytes = new SavBytes().header().variable('Q');
    bytes
      .extension(17, 1, new SavBytes().text('a(\n)'.repeat(1_000_001)))
      .end()
      .float64(1);
    const problem = await problemOf(readBytes(temporaryFolder(), 'a.sav', bytes.bytes()));
    expect([problem.code, problem.params.place]).toEqual(['file.damaged', 'byte 208 (record 7/17)']);
  });
});
