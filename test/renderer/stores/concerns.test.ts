// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import type { ConcernDefinition, ConcernState } from '#contract/concern.ts';
import { useConcernsStore } from '#renderer/src/stores/concerns.ts';
import { useStudyStore } from '#renderer/src/stores/study.ts';
import { fakeBridge, type Answers } from '../fakeBridge.ts';
import { appWith } from '../mountApp.ts';
import { studyFixture } from '../studyFixture.ts';

const definition = (variable: string, codes: number[] = []): ConcernDefinition => ({
  variable,
  freedom: 'fear',
  dimensions: [],
  concernedWhen: codes,
});
const stateOf = (concern: ConcernDefinition): ConcernState => ({
  ...concern,
  label: concern.variable,
  n: 100,
  weightedN: 100,
  share: null,
  shown: 'yes',
});

async function opened(answers: Answers = {}, stored: ConcernDefinition[] = []) {
  const bridge = fakeBridge({
    'concern.list': () => ({ concerns: stored.map(stateOf) }),
    'concern.save': ({ concerns }) => ({ concerns: concerns.map(stateOf) }),
    ...answers,
  });
  const app = appWith(bridge);
  const concerns = app.runWithContext(() => {
    const store = useConcernsStore();
    useStudyStore().show(studyFixture, 1);
    return store;
  });
  await vi.advanceTimersByTimeAsync(10);
  const saves = () => bridge.asked.filter(({ operation }) => operation === 'concern.save');
  return { bridge, concerns, saves };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('concerns', () => {
  it('are read when a survey is opened', async () => {
    const { concerns } = await opened({}, [definition('a', [1])]);
    expect(concerns.concerns).toEqual([definition('a', [1])]);
    expect([concerns.count('fear'), concerns.count('want')]).toEqual([1, 0]);
  });

  it('are saved once, a moment after the last of several changes', async () => {
    const { concerns, saves } = await opened();
    concerns.add([definition('a'), definition('b')]);
    await vi.advanceTimersByTimeAsync(200);
    concerns.update('a', { concernedWhen: [3, 4] });
    expect(concerns.saveState).toBe('waiting');
    expect(saves()).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(400);
    expect(saves()).toHaveLength(1);
    expect(saves()[0].input).toMatchObject({ concerns: [{ concernedWhen: [3, 4] }, { variable: 'b' }] });
    expect(concerns.saveState).toBe('saved');
    expect(concerns.revision).toBe(1);
  });

  it('that wait for their variable are named, stay through every save, and can be forgotten', async () => {
    const { concerns, saves } = await opened({
      'concern.list': () => ({ concerns: [stateOf(definition('a'))], waiting: [definition('gone')] }),
    });
    expect(concerns.waiting).toEqual([definition('gone')]);
    concerns.update('a', { concernedWhen: [1] });
    await concerns.flush();
    expect(saves()[0].input).not.toHaveProperty('forget');
    await concerns.forgetWaiting();
    expect(saves()[1].input).toMatchObject({ concerns: [definition('a', [1])], forget: ['gone'] });
    expect(concerns.waiting).toEqual([]);
  });

  it('are not tagged twice', async () => {
    const { concerns } = await opened({}, [definition('a')]);
    concerns.add([definition('a'), definition('b')]);
    expect(concerns.concerns.map(({ variable }) => variable)).toEqual(['a', 'b']);
  });

  it('keep what the user did where saving fails, and save it again when asked', async () => {
    let full = true;
    const { concerns } = await opened({
      'concern.save': ({ concerns: sent }) => {
        if (full)
          throw Object.assign(new Error('full'), { code: 'study.diskFull', params: { study: 'One' } });
        return { concerns: sent.map(stateOf) };
      },
    });
    concerns.add([definition('a')]);
    await vi.advanceTimersByTimeAsync(500);
    expect(concerns.saveState).toBe('problem');
    expect(concerns.saveProblem).toEqual({ code: 'study.diskFull', params: { study: 'One' } });
    expect(concerns.concerns).toHaveLength(1);
    full = false;
    await concerns.save();
    expect(concerns.saveState).toBe('saved');
    expect(concerns.saveProblem).toBeNull();
  });

  it('come back to their place when a removal is undone', async () => {
    const { concerns } = await opened({}, [definition('a'), definition('b', [2]), definition('c')]);
    concerns.remove('b');
    expect(concerns.concerns.map(({ variable }) => variable)).toEqual(['a', 'c']);
    concerns.undoRemove();
    expect(concerns.concerns).toEqual([definition('a'), definition('b', [2]), definition('c')]);
    expect(concerns.removed).toBeNull();
  });

  it('move up and down, and stay at the ends', async () => {
    const { concerns } = await opened({}, [definition('a'), definition('b')]);
    concerns.move('b', -1);
    concerns.move('b', -1);
    expect(concerns.concerns.map(({ variable }) => variable)).toEqual(['b', 'a']);
  });

  it('do not lose an edit to a list that was asked for before it', async () => {
    let answer: (value: { concerns: ConcernState[] }) => void = () => undefined;
    const { concerns } = await opened({
      'concern.list': () => new Promise((resolve) => (answer = resolve)),
    });
    concerns.add([definition('new')]);
    answer({ concerns: [] });
    await nextTick();
    await vi.advanceTimersByTimeAsync(1);
    expect(concerns.concerns.map(({ variable }) => variable)).toEqual(['new']);
  });
});
