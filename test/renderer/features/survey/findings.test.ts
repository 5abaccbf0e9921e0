import { describe, expect, it } from 'vitest';
import type { Output } from '#contract/index.ts';
import { createFormats } from '#presentation/text/createFormats.ts';
import { findingGroups, type Translate } from '#renderer/src/features/survey/findings.ts';
import { englishI18n } from '../../englishI18n.ts';

const quiet: Output<'survey.notice'> = {
  roles: [],
  traits: [],
  missing: [],
  marked: [],
  weights: [],
  lonelyStrata: [],
  duplicateIds: [],
  duplicateRows: { count: 0, groups: [], apartFrom: [] },
  empty: [],
  constant: [],
  unlabelled: [],
  impossible: [],
  households: null,
  formRules: { checked: 0, broken: [], unchecked: [] },
  personal: [],
};
const { t } = englishI18n().global;
const lines = (noticed: Partial<Output<'survey.notice'>>) =>
  findingGroups({ ...quiet, ...noticed }, t as Translate, createFormats('en')).map(
    ({ kind, count, findings }) => [kind, count, ...findings.map(({ variable, text }) => [variable, text])],
  );

describe('what was noticed, in words', () => {
  it('is nothing where nothing was', () => {
    expect(lines({})).toEqual([]);
  });

  it('names rows, values and strata', () => {
    expect(
      lines({
        lonelyStrata: [
          { strata: 's', psu: 'p', inUse: true, values: [{ value: '612', label: 'Towns', n: 20 }] },
          { strata: 's', psu: null, inUse: false, values: [{ value: '3', label: '', n: 1 }] },
        ],
        duplicateIds: [
          {
            variable: 'id',
            label: '',
            count: 5,
            values: [1, 2, 3, 4].map((value) => ({ value, n: 2, rows: [value, 1000 + value] })),
          },
        ],
        duplicateRows: { count: 3, groups: [[11, 31, 45]], apartFrom: ['id'] },
      }),
    ).toEqual([
      ['lonelyStrata', 2, ['s', 'With clusters p: 612 Towns.'], ['s', 'Without clusters: 3.']],
      [
        'duplicateIds',
        1,
        ['id', '1 in rows 1 and 1,001, 2 in rows 2 and 1,002, 3 in rows 3 and 1,003, and 2 more'],
      ],
      ['duplicateRows', 3, [null, 'Rows 11, 31, and 45 are equal in every variable but id.']],
    ]);
  });

  it('says what cannot be, and how often', () => {
    const about = { variable: 'a', label: '' };
    expect(
      lines({
        impossible: [
          {
            ...about,
            kind: 'age',
            low: 0,
            high: 120,
            n: 4,
            values: [
              { value: -1, n: 3, rows: [2, 5, 9] },
              { value: 199, n: 1, rows: [1205] },
            ],
          },
        ],
        unlabelled: [{ ...about, codes: [{ value: 12, n: 5, outside: true }] }],
        constant: [{ ...about, value: 1, valueLabel: 'Yes', n: 1 }],
        empty: [about],
      }),
    ).toEqual([
      ['impossible', 1, ['a', 'An age below 0 or above 120: -1 (3 rows, first 2) and 199 (row 1,205).']],
      ['unlabelled', 1, ['a', '12 (5 answers)']],
      ['empty', 1, ['a', '']],
      ['constant', 1, ['a', 'Yes, from 1 respondent']],
    ]);
  });

  it('says what the form would not have taken, what was not checked, and who has no household', () => {
    const about = { variable: 'age', label: '', rule: '. >= 18', message: 'Adults only' };
    expect(
      lines({
        formRules: {
          checked: 1,
          broken: [{ ...about, n: 2, answers: 1200, values: [{ value: 17, n: 2, rows: [3, 9] }] }],
          unchecked: [{ ...about, rule: '. < now()', reason: 'function', detail: 'now()' }],
        },
        households: {
          survey: 'Homes',
          variable: '_parent_index',
          household: '_index',
          without: { n: 7, rows: [1, 2, 3, 4, 5] },
          several: { n: 1, rows: [8] },
        },
      }),
    ).toEqual([
      [
        'households',
        8,
        ['_parent_index', '7 rows have no household in Homes (rows 1, 2, 3, 4, 5, and 2 more).'],
        ['_parent_index', '1 row has a household that stands in Homes more than once (row 8).'],
      ],
      ['brokenRules', 1, ['age', '2 of 1,200 answers break “. >= 18”: 17 (2 rows, first 3). Adults only']],
      ['uncheckedRules', 1, ['age', '“. < now()”: now() is not known here.']],
    ]);
  });
});
