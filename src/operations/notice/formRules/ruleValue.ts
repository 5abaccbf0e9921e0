import { Script, createContext } from 'node:vm';
import type { Rule } from '#formats/kobo/rule/rule.ts';
import type { Value } from '#engine/survey/variable.ts';
import { dayOf, type Answers } from './ruleColumns.ts';

/** `null`: it cannot be told, because an answer that it needs is not there. */
export type RuleValue = Value | boolean | null;
type Evaluate = (row: number) => RuleValue;

/** What a rule may ask of the survey. */
export interface RuleSurvey {
  readonly rowCount: number;
  /** The answers to the question that is being checked. */
  readonly answer: Answers;
  question(name: string): Answers;
  /** The day of the interview. */
  today(): Answers;
}

/** A rule that was read, but cannot be held against this survey. */
export class UncheckedRule extends Error {
  readonly reason: 'question' | 'interviewDay' | 'pattern' | 'answers';
  readonly detail: string;

  constructor(reason: UncheckedRule['reason'], detail: string) {
    super(`${reason}: ${detail}`);
    this.reason = reason;
    this.detail = detail;
  }
}

/**
 * The rule as a function of the row, with XPath's conversions: texts beside numbers are taken as numbers, lists as
 * texts. An answer that is not there, or is no number or ISO date, leaves arithmetic and comparisons of numbers open
 * (`null`); XPath would make it NaN and have the rule broken.
 *
 * @throws UncheckedRule
 */
export function ruleValue(rule: Rule, survey: RuleSurvey): Evaluate {
  switch (rule.kind) {
    case 'answer':
      return survey.answer;
    case 'question':
      return survey.question(rule.name);
    case 'number':
    case 'text': {
      const { value } = rule;
      return () => value;
    }
    case 'negative': {
      const of = ruleValue(rule.of, survey);
      return (row) => arithmetic(0, of(row), (_, value) => -value);
    }
    case 'operation':
      return operation(rule, survey);
    case 'call':
      return call(rule, survey);
  }
}

function operation(rule: Extract<Rule, { kind: 'operation' }>, survey: RuleSurvey): Evaluate {
  const left = ruleValue(rule.left, survey);
  const right = ruleValue(rule.right, survey);
  switch (rule.operator) {
    case 'and':
      return (row) => both(truth(left(row)), () => truth(right(row)));
    case 'or':
      return (row) => opposite(both(opposite(truth(left(row))), () => opposite(truth(right(row)))));
    case '=':
      return (row) => equal(left(row), right(row));
    case '!=':
      return (row) => opposite(equal(left(row), right(row)));
    case '<':
      return (row) => ordered(left(row), right(row), (a, b) => a < b);
    case '<=':
      return (row) => ordered(left(row), right(row), (a, b) => a <= b);
    case '>':
      return (row) => ordered(left(row), right(row), (a, b) => a > b);
    case '>=':
      return (row) => ordered(left(row), right(row), (a, b) => a >= b);
    case '+':
      return (row) => arithmetic(left(row), right(row), (a, b) => a + b);
    case '-':
      return (row) => arithmetic(left(row), right(row), (a, b) => a - b);
    case '*':
      return (row) => arithmetic(left(row), right(row), (a, b) => a * b);
    case 'div':
      return (row) => arithmetic(left(row), right(row), (a, b) => a / b);
    case 'mod':
      return (row) => arithmetic(left(row), right(row), (a, b) => a % b);
  }
}

function call({ name, given }: Extract<Rule, { kind: 'call' }>, survey: RuleSurvey): Evaluate {
  if (name === 'today') return survey.today();
  const [first, second, third] = given.map((one) => ruleValue(one, survey));
  const texts = (of: (a: string, b: string) => RuleValue): Evaluate => {
    return (row) => {
      const [a, b] = [first(row), second(row)];
      return a === null || b === null ? null : of(text(a), text(b));
    };
  };
  const number = (of: (value: number) => number): Evaluate => {
    return (row) => arithmetic(0, first(row), (_, value) => of(value));
  };
  switch (name) {
    case 'true':
      return () => true;
    case 'false':
      return () => false;
    case 'not':
      return (row) => opposite(truth(first(row)));
    case 'if':
      return (row) => {
        const condition = truth(first(row));
        return condition === null ? null : condition ? second(row) : third(row);
      };
    case 'selected':
      return texts((list, code) => codesIn(list).includes(code.trim()));
    case 'count-selected':
      return (row) => withText(first(row), (list) => codesIn(list).length);
    case 'regex':
      return matching(first, given[1], survey);
    case 'string-length':
      return (row) => withText(first(row), (words) => words.length);
    case 'string':
      return (row) => withText(first(row), (words) => words);
    case 'contains':
      return texts((words, part) => words.includes(part));
    case 'starts-with':
      return texts((words, part) => words.startsWith(part));
    case 'ends-with':
      return texts((words, part) => words.endsWith(part));
    case 'coalesce':
      return (row) => (first(row) === '' ? second(row) : first(row));
    case 'number':
      return number((value) => value);
    case 'date':
      return number(Math.floor);
    case 'int':
      return number(Math.trunc);
    case 'abs':
      return number(Math.abs);
    case 'round': {
      const digits = given.length > 1 ? second : (): number => 0;
      return (row) =>
        arithmetic(
          first(row),
          digits(row),
          (value, places) => Math.round(value * 10 ** places) / 10 ** places,
        );
    }
  }
}

/** Long enough for every answer to a pattern that people write; one that goes back and forth without end is stopped. */
const patternMilliseconds = 1000;
const script = new Script('texts.map((text) => expression.test(text))');

/** The whole answer must match. All different answers are tried at once, before any row is asked for. */
function matching(of: Evaluate, pattern: Rule, { rowCount }: RuleSurvey): Evaluate {
  if (pattern.kind !== 'text') throw new UncheckedRule('pattern', 'regex()');
  const texts = new Set<string>();
  for (let row = 0; row < rowCount; row++) {
    const value = of(row);
    if (value !== null) texts.add(text(value));
  }
  const all = [...texts];
  try {
    const expression = new RegExp(`^(?:${pattern.value})$`, 'u');
    const context = createContext({ texts: all, expression });
    const found = script.runInContext(context, { timeout: patternMilliseconds }) as boolean[];
    const matches = new Set(all.filter((_, index) => found[index]));
    return (row) => withText(of(row), (words) => matches.has(words));
  } catch {
    // A pattern of another dialect, or one that takes too long.
    throw new UncheckedRule('pattern', pattern.value);
  }
}

function codesIn(list: string): string[] {
  return list.split(/\s+/).filter((code) => code !== '');
}

function withText(value: RuleValue, of: (words: string) => RuleValue): RuleValue {
  return value === null ? null : of(text(value));
}

function text(value: Value | boolean): string {
  return String(value);
}

function numberOf(value: Value | boolean): number {
  if (typeof value !== 'string') return Number(value);
  return /^\s*[+-]?(\d|\.\d)[\d.eE+-]*\s*$/.test(value) && !Number.isNaN(Number(value))
    ? Number(value)
    : dayOf(value);
}

/** Whether a rule holds: `null` where it cannot be told. */
export function truth(value: RuleValue): boolean | null {
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value);
  return typeof value === 'string' ? value !== '' : value;
}

function opposite(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

function both(left: boolean | null, right: () => boolean | null): boolean | null {
  if (left === false) return false;
  const other = right();
  if (other === false) return false;
  return left === null || other === null ? null : true;
}

function equal(left: RuleValue, right: RuleValue): boolean | null {
  if (left === null || right === null) return null;
  if (typeof left === 'string' && typeof right === 'string') return left === right;
  if (typeof left === 'boolean' || typeof right === 'boolean') return truth(left) === truth(right);
  if (left === '' || right === '') return null;
  return numberOf(left) === numberOf(right);
}

function ordered(
  left: RuleValue,
  right: RuleValue,
  holds: (left: number, right: number) => boolean,
): boolean | null {
  if (left === null || right === null || left === '' || right === '') return null;
  const [a, b] = [numberOf(left), numberOf(right)];
  return Number.isNaN(a) || Number.isNaN(b) ? null : holds(a, b);
}

function arithmetic(
  left: RuleValue,
  right: RuleValue,
  of: (left: number, right: number) => number,
): RuleValue {
  if (left === null || right === null || left === '' || right === '') return null;
  return of(numberOf(left), numberOf(right));
}
