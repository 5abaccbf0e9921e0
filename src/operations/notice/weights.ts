import type { Noticed } from '#contract/notice.ts';
import { weightDiagnostics } from '#engine/design/weightDiagnostics.ts';
import { findVariable } from '../data/findVariable.ts';
import { loadAnswers, type SurveyData } from '../data/surveyData.ts';
import type { LikelyRole } from './likelyRoles.ts';

const mostWeights = 3;

/** How the weight in use is spread, or each of the first likely ones. */
export async function noticeWeights(
  survey: SurveyData,
  roles: readonly LikelyRole[],
): Promise<Noticed['weights']> {
  const used = survey.roles.weight;
  const likely = roles.filter(({ role }) => role === 'weight').map(({ variable }) => variable);
  const names = used === null ? likely.slice(0, mostWeights) : [used];
  const columns = await loadAnswers(survey, names);
  return names.flatMap((name) => {
    const { label } = findVariable(survey.variables, name);
    const column = columns.get(name)!;
    const spread = column.kind === 'numeric' ? weightDiagnostics(column) : null;
    return spread === null ? [] : [{ variable: name, label, inUse: name === used, ...spread }];
  });
}
