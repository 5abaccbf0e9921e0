import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { concernDefinition } from '#contract/concern.ts';
import { missingMark } from '#contract/source.ts';
import { surveyRoles } from '#contract/study.ts';
import type { Variable } from '#engine/survey/variable.ts';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import { bangla } from '../../samples/bangladesh/bangla.ts';
import { districts } from '../../samples/bangladesh/places.ts';
import { find, sampleFolder, studyFile } from './samples.ts';

const teachingStudy = z.strictObject({
  name: z.string(),
  file: z.string(),
  madeUp: z.literal(true),
  roles: surveyRoles,
  missing: z.array(missingMark),
  concerns: z.array(concernDefinition),
});

const dictionary = new Map<string, readonly Variable[]>();
beforeAll(async () => {
  for (const name of ['bangladesh', 'benin']) {
    const file = await openSurveyFile(`${sampleFolder}${name}.sav`);
    dictionary.set(name, file.variables);
    file.close();
  }
});

function variable(name: string, wanted: string): Variable {
  return find(dictionary.get(name) ?? [], (candidate) => candidate.name === wanted);
}

describe.each(['bangladesh', 'benin'] as const)('the study of %s', (name) => {
  const study = teachingStudy.parse(studyFile(name));

  it('has roles for variables that are in the file', () => {
    const { weight, strata, psu, area } = study.roles;
    for (const role of [weight, strata, psu, area]) expect(variable(name, role ?? '').type).toBe('numeric');
    expect(study.roles.lonelyPsu).toBe('fail');
  });

  it('marks 8 and 9 wherever, and only where, they are labelled as silence', () => {
    const silent = (dictionary.get(name) ?? []).filter(({ valueLabels }) =>
      valueLabels.some(({ value, label }) => value === 9 && /^Refus/.test(label)),
    );
    expect(study.missing.map((mark) => mark.variable)).toEqual(silent.map((candidate) => candidate.name));
    for (const { codes } of study.missing) expect(codes).toEqual([8, 9]);
  });

  it('has ten fear, ten want and three dignity concerns, over all seven dimensions', () => {
    const count = (freedom: string): number =>
      study.concerns.filter((concern) => concern.freedom === freedom).length;
    expect([count('fear'), count('want'), count('dignity')]).toEqual([10, 10, 3]);
    expect(new Set(study.concerns.flatMap((concern) => concern.dimensions)).size).toBe(7);
  });

  it('counts labelled codes as concerned, and never silence', () => {
    for (const { variable: item, concernedWhen } of study.concerns) {
      const labelled = variable(name, item).valueLabels.map(({ value }) => value);
      expect(labelled).toEqual(expect.arrayContaining(concernedWhen));
      expect(concernedWhen.filter((code) => Number(code) >= 8)).toEqual([]);
    }
  });
});

describe('Bangladesh in Bangla', () => {
  it('has words for every variable and every value label but the names of districts and strata', () => {
    const variables = dictionary.get('bangladesh') ?? [];
    expect(Object.keys(bangla.variables)).toEqual(variables.map(({ name }) => name));
    const places = new Set(['district', 'stratum', 'stratum_detailed']);
    const labels = variables.flatMap(({ name, valueLabels }) => (places.has(name) ? [] : valueLabels));
    for (const { label } of labels) expect(bangla.valueLabels[label], label).toMatch(/[\u0980-\u09ff]/);
    expect(districts).toHaveLength(24);
  });
});
