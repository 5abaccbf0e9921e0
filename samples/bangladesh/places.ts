import type { Area, Cell, Stratum } from '../country.ts';

interface Division extends Area {
  /** PSUs drawn in the urban stratum, and as many in the rural one. */
  readonly psus: number;
  readonly districts: readonly {
    readonly name: string;
    readonly size: number;
    readonly urbanShare: number;
  }[];
}

/** The six divisions of 2008, alphabetical. Hardship and danger are invented. */
export const divisions: readonly Division[] = [
  division(1, 'Barisal', 0.5, 0.0, 7, [
    ['Barisal', 2350, 0.2],
    ['Bhola', 1750, 0.15],
    ['Patuakhali', 1500, 0.15],
  ]),
  division(2, 'Chittagong', -0.15, 0.3, 9, [
    ['Chittagong', 7200, 0.45],
    ['Comilla', 5000, 0.12],
    ["Cox's Bazar", 2100, 0.2],
    ['Noakhali', 2900, 0.14],
  ]),
  division(3, 'Dhaka', -0.3, 0.25, 10, [
    ['Dhaka', 10500, 0.75],
    ['Faridpur', 1850, 0.14],
    ['Gazipur', 2900, 0.3],
    ['Mymensingh', 4800, 0.14],
    ['Tangail', 3500, 0.13],
  ]),
  division(4, 'Khulna', 0.1, 0.45, 8, [
    ['Jessore', 2650, 0.17],
    ['Khulna', 2400, 0.45],
    ['Kushtia', 1850, 0.12],
    ['Satkhira', 1950, 0.1],
  ]),
  division(5, 'Rajshahi', 0.4, -0.2, 9, [
    ['Bogra', 3200, 0.15],
    ['Dinajpur', 2800, 0.14],
    ['Pabna', 2350, 0.18],
    ['Rajshahi', 2450, 0.33],
    ['Rangpur', 2700, 0.16],
  ]),
  division(6, 'Sylhet', -0.1, -0.3, 7, [
    ['Habiganj', 1950, 0.1],
    ['Sunamganj', 2200, 0.09],
    ['Sylhet', 2900, 0.22],
  ]),
];

type DistrictRow = readonly [name: string, size: number, urbanShare: number];

function division(
  code: number,
  name: string,
  hardship: number,
  danger: number,
  psus: number,
  districts: readonly DistrictRow[],
): Division {
  return {
    code,
    name,
    hardship,
    danger,
    psus,
    districts: districts.map(([district, size, urbanShare]) => ({ name: district, size, urbanShare })),
  };
}

/** 24 districts of the 64: a teaching country is smaller than the real one. */
export const districts = divisions
  .flatMap((of) => of.districts.map((district) => ({ ...district, division: of.code })))
  .map((district, index) => ({ ...district, code: index + 1 }));

export const strata: readonly Stratum[] = divisions.flatMap(({ code, name, psus }) => {
  const takes = Array.from({ length: psus }, () => 20);
  return [
    { code: code * 10 + 1, label: `${name}, urban`, area: code, urban: true, takes },
    { code: code * 10 + 2, label: `${name}, rural`, area: code, urban: false, takes },
  ];
});

export const cells: readonly Cell[] = districts.flatMap(({ code, division: of, size, urbanShare }) => [
  { stratum: of * 10 + 1, locality: code, size: size * urbanShare },
  { stratum: of * 10 + 2, locality: code, size: size * (1 - urbanShare) },
]);
