import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Output } from '#contract/index.ts';
import { severestCode } from '#engine/estimate/severestCode.ts';
import { ranking } from '#operations/ranking.ts';

const file = join(import.meta.dirname, '..', '..', '..', 'samples', 'benin.sav');
type Severity = NonNullable<Output<'ranking.run'>['concerns'][number]['severity']>;

async function severityWhen(concernedWhen: number[], where?: string): Promise<Severity> {
  const asked = {
    source: { file },
    design: { weight: 'poids', strata: 'strate', psu: 'grappe' },
    missing: [{ variable: 'p_vol', codes: [8, 9] }],
    fear: [{ variable: 'p_vol', concernedWhen }],
    ...(where !== undefined && { where }),
    severity: true,
  };
  const { concerns } = await ranking['ranking.run'](asked, {
    places: { studies: '', samples: '' },
    report: () => undefined,
    throwIfCancelled: () => undefined,
  });
  return concerns[0].severity!;
}

/** R: svymean(~I(p_vol == 4), subset(design, p_vol %in% 3:4), deff = "replace") and svyciprop(method = "logit"). */
test('severity is the share of the most severe answer among those concerned, as R has it', async () => {
  const severity = await severityWhen([3, 4]);
  expect(severity).toMatchObject({ code: 4, label: 'Beaucoup', n: 8343, shown: 'yes' });
  if ('none' in severity) throw new Error('no severity');
  expect(severity.share.estimate).toBeCloseTo(0.46912855554, 10);
  expect(severity.share.se).toBeCloseTo(0.00677342709948, 12);
  expect(severity.share.deff).toBeCloseTo(1.536759382, 8);
  expect(severity.share.ciLow).toBeCloseTo(0.455855560838, 10);
  expect(severity.share.ciHigh).toBeCloseTo(0.482445370508, 10);
});

test('where one answer counts there is none to tell', async () => {
  expect(await severityWhen([4])).toEqual({ none: 'oneAnswer' });
});

test('of too few concerned it is not shown', async () => {
  const severity = await severityWhen([3, 4], 'commune = 1 and age > 60');
  expect(severity).toMatchObject({ shown: 'suppressed', share: { estimate: null } });
});

test.each([
  ['the upper end of a scale', [3, 4], [1, 2, 3, 4], { code: 4 }],
  ['the lower end', [1, 2], [1, 2, 3, 4], { code: 1 }],
  ['a scale whose ends alone are labelled', [8, 9, 10], [0, 10], { code: 10 }],
  ['answers from the middle', [2, 3], [1, 2, 3, 4], { none: 'noOrder' }],
  ['answers from both ends', [1, 4], [1, 2, 3, 4], { none: 'noOrder' }],
  ['all answers', [1, 2], [1, 2], { none: 'noOrder' }],
  ['text', ['often', 'always'], ['never', 'often', 'always'], { none: 'noOrder' }],
  ['the same answer twice', [4, 4], [1, 2, 3, 4], { none: 'oneAnswer' }],
])('the most severe answer: %s', (_, concernedWhen, scale, expected) => {
  expect(severestCode(concernedWhen, scale)).toEqual(expected);
});
