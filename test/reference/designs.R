# Replicate weights of each type, and weights calibrated to known totals.
# Rscript test/reference/designs.R
source("test/reference/situation.R")
for (name in c("api", "scd")) data(list = name)
made <- made_by("designs.R")

# A design whose weights() are one a respondent, those of replicate designs too. After calibration R keeps
# the rows outside a domain, with a weight of 0: rows are then counted, and variables set, within.
asked <- function(d) structure(d, class = c("asked", class(d)))
plain <- function(d) structure(d, class = setdiff(class(d), "asked"))
within_domain <- function(d) if (is.null(d$postStrata)) seq_len(nrow(d$variables)) else which(is.finite(d$prob))
weights.asked <- function(object, type, ...)
  if (missing(type)) weights(plain(object), "sampling")[within_domain(object)] else weights(plain(object), type)
dim.asked <- function(x) c(length(within_domain(x)), ncol(x$variables))
# Places within the domain, as which() gives them; R itself asks by conditions and by what to leave out.
`[.asked` <- function(x, i, ...) {
  if (!is.numeric(i) || any(i < 0)) return(asked(plain(x)[i, ]))
  asked(plain(x)[seq_len(nrow(x$variables)) %in% within_domain(x)[i], ])
}
update.asked <- function(object, ...) {
  new <- list(...)
  for (name in names(new)) {
    whole <- rep(new[[name]][1], nrow(object$variables))
    whole[within_domain(object)] <- new[[name]]
    object$variables[[name]] <- whole
  }
  object
}

# Functions of totals are taken in each replicate, not by derivatives.
svytotal <- function(x, design, ...) {
  if (!inherits(design, "svyrep.design")) return(survey::svytotal(x, design, ...))
  survey::svytotal(x, design, ..., return.replicates = TRUE)
}

all_columns <- compared_columns
all_pairs <- global_test
special <- function(name, data, roles, o = logit) {
  roles <- modifyList(list(lonelyPsu = "fail", rowCount = 3, columnCount = 3), roles)
  cat(name, "\n")
  d <- design_of(data, roles)
  # They bring their variables along, of the domain's rows: not what calibrated designs take.
  nothing <- function(...) NULL
  compared_columns <<- if (is.null(d$postStrata)) all_columns else nothing
  global_test <<- if (is.null(d$postStrata)) all_pairs else nothing
  answers <- suppressWarnings(expected(asked(d), data, roles, o))
  answers$design <- if (is.null(roles$replicates)) answers$design else
    list(strataCount = 1, psuCount = sum(data[[roles$weight]] > 0), df = degf(d))
  write_case(name, list(data = data, expected = c(list(made = made, roles = roles, options = o), answers)))
}

schools <- function(sample) data.frame(
  weight = sample$pw, type = as.character(sample$stype), district = sample$dnum,
  fear1 = yes(sample$awards), fear2 = as.integer(sample$ell > 30),
  want1 = as.integer(sample$meals > 50), want2 = as.integer(sample$mobility > 15),
  row = code(sample$stype), column = thirds(sample$api00), wide = as.character(sample$sch.wide))
types <- list(E = 4421, H = 755, M = 1018)
wide <- list(No = 1072, Yes = 5122)
type_margin <- list(variable = "type", targets = types)
wide_margin <- list(variable = "wide", targets = wide)

# Calibrated samples.
clusters <- cbind(schools(apiclus1), districts = apiclus1$fpc)
clusters$middle <- as.integer(clusters$type != "H")
clustered <- list(weight = "weight", psu = "district", fpc = "districts")
special("post-stratified districts", clusters, c(clustered, list(margins = list(type_margin))))
special("post-stratified districts, a domain", clusters, c(clustered, list(margins = list(wide_margin), domain = "middle")))
special("raked districts", clusters, c(clustered, list(margins = list(type_margin, wide_margin))))
special("raked districts, a domain", clusters, c(clustered, list(margins = list(wide_margin, type_margin), domain = "middle")))
stratified <- cbind(schools(apistrat), schools = apistrat$fpc)
special("post-stratified rows in strata", stratified,
        list(weight = "weight", strata = "type", fpc = "schools", margins = list(wide_margin)))
special("raked rows in strata", stratified,
        list(weight = "weight", strata = "type", margins = list(wide_margin, list(variable = "column", targets = list(`0` = 2000, `1` = 2094, `2` = 2100)))))
stages <- cbind(schools(apiclus2), districts = apiclus2$fpc1, schools = apiclus2$fpc2, school = apiclus2$snum)
special("raked schools within districts", stages,
        list(weight = "weight", psu = "district", ssu = "school", fpc = "districts", fpc2 = "schools", lonelyPsu = "remove",
             margins = list(type_margin, wide_margin)))

# Replicate weights made by R from a sample, written out.
with_replicates <- function(data, d, ...) {
  r <- as.svrepdesign(d, ..., compress = FALSE)
  weights <- unclass(weights(r, "analysis"))
  colnames(weights) <- paste0("rep", seq_len(ncol(weights)))
  list(data = cbind(data, weights), design = r)
}
survey_of_halves <- function() {
  set.seed(5)
  n <- 240
  data <- data.frame(weight = round(exp(rnorm(n, 3, 0.4)), 3), stratum = rep(1:10, each = 24), psu = rep(1:20, each = 12))
  place <- rnorm(20, 0, 0.6)[data$psu]
  answer <- function(level) as.integer(runif(n) < plogis(level + place))
  cbind(data, fear1 = answer(-1), fear2 = answer(0), want1 = answer(0.5), want2 = answer(-0.5),
        row = sample(0:2, n, TRUE), column = pmin(2, rpois(n, exp(place))))
}
halves <- survey_of_halves()
halves$fear1[sample(240, 20)] <- NA
halves$inside <- as.integer(halves$stratum < 8 & runif(240) < 0.8)
paired <- svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, data = halves)
brr <- with_replicates(halves, paired, type = "BRR")$data
special("balanced half-samples", brr, list(weight = "weight", replicates = list(type = "BRR")))
special("balanced half-samples, a domain", brr, list(weight = "weight", domain = "inside", replicates = list(type = "BRR")))
special("balanced half-samples about their mean", brr, list(weight = "weight", replicates = list(type = "BRR", centre = "mean")))
fay <- with_replicates(halves, paired, type = "Fay", fay.rho = 0.3)$data
special("fays half-samples", fay, list(weight = "weight", replicates = list(type = "Fay", rho = 0.3)))
jkn <- with_replicates(halves, paired, type = "JKn")
special("jackknife in strata", jkn$data, list(weight = "weight", replicates = list(type = "JKn", rscales = jkn$design$rscales)))
special("jackknife in strata, a domain", jkn$data,
        list(weight = "weight", domain = "inside", replicates = list(type = "JKn", rscales = jkn$design$rscales)))
jk1 <- with_replicates(schools(apiclus1), svydesign(ids = ~dnum, weights = ~pw, data = apiclus1), type = "JK1")
special("jackknife of districts", jk1$data, list(weight = "weight", replicates = list(type = "JK1")))
set.seed(9)
boot <- with_replicates(halves, paired, type = "subbootstrap", replicates = 60)
special("bootstrap weights", boot$data, list(weight = "weight", replicates = list(type = "bootstrap")))
rounded <- boot$data
for (column in grep("^rep", names(rounded))) rounded[[column]] <- round(rounded[[column]], 2)
special("bootstrap weights of two decimals", rounded, list(weight = "weight", replicates = list(type = "bootstrap")))
# Successive differences (Fay and Train 1995): rows in the order of the list, factors from a Hadamard matrix.
h <- hadamard(15)
h <- 2 * h - 1
factor_of <- function(i, r) 1 + 2^-1.5 * h[1 + i %% (nrow(h) - 1), r] - 2^-1.5 * h[1 + (i + 1) %% (nrow(h) - 1), r]
sdr <- halves
for (r in seq_len(ncol(h))) sdr[[paste0("rep", r)]] <- halves$weight * sapply(seq_len(240), factor_of, r = r)
special("successive differences", sdr, list(weight = "weight", replicates = list(type = "SDR")))
other <- jkn$data
special("replicates of another kind", other, list(weight = "weight", replicates = list(type = "other", scale = 0.9, rscales = jkn$design$rscales)))
factors <- jkn$data
for (column in grep("^rep", names(factors))) factors[[column]] <- factors[[column]] / factors$weight
special("jackknife factors", factors, list(weight = "weight", replicates = list(type = "JKn", combined = FALSE)))

# Calibrated replicates.
special("post-stratified jackknife", jk1$data, list(weight = "weight", replicates = list(type = "JK1"), margins = list(type_margin)))
special("raked jackknife", jk1$data, list(weight = "weight", replicates = list(type = "JK1"), margins = list(type_margin, wide_margin)))

# A census of each stratum but one.
census <- stratified
census$fraction <- c(E = 0.25, H = 1, M = 1)[census$type]
special("strata sampled with certainty", census, list(weight = "weight", strata = "type", fpc = "fraction"))
all <- clusters
all$all <- length(unique(all$district))
special("psus sampled with certainty", all, list(weight = "weight", psu = "district", fpc = "all"))

# Survival in cardiac arrest: half-samples by hand, as in the documentation of svrepdesign.
scdrep <- data.frame(weight = scd$ESA / scd$ESA, fear1 = as.integer(scd$alive / scd$arrests > 0.25), want1 = as.integer(scd$arrests > 150),
                     row = scd$ESA %% 2, column = as.integer(scd$arrests > 100))
repweights <- 2 * cbind(c(1, 0, 1, 0, 1, 0), c(1, 0, 0, 1, 0, 1), c(0, 1, 1, 0, 0, 1), c(0, 1, 0, 1, 1, 0))
colnames(repweights) <- paste0("rep", 1:4)
special("scd half-samples by hand", cbind(scdrep, repweights),
        list(weight = "weight", rowCount = 2, columnCount = 2, replicates = list(type = "BRR", combined = FALSE)))
