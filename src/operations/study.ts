import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { concernDefinition } from '#contract/concern.ts';
import { missingMark } from '#contract/source.ts';
import { sampleName, surveyRoles } from '#contract/study.ts';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import { setConcerns } from '#project/concerns.ts';
import { isMarked } from '#project/marked.ts';
import { studyExtension, studyName } from '#project/studyFile.ts';
import { createStudy, openEarlier, openStudy, readStudy } from '#project/openStudy.ts';
import { refusedWork, studyProblem } from '#project/studyProblem.ts';
import { setRoles, surveysInAnyForm, surveysOf } from '#project/surveys.ts';
import { markMissing, variablesOf } from '#project/variables.ts';
import { backups } from './backups.ts';
import type { Handlers, OperationContext } from './context.ts';
import { importSurvey } from './survey/importSurvey.ts';
import { marksByVariable } from './data/missing.ts';
import { problemMessage } from './problems.ts';
import { protection } from './protection.ts';
import { studyState } from './study/studyState.ts';

/** How a teaching study opens: `samples/<name>.study.json`. */
const sampleStudy = z.object({
  name: z.string(),
  roles: surveyRoles,
  missing: z.array(missingMark),
  concerns: z.array(concernDefinition),
});

export const study: Handlers<'study'> = {
  'study.list': async (_input, { places }) => ({
    folder: places.studies,
    studies: existsSync(places.studies) ? studiesIn(places.studies) : [],
    samples: await samplesIn(places.samples),
  }),
  'study.open': async ({ study: path }, { readOnly = null }) => {
    // Brings an older one up to date; what only reads from it looks at it in memory.
    if (readOnly === null && isMarked()) openStudy(path).close();
    return { ...(await studyState(path)), readOnly };
  },
  'study.close': () => ({}),
  ...backups,
  ...protection,
  'study.openSample': async ({ sample }, context) => {
    const path = join(context.places.studies, `${teaching(sample, context).name}${studyExtension}`);
    if (!existsSync(path)) await makeSample(path, sample, context);
    return studyState(path);
  },
};

async function makeSample(
  path: string,
  sample: z.infer<typeof sampleName>,
  context: OperationContext,
): Promise<void> {
  const { name, roles, missing, concerns } = teaching(sample, context);
  makeFolder(context.places.studies);
  await createStudy(path, name, async (made) => {
    const file = join(context.places.samples, `${sample}.sav`);
    const { survey } = await importSurvey(made, file, context, { name, madeUp: true });
    made.database.transaction(() => {
      setRoles(made, survey, roles);
      const marks = marksByVariable(variablesOf(made, survey), missing);
      markMissing(
        made,
        survey,
        [...marks].map(([variable, codes]) => ({ variable, codes })),
      );
      setConcerns(made, survey, concerns);
    })();
  });
}

function teaching(sample: string, { places }: OperationContext): z.infer<typeof sampleStudy> {
  return sampleStudy.parse(JSON.parse(readFileSync(join(places.samples, `${sample}.study.json`), 'utf8')));
}

type Listed = Awaited<ReturnType<Handlers<'study'>['study.list']>>['studies'][number];

function studiesIn(folder: string): Listed[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(studyExtension))
    .map((name) => join(folder, name))
    .flatMap((path) => {
      const status = statSync(path, { throwIfNoEntry: false });
      return status?.isFile() ? [{ path, changed: status.mtime }] : [];
    })
    .sort((left, right) => right.changed.getTime() - left.changed.getTime())
    .map(({ path, changed }) => listed(path, changed.toISOString()));
}

/** Whatever is wrong with one study, the others are listed. */
function listed(path: string, changedAt: string): Listed {
  const unread = { study: path, name: basename(path, studyExtension), changedAt, surveys: [] };
  try {
    const earlier = openEarlier(path);
    const opened = earlier ?? readStudy(path);
    try {
      const surveys = earlier
        ? surveysInAnyForm(earlier)
        : surveysOf(opened).map(({ name, rowCount, madeUp }) => ({ name, rows: rowCount, madeUp }));
      return { study: path, name: studyName(opened), changedAt, surveys, problem: null };
    } finally {
      opened.close();
    }
  } catch (error) {
    return { ...unread, problem: problemMessage(refusedWork(path, error)) };
  }
}

async function samplesIn(folder: string): Promise<{ sample: z.infer<typeof sampleName>; rows: number }[]> {
  const samples = [];
  for (const sample of sampleName.options) {
    const path = join(folder, `${sample}.sav`);
    if (!existsSync(path)) continue;
    const file = await openSurveyFile(path);
    samples.push({ sample, rows: file.rowCount ?? 0 });
    file.close();
  }
  return samples;
}

/** Makes the folder for studies where it is not there yet: answers of people, which only its owner may read. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw studyProblem(folder, error);
  }
}
