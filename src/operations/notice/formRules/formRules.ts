import type { Noticed } from '#contract/notice.ts';
import type { Value, Variable } from '#engine/survey/variable.ts';
import { readRule, UnreadRule } from '#formats/kobo/rule/readRule.ts';
import type { Rule } from '#formats/kobo/rule/rule.ts';
import { mostNamed, mostRows } from '../look.ts';
import { isoDay } from './ruleColumns.ts';
import { surveyForRules, type QuestionColumns, type Questions } from './questionColumns.ts';
import { ruleValue, truth, UncheckedRule } from './ruleValue.ts';

type FormRules = Noticed['formRules'];
type Broken = FormRules['broken'][number];

/** The attributes by which variables keep what their form or codebook holds answers to. */
const attribute = { rule: 'constraint', message: 'constraint_message', question: 'constraint_question' };

/**
 * Answers that the form would not have taken, as its constraints say: they were changed after the interview, or the
 * form was. A rule that cannot be checked here is named, with the reason.
 */
export async function formRules(survey: Questions, throwIfCancelled: () => void): Promise<FormRules> {
  const found: FormRules = { checked: 0, broken: [], unchecked: [] };
  for (const variable of survey.variables) {
    const words = said(variable, attribute.rule);
    if (words === '') continue;
    throwIfCancelled();
    const { name, label } = variable;
    const about = { variable: name, label, rule: words, message: said(variable, attribute.message) };
    try {
      const rule = readRule(words);
      const columns = await surveyForRules(survey, variable, said(variable, attribute.question), rule);
      const broken = breaksOf(rule, columns, variable);
      found.checked++;
      if (broken.n > 0) found.broken.push({ ...about, ...broken });
    } catch (error) {
      if (!(error instanceof UnreadRule || error instanceof UncheckedRule)) throw error;
      found.unchecked.push({ ...about, reason: error.reason, detail: error.detail });
    }
  }
  return found;
}

function said({ attributes = [] }: Variable, name: string): string {
  return (
    attributes
      .find((one) => one.name === name)
      ?.values.at(0)
      ?.trim() ?? ''
  );
}

/** Only answers are held against a rule; a question that was not asked breaks none. */
function breaksOf(
  rule: Rule,
  columns: QuestionColumns,
  { type }: Variable,
): Pick<Broken, 'n' | 'answers' | 'values'> {
  const holds = ruleValue(rule, columns);
  const values = new Map<Value, { n: number; rows: number[] }>();
  let answers = 0;
  let told = 0;
  let n = 0;
  for (let row = 0; row < columns.rowCount; row++) {
    const answer = columns.answer(row);
    if (answer === '') continue;
    answers++;
    const holdsHere = truth(holds(row));
    if (holdsHere !== null) told++;
    if (holdsHere !== false) continue;
    n++;
    const one = values.get(answer) ?? { n: 0, rows: [] };
    values.set(answer, one);
    one.n++;
    if (one.rows.length < mostRows) one.rows.push(row + 1);
  }
  if (told === 0 && answers > 0) throw new UncheckedRule('answers', firstAnswer(columns));
  const isDay = type === 'date' || type === 'datetime';
  return {
    n,
    answers,
    values: [...values]
      .sort(([, left], [, right]) => right.n - left.n)
      .slice(0, mostNamed)
      .map(([value, one]) => ({ value: isDay ? isoDay(Number(value)) : value, ...one })),
  };
}

function firstAnswer({ answer, rowCount }: QuestionColumns): string {
  for (let row = 0; row < rowCount; row++) if (answer(row) !== '') return String(answer(row));
  return '';
}
