import type { Noticed } from '#contract/notice.ts';
import { readStudy } from '#project/openStudy.ts';
import { surveyOf } from '#project/surveys.ts';
import type { Handler } from '../context.ts';
import { memberHouseholds } from '../household/memberHouseholds.ts';
import { eachColumn, openSurveyData } from '../data/surveyData.ts';
import { declaredRoles } from './declaredRoles.ts';
import { DuplicateRows } from './duplicateRows.ts';
import { constantVariable, emptyVariable } from './emptyVariables.ts';
import { formRules } from './formRules/formRules.ts';
import { identifierOf } from './identifiers.ts';
import { impossibleValues } from './impossibleValues.ts';
import { likelyRoles } from './likelyRoles.ts';
import { likelyTrait } from './likelyTraits.ts';
import { lonelyStrata } from './lonelyStrata.ts';
import { lookAt } from './look.ts';
import { personalRows, personalVariable } from './personal.ts';
import { noticeReplicates } from './replicateWeights.ts';
import { markedMissing, undeclaredMissing } from './undeclaredMissing.ts';
import { unlabelledCodes } from './unlabelledCodes.ts';
import { noticeWeights } from './weights.ts';

/** What a first look finds, in one walk over the columns: nothing of it is applied. */
export const notice: Handler<'survey.notice'> = async (reference, context) => {
  const survey = await openSurveyData(reference);
  const roles = await likelyRoles(survey, rolesOfFile(reference));
  const traits = new Map<Noticed['traits'][number]['trait'], Noticed['traits'][number]>();
  const found = {
    missing: [] as Noticed['missing'],
    marked: [] as Noticed['marked'],
    empty: [] as Noticed['empty'],
    constant: [] as Noticed['constant'],
    unlabelled: [] as Noticed['unlabelled'],
    impossible: [] as Noticed['impossible'],
    personal: [] as Noticed['personal'],
    duplicateIds: [] as Noticed['duplicateIds'],
  };
  const rows = new DuplicateRows(survey.rowCount);

  const given = survey.variables.filter(({ derived }) => derived !== true);
  for await (const { variable, column } of eachColumn(survey, given)) {
    context.throwIfCancelled();
    const { name, label } = variable;
    const look = lookAt(variable, column, survey.marks.get(name) ?? []);
    const trait = likelyTrait(look);
    if (trait !== null && !traits.has(trait)) traits.set(trait, { variable: name, label, trait });

    const personal = personalVariable(variable, column, personalRows);
    const identifier = identifierOf(look);
    if (identifier === null) rows.add(column);
    else rows.leaveAside(name);

    keep(found.missing, undeclaredMissing(look));
    keep(found.marked, markedMissing(look));
    keep(found.empty, emptyVariable(look));
    keep(found.constant, constantVariable(look));
    keep(found.unlabelled, unlabelledCodes(look));
    keep(found.impossible, impossibleValues(look));
    keep(found.personal, personal);
    keep(found.duplicateIds, identifier === null || identifier.count === 0 ? null : identifier);
  }

  return {
    roles,
    traits: [...traits.values()],
    replicates: await noticeReplicates(survey),
    weights: await noticeWeights(survey, roles),
    lonelyStrata: await lonelyStrata(survey, roles),
    duplicateRows: rows.finish(),
    households: await memberHouseholds(reference),
    formRules: await formRules(survey, () => context.throwIfCancelled()),
    ...found,
  };
};

function keep<Finding>(list: Finding[], finding: Finding | null): void {
  if (finding !== null) list.push(finding);
}

function rolesOfFile({
  study: path,
  survey,
}: Parameters<typeof notice>[0]): ReturnType<typeof declaredRoles> {
  const study = readStudy(path);
  try {
    const { declaredWeight, attributes } = surveyOf(study, survey);
    return declaredRoles(declaredWeight, attributes);
  } finally {
    study.close();
  }
}
