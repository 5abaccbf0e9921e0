import type { ProblemCode } from '#engine/survey/problemCodes.ts';
import { problems } from './problems.ts';

/** The same problems, with what to do in the terminal where that differs. */
export const terminalProblems: Readonly<Record<ProblemCode, string>> = {
  ...problems,
  'study.manySurveys': 'The study {study} holds several surveys: {surveys}. Say which one with --survey.',
  'variable.unknown':
    'There is no variable {variable}. Check its name in the list of variables (in the terminal: describe).',
  'design.lonelyPsu':
    'Strata with a single PSU ({strata}): their variance cannot be estimated. Choose what to do with them: remove, certainty, adjust or average (--lonely-psu).',
  'concern.noCodes':
    'The concern {variable} has no codes that count as concerned. Tick at least one (in the terminal: {variable}=3,4).',
  'matrix.noFear': 'No fear concern has been tagged yet. Tag at least one (in the terminal: --fear V=codes).',
  'matrix.noWant': 'No want concern has been tagged yet. Tag at least one (in the terminal: --want V=codes).',
  'export.exists':
    'There is a file {file} already. Choose another name, or say that it may be replaced (in the terminal: --replace).',
};
