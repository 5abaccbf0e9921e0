import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contract, type Input } from '#contract/index.ts';
import { operations } from '#operations/index.ts';
import { facetPairs } from '#presentation/matrix/facetPairs.ts';
import { measures, valueOf } from '#presentation/matrix/measures.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

const context = {
  places: { studies: '', samples: '' },
  report: () => undefined,
  throwIfCancelled: () => undefined,
};

/** 400 rows in 20 clusters; in the village there are few, and nobody with the second want. */
function survey(): { file: string } {
  const rows = Array.from({ length: 400 }, (_, row) => {
    const mixed = (row * 2654435761) % 1000;
    const village = row % 9 === 0;
    const answers = [mixed < 500, row % 3 === 0, mixed % 10 < 6, !village && mixed < 300];
    return [row % 20, 1 + (row % 4), village ? 'village' : 'city', ...answers.map(Number)].join(',');
  });
  const file = join(temporaryFolder(), 'survey.csv');
  writeFileSync(file, ['psu,w,place,f1,f2,w1,w2', ...rows].join('\n'));
  return { file };
}

const is = (variable: string) => ({ variable, concernedWhen: [1] });
const question: Omit<Input<'matrix.run'>, 'source'> = {
  fear: ['f1', 'f2'].map(is),
  want: ['w1', 'w2'].map(is),
  design: { weight: 'w', psu: 'psu' },
};

async function both(more: Partial<Input<'matrix.run'>>) {
  const input = contract['matrix.run'].input.parse({ source: survey(), ...question, ...more });
  return {
    whole: await operations['matrix.run'](input, context),
    beside: await operations['matrix.beside'](input, context),
  };
}

test('as columns the facets have the figures that they have pair by pair, to the last bit', async () => {
  const { whole, beside } = await both({ by: { variable: 'place' } });
  const facets = beside.facets!.map(({ columns, ...facet }) => ({
    ...facet,
    pairs: facetPairs({ ...facet, columns }),
  }));
  expect({ ...beside, facets: [] }).toEqual({ ...whole, facets: [] });
  for (const [index, { pairs, ...margins }] of whole.facets!.entries()) {
    const { pairs: shown, ...shownMargins } = facets[index];
    expect(shownMargins).toEqual(margins);
    expect(
      shown.map(({ fear, want, n, shown: how, test: { q, why } }) => [fear, want, n, how, q, why]),
    ).toEqual(pairs.map(({ fear, want, n, shown: how, test: { q, why } }) => [fear, want, n, how, q, why]));
    for (const measure of measures)
      expect(shown.map((pair) => figureOf(valueOf(pair, measure)))).toEqual(
        pairs.map((pair) => figureOf(valueOf(pair, measure))),
      );
  }
  const village = facets.find(({ value }) => value === 'village')!;
  expect(village.pairs.some(({ shown: how }) => how !== 'yes')).toBe(true);
  expect(village.pairs.some(({ test: { why } }) => why !== undefined)).toBe(true);
});

const figureOf = ({ estimate, ciLow, ciHigh, why }: ReturnType<typeof valueOf>) => [
  estimate,
  ciLow,
  ciHigh,
  why,
];

test('what may not be shown of a facet is in no column', async () => {
  const { whole, beside } = await both({
    by: { variable: 'place' },
    options: { disclosure: 'confidentiality', minimumCount: 30 },
  });
  expect(whole.facetsWithheld).toBe(true);
  expect(beside).toEqual(whole);
});
