import type { Noticed } from '#contract/notice.ts';
import type { Variable } from '#engine/survey/variable.ts';
import { countValues } from '../data/summarise.ts';
import type { SurveyData } from '../data/surveyData.ts';
import { wordsOfLabel, wordsOfName } from './words/plainWords.ts';
import { notWhereTheyLive } from './words/traitWords.ts';

export type LikelyRole = Noticed['roles'][number];
type Role = LikelyRole['role'];
type Columns = Pick<SurveyData, 'load'> & { readonly variables: readonly Variable[] };

const roles: readonly Role[] = ['weight', 'strata', 'psu', 'area'];
/** A longer label is a question, not the title of a design variable. */
const longestTitle = 80;

/** Names and labels as field offices write them, in English, French, Spanish, Portuguese, Arabic and Bangla. */
const roleNames: Readonly<Record<Role, RegExp>> = {
  weight:
    /^(w|wt|wgt|pw|pond|poids|peso|fexp|hhweight|facteur)\d*$|weight|withinwt|pond[ée]r|ponderad|factor de expansi|fa[ct]+or de expans|معامل الترجيح|الوزن الترجيحي|ভারাঙ্ক|ওজন সূচক/i,
  strata: /^(strat|estrat|strate)|\bstrat(um|a)\b|\bstrates?\b|\bestratos?\b|^الطبقة|স্তর/i,
  psu: /^(psu|upm|ucp|usm|ea|ea_?id|zd|cluster|grappe|conglom)\w{0,3}$|primary sampling unit|grappe|conglomerado|enumeration area|zone de d[ée]nombrement|unidade prim[áa]ria|وحدة المعاينة|العنقود|গুচ্ছ/i,
  area: /^(region|r[ée]gion|district|departe?ment|d[ée]partement|departamento|division|province|provincia|commune|prov|dept?)\w{0,3}$|^(region|district|d[ée]partement|departamento|division|province)\b|^(region|district|department|province|governorate|commune)_(local_?)?(adm(in)?\d?|ocha|name|nom|label|p?code|id|residence|current)$|^(محافظة|المحافظة|ولاية|الولاية|جهة|الجهة)|^(বিভাগ|জেলা)/i,
};

/** By which members say whose household they belong to. */
const householdKeys = ['_submission__uuid', '_submission__id', 'PARENT_KEY', '_parent_index'];

/** What the file declares, then names, then labels; a variable is offered for one role only. */
export async function likelyRoles(
  survey: Columns,
  declared: ReadonlyMap<Role, string>,
): Promise<LikelyRole[]> {
  const found: LikelyRole[] = [];
  const offered = new Set<string>();
  const offer = ({ name, label }: Variable, role: Role, reason: 'declared' | 'name'): void => {
    offered.add(name);
    found.push({ role, variable: name, label, reason });
  };
  for (const [role, named] of declared) {
    const one = survey.variables.find(({ name }) => name === named);
    if (one !== undefined && !offered.has(named)) offer(one, role, 'declared');
  }
  for (const by of ['name', 'label'] as const) {
    for (const role of roles) {
      for (const one of survey.variables) {
        if (offered.has(one.name) || one[by].length > longestTitle || !roleNames[role].test(one[by]))
          continue;
        if (role === 'area' && isElsewhere(one)) continue;
        if (await fits(survey, one, role)) offer(one, role, 'name');
      }
    }
  }
  // Members of one household were drawn together.
  const household = survey.variables.find(({ name }) => householdKeys.includes(name));
  if (household && !found.some(({ role }) => role === 'psu') && (await fits(survey, household, 'psu'))) {
    offer(household, 'psu', 'name');
  }
  return found.sort((left, right) => roles.indexOf(left.role) - roles.indexOf(right.role));
}

function isElsewhere(one: Variable): boolean {
  return notWhereTheyLive.test(wordsOfName(one.name).join(' ')) || notWhereTheyLive.test(wordsOfLabel(one));
}

/** A weight varies and is never negative; strata and areas are few; none of them is a labelled answer scale. */
async function fits(survey: Columns, one: Variable, role: Role): Promise<boolean> {
  const column = (await survey.load([one.name])).get(one.name)!;
  const counts = countValues(column, null);
  if (role === 'weight') {
    if (column.kind !== 'numeric' || one.type !== 'numeric' || one.valueLabels.length > 2) return false;
    if (counts !== null && counts.size < 2) return false;
    return column.values.every((value, row) => (column.reasons?.[row] ?? 0) !== 0 || value >= 0);
  }
  if (role === 'psu') return counts === null || counts.size > 4;
  return counts !== null && counts.size > 1;
}
