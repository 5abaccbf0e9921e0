import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { readBytes } from '../readAll.ts';
import { SavBytes } from '../savBytes.ts';

describe('multiple-response sets', () => {
  it('are as makeSets.sps gives them', async () => {
    const survey = await openSurveyFile(join(import.meta.dirname, '../fixtures/pspp-sets.sav'));
    survey.close();
    expect(survey.multipleResponseSets).toEqual([
      {
        name: '$needs',
        label: 'Needs, à choisir',
        counted: 1,
        variables: ['needWater', 'needFood', 'needWork'],
      },
      { name: '$answers', label: 'Two answers', counted: null, variables: ['firstAnswer', 'secondAnswer'] },
      { name: '$said', label: '', counted: 'Yes', variables: ['saidYes', 'saidNo'] },
    ]);
  });

  function withSets(sevenSeven: string, sevenNineteen?: string): Uint8Array {
    const bytes = new SavBytes().header({ rows: 0 });
    for (const name of [...'ABCDEFG']) bytes.variable(name);
    for (const name of [...'HIJ']) bytes.variable(name, { width: 3 });
    for (const name of [...'KLM']) bytes.variable(name);
    for (const name of [...'NOP']) bytes.variable(name, { width: 6 });
    bytes.extension(7, 1, new SavBytes().text(sevenSeven));
    if (sevenNineteen !== undefined) bytes.extension(19, 1, new SavBytes().text(sevenNineteen));
    return bytes.end().bytes();
  }

  it('of the example in the PSPP Developers Guide', async () => {
    const bytes = withSets(
      '$a=C 10 my mcgroup a b c\n$b=D2 55 0  g e f d\n$c=D3 Yes 10 mdgroup #2 h i j\n',
      '$d=E 1 2 34 13 third mdgroup k l m\n$e=E 11 6 choice 0  n o p\n',
    );
    const { multipleResponseSets } = await readBytes(temporaryFolder(), 'a.sav', bytes);
    expect(multipleResponseSets).toEqual([
      { name: '$a', label: 'my mcgroup', counted: null, variables: ['A', 'B', 'C'] },
      { name: '$b', label: '', counted: 55, variables: ['G', 'E', 'F', 'D'] },
      { name: '$c', label: 'mdgroup #2', counted: 'Yes', variables: ['H', 'I', 'J'] },
      { name: '$d', label: 'third mdgroup', counted: 34, variables: ['K', 'L', 'M'] },
      { name: '$e', label: '', counted: 'choice', variables: ['N', 'O', 'P'] },
    ]);
  });

  it.each([
    ['of variables that are not in the file lose them', '$a=C 1 x a nobody b\n', [['$a', ['A', 'B']]]],
    ['of no variable are left out', '$a=C 1 x \n$b=C 1 y b\n', [['$b', ['B']]]],
    ['end where a line cannot be read', '$a=C 1 x a\nno set\n$b=C 1 y b\n', [['$a', ['A']]]],
    ['end where a label runs over the end', '$a=C 1 x a\n$b=C 999 y b\n', [['$a', ['A']]]],
  ])('%s', async (_, record, expected) => {
    const { multipleResponseSets } = await readBytes(temporaryFolder(), 'a.sav', withSets(record));
    expect(multipleResponseSets.map(({ name, variables }) => [name, variables])).toEqual(expected);
  });
});
