// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import ConcernSpots from '#renderer/src/features/priorities/ConcernSpots.vue';
import PriorityLegend from '#renderer/src/features/priorities/PriorityLegend.vue';
import RankingTable from '#renderer/src/features/priorities/RankingTable.vue';
import { firstSort, type Sort } from '#presentation/priorities/sortRows.ts';
import { fakeBridge } from '../../fakeBridge.ts';
import { globalWith } from '../../mountApp.ts';
import {
  byResidence,
  four,
  plausibleRanking,
  rowsOf,
} from '../../../presentation/priorities/plausibleRanking.ts';

const global = () => globalWith(fakeBridge({}));
const { rows } = rowsOf(plausibleRanking(four));

describe('the table of a ranking', () => {
  const table = (made = four, groups: string[] = []) => {
    const element = mount(RankingTable, {
      props: {
        rows: rowsOf(plausibleRanking(made)).rows,
        groups,
        withSeverity: false,
        chosen: null,
        sort: firstSort('rank'),
        'onUpdate:sort': (sort: Sort) => element.setProps({ sort }),
      },
      global: global(),
    });
    return element;
  };

  it('sorts by a column, and turns the order at the second click', async () => {
    const element = table();
    const names = () => element.findAll('tbody th').map((each) => each.text());
    const share = element.findAll('thead button')[3];
    await share.trigger('click');
    expect(element.findAll('thead th')[3].attributes('aria-sort')).toBe('descending');
    expect(names()[0]).toBe('Poverty');
    await share.trigger('click');
    expect(element.findAll('thead th')[3].attributes('aria-sort')).toBe('ascending');
    expect(names()).toEqual(['Not being heard', 'Theft and robbery', 'Poverty', 'Firearms']);
  });

  it('says the groups with their letters, and which differ from the others', () => {
    const element = table(byResidence, ['Urban', 'Rural']);
    const [first] = element.findAll('tbody tr');
    expect(first.findAll('td').at(-2)!.text()).toMatch(
      /50\.0%.*lower than in the others.*B.*\(46\.0–54\.0\)/s,
    );
  });

  it('opens a concern', async () => {
    const element = table();
    await element.get('[data-row=q2]').trigger('click');
    expect(element.emitted('open')).toEqual([['q2']]);
  });
});

describe('the keyboard on the picture', () => {
  const spots = rows.map(({ variable, name }, index) => ({
    variable,
    left: 0,
    top: index * 30,
    width: 400,
    height: 30,
    words: name,
    lines: [],
  }));
  const overlay = () =>
    mount(ConcernSpots, {
      props: { label: 'Concerns', spots, chosen: null, width: 400, height: 120 },
      global: global(),
      attachTo: document.body,
    });

  it('moves with the arrows, stays inside, and has one stop for Tab', async () => {
    const element = overlay();
    const list = element.get('ol');
    const stop = () => element.findAll('[tabindex="0"]').map((each) => each.attributes('data-concern'));
    expect(stop()).toEqual(['q1']);
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowDown']) await list.trigger('keydown', { key });
    expect(stop()).toEqual(['q3']);
    expect(document.activeElement?.getAttribute('data-concern')).toBe('q3');
    await list.trigger('keydown', { key: 'End' });
    await list.trigger('keydown', { key: 'ArrowDown' });
    expect(stop()).toEqual(['q4']);
    await element.get('[data-concern=q4]').trigger('click');
    expect(element.emitted('open')).toEqual([['q4']]);
    element.unmount();
  });
});

describe('the legend', () => {
  const words = (made: typeof four, arrangement: 'plain' | 'lanes') =>
    mount(PriorityLegend, {
      props: { rows: rowsOf(plausibleRanking(made)).rows, arrangement },
      global: global(),
    })
      .findAll('li')
      .map((each) => each.text());

  it('explains what is drawn, and nothing else', () => {
    expect(words(four, 'plain')).toEqual([
      'Fear',
      'Want',
      'Dignity',
      'The two cannot be told apart',
      '(34%) 25–49 respondents',
      '(*) fewer than 25 respondents: not shown',
    ]);
    expect(words(byResidence, 'lanes')).toEqual([
      'Fear',
      'Want',
      'All respondents',
      '▲ ▼ higher or lower than all other groups together (p < 0.05)',
      'A letter: significantly higher than the group with that letter (Holm, 5%)',
    ]);
  });
});
