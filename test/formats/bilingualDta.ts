import { DtaBytes, dtaFile, typeCode } from './dtaBytes.ts';

/** Characteristics as Stata's help texts lay them out: the names of variable and characteristic, and the text. */
export function characteristic(release: number, about: string, name: string, content: string): string {
  const width = release >= 118 ? 129 : release >= 110 ? 33 : 9;
  return `${about.padEnd(width, '\0')}${name.padEnd(width, '\0')}${content}\0`;
}

/** A survey in Spanish, the language in use, and English: `fear` is labelled in both, `age` in Spanish alone. */
export const said: readonly (readonly [string, string, string])[] = [
  ['_dta', '_lang_list', 'en es'],
  ['_dta', '_lang_c', 'es'],
  ['_dta', '_lang_v_en', 'A survey'],
  ['fear', '_lang_v_en', 'Fear of crime'],
  ['fear', '_lang_l_en', 'fear_en'],
  ['_dta', 'note0', '3'],
  ['_dta', 'note2', 'Second, at the end'],
  ['_dta', 'note1', 'First'],
  ['fear', 'note0', '1'],
  ['fear', 'note1', 'Asked of everyone'],
  ['_dta', '_svy_su1', 'upm'],
  ['age', 'source', 'Roster'],
];

export function bilingualDta(release = 118, characteristics = said): Uint8Array {
  return dtaFile({
    release,
    label: 'Una encuesta',
    variables: [
      { name: 'fear', type: typeCode(release, 'byte'), set: 'fear_es', label: 'Miedo', format: '%12.0g' },
      { name: 'age', type: typeCode(release, 'byte'), label: 'Edad' },
    ],
    rows: 1,
    data: new DtaBytes().whole(1, 1, 40),
    sets: [
      { name: 'fear_es', labels: [[1, 'Mucho']] },
      {
        name: 'fear_en',
        labels: [
          [1, 'A lot'],
          [2, 'Some'],
        ],
      },
    ],
    characteristics: characteristics.map((each) => characteristic(release, ...each)),
  });
}
