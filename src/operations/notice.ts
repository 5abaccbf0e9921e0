import type { Variable } from '#engine/survey/variable.ts';
import type { Handler } from './context.ts';
import { countValues } from './summarise.ts';
import { openSurveyData, type SurveyData } from './surveyData.ts';
import { openStudy } from '#project/studyFile.ts';
import { surveyOf } from '#project/surveys.ts';

type Noticed = Awaited<ReturnType<Handler<'survey.notice'>>>;
type Role = Noticed['roles'][number]['role'];

/** Names and labels as field offices write them, in English, French, Spanish, Portuguese and Bangla. */
const roleNames: Readonly<Record<Role, RegExp>> = {
  weight:
    /^(w|wt|wgt|pw|pond|poids|peso|fexp|hhweight|facteur)\d*$|weight|withinwt|pond[ée]r|ponderad|factor de expansi/i,
  strata: /^(strat|estrat|strate)|\bstrat(um|a)\b|\bstrates?\b|\bestratos?\b/i,
  psu: /^(psu|upm|ucp|usm|ea|ea_?id|zd|cluster|grappe|conglom)\w{0,3}$|primary sampling unit|grappe|conglomerado|enumeration area|zone de d[ée]nombrement/i,
  area: /^(region|r[ée]gion|district|departe?ment|d[ée]partement|departamento|division|province|provincia|commune|prov|dept?)\w{0,3}$|^(region|district|d[ée]partement|departamento|division|province)\b/i,
};

/** Words of a label that mean: no answer to the question. */
const missingWords =
  /(don'?t|don’t|do not|does ?n[o']t|not) know|^(dk|nr|na|n\/a|nsp|ns|nc|ns\/nr)$|refus|no answer|no response|not (asked|applicable|stated|available)|missing|not ascertained|ne sai[ts]|sans r[ée]ponse|pas de r[ée]ponse|non r[ée]ponse|non concern[ée]|sans objet|manquant|no sabe|no responde|no contesta|rehus|inaplicable|no aplica|sin respuesta|n[ãa]o sabe|n[ãa]o respond|recus|জানি ?না|জানা ?নেই|উত্তর ?দেন|উত্তর ?নেই|প্রত্যাখ্যান|প্রযোজ্য ?নয়/i;

/** What a first look finds: nothing of it is applied. */
export const notice: Handler<'survey.notice'> = async (reference) => {
  const survey = await openSurveyData(reference);
  const study = openStudy(reference.study);
  try {
    const { declaredWeight } = surveyOf(study, reference.survey);
    return {
      roles: await likelyRoles(survey, declaredWeight),
      missing: await undeclaredMissing(survey),
    };
  } finally {
    study.close();
  }
};

async function likelyRoles(survey: SurveyData, declaredWeight: string | null): Promise<Noticed['roles']> {
  const found: Noticed['roles'] = [];
  for (const role of ['weight', 'strata', 'psu', 'area'] as const) {
    if (role === 'weight' && declaredWeight !== null) {
      const declared = survey.variables.find(({ name }) => name === declaredWeight);
      if (declared) found.push({ role, variable: declared.name, label: declared.label, reason: 'declared' });
    }
    for (const one of survey.variables) {
      const named = roleNames[role].test(one.name);
      if (!named && !(one.label.length <= 80 && roleNames[role].test(one.label))) continue;
      if (found.some((earlier) => earlier.role === role && earlier.variable === one.name)) continue;
      if (await fits(survey, one, role)) {
        found.push({ role, variable: one.name, label: one.label, reason: 'name' });
      }
    }
  }
  return found;
}

/** A weight varies and is never negative; strata and areas are few; none of them is a labelled answer scale. */
async function fits(survey: SurveyData, one: Variable, role: Role): Promise<boolean> {
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

/** Labelled codes whose label says that there is no answer, and that neither the file nor the user has set aside. */
async function undeclaredMissing(survey: SurveyData): Promise<Noticed['missing']> {
  const found: Noticed['missing'] = [];
  for (const one of survey.variables) {
    const marked = survey.marks.get(one.name) ?? [];
    const { codes: declared, range } = one.missing;
    const open = one.valueLabels.filter(
      ({ value, label }) =>
        typeof value === 'number' &&
        missingWords.test(label.trim()) &&
        !marked.includes(value) &&
        !declared.includes(value) &&
        !(range !== null && value >= (range.low ?? -Infinity) && value <= (range.high ?? Infinity)),
    );
    if (open.length === 0) continue;
    const counts = countValues((await survey.load([one.name])).get(one.name)!, null);
    found.push({
      variable: one.name,
      label: one.label,
      codes: open.map(({ value, label }) => ({ value, label, n: counts?.get(value)?.n ?? 0 })),
    });
  }
  return found;
}
