import { beforeAll, describe, expect, it } from 'vitest';
import { readAll, type Cell, type ReadSurvey } from '../formats/readAll.ts';
import { find, sampleFolder, surveyAnswers } from './samples.ts';

const surveys = new Map<string, ReadSurvey>();
beforeAll(async () => {
  for (const name of ['bangladesh', 'benin']) surveys.set(name, await readAll(`${sampleFolder}${name}.sav`));
});

function survey(name: string): ReadSurvey {
  const read = surveys.get(name);
  if (read === undefined) throw new Error(`no ${name}`);
  return read;
}

function valuesOf(name: string, variable: string): readonly Cell[] {
  const { variables, values } = survey(name);
  const index = variables.findIndex((candidate) => candidate.name === variable);
  expect(index, variable).toBeGreaterThanOrEqual(0);
  return values[index];
}

/** How many rows hold each value. */
function countsOf(values: readonly Cell[]): Map<Cell, number> {
  const counts = new Map<Cell, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function pairsOf(name: string, first: string, second: string): Set<string> {
  const seconds = valuesOf(name, second);
  return new Set(valuesOf(name, first).map((value, row) => `${value}/${seconds[row]}`));
}

describe('both files', () => {
  it('say that they are made up', () => {
    expect(survey('benin').fileLabel).toContain('Données fictives pour la formation');
    expect(survey('bangladesh').fileLabel).toContain('made-up data for teaching');
  });

  it('give R the shares that plain arithmetic gives', () => {
    for (const [name, weightName] of [
      ['benin', 'poids'],
      ['bangladesh', 'weight'],
    ] as const) {
      const weights = valuesOf(name, weightName).map(Number);
      for (const { variable, n, naive, design } of surveyAnswers(name).concerns) {
        const codes = valuesOf(name, variable).map(Number);
        const valid = codes.flatMap((code, row) => (code < 8 ? [row] : []));
        const concerned = valid.filter((row) => codes[row] >= 3);
        const weightOf = (rows: readonly number[]): number =>
          rows.reduce((sum, row) => sum + weights[row], 0);
        expect(valid.length).toBe(n);
        expect(concerned.length / valid.length).toBeCloseTo(naive.share, 9);
        expect(weightOf(concerned) / weightOf(valid)).toBeCloseTo(design.share, 9);
      }
    }
  });
});

describe('Benin', () => {
  it('has 18,000 households in 12 departments and 77 communes, each commune in one department', () => {
    expect(survey('benin').rowCount).toBe(18_000);
    expect(countsOf(valuesOf('benin', 'departement')).size).toBe(12);
    expect(countsOf(valuesOf('benin', 'commune')).size).toBe(77);
    const communesByDepartment = countsOf(
      [...pairsOf('benin', 'departement', 'commune')].map((pair) => Number(pair.split('/')[0])),
    );
    expect(
      [...communesByDepartment].sort((a, b) => Number(a[0]) - Number(b[0])).map(([, count]) => count),
    ).toEqual([6, 9, 8, 8, 6, 6, 4, 1, 6, 9, 5, 9]);
  });

  it('has 24 strata of 31 PSUs, whose numbers start again in each', () => {
    const psus = pairsOf('benin', 'strate', 'grappe');
    expect(psus.size).toBe(744);
    expect(countsOf([...psus].map((psu) => psu.split('/')[0]))).toEqual(
      new Map([...countsOf(valuesOf('benin', 'strate')).keys()].map((stratum) => [String(stratum), 31])),
    );
    expect(countsOf(valuesOf('benin', 'grappe')).size).toBe(31);
    expect(surveyAnswers('benin')).toMatchObject({ strata: 24, psus: 744, df: 720 });
  });

  it('declares its weight, whose mean is 1', () => {
    expect(survey('benin').weight).toBe('poids');
    const weights = valuesOf('benin', 'poids').map(Number);
    expect(Math.min(...weights)).toBeGreaterThan(0);
    expect(weights.reduce((sum, weight) => sum + weight, 0) / 18_000).toBeCloseTo(1, 4);
  });
});

describe('Bangladesh', () => {
  it('has 2,000 households in 6 divisions, 12 strata and 100 PSUs of 20', () => {
    expect(survey('bangladesh').rowCount).toBe(2_000);
    expect(countsOf(valuesOf('bangladesh', 'division')).size).toBe(6);
    const psus = valuesOf('bangladesh', 'stratum').map(
      (s, row) => `${s}/${valuesOf('bangladesh', 'psu')[row]}`,
    );
    expect([...new Set(countsOf(psus).values())]).toEqual([20]);
    expect(surveyAnswers('bangladesh')).toMatchObject({ strata: 12, psus: 100, df: 88 });
  });

  it('declares no weight', () => {
    expect(survey('bangladesh').weight).toBeNull();
  });

  it('has one stratum with a single PSU in its second stratification, none in the first', () => {
    const sizes = (stratum: string): number[] => {
      const psus = valuesOf('bangladesh', 'psu');
      const urbanStrata = valuesOf('bangladesh', 'stratum');
      const pairs = new Set(
        valuesOf('bangladesh', stratum).map((s, row) => `${s}/${urbanStrata[row]}.${psus[row]}`),
      );
      return [...countsOf([...pairs].map((pair) => pair.split('/')[0])).values()];
    };
    expect(sizes('stratum_detailed').filter((size) => size === 1)).toHaveLength(1);
    expect(sizes('stratum').filter((size) => size === 1)).toHaveLength(0);
  });
});

describe.each([
  { name: 'benin', id: 'identifiant', empty: 'controle_terrain', unlabelled: 'instruction', code: 7 },
  { name: 'bangladesh', id: 'household_id', empty: 'backcheck', unlabelled: 'occupation', code: 12 },
])('the faults of $name', ({ name, id, empty, unlabelled, code }) => {
  it('are one household identifier that stands twice', () => {
    expect([...countsOf(valuesOf(name, id)).values()].filter((count) => count > 1)).toEqual([2]);
  });

  it('are one impossible age', () => {
    expect(valuesOf(name, 'age').filter((age) => Number(age) > 110)).toEqual([199]);
  });

  it('are a code without a label', () => {
    expect(countsOf(valuesOf(name, unlabelled)).get(code)).toBe(5);
    const { valueLabels } = find(survey(name).variables, (variable) => variable.name === unlabelled);
    expect(valueLabels.map(({ value }) => value)).not.toContain(code);
  });

  it('are one variable without a value', () => {
    const blank = survey(name).variables.filter((_, index) =>
      survey(name).values[index].every((v) => v === null),
    );
    expect(blank.map((variable) => variable.name)).toEqual([empty]);
  });

  it('are missing codes that are labelled and not declared', () => {
    const labelled = survey(name).variables.filter(({ valueLabels }) =>
      valueLabels.some(({ label }) => label === "Don't know" || label === 'Ne sait pas'),
    );
    expect(labelled.length).toBe(26);
    for (const { missing } of survey(name).variables) expect(missing).toEqual({ codes: [], range: null });
  });
});
