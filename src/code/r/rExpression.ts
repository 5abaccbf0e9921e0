import type { Expression, Item, Literal, Parsed } from '#engine/expression/tree.ts';
import { rNumber, rString } from './rText.ts';

/** Whether a variable holds text. */
export type IsText = (name: string) => boolean;

/**
 * A filter in R: TRUE, FALSE or NA for each row. R's `&`, `|` and `!` have the same three values as ours, and a
 * comparison with a missing value is NA in both. What is NA in the end is out: `%in% TRUE` sees to that.
 *
 * Functions of `rExpressionFunctions` stand where R's own differ: missing values in functions, results that are not
 * finite, rounding of halves, the order of texts, numbers beside texts.
 */
export function rExpression({ tree }: Parsed, isText: IsText): string {
  return conditionOf(tree, isText);
}

const isCondition = ({ kind }: Expression): boolean =>
  ['and', 'or', 'not', 'missing', 'compare', 'in'].includes(kind);

function conditionOf(node: Expression, isText: IsText): string {
  switch (node.kind) {
    case 'and':
    case 'or':
      return `(${conditionOf(node.left, isText)} ${node.kind === 'and' ? '&' : '|'} ${conditionOf(node.right, isText)})`;
    case 'not':
      return `!${conditionOf(node.of, isText)}`;
    case 'missing':
      return `is.na(${column(node.variable.name)})`;
    case 'compare':
      return compare(node, isText);
    case 'in':
      return isOneOf(node.variable.name, node.items, isText);
    default:
      return `(${numberOf(node, isText)} != 0)`;
  }
}

function compare(node: Extract<Expression, { kind: 'compare' }>, isText: IsText): string {
  const operator = node.operator === '=' ? '==' : node.operator;
  const text = (side: Expression): boolean =>
    side.kind === 'text' || (side.kind === 'name' && isText(side.name));
  const { left, right } = node;
  if (!text(left) && !text(right))
    return `(${numberOf(left, isText)} ${operator} ${numberOf(right, isText)})`;
  const written = (side: Expression): string =>
    side.kind === 'name'
      ? column(side.name)
      : rString(side.kind === 'text' || side.kind === 'number' ? side.text : '');
  if (operator === '==' || operator === '!=') return `(${written(left)} ${operator} ${written(right)})`;
  return `(text_order(${written(left)}, ${written(right)}) ${operator} 0)`;
}

function isOneOf(name: string, items: readonly Item[], isText: IsText): string {
  const text = isText(name);
  const written = (literal: Literal): string => (text ? rString(literal.text) : rNumber(literal.value));
  const parts = items.map((item) => {
    if (item.kind === 'value') return `${column(name)} == ${written(item.value)}`;
    const [low, high] = [written(item.low), written(item.high)];
    return text
      ? `(text_order(${column(name)}, ${low}) >= 0 & text_order(${column(name)}, ${high}) <= 0)`
      : `(${column(name)} >= ${low} & ${column(name)} <= ${high})`;
  });
  return `(${parts.join(' | ')})`;
}

function numberOf(node: Expression, isText: IsText): string {
  switch (node.kind) {
    case 'number':
      return node.value < 0 ? `(${rNumber(node.value)})` : rNumber(node.value);
    case 'name':
      return column(node.name);
    case 'negative':
      return `(-${numberOf(node.of, isText)})`;
    case 'arithmetic': {
      const [left, right] = [numberOf(node.left, isText), numberOf(node.right, isText)];
      return node.operator === '**'
        ? `power(${left}, ${right})`
        : `finite(${left} ${node.operator} ${right})`;
    }
    case 'call': {
      if (node.name === 'if') {
        const [condition, then, otherwise] = node.given;
        const given = [
          conditionOf(condition, isText),
          numberOf(then, isText),
          ...(otherwise === undefined ? [] : [numberOf(otherwise, isText)]),
        ];
        return `when(${given.join(', ')})`;
      }
      return `${functionNames[node.name]}(${node.given.map((one) => numberOf(one, isText)).join(', ')})`;
    }
    default:
      return isCondition(node) ? `as.numeric(${conditionOf(node, isText)})` : 'NA_real_';
  }
}

const functionNames = {
  abs: 'abs',
  floor: 'floor',
  round: 'round_half_away',
  count: 'count_valid',
  sum: 'sum_valid',
  mean: 'mean_valid',
  min: 'min_valid',
  max: 'max_valid',
} as const;

const column = (name: string): string => `data[[${rString(name)}]]`;

/** Functions that the filters of the study have, as they are there. */
export const rExpressionFunctions = String.raw`
# Functions of the study's filters. A result that is not finite is missing.
finite <- function(x) replace(x, !is.finite(x), NA)
power <- function(x, y) finite(ifelse(is.na(x) | is.na(y), NA, x^y))
when <- function(condition, then, otherwise = NA_real_) ifelse(rep_len(condition, nrow(data)), then, otherwise)
# They run over the values that are there, and are missing where none is.
over_valid <- function(f) function(...) {
  values <- cbind(rep(NA_real_, nrow(data)), ...)
  finite(apply(values, 1, function(x) if (all(is.na(x))) NA else f(x[!is.na(x)])))
}
sum_valid <- over_valid(sum)
mean_valid <- over_valid(mean)
min_valid <- over_valid(min)
max_valid <- over_valid(max)
count_valid <- function(...) rowSums(!is.na(cbind(rep(NA_real_, nrow(data)), ...)))
# Halves away from zero, as the number is written: 1.005 to two digits is 1.01. R's round() takes them to even.
round_half_away <- function(x, digits = 0) {
  written <- function(value) {
    for (figures in 15:17) {
      text <- formatC(value, digits = figures - 1, format = "e")
      if (as.numeric(text) == value) break
    }
    text
  }
  shift <- function(value, places) {
    parts <- strsplit(written(value), "e")[[1]]
    as.numeric(paste0(parts[1], "e", as.integer(parts[2]) + places))
  }
  one <- function(value, places) {
    if (!is.finite(value) || !is.finite(places)) return(NA_real_)
    sign(value) * shift(floor(shift(abs(value), trunc(places)) + 0.5), -trunc(places))
  }
  as.numeric(mapply(one, x, digits))
}
# Texts by code point, whatever the language of the computer: below 0, 0, above 0.
text_order <- function(x, y) {
  place <- sort(unique(c(x, y)), method = "radix")
  match(x, place) - match(y, place)
}
`.trim();
