import { expect, test } from 'vitest';
import { stataExpression } from '#code/stata/stataExpression.ts';
import { stataData, stataDesign, stataDomain } from '#code/stata/stataSurvey.ts';
import { isAmong, stataComment, stataString } from '#code/stata/stataText.ts';
import { parseExpression } from '#engine/expression/parseExpression.ts';
import { surveyWith, variableCalled } from './scriptsOf.ts';

test.each([
  ['line\nerase x', '* line erase x'],
  ['goes on ///', '* goes on / / /'],
  ['begins /* a block', '* begins / * a block'],
  ['ends */ a block', '* ends * / a block'],
  ["macro `x' and $y", "* macro 'x' and 'y"],
])('text of others ends no comment and begins no code: %j', (text, comment) => {
  expect(stataComment(text)).toBe(comment);
});

test.each([
  ['plain', '`"plain"\''],
  ['a "quote"', '`"a "quote""\''],
  [`ends "' early`, '`"ends " \' early"\''],
  ["a `macro' and $one", '`"a \\`macro\' and \\$one"\''],
  ['ends with \\', '`"ends with \\ "\''],
])('text of others ends no string: %j', (text, written) => {
  expect(stataString(text)).toBe(written);
});

test('codes are compared one by one, for a list has a limit', () => {
  expect(isAmong('q1', [3])).toBe('q1 == 3');
  expect(isAmong('q1', [3, 4])).toBe('(q1 == 3 | q1 == 4)');
  expect(isAmong('q1', [])).toBe('0');
});

test('a filter is kept as 1, 0 or missing, step by step', () => {
  const { commands, name } = stataExpression(parseExpression('age >= 18 and not missing(school)'), (one) => ({
    name: one,
    text: false,
  }));
  expect(commands).toEqual([
    'quietly generate double lf_c1 = cond(missing(age) | missing(18), ., age >= 18)',
    'quietly generate double lf_c2 = missing(school)',
    'quietly generate double lf_c3 = cond(missing(lf_c2), ., 1 - lf_c2)',
    'quietly generate double lf_c4 = cond(lf_c1 == 0 | lf_c3 == 0, 0, cond(missing(lf_c1, lf_c3), ., 1))',
  ]);
  expect(name).toBe('lf_c4');
});

test('what is missing is set, by codes, ranges and marks', () => {
  const missing = { codes: [9], range: { low: 90, high: null } };
  const survey = surveyWith([
    variableCalled('q1', { label: 'Safe?', missing, marked: [8] }),
    variableCalled('t', { type: 'text', marked: ['?'] }),
  ]);
  expect(stataData(survey).split('\n').slice(2)).toEqual([
    'import spss using `"survey.sav"\', clear',
    '* q1: Safe?',
    'quietly replace q1 = . if (q1 == 9 | q1 == 8)',
    'quietly replace q1 = . if q1 >= 90 & q1 <= maxdouble()',
    'quietly replace t = "" if t == `"?"\'',
  ]);
});

const names = ['w', 'h', 'p', 'size', 'u', 'r1', 'r2', 'sex', 'age'].map((name) => variableCalled(name));
const none = surveyWith([]).design;

test.each([
  ['no design', none, 'svyset lf_psu [pweight = lf_weight], strata(lf_stratum) singleunit(missing)'],
  [
    'strata, clusters, sizes',
    { ...none, weight: 'w', strata: 'h', psu: 'p', fpc: 'size', lonelyPsu: 'average' as const },
    'svyset lf_psu [pweight = lf_weight], strata(lf_stratum) fpc(size) singleunit(scaled)',
  ],
  [
    'two stages',
    { ...none, psu: 'p', fpc: 'size', secondStage: { ids: 'u', fpc: null } },
    'svyset lf_psu [pweight = lf_weight], strata(lf_stratum) fpc(size) singleunit(missing) || u',
  ],
  [
    'known totals of two variables',
    {
      ...none,
      margins: [
        { variable: 'sex', codes: [1, 2], totals: [40, 60], shares: false },
        { variable: 'age', codes: [1, 2], totals: [25, 75], shares: true },
      ],
    },
    'svyset lf_psu [pweight = lf_weight], strata(lf_stratum) rake(i.lf_margin1 i.lf_margin2, totals(_cons=100 2.lf_margin1=60 2.lf_margin2=75)) singleunit(missing)',
  ],
  [
    'a jackknife',
    { ...none, weight: 'w', replicates: { type: 'JK1' as const, variables: ['r1', 'r2'] } },
    "svyset [pweight = lf_weight], `replicates' vce(jackknife) mse",
  ],
])('a sample is told to svyset: %s', (_, design, command) => {
  expect(stataDesign(surveyWith(names, { design })).split('\n')).toContain(command);
});

test('the domain leaves out weights of 0, and whom the filter does not surely keep', () => {
  expect(
    stataDomain(surveyWith(names, { where: 'sex = 2' }), { variable: 'h', value: 3 })
      .split('\n')
      .slice(-5),
  ).toEqual([
    'quietly generate byte lf_domain = lf_weight > 0',
    '* Filter: sex = 2',
    'quietly generate double lf_c1 = cond(missing(sex) | missing(2), ., sex == 2)',
    'quietly replace lf_domain = 0 if lf_c1 != 1',
    'quietly replace lf_domain = 0 if !(h == 3)',
  ]);
});
