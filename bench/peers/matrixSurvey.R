# Seconds of the processor that R survey takes for the figures of one pair, times the number of pairs of the matrix.
# Measured over `measured` pairs; the data are in memory and the design is made before the clock starts.
suppressPackageStartupMessages({ library(haven); library(survey) })
processor <- function() sum(proc.time()[c("user.self", "sys.self")])
arguments <- commandArgs(trailingOnly = TRUE)
path <- arguments[1]; items <- as.integer(arguments[2]); measured <- as.integer(arguments[3])
data <- as.data.frame(zap_labels(read_sav(path)))
concerned <- function(x) as.numeric(x %in% c(3, 4))
for (i in seq_len(items)) for (half in c("F", "W")) {
  name <- paste0(half, i)
  data[[name]] <- ifelse(is.na(data[[name]]), NA, concerned(data[[name]]))
}
design <- svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, data = data, nest = TRUE)
pairs <- expand.grid(fear = seq_len(items), want = seq_len(items))
chosen <- pairs[round(seq(1, nrow(pairs), length.out = measured)), ]
start <- processor()
for (row in seq_len(nrow(chosen))) {
  f <- paste0("F", chosen$fear[row]); w <- paste0("W", chosen$want[row])
  both <- subset(design, !is.na(data[[f]]) & !is.na(data[[w]]))
  both <- update(both, a = both$variables[[f]], b = both$variables[[w]])
  both <- update(both, ab = a * b, a1b0 = a * (1 - b), a0b1 = (1 - a) * b, a0b0 = (1 - a) * (1 - b))
  shares <- svymean(~ ab + a1b0 + a0b1 + a0b0, both, deff = "replace")
  svyciprop(~ab, both, method = "xlogit", df = degf(both))
  want_given_fear <- svymean(~b, subset(both, a == 1), deff = "replace")
  fear_given_want <- svymean(~a, subset(both, b == 1), deff = "replace")
  svycontrast(shares, list(
    logOddsRatio = quote(log(ab) + log(a0b0) - log(a1b0) - log(a0b1)),
    lift = quote(ab / ((ab + a1b0) * (ab + a0b1))),
    phi = quote((ab - (ab + a1b0) * (ab + a0b1)) /
      sqrt((ab + a1b0) * (a0b1 + a0b0) * (ab + a0b1) * (a1b0 + a0b0)))
  ))
  svychisq(~ a + b, both, statistic = "F")
}
seconds <- processor() - start
cat(seconds * nrow(pairs) / nrow(chosen), "\n")
