# A table of several columns on a teaching survey: Rscript test/reference/tables.R (from the repository).
suppressMessages({ library(survey); library(haven); library(jsonlite) })
data <- as.data.frame(zap_labels(read_sav("samples/bangladesh.sav", user_na = FALSE)))
data$prob_poverty[data$prob_poverty %in% c(8, 9)] <- NA
d <- svydesign(~psu, strata = ~stratum, weights = ~weight, data = data, nest = TRUE)
groups <- c(
  list(rep(TRUE, nrow(data))),
  lapply(sort(unique(data$division)), function(g) data$division == g),
  unlist(lapply(sort(unique(data$residence)), function(u) lapply(sort(unique(data$sex)), function(s) data$residence == u & data$sex == s)), recursive = FALSE)
)
figures <- function(x) {
  each <- lapply(groups, function(g) {
    m <- svymean(~x, subset(update(d, x = x), g & !is.na(x)))
    c(coef(m), SE(m))
  })
  list(estimate = sapply(each, `[`, 1), se = sapply(each, `[`, 2))
}
first <- min(data$prob_poverty, na.rm = TRUE)
answer <- list(
  first = figures(as.numeric(data$prob_poverty == first)),
  net = figures(as.numeric(data$prob_poverty %in% 2:3 * ifelse(is.na(data$prob_poverty), NA, 1))),
  age = figures(data$age)
)
strip <- function(x) lapply(x, function(one) lapply(one, unname))
write(toJSON(strip(answer), digits = 15, pretty = TRUE), "test/reference/tables/bangladesh.json")
