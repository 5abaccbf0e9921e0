# Totals, means, ratios and quantiles by group, with their joint covariance, and differences of groups.
# Rscript test/reference/means.R
source("test/reference/situation.R")
data(api)
for (name in c("nhanes", "fpc", "mu284")) data(list = name)
made <- made_by("means.R")
probabilities <- c(0.1, 0.25, 0.5, 0.75, 0.9)

interval <- function(estimate, se, df, level) {
  t <- if (df > 0) qt(1 - (1 - level) / 2, df) else NA
  list(estimate = clean(estimate), se = clean(se), ciLow = clean(estimate - t * se), ciHigh = clean(estimate + t * se))
}

one_mean <- function(s, level) {
  m <- svymean(~y, s, deff = "replace")
  c(interval(coef(m), SE(m), degf(s), level), deff = clean(deff(m)), cv = clean(cv(m)), df = degf(s), n = sum(weights(s, "sampling") > 0))
}

one_total <- function(s, level) {
  m <- svytotal(~y, s)
  interval(coef(m), SE(m), degf(s), level)
}

one_ratio <- function(s, level) {
  r <- svyratio(~y, ~x, s)
  interval(coef(r), SE(r), degf(s), level)
}

# Woodruff's intervals with t on the domain's degrees of freedom; quantiles as the inverse of the weighted
# distribution ("math"). R's standard error is the width of the interval over 2 t.
#
# R's own rule "math" gives the second smallest value below the weight of the smallest, and passes over a
# value whose cumulated weight reaches p but for rounding: hence the same rule without these.
smallest_reaching <- function(x, w, p) {
  x <- x[w > 0]
  w <- w[w > 0]
  o <- order(x)
  x[o][which(cumsum(w[o]) >= p * sum(w) * (1 - 1e-12))[1]]
}

some_quantiles <- function(s, level) {
  q <- svyquantile(~y, s, probabilities, alpha = 1 - level, interval.type = "mean", qrule = smallest_reaching, df = degf(s))$y
  lapply(seq_along(probabilities), function(i) list(
    p = probabilities[i], estimate = clean(q[i, "quantile"]), se = clean(q[i, "se"]),
    ciLow = clean(q[i, 2]), ciHigh = clean(q[i, 3])))
}

# Means and ratios by group with their covariance.
by_group <- function(s) list(
  means = svyby(~y, ~group, s, svymean, covmat = TRUE), ratios = svyby(~y, ~group, denominator = ~x, s, svyratio, covmat = TRUE))

# The same as functions of totals over the whole sample: svyby stops where these are calibrated or replicates.
by_contrast <- function(d, data, keep, groups) {
  for (k in seq_along(groups)) {
    inside <- keep & data$group == groups[k]
    d$variables[[paste0("y", k)]] <- ifelse(inside, data$y, 0)
    d$variables[[paste0("x", k)]] <- ifelse(inside, data$x, 0)
    d$variables[[paste0("w", k)]] <- as.numeric(inside)
  }
  names <- outer(c("y", "x", "w"), seq_along(groups), paste0)
  totals <- svytotal(as.formula(paste("~", paste(names, collapse = "+"))), d, return.replicates = TRUE)
  of <- function(below) svycontrast(totals, lapply(seq_along(groups), function(k) parse(text = sprintf("y%d / %s%d", k, below, k))[[1]]))
  list(means = of("w"), ratios = of("x"))
}

# data: y, x (denominator of the ratio), group (0, 1, …); roles as elsewhere.
means_of_groups <- function(name, data, roles, level = 0.95) {
  roles <- modifyList(list(lonelyPsu = "fail"), roles)
  cat(name, "\n")
  d <- design_of(data, roles)
  keep <- weights(d, "sampling") > 0 & !is.na(data$y) & !is.na(data$x) & !is.na(data$group)
  if (!is.null(roles$domain)) keep <- keep & data[[roles$domain]] == 1
  s <- d[which(keep), ]
  groups <- sort(unique(data$group[keep]))
  of <- lapply(groups, function(g) d[which(keep & data$group == g), ])
  # R takes quantiles of replicates and of calibrated weights by other rules.
  of_sample <- is.null(roles$replicates) && is.null(roles$margins)
  joint <- if (of_sample) by_group(s) else by_contrast(d, data, keep, groups)
  means <- joint$means
  ratios <- joint$ratios
  df <- degf(s)
  differences <- lapply(seq_along(groups)[-1], function(k) {
    x <- replace(replace(numeric(length(groups)), 1, 1), k, -1)
    v <- diag(vcov(means))
    nu <- difference_df(v[1], degf(of[[1]]), v[k], degf(of[[k]]), df)
    c(interval(sum(x * coef(means)), sqrt(x %*% vcov(means) %*% x), nu, level), df = nu)
  })
  figures <- function(s) c(list(total = one_total(s, level), mean = one_mean(s, level), ratio = one_ratio(s, level)),
                           if (of_sample) list(quantiles = some_quantiles(s, level)))
  answers <- list(
    made = made, roles = roles, level = level, df = df, all = figures(s), groups = lapply(of, figures),
    covarianceOfMeans = as.numeric(vcov(means)), covarianceOfRatios = as.numeric(vcov(ratios)), differences = differences)
  write_case(name, list(data = data, expected = answers))
}

schools <- function(sample, group) data.frame(
  weight = sample$pw, type = sample$stype, district = sample$dnum, y = sample$api00, x = sample$api99, group = code(group))

means_of_groups("means of a simple sample", cbind(schools(apisrs, apisrs$stype), schools = apisrs$fpc), list(weight = "weight", fpc = "schools"))
stratified <- cbind(schools(apistrat, apistrat$sch.wide), schools = apistrat$fpc)
means_of_groups("means in strata", stratified, list(weight = "weight", strata = "type", fpc = "schools"))
districts <- cbind(schools(apiclus1, apiclus1$stype), districts = apiclus1$fpc)
means_of_groups("means of districts", districts, list(weight = "weight", psu = "district", fpc = "districts"))
districts$few <- as.integer(apiclus1$enroll > 700)
districts$y[seq(1, 183, 7)] <- NA
means_of_groups("means in a domain with missing values", districts, list(weight = "weight", psu = "district", domain = "few"))

tied <- schools(apiclus2, apiclus2$awards)
tied$y <- round(tied$y / 100)
tied$x <- apiclus2$api.stu
means_of_groups("means and quantiles with ties", tied, list(weight = "weight", psu = "district"))
far <- schools(apistrat, apistrat$awards)
far$y <- 1e6 + far$y / 100
means_of_groups("means far from zero", far, list(weight = "weight", strata = "type"))
wide <- schools(apistrat, apistrat$awards)
wide$weight <- round(10^((seq_len(200) * 37 %% 200) %% 601 / 100 - 3), 6)
means_of_groups("means with weights over six orders", wide, list(weight = "weight", strata = "type"))
zero <- schools(apiclus1, apiclus1$stype)
zero$weight[zero$district %in% unique(zero$district)[c(2, 5)]] <- 0
means_of_groups("means with weights of zero", zero, list(weight = "weight", psu = "district"))
lonely <- schools(apistrat, apistrat$awards)
lonely$psu <- ave(seq_len(200), lonely$type, FUN = function(i) (seq_along(i) - 1) %/% 5)
lonely <- lonely[!(lonely$type == "H" & lonely$psu > 0), ]
for (policy in c("adjust", "average"))
  means_of_groups(paste("means with a lonely psu", policy), lonely, list(weight = "weight", strata = "type", psu = "psu", lonelyPsu = policy))
ages <- data.frame(weight = nhanes$WTMEC2YR, stratum = nhanes$SDMVSTRA, psu = nhanes$SDMVPSU, y = as.integer(nhanes$agecat),
                   x = nhanes$HI_CHOL + 1, group = nhanes$race - 1)
means_of_groups("means of nhanes by race", ages[seq(1, nrow(ages), 3), ], list(weight = "weight", strata = "stratum", psu = "psu"), 0.9)

stages <- list(weight = "weight", psu = "district", ssu = "school", fpc = "districts", fpc2 = "schools")
two <- cbind(schools(apiclus2, apiclus2$awards), school = apiclus2$snum, districts = apiclus2$fpc1, schools = apiclus2$fpc2)
two$x <- apiclus2$api.stu
means_of_groups("means in two stages", two, stages)
two$few <- as.integer(apiclus2$stype != "E")
means_of_groups("means in two stages, a domain", two, c(stages, domain = "few"))
municipalities <- data.frame(weight = mu284$n1 / 5 * mu284$n2 / 3, district = mu284$id1, school = mu284$id2, districts = mu284$n1, schools = mu284$n2,
                             y = mu284$y1, x = mu284$n2, group = rep(0:1, length.out = 15))
means_of_groups("means of mu284 in two stages", municipalities, stages)
eight <- data.frame(weight = fpc$weight, stratum = fpc$stratid, unit = fpc$psuid, units = fpc$Nh, y = fpc$x, x = seq_len(8), group = fpc$stratid - 1)
means_of_groups("means of eight units", eight, list(weight = "weight", strata = "stratum", psu = "unit", fpc = "units"), 0.99)
three <- data.frame(weight = c(1, 2.5, 0.7), y = c(3, 5, 4.5), x = c(1, 2, 4), group = c(0, 1, 1))
means_of_groups("means of three respondents", three, list(weight = "weight"))

# Replicate weights and calibrated weights.
with_replicates <- function(data, d, ...) {
  weights <- unclass(as.matrix(weights(as.svrepdesign(d, ..., compress = FALSE), "analysis")))
  colnames(weights) <- paste0("rep", seq_len(ncol(weights)))
  cbind(data, weights)
}
types <- list(variable = "type", targets = list(E = 4421, H = 755, M = 1018))
wide <- list(variable = "wide", targets = list(No = 1072, Yes = 5122))
clusters <- cbind(schools(apiclus1, apiclus1$awards), districts = apiclus1$fpc, wide = apiclus1$sch.wide)
clusters$few <- as.integer(apiclus1$enroll > 500)
clustered <- list(weight = "weight", psu = "district", fpc = "districts")
means_of_groups("means after post-stratification", clusters, c(clustered, list(margins = list(types))))
means_of_groups("means after raking", clusters, c(clustered, list(margins = list(types, wide))))
means_of_groups("means after raking, a domain", clusters, c(clustered, list(margins = list(types, wide), domain = "few")))
jackknife <- with_replicates(clusters, svydesign(ids = ~district, weights = ~weight, data = clusters), type = "JK1")
means_of_groups("means of a jackknife", jackknife, list(weight = "weight", replicates = list(type = "JK1")))
means_of_groups("means of a jackknife, a domain", jackknife, list(weight = "weight", domain = "few", replicates = list(type = "JK1")))
means_of_groups("means of a raked jackknife", jackknife, list(weight = "weight", replicates = list(type = "JK1"), margins = list(types, wide)))
halves <- schools(apistrat, apistrat$awards)
halves$stratum <- rep(1:10, each = 20)
halves$psu <- rep(1:20, each = 10)
paired <- svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, data = halves)
means_of_groups("means of balanced half-samples", with_replicates(halves, paired, type = "BRR"), list(weight = "weight", replicates = list(type = "BRR")))
means_of_groups("means of fays half-samples", with_replicates(halves, paired, type = "Fay", fay.rho = 0.5),
                list(weight = "weight", replicates = list(type = "Fay", rho = 0.5)))
