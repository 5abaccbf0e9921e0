# A table of several columns on a teaching survey: Rscript test/reference/tables.R (from the repository).
suppressMessages({ library(survey); library(haven); library(jsonlite) })
data <- as.data.frame(zap_labels(read_sav("samples/bangladesh.sav", user_na = FALSE)))
data$prob_poverty[data$prob_poverty %in% c(8, 9)] <- NA
d <- svydesign(~psu, strata = ~stratum, weights = ~weight, data = data, nest = TRUE)
all_groups <- c(
  list(rep(TRUE, nrow(data))),
  lapply(sort(unique(data$division)), function(g) data$division == g),
  unlist(lapply(sort(unique(data$residence)), function(u) lapply(sort(unique(data$sex)), function(s) data$residence == u & data$sex == s)), recursive = FALSE)
)
figures <- function(x, groups = all_groups) {
  each <- lapply(groups, function(g) {
    m <- svymean(~x, subset(update(d, x = x), g & !is.na(x)))
    c(coef(m), SE(m))
  })
  list(estimate = sapply(each, `[`, 1), se = sapply(each, `[`, 2))
}
first <- min(data$prob_poverty, na.rm = TRUE)
for (name in c("prob_food", "prob_water")) data[[name]][data[[name]] %in% c(8, 9)] <- NA
big <- data[c("prob_poverty", "prob_food", "prob_water")] == 3
any_big <- ifelse(rowSums(!is.na(big)) == 0, NA, as.numeric(rowSums(big[, c("prob_poverty", "prob_food")], na.rm = TRUE) > 0))
# Nets of a column variable that stands within another, and of the other: each with the answers of both.
nested <- list()
divisions <- list(data$division %in% c(2, 6))
for (u in sort(unique(data$residence))) nested <- c(nested, lapply(divisions, function(g) data$residence == u & g))
for (g in sort(unique(data$division))) nested <- c(nested, list(data$residence %in% 1:2 & data$division == g))
nested <- c(nested, list(data$residence %in% 1:2 & divisions[[1]]))
answer <- list(
  first = figures(as.numeric(data$prob_poverty == first)),
  net = figures(as.numeric(data$prob_poverty %in% 2:3 * ifelse(is.na(data$prob_poverty), NA, 1))),
  age = figures(data$age),
  anyBig = figures(any_big),
  nestedNets = figures(as.numeric(data$prob_poverty == first), nested),
  anyBigInNestedNets = figures(any_big, nested),
  ageInNestedNets = figures(data$age, nested)
)
strip <- function(x) lapply(x, function(one) lapply(one, unname))
write(toJSON(strip(answer), digits = 15, pretty = TRUE), "test/reference/tables/bangladesh.json")
