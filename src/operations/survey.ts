import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Output } from '#contract/index.ts';
import type { Role } from '#contract/surveyChanges.ts';
import { phrase } from '#engine/survey/phrase.ts';
import type { PhraseCode } from '#engine/survey/phraseCodes.ts';
import { Problem } from '#engine/survey/problem.ts';
import { studyExtension } from '#project/studyFile.ts';
import { createStudy, openStudy } from '#project/openStudy.ts';
import { setRoles } from '#project/surveys.ts';
import { removeUnfinished } from '#project/unfinished.ts';
import { editsOf } from '#project/variableEdits.ts';
import { markMissing } from '#project/variables.ts';
import { adopt, match } from './survey/adoptSurvey.ts';
import type { Handlers, OperationContext } from './context.ts';
import { designVariables, renameDesign } from './design/designVariables.ts';
import { findVariable } from './data/findVariable.ts';
import { memberHouseholds } from './household/memberHouseholds.ts';
import { importSurvey, type Imported } from './survey/importSurvey.ts';
import { marksByVariable } from './data/missing.ts';
import { notice } from './notice/notice.ts';
import { readTotals } from './design/readTotals.ts';
import { recorded } from './study/recorded.ts';
import { compare, reading, replace } from './survey/replaceSurvey.ts';
import { replicateNames } from './design/replicateNames.ts';
import { makeFolder } from './study.ts';
import { studyState } from './study/studyState.ts';
import { studyVariables } from './data/studyVariables.ts';

/** Members are looked at as they are in the study, by the keys that they have there. */
async function answered(
  path: string,
  { survey: own, leftOut, members }: Imported,
): Promise<Output<'survey.import'>> {
  const found: NonNullable<Output<'survey.import'>['members']> = [];
  for (const { survey: id, brought } of members) {
    const households = await memberHouseholds({ study: path, survey: id });
    if (households !== null) found.push({ ...households, members: id, brought: [...brought] });
  }
  return { survey: own, leftOut, study: await studyState(path), members: found };
}

const numericUse: Partial<Record<Role, PhraseCode>> = {
  weight: 'asWeight',
  fpc: 'asFpc',
  secondFpc: 'asFpc',
  replicates: 'asReplicate',
};

export const survey: Handlers<'survey'> = {
  'survey.import': async ({ file, study: into, name, reading, repeats, leaveOut, bring }, context) => {
    const traits = { name, reading, repeats, leaveOut, bring };
    if (into !== null && existsSync(into)) {
      const study = openStudy(into);
      try {
        const imported = await importSurvey(study, file, context, traits);
        return await answered(into, imported);
      } finally {
        study.close();
      }
    }
    const path = into ?? freeStudyPath(context, name ?? basename(file, extname(file)));
    const imported: Imported[] = [];
    await createStudy(path, basename(path, studyExtension), async (study) => {
      imported.push(await importSurvey(study, file, context, traits));
    });
    return answered(path, imported[0]);
  },
  'survey.notice': notice,
  'survey.setRoles': async ({ study: path, survey: id, roles }) => {
    recorded({ study: path, survey: id }, ['survey'], (study, stored) => {
      const { all: variables } = studyVariables(study, stored);
      const waiting = designVariables(stored.roles).map(({ variable }) => variable);
      const isWaiting = (name: string): boolean =>
        waiting.includes(name) && !variables.some((one) => one.name === name);
      const { replicates } = roles;
      const expanded = replicates && {
        replicates: {
          ...replicates,
          variables: replicates.variables.flatMap((name) =>
            isWaiting(name) ? [name] : replicateNames(variables, [name], roles.weight),
          ),
        },
      };
      const spelled = renameDesign({ ...roles, ...expanded }, (name, role) => {
        if (isWaiting(name)) return name;
        const variable = findVariable(variables, name);
        const use = numericUse[role];
        if (use && variable.type === 'text')
          throw new Problem('variable.notNumeric', { variable: name, use: phrase(use) });
        return variable.name;
      });
      setRoles(study, stored.id, spelled);
      return { step: { what: 'roles.set', params: {} }, result: undefined };
    });
    return studyState(path);
  },
  'survey.markMissing': ({ study: path, survey: id, marks }) =>
    recorded({ study: path, survey: id }, ['variableEdit'], (study, stored) => {
      const { ofFile, all } = studyVariables(study, stored);
      const everywhere = marks.filter(({ variable }) => variable === '*');
      const byName = marks.filter(({ variable }) => variable !== '*');
      const given = [...marksByVariable(ofFile, everywhere), ...marksByVariable(all, byName)];
      const names = [...new Set(given.map(([name]) => name))];
      const marked = names.map((variable) => ({
        variable,
        codes: [...new Set(given.flatMap(([name, codes]) => (name === variable ? codes : [])))],
      }));
      const before = editsOf(study, stored.id);
      const others = marked.filter(
        ({ variable, codes }) => JSON.stringify(before.get(variable)?.marked ?? []) !== JSON.stringify(codes),
      );
      markMissing(study, stored.id, marked);
      const params = { variable: others[0]?.variable ?? '', variables: others.length };
      return { step: { what: 'missing.mark', params }, result: { marked } };
    }),
  'survey.readTotals': readTotals,
  'survey.reading': reading,
  'survey.compare': compare,
  'survey.replace': replace,
  'survey.match': match,
  'survey.adopt': adopt,
};

/** `name.lfstudy` in the studies folder, or `name 2.lfstudy`, …: nothing is ever written over. */
function freeStudyPath({ places }: OperationContext, name: string): string {
  makeFolder(places.studies);
  removeUnfinished(places.studies);
  const safe = name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim() || 'Study';
  for (let number = 1; ; number++) {
    const path = join(places.studies, `${safe}${number === 1 ? '' : ` ${number}`}${studyExtension}`);
    if (!existsSync(path)) return path;
  }
}
