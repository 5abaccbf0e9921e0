/** An expression as a tree: a filter, a rule or a value for each row. Positions count from 1 and are for messages. */
export type Expression =
  | Name
  | Literal
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'missing'; readonly variable: Name }
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'in'; readonly variable: Name; readonly items: readonly Item[] }
  | {
      readonly kind: 'arithmetic';
      readonly operator: Arithmetic;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'negative'; readonly of: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly given: readonly Expression[] };

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type Arithmetic = '+' | '-' | '*' | '/' | '**';

/** How many values each function may be given. */
export const functions = {
  abs: { least: 1, most: 1 },
  count: { least: 1, most: Infinity },
  floor: { least: 1, most: 1 },
  if: { least: 2, most: 3 },
  max: { least: 1, most: Infinity },
  mean: { least: 1, most: Infinity },
  min: { least: 1, most: Infinity },
  round: { least: 1, most: 2 },
  sum: { least: 1, most: Infinity },
} as const;

export type FunctionName = keyof typeof functions;

export interface Name {
  readonly kind: 'name';
  readonly name: string;
  readonly position: number;
}

/** `text` of a number is its spelling in the expression: what a text variable is compared with. */
export interface Literal {
  readonly kind: 'number' | 'text';
  readonly value: number;
  readonly text: string;
  readonly position: number;
}

/** A value, or all values from `low` to `high`, both included. */
export type Item =
  | { readonly kind: 'value'; readonly value: Literal }
  | { readonly kind: 'range'; readonly low: Literal; readonly high: Literal };

/** A tree with the text it came from. */
export interface Parsed {
  readonly expression: string;
  readonly tree: Expression;
}

/** Gives true, false or unknown, where other expressions give a number. */
export function isCondition({ kind }: Expression): boolean {
  return ['and', 'or', 'not', 'missing', 'compare', 'in'].includes(kind);
}
