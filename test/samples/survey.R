# What R survey makes of the teaching surveys: the naive answer (unweighted, simple random sample, Wilson
# interval, Pearson's chi-square) beside the design-based one (logit interval, Rao-Scott F). From the repository's root:
#   Rscript test/samples/survey.R
suppressMessages({library(haven); library(survey); library(jsonlite)})

indicator <- function(data, concern, missing) {
  values <- as.numeric(data[[concern$variable]])
  values[values %in% missing] <- NA
  as.numeric(values %in% unlist(concern$concernedWhen)) + 0 * values
}

shareOf <- function(design, y) {
  design <- update(design, y = y)
  domain <- subset(design, !is.na(y))
  mean <- svymean(~y, domain, deff = "replace")
  interval <- svyciprop(~y, domain, method = "xlogit")
  n <- sum(!is.na(y))
  naive <- mean(y, na.rm = TRUE)
  wilson <- prop.test(sum(y, na.rm = TRUE), n, correct = FALSE)$conf.int
  list(n = n, naive = list(share = naive, ciLow = wilson[1], ciHigh = wilson[2]),
       design = list(share = unname(coef(mean)), se = unname(SE(mean)[1]), deff = unname(deff(mean)),
                     ciLow = attr(interval, "ci")[[1]], ciHigh = attr(interval, "ci")[[2]], df = degf(domain)))
}

pairOf <- function(design, fear, want) {
  design <- update(design, fear = fear, want = want)
  domain <- subset(design, !is.na(fear) & !is.na(want))
  test <- svychisq(~fear + want, domain, statistic = "F")
  naive <- chisq.test(table(fear, want), correct = FALSE)
  shares <- coef(svymean(~interaction(fear, want), domain))
  list(naiveP = unname(naive$p.value), designP = unname(test$p.value),
       oddsRatio = unname(shares[1] * shares[4] / (shares[2] * shares[3])))
}

answer <- function(name) {
  file <- file.path("samples", paste0(name, ".sav"))
  study <- fromJSON(file.path("samples", paste0(name, ".study.json")), simplifyVector = FALSE)
  data <- read_sav(file, user_na = TRUE)
  roles <- study$roles
  design <- svydesign(ids = reformulate(roles$psu), strata = reformulate(roles$strata),
                      weights = reformulate(roles$weight), data = data, nest = TRUE)
  indicators <- lapply(study$concerns, function(concern) indicator(data, concern, c(8, 9)))
  names(indicators) <- vapply(study$concerns, function(concern) concern$variable, "")
  freedom <- vapply(study$concerns, function(concern) concern$freedom, "")
  pairs <- do.call(c, lapply(names(indicators)[freedom == "fear"], function(fear)
    lapply(names(indicators)[freedom == "want"], function(want)
      c(list(fear = fear, want = want), pairOf(design, indicators[[fear]], indicators[[want]])))))
  result <- list(
    R = R.version.string, survey = as.character(packageVersion("survey")),
    sha256 = strsplit(system2("sha256sum", file, stdout = TRUE), " ")[[1]][1],
    rows = nrow(data), strata = length(unique(data[[roles$strata]])),
    psus = nrow(unique(data[c(roles$strata, roles$psu)])), df = degf(design),
    concerns = Map(function(variable, y) c(list(variable = variable), shareOf(design, y)), names(indicators), indicators),
    pairs = pairs)
  result$concerns <- unname(result$concerns)
  writeLines(toJSON(result, auto_unbox = TRUE, digits = 10, pretty = 1), file.path("test", "samples", paste0(name, ".survey.json")))
}
answer("bangladesh")
answer("benin")
