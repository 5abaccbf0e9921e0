import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Noticed } from '#contract/notice.ts';
import { realSurveys, realSurveysHere } from '../../helpers/terminal.ts';
import { contextIn, imported, noticed } from './study.ts';

const folder = mkdtempSync(join(tmpdir(), 'larger-freedom-notice-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const context = contextIn(folder);
const found = new Map<string, Promise<Noticed>>();
function noticedIn(file: string): Promise<Noticed> {
  const known = found.get(file);
  if (known) return known;
  const asked = imported(join(realSurveys, file), context).then((reference) => noticed(reference, context));
  found.set(file, asked);
  return asked;
}

const names = (list: readonly { readonly variable: string }[]): string[] =>
  list.map(({ variable }) => variable);

describe.runIf(realSurveysHere)('in real surveys', () => {
  // R 4.2.2, haven 2.5.1: w <- w[w > 0]; length(w); range(w); sum(w); sum(w)^2 / sum(w^2); sum(w > 5 * mean(w))
  it.each([
    ['tun_r5_data.sav', 'withinwt', 1200, 0.595625, 1.557938, 1200.00003, 1176.26464589, 0],
    ['tun_r7_data.sav', 'withinwt', 1199, 0.693374160082, 1.52400101215, 1199, 1182.67016707, 0],
    [
      'benin_r7_trust.sav',
      'within_country_weighting_factor',
      1200,
      0.195667854475,
      3.37628705854,
      1200,
      1072.57181634,
      0,
    ],
    ['hh_98.dta', 'weight', 1129, 0.125, 5, 1125.95650271, 674.783550064, 1],
    [
      'americas_65k.sav',
      'weight1500',
      65_566,
      0.0365833342075,
      3.07262563705,
      61500.0001495,
      62587.464353,
      0,
    ],
  ] as const)(
    'the weight of %s is spread as R says',
    async (file, variable, n, min, max, sum, kish, extreme) => {
      const [weight] = (await noticedIn(file)).weights;
      expect(weight).toMatchObject({ variable, n, extreme, zero: 0, missing: 0, negative: 0 });
      expect(weight.min).toBeCloseTo(min, 9);
      expect(weight.max).toBeCloseTo(max, 9);
      expect(Math.abs(weight.sum / sum - 1)).toBeLessThan(1e-9);
      expect(Math.abs(weight.effectiveN / kish - 1)).toBeLessThan(1e-9);
    },
  );

  // R: sapply(data, function(x) length(unique(x[!is.na(x) & x != ""])) == 1), apart from dates
  it.each([
    ['GT_2014.dta', ['pais', 'idiomaq', 'wt', 'nationality', 'formatq']],
    [
      'tun_r7_data.sav',
      [
        'NOCALL_2OTHER',
        'NOCALL_3OTHER',
        'NOCALL_7OTHER',
        'NOCALL_8',
        'Q98OTHER',
        'Q103',
        'Q116',
        'Q119_1',
        'Q119_3',
        'Q119_1_TUN',
        'Q119_4_TUN',
        'Q119OTHER_TUN',
      ],
    ],
    ['hh_98.dta', ['year']],
  ])('the constant variables of %s are those that R finds', async (file, constant) => {
    const { constant: ours, empty } = await noticedIn(file);
    expect([names(ours), empty]).toEqual([constant, []]);
  });

  // R: anyDuplicated(id); tapply(psu, strata, function(x) length(unique(x))) == 1
  it.each(['tun_r7_data.sav', 'GT_2014.dta', 'hh_98.dta', 'americas_65k.sav'])(
    'no identifier of %s stands twice, and no stratum has a single PSU',
    async (file) => {
      const { duplicateIds, duplicateRows, lonelyStrata } = await noticedIn(file);
      expect([duplicateIds, duplicateRows.count, lonelyStrata]).toEqual([[], 0, []]);
    },
  );

  it('every code that Afrobarometer keeps for no answer is offered, with its rows', async () => {
    const { missing, impossible, unlabelled } = await noticedIn('tun_r7_data.sav');
    // R: variables whose value labels have -1 "Missing"
    expect(
      missing.filter(({ codes }) => codes.some(({ value, label }) => value === -1 && label === 'Missing')),
    ).toHaveLength(276);
    // R: sapply(c(-1, 8, 9), function(k) sum(data$Q10A == k))
    expect(
      missing.find(({ variable }) => variable === 'Q10A')?.codes.map(({ value, n }) => [value, n]),
    ).toEqual([
      [-1, 0],
      [8, 0],
      [9, 4],
    ]);
    expect([impossible, unlabelled]).toEqual([[], []]);
  });

  it('extended missings of Stata are not offered once more', async () => {
    const { missing, traits } = await noticedIn('GT_2014.dta');
    expect(missing).toEqual([]);
    expect(traits.map(({ trait, variable }) => [trait, variable])).toEqual([
      ['residence', 'ur'],
      ['sex', 'q1'],
      ['age', 'q2'],
    ]);
  });

  it('a telephone number that was left in the file is seen, and nothing else is taken for a person', async () => {
    const inR5 = (await noticedIn('tun_r5_data.sav')).personal;
    expect(inR5.map(({ variable, kind }) => [variable, kind])).toEqual([['TEL', 'phone']]);
    for (const file of [
      'tun_r7_data.sav',
      'GT_2014.dta',
      'hh_98.dta',
      'americas_65k.sav',
      'benin_kobo_wide.csv',
    ])
      expect((await noticedIn(file)).personal).toEqual([]);
  });
});
