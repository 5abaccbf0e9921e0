# Sets of answers by group: as parts of the respondents and of the responses, nets, and each group beside
# all others. Rscript test/reference/sets.R
source("test/reference/situation.R")
data(api)
made <- made_by("sets.R")

# A part of the responses: a ratio of totals, with an interval on the logit scale; at 0 and 1 that of
# Clopper and Pearson with the number of respondents.
part_of_responses <- function(s, item, all, o) {
  r <- svyratio(~item, ~all, update(s, item = item, all = all))
  p <- as.numeric(coef(r))
  se <- as.numeric(SE(r))
  half <- qt(1 - (1 - o$level) / 2, degf(s)) * se / (p * (1 - p))
  ci <- if (p %in% 0:1) binom.test(p * nrow(s), nrow(s), conf.level = o$level)$conf.int else plogis(qlogis(p) + c(-1, 1) * half)
  list(estimate = p, se = se, ciLow = ci[1], ciHigh = ci[2], cv = clean(se / p), df = degf(s), n = nrow(s))
}

# data: item1, item2, … (0, 1, missing), group (0, 1, …). Who answered no item is outside; an item without
# an answer counts as not chosen.
set_by_group <- function(name, data, roles, o = logit) {
  roles <- modifyList(list(lonelyPsu = "fail"), roles)
  cat(name, "\n")
  d <- design_of(data, roles)
  items <- as.matrix(data[grep("^item[0-9]$", colnames(data))])
  keep <- which(rowSums(!is.na(items)) > 0 & !is.na(data$group))
  items[is.na(items)] <- 0
  s <- d[keep, ]
  items <- items[keep, ]
  group <- data$group[keep]
  groups <- sort(unique(group))
  places <- c(list(seq_along(keep)), lapply(groups, function(g) which(group == g)))
  every <- function(answer) {
    x <- lapply(places, answer)
    list(all = x[[1]], groups = x[-1])
  }
  of_respondents <- function(x) every(function(i) share(s[i, ], x[i] == 1, rep(TRUE, length(i)), o))
  answers <- list(
    respondents = lapply(seq_len(ncol(items)), function(k) of_respondents(items[, k])),
    responses = lapply(seq_len(ncol(items)), function(k) every(function(i) part_of_responses(s[i, ], items[i, k], rowSums(items)[i], o))),
    totals = every(function(i) list(n = length(i), weightedN = sum(weights(s)[i]), responses = sum(items[i, ]), weightedResponses = sum(items[i, ] * weights(s)[i]))),
    net = of_respondents(pmax(items[, 1], items[, 2])),
    netOfResponses = every(function(i) part_of_responses(s[i, ], (items[, 1] + items[, 2])[i], rowSums(items)[i], o)),
    fromOthers = lapply(groups, function(g) {
      t <- svyratio(~inside + outside, ~one + other, update(s, inside = items[, 1] * (group == g), outside = items[, 1] * (group != g),
                                                           one = as.numeric(group == g), other = as.numeric(group != g)), covmat = TRUE)
      contrast <- svycontrast(t, setNames(c(1, -1), c("inside/one", "outside/other")))
      estimate <- as.numeric(coef(contrast))
      se <- as.numeric(SE(contrast))
      v <- diag(vcov(t))[c("inside/one", "outside/other")]
      df <- difference_df(v[[1]], degf(s[which(group == g), ]), v[[2]], degf(s[which(group != g), ]), degf(s))
      half <- qt(1 - (1 - o$level) / 2, df) * se
      list(estimate = estimate, se = se, ciLow = estimate - half, ciHigh = estimate + half, df = df,
           p = 2 * pt(-abs(estimate / se), df))
    }))
  write_case(name, list(data = data, expected = c(list(made = made, roles = roles, options = o), answers)))
}

schools <- function(sample) data.frame(
  weight = sample$pw, type = sample$stype, district = sample$dnum, item1 = yes(sample$awards), item2 = yes(sample$sch.wide),
  item3 = yes(sample$yr.rnd), item4 = as.integer(sample$meals > 50), group = code(sample$stype))
set_by_group("answers of a simple sample", cbind(schools(apisrs), schools = apisrs$fpc), list(weight = "weight", fpc = "schools"))
districts <- schools(apiclus1)
set_by_group("answers in districts", districts, list(weight = "weight", psu = "district"))
districts$item1[seq(1, 183, 5)] <- NA
districts$item2[seq(1, 183, 10)] <- NA
districts[seq(1, 183, 20), c("item1", "item2", "item3", "item4")] <- NA
districts$group[seq(2, 183, 30)] <- NA
set_by_group("answers with missing items", districts, list(weight = "weight", psu = "district"), list(interval = "logit", level = 0.9))

# Two surveys drawn independently: strata of one design in R; degrees of freedom after Satterthwaite.
two_surveys <- function(name, first, second, level = 0.95) {
  cat(name, "\n")
  data <- rbind(cbind(survey = 1, first), cbind(survey = 2, second))
  roles <- list(weight = "weight", strata = "stratum", psu = "psu", lonelyPsu = "fail")
  data$stratum <- paste0(data$survey, data$type)
  d <- design_of(data, roles)
  shares <- svyby(~item1, ~survey, d, svymean, covmat = TRUE)
  df <- sapply(1:2, function(k) degf(d[which(data$survey == k), ]))
  of <- function(contrast, back) {
    estimate <- as.numeric(coef(contrast))
    se <- as.numeric(SE(contrast))
    v <- if (back) diag(vcov(shares)) / coef(shares)^2 else diag(vcov(shares))
    nu <- sum(v)^2 / sum(v^2 / df)
    ci <- estimate + c(-1, 1) * qt(1 - (1 - level) / 2, nu) * se
    p <- 2 * pt(-abs(estimate / se), nu)
    if (back) return(list(estimate = exp(estimate), se = exp(estimate) * se, ciLow = exp(ci[1]), ciHigh = exp(ci[2]), df = nu, p = p))
    list(estimate = estimate, se = se, ciLow = ci[1], ciHigh = ci[2], df = nu, p = p)
  }
  write_case(name, list(data = data, expected = list(
    made = made, roles = roles, level = level, difference = of(svycontrast(shares, c(1, -1)), FALSE),
    ratio = of(svycontrast(shares, quote(log(`1`) - log(`2`))), TRUE))))
}

blocks <- function(sample) {
  data <- schools(sample)
  data$psu <- ave(seq_len(nrow(data)), data$type, FUN = function(i) (seq_along(i) - 1) %/% 4)
  data
}
two_surveys("two independent surveys", blocks(apisrs), blocks(apistrat))
two_surveys("two independent surveys, one of them small", blocks(apisrs)[1:40, ], blocks(apistrat), 0.9)
