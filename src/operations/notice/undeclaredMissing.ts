import type { Noticed } from '#contract/notice.ts';
import type { Value, Variable } from '#engine/survey/variable.ts';
import { isSetAside } from '../data/missing.ts';
import type { Look } from './look.ts';
import { silenceOf, type Silence } from './words/missingWords.ts';

type Missing = Noticed['missing'][number];

/** Without value labels a text is read as a code list only where it holds few different values. */
const mostTextCodes = 50;

/**
 * Codes whose label, or texts whose own words, say that there is no answer, and that neither the file nor the
 * user has set aside.
 */
export function undeclaredMissing({ variable, counts, marked }: Look): Missing | null {
  const codes = (variable.valueLabels.length > 0 ? labelled(variable) : written(variable, counts))
    .filter(({ value }) => !isSetAside(value, variable.missing, marked))
    .map((code) => ({ ...code, n: counts?.get(code.value) ?? 0 }));
  return codes.length === 0 ? null : { variable: variable.name, label: variable.label, codes };
}

/** Codes that the user has set aside. */
export function markedMissing({ variable, counts, marked }: Look): Missing | null {
  const labels = new Map(variable.valueLabels.map(({ value, label }) => [value, label]));
  const codes = marked.map((value) => ({
    value,
    label: labels.get(value) ?? '',
    n: counts?.get(value) ?? 0,
  }));
  return codes.length === 0 ? null : { variable: variable.name, label: variable.label, codes };
}

/** The others can be answers of their own: an interview that was refused, a person who is missing. */
const saysSoAnywhere: ReadonlySet<Silence> = new Set(['dontKnow', 'notApplicable']);

/** Labelled codes that say no answer. Stata's `.a` is none of them: it is missing as the file holds it. */
export function labelled({ type, valueLabels }: Variable): { value: Value; label: string }[] {
  const silent = valueLabels.map(({ label }) => silenceOf(label));
  const answers = valueLabels.flatMap(({ value }, place) =>
    silent[place] === null && typeof value === 'number' ? [value] : [],
  );
  const low = Math.min(...answers);
  const high = Math.max(...answers);
  return valueLabels.flatMap(({ value, label }, place) => {
    const why = silent[place];
    const isStored = typeof value === 'number' || type === 'text';
    const amongAnswers = typeof value === 'number' && value > low && value < high && !isReserved(value);
    return why === null || !isStored || (amongAnswers && !saysSoAnywhere.has(why)) ? [] : [{ value, label }];
  });
}

function written({ type }: Variable, counts: Look['counts']): { value: Value; label: string }[] {
  if (type !== 'text' || counts === null || counts.size > mostTextCodes) return [];
  return [...counts.keys()].flatMap((value) =>
    typeof value === 'string' && value !== '' && silenceOf(value) !== null ? [{ value, label: '' }] : [],
  );
}

/**
 * Codes that field offices reserve for no answer: -1, 8, 9, 97, 998, 9994. Another code between answers may be one
 * itself, as "Refused" is among "Completed", "Refused", "Nobody at home".
 */
function isReserved(value: number): boolean {
  return value < 0 || /^(9*[4-9]|7+|8+)$/.test(String(value));
}
