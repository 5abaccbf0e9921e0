import type { ProblemMessage } from '#contract/problem.ts';
import { phrase, type Said } from '#engine/survey/phrase.ts';
import { refusedWork } from '#project/studyProblem.ts';
import { pathsIn } from './pathsIn.ts';

/** What to say where the work that was asked for with `input` ran out of memory. */
export function outOfMemory(input: unknown): ProblemMessage {
  return about(input, {}, 'file.outOfMemory', 'study.outOfMemory');
}

/** What to say where a worker ended in the middle of that work. */
export function stopped(input: unknown, detail: Said): ProblemMessage {
  return about(input, { detail }, 'file.readingStopped', 'study.workStopped');
}

/** A study that SQLite finds damaged, or cannot read or write, only after it was opened, is named all the same. */
export function aboutStudy(input: unknown, error: unknown): unknown {
  const study = pathsIn(input).studies.at(0);
  return study === undefined ? error : refusedWork(study, error);
}

/** Whether an error means that memory did not suffice: V8's words where there is no room for an array or a text. */
export function isOutOfMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') ||
    (error instanceof RangeError &&
      /allocation failed|Invalid (typed array|array|string) length|exceeded/.test(error.message))
  );
}

function about(
  input: unknown,
  params: ProblemMessage['params'],
  ofFile: ProblemMessage['code'],
  ofStudy: ProblemMessage['code'],
): ProblemMessage {
  const { files, studies } = pathsIn(input);
  if (files.length > 0) return { code: ofFile, params: { file: files[0], ...params } };
  if (studies.length > 0) return { code: ofStudy, params: { study: studies[0], ...params } };
  return { code: 'internal', params: { detail: phrase('noMemory'), ...params } };
}
