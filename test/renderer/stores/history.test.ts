// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HistoryMove, Step } from '#contract/history.ts';
import { firstDefinitions } from '#presentation/analysis/firstDefinitions.ts';
import { stepWords } from '#renderer/src/features/analyses/historyWords.ts';
import { useConcernsStore } from '#renderer/src/stores/concerns.ts';
import { useDefinitionsStore } from '#renderer/src/stores/definitions.ts';
import { useHistoryStore } from '#renderer/src/stores/history.ts';
import { useRoomStore } from '#renderer/src/stores/room.ts';
import { useStudyStore } from '#renderer/src/stores/study.ts';
import { fakeBridge, type Answers } from '../fakeBridge.ts';
import { appWith } from '../mountApp.ts';
import { studyFixture, variableFixture } from '../studyFixture.ts';
import { englishI18n } from '../englishI18n.ts';

const noHistory = { undo: null, redo: null, ended: null };
const step = (what: Step['what'], params: Step['params'] = {}): Step => ({ what, params, survey: 1 });
const moved = (done: Step | null, touched: HistoryMove['touched'] = []): HistoryMove => ({
  ...noHistory,
  done,
  touched,
  survey: done?.survey ?? null,
});
const two = {
  ...studyFixture,
  surveys: [...studyFixture.surveys, { ...studyFixture.surveys[0], survey: 2, name: 'Two' }],
};
const none = { analyses: [], drafts: [] };

async function opened(answers: Answers) {
  const bridge = fakeBridge({
    'concern.list': () => ({ concerns: [] }),
    'concern.save': () => ({ concerns: [] }),
    'variable.list': () => ({ variables: [variableFixture('food')] }),
    'history.list': () => noHistory,
    'analysis.list': () => none,
    'analysis.draft': () => none,
    ...answers,
  });
  const stores = appWith(bridge).runWithContext(() => {
    const study = useStudyStore();
    study.show(two, 1);
    return {
      study,
      history: useHistoryStore(),
      concerns: useConcernsStore(),
      definitions: useDefinitionsStore(),
      room: useRoomStore(),
    };
  });
  await vi.advanceTimersByTimeAsync(10);
  const before = bridge.asked.length;
  return { ...stores, asked: () => bridge.asked.slice(before).map(({ operation }) => operation) };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('undo', () => {
  it('first saves what waits to be saved, then asks, then asks again for what was touched', async () => {
    const { history, concerns, definitions, room, asked } = await opened({
      'history.undo': () => moved(step('concern.codes', { variable: 'food' }), ['concerns']),
    });
    concerns.add([{ variable: 'food', freedom: 'want', dimensions: [], concernedWhen: [1] }]);
    definitions.change(1, { ...firstDefinitions.matrix, order: 'blocks' });
    const answer = await history.move('undo');
    expect(answer?.done?.what).toBe('concern.codes');
    const order = asked().filter((operation) => /save|draft|undo|concern.list|analysis.list/.test(operation));
    expect(order).toEqual(['concern.save', 'analysis.draft', 'history.undo', 'concern.list']);
    expect(room.room).toBe('concerns');
  });

  it('shows the survey and the room where it was', async () => {
    const other = { ...moved(step('draft.change', { room: 'freedoms' }), ['drafts']), survey: 2 };
    const { history, study, room, asked } = await opened({ 'history.undo': () => other });
    await history.move('undo');
    expect([study.survey?.survey, room.analysisRoom]).toEqual([2, 'freedoms']);
    expect(asked()).toContain('analysis.list');
  });

  it('shows the variable whose labels were changed', async () => {
    const { history, room } = await opened({
      'history.undo': () => moved(step('variable.edit', { variable: 'food' }), ['variables']),
    });
    await history.move('undo');
    expect([room.room, room.surveyTab, room.variable]).toEqual(['survey', 'variables', 'food']);
  });

  it('is done as often as it is asked for, one after another', async () => {
    let undone = 0;
    const { history } = await opened({
      'history.undo': async () => {
        undone++;
        return moved(step('analysis.order'), []);
      },
    });
    await Promise.all([history.move('undo'), history.move('undo'), history.move('undo')]);
    expect(undone).toBe(3);
  });

  it('says why it is refused, and asks nothing where a concern cannot be saved', async () => {
    const full = Object.assign(new Error('full'), { code: 'study.diskFull', params: {} });
    const { history, concerns, room, asked } = await opened({
      'concern.save': () => {
        throw full;
      },
      'history.undo': () => {
        throw Object.assign(new Error('changed'), { code: 'history.changedSince', params: {} });
      },
    });
    expect(await history.move('undo')).toBeNull();
    expect(history.problem?.code).toBe('history.changedSince');
    concerns.add([{ variable: 'food', freedom: 'want', dimensions: [], concernedWhen: [1] }]);
    expect(await history.move('undo')).toBeNull();
    expect(asked().filter((operation) => operation === 'history.undo')).toHaveLength(1);
    expect(room.room).toBe('concerns');
  });

  it('knows what is next after every change', async () => {
    let next = noHistory as Omit<HistoryMove, 'done' | 'touched' | 'survey'>;
    const { history, definitions } = await opened({ 'history.list': () => next });
    next = { ...noHistory, undo: step('draft.change', { room: 'matrix' }) };
    definitions.change(1, { ...firstDefinitions.matrix, order: 'blocks' });
    await definitions.flush();
    await vi.advanceTimersByTimeAsync(10);
    expect(history.state.undo?.what).toBe('draft.change');
  });
});

describe('a step in words', () => {
  const { t, te } = englishI18n().global;
  it('has words for each kind, and for each room', () => {
    const rooms = ['matrix', 'freedoms', 'tables', 'priorities'];
    for (const room of rooms) expect(te(stepWords(step('draft.change', { room })).key)).toBe(true);
    const { key, params, count } = stepWords(step('missing.mark', { variable: 'q1', variables: 3 }));
    expect(t(key, params, count)).toBe('missing codes of 3 variables');
    const one = stepWords(step('analysis.rename', { name: 'New', before: 'Old', room: 'tables' }));
    expect(t(one.key, one.params, one.count)).toBe('renaming “Old”');
  });
});
