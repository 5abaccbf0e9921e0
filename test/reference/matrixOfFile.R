# The matrix of a .sav file as R survey gives it, as JSON in the shape of `larger-freedom matrix --json`.
# Rscript matrixOfFile.R '{"file": "...", "weight": "w", "strata": null, "psu": null, "missing": [-1, 8, 9],
#                          "fear": {"Q10A": [3, 4]}, "want": {"Q8A": [3, 4]}}'
# `missing` is set aside in every variable that has value labels.
suppressPackageStartupMessages({ library(haven); library(survey); library(jsonlite) })
ask <- fromJSON(commandArgs(trailingOnly = TRUE)[1])
options(survey.lonely.psu = "fail")

raw <- read_sav(ask$file)
answers <- function(name) {
  values <- as.numeric(raw[[name]])
  if (!is.null(attr(raw[[name]], "labels"))) values[values %in% ask$missing] <- NA
  values
}
data <- data.frame(row = seq_len(nrow(raw)))
for (half in c("fear", "want")) for (name in names(ask[[half]])) {
  values <- answers(name)
  data[[name]] <- ifelse(is.na(values), NA, as.numeric(values %in% ask[[half]][[name]]))
}
data$w <- if (is.null(ask$weight)) 1 else as.numeric(raw[[ask$weight]])
data$h <- if (is.null(ask$strata)) 1 else as.character(zap_labels(raw[[ask$strata]]))
data$c <- if (is.null(ask$psu)) seq_len(nrow(raw)) else as.character(zap_labels(raw[[ask$psu]]))
design <- svydesign(ids = ~c, strata = ~h, weights = ~w, data = data, nest = TRUE)

share <- function(variable, within) {
  estimate <- svymean(as.formula(paste0("~", variable)), within, deff = "replace")
  p <- coef(estimate)[[1]]; se <- SE(estimate)[[1]]
  interval <- if (p > 0 && p < 1) plogis(qlogis(p) + c(-1, 1) * qt(.975, degf(within)) * se / (p * (1 - p))) else c(NA, NA)
  list(estimate = p, se = se, ciLow = interval[1], ciHigh = interval[2], deff = deff(estimate)[[1]])
}
margins <- function(names) lapply(names, function(name) {
  within <- subset(design, !is.na(data[[name]]))
  list(variable = name, n = nrow(within$variables), weightedN = sum(weights(within)), share = share(name, within))
})
pairs <- list()
for (fear in names(ask$fear)) for (want in names(ask$want)) {
  within <- subset(design, !is.na(data[[fear]]) & !is.na(data[[want]]))
  within <- update(within, a = within$variables[[fear]], b = within$variables[[want]])
  within <- update(within, p11 = a * b, p10 = a * (1 - b), p01 = (1 - a) * b, p00 = (1 - a) * (1 - b))
  cells <- svymean(~ p11 + p10 + p01 + p00, within)
  t <- qt(.975, degf(within))
  logLift <- svycontrast(cells, quote(log(p11 / ((p11 + p10) * (p11 + p01)))))
  lift <- exp(coef(logLift)[[1]])
  phi <- svycontrast(cells, quote((p11 - (p11 + p10) * (p11 + p01)) /
    sqrt((p11 + p10) * (p01 + p00) * (p11 + p01) * (p10 + p00))))
  odds <- NULL
  if (all(coef(cells) > 0)) {
    logOdds <- svycontrast(cells, quote(log(p11) + log(p00) - log(p10) - log(p01)))
    bounds <- exp(coef(logOdds)[[1]] + c(-1, 1) * t * SE(logOdds)[[1]])
    odds <- list(estimate = exp(coef(logOdds)[[1]]), logSe = SE(logOdds)[[1]], ciLow = bounds[1], ciHigh = bounds[2])
  }
  test <- svychisq(~ a + b, within, statistic = "F")
  pairs[[length(pairs) + 1]] <- list(
    fear = fear, want = want, n = nrow(within$variables), weightedN = sum(weights(within)),
    both = share("p11", within),
    wantGivenFear = share("b", subset(within, a == 1)),
    fearGivenWant = share("a", subset(within, b == 1)),
    lift = list(estimate = lift, se = lift * SE(logLift)[[1]],
                ciLow = exp(log(lift) - t * SE(logLift)[[1]]), ciHigh = exp(log(lift) + t * SE(logLift)[[1]])),
    oddsRatio = odds,
    phi = list(estimate = coef(phi)[[1]], se = SE(phi)[[1]],
               ciLow = coef(phi)[[1]] - t * SE(phi)[[1]], ciHigh = coef(phi)[[1]] + t * SE(phi)[[1]]),
    test = list(f = unname(test$statistic), df1 = unname(test$parameter[1]), df2 = unname(test$parameter[2]),
                p = unname(test$p.value))
  )
}
q <- p.adjust(sapply(pairs, function(pair) pair$test$p), "BH")
for (i in seq_along(pairs)) pairs[[i]]$test$q <- q[i]
result <- list(
  R = R.version.string, survey = as.character(packageVersion("survey")), haven = as.character(packageVersion("haven")),
  design = list(strataCount = length(unique(data$h)), psuCount = nrow(unique(data[c("h", "c")])), df = degf(design)),
  fear = margins(names(ask$fear)), want = margins(names(ask$want)), pairs = pairs
)
cat(toJSON(result, auto_unbox = TRUE, digits = NA, null = "null", na = "null"))
