# Seconds of the processor that R survey takes for one of the cases of bench/tables.ts; the data are in memory and the design is made
# before the clock starts. Arguments: the file, the case, how many of its parts to measure, and how many it has.
suppressPackageStartupMessages({ library(haven); library(survey) })
processor <- function() sum(proc.time()[c("user.self", "sys.self")])
arguments <- commandArgs(trailingOnly = TRUE)
path <- arguments[1]; case <- arguments[2]
measured <- as.integer(arguments[3]); parts <- as.integer(arguments[4])
data <- as.data.frame(zap_labels(read_sav(path)))
crossing <- function(one, ones, other, others)
  factor(pmin(one, ones - 1) * others + pmin(other, others - 1), levels = seq_len(ones * others) - 1)
data$twelve <- crossing(data$Q040, 4, data$Q041, 3)
data$twenty <- crossing(data$Q042, 5, data$Q043, 4)
data$commune <- factor(floor(data$psu * 77 / 744))
data$department <- factor(floor(data$stratum * 12 / 24))
concerns <- c(paste0("F", 1:20), paste0("W", 1:20))
for (name in concerns) data[[name]] <- ifelse(is.na(data[[name]]), NA, as.numeric(data[[name]] %in% c(3, 4)))
design <- svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, data = data, nest = TRUE)
replicates <- if (case == "bootstrap")
  as.svrepdesign(design, type = "subbootstrap", replicates = 100, mse = TRUE)
# Shares of the table, of rows and of columns with intervals, and the columns of each row against each other.
crosstab <- function(row) {
  valid <- subset(design, !is.na(twelve) & !is.na(twenty))
  valid <- update(valid, inrow = as.numeric(twelve == levels(twelve)[row]))
  for (column in levels(data$twenty)) {
    valid <- update(valid, incell = inrow * (twenty == column), incolumn = as.numeric(twenty == column))
    svymean(~incell, valid, deff = "replace")
    svyciprop(~incell, valid, method = "xlogit")
    svymean(~incolumn, subset(valid, inrow == 1), deff = "replace")
    svyciprop(~incolumn, subset(valid, inrow == 1), method = "xlogit")
    svymean(~inrow, subset(valid, incolumn == 1), deff = "replace")
    svyciprop(~inrow, subset(valid, incolumn == 1), method = "xlogit")
  }
  by <- svyby(~inrow, ~twenty, valid, svymean, covmat = TRUE)
  covariance <- vcov(by); shares <- coef(by)
  p.adjust(unlist(lapply(1:19, function(a) lapply((a + 1):20, function(b) {
    t <- (shares[a] - shares[b]) / sqrt(covariance[a, a] + covariance[b, b] - 2 * covariance[a, b])
    2 * pt(-abs(t), degf(valid))
  }))), "holm")
}
# Each group's share with its interval, its difference from the others, the trend and the test.
communes <- function(part) {
  name <- concerns[part]
  valid <- subset(design, !is.na(data[[name]]))
  valid <- update(valid, y = valid$variables[[name]])
  by <- svyby(~y, ~commune, valid, svymean, covmat = TRUE)
  svyby(~y, ~commune, valid, svyciprop, vartype = "ci", method = "xlogit")
  score <- seq_along(coef(by)) - mean(seq_along(coef(by)))
  svycontrast(by, score / sum(score^2))
  for (one in levels(data$commune)) {
    valid <- update(valid, here = commune == one)
    svycontrast(svyby(~y, ~here, valid, svymean, covmat = TRUE), c(-1, 1))
  }
  svychisq(~ y + commune, valid, statistic = "F")
}
# The share of each department in each of 100 replicates; ten times as many take ten times as long.
bootstrap <- function(part) {
  valid <- subset(replicates, !is.na(data[[concerns[part]]]))
  valid <- update(valid, y = valid$variables[[concerns[part]]])
  svyby(~y, ~department, valid, svymean, return.replicates = TRUE)
}
work <- list(crosstab = crosstab, communes = communes, bootstrap = bootstrap)[[case]]
start <- processor()
for (part in seq_len(measured)) work(part)
seconds <- (processor() - start) * parts / measured
if (case == "crosstab") {
  start <- processor()
  svychisq(~ twelve + twenty, subset(design, !is.na(twelve) & !is.na(twenty)), statistic = "F")
  seconds <- seconds + processor() - start
}
if (case == "bootstrap") seconds <- 10 * seconds
cat(seconds, "\n")
