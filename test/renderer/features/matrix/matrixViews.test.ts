// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { matrixLayout } from '#presentation/matrix/matrixLayout.ts';
import MatrixOverlay from '#renderer/src/features/matrix/MatrixOverlay.vue';
import MatrixTable from '#renderer/src/features/matrix/MatrixTable.vue';
import { fakeBridge } from '../../fakeBridge.ts';
import { globalWith } from '../../mountApp.ts';
import { plausibleMatrix } from '../../plausibleMatrix.ts';
import { show } from '../../../presentation/matrix/show.ts';

const grid = show(plausibleMatrix(2, 3), 'wantGivenFear');
const global = () => globalWith(fakeBridge({}));

describe('the table of a matrix', () => {
  const table = () => mount(MatrixTable, { props: { grid, chosen: null }, global: global() });

  it('is a real table, with a header for each row and column', () => {
    const element = table();
    expect(element.findAll('thead th[scope=col]').map((each) => each.text())).toEqual([
      'Fear concern',
      'Share concerned',
      'Without thing 1',
      'Without thing 2',
      'Without thing 3',
    ]);
    expect(element.findAll('tbody th[scope=row]')).toHaveLength(2);
    expect(element.findAll('tbody tr:first-child td')).toHaveLength(4);
    expect(element.get('caption').text()).toContain('Want among the fearful');
  });

  it('says the same as the chart, and opens pairs', async () => {
    const element = table();
    const first = element.get('tbody button');
    expect(first.text()).toContain(grid.cells[0][0].longText);
    expect(first.text()).toContain('may be chance');
    await first.trigger('click');
    expect(element.emitted('open')).toEqual([[{ fear: 'fear1', want: 'want1' }]]);
  });
});

describe('the keyboard on the chart', () => {
  const labels = (concerns: typeof grid.rows) => concerns.map(({ label }) => label);
  const layout = matrixLayout(900, labels(grid.rows), labels(grid.columns));
  const overlay = () =>
    mount(MatrixOverlay, {
      props: { grid, layout, chosen: null },
      global: global(),
      attachTo: document.body,
    });

  it('moves with the arrows, stays inside, and has one stop for Tab', async () => {
    const element = overlay();
    const cells = element.findAll('[role=gridcell]');
    const stop = () => element.findAll('[tabindex="0"]').map((cell) => cell.attributes('data-pair'));
    expect(stop()).toEqual(['fear1|want1']);
    for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowDown'])
      await cells[0].trigger('keydown', { key });
    expect(stop()).toEqual(['fear2|want2']);
    expect(document.activeElement?.getAttribute('data-pair')).toBe('fear2|want2');
    await cells[4].trigger('keydown', { key: 'End' });
    expect(stop()).toEqual(['fear2|want3']);
    element.unmount();
  });

  it('says each pair with its value, and when it may be chance', () => {
    const element = overlay();
    const labelled = element.findAll('[role=gridcell]').map((cell) => cell.attributes('aria-label'));
    expect(labelled[0]).toBe(
      `Afraid of thing 1 × Without thing 1: Want among the fearful ${grid.cells[0][0].longText}, may be chance`,
    );
    expect(labelled[1]).not.toContain('chance');
    element.unmount();
  });
});
