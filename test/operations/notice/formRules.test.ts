import { describe, expect, it } from 'vitest';
import type { Column } from '#engine/survey/column.ts';
import type { MultipleResponseSet } from '#engine/survey/multipleResponseSet.ts';
import type { Value, Variable } from '#engine/survey/variable.ts';
import { formRules } from '#operations/notice/formRules/formRules.ts';
import type { Questions } from '#operations/notice/formRules/questionColumns.ts';
import { numbers, texts, variable } from './columns.ts';

interface Given {
  readonly about: Variable;
  readonly column: Column;
}
type Answers = readonly (number | string | null)[];

const given = (name: string, answers: Answers, more: Partial<Variable> = {}): Given => {
  const isText = answers.some((answer) => typeof answer === 'string');
  return {
    about: variable(name, '', { type: isText ? 'text' : 'numeric', ...more }),
    column: isText
      ? texts(answers.map((answer) => String(answer ?? '')))
      : numbers(answers.map((answer) => (answer === null ? null : Number(answer)))),
  };
};

function survey(
  all: readonly Given[],
  marks: Readonly<Record<string, readonly Value[]>> = {},
  responseSets: readonly MultipleResponseSet[] = [],
): Questions {
  return {
    rowCount: 4,
    variables: all.map(({ about }) => about),
    responseSets,
    marks: new Map(Object.entries(marks)),
    load: async (names) =>
      new Map(names.map((name) => [name, all.find(({ about }) => about.name === name)!.column])),
  };
}

const rule = (words: string, message?: string): Partial<Variable> => ({
  attributes: [
    { name: 'constraint', values: [words] },
    ...(message === undefined ? [] : [{ name: 'constraint_message', values: [message] }]),
  ],
});

/** The rows, from 1, that break `words`, held against `answers`, with other questions beside. */
async function breaking(
  words: string,
  answers: Answers,
  others: Readonly<Record<string, Answers>> = {},
): Promise<readonly number[]> {
  const found = await formRules(
    survey([given('q', answers, rule(words)), ...Object.entries(others).map((one) => given(...one))]),
    () => undefined,
  );
  expect(found.unchecked).toEqual([]);
  return found.broken.flatMap(({ values }) => values.flatMap(({ rows }) => rows)).sort((a, b) => a - b);
}

describe('answers held against the rules of the form', () => {
  it('are named with the rule, its message, how many, and where', async () => {
    const found = await formRules(
      survey([
        given('age', [17, 40, 130, 130], rule('. >= 18 and . <= 120', 'Between 18 and 120')),
        given('size', [1, 2, 3, 4], rule('. > 0')),
        given('plain', [1, 2, 3, 4]),
      ]),
      () => undefined,
    );
    expect(found).toEqual({
      checked: 2,
      broken: [
        {
          variable: 'age',
          label: '',
          rule: '. >= 18 and . <= 120',
          message: 'Between 18 and 120',
          n: 3,
          answers: 4,
          values: [
            { value: 130, n: 2, rows: [3, 4] },
            { value: 17, n: 1, rows: [1] },
          ],
        },
      ],
      unchecked: [],
    });
  });

  it.each<readonly [string, Answers, Readonly<Record<string, Answers>>, readonly number[]]>([
    ['. = 1 or . = -999', [1, -999, 3, 0], {}, [3, 4]],
    ['. != 2', [1, 2, null, 2], {}, [2, 4]],
    ['(. > 0 and . <= 100) or . = -999', [0, 100, 101, -999], {}, [1, 3]],
    ['. <= ${total}', [3, 3, 3, null], { total: [3, 2, null, 1] }, [2]],
    ['. <= ${a} + ${b}', [3, 3, 3, 3], { a: [1, 2, 1, null], b: [1, 2, 2, 1] }, [1]],
    ['${a} = ${b} + . and . < 9', [1, 9, 1, 9], { a: [3, null, 2, 10], b: [2, 1, 2, 1] }, [2, 3, 4]],
    ['. div 2 = 2 and . mod 3 = 1', [4, 5, 7, 4], {}, [2, 3]],
    ["not(selected(., 'none') and count-selected(.) > 1)", ['none', 'a none', 'a b', ''], {}, [2]],
    ["selected(., 'a')", ['a', 'ab', 'b a', 'NA'], {}, [2]],
    ['count-selected(.) < 3', ['a b', 'a b c', 'a', ''], {}, [2]],
    ['not(selected(., ${other}))', ['a', 'a', 'b', 'b'], { other: ['a', 'b', '', 'b'] }, [1, 4]],
    ['. != ${other}', ['a', 'a', 'b', ''], { other: ['a', 'b', '', ''] }, [1]],
    ["regex(., '[0-9]{3}')", ['123', '1234', 'x123', ''], {}, [2, 3]],
    ["regex(., '^(a|b)$')", ['a', 'b', 'ab', 'c'], {}, [3, 4]],
    ["if(${k} = 'yes', . > 5, . > 1)", [6, 2, 2, 1], { k: ['yes', 'yes', 'no', 'no'] }, [2, 4]],
    ['string-length(.) <= 2', ['a', 'abc', 'ab', ''], {}, [2]],
    ['. >= date("2024-01-31")', ['2024-01-31', '2024-01-30', '2024-02-01', ''], {}, [2]],
    [
      '. <= today()',
      ['2024-03-02', '2024-03-01', '2024-02-29', ''],
      { today: ['2024-03-01', '2024-03-01', '2024-03-01', '2024-03-01'] },
      [1],
    ],
    [
      '. < today()',
      ['2024-03-02', '2024-03-01', '2024-02-29', ''],
      { end: ['2024-03-02T18:00:00.000+01:00', '2024-03-01T18:00:00', '2024-03-01T00:00:00', ''] },
      [1, 2],
    ],
  ])('as XPath reads them: %s', async (words, answers, others, rows) => {
    expect(await breaking(words, answers, others)).toEqual(rows);
  });

  it('count dates in days, whatever the file counts', async () => {
    const day = 86_400;
    // 2024-03-01 is 19,783 days after 1970-01-01, which is 141,428 after SPSS's first.
    const spss = (days: number): number => (days + 141_428) * day;
    const found = await formRules(
      survey([
        given('born', [spss(19_783), spss(19_784), null, spss(19_000)], {
          type: 'date',
          ...rule('. < today()'),
        }),
        given('group/today', [19_783 + 3653, 19_785 + 3653, 1, 19_001 + 3653], {
          type: 'date',
          timeScale: { unit: 'day', origin: '1960-01-01' },
        }),
      ]),
      () => undefined,
    );
    expect(found.broken).toMatchObject([{ n: 1, answers: 3, values: [{ value: '2024-03-01', rows: [1] }] }]);
  });

  it('leave numbers aside that were marked as missing', async () => {
    const all = [given('q', [5, 999, -999, 8], rule('. <= 7'))];
    const found = await formRules(survey(all, { q: [999, -999] }), () => undefined);
    expect(found.broken).toMatchObject([{ n: 1, answers: 2, values: [{ value: 8 }] }]);
  });

  it('are those of a question that has a column for each choice only', async () => {
    const attributes = [
      { name: 'constraint', values: ["not(selected(., 'none') and count-selected(.) > 1)"] },
      { name: 'constraint_question', values: ['needs'] },
    ];
    const all = [
      given('g/needs/food', [1, 0, 1, null], { attributes }),
      given('g/needs/none', [0, 1, 1, null]),
    ];
    const set = { name: '$needs', label: '', counted: 1, variables: ['g/needs/food', 'g/needs/none'] };
    const found = await formRules(survey(all, {}, [set]), () => undefined);
    expect(found.broken).toMatchObject([{ n: 1, answers: 3, values: [{ value: 'food none', rows: [3] }] }]);
  });

  it.each([
    ['. <= ${gone}', 'question', 'gone'],
    ['. <= ${twice}', 'question', 'twice'],
    ['. < today()', 'interviewDay', 'today()'],
    ['. > 3', 'answers', '07/01/2017'],
    ["regex(., '(?<=x)\\p{')", 'pattern', '(?<=x)\\p{'],
    ['regex(., ${a})', 'pattern', 'regex()'],
    ['pulldata("a") > 1', 'function', 'pulldata()'],
    ['../x > 1', 'syntax', '/x > 1'],
  ])('are not checked, and said so, where that cannot be: %s', async (words, reason, detail) => {
    const others = [
      given('a', ['x', 'x', 'x', 'x']),
      given('g/twice', [1, 1, 1, 1]),
      given('h/twice', [1, 1, 1, 1]),
    ];
    const found = await formRules(
      survey([
        given('q', words === '. > 3' ? ['07/01/2017', 'x', '', 'y'] : ['1', '2', '', '4'], rule(words)),
        ...others,
      ]),
      () => undefined,
    );
    expect(found).toMatchObject({ checked: 0, broken: [] });
    expect(found.unchecked).toMatchObject([{ variable: 'q', rule: words, reason, detail }]);
  });

  it('stop a pattern that goes back and forth without end', async () => {
    const answers = ['a'.repeat(60) + 'b', 'a', 'a', 'a'];
    const started = performance.now();
    const found = await formRules(survey([given('q', answers, rule("regex(., '(a+)+')"))]), () => undefined);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(found.unchecked).toMatchObject([{ reason: 'pattern', detail: '(a+)+' }]);
  });
});
