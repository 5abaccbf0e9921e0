import { describe, expect, it } from 'vitest';
import { naiveRanking } from '#presentation/priorities/naiveRanking.ts';
import type { Ranking } from '#presentation/priorities/priorityRows.ts';
import { byResidence, four, plausibleNaive, plausibleRanking, rowsOf } from './plausibleRanking.ts';

describe('a ranking beside its naïve answer', () => {
  it('finds nothing otherwise beside itself', () => {
    expect(naiveRanking(plausibleRanking(four), plausibleRanking(four))).toMatchObject({
      ...{ ranks: 3, moved: 0, neighbours: 2, called: 0, missed: 0, groups: 0 },
    });
  });

  it('counts ranks that change, and neighbours both ways that it would call apart', () => {
    // Second and third change places: they are neighbours still, the first and its next are not.
    expect(naiveRanking(plausibleRanking(four), plausibleNaive())).toMatchObject({
      ...{ ranks: 3, moved: 2, neighbours: 1, called: 1, missed: 0 },
      apart: { design: { pairs: 2, apart: 1 }, naive: { pairs: 2, apart: 2 } },
    });
  });

  it('counts neighbours that it would not call apart', () => {
    const [first, ...others] = four;
    const unsure = plausibleRanking([{ ...first, p: 0.2 }, ...others]);
    expect(naiveRanking(plausibleRanking(four), unsure)).toMatchObject({ called: 0, missed: 1 });
  });

  it('counts groups of which it would say something else', () => {
    const turned: Ranking = plausibleRanking([
      { ...byResidence[0], groups: [0.5, 0.77, 0.001] },
      { ...byResidence[1], groups: [0.45, 0.38, 0.01] },
    ]);
    expect(naiveRanking(plausibleRanking(byResidence), turned)).toMatchObject({ groups: 4, groupFlips: 2 });
    const [, theft] = rowsOf(plausibleRanking(byResidence), turned).rows;
    expect(theft.groups.map(({ naive }) => [naive?.text, naive?.flips, naive?.differs])).toEqual([
      ['45.0%', true, 'higher'],
      ['38.0%', true, 'lower'],
    ]);
  });

  it('shows nothing beside what may not be shown in either', () => {
    const { rows } = rowsOf(plausibleRanking(four), plausibleNaive());
    expect(rows.map(({ naive }) => naive && [naive.text, naive.rank, naive.flips])).toEqual([
      ['63.0%', 1, false],
      ['41.0%', 3, true],
      ['47.0%', 2, true],
      null,
    ]);
  });
});
