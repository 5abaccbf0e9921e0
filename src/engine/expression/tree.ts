/** A filter as a tree. Positions count from 1 and are for messages. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'missing'; readonly variable: Name }
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: 'in'; readonly variable: Name; readonly items: readonly Item[] };

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

export interface Name {
  readonly kind: 'name';
  readonly name: string;
  readonly position: number;
}

/** `text` of a number is its spelling in the filter: what a text variable is compared with. */
export interface Literal {
  readonly kind: 'number' | 'text';
  readonly value: number;
  readonly text: string;
  readonly position: number;
}

export type Operand = Name | Literal;

/** A value, or all values from `low` to `high`, both included. */
export type Item =
  | { readonly kind: 'value'; readonly value: Literal }
  | { readonly kind: 'range'; readonly low: Literal; readonly high: Literal };

/** What `parseExpression` gives: the tree with the text it came from. */
export interface Filter {
  readonly expression: string;
  readonly tree: Expression;
}
