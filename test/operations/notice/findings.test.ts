import { describe, expect, it } from 'vitest';
import { DuplicateRows } from '#operations/notice/duplicateRows.ts';
import { constantVariable, emptyVariable } from '#operations/notice/emptyVariables.ts';
import { identifierOf } from '#operations/notice/identifiers.ts';
import { impossibleValues } from '#operations/notice/impossibleValues.ts';
import { likelyTrait } from '#operations/notice/likelyTraits.ts';
import { unlabelledCodes } from '#operations/notice/unlabelledCodes.ts';
import { lookAtNumbers, lookAtTexts, numbers, texts } from './columns.ts';

const many = (length: number, value: (row: number) => number): number[] =>
  Array.from({ length }, (_, row) => value(row));

describe('identifiers', () => {
  const values = many(100, (row) => 1000 + row);
  values[41] = values[7];
  values[99] = values[7];

  it.each([
    ['household_id', ''],
    ['q0', 'Identifiant du ménage'],
    ['q0', 'Número de cuestionario'],
    ['q0', 'Identificador'],
    ['q0', 'رقم الاستمارة'],
    ['q0', 'খানা নম্বর'],
    ['RESPNO', 'Respondent number'],
    ['caseid', ''],
  ])('are known by name or label: %s %s', (name, label) => {
    expect(identifierOf(lookAtNumbers(name, label, values))).toEqual({
      variable: name,
      label,
      count: 1,
      values: [{ value: 1007, n: 3, rows: [8, 42, 100] }],
    });
  });

  it('are texts too, where UUIDs need no name', () => {
    const uuids = many(30, (row) => row).map(
      (row) => `uuid:00000000-0000-4000-8000-${String(row).padStart(12, '0')}`,
    );
    uuids[3] = uuids[2];
    expect(identifierOf(lookAtTexts('x', '', uuids))?.values).toEqual([
      { value: uuids[2], n: 2, rows: [3, 4] },
    ]);
    expect(
      identifierOf(
        lookAtTexts(
          'x',
          '',
          uuids.map((id) => `call ${id}`),
        ),
      ),
    ).toBeNull();
  });

  it('are not lists of codes, amounts, or what many rows share', () => {
    expect(
      identifierOf(
        lookAtNumbers(
          'village_id',
          '',
          many(100, (row) => row % 12),
        ),
      ),
    ).toBeNull();
    expect(
      identifierOf(
        lookAtNumbers(
          'id',
          '',
          many(100, (row) => row + 0.5),
        ),
      ),
    ).toBeNull();
    expect(identifierOf(lookAtNumbers('income', 'Income of the household', values))).toBeNull();
    expect(
      identifierOf(
        lookAtNumbers(
          'hhid',
          '',
          many(100, (row) => Math.floor(row / 2)),
        ),
      ),
    ).toBeNull();
  });
});

describe('duplicate rows', () => {
  const columnsOf = (change: (row: number, column: number) => number) =>
    Array.from({ length: 24 }, (_, column) => numbers(many(50, (row) => change(row, column))));
  const found = (columns: ReturnType<typeof columnsOf>) => {
    const rows = new DuplicateRows(50);
    rows.leaveAside('id');
    for (const column of columns) rows.add(column);
    return rows.finish();
  };

  it('are named by group, counted from 1', () => {
    const twin = (row: number): number => (row === 30 || row === 44 ? 10 : row === 31 ? 11 : row);
    const columns = columnsOf((row, column) => (twin(row) * (column + 3)) % 11);
    columns.push(texts(many(50, twin).map((row) => `t${row}`)));
    expect(found(columns)).toEqual({
      count: 3,
      groups: [
        [11, 31, 45],
        [12, 32],
      ],
      apartFrom: ['id'],
    });
  });

  it('are none where one value or one reason differs', () => {
    const columns = columnsOf(() => 1);
    columns.push(numbers(many(50, (row) => row / 3)));
    expect(found(columns).count).toBe(0);
    const reasons = columnsOf(() => 1);
    reasons.push({
      kind: 'numeric',
      values: new Uint8Array(50),
      reasons: Uint8Array.from(many(50, (row) => row)),
    });
    expect(found(reasons).count).toBe(0);
  });

  it('say nothing of files with few variables', () => {
    expect(found(columnsOf(() => 1).slice(0, 5))).toEqual({ count: 0, groups: [], apartFrom: [] });
  });
});

describe('variables without use', () => {
  it('are empty where nothing is there, or everything is set aside', () => {
    const about = { variable: 'q', label: 'Q' };
    expect(emptyVariable(lookAtNumbers('q', 'Q', [null, null]))).toEqual(about);
    expect(emptyVariable(lookAtTexts('q', 'Q', ['', '']))).toEqual(about);
    expect(emptyVariable(lookAtNumbers('q', 'Q', [9, 9], { 9: 'Refused' }, [9]))).toEqual(about);
    expect(emptyVariable(lookAtNumbers('q', 'Q', [1, null]))).toBeNull();
  });

  it('are constant where all who answered say the same', () => {
    expect(
      constantVariable(lookAtNumbers('q', 'Q', [1, null, 1, 9], { 1: 'Yes', 9: 'Refused' }, [9])),
    ).toEqual({
      variable: 'q',
      label: 'Q',
      value: 1,
      valueLabel: 'Yes',
      n: 2,
    });
    expect(constantVariable(lookAtTexts('q', '', ['Benin', 'Benin', '']))?.value).toBe('Benin');
    expect(constantVariable(lookAtNumbers('q', '', [1, 2]))).toBeNull();
  });
});

describe('unlabelled codes', () => {
  it('stand out among labelled ones, within their range or beyond it', () => {
    const labels = { 1: 'a', 2: 'b', 3: 'c', 5: 'e', 9: 'Refused' };
    expect(unlabelledCodes(lookAtNumbers('q', 'Q', [1, 2, 3, 4, 5, 7, 7, 1, 9], labels))).toEqual({
      variable: 'q',
      label: 'Q',
      codes: [
        { value: 4, n: 1, outside: false },
        { value: 7, n: 2, outside: true },
      ],
    });
  });

  it.each([
    ['the ends of a scale are labelled', many(40, (row) => row % 11), { 0: 'Not at all', 10: 'Completely' }],
    [
      'a number has a label for none and for no answer',
      many(40, (row) => row % 9),
      { 0: 'None', 99: 'Refused' },
    ],
    ['an amount has fractions', many(40, (row) => row / 4), { 0: 'None', 1: 'One', 98: 'DK' }],
    ['only missing codes are labelled', many(40, (row) => row % 5), { 8: 'Refused', 9: "Don't know" }],
    ['most rows have no label', many(40, (row) => (row === 0 ? 1 : 7)), { 1: 'a', 2: 'b' }],
  ])('are none where %s', (_why, values, labels) => {
    expect(unlabelledCodes(lookAtNumbers('q', '', values, labels as Record<string, string>))).toBeNull();
  });
});

describe('impossible values', () => {
  const ages = [18, 44, 199, -3, 60, 199, 998, 999, null, 17];

  it.each([
    ['age', ''],
    ['q2', 'Edad'],
    ['q2', 'Idade em anos completos'],
    ['q1', 'Q1. Age'],
    ['q2', 'Âge en années révolues'],
    ['q2', 'How old are you?'],
    ['q2', '¿Cuántos años tiene?'],
    ['q2', 'العمر بالسنوات'],
    ['q2', 'আপনার বয়স কত'],
  ])('are ages that nobody reaches, but not labelled codes: %s %s', (name, label) => {
    expect(impossibleValues(lookAtNumbers(name, label, ages, { 998: 'Refused' }, [999]))).toMatchObject({
      kind: 'age',
      low: 0,
      high: 120,
      n: 3,
      values: [
        { value: -3, n: 1, rows: [4] },
        { value: 199, n: 2, rows: [3, 6] },
      ],
    });
  });

  it.each([
    ['age_months', 'Age of the child in months'],
    ['q3', 'Language'],
    ['village', 'Village'],
    ['agegroup', 'Age group'],
    ['birth', 'Year of birth'],
    ['wage', 'Wage'],
  ])('are not looked for in %s', (name, label) => {
    expect(impossibleValues(lookAtNumbers(name, label, ages))).toBeNull();
  });

  it.each([
    ['hhsize', ''],
    ['q5', 'How many people live in this household?'],
    ['taille_menage', 'Nombre de personnes dans le ménage'],
    ['q5', 'Tamaño del hogar'],
    ['q5', 'Tamanho do agregado'],
    ['q5', 'عدد أفراد الأسرة'],
    ['q5', 'পরিবারের সদস্য সংখ্যা'],
  ])('are households of less than nobody: %s %s', (name, label) => {
    expect(impossibleValues(lookAtNumbers(name, label, [4, -2, 1, 0]))?.values).toEqual([
      { value: -2, n: 1, rows: [2] },
    ]);
  });

  it('are marks off a scale whose ends are labelled', () => {
    const marks = many(400, (row) => row % 11);
    marks[5] = 55;
    const ends = { 0: 'Not at all', 10: 'Completely' };
    expect(impossibleValues(lookAtNumbers('q', '', marks, ends))).toMatchObject({
      kind: 'scale',
      low: 0,
      high: 10,
      values: [{ value: 55, n: 1, rows: [6] }],
    });
    expect(
      impossibleValues(
        lookAtNumbers(
          'q',
          '',
          many(400, (row) => row % 40),
          ends,
        ),
      ),
    ).toBeNull();
  });
});

describe('what people are compared by', () => {
  it.each([
    ['sex', 'sexe', 'Sexe', { 1: 'Homme', 2: 'Femme' }],
    ['sex', 'Q101', 'Q101. Gender of respondent', { 1: 'Male', 2: 'Female' }],
    ['sex', 'q1', 'الجنس', { 1: 'ذكر', 2: 'أنثى' }],
    ['sex', 'q1', 'লিঙ্গ', { 1: 'পুরুষ', 2: 'মহিলা' }],
    ['residence', 'ur', 'Urbano/Rural', { 1: 'Urbano', 2: 'Rural' }],
    ['residence', 'milieu', 'Milieu de résidence', { 1: 'Urbain', 2: 'Rural' }],
    ['residence', 'q', 'এলাকা', { 1: 'শহর', 2: 'গ্রাম' }],
    [null, 'PREVINT', 'Previous interview, gender', { 1: 'Male', 2: 'Female' }],
    [null, 'sex_head', 'Sex of the head of household', { 1: 'Male', 2: 'Female' }],
  ] as const)('is %s in %s', (trait, name, label, labels) => {
    expect(likelyTrait(lookAtNumbers(name, label, [1, 2, 1], labels as Record<string, string>))).toBe(trait);
  });

  it('is an age that varies', () => {
    expect(
      likelyTrait(
        lookAtNumbers(
          'age',
          'Age',
          many(60, (row) => 18 + row),
        ),
      ),
    ).toBe('age');
    expect(
      likelyTrait(
        lookAtNumbers(
          'age',
          'Age',
          many(60, (row) => row % 4),
        ),
      ),
    ).toBeNull();
  });
});
