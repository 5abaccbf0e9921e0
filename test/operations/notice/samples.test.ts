import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Noticed } from '#contract/notice.ts';
import { survey } from '#operations/survey.ts';
import { sampleFolder } from '../../samples/samples.ts';
import { contextIn, imported, noticed } from './study.ts';

const names = (list: readonly { readonly variable: string }[]): string[] =>
  list.map(({ variable }) => variable);

/** `samples/README.md`: "Faults to find". */
const faults = {
  benin: {
    rows: 18_000,
    missing: [8, 'Ne sait pas', 9, 'Refuse de répondre'],
    id: ['identifiant', [6211, 6212]],
    ageRow: 11_041,
    unlabelled: ['instruction', 7],
    empty: 'controle_terrain',
    personal: [['nom_enqueteur', 'name']],
    weight: ['poids', 'declared'],
    lonely: [],
    traits: { sex: 'sexe', age: 'age', residence: 'milieu' },
    codesToKeep: ['departement', 'commune', 'grappe'],
  },
  bangladesh: {
    rows: 2000,
    missing: [8, "Don't know", 9, 'Refused'],
    id: ['household_id', [731, 732]],
    ageRow: 1205,
    unlabelled: ['occupation', 12],
    empty: 'backcheck',
    personal: [
      ['interviewer', 'name'],
      ['interviewer_phone', 'phone'],
    ],
    weight: ['weight', 'name'],
    lonely: [{ strata: 'stratum_detailed', psu: 'psu', values: ['612'] }],
    traits: { sex: 'sex', age: 'age', residence: 'residence' },
    codesToKeep: ['district', 'psu'],
  },
} as const;

describe.each(['benin', 'bangladesh'] as const)('the faults of %s', (name) => {
  const known = faults[name];
  let found: Noticed;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'larger-freedom-notice-'));
    try {
      const context = contextIn(folder);
      found = await noticed(await imported(`${sampleFolder}${name}.sav`, context), context);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('are codes that are labelled and not declared, and no code that means a place', () => {
    expect(found.missing).toHaveLength(26);
    for (const { codes } of found.missing)
      expect(codes.flatMap(({ value, label }) => [value, label])).toEqual(known.missing);
    expect(names(found.missing)).not.toEqual(expect.arrayContaining([...known.codesToKeep]));
  });

  it('are a household that stands twice, and nothing else that does', () => {
    const [variable, rows] = known.id;
    expect(found.duplicateIds).toMatchObject([{ variable, count: 1, values: [{ n: 2, rows }] }]);
    expect(found.duplicateRows).toEqual({ count: 0, groups: [], apartFrom: [variable] });
  });

  it('are an impossible age', () => {
    expect(found.impossible).toMatchObject([
      { variable: 'age', kind: 'age', n: 1, values: [{ value: 199, n: 1, rows: [known.ageRow] }] },
    ]);
  });

  it('are a code without a label', () => {
    const [variable, value] = known.unlabelled;
    expect(found.unlabelled).toMatchObject([{ variable, codes: [{ value, n: 5, outside: true }] }]);
  });

  it('are an empty variable, and no constant one', () => {
    expect([names(found.empty), names(found.constant)]).toEqual([[known.empty], []]);
  });

  it('are names and telephones', () => {
    expect(found.personal.map(({ variable, kind }) => [variable, kind])).toEqual(known.personal);
  });

  it('are a weight that is found, declared or not, with its spread', () => {
    const [variable, reason] = known.weight;
    expect(found.roles.find(({ role }) => role === 'weight')).toMatchObject({ variable, reason });
    expect(found.weights).toMatchObject([
      { variable, inUse: false, n: known.rows, zero: 0, missing: 0, negative: 0 },
    ]);
  });

  it('are a stratum with a single PSU, where there is one', () => {
    expect(
      found.lonelyStrata.map(({ strata, psu, values }) => ({
        strata,
        psu,
        values: values.map(({ value }) => value),
      })),
    ).toEqual(known.lonely);
  });

  it('stand beside what people are compared by', () => {
    expect(Object.fromEntries(found.traits.map(({ trait, variable }) => [trait, variable]))).toEqual(
      known.traits,
    );
  });
});

it('the design in use is what is looked at, and marked codes are offered no more', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'larger-freedom-notice-'));
  try {
    const context = contextIn(folder);
    const reference = await imported(`${sampleFolder}bangladesh.sav`, context);
    const roles = { weight: 'weight', strata: 'stratum_detailed', psu: 'psu', fpc: null, area: null };
    await survey['survey.setRoles']({ ...reference, roles: { ...roles, lonelyPsu: 'fail' } }, context);
    await survey['survey.markMissing']({ ...reference, marks: [{ variable: '*', codes: [8, 9] }] }, context);
    const found = await noticed(reference, context);
    expect(found.missing).toEqual([]);
    expect(found.weights.map(({ variable, inUse }) => [variable, inUse])).toEqual([['weight', true]]);
    expect(found.lonelyStrata).toMatchObject([
      {
        strata: 'stratum_detailed',
        psu: 'psu',
        inUse: true,
        values: [{ value: '612', label: 'Sylhet, towns', n: 20 }],
      },
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
