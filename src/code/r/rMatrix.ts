import type { AnsweredAnalysis } from '#presentation/analysis/answered.ts';
import type { CodeSurvey } from '../codeSurvey.ts';
import { rConcerned, rConcernList, rGroups } from './rConcerns.ts';
import { rByGroup, rComparisons, rEstimates, rIndependence } from './rLibrary.ts';
import { rString } from './rText.ts';

type Matrix = Extract<AnsweredAnalysis, { room: 'matrix' }>;

/** All fear concerns by all want concerns, facets, the test of all pairs, and the pair that is looked at. */
export function rMatrix({ result, independence, pair }: Matrix, survey: CodeSurvey): string[] {
  const calibrated = survey.design.margins.length > 0;
  const { by, facets } = result;
  const facetGroups = (facets ?? []).map(({ value }) => ({
    value,
    label: by?.categories.find((one) => one.value === value)?.label ?? String(value),
  }));
  return [
    rEstimates,
    rIndependence(calibrated),
    ...(pair?.by ? [rComparisons, rByGroup] : []),
    rPairs,
    [
      '# ---- The concerns ----',
      rConcerned,
      rConcernList('fear', result.fear, survey),
      rConcernList('want', result.want, survey),
    ].join('\n'),
    '# ---- The matrix ----\nmatrix_of("all", domain)',
    ...(by && facetGroups.length > 0
      ? [
          [
            rGroups('facets', by.variable, facetGroups),
            'for (k in seq_along(facets)) matrix_of(facets_labels[k], facets[[k]])',
          ].join('\n'),
        ]
      : []),
    independence.why === 'tooLarge'
      ? '# That no fear goes with any want: not tested, for so many pairs of so many units would take too long.'
      : `${rAllPairs}\nadd("all", "", "", "independence of all pairs", independence_of_all(domain))`,
    ...(pair ? pairScript(pair) : []),
  ];
}

function pairScript(pair: NonNullable<Matrix['pair']>): string[] {
  const lines = [
    '# ---- The pair that is looked at ----',
    `one_fear <- fear[[${rString(pair.fear.variable)}]]`,
    `one_want <- want[[${rString(pair.want.variable)}]]`,
    rOnePair,
  ];
  if (!pair.by) return [lines.join('\n')];
  const groups = rGroups('pair_groups', pair.by.variable, pair.by.categories);
  return [lines.join('\n'), `${groups}\n${rPairByGroup}`];
}

const rPairs = String.raw`
# A pair of concerns, over those with a valid answer to both. Shown by the smallest of its four margins, for on these the
# conditional shares rest.
pair_of <- function(f, w, rows) {
  rows <- counted & rows & !is.na(f) & !is.na(w)
  f <- f %in% TRUE
  w <- w %in% TRUE
  n <- sum(rows)
  smallest <- min(sum(rows & f), sum(rows & !f), sum(rows & w), sum(rows & !w))
  list(f = f, w = w, rows = rows, n = n, smallest = smallest, shown = shown_by(smallest),
       base = list(n = n, weighted_n = sum(weight[rows])))
}

# Association in the 2 x 2 table: functions of its four totals, by svycontrast. Intervals of lift and odds ratio on the
# logarithmic scale, that of phi cut at -1 and 1; all by t on the degrees of freedom of the pair.
association <- function(pair) {
  cells <- with(pair, list(fw = rows & f & w, fx = rows & f & !w, xw = rows & !f & w, xx = rows & !f & !w))
  s <- part_of(pair$rows, cells)
  df <- min(degf(s), most_df)
  totals <- if (inherits(design, "svyrep.design")) svytotal(~ fw + fx + xw + xx, s, return.replicates = TRUE) else svytotal(~ fw + fx + xw + xx, s)
  t <- qt(0.975, max(df, 1))
  has_df <- df > 0
  at <- as.list(setNames(as.numeric(coef(totals)), names(cells)))
  of <- function(expression) {
    estimate <- eval(expression, at)
    if (!is.finite(estimate)) return(list(estimate = NA, se = NA, lower = NA, upper = NA))
    se <- as.numeric(SE(suppressWarnings(svycontrast(totals, expression))))
    if (is.finite(se) && se < 1e-12 * abs(estimate)) se <- 0
    list(estimate = estimate, se = finite_or_na(se), lower = NA, upper = NA)
  }
  interval <- function(x, low, high) if (has_df && !is.na(x$se)) modifyList(x, list(lower = low, upper = high)) else x
  lift <- of(quote(fw * (fw + fx + xw + xx) / ((fw + fx) * (fw + xw))))
  if (!is.na(lift$estimate) && lift$estimate > 0)
    lift <- interval(lift, lift$estimate * exp(-t * lift$se / lift$estimate), lift$estimate * exp(t * lift$se / lift$estimate))
  odds <- if (all(sapply(cells, any))) of(quote(log(fw / fx * xx / xw))) else list(estimate = NA, se = NA, lower = NA, upper = NA)
  # se is that of the logarithm.
  if (!is.na(odds$estimate)) {
    log_odds <- odds$estimate
    odds$estimate <- exp(log_odds)
    odds <- interval(odds, exp(log_odds - t * odds$se), exp(log_odds + t * odds$se))
  }
  phi <- of(quote((fw * xx - fx * xw) / sqrt((fw + fx) * (xw + xx) * (fw + xw) * (fx + xx))))
  if (!is.na(phi$estimate)) phi <- interval(phi, max(-1, phi$estimate - t * phi$se), min(1, phi$estimate + t * phi$se))
  list(lift = lift, oddsRatio = odds, phi = phi)
}

matrix_of <- function(table, rows) {
  margin <- function(name, x) add(table, name, "", "share", shown(share(x, rows & !is.na(x))))
  for (name in names(fear)) margin(name, fear[[name]])
  for (name in names(want)) margin(name, want[[name]])
  pairs <- list()
  for (f in names(fear)) for (w in names(want)) pairs[[length(pairs) + 1]] <- c(list(fear = f, want = w), pair_of(fear[[f]], want[[w]], rows))
  tests <- lapply(pairs, function(x) if (x$shown == "suppressed") no_test else independence(x$f, x$w, x$rows))
  # Benjamini and Hochberg over the pairs that are shown.
  q <- p.adjust(sapply(tests, function(x) x$p), "BH")
  for (k in seq_along(pairs)) {
    x <- pairs[[k]]
    put <- function(measure, figures) {
      of_pair <- is.null(figures$n)
      add(table, x$fear, x$want, measure, shown(c(figures, if (of_pair) x$base), x$smallest, if (of_pair) c("n", "weighted_n")))
    }
    put("both", share(x$f & x$w, x$rows))
    put("wantGivenFear", share(x$w, x$rows & x$f))
    put("fearGivenWant", share(x$f, x$rows & x$w))
    related <- if (x$shown == "suppressed") NULL else association(x)
    for (measure in c("lift", "oddsRatio", "phi")) put(measure, if (is.null(related)) list(estimate = NA) else related[[measure]])
    put("test", c(tests[[k]], adjusted = q[k]))
  }
}
`.trim();

const rAllPairs = String.raw`
# That no fear goes with any want: the sum of the pairs' X squared with the joint covariance of what they are made of
# (Thomas and Decady 2004; Bilder and Loughin 2007), second order of Rao and Scott. The package has no such test.
independence_of_all <- function(rows) {
  scores <- list()
  inside <- list()
  norms <- c()
  statistic <- 0
  df <- 0
  for (f in fear) for (w in want) {
    pair <- pair_of(f, w, rows)
    if (pair$shown == "suppressed" || df_of(pair$rows) <= 0) next
    a <- pair$f[pair$rows]
    b <- pair$w[pair$rows]
    if (length(unique(a)) < 2 || length(unique(b)) < 2) next
    cell <- 1 + 2 * (!pair$f) + (!pair$w)
    p <- sapply(1:4, function(k) sum(weight[pair$rows & cell == k])) / sum(weight[pair$rows])
    sign <- c(1, -1, -1, 1)
    scores[[length(scores) + 1]] <- ifelse(pair$rows, (ifelse(p > 0, sign / p, 0))[cell], 0)
    inside[[length(inside) + 1]] <- pair$rows
    norms <- c(norms, sqrt(pair$n / sum(1 / p[p > 0])))
    row <- c(p[1] + p[2], p[3] + p[4])
    column <- c(p[1] + p[3], p[2] + p[4])
    expected <- as.vector(t(outer(row, column)))
    statistic <- statistic + pair$n * sum((p - expected)^2 / expected)
    df <- max(df, df_of(pair$rows))
  }
  if (length(scores) == 0) return(no_test)
  v <- ratios(scores, inside, rows)$v * outer(norms, norms)
  trace <- sum(diag(v))
  if (!is.finite(trace) || trace <= 1e-20) return(no_test)
  f <- statistic / trace
  d0 <- trace^2 / sum(v^2)
  list(statistic = f, df1 = d0, df2 = d0 * df, p = pf(f, d0, d0 * df, lower.tail = FALSE))
}
`.trim();

const rOnePair = String.raw`
difference_of <- function(pair) {
  r <- with(pair, ratios(list(rows & f & w, rows & !f & w), list(rows & f, rows & !f), rows))
  x <- combination(r, c(1, -1))
  if (!is.finite(x$estimate)) return(list(estimate = NA, se = NA))
  df <- df_of(pair$rows)
  half <- if (df > 0) qt(0.975, df) * x$se else NA
  c(x, list(lower = x$estimate - half, upper = x$estimate + half))
}
one <- pair_of(one_fear, one_want, domain)
put <- function(row, column, measure, x) add("pair", row, column, measure, shown(x, one$smallest, keeps = NULL))
for (is_fear in c(TRUE, FALSE)) for (is_want in c(TRUE, FALSE)) {
  part <- one$rows & one$f == is_fear & one$w == is_want
  row <- if (is_fear) "fear" else "no fear"
  column <- if (is_want) "want" else "no want"
  put(row, column, "of all", share(part, one$rows))
  put(row, column, "of the row", share(part, one$rows & one$f == is_fear))
  put(row, column, "of the column", share(part, one$rows & one$w == is_want))
}
put("", "", "want given no fear", share(one$w, one$rows & !one$f))
put("", "", "fear given no want", share(one$f, one$rows & !one$w))
put("", "", "want given fear less want given no fear", difference_of(one))
`.trim();

const rPairByGroup = String.raw`
pairs <- lapply(pair_groups, function(g) pair_of(one_fear, one_want, g))
among_fearful <- by_group(ifelse(one_fear %in% TRUE, one_want, NA), pair_groups, domain)
for (k in seq_along(pairs)) {
  x <- pairs[[k]]
  put <- function(measure, figures) add("pair by group", pair_groups_labels[k], "", measure, shown(figures, x$smallest, keeps = NULL))
  letters <- if (x$shown == "suppressed") "" else among_fearful$compared$letters[k]
  put("want given fear", c(share(x$w, x$rows & x$f), letters = letters))
  put("want given no fear", share(x$w, x$rows & !x$f))
  put("difference", difference_of(x))
}
add("pair by group", "", "", "test that want given fear is the same in all groups", among_fearful$test)
`.trim();
