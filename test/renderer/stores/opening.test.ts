// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { Output } from '#contract/index.ts';
import { useConcernsStore } from '#renderer/src/stores/concerns.ts';
import { useOpeningStore } from '#renderer/src/stores/opening.ts';
import { useRoomStore } from '#renderer/src/stores/room.ts';
import { useStudyStore } from '#renderer/src/stores/study.ts';
import { fakeBridge, type Answers } from '../fakeBridge.ts';
import { appWith } from '../mountApp.ts';
import { studyFixture } from '../studyFixture.ts';

const preview: Output<'file.preview'> = {
  file: '/chosen/a.sav',
  fileName: 'a.sav',
  bytes: 10,
  format: 'sav',
  encoding: 'utf-8',
  rows: 2,
  fileLabel: '',
  weight: null,
  variables: [],
  firstRows: [],
  personal: [],
};

function start(answers: Answers) {
  const bridge = fakeBridge({
    'concern.list': () => ({ concerns: [] }),
    'analysis.list': () => ({ analyses: [], drafts: [] }),
    'settings.recent': () => ({ studies: [] }),
    ...answers,
  });
  return appWith(bridge).runWithContext(() => ({
    bridge,
    opening: useOpeningStore(),
    study: useStudyStore(),
    room: useRoomStore(),
  }));
}

describe('opening', () => {
  it('looks at a survey file before anything is stored', async () => {
    const { opening, study } = start({ 'file.preview': () => preview });
    await opening.take([new File(['x'], 'a.sav')]);
    expect(opening.file.preview).toEqual(preview);
    expect(study.study).toBeNull();
  });

  it('opens a study file as a study', async () => {
    const { opening, study, room } = start({
      'study.open': ({ study: path }) => ({ ...studyFixture, study: path, readOnly: null }),
    });
    await opening.take([new File([], 'One.LFSTUDY')]);
    expect(study.reference).toEqual({ study: '/chosen/One.LFSTUDY', survey: 1 });
    expect(room.room).toBe('survey');
  });

  it('goes on at fear by want where a study has both', async () => {
    const concern = (freedom: 'fear' | 'want') => ({
      variable: freedom,
      freedom,
      dimensions: [],
      concernedWhen: [1],
      label: '',
      n: 1,
      weightedN: 1,
      share: null,
      shown: 'yes' as const,
    });
    const { opening, room } = start({
      'study.open': () => ({ ...studyFixture, readOnly: null }),
      'concern.list': () => ({ concerns: [concern('fear'), concern('want')] }),
    });
    await opening.openStudy('/studies/one.lfstudy');
    expect(room.room).toBe('matrix');
  });

  it('opens a study where it was left', async () => {
    const listed = { study: '/studies/one.lfstudy', name: 'One', surveys: [], openedAt: '2026-01-01' };
    const place = { survey: 1, room: 'freedoms' } as const;
    const { opening, room } = start({
      'study.open': () => ({ ...studyFixture, readOnly: null }),
      'settings.recent': () => ({ studies: [{ ...listed, recent: 'a', there: true, place }] }),
    });
    await opening.openStudy('/studies/one.lfstudy');
    expect([room.room, room.matrixPart]).toEqual(['matrix', 'freedoms']);
  });

  it('opens what the program was started with', async () => {
    const { opening, bridge } = start({
      'study.openSample': () => studyFixture,
      'study.open': () => ({ ...studyFixture, readOnly: null }),
      'file.preview': () => preview,
    });
    await opening.openAtStart('?sample=benin');
    await opening.openAtStart('?file=%2Fdata%2Fa.sav');
    await opening.openAtStart('?sample=atlantis');
    const opened = bridge.asked.filter(({ operation }) => !/\.(list|recent)$/.test(operation));
    expect(opened.splice(2, 1)).toMatchObject([
      { operation: 'settings.remember', input: { study: '/studies/one.lfstudy' } },
    ]);
    expect(opened.map(({ operation, input }) => [operation, input])).toEqual([
      ['study.openSample', { sample: 'benin' }],
      ['study.open', { study: '/studies/one.lfstudy' }],
      ['file.preview', { file: '/data/a.sav' }],
    ]);
  });

  it('does not remember the copy of a study that a browser hands over', async () => {
    const { opening, bridge, study } = start({ 'study.open': () => ({ ...studyFixture, readOnly: null }) });
    await opening.take([new File([], 'one.lfstudy')]);
    expect(study.study).toEqual(studyFixture);
    expect(bridge.asked.map(({ operation }) => operation)).not.toContain('settings.remember');
  });

  it('saves what waits to be saved before it leaves a study', async () => {
    const { opening, bridge, study } = start({
      'study.open': () => ({ ...studyFixture, readOnly: null }),
      'study.close': () => ({}),
      'concern.save': () => ({ concerns: [] }),
    });
    await opening.openStudy('/studies/one.lfstudy');
    useConcernsStore().add([{ variable: 'a', freedom: 'fear', dimensions: [], concernedWhen: [] }]);
    await opening.leave();
    expect(bridge.asked.map(({ operation }) => operation).slice(-2)).toEqual(['concern.save', 'study.close']);
    expect(study.study).toBeNull();
  });

  it('stays where a change cannot be saved, and shows it', async () => {
    const { opening, room, study } = start({
      'study.open': () => ({ ...studyFixture, readOnly: null }),
      'concern.save': () => {
        throw Object.assign(new Error('full'), { code: 'study.diskFull', params: {} });
      },
    });
    await opening.openStudy('/studies/one.lfstudy');
    useConcernsStore().add([{ variable: 'a', freedom: 'fear', dimensions: [], concernedWhen: [] }]);
    await opening.leave();
    expect([room.room, study.study]).toEqual(['concerns', studyFixture]);
  });

  it('shows why a file cannot be opened, until another is chosen', async () => {
    const problem = { code: 'file.empty', params: { file: 'a.sav' } } as const;
    let wrong = true;
    const { opening } = start({
      'file.preview': () => {
        if (wrong) throw Object.assign(new Error('empty'), problem);
        return preview;
      },
    });
    await opening.take([new File([], 'a.sav')]);
    expect(opening.problem).toEqual(problem);
    wrong = false;
    await opening.take([new File(['x'], 'a.sav')]);
    expect(opening.problem).toBeNull();
  });

  it('leaves out what points at somebody, but what the user keeps, however the file is read', async () => {
    const about = (variable: string, suggested: boolean) =>
      ({ variable, label: '', kind: 'name', reason: 'name', suggested }) as const;
    const personal = [about('name', true), about('phone', true), about('street', false)];
    const { opening, bridge } = start({
      'file.preview': ({ reading }) => ({
        ...preview,
        personal: reading?.sheet === 'b' ? [...personal, about('lat', true)] : personal,
      }),
      'survey.import': () => ({
        survey: 1,
        study: studyFixture,
        leftOut: { variables: ['name', 'lat'], weight: null, sets: [] },
      }),
    });
    await opening.take([new File(['x'], 'a.sav')]);
    expect([...opening.file.leaveOut]).toEqual(['name', 'phone']);
    opening.file.leaveOut = new Set(['name']);
    await opening.file.read('sheet', { sheet: 'b' });
    expect([...opening.file.leaveOut]).toEqual(['name', 'lat']);
    await opening.startImport('A');
    const asked = bridge.asked.find(({ operation }) => operation === 'survey.import');
    expect(asked?.input).toMatchObject({ leaveOut: ['name', 'lat'] });
    expect(opening.lastLeftOut).toMatchObject({
      study: studyFixture.study,
      survey: 1,
      variables: ['name', 'lat'],
    });
    expect(opening.file.leaveOut.size).toBe(0);
  });

  const problem = { code: 'file.unknownEncoding', params: { file: 'a.csv', encoding: 'x' } } as const;

  it('reads a file anew as the user says, and keeps what it does not bear out of the import', async () => {
    const { opening, bridge } = start({
      'file.preview': ({ reading }) => {
        if (reading?.encoding) throw Object.assign(new Error('encoding'), problem);
        return preview;
      },
    });
    await opening.take([new File(['x'], 'a.csv')]);
    await opening.file.read('delimiter', { delimiter: ';' });
    await opening.file.read('encoding', { encoding: 'x' });
    expect(opening.file.refusedReading).toEqual({ choice: 'encoding', problem });
    expect([opening.file.preview, opening.problem]).toEqual([preview, null]);
    void opening.startImport('A');
    await vi.waitFor(() => expect(bridge.asked.at(-1)?.operation).toBe('survey.import'));
    expect(bridge.asked.at(-1)?.input).toMatchObject({ study: null, reading: { delimiter: ';' } });
  });

  it('finds out which of two workbooks is the form, and reads the data alone where neither is', async () => {
    const wrong = (): never => {
      throw Object.assign(new Error('form'), problem);
    };
    let forms: readonly string[] = ['/chosen/b.xlsx'];
    const { opening, bridge } = start({
      'file.preview': ({ reading }) =>
        reading?.companion && !forms.includes(reading.companion) ? wrong() : preview,
    });
    const files = [new File(['x'], 'b.xlsx'), new File(['y'], 'a.xlsx')];
    await opening.take(files);
    expect(bridge.asked.at(-1)?.input).toEqual({
      file: '/chosen/a.xlsx',
      reading: { companion: '/chosen/b.xlsx' },
    });
    expect(opening.file.refusedReading).toBeNull();
    forms = [];
    await opening.take(files);
    expect(opening.file.reading).toEqual({});
    expect([opening.file.preview, opening.file.refusedReading]).toEqual([
      preview,
      { choice: 'companion', problem },
    ]);
  });

  it('takes a form or codebook that is dropped on a preview as that of the file shown', async () => {
    const csv = { ...preview, file: '/chosen/a.csv', format: 'csv' };
    const { opening, bridge } = start({ 'file.preview': () => csv });
    await opening.take([new File(['x'], 'a.csv')]);
    await opening.take([new File(['y'], 'codebook.xml')]);
    expect(bridge.asked.at(-1)?.input).toEqual({
      file: '/chosen/a.csv',
      reading: { companion: '/chosen/codebook.xml' },
    });
    expect(opening.fileName).toBe('a.csv');
    await opening.take([new File(['z'], 'b.csv')]);
    expect(bridge.asked.at(-1)?.input).toEqual({ file: '/chosen/b.csv' });
  });

  it('opens a workbook dropped on a preview as a file of its own where it is no form', async () => {
    const noForm = { code: 'file.unknownCompanion', params: { file: 'b.xlsx' } } as const;
    const { opening, bridge } = start({
      'file.preview': ({ reading }) => {
        if (reading?.companion) throw Object.assign(new Error('form'), noForm);
        return { ...preview, format: 'csv' };
      },
    });
    await opening.take([new File(['x'], 'a.csv')]);
    await opening.take([new File(['y'], 'b.xlsx')]);
    expect(bridge.asked.at(-1)?.input).toEqual({ file: '/chosen/b.xlsx' });
    expect([opening.file.refusedReading, opening.fileName]).toEqual([null, 'b.xlsx']);
  });

  it('brings a wave into the study that is open, to be matched there', async () => {
    const { opening, bridge, study } = start({
      'file.preview': () => preview,
      'study.open': () => ({ ...studyFixture, readOnly: null }),
      'survey.import': () => ({
        survey: 2,
        study: {
          ...studyFixture,
          surveys: [...studyFixture.surveys, { ...studyFixture.surveys[0], survey: 2 }],
        },
        leftOut: { variables: [], weight: null, sets: [] },
      }),
    });
    await opening.openStudy(studyFixture.study);
    await opening.take([new File(['x'], 'a.sav')], studyFixture.study);
    await opening.startImport('Second wave');
    expect(bridge.asked.find(({ operation }) => operation === 'survey.import')?.input).toMatchObject({
      study: studyFixture.study,
      name: 'Second wave',
    });
    expect([study.survey?.survey, opening.joined]).toEqual([2, 2]);
  });

  it('looks at the repeats that come in too, and imports nothing before it has', async () => {
    const about = (variable: string) =>
      ({ variable, label: '', kind: 'name', reason: 'name', suggested: true }) as const;
    let seen = (): void => undefined;
    const lookedAt = new Promise<void>((resolve) => (seen = resolve));
    const { opening, bridge } = start({
      'file.preview': async ({ reading }) => {
        if (reading?.sheet !== 'roster') return { ...preview, personal: [about('name')] };
        await lookedAt;
        return { ...preview, personal: [about('name'), about('member_name')] };
      },
    });
    await opening.take([new File(['x'], 'a.xlsx')]);
    opening.file.leaveOut = new Set();
    opening.file.repeats = ['roster'];
    expect(opening.file.looking).toBe(true);
    await opening.startImport('A');
    expect(bridge.asked.map(({ operation }) => operation)).not.toContain('survey.import');
    seen();
    await vi.waitFor(() => expect([...opening.file.leaveOut]).toEqual(['member_name']));
    expect(opening.file.personal.map(({ variable }) => variable)).toEqual(['name', 'member_name']);
    opening.file.repeats = [];
    await vi.waitFor(() => expect(opening.file.personal).toHaveLength(1));
    expect(opening.file.leaveOut.size).toBe(0);
  });

  it('stops an import and stays at the preview', async () => {
    const { opening, bridge, study } = start({ 'file.preview': () => preview });
    await opening.take([new File(['x'], 'a.sav')]);
    const done = opening.startImport('A');
    await vi.waitFor(() => expect(bridge.asked.at(-1)?.operation).toBe('survey.import'));
    const progress = { stage: 'reading', fraction: 0.4, rows: 400, rowCount: 1000 } as const;
    bridge.tell({ id: bridge.asked.at(-1)!.id, kind: 'progress', progress });
    expect(opening.importProgress).toEqual(progress);
    opening.stopImport();
    await done;
    expect(bridge.cancelled).toHaveLength(1);
    expect([opening.importing, opening.importProblem, study.study]).toEqual([false, null, null]);
    expect(opening.file.preview).toEqual(preview);
  });
});
