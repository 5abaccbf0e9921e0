import { z } from 'zod';
import { designRoles, designSummary } from './design.ts';
import { operation } from './define.ts';
import { problem } from './problem.ts';

export const sampleName = z.enum(['benin', 'bangladesh']);

const sample = z.object({ sample: sampleName, rows: z.number() });

export const surveyRoles = designRoles.extend({ area: z.string().nullable() });
export type SurveyRoles = z.infer<typeof surveyRoles>;

export const surveyState = z.object({
  survey: z.number(),
  name: z.string(),
  format: z.string(),
  fileName: z.string(),
  rows: z.number(),
  variables: z.number(),
  importedAt: z.string(),
  /** One of the two teaching surveys: its people are made up, and every screen says so. */
  madeUp: z.boolean(),
  roles: surveyRoles,
  /** The design as its roles give it, or the problem that keeps it from being used. */
  design: z.union([z.object({ summary: designSummary }), z.object({ problem })]),
});
export type SurveyState = z.infer<typeof surveyState>;

export const studyState = z.object({
  study: z.string(),
  name: z.string(),
  /** It is under a passphrase. */
  locked: z.boolean(),
  surveys: z.array(surveyState),
});
export type StudyState = z.infer<typeof studyState>;

/**
 * Why a study is open only to look at: another window or tab of this program has it, another program has it, or its
 * file or folder cannot be written. Changes are refused then.
 */
export const readOnlyReason = z.enum(['otherWindow', 'otherProgram', 'notWritable']);
export type ReadOnlyReason = z.infer<typeof readOnlyReason>;

/** `readOnly` is `null` where the study may be changed. */
export const openedStudy = studyState.extend({ readOnly: readOnlyReason.nullable() });
export type OpenedStudy = z.infer<typeof openedStudy>;

/** A copy of a study as it was: `backup` names it, `at` says when it was made. */
export const backup = z.object({
  backup: z.string(),
  at: z.string(),
  bytes: z.number(),
  /** Of a copy made before the study's form was brought up to date: the version that the copy has. */
  beforeUpdateOf: z.number().nullable(),
});
export type Backup = z.infer<typeof backup>;

/** `folder`: where they are. The newest comes first. */
export const backups = z.object({ study: z.string(), folder: z.string(), backups: z.array(backup) });
export type Backups = z.infer<typeof backups>;

/** What could be rescued of a damaged study, and what is lost. */
export const rescue = z.object({
  study: z.string(),
  surveys: z.array(
    z.object({
      name: z.string(),
      /** Columns that are there, whole. */
      rescued: z.number(),
      /** Names of columns that are lost. */
      lost: z.array(z.string()),
      /** Columns that are lost with their names. */
      unnamed: z.number(),
      /** Lost are its name and how its sample was drawn. */
      nameless: z.boolean(),
    }),
  ),
  /** Of these not all could be read. */
  parts: z.array(
    z.enum(['variableEdit', 'derived', 'responseSet', 'concern', 'reading', 'analysis', 'survey']),
  ),
  /** Written before columns had checksums: whether they are as they were could not be checked. */
  unchecked: z.boolean(),
});
export type Rescue = z.infer<typeof rescue>;

const studyPath = z.strictObject({ study: z.string().min(1) });
const passphrase = z.string().max(1000);

export const study = {
  /** Studies in the studies folder, newest first, and the teaching samples. */
  'study.list': operation(
    z.strictObject({}),
    z.object({
      folder: z.string(),
      studies: z.array(
        z.object({
          study: z.string(),
          name: z.string(),
          changedAt: z.string(),
          surveys: z.array(z.object({ name: z.string(), rows: z.number(), madeUp: z.boolean() })),
          problem: problem.nullable(),
        }),
      ),
      samples: z.array(sample),
    }),
  ),
  /**
   * Opens a study for this window alone, or to look at. A study that another window of this program has is refused
   * (`study.openInWindow`), unless it is asked for `toLookAt`.
   */
  'study.open': operation(studyPath.extend({ toLookAt: z.boolean().optional() }), openedStudy, {
    writes: true,
  }),
  'study.close': operation(studyPath, z.object({})),
  /** Opens the lock of a study under a passphrase, until it is closed. @throws Problem study.wrongPassphrase */
  'study.unlock': operation(studyPath.extend({ passphrase }), z.object({})),
  /**
   * Puts the study and its copies under a passphrase or another one, or with `null` under none. A passphrase that is
   * forgotten cannot be found again. `copiesLeft`: copies that are under an earlier one, and stay so.
   */
  'study.protect': operation(
    studyPath.extend({ passphrase: passphrase.nullable() }),
    z.object({ copiesLeft: z.number() }),
    { lane: 'long', writes: true },
  ),
  /** The copies of a study, also where it is damaged or gone. */
  'study.backups': operation(studyPath, backups),
  /** Copies the study, `now` or where that is due: it has changed since its last copy, some time ago. */
  'study.backUp': operation(
    studyPath.extend({ when: z.enum(['opening', 'working', 'now']) }),
    backups.extend({ made: z.boolean() }),
    { lane: 'long' },
  ),
  /** Makes a study of a copy, under a new name (`to`, or one beside the study), which is left as it is. */
  'study.restore': operation(
    studyPath.extend({ backup: z.string(), to: z.string().min(1).optional() }),
    z.object({ study: z.string() }),
    { lane: 'long' },
  ),
  'study.removeBackups': operation(studyPath, backups.extend({ removed: z.number() }), { writes: true }),
  /** Makes a study of what can be read of a damaged one, which is left as it is. */
  'study.rescue': operation(studyPath.extend({ to: z.string().min(1).optional() }), rescue, { lane: 'long' }),
  /** Opens the study of a teaching sample, making it first where it is not there yet. */
  'study.openSample': operation(z.strictObject({ sample: sampleName }), studyState, { lane: 'long' }),
};
