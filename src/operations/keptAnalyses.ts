import type { Analyses, AnalysisState } from '#contract/analysis.ts';
import { Problem } from '#engine/survey/problem.ts';
import {
  addAnalysis,
  analysesOf,
  changeAnalysis,
  draftsOf,
  mostAnalyses,
  orderAnalyses,
  removeAnalysis,
  setDraft,
} from '#project/analyses.ts';
import type { StudyFile } from '#project/studyFile.ts';
import { readStudy } from '#project/openStudy.ts';
import type { Handlers, OperationContext } from './context.ts';
import { change } from './study/change.ts';
import { recorded, recordedInStudy } from './study/recorded.ts';

export const analysis: Handlers<'analysis'> = {
  'analysis.list': ({ study }) => read(study, listIn),
  'analysis.keep': ({ name: asked, definition, ...reference }, context) => {
    const at = now(context);
    return recorded(
      reference,
      ['analysis'],
      (study, survey) => {
        const name = freeName(study, asked);
        addAnalysis(study, { survey: survey.id, name, definition, changed: timeOf(at) });
        const step = { what: 'analysis.keep', params: { name, room: definition.room } } as const;
        return { step, result: listIn(study) };
      },
      { at },
    );
  },
  'analysis.change': ({ study: path, id, name: asked, definition: made }, context) =>
    recordedInStudy(
      path,
      ['analysis'],
      (study) => {
        const before = known(analysesOf(study).analyses, id);
        const name = asked === undefined ? before.name : freeName(study, asked, id);
        const definition = made ?? before.definition;
        const isSame = JSON.stringify(before.definition) === JSON.stringify(definition);
        if (name !== before.name || !isSame) {
          changeAnalysis(study, { id, name, definition, changed: timeOf(now(context)) });
        }
        const params = { name, room: definition.room };
        const step = isSame
          ? ({ what: 'analysis.rename', params: { ...params, before: before.name } } as const)
          : ({ what: 'analysis.change', params } as const);
        return { step, survey: before.survey, result: listIn(study) };
      },
      now(context),
    ),
  'analysis.duplicate': ({ study: path, id, name: asked }, context) =>
    recordedInStudy(
      path,
      ['analysis'],
      (study) => {
        const all = analysesOf(study).analyses;
        const { survey, definition } = known(all, id);
        const name = freeName(study, asked);
        const made = addAnalysis(study, { survey, name, definition, changed: timeOf(now(context)) });
        const ids = all.map((one) => one.id);
        orderAnalyses(study, ids.toSpliced(ids.indexOf(id) + 1, 0, made));
        const step = { what: 'analysis.duplicate', params: { name, room: definition.room } } as const;
        return { step, survey, result: listIn(study) };
      },
      now(context),
    ),
  'analysis.remove': ({ study: path, id }, context) =>
    removeDamaged(path, id) ??
    recordedInStudy(
      path,
      ['analysis'],
      (study) => {
        const { survey, name, definition } = known(analysesOf(study).analyses, id);
        removeAnalysis(study, id);
        const step = { what: 'analysis.remove', params: { name, room: definition.room } } as const;
        return { step, survey, result: listIn(study) };
      },
      now(context),
    ),
  'analysis.order': ({ study: path, ids: asked }, context) =>
    recordedInStudy(
      path,
      ['analysis'],
      (study) => {
        const all = analysesOf(study).analyses;
        for (const id of asked) known(all, id);
        orderAnalyses(study, [...new Set([...asked, ...all.map(({ id }) => id)])]);
        const step = { what: 'analysis.order', params: {} } as const;
        return { step, survey: null, result: listIn(study) };
      },
      now(context),
    ),
  'analysis.draft': ({ definition, of, ...reference }, context) =>
    recorded(
      reference,
      ['draft'],
      (study, { id: survey }) => {
        setDraft(study, { survey, definition, of });
        const step = { what: 'draft.change', params: { room: definition.room } } as const;
        return { step, result: listIn(study) };
      },
      { at: now(context), joins: true },
    ),
};

function listIn(study: StudyFile): Analyses {
  const { analyses, damaged } = analysesOf(study);
  return { analyses, drafts: draftsOf(study), ...(damaged.length > 0 && { damaged: [...damaged] }) };
}

/** No step of the history: an undo could not bring back what cannot be read. `null` of a sound one. */
function removeDamaged(path: string, id: number): Analyses | null {
  const { damaged } = read(path, listIn);
  if (!damaged?.some((one) => one.id === id)) return null;
  return change(path, (study) => {
    removeAnalysis(study, id);
    return listIn(study);
  });
}

function read<Result>(path: string, work: (study: StudyFile) => Result): Result {
  const study = readStudy(path);
  try {
    return work(study);
  } finally {
    study.close();
  }
}

function known(all: readonly AnalysisState[], id: number): AnalysisState {
  const found = all.find((one) => one.id === id);
  if (!found) throw new Problem('analysis.unknown', { analysis: id });
  return found;
}

/** @throws Problem analysis.nameEmpty; analysis.nameTaken by any but the one with the id `own`; analysis.tooMany */
function freeName(study: StudyFile, asked: string, own?: number): string {
  const { analyses, damaged } = analysesOf(study);
  const all = [...analyses, ...damaged];
  const name = asked.trim().normalize();
  if (name === '') throw new Problem('analysis.nameEmpty');
  const taken = all.find((one) => one.id !== own && one.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new Problem('analysis.nameTaken', { name: taken.name });
  if (own === undefined && all.length >= mostAnalyses) {
    throw new Problem('analysis.tooMany', { limit: mostAnalyses });
  }
  return name;
}

const now = (context: OperationContext): number => context.now?.() ?? Date.now();
const timeOf = (at: number): string => new Date(at).toISOString();
