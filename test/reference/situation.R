# What the scripts of cases share. `situation` asks R for everything that `expected.R` knows about one
# survey; `write_case` writes data.csv and expected.json into cases/. Run scripts from the repository's root.
source("test/reference/expected.R")

# Where all answer alike R's share may miss 0 or 1 by its last digit, and has a variance of rounding.
share_of_some <- share
share <- function(s, part, whole, o) {
  x <- share_of_some(s, part, whole, o)
  if (length(unique(part[whole])) != 1) return(x)
  s <- s[which(whole), ]
  p <- as.numeric(part[whole][1])
  ci <- if (degf(s) > 0) binom.test(p * nrow(s), nrow(s), conf.level = o$level)$conf.int else c(NA, NA)
  certain <- list(estimate = p, se = 0, ciLow = clean(ci[1]), ciHigh = clean(ci[2]), deff = NA, cv = clean(0 / p), effectiveN = NA)
  x[names(x) %in% names(certain)] <- certain[names(x)[names(x) %in% names(certain)]]
  x
}

# Too many empty cells: R stops at a singular matrix.
rao_scott_of_some <- rao_scott
rao_scott <- function(s, rows, columns) tryCatch(rao_scott_of_some(s, rows, columns), error = function(e) {
  if (!grepl("singular", conditionMessage(e))) stop(e)
  list(f = NA, df1 = NA, df2 = NA, p = NA)
})

# Nobody to ask: R stops, where a table should say that there is nothing.
pair_of_some <- pair
pair <- function(d, fear, want, o) {
  if (any(!is.na(fear) & !is.na(want))) return(pair_of_some(d, fear, want, o))
  nobody <- c(none, deff = NA)
  cell <- function(isFear, isWant) list(fear = isFear, want = isWant, n = 0, weightedN = 0, ofTotal = nobody, ofFear = nobody, ofWant = nobody)
  list(
    pair = list(n = 0, weightedN = 0, both = nobody, wantGivenFear = nobody, fearGivenWant = nobody, lift = none,
                oddsRatio = NULL, phi = none, test = list(f = NA, df1 = NA, df2 = NA, p = NA, q = NA), shown = "yes"),
    cells = list(cell(TRUE, TRUE), cell(TRUE, FALSE), cell(FALSE, TRUE), cell(FALSE, FALSE)),
    wantGivenNoFear = nobody, fearGivenNoWant = nobody, difference = none)
}
# Where all PSUs agree there is no variance. R keeps what rounding leaves of it, in standard errors its
# root (1e-8 of the estimate, or none where the variance turned out below 0), and tests by dividing by it.
without_rounding <- function(x) {
  if (!is.list(x)) return(x)
  x <- lapply(x, without_rounding)
  for (se in intersect(c("se", "logSe"), names(x))) {
    if (is.na(x$estimate)) next
    stopifnot(is.na(x[[se]]) || x[[se]] < 1e-7)
    x[[se]] <- 0
    if ("deff" %in% names(x) && !is.na(x$deff)) x$deff <- 0
    if ("effectiveN" %in% names(x)) x$effectiveN <- NA
    if ("cv" %in% names(x)) x$cv <- clean(0 / x$estimate)
  }
  if ("f" %in% names(x)) x[] <- NA
  x
}

logit <- list(interval = "logit", level = 0.95)

# What every expected.json begins with: who said so, and the script that asked.
made_by <- function(script) list(
  script = file.path("test/reference", script), r = R.version.string, survey = as.character(packageVersion("survey")))

write_case <- function(name, files) {
  folder <- file.path("test/reference/cases", gsub("[ ,]+", "-", name))
  dir.create(folder, recursive = TRUE, showWarnings = FALSE)
  if (!is.null(files$data)) write.csv(files$data, file.path(folder, "data.csv"), row.names = FALSE, na = "", quote = FALSE, fileEncoding = "UTF-8")
  write_json(files$expected, file.path(folder, "expected.json"), auto_unbox = TRUE, digits = NA, na = "null", null = "null", pretty = 1)
}

# roles: which columns are weight, strata, psu, fpc, of the second stage ssu and fpc2, and domain; lonelyPsu.
sample_design <- function(data, roles) {
  options(survey.lonely.psu = roles$lonelyPsu)
  side <- function(column) if (is.null(column)) NULL else as.formula(paste0("~", paste(column, collapse = " + ")))
  arguments <- list(ids = if (is.null(roles$psu)) ~1 else side(c(roles$psu, roles$ssu)), data = data)
  # The formulas are looked up in the data; weights of 1 where there are none.
  if (is.null(roles$weight)) arguments$weights <- rep(1, nrow(data)) else arguments$weights <- side(roles$weight)
  if (!is.null(roles$strata)) arguments <- c(arguments, list(strata = side(roles$strata), nest = TRUE))
  if (!is.null(roles$fpc)) arguments$fpc <- side(c(roles$fpc, roles$fpc2))
  do.call(svydesign, arguments)
}

# roles$replicates: list(type, rho, scale, rscales, centre, combined, df), weights in columns rep1, rep2, …
replicate_design <- function(data, roles) {
  given <- roles$replicates
  columns <- data[grep("^rep[0-9]+$", colnames(data))]
  arguments <- list(weights = data[[roles$weight]], repweights = columns, data = data,
                    type = if (given$type == "SDR") "successive-difference" else given$type,
                    combined.weights = !identical(given$combined, FALSE), mse = !identical(given$centre, "mean"))
  d <- suppressWarnings(do.call(svrepdesign, c(arguments, given[intersect(names(given), c("rho", "scale", "rscales"))])))
  if (!is.null(given$df)) d$degf <- given$df
  d
}

# roles$margins: list(list(variable, targets = list(level = total, …)), …)
calibrated <- function(d, roles) {
  margins <- roles$margins
  if (length(margins) == 1) {
    targets <- unlist(margins[[1]]$targets)
    totals <- setNames(data.frame(names(targets), as.numeric(targets)), c(margins[[1]]$variable, "Freq"))
    return(postStratify(d, as.formula(paste0("~", margins[[1]]$variable)), totals))
  }
  variables <- sapply(margins, function(m) m$variable)
  for (m in margins) d$variables[[m$variable]] <- factor(d$variables[[m$variable]], levels = names(m$targets))
  totals <- c(`(Intercept)` = sum(unlist(margins[[1]]$targets)))
  for (m in margins) totals <- c(totals, setNames(unlist(m$targets)[-1], paste0(m$variable, names(m$targets)[-1])))
  arguments <- list(d, as.formula(paste("~", paste(variables, collapse = "+"))), totals, calfun = "raking", epsilon = 1e-13, maxit = 200)
  do.call(calibrate, if (inherits(d, "svyrep.design")) c(arguments, compress = FALSE) else arguments)
}

design_of <- function(data, roles) {
  d <- if (is.null(roles$replicates)) sample_design(data, roles) else replicate_design(data, roles)
  if (is.null(roles$margins)) return(d)
  d <- calibrated(d, roles)
  if (!is.null(roles$replicates)) { d$degf <- NULL; d$degf <- degf(d) }
  d
}

situation <- function(made, name, data, roles, o = logit, varies = TRUE) {
  roles <- modifyList(list(lonelyPsu = "fail", rowCount = 3, columnCount = 3), roles)
  cat(name, "\n")
  answers <- suppressWarnings(expected(design_of(data, roles), data, roles, o))
  if (!varies) answers <- without_rounding(answers)
  write_case(name, list(data = data, expected = c(list(made = made, roles = roles, options = o), answers)))
}

# Codes 0, 1, … of a factor's levels, and of thirds of a number.
code <- function(x) as.integer(factor(x)) - 1L
thirds <- function(x) as.integer(cut(x, quantile(x, 0:3 / 3, na.rm = TRUE), include.lowest = TRUE)) - 1L
yes <- function(x) as.integer(x == "Yes")
