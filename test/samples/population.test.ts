import { describe, expect, it } from 'vitest';
import { find, populationValues, surveyAnswers } from './samples.ts';

const names = ['bangladesh', 'benin'] as const;

describe('Bangladesh: the population', () => {
  const { concerns } = populationValues('bangladesh');
  const shareOf = (variable: string): number =>
    find(concerns, (concern) => concern.variable === variable).share;

  it.each([
    ['prob_poverty', 0.69],
    ['prob_unemployment', 0.65],
    ['prob_utilities', 0.56],
    ['prob_disasters', 0.51],
  ])('%s has the published share, %d', (variable, share) => {
    expect(shareOf(variable)).toBeCloseTo(share, 6);
  });

  it('has every fear concern below the four published ones', () => {
    const { pairs } = populationValues('bangladesh');
    for (const fear of new Set(pairs.map((pair) => pair.fear))) expect(shareOf(fear)).toBeLessThan(0.45);
  });
});

describe.each(names)('%s: population values', (name) => {
  const { concerns, pairs, areas } = populationValues(name);

  it('give every concern a share in every area, whose mean is near the overall share', () => {
    for (const { variable, share, byArea } of concerns) {
      const shares = areas.map(({ code }) => byArea[code]);
      expect(Math.min(...shares), variable).toBeLessThan(share);
      expect(Math.max(...shares), variable).toBeGreaterThan(share);
    }
  });

  it('of a pair agree with one another', () => {
    for (const { both, wantGivenFear, wantGivenNoFear, fearGivenWant, oddsRatio } of pairs) {
      const fear = both / wantGivenFear;
      expect(both / fearGivenWant).toBeCloseTo(both + wantGivenNoFear * (1 - fear), 4);
      const odds = (share: number): number => share / (1 - share);
      expect(oddsRatio).toBeCloseTo(odds(wantGivenFear) / odds(wantGivenNoFear), 3);
    }
  });

  it('hold strong, absent and negative associations of fear and want', () => {
    const ratios = pairs.map((pair) => pair.oddsRatio);
    expect(Math.max(...ratios)).toBeGreaterThan(1.8);
    expect(Math.min(...ratios)).toBeLessThan(0.75);
    expect(ratios.filter((ratio) => Math.abs(Math.log(ratio)) < 0.05).length).toBeGreaterThan(15);
  });
});

describe.each(names)('%s: the design-based answer of R', (name) => {
  const { concerns: true_ } = populationValues(name);
  const { concerns } = surveyAnswers(name);
  const truth = (variable: string): number => find(true_, (concern) => concern.variable === variable).share;

  it('is within three standard errors of the population for every concern', () => {
    expect(concerns).toHaveLength(23);
    for (const { variable, design } of concerns) {
      expect(Math.abs(design.share - truth(variable)) / design.se, variable).toBeLessThan(3);
    }
  });

  it('covers the population value for at least 21 of 23 concerns, the naive one for fewer than half', () => {
    const covering = (kind: 'design' | 'naive'): number =>
      concerns.filter((concern) => {
        const { ciLow, ciHigh } = concern[kind];
        return ciLow <= truth(concern.variable) && truth(concern.variable) <= ciHigh;
      }).length;
    expect(covering('design')).toBeGreaterThanOrEqual(21);
    expect(covering('naive')).toBeLessThan(name === 'benin' ? 8 : 16);
  });

  it('has design effects between 1.6 and 5.5, so that naive intervals are too narrow', () => {
    for (const { variable, naive, design } of concerns) {
      expect(design.deff, variable).toBeGreaterThan(1.6);
      expect(design.deff, variable).toBeLessThan(5.5);
      expect(design.ciHigh - design.ciLow).toBeGreaterThan(1.2 * (naive.ciHigh - naive.ciLow));
    }
    expect(concerns.filter(({ design }) => design.deff > 2.5).length).toBeGreaterThan(8);
  });
});

describe('the naive share is wrong by at least four points', () => {
  it.each([
    ['bangladesh', 'prob_poverty', -1],
    ['bangladesh', 'prob_unemployment', -1],
    ['bangladesh', 'prob_utilities', -1],
    ['bangladesh', 'prob_disasters', -1],
    ['bangladesh', 'prob_robbery', 1],
    ['benin', 'p_pauvrete', -1],
    ['benin', 'p_faim', -1],
    ['benin', 'p_sante', -1],
    ['benin', 'p_eau', -1],
    ['benin', 'p_vol', 1],
    ['benin', 'p_accident', 1],
  ] as const)('%s: %s', (name, variable, direction) => {
    const { naive, design } = find(surveyAnswers(name).concerns, (concern) => concern.variable === variable);
    expect(direction * (naive.share - design.share)).toBeGreaterThan(0.039);
  });
});

describe('a pair that is significant only while the design is ignored', () => {
  it.each([
    ['bangladesh', 'prob_land_disputes', 'prob_water'],
    ['bangladesh', 'prob_robbery', 'prob_disasters'],
    ['benin', 'p_vindicte', 'p_prix'],
    ['benin', 'p_agression', 'p_pauvrete'],
  ] as const)('%s: %s × %s', (name, fear, want) => {
    const { naiveP, designP } = find(
      surveyAnswers(name).pairs,
      (pair) => pair.fear === fear && pair.want === want,
    );
    expect(naiveP).toBeLessThan(0.05);
    expect(designP).toBeGreaterThan(0.05);
  });
});
