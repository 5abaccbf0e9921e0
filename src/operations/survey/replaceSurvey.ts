import type { ParsedInput } from '#contract/index.ts';
import type { CorrectionChanges, SurveyChanges } from '#contract/surveyChanges.ts';
import { Problem } from '#engine/survey/problem.ts';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import type { Reading } from '#formats/reading.ts';
import type { SurveyFile } from '#formats/surveyFile.ts';
import { endHistory } from '#project/history.ts';
import { companionOf, partsOf, readingOf, setReading } from '#project/readings.ts';
import { responseSetsOf, setResponseSets, type StoredResponseSet } from '#project/responseSets.ts';
import { touch, type StudyFile } from '#project/studyFile.ts';
import { openStudy, readStudy } from '#project/openStudy.ts';
import { namingStudy, studyProblem } from '#project/studyProblem.ts';
import { replaceSurvey as clearSurvey, surveyOf, type StoredSurvey } from '#project/surveys.ts';
import { addVariables, variablesOf } from '#project/variables.ts';
import { compareSurvey } from './compareSurvey.ts';
import type { Handler, OperationContext } from '../context.ts';
import { rejoinHousehold } from '../household/joinHousehold.ts';
import { originOf, storeRows } from './importSurvey.ts';
import { keptReading, withKeptCompanion } from './keptCompanion.ts';
import { leaveOut } from './leaveOut.ts';
import { respell } from './respell.ts';
import { studyState } from '../study/studyState.ts';
import { openSurveyData } from '../data/surveyData.ts';

/** A corrected file, how it is read, and what is not stored of it. */
interface Correction {
  readonly file: string;
  readonly reading: Reading;
  readonly leaveOut: readonly string[] | undefined;
}

/** A survey that the file holds: the one that was asked for, with `sheet: null`, or a repeated part of it. */
interface Part {
  readonly stored: StoredSurvey;
  readonly sheet: string | null;
}

interface OpenedPart {
  readonly file: SurveyFile;
  readonly leftOut: readonly string[];
  /** Sheets of repeated parts that have something in them. */
  readonly repeats: ReadonlySet<string>;
}

export const reading: Handler<'survey.reading'> = ({ study: path, survey }) => {
  const study = readStudy(path);
  try {
    const own = surveyOf(study, survey);
    const parts = partsOf(study, own.id).map((part) => ({ ...part, stored: surveyOf(study, part.survey) }));
    const all = [own, ...parts.map(({ stored }) => stored)];
    return {
      reading: readingOf(study, own.id),
      companion: companionOf(study, own.id)?.name ?? null,
      repeats: parts.map(({ stored, ...part }) => ({ ...part, name: stored.name })),
      leftOut: [...new Set(all.flatMap(({ leftOut }) => leftOut))],
      variables: [...new Set(all.flatMap(({ id }) => variablesOf(study, id).map(({ name }) => name)))],
    };
  } finally {
    study.close();
  }
};

export const compare: Handler<'survey.compare'> = async (input, context) => {
  const study = readStudy(input.study);
  try {
    const stored = surveyOf(study, input.survey);
    return await asRead(study, stored, input, (correction) => changesBy(study, stored, correction, context));
  } finally {
    study.close();
  }
};

/** Either the corrected file is there, with all that follows, or the survey is as it was. */
export const replace: Handler<'survey.replace'> = async (input, context) => {
  const study = openStudy(input.study);
  let changes: CorrectionChanges;
  try {
    const stored = surveyOf(study, input.survey);
    changes = await asRead(study, stored, input, async (correction) => {
      const found = await changesBy(study, stored, correction, between(context, 0, 0.5));
      await takePlace(study, stored, correction, found, between(context, 0.5, 1));
      return found;
    });
  } finally {
    study.close();
  }
  return { study: await studyState(input.study), changes };
};

/** Reads the file as the survey's own was, where nothing else is said. */
async function asRead<Result>(
  study: StudyFile,
  { id }: StoredSurvey,
  {
    file,
    reading: said,
    keptCompanion = said === undefined,
    leaveOut: unwanted,
  }: ParsedInput<'survey.compare'>,
  work: (correction: Correction) => Promise<Result>,
): Promise<Result> {
  const withReading = (reading: Reading): Promise<Result> => work({ file, reading, leaveOut: unwanted });
  const reading: Reading = said ?? readingOf(study, id);
  return keptCompanion && reading.companion === undefined
    ? withKeptCompanion(study, id, reading, withReading)
    : withReading(reading);
}

async function changesBy(
  study: StudyFile,
  stored: StoredSurvey,
  correction: Correction,
  context: OperationContext,
): Promise<CorrectionChanges> {
  const parts = partsOf(study, stored.id);
  const step = 1 / (parts.length + 1);
  const held = async (part: Part, index: number): Promise<[SurveyChanges, OpenedPart['repeats']]> => {
    context.report({ stage: 'opening', fraction: index * step, rows: null, rowCount: null });
    const survey = await openSurveyData({ study: study.path, survey: part.stored.id });
    return withPart(study, correction, part, async ({ file, repeats }) => [
      await compareSurvey(
        study,
        part.stored,
        survey,
        file,
        between(context, index * step, (index + 1) * step),
      ),
      repeats,
    ]);
  };
  const [changes, sheets] = await held({ stored, sheet: null }, 0);
  const repeats: CorrectionChanges['repeats'] = [];
  for (const [index, { survey, sheet }] of parts.entries()) {
    const part = { stored: surveyOf(study, survey), sheet };
    const own = sheets.has(sheet) ? (await held(part, index + 1))[0] : null;
    repeats.push({ survey, name: part.stored.name, sheet, changes: own });
  }
  return { ...changes, repeats };
}

async function takePlace(
  study: StudyFile,
  stored: StoredSurvey,
  correction: Correction,
  changes: CorrectionChanges,
  context: OperationContext,
): Promise<void> {
  const { database } = study;
  const repeats = changes.repeats.flatMap(({ survey, sheet, changes: own }) =>
    own === null ? [] : [{ stored: surveyOf(study, survey), sheet, changes: own }],
  );
  const parts = [{ stored, sheet: null, changes }, ...repeats];
  let finished = false;
  try {
    namingStudy(study.path, () => database.exec('BEGIN IMMEDIATE'));
    for (const [index, part] of parts.entries()) {
      const share = between(context, index / parts.length, (index + 1) / parts.length);
      await withPart(study, correction, part, (opened) => putIn(study, part, correction, opened, share));
    }
    namingStudy(study.path, () => {
      endHistory(study, 'survey.replace');
      touch(study);
      database.exec('COMMIT');
    });
    finished = true;
  } catch (error) {
    throw studyProblem(study.path, error);
  } finally {
    if (!finished && database.inTransaction) database.exec('ROLLBACK');
  }
}

/** Puts an opened file in the place of its survey, within a transaction. */
async function putIn(
  study: StudyFile,
  { stored: { id, ...rest }, sheet, changes: { respelled } }: Part & { readonly changes: SurveyChanges },
  { file: path, reading }: Correction,
  { file, leftOut }: OpenedPart,
  context: OperationContext,
): Promise<void> {
  namingStudy(study.path, () => {
    clearSurvey(study, id, originOf(path, file, leftOut));
    addVariables(study, id, file.variables);
    respell(study, { id, ...rest }, new Map(respelled.map(({ before, after }) => [before, after])));
    setResponseSets(study, id, setsAfter(file, responseSetsOf(study, id)));
    const { said, companion } = keptReading(reading);
    if (sheet === null) setReading(study, id, said, companion);
    else setReading(study, id, { ...said, sheet }, null);
  });
  await storeRows(study, id, path, file, context);
}

/** Opens the file as the survey has it: without what was left out of the survey. */
async function withPart<Result>(
  study: StudyFile,
  { file: path, reading, leaveOut: unwanted }: Correction,
  { stored, sheet }: Part,
  work: (opened: OpenedPart) => Promise<Result>,
): Promise<Result> {
  const whole = await openSurveyFile(path, sheet === null ? reading : { ...reading, sheet });
  try {
    const names = unwanted ?? stored.leftOut;
    const { file, leftOut } = leaveOut(whole, names);
    if (file.variables.length === 0) throw new Problem('survey.nothingLeft', { file: path });
    const kept = sheet === null ? names : names.filter((name) => stored.leftOut.includes(name));
    return await work({
      file: await rejoinHousehold(study, path, file, stored.id),
      leftOut: [...new Set([...kept, ...leftOut.variables])],
      repeats: new Set(
        (whole.choices?.repeats ?? []).flatMap(({ name, rows }) => (rows === 0 ? [] : [name])),
      ),
    });
  } finally {
    whole.close();
  }
}

/** The file's own sets, and those made or changed by hand. */
function setsAfter(file: SurveyFile, sets: readonly StoredResponseSet[]): StoredResponseSet[] {
  const byHand = sets.filter(({ origin }) => origin === 'hand');
  const free = file.multipleResponseSets.filter(({ name }) => !byHand.some((one) => one.name === name));
  return [...free.map((set): StoredResponseSet => ({ ...set, origin: 'file' })), ...byHand];
}

/** The context for a part of the work, whose progress goes from 0 to 1. */
function between(context: OperationContext, from: number, to: number): OperationContext {
  return {
    places: context.places,
    report: (progress) => context.report({ ...progress, fraction: from + progress.fraction * (to - from) }),
    throwIfCancelled: () => context.throwIfCancelled(),
  };
}
