# Makes test/reference/cases/: for each situation the data (data.csv) and R's answers (expected.json).
# Run from the repository's root: Rscript test/reference/make.R. The tests need only the files.
source("test/reference/situation.R")
data(api)
made <- made_by("make.R")

# A survey of `strata` strata with `psus` PSUs each and about `size` respondents a PSU. Answers are
# clustered, go with the weights, and fear goes with want; one in twelve answers is missing.
survey_of <- function(seed, strata = 4, psus = 6, size = 10, link = 1, missing = 1 / 12) {
  set.seed(seed)
  sizes <- matrix(sample(seq(size - 4, size + 4), strata * psus, TRUE), strata)
  rows <- expand.grid(psu = seq_len(psus), stratum = seq_len(strata))
  rows <- rows[rep(seq_len(nrow(rows)), t(sizes)), ]
  n <- nrow(rows)
  cluster <- interaction(rows$stratum, rows$psu, drop = TRUE)
  weight <- round(exp(rnorm(n, rows$stratum / 3, 0.5)), 4)
  place <- rnorm(nlevels(cluster), 0, 0.7)[as.integer(cluster)]
  person <- rnorm(n)
  answer <- function(level, with = link) as.integer(runif(n) < plogis(level + place + with * person + 0.4 * log(weight)))
  data <- data.frame(weight, stratum = rows$stratum, psu = rows$psu,
                     fear1 = answer(-1), fear2 = answer(0), want1 = answer(0.5), want2 = answer(-0.5),
                     row = pmin(2, rpois(n, exp(place / 2))), column = pmin(2, rpois(n, exp(person / 2))))
  for (column in names(data)[4:9]) data[[column]][runif(n) < missing] <- NA
  data
}

base <- survey_of(1)
base$letter <- LETTERS[base$stratum]
base$place <- paste0("p", base$stratum, base$psu)
situation(made, "no design", base, list())
situation(made, "weights only", base, list(weight = "weight"))
situation(made, "strata only", base, list(weight = "weight", strata = "stratum"))
situation(made, "clusters only", base, list(weight = "weight", psu = "place"))
situation(made, "strata and clusters", base, list(weight = "weight", strata = "letter", psu = "place"))
situation(made, "nested psu ids", base, list(weight = "weight", strata = "stratum", psu = "psu"))
shuffled <- base[sample(nrow(base)), ]
situation(made, "rows in any order", shuffled, list(weight = "weight", strata = "letter", psu = "psu"))

domain <- survey_of(2)
domain$inside <- as.integer(!(domain$psu %in% c(2, 5)) & domain$stratum != 3 & runif(nrow(domain)) < 0.7)
domain$inside[domain$stratum == 1 & domain$psu > 1] <- 0L
clustered <- list(weight = "weight", strata = "stratum", psu = "psu")
situation(made, "domain that empties psus", domain, c(clustered, domain = "inside"))
situation(made, "domain of rows", domain, list(weight = "weight", strata = "stratum", domain = "inside"))

lonely <- survey_of(3)
lonely <- lonely[!(lonely$stratum == 2 & lonely$psu > 1), ]
lonely$inside <- as.integer(lonely$stratum != 4)
for (policy in c("remove", "certainty", "adjust", "average")) {
  situation(made, paste("lonely psu", policy), lonely, c(clustered, lonelyPsu = policy))
  situation(made, paste("lonely psu", policy, "in a domain"), lonely, c(clustered, lonelyPsu = policy, domain = "inside"))
}
lonely$elsewhere <- as.integer(lonely$stratum != 2)
situation(made, "lonely psu outside the domain", lonely, c(clustered, lonelyPsu = "fail", domain = "elsewhere"))
lonely_row <- survey_of(4)
lonely_row <- lonely_row[lonely_row$stratum != 2 | !duplicated(lonely_row$stratum), ]
for (policy in c("remove", "adjust", "average"))
  situation(made, paste("lonely row", policy), lonely_row, list(weight = "weight", strata = "stratum", lonelyPsu = policy))

zero <- survey_of(5)
zero$want1[which(zero$fear1 == 1)] <- 1L
zero$want2[which(zero$fear2 == 1)] <- 0L
zero$column[which(zero$row == 1 & zero$column == 2)] <- NA
situation(made, "zero cells", zero, c(clustered, rowCount = 4))
extremes <- survey_of(6)
extremes$fear1[!is.na(extremes$fear1)] <- 0L
extremes$want1[!is.na(extremes$want1)] <- 1L
extremes$row[which(extremes$column == 1)] <- 2
situation(made, "shares of 0 and 1", extremes, clustered)

situation(made, "pairwise missing", survey_of(7, missing = 0.35), clustered)
situation(made, "tiny p", survey_of(8, strata = 3, psus = 32, size = 8, link = 9), clustered)
few <- survey_of(9, strata = 2, psus = 2, size = 20)
situation(made, "two degrees of freedom", few, clustered)
nobody <- survey_of(10)
nobody$weight[runif(nrow(nobody)) < 0.2 | (nobody$stratum == 1 & nobody$psu == 3)] <- 0
situation(made, "weights of zero", nobody, clustered)

# One stratum of heavy respondents who all fear, one of whom none does: the variance comes from the light.
heavy <- survey_of(11)
heavy$weight <- heavy$weight * 10^(c(6.1, 5.9, 0, -0.5)[heavy$stratum])
heavy$fear2[heavy$stratum <= 2] <- as.integer(heavy$stratum[heavy$stratum <= 2] == 1)
heavy$weight[heavy$stratum <= 2] <- ifelse(heavy$stratum[heavy$stratum <= 2] == 1, 1234567.8, 987654.3)
situation(made, "weights over six orders, rows", heavy, list(weight = "weight", strata = "stratum"))
situation(made, "weights over six orders, clusters", heavy, clustered)

for (method in c("beta", "wilson", "wald")) {
  situation(made, paste("interval", method), base, clustered, list(interval = method, level = 0.95))
  situation(made, paste("interval", method, "of rows at 90"), base, list(weight = "weight"), list(interval = method, level = 0.9))
}

# Design effects against a simple sample drawn without replacement: where the weights add up to a
# population, and where they do not (R: NA).
without <- list(interval = "logit", level = 0.95, deff = "withoutReplacement")
situation(made, "deff without replacement", base, clustered, without)
unscaled <- base
unscaled$weight <- round(unscaled$weight / mean(unscaled$weight) / 2, 4)
situation(made, "deff without replacement, weights below n", unscaled, clustered, without)

# apistrat as method.md asks: PSUs are blocks of five rows within a stratum.
schools <- apistrat[order(apistrat$stype), ]
schools <- data.frame(
  weight = schools$pw, stratum = schools$stype, fpc = schools$fpc,
  psu = ave(seq_len(200), schools$stype, FUN = function(i) (seq_along(i) - 1) %/% 5),
  fear1 = as.integer(schools$awards == "Yes"), fear2 = as.integer(schools$sch.wide == "Yes"),
  want1 = as.integer(schools$meals > 50), want2 = as.integer(schools$ell > 30),
  row = as.integer(schools$awards == "Yes"),
  column = as.integer(cut(schools$api00, quantile(schools$api00, 0:3 / 3), include.lowest = TRUE)) - 1L)
situation(made, "published check values", schools, list(weight = "weight", strata = "stratum", psu = "psu", rowCount = 2))
situation(made, "fpc of population sizes", schools, list(weight = "weight", strata = "stratum", fpc = "fpc", rowCount = 2))
schools$fpc <- c(E = 0.3, H = 0.6, M = 1)[as.character(schools$stratum)]
situation(made, "fpc of fractions", schools, list(weight = "weight", strata = "stratum", psu = "psu", fpc = "fpc", rowCount = 2))

set.seed(12)
p <- c(runif(12)^3, 1e-30, 0.04, 0.04, 1)
write_case("multiplicity", list(expected = list(made = made, p = p, bh = p.adjust(p, "BH"), holm = p.adjust(p, "holm"))))
cases <- expand.grid(f = c(1e-8, 0.3, 2.3, 17, 150, 1400), df1 = c(1, 1.9, 4, 23.7), df2 = c(1, 7.3, 36, 720, 17000))
cases$p <- pf(cases$f, cases$df1, cases$df2, lower.tail = FALSE)
critical <- expand.grid(level = c(0.8, 0.95, 0.999), df = c(1, 2, 7, 36, 720, 65540))
critical$t <- qt(1 - (1 - critical$level) / 2, critical$df)
chi_square <- expand.grid(x = c(1e-9, 0.4, 3.8, 27, 170, 1300), df = c(1, 2, 7, 209))
chi_square$p <- pchisq(chi_square$x, chi_square$df, lower.tail = FALSE)
two_sided <- expand.grid(t = c(1e-7, 0.3, -1.96, 5, -31), df = c(1, 2.5, 36, 720, 1e6))
two_sided$p <- 2 * pt(-abs(two_sided$t), two_sided$df)
write_case("distributions", list(expected = list(
  made = made, upperTailF = cases, criticalT = critical, upperTailChiSquare = chi_square, twoSidedT = two_sided)))
