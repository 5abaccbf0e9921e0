import type { PersonalVariable } from '#contract/personal.ts';
import type { Column } from '#engine/survey/column.ts';
import type { Variable } from '#engine/survey/variable.ts';
import { canHold, kindByValues, looksLikeFullName, looksOf } from './personalPatterns.ts';
import type { PersonalKind } from './words/personalKinds.ts';
import { silenceOf } from './words/missingWords.ts';
import { namesAThing, personalWords, someName } from './words/personalWords.ts';
import { wordsOfLabel, wordsOfName } from './words/plainWords.ts';

/** Rows looked at: enough to tell a column by, few enough for a first look at a file of any size. */
export const personalRows = 2000;

/** Rows in which these kinds point at one person or place; a street or a device is less sure to. */
const plainly: ReadonlySet<PersonalKind> = new Set(['name', 'phone', 'email', 'position', 'nationalId']);

/** Whether a variable's values must be looked at: text may hold anything, numbers only where it is called so. */
export function mayBePersonal(variable: Variable): boolean {
  return variable.type === 'text' || (variable.type === 'numeric' && claimed(variable) !== null);
}

/** What a variable is and holds in its first `rows` rows, or `null` where that points at nobody. */
export function personalVariable(variable: Variable, column: Column, rows: number): PersonalVariable | null {
  const { name, label, type, valueLabels } = variable;
  if (type !== 'text' && type !== 'numeric') return null;
  const found = (kind: PersonalKind, reason: PersonalVariable['reason']): PersonalVariable => ({
    variable: name,
    label,
    kind,
    reason,
    suggested: plainly.has(kind),
  });
  const claim = claimed(variable);
  if (claim === null && type === 'numeric') return null;
  if (claim?.kind === 'name' && labelsAreNames(variable)) return found('name', claim.reason);
  const answers = valueLabels.filter((one) => silenceOf(one.label) === null);
  if (answers.length > 2) return null;
  const labelled = new Set(valueLabels.map(({ value }) => value));
  const looks = looksOf(column, rows, (value) => labelled.has(value));
  if (claim !== null && canHold(claim.kind, column, looks)) return found(claim.kind, claim.reason);
  const byValues = kindByValues(column, looks);
  if (byValues !== null) return found(byValues, 'values');
  const words = wordsOfLabel(variable);
  if (type === 'text' && looks.fullName >= 0.6 && someName.test(words) && !namesAThing(words))
    return found('name', 'label');
  return null;
}

type Claim = Pick<PersonalVariable, 'kind' | 'reason'>;

/** What a variable is called. "Name of the village" is no one's name. */
function claimed(variable: Variable): Claim | null {
  const nameWords = wordsOfName(variable.name).join(' ');
  const labelWords = wordsOfLabel(variable);
  for (const { kind, name: byName, label: byLabel } of personalWords) {
    if (kind === 'name' && (namesAThing(nameWords) || namesAThing(labelWords))) continue;
    if (byName.test(nameWords)) return { kind, reason: 'name' };
    if (byLabel.test(labelWords)) return { kind, reason: 'label' };
  }
  return null;
}

/** A list of interviewers is a list of names, though each is stored as a number. */
function labelsAreNames({ valueLabels }: Variable): boolean {
  const answers = valueLabels.filter(({ label }) => silenceOf(label) === null);
  return (
    answers.length > 2 &&
    answers.filter(({ label }) => looksLikeFullName(label)).length >= 0.6 * answers.length
  );
}
