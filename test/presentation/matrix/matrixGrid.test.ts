import { describe, expect, it } from 'vitest';
import { kindOf, measures } from '#presentation/matrix/measures.ts';
import { orderConcerns } from '#presentation/matrix/order.ts';
import { plausibleMatrix } from '../../renderer/plausibleMatrix.ts';
import { show } from './show.ts';

const empty = { estimate: null, se: null, ciLow: null, ciHigh: null, deff: null };

describe('the matrix as it is printed', () => {
  it('prints each measure in its own way', () => {
    const result = plausibleMatrix(1, 2);
    const printed = measures.map((measure) => show(result, measure).cells[0][1].text);
    expect(printed).toEqual(['28', '40', '70', '1.0', '0.00', '1.0']);
    const exact = measures.map((measure) => show(result, measure).cells[0][1].exact);
    expect(exact).toEqual(['28.0', '40.0', '70.0', '1.0', '0.00', '1.0']);
    expect(Object.keys(kindOf)).toEqual([...measures]);
  });

  it('says the value with unit and interval for tables and screen readers', () => {
    const result = plausibleMatrix(1, 2);
    expect(show(result, 'wantGivenFear').cells[0][1].longText).toBe('40.0% (36.0–44.0)');
    expect(show(result, 'phi').cells[0][1].longText).toBe('0.00 (−0.05 – +0.05)');
  });

  it('fades what may be chance, q of 0.05 and more; what is not tested is not faded but named', () => {
    const result = plausibleMatrix(1, 3);
    const withQ = (q: number | null) => ({
      ...result,
      pairs: result.pairs.map((pair) => ({ ...pair, test: { ...pair.test, q } })),
    });
    expect(show(withQ(0.0499), 'both').cells[0][0].chance).toBe(false);
    expect(show(withQ(0.05), 'both').cells[0][0].chance).toBe(true);
    expect(show(withQ(null), 'both').cells[0][0]).toMatchObject({ chance: false, tested: false });
  });

  it('prints few respondents in parentheses and too few as (*)', () => {
    const result = plausibleMatrix(1, 3);
    const pairs = result.pairs.map((pair, index) => ({
      ...pair,
      shown: (['yes', 'bracketed', 'suppressed'] as const)[index],
      ...(index === 2 ? { both: empty } : {}),
    }));
    const [row] = show({ ...result, pairs }, 'both').cells;
    expect(row.map(({ text }) => text)).toEqual(['39', '(35)', '(*)']);
    expect(row[0].longText).toMatch(/^39\.\d% \(/);
    expect(row[1].longText).toMatch(/^\(35\.\d%\) \(/);
    expect(row[2]).toMatchObject({ value: null, chance: false });
  });

  it('says that an odds ratio with an empty cell is not estimable, while the rest stands', () => {
    const result = plausibleMatrix(1, 1);
    const pairs = result.pairs.map((pair) => ({ ...pair, oddsRatio: null }));
    expect(show({ ...result, pairs }, 'oddsRatio').cells[0][0]).toMatchObject({
      text: '–',
      longText: 'not estimable',
    });
    expect(show({ ...result, pairs }, 'both').cells[0][0].text).toBe('39');
  });

  it('brackets a margin with few respondents', () => {
    const result = plausibleMatrix(1, 1);
    const fear = [{ ...result.fear[0], shown: 'bracketed' as const }];
    expect(show({ ...result, fear }, 'both').rows[0]).toMatchObject({
      shareText: '(70%)',
      shareExact: '(70.0%)',
      label: 'Afraid of thing 1',
    });
  });
});

describe('order', () => {
  const { fear } = plausibleMatrix(4, 1);
  const mixed = [fear[2], fear[0], fear[3], fear[1]];
  const names = (margins: readonly { variable: string }[]) => margins.map(({ variable }) => variable);

  it('is by share, largest first', () => {
    expect(names(orderConcerns(mixed, 'share', () => []))).toEqual(['fear1', 'fear2', 'fear3', 'fear4']);
  });

  it('is as tagged', () => {
    expect(names(orderConcerns(mixed, 'tagged', () => []))).toEqual(['fear3', 'fear1', 'fear4', 'fear2']);
  });

  it('is by dimension as UNDP lists them, by share within, untagged last', () => {
    const dimensionsOf = (variable: string) =>
      ({ fear1: ['political' as const], fear3: ['food' as const], fear4: ['food' as const] })[variable] ?? [];
    expect(names(orderConcerns(mixed, 'dimension', dimensionsOf))).toEqual([
      'fear3',
      'fear4',
      'fear1',
      'fear2',
    ]);
  });

  it('puts suppressed shares last', () => {
    const suppressed = { ...fear[0], share: { ...fear[0].share, estimate: null } };
    expect(names(orderConcerns([suppressed, fear[1]], 'share', () => []))).toEqual(['fear2', 'fear1']);
  });
});
