import type { Noticed } from '#contract/notice.ts';
import { factorOf } from '#engine/design/factor.ts';
import type { Column } from '#engine/survey/column.ts';
import { findVariable } from '../data/findVariable.ts';
import { loadAnswers, type SurveyData } from '../data/surveyData.ts';
import type { LikelyRole } from './likelyRoles.ts';

type Lonely = Noticed['lonelyStrata'][number];

const mostStrata = 3;
const mostPsus = 2;

/**
 * Strata with a single PSU, whose variance cannot be told: of the strata and PSUs in use, and of each likely
 * pair that is not. PSU numbers are read within their stratum.
 */
export async function lonelyStrata(survey: SurveyData, roles: readonly LikelyRole[]): Promise<Lonely[]> {
  const candidates = (role: 'strata' | 'psu', most: number): string[] => {
    const likely = roles.filter((one) => one.role === role).map(({ variable }) => variable);
    const used = survey.roles[role];
    return [...new Set([...(used === null ? [] : [used]), ...likely])].slice(0, most);
  };
  const strata = candidates('strata', mostStrata);
  const psus: (string | null)[] = candidates('psu', mostPsus);
  if (strata.length === 0) return [];
  if (psus.length === 0) psus.push(null);
  const columns = await loadAnswers(
    survey,
    [...strata, ...psus].filter((name) => name !== null),
  );
  return strata.flatMap((stratum) =>
    psus.flatMap((psu): Lonely[] => {
      const values = alone(columns.get(stratum)!, psu === null ? null : columns.get(psu)!, survey.rowCount);
      if (values.length === 0) return [];
      const labels = new Map(
        findVariable(survey.variables, stratum).valueLabels.map(({ value, label }) => [String(value), label]),
      );
      return [
        {
          strata: stratum,
          psu,
          inUse: survey.roles.strata === stratum && survey.roles.psu === psu,
          values: values.map(({ value, n }) => ({ value, label: labels.get(value) ?? '', n })),
        },
      ];
    }),
  );
}

/** Rows without a stratum or a PSU count for none. */
function alone(strata: Column, psus: Column | null, rowCount: number): { value: string; n: number }[] {
  const stratum = factorOf(strata, rowCount);
  const psu = psus === null ? null : factorOf(psus, rowCount);
  const without = new Set([...stratum.missing, ...(psu?.missing ?? [])]);
  const first = new Map<number, number>();
  const several = new Set<number>();
  const n = new Float64Array(stratum.factor.names.length);
  for (let row = 0; row < rowCount; row++) {
    if (without.size > 0 && without.has(row)) continue;
    const of = stratum.factor.codes[row];
    const unit = psu === null ? row : psu.factor.codes[row];
    n[of]++;
    if (!first.has(of)) first.set(of, unit);
    else if (first.get(of) !== unit) several.add(of);
  }
  return stratum.factor.names.flatMap((value, code) =>
    first.has(code) && !several.has(code) ? [{ value, n: n[code] }] : [],
  );
}
