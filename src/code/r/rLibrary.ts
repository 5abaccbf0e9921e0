/*
 * What the scripts compute with, as R text. Estimates and variances come from the survey package; around it stands
 * what it leaves to its user: degrees of freedom of a domain, intervals, and what may be shown.
 */

/** Of every script. */
export const rEstimates = String.raw`
# Respondents: rows of weight 0 are part of the sample, and of no estimate.
weight <- as.numeric(weights(design, "sampling"))
counted <- weight > 0

# The design of some of the rows, with these columns as its variables. Rows are never dropped from the sample: the
# package keeps the number of PSUs of each stratum.
part_of <- function(rows, columns = list(one = rep(1, length(weight)))) {
  d <- design
  d$variables <- as.data.frame(lapply(columns, function(x) ifelse(rows & !is.na(x), as.numeric(x), 0)))
  d[which(rows), ]
}

# PSUs less strata among these rows; with replicate weights the rank of the weights less 1.
df_of <- function(rows) if (any(rows)) min(degf(part_of(rows)), most_df) else 0

# On how many respondents a figure stands says whether it is shown: below 25 not, below 50 in parentheses.
shown_by <- function(n) if (n < 25) "suppressed" else if (n < 50) "bracketed" else "yes"

nothing <- list(estimate = NA, se = NA, lower = NA, upper = NA, deff = NA, df = NA)
finite_or_na <- function(x) if (length(x) == 1 && is.finite(x)) as.numeric(x) else NA

# The share of "part" among "whole" (both TRUE or FALSE for each row), and its interval on the logit scale with t on the
# share's own degrees of freedom: svyciprop(method = "xlogit", df = degf(design)). Where all or none are in the part it is
# that of Clopper and Pearson. The design effect is against a simple sample of the same size drawn with replacement.
share <- function(part, whole) {
  whole <- counted & whole %in% TRUE
  part <- whole & part %in% TRUE
  n <- sum(whole)
  base <- list(n = n, weighted_n = sum(weight[whole]), count = sum(part), weighted_count = sum(weight[part]))
  if (n == 0) return(c(modifyList(nothing, list(df = 0)), base))
  s <- part_of(whole, list(y = part))
  df <- min(degf(s), most_df)
  m <- svymean(~y, s)
  p <- as.numeric(coef(m))
  se <- as.numeric(SE(m))
  varies <- base$count > 0 && base$count < n
  if (!varies) { p <- as.numeric(base$count > 0); se <- 0 }
  if (varies && is.finite(se) && se^2 < 1e-24 * p * (1 - p)) se <- 0
  ci <- c(NA, NA)
  if (df > 0 && is.finite(se)) {
    if (!varies) ci <- as.numeric(binom.test(base$count, n)$conf.int)
    else if (se == 0) ci <- c(p, p)
    else ci <- plogis(qlogis(p) + c(-1, 1) * qt(0.975, df) * se / (p * (1 - p)))
  }
  deff <- if (varies) se^2 * (n - 1) / (p * (1 - p)) else NA
  c(list(estimate = p, se = finite_or_na(se), lower = ci[1], upper = ci[2], deff = finite_or_na(deff), df = df), base)
}

# The figures, unless too few respondents stand behind them. What is known anyway (how many they are) stays.
shown <- function(x, n = x$n, keeps = c("n", "weighted_n")) {
  x$shown <- shown_by(n)
  if (x$shown == "suppressed") x[setdiff(names(x), c("shown", keeps))] <- NA
  x
}

# Several ratios of totals at once, with their joint covariance: columns of "above" by columns of "below", 0 outside.
# A variance is that of the total of the linearised variable (above - ratio * below) / total below (svyratio does the
# same); with replicate weights it comes from the ratios in the replicates.
ratios <- function(above, below, rows) {
  rows <- counted & rows
  k <- length(above)
  held <- function(columns) sapply(columns, function(x) ifelse(rows & !is.na(x), as.numeric(x), 0))
  a <- held(above)
  b <- held(below)
  total_below <- colSums(weight * b)
  estimate <- colSums(weight * a) / total_below
  if (inherits(design, "svyrep.design")) {
    w <- unclass(as.matrix(weights(design, "analysis")))
    r <- (t(w) %*% a) / (t(w) %*% b)
    v <- as.matrix(svrVar(r, design$scale, design$rscales, mse = design$mse, coef = estimate))
  } else {
    linearised <- lapply(seq_len(k), function(i) (a[, i] - estimate[i] * b[, i]) / total_below[i])
    names(linearised) <- paste0("u", seq_len(k))
    v <- as.matrix(vcov(svytotal(make.formula(names(linearised)), part_of(rows, linearised))))
  }
  list(estimate = as.numeric(estimate), v = matrix(as.numeric(v), k))
}

# A linear contrast of such ratios: its estimate and standard error. What rounding leaves of a variance is 0.
combination <- function(r, contrast) {
  used <- contrast != 0
  estimate <- sum(contrast[used] * r$estimate[used])
  variance <- as.numeric(contrast[used] %*% r$v[used, used, drop = FALSE] %*% contrast[used])
  size <- sum(abs(contrast[used]) * pmax(abs(r$estimate[used]), abs(r$estimate[used] * (1 - r$estimate[used]))))
  if (is.finite(variance) && variance < 1e-28 * size^2) variance <- 0
  list(estimate = estimate, se = if (is.finite(variance)) sqrt(max(0, variance)) else NA)
}

# Against 0, by t.
tested <- function(x, df) {
  x <- c(x, list(lower = NA, upper = NA, statistic = NA, df = NA, p = NA))
  if (is.na(x$se) || x$se <= 0 || df <= 0) return(x)
  half <- qt(0.975, df) * x$se
  t <- x$estimate / x$se
  modifyList(x, list(lower = x$estimate - half, upper = x$estimate + half, statistic = t, df = df, p = 2 * pt(-abs(t), df)))
}

# The result, a row a figure.
result <- list()
fields <- c("table", "row", "column", "measure", "estimate", "se", "lower", "upper", "deff", "df", "n", "weighted_n",
            "count", "weighted_count", "statistic", "df1", "df2", "p", "adjusted", "rank", "letters", "shown")
texts <- c("table", "row", "column", "measure", "letters", "shown")
add <- function(table, row, column, measure, x) {
  line <- c(list(table = table, row = row, column = column, measure = measure), x)
  result[[length(result) + 1]] <<- line[names(line) %in% fields]
}
`.trim();

/** Groups of one sample against each other. */
export const rComparisons = String.raw`
# Degrees of freedom of a difference between two groups of one sample, after Satterthwaite: from the groups' own, at most
# those of all. R's svycontrast leaves this to its user.
difference_df <- function(va, df_a, vb, df_b, most)
  if (df_a <= 0 || df_b <= 0) 0 else min(most, (va + vb)^2 / (va^2 / df_a + vb^2 / df_b))

letters_of <- function(k) paste0(LETTERS[(k - 1) %% 26 + 1], if (k > 26) (k - 1) %/% 26 else "")

# Groups each with each, of those that take part: t tests on their joint covariance, p adjusted over all pairs of the row.
# The higher group gets the letter of the lower. Groups without a standard error of their own take no part.
compare <- function(above, below, rows, groups, adjust = "holm") {
  rows <- counted & rows
  df_all <- df_of(rows)
  part <- which(sapply(groups, function(g) !is.na(g$se) && g$se > 0 && !is.na(g$df) && g$df > 0))
  pairs <- list()
  if (length(part) > 1 && df_all > 0) {
    r <- ratios(above[part], below[part], rows)
    for (i in seq_along(part)[-length(part)]) for (j in (i + 1):length(part)) {
      va <- r$v[i, i]
      vb <- r$v[j, j]
      difference <- r$estimate[i] - r$estimate[j]
      variance <- va + vb - 2 * r$v[i, j]
      df <- difference_df(va, groups[[part[i]]]$df, vb, groups[[part[j]]]$df, df_all)
      if (is.na(variance) || variance <= 1e-14 * (va + vb) || df <= 0) next
      t <- difference / sqrt(variance)
      pairs[[length(pairs) + 1]] <- list(a = part[i], b = part[j], estimate = difference, se = sqrt(variance), df = df,
                                         p = 2 * pt(-abs(t), df))
    }
  }
  adjusted <- p.adjust(sapply(pairs, function(x) x$p), adjust)
  higher <- rep(list(integer(0)), length(groups))
  for (k in seq_along(pairs)) {
    pairs[[k]]$adjusted <- adjusted[k]
    if (adjusted[k] >= 0.05) next
    above_other <- if (pairs[[k]]$estimate > 0) c(pairs[[k]]$a, pairs[[k]]$b) else c(pairs[[k]]$b, pairs[[k]]$a)
    higher[[above_other[1]]] <- c(higher[[above_other[1]]], above_other[2])
  }
  letters <- sapply(higher, function(x) paste(sapply(sort(x), letters_of), collapse = if (length(groups) > 26) " " else ""))
  list(pairs = pairs, letters = as.character(letters))
}
`.trim();

/**
 * Rao and Scott's test. `svychisq` takes the rows outside a domain along where weights are calibrated: there the
 * formula stands in its place.
 */
export const rIndependence = (calibrated: boolean): string =>
  `${independenceHead}\n${calibrated ? byFormula : bySvychisq}\n${independenceTail}`;

const independenceHead = String.raw`
# That rows and columns of a table are independent: Rao and Scott's second order F on the degrees of freedom of the table.
no_test <- list(statistic = NA, df1 = NA, df2 = NA, p = NA)
independence <- function(rows, columns, inside) {
  inside <- counted & inside & !is.na(rows) & !is.na(columns)
  if (length(unique(rows[inside])) < 2 || length(unique(columns[inside])) < 2) return(no_test)
  s <- part_of(inside, list(rows = rows, columns = columns))
  df <- min(degf(s), most_df)
  if (df <= 0) return(no_test)
`.trim();

const bySvychisq = String.raw`
  x <- tryCatch(suppressWarnings(svychisq(~ rows + columns, s, statistic = "F")), error = function(e) NULL)
  if (is.null(x)) return(no_test)
  f <- as.numeric(x$statistic)
  d0 <- as.numeric(x$parameter[1])
`.trim();

const byFormula = String.raw`
  # As svychisq(statistic = "F"), which for calibrated weights takes the rows outside the table along.
  i <- factor(rows[inside])
  j <- factor(columns[inside])
  n <- sum(inside)
  grid <- expand.grid(i = levels(i), j = levels(j))
  cells <- lapply(seq_len(nrow(grid)), function(k) inside & rows %in% rows[inside][i == grid$i[k]][1] & columns %in% columns[inside][j == grid$j[k]][1])
  r <- ratios(cells, rep(list(inside), length(cells)), inside)
  p <- r$estimate
  expected <- as.vector(outer(tapply(p, grid$i, sum)[levels(i)], tapply(p, grid$j, sum)[levels(j)]))
  pearson <- n * sum((p - expected)^2 / expected)
  main <- model.matrix(~ i + j, grid)
  both <- model.matrix(~ i * j, grid)
  contrasts <- qr.resid(qr(main), both[, -seq_len(ncol(main)), drop = FALSE])
  inverse <- diag(ifelse(p == 0, 0, 1 / p))
  delta <- tryCatch(solve(t(contrasts) %*% (inverse / n) %*% contrasts, t(contrasts) %*% inverse %*% r$v %*% inverse %*% contrasts),
                    error = function(e) NULL)
  if (is.null(delta)) return(no_test)
  trace <- sum(diag(delta))
  f <- pearson / trace
  d0 <- trace^2 / sum(t(delta) * delta)
`.trim();

const independenceTail = String.raw`
  if (!is.finite(f) || !is.finite(d0) || d0 <= 0) return(no_test)
  d0 <- min(d0, (length(unique(rows[inside])) - 1) * (length(unique(columns[inside])) - 1))
  list(statistic = f, df1 = d0, df2 = d0 * df, p = pf(f, d0, d0 * df, lower.tail = FALSE))
}
`.trim();

/** A concern by the answers of another variable. */
export const rByGroup = String.raw`
# A concern in each group: share, difference from all other groups together, letters, trend over the groups, and the test
# that the share is the same in all. "x" is TRUE, FALSE or NA, "groups" a list of TRUE or FALSE for each row.
by_group <- function(x, groups, rows) {
  rows <- counted & rows & !is.na(x) & Reduce("|", groups)
  x <- x %in% TRUE
  figures <- lapply(groups, function(g) shown(share(x, rows & g)))
  has <- sapply(figures, function(g) !is.na(g$estimate))
  above <- lapply(groups, function(g) rows & g & x)
  below <- lapply(groups, function(g) rows & g)
  df_all <- df_of(rows)
  from_others <- lapply(seq_along(groups), function(k) {
    others <- rows & !groups[[k]]
    if (!has[k] || !any(others)) return(list(estimate = NA, se = NA))
    r <- ratios(list(above[[k]], others & x), list(below[[k]], others), rows)
    tested(combination(r, c(1, -1)), difference_df(r$v[1, 1], figures[[k]]$df, r$v[2, 2], df_of(others), df_all))
  })
  trend <- list(estimate = NA, se = NA)
  if (sum(has) > 1) {
    score <- which(has) - mean(which(has))
    trend <- tested(combination(ratios(above[has], below[has], rows), score / sum(score^2)), df_all)
  }
  place <- rep(NA, length(weight))
  for (k in seq_along(groups)) place[groups[[k]]] <- k
  test <- if (sum(rows) < 25) no_test else independence(place, x, rows)
  list(groups = figures, from_others = from_others, compared = compare(above, below, rows, figures), trend = trend, test = test)
}
`.trim();

/** What ends every script. */
export const rPrinting = String.raw`
# ---- The result ----
# p is that of a test, "adjusted" p over all comparisons of the row (a matrix: over its pairs, Benjamini and Hochberg);
# n and weighted_n are those of the denominator, count and weighted_count those who are in the part.
result <- as.data.frame(sapply(fields, function(field) {
  values <- lapply(result, function(line) if (is.null(line[[field]]) || length(line[[field]]) == 0) NA else line[[field]])
  if (field %in% texts) ifelse(is.na(values), "", as.character(values)) else as.numeric(unlist(values))
}, simplify = FALSE))
print(result, row.names = FALSE, digits = 5)
`.trim();
