import type { Value, Variable } from '#engine/survey/variable.ts';
import type { Handler } from './context.ts';
import { countValues } from './summarise.ts';
import { eachColumn, openSurveyData, type SurveyData } from './surveyData.ts';
import { openStudy } from '#project/studyFile.ts';
import { surveyOf } from '#project/surveys.ts';

type Noticed = Awaited<ReturnType<Handler<'survey.notice'>>>;
type Role = Noticed['roles'][number]['role'];

const roles: readonly Role[] = ['weight', 'strata', 'psu', 'area'];
/** A longer label is a question, not the title of a design variable. */
const longestTitle = 80;

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

/** What the file declares, then names, then labels; a variable is offered for one role only. */
async function likelyRoles(survey: SurveyData, declaredWeight: string | null): Promise<Noticed['roles']> {
  const found: Noticed['roles'] = [];
  const offered = new Set<string>();
  const offer = ({ name, label }: Variable, role: Role, reason: 'declared' | 'name'): void => {
    offered.add(name);
    found.push({ role, variable: name, label, reason });
  };
  const declared = survey.variables.find(({ name }) => name === declaredWeight);
  if (declared) offer(declared, 'weight', 'declared');
  for (const by of ['name', 'label'] as const) {
    for (const role of roles) {
      for (const one of survey.variables) {
        if (offered.has(one.name) || one[by].length > longestTitle || !roleNames[role].test(one[by]))
          continue;
        if (await fits(survey, one, role)) offer(one, role, 'name');
      }
    }
  }
  return found.sort((left, right) => roles.indexOf(left.role) - roles.indexOf(right.role));
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
  const open = (one: Variable): { value: number; label: string }[] =>
    openCodes(one, survey.marks.get(one.name) ?? []);
  const some = survey.variables.filter((one) => open(one).length > 0);
  for await (const { variable, column } of eachColumn(survey, some)) {
    const counts = countValues(column, null);
    found.push({
      variable: variable.name,
      label: variable.label,
      codes: open(variable).map(({ value, label }) => ({ value, label, n: counts?.get(value)?.n ?? 0 })),
    });
  }
  return found;
}

function openCodes(
  { valueLabels, missing: { codes: declared, range } }: Variable,
  marked: readonly Value[],
): { value: number; label: string }[] {
  const isOpen = (value: number): boolean =>
    !marked.includes(value) &&
    !declared.includes(value) &&
    !(range !== null && value >= (range.low ?? -Infinity) && value <= (range.high ?? Infinity));
  return valueLabels.flatMap(({ value, label }) =>
    typeof value === 'number' && saysMissing(value, label.trim()) && isOpen(value) ? [{ value, label }] : [],
  );
}

/**
 * Codes that field offices reserve (-1, 8, 9, 97, 998, 9994) need such a word in their label; another
 * code must say little else, so that "Refused to be interviewed" as answer 1 is left alone.
 */
function saysMissing(value: number, label: string): boolean {
  const said = missingWords.exec(label)?.[0].length ?? 0;
  const reserved = value < 0 || /^(9*[4-9]|7+|8+)$/.test(String(value));
  return said > 0 && (reserved || said >= 0.6 * label.length);
}
