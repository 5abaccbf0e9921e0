# Where surveys are smallest, largest, emptiest. Rscript test/reference/edges.R
source("test/reference/situation.R")
made <- made_by("edges.R")
clustered <- list(weight = "weight", strata = "stratum", psu = "psu")

# A survey of `strata` strata with `psus` PSUs each and `size` respondents a PSU; fear goes with want.
survey <- function(seed, strata, psus, size, link = 1, missing = 1 / 12) {
  set.seed(seed)
  rows <- expand.grid(person = seq_len(size), psu = seq_len(psus), stratum = seq_len(strata))
  n <- nrow(rows)
  place <- rnorm(strata * psus, 0, 0.5)[(rows$stratum - 1) * psus + rows$psu]
  person <- rnorm(n)
  answer <- function(level) as.integer(runif(n) < plogis(level + place + link * person))
  data <- data.frame(weight = round(exp(rnorm(n, 0, 0.4)), 3), stratum = rows$stratum, psu = rows$psu,
                     fear1 = answer(-0.5), want1 = answer(0.3),
                     row = pmin(2, rpois(n, exp(place / 2))), column = pmin(2, rpois(n, exp(person / 2))))
  for (column in c("fear1", "want1", "row", "column")) data[[column]][runif(n) < missing] <- NA
  data
}

# As few as can be.
three <- data.frame(weight = c(1, 2.5, 0.7), fear1 = c(1, 0, 1), want1 = c(0, 0, 1), row = c(0, 1, 1), column = c(0, 0, 1))
smallest <- list(rowCount = 2, columnCount = 2)
situation(made, "three respondents", three, c(list(weight = "weight"), smallest))
situation(made, "three respondents, beta at 80", three, c(list(weight = "weight"), smallest), list(interval = "beta", level = 0.8))
two_psus <- survey(21, 1, 2, 30)
for (method in c("logit", "beta", "wilson", "wald"))
  situation(made, paste("two psus", method), two_psus, list(weight = "weight", psu = "psu"), list(interval = method, level = 0.95))
situation(made, "two psus at 99", two_psus, list(weight = "weight", psu = "psu"), list(interval = "logit", level = 0.99))
one_psu <- survey(22, 1, 1, 30)
for (policy in c("remove", "adjust"))
  situation(made, paste("one stratum of one psu", policy), one_psu, list(weight = "weight", strata = "stratum", psu = "psu", lonelyPsu = policy), varies = FALSE)
pairs_of_psus <- survey(23, 40, 2, 5)
situation(made, "forty strata of two psus", pairs_of_psus, clustered)

# All alike, or nobody.
alike <- survey(24, 3, 4, 10)
alike[c("fear1", "want1")] <- 1L
alike[c("row", "column")] <- 0
situation(made, "every respondent the same answer", alike, clustered)
silent <- survey(25, 3, 4, 10)
silent$want1 <- NA
situation(made, "a concern that nobody answered", silent, clustered)
apart <- survey(26, 3, 4, 10)
apart$want1[!is.na(apart$fear1)] <- NA
apart$column[!is.na(apart$row)] <- NA
situation(made, "two concerns that nobody answered both", apart, clustered)
domains <- survey(27, 4, 5, 10)
domains$nobody <- 0L
domains$single <- as.integer(seq_len(nrow(domains)) == 7)
domains$place <- as.integer(domains$stratum == 2 & domains$psu == 3)
domains$each <- as.integer(!duplicated(interaction(domains$stratum, domains$psu)))
situation(made, "domain of nobody", domains, c(clustered, domain = "nobody"))
situation(made, "domain of one respondent", domains, c(clustered, domain = "single"))
situation(made, "domain of one psu", domains, c(clustered, domain = "place"), varies = FALSE)
situation(made, "domain of one respondent a psu", domains, c(clustered, domain = "each"))

# Patterns of empty cells.
holes <- survey(28, 4, 5, 20)
holes$column[which(holes$row == 1)] <- NA
situation(made, "an empty row", holes, clustered)
holes <- survey(29, 4, 5, 20)
holes$column <- holes$row
holes$want1 <- holes$fear1
situation(made, "only the diagonal", holes, clustered)
holes <- survey(30, 4, 5, 20)
holes$column[which(holes$column > holes$row)] <- NA
holes$want1[which(holes$want1 > holes$fear1)] <- NA
situation(made, "nothing above the diagonal", holes, clustered)
holes <- survey(31, 4, 5, 20)
holes$column <- 0
situation(made, "a table of one column", holes, c(clustered, columnCount = 1))
rare <- survey(32, 4, 5, 20)
rare$fear1 <- as.integer(seq_len(nrow(rare)) == 50)
situation(made, "one respondent in a cell", rare, clustered)

# Large tables, strong ties, wide weights.
large <- survey(33, 12, 62, 8, missing = 0.02)
large$row <- sample(0:11, nrow(large), TRUE)
large$column <- (large$row + pmin(19, rpois(nrow(large), 6 + 4 * (large$weight > 1)))) %% 20
situation(made, "12 by 20 with 744 psus", large[c("weight", "stratum", "psu", "row", "column")], c(clustered, rowCount = 12, columnCount = 20))
tied <- survey(34, 2, 40, 20, missing = 0)
tied$want1 <- ifelse(seq_len(nrow(tied)) %% 97 == 0, 1L - tied$fear1, tied$fear1)
tied$column <- ifelse(seq_len(nrow(tied)) %% 53 == 0, 2, tied$row)
situation(made, "p of rows too small to be told from 0", tied, list(weight = "weight"))
situation(made, "p of clusters too small to be told from 0", tied, clustered)
wide <- survey(35, 4, 6, 15)
wide$weight <- round(10^runif(nrow(wide), -3, 3), 6)
situation(made, "weights over six orders within psus", wide, clustered)
wide$weight <- wide$weight * 1e12
situation(made, "weights of millions of millions", wide, clustered)
layered <- survey(36, 4, 6, 15, missing = 0)
layered$fear1 <- as.integer(layered$stratum > 2 & seq_len(nrow(layered)) %% 15 != 0)
layered$want1 <- as.integer(seq_len(nrow(layered)) %% 3 == 0)
situation(made, "design effects below 1", layered, clustered)

# Weights of zero, censuses, names.
zero <- survey(37, 4, 5, 10)
zero$weight[zero$stratum == 2 | (zero$stratum == 3 & zero$psu < 4)] <- 0
situation(made, "weights of zero in psus and a stratum", zero, clustered)
census <- survey(38, 3, 4, 10)
census$psus <- 4
situation(made, "a census has no sampling error", census, c(clustered, fpc = "psus"), varies = FALSE)
certain <- survey(39, 4, 4, 10)
certain <- certain[certain$stratum != 2 | certain$psu == 1, ]
certain$sampled <- ifelse(certain$stratum == 2, 1, 0.25)
situation(made, "a lonely psu sampled with certainty", certain, c(clustered, fpc = "sampled"))
named <- survey(40, 3, 4, 12)
named$stratum <- c("ঢাকা", "চট্টগ্রাম", "রাজশাহী বিভাগ")[named$stratum]
named$psu <- c("গ্রাম ১", "গ্রাম ২", "Ward 10", "Ward 9")[named$psu]
situation(made, "names of strata and psus in bangla", named, clustered)
numbered <- survey(41, 3, 5, 12)
numbered$psu <- c("1", "01", "1a", "10", "9")[numbered$psu]
situation(made, "psu ids of digits and letters", numbered, clustered)
