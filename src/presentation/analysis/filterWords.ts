import type { Value } from '#contract/source.ts';

/** Respondents who gave one of these answers to a variable. */
export interface AnswerCondition {
  readonly variable: string;
  readonly values: readonly Value[];
}

const name = String.raw`(?:\x60([^\x60]+)\x60|([\p{L}_@#$][\p{L}\p{M}\p{N}_.$@#]*))`;
const value = String.raw`(?:-?\d+(?:\.\d+)?|'(?:[^']|'')*')`;
const condition = new RegExp(
  String.raw`^\s*${name}\s*(?:=\s*(${value})|in\s*\(\s*(${value}(?:\s*,\s*${value})*)\s*\))\s*`,
  'iu',
);
const and = /^and\s+/iu;

/**
 * A filter as the conditions on answers that it consists of, all of which hold: `sex = 2 and region in (1, 3)`.
 * `null` of one that says more than that.
 */
export function conditionsOf(where: string): readonly AnswerCondition[] | null {
  const conditions: AnswerCondition[] = [];
  let rest = where.trim();
  while (rest !== '') {
    const found = condition.exec(rest);
    if (!found) return null;
    const [all, quoted, plain, one, several] = found;
    const variable = quoted ?? plain;
    if (words.has(variable.toLowerCase()) && quoted === undefined) return null;
    const values = [...(one ?? several).matchAll(new RegExp(value, 'gu'))].map(([text]) => valueOf(text));
    conditions.push({ variable, values });
    rest = rest.slice(all.length);
    if (rest === '') break;
    const next = and.exec(rest);
    if (!next || next[0].length === rest.length) return null;
    rest = rest.slice(next[0].length);
  }
  return conditions;
}

/** The filter that says so. */
export function filterText(conditions: readonly AnswerCondition[]): string {
  return conditions
    .filter(({ values }) => values.length > 0)
    .map(({ variable, values }) => {
      const written = values.map(textOf);
      return written.length === 1
        ? `${nameText(variable)} = ${written[0]}`
        : `${nameText(variable)} in (${written.join(', ')})`;
    })
    .join(' and ');
}

/** What the grammar keeps for itself. */
const words = new Set(['and', 'or', 'not', 'in', 'to', 'missing']);
const plainName = /^[\p{L}_@#$][\p{L}\p{M}\p{N}_.$@#]*$/u;

const nameText = (variable: string): string =>
  plainName.test(variable) && !words.has(variable.toLowerCase()) ? variable : `\`${variable}\``;
const textOf = (one: Value): string =>
  typeof one === 'number' ? String(one) : `'${one.replaceAll("'", "''")}'`;
const valueOf = (text: string): Value =>
  text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : Number(text);
