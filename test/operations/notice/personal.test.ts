import { describe, expect, it } from 'vitest';
import type { Column } from '#engine/survey/column.ts';
import { personalVariable } from '#operations/notice/personal.ts';
import { codes, numbers, texts, variable, type Labels } from './columns.ts';

const rows = <Value>(value: (row: number) => Value): Value[] =>
  Array.from({ length: 40 }, (_, row) => value(row));
const yesNo = texts(rows((row) => (row % 2 ? 'yes' : 'no')));
const names = texts(rows((row) => `Asha ${'ABCDEFGHIJ'[row % 10]}anu`));
const phones = texts(rows((row) => `0171${String(2_345_678 + row * 977)}`));
const degrees = numbers(rows((row) => 6.37 + row / 997));
const papers = texts(rows((row) => `AB${String(7_654_321 + 31 * row)}`));
const streets = texts(rows((row) => `${row} rue des Écoles, Bohicon`));

function seen(name: string, label: string, column: Column, labels: Labels = {}) {
  const type = column.kind === 'text' ? 'text' : 'numeric';
  return personalVariable(variable(name, label, { type, valueLabels: codes(labels) }), column, 2000);
}

describe.each<[string, Column, [string, string][]]>([
  [
    'name',
    names,
    [
      ['respondent_name', ''],
      ['nom_enqueteur', ''],
      ['q', 'Name of the interviewer'],
      ['q', 'Household head name'],
      ['q', 'Full name'],
      ['q', "Nom de l'enquêté"],
      ['q', 'Nom et prénoms du chef de ménage'],
      ['q', 'Nombre del encuestador'],
      ['q', 'Nombre y apellidos'],
      ['q', 'Nome do entrevistado'],
      ['q', 'Nome completo'],
      ['q', 'اسم المستجيب'],
      ['q', 'الاسم الكامل'],
      ['q', 'উত্তরদাতার নাম'],
      ['q', 'নাম'],
    ],
  ],
  [
    'phone',
    phones,
    [
      ['phone', ''],
      ['interviewer_phone', ''],
      ['TEL', 'Respondent’s Telephone Number'],
      ['q', 'Mobile number'],
      ['q', 'Numéro de téléphone'],
      ['q', 'Número de teléfono'],
      ['q', 'Número do telefone'],
      ['q', 'رقم الهاتف'],
      ['q', 'মোবাইল নম্বর'],
    ],
  ],
  [
    'position',
    degrees,
    [
      ['_gps_latitude', ''],
      ['lon', ''],
      ['q', 'Latitude du ménage'],
      ['q', 'Longitud'],
      ['q', 'Coordenadas'],
      ['q', 'خط العرض'],
      ['q', 'অক্ষাংশ'],
    ],
  ],
  [
    'nationalId',
    papers,
    [
      ['nid', ''],
      ['q', 'National ID card number'],
      ['q', 'Passport'],
      ['q', "Numéro de la carte d'identité"],
      ['q', 'Cédula'],
      ['q', 'Bilhete de identidade'],
      ['q', 'الرقم القومي'],
      ['q', 'জাতীয় পরিচয়পত্র নম্বর'],
    ],
  ],
  [
    'address',
    streets,
    [
      ['address', ''],
      ['q', 'Home address'],
      ['q', 'Adresse du ménage'],
      ['q', 'Dirección exacta'],
      ['q', 'Endereço'],
      ['q', 'عنوان السكن'],
      ['q', 'ঠিকানা'],
    ],
  ],
  [
    'email',
    texts(rows((row) => `a${row}@example.org`)),
    [
      ['email', ''],
      ['q', 'E-mail address'],
      ['q', 'Adresse électronique'],
      ['q', 'Correo electrónico'],
      ['q', 'البريد الإلكتروني'],
      ['q', 'ইমেইল'],
    ],
  ],
  [
    'device',
    texts(rows((row) => `collect:${row}xYz`)),
    [
      ['deviceid', ''],
      ['imei', ''],
    ],
  ],
])('a column called so, and holding it: %s', (kind, column, called) => {
  it.each(called)('%s %s', (name, label) => {
    expect(seen(name, label, column)).toMatchObject({
      variable: name,
      kind,
      reason: name === 'q' ? 'label' : 'name',
    });
  });
});

describe('values that can be nothing else', () => {
  it.each([
    ['email', texts(rows((row) => (row % 2 ? `x${row}@example.org` : '')))],
    ['phone', texts(rows((row) => `+229 97 12 ${String(10 + row)} 34`))],
    ['phone', phones],
    ['position', texts(rows((row) => `6.3${row}12 2.41${row} 0 4.5`))],
  ])('%s, whatever the column is called', (kind, column) => {
    expect(seen('remark', 'Other, specify', column)).toMatchObject({ kind, reason: 'values' });
  });
});

describe('columns that point at nobody', () => {
  it.each([
    ['phone', 'Do you have a mobile phone?', yesNo],
    ['q', 'Do you have a telephone number of your own?', numbers(rows((row) => row % 2))],
    ['nid', 'Has a national ID card', yesNo],
    ['email', 'Do you use e-mail?', yesNo],
    ['village_name', 'Name of the village', names],
    ['q', 'Nom du quartier', names],
    ['q', 'Nombre de enfants', numbers(rows((row) => row % 6))],
    ['nombre_enfants', "Nombre d'enfants", texts(rows((row) => String(row % 6)))],
    ['q', 'اسم القرية', names],
    ['q', 'গ্রামের নাম', names],
    ['party', 'Name of the party you would vote for', names],
    ['q', 'How should the government address this?', texts(rows((row) => `Build road ${row}`))],
    ['latrine_type', 'Type of latrine', texts(rows((row) => `type ${row % 3}`))],
    ['interview_date', '', texts(rows((row) => `2019-10-${10 + (row % 20)}`))],
    ['start', '', texts(rows((row) => `2019-10-01T10:${10 + row}:12.000+03:00`))],
    ['weight', 'Household weight', degrees],
    ['platform', 'Platform', degrees],
    ['serial', 'Questionnaire number', texts(rows((row) => String(10_000 + row)))],
  ])('%s, %s', (name, label, column) => {
    expect(seen(name, label, column)).toBeNull();
  });

  it('are coded answers, though the question has the word', () => {
    const labels = { 1: 'Mobile', 2: 'Landline', 3: 'Neither' };
    expect(seen('phone', 'Telephone', numbers(rows((row) => 1 + (row % 3))), labels)).toBeNull();
  });
});

it('interviewers are named in value labels too', () => {
  const who = { 1: 'Afi Exemple', 2: 'Bio Modèle', 3: 'Jonas Spécimen', 9: 'Manquant' };
  const column = numbers(rows((row) => 1 + (row % 3)));
  expect(seen('nom_enqueteur', "Nom de l'enquêteur", column, who)?.kind).toBe('name');
  const team = { 1: 'Team A1', 2: 'Team B2', 3: 'Team C3' };
  expect(seen('nom_enqueteur', '', column, team)).toBeNull();
});

it('a column that is empty so far is told by its name', () => {
  expect(seen('phone', '', texts(rows(() => '')))?.kind).toBe('phone');
});

it('what points at one person plainly is suggested, the rest is left to the user', () => {
  const suggested = [
    seen('respondent_name', '', names),
    seen('phone', '', phones),
    seen('lat', '', degrees),
    seen('nid', '', papers),
    seen('address', '', streets),
    seen('deviceid', '', papers),
  ].map((found) => found?.suggested);
  expect(suggested).toEqual([true, true, true, true, false, false]);
});
