# What the engine should say, computed with R's survey package by other means than the engine's:
# svymean and svyciprop on subset() designs for shares, svycontrast's symbolic derivatives on
# svytotal for ratios, svychisq for tests. Names and shapes are those of src/contract.
suppressMessages({
  library(survey)
  library(jsonlite)
})

clean <- function(x) if (length(x) != 1 || !is.finite(x)) NA else as.numeric(x)
none <- list(estimate = NA, se = NA, ciLow = NA, ciHigh = NA)

wilson <- function(p, v, df, level) {
  t <- qt(1 - (1 - level) / 2, df)
  n <- p * (1 - p) / v
  middle <- (p + t^2 / (2 * n)) / (1 + t^2 / n)
  half <- t / (1 + t^2 / n) * sqrt(p * (1 - p) / n + t^2 / (4 * n^2))
  c(middle - half, middle + half)
}

share_interval <- function(m, s, method, level) {
  p <- as.numeric(coef(m))
  v <- as.numeric(vcov(m))
  n <- sum(weights(s) != 0)
  df <- degf(s)
  if (!is.finite(v) || df <= 0) return(c(NA, NA))
  if (p == 0 || p == 1) return(as.numeric(binom.test(p * n, n, conf.level = level)$conf.int))
  if (v == 0) return(c(p, p))
  if (method == "wilson") return(wilson(p, v, df, level))
  r <- c(logit = "xlogit", beta = "beta", wald = "mean")[[method]]
  as.numeric(attr(svyciprop(~part, s, method = r, level = level, df = df), "ci"))
}

# The share of `part` (0/1 over the rows of design s) among the rows of s where `whole`.
share <- function(s, part, whole, o) {
  s <- update(s, part = as.numeric(part))
  s <- s[which(whole), ]
  if (nrow(s) == 0) return(c(none, deff = NA, cv = NA, effectiveN = NA, df = 0, n = 0))
  m <- svymean(~part, s, deff = if (identical(o$deff, "withoutReplacement")) TRUE else "replace")
  ci <- share_interval(m, s, o$interval, o$level)
  n <- sum(weights(s) != 0)
  list(estimate = clean(coef(m)), se = clean(SE(m)), ciLow = clean(ci[1]), ciHigh = clean(ci[2]),
       deff = clean(deff(m)), cv = clean(cv(m)), effectiveN = clean(n / deff(m)), df = degf(s), n = n)
}

# Of a difference between two groups of one survey: Satterthwaite's degrees of freedom from the groups' own
# variances and degf(), at most those of all groups; none where a group has none.
difference_df <- function(va, na, vb, nb, most)
  if (na <= 0 || nb <= 0) 0 else min(most, (va + vb)^2 / (va^2 / na + vb^2 / nb))

contrast <- function(totals, expression, s, o, scale = "plain") {
  if (!is.finite(eval(expression, as.list(coef(totals))))) return(none)
  x <- svycontrast(totals, expression)
  est <- as.numeric(coef(x))
  se <- as.numeric(SE(x))
  t <- if (degf(s) > 0) qt(1 - (1 - o$level) / 2, degf(s)) else NA
  ci <- if (scale == "log") est * exp(c(-1, 1) * t * se / est) else est + c(-1, 1) * t * se
  if (scale == "correlation") ci <- pmin(1, pmax(-1, ci))
  list(estimate = est, se = clean(se), ciLow = clean(ci[1]), ciHigh = clean(ci[2]))
}

rao_scott <- function(s, rows, columns) {
  s <- update(s, rows = factor(rows), columns = factor(columns))
  if (length(unique(rows)) < 2 || length(unique(columns)) < 2) return(list(f = NA, df1 = NA, df2 = NA, p = NA))
  x <- svychisq(~ rows + columns, s, statistic = "F")
  list(f = as.numeric(x$statistic), df1 = x$parameter[[1]], df2 = x$parameter[[2]], p = as.numeric(x$p.value))
}

# The other tests of the crosstab. Where R stops there is nothing to compare with; it gives NaN where
# Wald's test has more contrasts than degrees of freedom, and infinity without any variance.
other_tests <- function(d, rows, columns) {
  valid <- !is.na(rows) & !is.na(columns)
  s <- update(d[which(valid), ], rows = factor(rows[valid]), columns = factor(columns[valid]))
  nothing <- list(f = NA, df1 = NA, df2 = NA, p = NA)
  if (length(unique(rows[valid])) < 2 || length(unique(columns[valid])) < 2) return(NULL)
  test <- function(statistic) tryCatch(svychisq(~ rows + columns, s, statistic = statistic), error = function(e) NULL)
  second <- test("F")
  first <- test("Chisq")
  wald <- function(x) {
    if (is.null(x)) return(NULL)
    if (!is.finite(x$p.value) || x$parameter[[1]] > degf(s)) return(nothing)
    list(f = as.numeric(x$statistic), df1 = x$parameter[[1]], df2 = x$parameter[[2]], p = as.numeric(x$p.value))
  }
  Filter(Negate(is.null), list(
    `rao-scott-first` = if (is.null(first)) NULL else if (!is.finite(second$statistic)) nothing else list(
      f = as.numeric(second$statistic), df1 = first$parameter[[1]], df2 = NA, p = as.numeric(first$p.value)),
    wald = wald(test("Wald")), `adjusted-wald` = wald(test("adjWald"))))
}

# For each row of the crosstab: its share in one column less its share in another, by the symbolic
# derivatives of svycontrast on the totals of all cells, p adjusted over the row; the ratio of the first
# two shares; the slope of the shares over the columns 1, 2, ... Columns without variation or without
# degrees of freedom of their own take no part in comparisons.
compared_columns <- function(d, rows, columns, row_count, column_count, o) {
  valid <- !is.na(rows) & !is.na(columns)
  s <- d[which(valid), ]
  if (nrow(s) == 0 || degf(s) <= 0) return(NULL)
  cell <- function(i, j) paste0("c", i, "_", j)
  for (i in seq_len(row_count) - 1) for (j in seq_len(column_count) - 1)
    s$variables[[cell(i, j)]] <- as.numeric(rows[valid] == i & columns[valid] == j)
  names <- as.vector(outer(seq_len(row_count) - 1, seq_len(column_count) - 1, cell))
  totals <- svytotal(as.formula(paste("~", paste(names, collapse = "+"))), s)
  value <- as.list(coef(totals))
  share <- function(i, j) sprintf("(%s / (%s))", cell(i, j), paste(cell(seq_len(row_count) - 1, j), collapse = "+"))
  linear <- function(text, df = table_df) {
    x <- svycontrast(totals, parse(text = text)[[1]])
    estimate <- as.numeric(coef(x))
    se <- as.numeric(SE(x))
    t <- estimate / se
    list(estimate = estimate, se = se, t = t, df = df, p = 2 * pt(-abs(t), df))
  }
  own_df <- sapply(seq_len(column_count) - 1, function(j) {
    there <- which(columns[valid] == j)
    if (length(there) == 0) 0 else degf(s[there, ])
  })
  table_df <- degf(s)
  df_of <- function(v, a, b) difference_df(v[a + 1], own_df[a + 1], v[b + 1], own_df[b + 1], table_df)
  with_interval <- function(x) {
    half <- qt(1 - (1 - o$level) / 2, x$df) * x$se
    c(x, list(ciLow = x$estimate - half, ciHigh = x$estimate + half))
  }
  lapply(seq_len(row_count) - 1, function(i) {
    p <- sapply(seq_len(column_count) - 1, function(j) eval(parse(text = share(i, j))[[1]], value))
    varied <- which(is.finite(p) & p > 0 & p < 1 & own_df > 0) - 1
    there <- which(is.finite(p)) - 1
    v <- sapply(seq_len(column_count) - 1, function(j) if (j %in% varied) linear(share(i, j))$se^2 else NA)
    pairs <- list()
    for (a in varied) for (b in varied[varied > a]) {
      x <- linear(paste(share(i, a), "-", share(i, b)), df_of(v, a, b))
      if (is.finite(x$se) && x$se > 1e-9)
        pairs[[length(pairs) + 1]] <- list(a = a, b = b, difference = x$estimate, se = x$se, df = x$df, p = x$p)
    }
    p_values <- sapply(pairs, function(pair) pair$p)
    for (k in seq_along(pairs)) {
      pairs[[k]]$adjusted <- p.adjust(p_values, "holm")[k]
      pairs[[k]]$bh <- p.adjust(p_values, "BH")[k]
    }
    trend <- NULL
    if (length(there) > 1) {
      score <- there + 1 - mean(there + 1)
      trend <- linear(paste(sprintf("%.17g * %s", score / sum(score^2), sapply(there, function(j) share(i, j))), collapse = "+"))
      trend <- if (is.finite(trend$se) && trend$se > 1e-9) with_interval(trend) else NULL
    }
    ratio <- NULL
    if (length(varied) > 1) {
      x <- linear(sprintf("log(%s / %s)", share(i, varied[1]), share(i, varied[2])),
                  df_of(v / p^2, varied[1], varied[2]))
      if (is.finite(x$se) && x$se > 1e-9) {
        half <- qt(1 - (1 - o$level) / 2, x$df) * x$se
        ratio <- list(a = varied[1], b = varied[2], estimate = exp(x$estimate), se = exp(x$estimate) * x$se, t = x$t, df = x$df, p = x$p,
                      ciLow = exp(x$estimate - half), ciHigh = exp(x$estimate + half))
      }
    }
    list(comparisons = pairs, trend = trend, ratio = ratio)
  })
}

# That no fear goes with any want: the joint covariance of the pairs' influence columns over all rows.
global_test <- function(s, x, fear, want) {
  columns <- list()
  statistic <- 0
  df <- 0
  for (f in fear) for (w in want) {
    valid <- which(!is.na(x[[f]]) & !is.na(x[[w]]))
    a <- x[[f]][valid]
    b <- x[[w]][valid]
    if (length(unique(a)) < 2 || length(unique(b)) < 2) next
    within <- s[valid, ]
    if (degf(within) <= 0) next
    weight <- weights(within)
    p <- sapply(c(11, 10, 1, 0), function(cell) sum(weight[10 * a + b == cell]) / sum(weight))
    value <- c(1, -1, -1, 1)[match(10 * a + b, c(11, 10, 1, 0))] / p[match(10 * a + b, c(11, 10, 1, 0))]
    column <- numeric(nrow(x))
    column[valid] <- (value - sum(weight * value) / sum(weight)) / sum(weight) * sqrt(length(valid) / sum(1 / p[p > 0]))
    columns[[length(columns) + 1]] <- column
    within <- update(within, a = a, b = b)
    statistic <- statistic + as.numeric(suppressWarnings(
      chisq.test(svytable(~ a + b, within, Ntotal = length(valid)), correct = FALSE))$statistic)
    df <- max(df, degf(within))
  }
  if (length(columns) == 0) return(NULL)
  v <- vcov(svytotal(do.call(cbind, columns), s))
  trace <- sum(diag(as.matrix(v)))
  if (!is.finite(trace) || trace <= 1e-20) return(NULL)
  df1 <- trace^2 / sum(v^2)
  list(statistic = statistic, f = statistic / trace, df1 = df1, df2 = df1 * df,
       p = pf(statistic / trace, df1, df1 * df, lower.tail = FALSE), pairs = length(columns))
}

margin <- function(d, x, o) {
  s <- d[which(!is.na(x)), ]
  x <- x[!is.na(x)]
  list(n = nrow(s), weightedN = sum(weights(s)), share = share(s, x, rep(TRUE, length(x)), o), shown = "yes")
}

pair <- function(d, fear, want, o) {
  valid <- !is.na(fear) & !is.na(want)
  s <- d[which(valid), ]
  f <- fear[valid] == 1
  w <- want[valid] == 1
  s <- update(s, fw = as.numeric(f & w), fx = as.numeric(f & !w), xw = as.numeric(!f & w),
              xx = as.numeric(!f & !w))
  totals <- svytotal(~ fw + fx + xw + xx, s)
  all <- rep(TRUE, length(f))
  odds <- contrast(totals, quote(log(fw) - log(fx) - log(xw) + log(xx)), s, o)
  cell <- function(isFear, isWant) {
    x <- (f == isFear) & (w == isWant)
    list(fear = isFear, want = isWant, n = sum(x), weightedN = sum(weights(s)[x]), ofTotal = share(s, x, all, o),
         ofFear = share(s, x, f == isFear, o), ofWant = share(s, x, w == isWant, o))
  }
  list(
    pair = list(
      n = nrow(s), weightedN = sum(weights(s)),
      both = share(s, f & w, all, o), wantGivenFear = share(s, w, f, o), fearGivenWant = share(s, f, w, o),
      lift = contrast(totals, quote(fw * (fw + fx + xw + xx) / ((fw + fx) * (fw + xw))), s, o, "log"),
      oddsRatio = if (is.na(odds$estimate)) NULL else list(
        estimate = exp(odds$estimate), logSe = odds$se, ciLow = exp(odds$ciLow), ciHigh = exp(odds$ciHigh)),
      phi = contrast(totals, quote((fw * xx - fx * xw) / sqrt((fw + fx) * (xw + xx) * (fw + xw) * (fx + xx))), s, o, "correlation"),
      test = c(rao_scott(s, f, w), q = NA), shown = "yes"),
    cells = list(cell(TRUE, TRUE), cell(TRUE, FALSE), cell(FALSE, TRUE), cell(FALSE, FALSE)),
    wantGivenNoFear = share(s, w, !f, o), fearGivenNoWant = share(s, f, !w, o),
    difference = contrast(totals, quote(fw / (fw + fx) - xw / (xw + xx)), s, o))
}

crosstab <- function(d, rows, columns, row_count, column_count, o) {
  valid <- !is.na(rows) & !is.na(columns)
  s <- d[which(valid), ]
  r <- rows[valid]
  c <- columns[valid]
  all <- rep(TRUE, length(r))
  axis <- function(x, count) lapply(seq_len(count) - 1, function(k) list(n = sum(x == k), weightedN = sum(weights(s)[x == k])))
  cells <- list()
  for (i in seq_len(row_count) - 1) for (j in seq_len(column_count) - 1) {
    x <- r == i & c == j
    cells[[length(cells) + 1]] <- list(n = sum(x), weightedN = sum(weights(s)[x]), ofTotal = share(s, x, all, o),
                                       ofRow = share(s, x, r == i, o), ofColumn = share(s, x, c == j, o), shown = "yes")
  }
  list(rows = axis(r, row_count), columns = axis(c, column_count), cells = cells, test = rao_scott(s, r, c))
}

# Everything for one case. `inside` NULL: the whole sample. Rows of weight zero count in no estimate.
expected <- function(d, data, roles, o) {
  keep <- weights(d) > 0
  if (!is.null(roles$domain)) keep <- keep & data[[roles$domain]] == 1
  s <- d[which(keep), ]
  x <- data[which(keep), ]
  names <- function(prefix) grep(paste0("^", prefix, "[0-9]$"), colnames(data), value = TRUE)
  fear <- names("fear")
  want <- names("want")
  pairs <- list()
  for (f in fear) for (w in want) pairs[[length(pairs) + 1]] <- pair(s, x[[f]], x[[w]], o)
  p <- sapply(pairs, function(one) one$pair$test$p)
  q <- p.adjust(p, "BH")
  for (k in seq_along(pairs)) pairs[[k]]$pair$test$q <- clean(q[k])
  full <- d[which(weights(d) > 0), ]
  list(
    design = list(strataCount = length(unique(d$strata[, 1])), psuCount = length(unique(d$cluster[, 1])), df = degf(full)),
    fear = lapply(fear, function(f) margin(s, x[[f]], o)), want = lapply(want, function(w) margin(s, x[[w]], o)),
    pairs = pairs,
    crosstab = crosstab(s, x$row, x$column, roles$rowCount, roles$columnCount, o),
    tests = other_tests(s, x$row, x$column),
    columns = compared_columns(s, x$row, x$column, roles$rowCount, roles$columnCount, o),
    global = global_test(s, x, fear, want))
}
