/** A rule that a form holds answers to: the part of XPath that forms use (docs.getodk.org/form-operators-functions). */
export type Rule =
  /** `.`, the answer itself. */
  | { readonly kind: 'answer' }
  /** `${name}`, the answer to another question. */
  | { readonly kind: 'question'; readonly name: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'negative'; readonly of: Rule }
  | {
      readonly kind: 'operation';
      readonly operator: RuleOperator;
      readonly left: Rule;
      readonly right: Rule;
    }
  | { readonly kind: 'call'; readonly name: RuleFunction; readonly given: readonly Rule[] };

/** From the loosest to the tightest. */
export const ruleOperators = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
] as const;
export type RuleOperator = (typeof ruleOperators)[number][number];

/** Functions with the fewest and the most arguments that they take. */
export const ruleFunctions = {
  selected: [2, 2],
  'count-selected': [1, 1],
  not: [1, 1],
  if: [3, 3],
  true: [0, 0],
  false: [0, 0],
  regex: [2, 2],
  'string-length': [1, 1],
  number: [1, 1],
  int: [1, 1],
  round: [1, 2],
  abs: [1, 1],
  string: [1, 1],
  contains: [2, 2],
  'starts-with': [2, 2],
  'ends-with': [2, 2],
  coalesce: [2, 2],
  date: [1, 1],
  today: [0, 0],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;
export type RuleFunction = keyof typeof ruleFunctions;
