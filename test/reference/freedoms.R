# Numbers of fear and want concerns, and the four-way split of them, of all and by group.
# Rscript test/reference/freedoms.R
source("test/reference/situation.R")
made <- made_by("freedoms.R")
parts <- c("neither", "fearOnly", "wantOnly", "both")

set.seed(20261122)
psus <- 60
size <- sample(8:14, psus, replace = TRUE)
psu <- rep(seq_len(psus), size)
stratum <- (psu - 1) %/% 10 + 1
rows <- length(psu)
unsafe <- rnorm(psus, 0, 0.7)[psu] + rnorm(rows, 0, 0.8)
poor <- 0.5 * unsafe + rnorm(psus, 0, 0.6)[psu] + rnorm(rows, 0, 0.8)
data <- data.frame(stratum, psu, weight = round(exp(rnorm(psus, 0, 0.5)[psu]) * (1 + plogis(poor)), 3))
for (k in 1:5) data[[paste0("fear", k)]] <- as.integer(unsafe + rnorm(rows) > 0.2 * k)
for (k in 1:4) data[[paste0("want", k)]] <- as.integer(poor + rnorm(rows) > 0.4 * k - 0.6)
for (name in grep("^(fear|want)", names(data), value = TRUE)) data[[name]][runif(rows) < 0.12] <- NA
silent <- sample(rows, 40)
data[silent, paste0("fear", 1:4)] <- NA
data$group <- ifelse(runif(rows) < 0.03, NA, 1 + (psu %% 2 == 0) + (poor > 1))
data$inside <- as.integer(runif(rows) < 0.8)

split_of <- function(data, d, question, o) {
  side <- function(prefix) {
    answers <- data[grep(paste0("^", prefix), names(data))]
    valid <- rowSums(!is.na(answers))
    needed <- if (question$answered == "all") ncol(answers) else ncol(answers) / 2
    list(count = ifelse(valid >= needed, rowSums(answers, na.rm = TRUE), NA), all = valid == ncol(answers), size = ncol(answers))
  }
  fear <- side("fear")
  want <- side("want")
  kept <- if (is.null(question$domain)) rep(TRUE, nrow(data)) else data[[question$domain]] == 1
  counted <- kept & !is.na(fear$count) & !is.na(want$count)
  part <- factor(1 + (fear$count >= question$atLeast$fear) + 2 * (want$count >= question$atLeast$want), levels = 1:4)
  d <- update(d, place = part, group = factor(data$group))
  weight <- weights(d, "sampling")
  people <- function(rows) list(n = sum(rows), weightedN = sum(weight[rows]))
  of <- function(whole, part) c(people(whole & part), list(share = share(d, whole & part, whole, o)))
  rows <- expand.grid(want = 0:want$size, fear = 0:fear$size)
  groups <- sort(unique(data$group))
  by <- svyby(~place, ~group, subset(d, counted & !is.na(data$group)), svymean, covmat = TRUE)
  pairs <- combn(length(groups), 2, simplify = FALSE)
  list(
    counted = people(counted), leftOut = people(kept & !counted), inPart = sum(counted & !(fear$all & want$all)),
    counts = lapply(seq_len(nrow(rows)), function(i) c(list(fear = rows$fear[i], want = rows$want[i]), of(counted, fear$count %in% rows$fear[i] & want$count %in% rows$want[i]))),
    fearCounts = lapply(0:fear$size, function(k) c(list(fear = k), of(counted, fear$count %in% k))),
    wantCounts = lapply(0:want$size, function(k) c(list(want = k), of(counted, want$count %in% k))),
    fearAtLeast = lapply(seq_len(fear$size), function(k) c(list(fear = k), of(counted, fear$count >= k))),
    wantAtLeast = lapply(seq_len(want$size), function(k) c(list(want = k), of(counted, want$count >= k))),
    split = lapply(1:4, function(p) of(counted, part %in% p)),
    groups = lapply(groups, function(g) {
      inside <- counted & data$group %in% g
      c(people(inside), list(split = lapply(1:4, function(p) of(inside, part %in% p))))
    }),
    # Groups in which nobody, or everybody, is in a part are not compared.
    comparisons = lapply(1:4, function(p) lapply(Filter(function(pair) all(SE(by)[pair, p] > 0), pairs), function(pair) {
      contrast <- rep(0, 4 * length(groups))
      contrast[(p - 1) * length(groups) + pair] <- c(1, -1)
      x <- svycontrast(by, contrast)
      list(a = pair[1] - 1, b = pair[2] - 1, difference = clean(coef(x)), se = clean(SE(x)))
    })),
    test = {
      x <- svychisq(~place + group, subset(d, counted & !is.na(data$group)), statistic = "F")
      list(f = clean(x$statistic), df1 = clean(x$parameter[1]), df2 = clean(x$parameter[2]), p = clean(x$p.value))
    })
}

freedoms <- function(name, roles, question, o = logit) {
  cat(name, "\n")
  roles <- modifyList(list(lonelyPsu = "fail"), roles)
  roles$domain <- question$domain
  d <- design_of(data, roles)
  write_case(name, list(data = data, expected = list(
    made = made, roles = roles, options = o, question = question, freedoms = split_of(data, d, question, o))))
}

clustered <- list(weight = "weight", strata = "stratum", psu = "psu")
freedoms("freedoms-at-least-one-of-each", clustered, list(atLeast = list(fear = 1, want = 1), answered = "half"))
freedoms("freedoms-of-those-with-every-answer", clustered, list(atLeast = list(fear = 2, want = 1), answered = "all"))
freedoms("freedoms-in-a-domain-at-least-two", clustered, list(atLeast = list(fear = 2, want = 3), answered = "half", domain = "inside"), list(interval = "beta", level = 0.9))
freedoms("freedoms-without-weights-or-clusters", list(), list(atLeast = list(fear = 1, want = 1), answered = "half"))
