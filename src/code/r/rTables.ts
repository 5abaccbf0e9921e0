import type { TableItem } from '#contract/table.ts';
import type { AnsweredAnalysis } from '#presentation/analysis/answered.ts';
import { variableIn, type CodeSet, type CodeSurvey } from '../codeSurvey.ts';
import { tableColumns, type TableColumnRule } from '../tableColumns.ts';
import { rComparisons, rEstimates, rIndependence } from './rLibrary.ts';
import { rColumn } from './rSurvey.ts';
import { onOneLine, rComment, rString, rValue, rVector } from './rText.ts';

type Tables = Extract<AnsweredAnalysis, { room: 'tables' }>;

/** Every item of the rows by every group of columns. */
export function rTables({ result, definition }: Tables, survey: CodeSurvey): string[] {
  const groups = tableColumns(result, definition.nets, survey);
  const adjust = { holm: 'holm', bh: 'BH', none: 'none', off: null }[definition.letters];
  return [
    rEstimates,
    rComparisons,
    rIndependence(survey.design.margins.length > 0),
    [
      '# ---- The columns ----',
      rComment(
        'Groups of columns that are compared with each other; the first is the column of all. "among" says who is in a column, "net" which columns are several answers taken together: these have no letters.',
      ),
      `groups <- list(\n${groups.map(groupText).join(',\n')}\n)`,
    ].join('\n'),
    rTableFunctions,
    [
      '# ---- The rows ----',
      `share_of <- ${rString(definition.share)}`,
      `adjust <- ${adjust === null ? 'NULL # no letters' : rString(adjust)}`,
    ].join('\n'),
    ...result.items.map((item) => itemText(item, definition.nets, survey)),
  ];
}

function groupText(columns: readonly TableColumnRule[]): string {
  const lines = columns.map(({ labels, among, net }) => {
    const who =
      among.length === 0
        ? 'domain'
        : `domain & ${among.map(({ variable, values }) => `${rColumn(variable)} %in% ${rVector(values)}`).join(' & ')}`;
    return `    list(label = ${rString(labels.join(' / '))}, among = ${who}${net ? ', net = TRUE' : ''})`;
  });
  return `  list(\n${lines.join(',\n')}\n  )`;
}

type Nets = Tables['definition']['nets'];

function itemText(item: TableItem, nets: Nets, survey: CodeSurvey): string {
  const { kind, name, label, problem } = item;
  const said = rComment(`${label === '' ? name : label}:`);
  if (problem !== null)
    return `${said}\n# The study has no figures for it either (${onOneLine(problem.code)}).`;
  if (kind === 'mean') return `${said}\nmean_rows(${rString(name)}, ${rColumn(name)})`;
  const ownNets = nets.filter((net) =>
    kind === 'set'
      ? net.kind === 'set' && bare(net.variable) === bare(name)
      : net.kind !== 'set' && net.variable === name,
  );
  if (kind === 'set') return `${said}\n${setText(item, ownNets, survey)}`;
  const lines = [
    ...item.lines.flatMap(({ kind, label, value }) =>
      kind === 'category' && value !== null
        ? [`  list(label = ${rString(label)}, codes = ${rValue(value)})`]
        : [],
    ),
    ...ownNets.map(({ label, values }) => `  list(label = ${rString(label)}, codes = ${rVector(values)})`),
  ];
  const categories = lines.length - ownNets.length;
  return `${said}\nshare_rows(${rString(name)}, ${rColumn(name)}, list(\n${lines.join(',\n')}\n), categories = ${categories})`;
}

const bare = (name: string): string => name.replace(/^\$/, '');

function setText(item: TableItem, nets: Nets, survey: CodeSurvey): string {
  const set = survey.sets.find(({ name }) => bare(name) === bare(item.name));
  if (!set) throw new Error(`the script knows no set ${item.name}`);
  const answers = item.lines.filter(({ kind }) => kind === 'answer');
  const lines = [
    ...answers.map(
      ({ label, value }) => `  list(label = ${rString(label)}, chosen = ${chosen(set, [value!], survey)})`,
    ),
    ...nets.map(
      ({ label, values }) => `  list(label = ${rString(label)}, chosen = ${chosen(set, values, survey)})`,
    ),
  ];
  const all = set.variables.map((name) => `!is.na(${rColumn(name)})`).join(' | ');
  return `answered <- ${all}\nset_rows(${rString(item.name)}, answered, list(\n${lines.join(',\n')}\n))`;
}

/** Who chose one of these answers: of a yes-or-no set names of variables. */
function chosen(set: CodeSet, values: readonly (string | number)[], survey: CodeSurvey): string {
  const { counted } = set;
  const parts =
    counted === null
      ? set.variables.map((name) => `${rColumn(name)} %in% ${rVector(values)}`)
      : values.map((name) => {
          const { type } = variableIn(survey, String(name));
          const code = type === 'text' ? String(counted) : Number(counted);
          return `${rColumn(String(name))} %in% ${rValue(code)}`;
        });
  return parts.join(' | ');
}

const rTableFunctions = String.raw`
is_net <- function(column) isTRUE(column$net)
any_of <- function(conditions) if (length(conditions) == 0) rep(FALSE, length(weight)) else Reduce("|", conditions)

# Letters of a line: its figures in the columns of one group beside each other. Nets, and the column of all, take no part.
letters_in <- function(above, below, rows, figures, group, is_total) {
  letters <- rep("", length(group))
  takes_part <- !sapply(group, is_net)
  if (is.null(adjust) || is_total) return(letters)
  letters[takes_part] <- compare(above[takes_part], below[takes_part], rows, figures[takes_part], adjust)$letters
  letters
}

# The mean of y among "whole", with t on its degrees of freedom; the design effect against a simple sample with replacement.
mean_of <- function(y, whole) {
  whole <- counted & whole %in% TRUE & !is.na(y)
  n <- sum(whole)
  base <- list(n = n, weighted_n = sum(weight[whole]))
  if (n == 0) return(c(modifyList(nothing, list(df = 0)), base))
  df <- df_of(whole)
  m <- svymean(~y, part_of(whole, list(y = y)))
  estimate <- as.numeric(coef(m))
  se <- as.numeric(SE(m))
  population <- sum((weight * (y - estimate)^2)[whole]) / sum(weight[whole]) * n / (n - 1)
  if (length(unique(y[whole])) == 1) { se <- 0; population <- 0 }
  half <- if (df > 0) qt(0.975, df) * se else NA
  c(list(estimate = estimate, se = finite_or_na(se), lower = finite_or_na(estimate - half), upper = finite_or_na(estimate + half),
         deff = finite_or_na(se^2 * n / population), df = df), base)
}

# The answers of a variable, and nets of them, over those with an answer to it and a place in the columns. A cell is shown
# by the smaller of its row's and its column's number of respondents.
share_rows <- function(name, x, lines, categories) {
  per_group <- lapply(seq_along(groups), function(g) {
    group <- groups[[g]]
    table <- counted & !is.na(x) & any_of(lapply(group[!sapply(group, is_net)], function(column) column$among))
    inside <- lapply(group, function(column) table & column$among)
    bases <- lapply(inside, function(column) list(n = sum(column), weighted_n = sum(weight[column])))
    cells <- lapply(lines, function(line) {
      row <- table & x %in% line$codes
      of_column <- lapply(inside, function(column) shown(share(row, column), min(sum(row), sum(column)), keeps = NULL))
      figures <- switch(share_of,
        ofColumn = of_column,
        ofRow = lapply(inside, function(column) shown(share(column, row), min(sum(row), sum(column)), keeps = NULL)),
        ofTotal = lapply(inside, function(column) shown(share(row & column, table), min(sum(row), sum(column)), keeps = NULL)))
      letters <- letters_in(lapply(inside, function(column) row & column), inside, table, of_column, group, g == 1)
      lapply(seq_along(group), function(k) c(figures[[k]], letters = letters[k]))
    })
    test <- NULL
    if (g > 1) {
      place <- rep(NA, length(weight))
      for (k in which(!sapply(group, is_net))) place[inside[[k]]] <- k
      rows <- rep(NA, length(weight))
      for (k in seq_len(categories)) rows[table & x %in% lines[[k]]$codes] <- k
      test <- if (sum(table) < 25 || sum(!sapply(group, is_net)) * categories > 1000) no_test else independence(rows, place, table)
    }
    list(group = group, bases = bases, cells = cells, test = test)
  })
  add_rows(name, per_group, sapply(lines, function(line) line$label), share_of)
  for (block in per_group[-1]) add(name, "", block$group[[1]]$label, "test of independence", block$test)
}

# The answers of a set, and nets of them (who chose at least one): shares of those who answered any of its questions.
set_rows <- function(name, answered, lines) {
  per_group <- lapply(seq_along(groups), function(g) {
    group <- groups[[g]]
    inside <- lapply(group, function(column) counted & answered & column$among)
    bases <- lapply(inside, function(column) list(n = sum(column), weighted_n = sum(weight[column])))
    table <- any_of(inside[!sapply(group, is_net)])
    cells <- lapply(lines, function(line) {
      figures <- lapply(inside, function(column) shown(share(line$chosen, column), keeps = NULL))
      letters <- letters_in(lapply(inside, function(column) column & line$chosen), inside, table, figures, group, g == 1)
      lapply(seq_along(group), function(k) c(figures[[k]], letters = letters[k]))
    })
    list(group = group, bases = bases, cells = cells)
  })
  add_rows(name, per_group, sapply(lines, function(line) line$label), "ofColumn")
}

mean_rows <- function(name, y) {
  per_group <- lapply(seq_along(groups), function(g) {
    group <- groups[[g]]
    inside <- lapply(group, function(column) counted & !is.na(y) & column$among)
    table <- any_of(inside[!sapply(group, is_net)])
    figures <- lapply(inside, function(column) shown(mean_of(y, column)))
    letters <- letters_in(lapply(inside, function(column) ifelse(column, y, 0)), inside, table, figures, group, g == 1)
    bases <- lapply(inside, function(column) list(n = sum(column), weighted_n = sum(weight[column])))
    list(group = group, bases = bases, cells = list(lapply(seq_along(group), function(k) c(figures[[k]], letters = letters[k]))))
  })
  add_rows(name, per_group, "", "mean")
}

# The numbers of respondents of all columns, then line by line across the columns of all groups.
add_rows <- function(name, per_group, labels, measure) {
  for (block in per_group) for (k in seq_along(block$group)) add(name, "", block$group[[k]]$label, "respondents", block$bases[[k]])
  for (line in seq_along(labels)) for (block in per_group) for (k in seq_along(block$group))
    add(name, labels[line], block$group[[k]]$label, measure, block$cells[[line]][[k]])
}
`.trim();
