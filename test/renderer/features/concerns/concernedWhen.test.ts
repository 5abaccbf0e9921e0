// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import type { Output } from '#contract/index.ts';
import ConcernedWhen from '#renderer/src/features/concerns/ConcernedWhen.vue';
import { fakeBridge } from '../../fakeBridge.ts';
import { globalWith } from '../../mountApp.ts';

const category = (
  value: number,
  label: string,
  share: number | null,
): Output<'variable.distribution'>['categories'][number] => ({
  value,
  label,
  n: 10,
  weightedN: 10,
  share,
  missing: share === null ? 'marked' : 'no',
  from: null,
  to: null,
});
const distribution = {
  variable: 'a',
  categories: [
    category(0, 'Never', 0.5),
    category(3, 'Often', 0.3),
    category(4, 'Always', 0.2),
    category(9, "Don't know", null),
  ],
  truncated: false,
};

const ticks = (modelValue: number[]) =>
  mount(ConcernedWhen, {
    props: { item: 'Water', distribution, hue: 'want', modelValue },
    global: globalWith(fakeBridge({})),
  });

describe('the answers that count as concerned', () => {
  it('offers every valid answer with its share, and no missing code', () => {
    expect(
      ticks([])
        .findAll('.codes li')
        .map((each) => each.text().replace(/\s+/g, ' ')),
    ).toEqual(['0 Never 50%', '3 Often 30%', '4 Always 20%']);
  });

  it('says a code that is a word once where its label is the same word', () => {
    const words = [
      { ...category(0, 'Yes', 0.6), value: 'yes' },
      { ...category(0, 'Has to walk', 0.4), value: 'walk' },
    ];
    const element = mount(ConcernedWhen, {
      props: {
        item: 'Water',
        distribution: { ...distribution, categories: words },
        hue: 'want',
        modelValue: [],
      },
      global: globalWith(fakeBridge({})),
    });
    const said = element.findAll('.codes li').map((each) => each.text().replace(/\s+/g, ' '));
    expect(said).toEqual(['Yes 60%', 'walk Has to walk 40%']);
  });

  it('ticks in the order of the codes, whatever was clicked first', async () => {
    const element = ticks([4]);
    await element.findAll('[role=checkbox]')[1].trigger('click');
    expect(element.emitted('update:modelValue')).toEqual([[[3, 4]]]);
  });

  it('unticks', async () => {
    const element = ticks([3, 4]);
    await element.findAll('[role=checkbox]')[2].trigger('click');
    expect(element.emitted('update:modelValue')).toEqual([[[3]]]);
  });
});
