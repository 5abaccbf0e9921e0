// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Analyses, AnalysisState } from '#contract/analysis.ts';
import { firstDefinitions } from '#presentation/analysis/firstDefinitions.ts';
import { useAnalysesStore } from '#renderer/src/stores/analyses.ts';
import { useDefinitionsStore } from '#renderer/src/stores/definitions.ts';
import { useRoomStore } from '#renderer/src/stores/room.ts';
import { useStudyStore } from '#renderer/src/stores/study.ts';
import { fakeBridge, type Answers } from '../fakeBridge.ts';
import { appWith } from '../mountApp.ts';
import { studyFixture } from '../studyFixture.ts';

const { matrix, tables } = firstDefinitions;
const lift = { ...matrix, measure: 'lift' as const };
const phi = { ...matrix, measure: 'phi' as const };
const keptAs = (id: number, name: string, change: Partial<AnalysisState> = {}): AnalysisState => ({
  id,
  survey: 1,
  name,
  definition: lift,
  position: id,
  changed: '2026-02-03T04:05:06.789Z',
  ...change,
});
const none: Analyses = { analyses: [], drafts: [] };

function opened(answers: Answers = {}, state = studyFixture) {
  const bridge = fakeBridge({
    'concern.list': () => ({ concerns: [] }),
    'analysis.draft': () => none,
    ...answers,
  });
  const stores = appWith(bridge).runWithContext(() => {
    const study = useStudyStore();
    study.show(state, 1);
    return {
      study,
      analyses: useAnalysesStore(),
      definitions: useDefinitionsStore(),
      room: useRoomStore(),
    };
  });
  const drafts = () => bridge.asked.filter(({ operation }) => operation === 'analysis.draft');
  return { ...stores, bridge, drafts };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('what the rooms show', () => {
  it('is saved at the first change, and once for each room a moment after the last of those that follow', async () => {
    const { definitions, drafts } = opened();
    definitions.change(1, lift);
    expect(drafts()).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(drafts()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    definitions.change(1, matrix);
    await vi.advanceTimersByTimeAsync(200);
    definitions.change(1, phi);
    definitions.change(1, { ...tables, where: 'age > 30' });
    await vi.advanceTimersByTimeAsync(200);
    expect(drafts()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    const [first, ...others] = drafts().map(({ input }) => input);
    expect(first).toMatchObject({ definition: lift });
    expect(others).toEqual([
      { study: studyFixture.study, survey: 1, definition: phi },
      { study: studyFixture.study, survey: 1, definition: { ...tables, where: 'age > 30' } },
    ]);
  });

  it('is asked to be saved at once where the window goes', () => {
    const { definitions, drafts } = opened();
    definitions.change(1, lift);
    definitions.sendNow();
    expect(drafts()).toHaveLength(1);
  });

  it('stays and is saved again where saving fails', async () => {
    let full = true;
    const { definitions, drafts } = opened({
      'analysis.draft': () => {
        if (full) throw Object.assign(new Error('full'), { code: 'study.diskFull', params: {} });
        return none;
      },
    });
    definitions.change(1, lift);
    expect(await definitions.flush()).toBe(false);
    expect(definitions.problem?.code).toBe('study.diskFull');
    expect([definitions.unsavedRoom(), definitions.shownIn(1).matrix]).toEqual(['matrix', lift]);
    full = false;
    expect(await definitions.flush()).toBe(true);
    expect(drafts()).toHaveLength(2);
  });

  it('is not saved where the study is only looked at', async () => {
    const { study, definitions, drafts } = opened();
    study.show(studyFixture, 1, 'otherProgram');
    definitions.change(1, lift);
    expect(await definitions.flush()).toBe(true);
    expect([definitions.shownIn(1).matrix, drafts()]).toEqual([lift, []]);
  });

  it('is of each survey its own', () => {
    const { definitions } = opened();
    definitions.restore([{ survey: 2, definition: lift }]);
    expect([definitions.shownIn(1).matrix, definitions.shownIn(2).matrix]).toEqual([matrix, lift]);
  });
});

describe('kept analyses', () => {
  it('are shown exactly as they were kept, in their survey, and know when they are changed', async () => {
    const two = {
      ...studyFixture,
      surveys: [...studyFixture.surveys, { ...studyFixture.surveys[0], survey: 2 }],
    };
    const { analyses, definitions, room, study, drafts } = opened({}, two);
    analyses.restore({ analyses: [keptAs(1, 'Lift', { survey: 2 })], drafts: [] });
    await analyses.open(1);
    expect([study.survey?.survey, room.analysisRoom]).toEqual([2, 'matrix']);
    expect(definitions.shownIn(2).matrix).toEqual(lift);
    expect(analyses.current?.name).toBe('Lift');
    expect(analyses.isChanged(analyses.kept[0])).toBe(false);
    definitions.change(2, phi);
    expect(analyses.current?.name).toBe('Lift');
    expect(analyses.isChanged(analyses.kept[0])).toBe(true);
    await definitions.flush();
    expect(drafts()).toHaveLength(1);
  });

  it('are found again by what the rooms show when a study is opened', () => {
    const { analyses } = opened();
    analyses.restore({
      analyses: [keptAs(1, 'φ', { definition: phi }), keptAs(2, 'Lift')],
      drafts: [{ survey: 1, definition: lift }],
    });
    expect(analyses.openIn(1, 'matrix')?.name).toBe('Lift');
  });

  it('are found again, changed, by what the study remembers of the room', async () => {
    const { analyses, definitions, drafts } = opened();
    const kept = [keptAs(1, 'Lift'), keptAs(2, 'Tables', { definition: tables })];
    analyses.restore({ analyses: kept, drafts: [{ survey: 1, definition: phi, of: 1 }] });
    expect(analyses.openIn(1, 'matrix')?.name).toBe('Lift');
    expect(analyses.isChanged(kept[0])).toBe(true);
    definitions.change(1, { ...phi, by: 'region' });
    await definitions.flush();
    expect(drafts().map(({ input }) => input)).toMatchObject([{ of: 1 }]);

    // Removed since, or of another room; or the room shows exactly another one.
    analyses.restore({ analyses: [kept[1]], drafts: [{ survey: 1, definition: phi, of: 1 }] });
    expect(analyses.openIn(1, 'matrix')).toBeNull();
    analyses.restore({ analyses: kept, drafts: [{ survey: 1, definition: phi, of: 2 }] });
    expect(analyses.openIn(1, 'matrix')).toBeNull();
    const exact = keptAs(3, 'φ', { definition: phi });
    analyses.restore({ analyses: [...kept, exact], drafts: [{ survey: 1, definition: phi, of: 1 }] });
    expect(analyses.openIn(1, 'matrix')?.name).toBe('φ');
  });

  it('are kept from the room that is on screen', async () => {
    const { analyses, definitions, room, bridge } = opened({
      'analysis.keep': ({ name, definition }) => ({
        analyses: [keptAs(7, name, { definition })],
        drafts: [],
      }),
    });
    room.showAnalysis('freedoms');
    expect(await analyses.keep('All')).toBe(true);
    expect(analyses.current?.name).toBe('All');
    expect(bridge.asked.at(-1)?.input).toMatchObject({
      survey: 1,
      definition: definitions.shownIn(1).freedoms,
    });
  });

  it('move at once, and back where that is refused', async () => {
    const { analyses } = opened({
      'analysis.order': () => {
        throw Object.assign(new Error('full'), { code: 'study.diskFull', params: {} });
      },
    });
    analyses.restore({ analyses: [keptAs(1, 'One'), keptAs(2, 'Two')], drafts: [] });
    const moving = analyses.move(1, 1);
    expect(analyses.kept.map(({ id }) => id)).toEqual([2, 1]);
    expect(await moving).toBe(false);
    expect(analyses.kept.map(({ id }) => id)).toEqual([1, 2]);
    expect(analyses.problem?.code).toBe('study.diskFull');
    expect(await analyses.move(1, -1)).toBe(false);
  });
});
