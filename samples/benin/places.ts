import type { Area, Cell, Stratum } from '../country.ts';

/** Alphabetical, as the codes of the file. Hardship and danger are invented. */
export const departements: readonly (Area & { readonly communes: readonly Commune[] })[] = [
  department(1, 'Alibori', 0.55, 0.45, [
    ['Banikoara', 246],
    ['Gogounou', 117],
    ['Kandi', 179, 0.38],
    ['Karimama', 66],
    ['Malanville', 168, 0.42],
    ['Ségbana', 89],
  ]),
  department(2, 'Atacora', 0.7, 0.2, [
    ['Boukoumbé', 82],
    ['Cobly', 67],
    ['Kérou', 100],
    ['Kouandé', 111],
    ['Matéri', 113],
    ['Natitingou', 103, 0.51],
    ['Péhunco', 78],
    ['Tanguiéta', 74, 0.34],
    ['Toucountouna', 39],
  ]),
  department(3, 'Atlantique', -0.3, 0.1, [
    ['Abomey-Calavi', 656, 0.59],
    ['Allada', 127, 0.3],
    ['Kpomassè', 67],
    ['Ouidah', 162, 0.38],
    ['Sô-Ava', 118],
    ['Toffo', 101],
    ['Tori-Bossito', 57],
    ['Zè', 106],
  ]),
  department(4, 'Borgou', 0.15, 0.35, [
    ['Bembèrèkè', 131, 0.26],
    ['Kalalé', 168],
    ["N'Dali", 113],
    ['Nikki', 151, 0.34],
    ['Parakou', 255, 0.77],
    ['Pèrèrè', 78],
    ['Sinendé', 91],
    ['Tchaourou', 223, 0.26],
  ]),
  department(5, 'Collines', 0.1, -0.1, [
    ['Bantè', 107],
    ['Dassa-Zoumè', 112, 0.3],
    ['Glazoué', 124, 0.26],
    ['Ouèssè', 142],
    ['Savalou', 144, 0.26],
    ['Savè', 87, 0.47],
  ]),
  department(6, 'Couffo', 0.45, -0.25, [
    ['Aplahoué', 171, 0.3],
    ['Djakotomey', 134],
    ['Dogbo', 103, 0.3],
    ['Klouékanmè', 128],
    ['Lalo', 119],
    ['Toviklin', 88],
  ]),
  department(7, 'Donga', 0.25, -0.3, [
    ['Bassila', 130, 0.26],
    ['Copargo', 70],
    ['Djougou', 267, 0.34],
    ['Ouaké', 74],
  ]),
  department(8, 'Littoral', -0.6, 0.5, [['Cotonou', 679, 1]]),
  department(9, 'Mono', 0.1, -0.35, [
    ['Athiémé', 56],
    ['Bopa', 96],
    ['Comè', 79, 0.47],
    ['Grand-Popo', 57],
    ['Houéyogbé', 101],
    ['Lokossa', 104, 0.51],
  ]),
  department(10, 'Ouémé', -0.25, 0.3, [
    ['Adjarra', 97, 0.51],
    ['Adjohoun', 75],
    ['Aguégués', 44],
    ['Akpro-Missérété', 127, 0.34],
    ['Avrankou', 128],
    ['Bonou', 44],
    ['Dangbo', 96],
    ['Porto-Novo', 264, 1],
    ['Sèmè-Podji', 222, 0.51],
  ]),
  department(11, 'Plateau', 0.05, 0.05, [
    ['Adja-Ouèrè', 115],
    ['Ifangni', 110, 0.3],
    ['Kétou', 157, 0.34],
    ['Pobè', 123, 0.42],
    ['Sakété', 114, 0.34],
  ]),
  department(12, 'Zou', 0.2, -0.05, [
    ['Abomey', 92, 0.68],
    ['Agbangnizoun', 72],
    ['Bohicon', 171, 0.68],
    ['Covè', 51, 0.51],
    ['Djidja', 123],
    ['Ouinhi', 59],
    ['Zagnanado', 55],
    ['Za-Kpota', 132],
    ['Zogbodomey', 92],
  ]),
];

interface Commune {
  readonly name: string;
  /** Thousands of people, roughly. */
  readonly size: number;
  readonly urbanShare: number;
}

type CommuneRow = readonly [name: string, size: number, urbanShare?: number];

function department(
  code: number,
  name: string,
  hardship: number,
  danger: number,
  communes: readonly CommuneRow[],
): Area & { communes: Commune[] } {
  return {
    code,
    name,
    hardship,
    danger,
    communes: communes.map(([commune, size, urbanShare = 0.08]) => ({ name: commune, size, urbanShare })),
  };
}

/** Codes 1 to 77, in the order of the departments and of the alphabet within each. */
export const communes = departements
  .flatMap((departement) =>
    departement.communes.map((commune) => ({ ...commune, departement: departement.code })),
  )
  .map((commune, index) => ({ ...commune, code: index + 1 }));

const littoral = 8;
/** 31 PSUs in every stratum: six of 25 households and 25 of 24. */
const takes = Array.from({ length: 31 }, (_, psu) => (psu % 5 === 0 && psu < 30 ? 25 : 24));

/** Two a department: urban and rural, except Cotonou, which has no rural part: centre and outskirts. */
export const strata: readonly Stratum[] = departements.flatMap(({ code, name }) =>
  code === littoral
    ? [
        { code: 81, label: 'Littoral, Cotonou centre', area: code, urban: true, takes },
        { code: 82, label: 'Littoral, Cotonou périphérie', area: code, urban: true, takes },
      ]
    : [
        { code: code * 10 + 1, label: `${name}, urbain`, area: code, urban: true, takes },
        { code: code * 10 + 2, label: `${name}, rural`, area: code, urban: false, takes },
      ],
);

export const cells: readonly Cell[] = communes.flatMap(({ code, departement, size, urbanShare }) => {
  const split = departement === littoral ? 0.4 : urbanShare;
  return [
    { stratum: departement * 10 + 1, locality: code, size: size * split },
    { stratum: departement * 10 + 2, locality: code, size: size * (1 - split) },
  ].filter((cell) => cell.size > 0);
});
