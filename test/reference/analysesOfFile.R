# What R survey says of a survey file, as JSON in the shape of `larger-freedom crosstab|concerns|compare|means --json`.
# Rscript analysesOfFile.R '[{"file": "...", "weight": "w", "strata": "h", "psu": "c", "missing": [8, 9],
#                            "crosstab": {"rows": "a", "columns": "b", "nets": [{"axis": "rows", "values": [1, 2]}]}}]'
# `missing` is set aside in every variable that has value labels, but for the design's own.
suppressPackageStartupMessages({ library(haven); library(survey); library(jsonlite) })
options(survey.lonely.psu = "fail")

readFile <- function(file) if (grepl("dta$", file)) read_dta(file) else if (grepl("csv$", file)) read.csv(file) else read_sav(file)
readAsk <- function(ask) {
  raw <- readFile(ask$file)
  data <- data.frame(row = seq_len(nrow(raw)))
  for (name in names(raw)) if (is.numeric(raw[[name]]) && !inherits(raw[[name]], "Date")) {
    values <- as.numeric(raw[[name]])
    if (!is.null(attr(raw[[name]], "labels"))) values[values %in% unlist(ask$missing)] <- NA
    data[[name]] <- values
  }
  own <- function(name, none) if (is.null(name)) none else as.numeric(raw[[name]])
  data$.w <- own(ask$weight, rep(1, nrow(raw)))
  data$.h <- own(ask$strata, rep(1, nrow(raw)))
  data$.c <- own(ask$psu, seq_len(nrow(raw)))
  svydesign(ids = ~.c, strata = ~.h, weights = ~.w, data = data, nest = TRUE)
}

one <- function(x) if (length(x) == 0 || !is.finite(x[[1]])) NA else as.numeric(x[[1]])
# The share of the respondents of `within` for whom `y`.
share <- function(within, y) {
  n <- nrow(within$variables)
  within <- update(within, .y = as.numeric(y))
  m <- svymean(~.y, within, deff = "replace")
  p <- coef(m)[[1]]; se <- SE(m)[[1]]; df <- degf(within)
  constant <- p <= 0 || all(y)
  ci <- if (constant) as.numeric(binom.test(sum(y), n)$conf.int)
        else plogis(qlogis(p) + c(-1, 1) * qt(.975, df) * se / (p * (1 - p)))
  if (constant) { p <- as.numeric(all(y)); se <- 0 }
  list(estimate = p, se = se, ciLow = ci[1], ciHigh = ci[2], deff = if (constant) NA else one(deff(m)),
       cv = one(se / p), effectiveN = if (constant) NA else n / deff(m)[[1]], df = df, n = n)
}
contrastOf <- function(x, df) {
  est <- coef(x)[[1]]; se <- SE(x)[[1]]
  list(estimate = est, se = se, ciLow = est - qt(.975, df) * se, ciHigh = est + qt(.975, df) * se,
       t = est / se, df = df, p = 2 * pt(-abs(est / se), df))
}
# a / b of two groups' figures: on the logarithmic scale.
ratioOf <- function(log, df) {
  est <- coef(log)[[1]]; se <- SE(log)[[1]]
  bounds <- exp(est + c(-1, 1) * qt(.975, df) * se)
  list(estimate = exp(est), se = exp(est) * se, ciLow = bounds[1], ciHigh = bounds[2], t = est / se, df = df,
       p = 2 * pt(-abs(est / se), df))
}
independence <- function(within, a, b) {
  within <- update(within, .a = factor(a), .b = factor(b))
  x <- svychisq(~ .a + .b, within, statistic = "F")
  list(f = one(x$statistic), df1 = x$parameter[[1]], df2 = x$parameter[[2]], p = one(x$p.value))
}
# Of a difference between two groups: Satterthwaite's degrees of freedom, at most those of all groups.
differenceDf <- function(va, na, vb, nb, most) min(most, (va + vb)^2 / (va^2 / na + vb^2 / nb))
# Each group with each: comparisons and letters.
compareGroups <- function(by, within, adjust, groups, takesPart) {
  v <- vcov(by); est <- coef(by); k <- length(est); own <- ownDf(within, groups)
  pairs <- list()
  for (i in seq_len(k)) for (j in seq_len(k)) if (i < j && takesPart[i] && takesPart[j]) {
    df <- differenceDf(v[i, i], own[i], v[j, j], own[j], degf(within))
    se <- sqrt(v[i, i] + v[j, j] - 2 * v[i, j]); d <- est[[i]] - est[[j]]
    pairs[[length(pairs) + 1]] <- list(i = i, j = j, difference = d, se = se, df = df, p = 2 * pt(-abs(d / se), df))
  }
  adjusted <- p.adjust(sapply(pairs, `[[`, "p"), if (adjust == "bh") "BH" else adjust)
  lower <- rep(list(integer()), k)
  for (at in seq_along(pairs)) if (adjusted[at] < .05) {
    pair <- pairs[[at]]
    high <- if (pair$difference > 0) pair$i else pair$j
    lower[[high]] <- c(lower[[high]], if (pair$difference > 0) pair$j else pair$i)
  }
  list(
    comparisons = lapply(seq_along(pairs), function(at) with(pairs[[at]], list(
      a = groups[i], b = groups[j], difference = difference, se = se, df = df, p = p, adjusted = adjusted[at]))),
    letters = sapply(lower, function(one) paste(LETTERS[sort(one)], collapse = ""))
  )
}
# Of the groups in .g, each by itself.
ownDf <- function(within, groups) sapply(groups, function(one) degf(subset(within, within$variables$.g == one)))
trendOf <- function(by, df) {
  scores <- seq_along(coef(by)); centred <- scores - mean(scores)
  contrastOf(svycontrast(by, centred / sum(centred^2)), df)
}

crosstab <- function(d, ask) {
  rows <- d$variables[[ask$rows]]; columns <- d$variables[[ask$columns]]
  valid <- !is.na(rows) & !is.na(columns)
  within <- subset(d, valid); rows <- rows[valid]; columns <- columns[valid]; w <- weights(within)
  rowValues <- sort(unique(rows)); columnValues <- sort(unique(columns))
  cell <- function(inRow, inColumn) list(
    n = sum(inRow & inColumn), weightedN = sum(w[inRow & inColumn]),
    ofTotal = share(within, inRow & inColumn),
    ofRow = share(subset(within, inRow), inColumn[inRow]),
    ofColumn = share(subset(within, inColumn), inRow[inColumn]))
  lettersOf <- function(inRow) {
    within <- update(within, .y = as.numeric(inRow), .g = columns)
    by <- svyby(~.y, ~.g, within, svymean, covmat = TRUE)
    compareGroups(by, within, ask$letters, columnValues, coef(by) > 0 & coef(by) < 1)$letters
  }
  line <- function(inRow, more) {
    letters <- lettersOf(inRow)
    lapply(seq_along(columnValues), function(at)
      c(more(columnValues[at]), cell(inRow, columns == columnValues[at]), letters = letters[at]))
  }
  axis <- function(values, answers) lapply(values, function(one)
    list(value = one, n = sum(answers == one), weightedN = sum(w[answers == one])))
  list(
    rows = list(categories = axis(rowValues, rows)), columns = list(categories = axis(columnValues, columns)),
    cells = do.call(c, lapply(rowValues, function(one) line(rows == one, function(column) list(row = one, column = column)))),
    nets = lapply(ask$nets, function(net) {
      inNet <- (if (net$axis == "rows") rows else columns) %in% unlist(net$values)
      list(axis = net$axis, n = sum(inNet), weightedN = sum(w[inNet]), cells =
        if (net$axis == "rows") line(inNet, function(column) list(across = column))
        else lapply(rowValues, function(one) c(list(across = one), cell(rows == one, inNet))))
    }),
    test = independence(within, rows, columns))
}

# Among the concerned, the share of the answer at the end of the scale; it has one where the codes lie at one end.
severityOf <- function(d, values, codes) {
  codes <- sort(unlist(codes)); scale <- sort(unique(values))
  if (length(codes) == 1) return(list(none = "oneAnswer"))
  top <- identical(as.numeric(codes), as.numeric(tail(scale, length(codes))))
  bottom <- identical(as.numeric(codes), as.numeric(head(scale, length(codes))))
  if (top == bottom) return(list(none = "noOrder"))
  code <- if (top) max(codes) else min(codes); among <- values %in% codes
  within <- subset(d, among)
  list(code = code, n = sum(among), weightedN = sum(weights(within)), share = share(within, values[among] == code))
}
concerned <- function(values, codes) ifelse(is.na(values), NA, values %in% unlist(codes))
concerns <- function(d, ask) {
  marks <- lapply(names(ask$rules), function(name) concerned(d$variables[[name]], ask$rules[[name]]))
  names(marks) <- names(ask$rules)
  figures <- lapply(names(marks), function(name) {
    valid <- !is.na(marks[[name]]); within <- subset(d, valid)
    list(variable = name, n = sum(valid), weightedN = sum(weights(within)), share = share(within, marks[[name]][valid]),
         severity = if (isTRUE(ask$severity)) severityOf(d, d$variables[[name]], ask$rules[[name]]) else NULL)
  })
  order <- order(-sapply(figures, function(one) one$share$estimate))
  figures <- figures[order]; marks <- marks[order]
  list(concerns = lapply(seq_along(figures), function(at) {
    figure <- c(rank = at, figures[[at]], list(next. = if (at < length(marks)) nextOf(d, marks[[at]], marks[[at + 1]]) else NULL))
    names(figure)[names(figure) == "next."] <- "next"
    if (is.null(ask$by)) figure else c(figure, groupsOf(d, marks[[at]], ask))
  }))
}
# The difference of two concerns, each among its own respondents.
nextOf <- function(d, a, b) {
  within <- update(d, .va = as.numeric(!is.na(a)), .vb = as.numeric(!is.na(b)),
                   .a = as.numeric(a %in% TRUE), .b = as.numeric(b %in% TRUE))
  totals <- svytotal(~ .a + .va + .b + .vb, within)
  contrastOf(svycontrast(totals, quote(.a / .va - .b / .vb)), degf(subset(d, !is.na(a) | !is.na(b))))
}
groupsOf <- function(d, mark, ask) {
  group <- d$variables[[ask$by]]
  valid <- !is.na(mark) & !is.na(group)
  within <- subset(update(d, .y = as.numeric(mark), .g = group), valid)
  values <- sort(unique(group[valid])); df <- degf(within)
  by <- svyby(~.y, ~.g, within, svymean, covmat = TRUE)
  compared <- compareGroups(by, within, ask$letters, values, coef(by) > 0 & coef(by) < 1)
  groups <- lapply(seq_along(values), function(at) {
    here <- within$variables$.g == values[at]
    others <- svyby(~.y, ~.o, update(within, .o = as.numeric(!here)), svymean, covmat = TRUE)
    v <- diag(vcov(others))
    ofDifference <- differenceDf(v[[1]], degf(subset(within, here)), v[[2]], degf(subset(within, !here)), df)
    list(value = values[at], n = sum(here), weightedN = sum(weights(within)[here]),
         share = share(subset(within, here), within$variables$.y[here] == 1),
         fromOthers = contrastOf(svycontrast(others, c(1, -1)), ofDifference), letters = compared$letters[at])
  })
  list(groups = groups, comparisons = compared$comparisons, trend = trendOf(by, df),
       test = independence(within, within$variables$.y, within$variables$.g), .by = by, .df = df, .own = ownDf(within, values), .values = values)
}
compareGroupsOf <- function(d, ask) {
  mark <- concerned(d$variables[[ask$concern]], ask$codes)
  found <- groupsOf(d, mark, ask)
  by <- found$.by; own <- found$.own; values <- found$.values; v <- diag(vcov(by))
  names <- paste0("g", seq_along(values))
  figures <- coef(by); names(figures) <- names
  joint <- structure(figures, var = structure(vcov(by), dimnames = list(names, names)), class = "svystat")
  pairs <- list()
  for (i in seq_along(values)) for (j in seq_along(values)) if (i < j) {
    contrast <- rep(0, length(values)); contrast[i] <- 1; contrast[j] <- -1
    log <- svycontrast(joint, bquote(log(.(as.name(names[i])) / .(as.name(names[j])))))
    pairs[[length(pairs) + 1]] <- list(a = values[i], b = values[j],
      difference = contrastOf(svycontrast(by, contrast), differenceDf(v[[i]], own[i], v[[j]], own[j], found$.df)),
      ratio = ratioOf(log, differenceDf(v[[i]] / figures[[i]]^2, own[i], v[[j]] / figures[[j]]^2, own[j], found$.df)))
  }
  adjusted <- p.adjust(sapply(pairs, function(one) one$difference$p), if (ask$letters == "bh") "BH" else ask$letters)
  for (at in seq_along(pairs)) pairs[[at]]$adjusted <- adjusted[at]
  valid <- !is.na(mark) & !is.na(d$variables[[ask$by]])
  list(all = list(n = sum(valid), share = share(subset(d, valid), mark[valid])),
       groups = lapply(found$groups, function(one) one[c("value", "n", "weightedN", "share")]),
       pairs = pairs, trend = found$trend, test = found$test)
}
compareSurveys <- function(d, ask) {
  sides <- lapply(list(list(d, ask$concern, ask$codes), list(readAsk(ask$other), ask$other$concern, ask$other$codes)), function(side) {
    mark <- concerned(side[[1]]$variables[[side[[2]]]], side[[3]]); valid <- !is.na(mark)
    list(n = sum(valid), weightedN = sum(weights(side[[1]])[valid]), share = share(subset(side[[1]], valid), mark[valid]))
  })
  # Satterthwaite's degrees of freedom of a difference of two independent figures.
  welch <- function(ea, va, na, eb, vb, nb) {
    df <- (va + vb)^2 / (va^2 / na + vb^2 / nb); se <- sqrt(va + vb); est <- ea - eb
    list(estimate = est, se = se, ciLow = est - qt(.975, df) * se, ciHigh = est + qt(.975, df) * se,
         t = est / se, df = df, p = 2 * pt(-abs(est / se), df))
  }
  a <- sides[[1]]$share; b <- sides[[2]]$share
  log <- welch(log(a$estimate), (a$se / a$estimate)^2, a$df, log(b$estimate), (b$se / b$estimate)^2, b$df)
  ratio <- exp(log$estimate)
  list(surveys = sides, difference = welch(a$estimate, a$se^2, a$df, b$estimate, b$se^2, b$df),
       ratio = list(estimate = ratio, se = ratio * log$se, ciLow = exp(log$ciLow), ciHigh = exp(log$ciHigh),
                    t = log$t, df = log$df, p = log$p))
}

means <- function(d, ask) list(variables = lapply(unlist(ask$variables), function(name) {
  y <- d$variables[[name]]; group <- if (is.null(ask$by)) rep(1, length(y)) else d$variables[[ask$by]]
  valid <- !is.na(y) & !is.na(group)
  within <- subset(update(d, .y = y, .g = group), valid)
  figures <- function(s) {
    m <- svymean(~.y, s, deff = "replace"); df <- degf(s); est <- coef(m)[[1]]; se <- SE(m)[[1]]
    quantiles <- svyquantile(~.y, s, unlist(ask$quantiles), interval.type = "mean", qrule = "math", df = df)$.y
    list(n = nrow(s$variables), weightedN = sum(weights(s)),
         mean = list(estimate = est, se = se, ciLow = est - qt(.975, df) * se, ciHigh = est + qt(.975, df) * se,
                     deff = deff(m)[[1]], cv = se / est, df = df, sd = sqrt(coef(svyvar(~.y, s))[[1]])),
         quantiles = lapply(seq_along(unlist(ask$quantiles)), function(at) list(
           probability = unlist(ask$quantiles)[at], estimate = quantiles[at, 1], se = one(quantiles[at, 4]),
           ciLow = one(quantiles[at, 2]), ciHigh = one(quantiles[at, 3]))))
  }
  if (is.null(ask$by)) return(list(variable = name, all = figures(within)))
  values <- sort(unique(group[valid]))
  by <- svyby(~.y, ~.g, within, svymean, covmat = TRUE)
  compared <- compareGroups(by, within, ask$letters, values, rep(TRUE, length(values)))
  list(variable = name, all = figures(within),
       groups = lapply(seq_along(values), function(at) c(list(value = values[at]),
         figures(subset(within, within$variables$.g == values[at])), letters = compared$letters[at])),
       comparisons = compared$comparisons, trend = trendOf(by, degf(within)))
}))

plain <- function(x) if (is.list(x)) lapply(x[!grepl("^[.]", if (is.null(names(x))) rep("", length(x)) else names(x))], plain) else x
asks <- fromJSON(commandArgs(trailingOnly = TRUE)[1], simplifyVector = FALSE)
answers <- lapply(asks, function(ask) {
  d <- readAsk(ask)
  design <- list(strataCount = length(unique(d$variables$.h)), psuCount = nrow(unique(d$variables[c(".h", ".c")])), df = degf(d))
  c(if (is.null(ask$surveys)) list(design = design), plain(
    if (!is.null(ask$crosstab)) crosstab(d, ask$crosstab)
    else if (!is.null(ask$concerns)) concerns(d, ask$concerns)
    else if (!is.null(ask$groups)) compareGroupsOf(d, ask$groups)
    else if (!is.null(ask$surveys)) compareSurveys(d, ask$surveys)[c("surveys", "difference", "ratio")]
    else means(d, ask$means)))
})
cat(toJSON(answers, auto_unbox = TRUE, digits = NA, null = "null", na = "null"))
