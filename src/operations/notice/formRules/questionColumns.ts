import type { Variable } from '#engine/survey/variable.ts';
import type { Rule } from '#formats/kobo/rule/rule.ts';
import type { SurveyData } from '../../data/surveyData.ts';
import { answersOf, dayOf, type Answers } from './ruleColumns.ts';
import { UncheckedRule, type RuleSurvey } from './ruleValue.ts';

export type QuestionColumns = RuleSurvey;

/** What a rule asks of a survey. */
export type Questions = Pick<SurveyData, 'rowCount' | 'variables' | 'responseSets' | 'marks' | 'load'>;

/** What phones write by themselves, the likeliest day of the interview first; in lower case. */
const interviewDays = ['today', 'end', 'start', '_submission_time', 'submissiondate', 'endtime', 'starttime'];
/** Between groups and names in the headers of an export. */
const separators = ['/', ':', '.', '-'];

/**
 * The columns that a rule asks for. `question` is the one that is checked where it has no column of its own, but
 * only one for each choice.
 *
 * @throws UncheckedRule where the survey does not have one of them.
 */
export async function surveyForRules(
  survey: Questions,
  variable: Variable,
  question: string,
  rule: Rule,
): Promise<QuestionColumns> {
  const questions = new Map<string, Answers>();
  for (const name of questionsIn(rule)) questions.set(name, await answersTo(survey, name));
  const answer = question === '' ? await answersIn(survey, variable) : await answersTo(survey, question);
  const today = asksForToday(rule) ? await interviewDay(survey) : null;
  return {
    rowCount: survey.rowCount,
    answer,
    question: (name) => questions.get(name)!,
    today: () => today!,
  };
}

async function answersIn(survey: Questions, variable: Variable): Promise<Answers> {
  const column = (await survey.load([variable.name])).get(variable.name)!;
  return answersOf(variable, column, survey.marks.get(variable.name) ?? []);
}

async function answersTo(survey: Questions, question: string): Promise<Answers> {
  const variable = named(survey.variables, question, ({ name }) => name);
  if (variable !== null) return answersIn(survey, variable);
  const set = named(survey.responseSets, question, ({ name }) => name.replace(/^\$/, ''));
  if (set === null) throw new UncheckedRule('question', question);
  const members = await Promise.all(
    set.variables.map(async (name) => {
      const member = survey.variables.find((one) => one.name === name)!;
      return { code: codeOf(name, question), answers: await answersIn(survey, member) };
    }),
  );
  return (row) =>
    members
      .filter(({ answers }) => answers(row) === 1)
      .map(({ code }) => code)
      .join(' ');
}

/** By the whole name, or by its end behind the groups; `null` for none, or for several. */
function named<One>(all: readonly One[], question: string, nameOf: (one: One) => string): One | null {
  const exact = all.find((one) => nameOf(one) === question);
  if (exact !== undefined) return exact;
  const ending = all.filter((one) =>
    separators.some((separator) => nameOf(one).endsWith(`${separator}${question}`)),
  );
  return ending.length === 1 ? ending[0] : null;
}

/** `group/question/code` → `code`. */
function codeOf(member: string, question: string): string {
  const at = member.lastIndexOf(question);
  return member.slice(at < 0 ? 0 : at + question.length + 1);
}

async function interviewDay(survey: Questions): Promise<Answers> {
  for (const name of interviewDays) {
    const variable = survey.variables.find((one) => lastPart(one.name).toLowerCase() === name);
    if (variable === undefined) continue;
    const answers = await answersIn(survey, variable);
    const isDay = variable.type === 'date' || variable.type === 'datetime';
    return (row) => {
      const value = answers(row);
      const day = typeof value === 'string' ? dayOf(value) : isDay ? Math.floor(value) : Number.NaN;
      return Number.isNaN(day) ? '' : day;
    };
  }
  throw new UncheckedRule('interviewDay', 'today()');
}

function lastPart(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
}

function questionsIn(rule: Rule): Set<string> {
  return new Set(everyPart(rule).flatMap((part) => (part.kind === 'question' ? [part.name] : [])));
}

function asksForToday(rule: Rule): boolean {
  return everyPart(rule).some((part) => part.kind === 'call' && part.name === 'today');
}

function everyPart(rule: Rule): Rule[] {
  switch (rule.kind) {
    case 'operation':
      return [rule, ...everyPart(rule.left), ...everyPart(rule.right)];
    case 'call':
      return [rule, ...rule.given.flatMap(everyPart)];
    case 'negative':
      return [rule, ...everyPart(rule.of)];
    default:
      return [rule];
  }
}
