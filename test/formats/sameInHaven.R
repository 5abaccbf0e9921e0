# Whether haven reads the same from two files. Arguments: a list of pairs, one a line, `original<TAB>written`.
# .sav and .zsav beside .sav: names, labels, value labels, declared missing values, classes, values.
# .dta beside .dta: names, labels, value labels, kinds of missing, dates, values; what is written is UTF-8.
# .dta beside .sav: labels and values by position, declared missing values as missing on both sides.
suppressMessages(library(haven))
same <- function(one, other) isTRUE(all.equal(one, other, tolerance = 0))
# haven keeps the spaces that fill up short codes where a file needs no change of encoding, and drops them where it does.
trimmed <- function(trait) if (is.character(trait)) { trait[] <- sub(" +$", "", trait); trait } else trait
traits <- c("label", "labels", "na_values", "na_range", "class")
differences <- function(original, written) {
  x <- read_sav(original, user_na = TRUE); y <- read_sav(written, user_na = TRUE)
  found <- c(if (!identical(names(x), names(y))) "names", if (nrow(x) != nrow(y)) "rows", if (!identical(attr(x, "label"), attr(y, "label"))) "file label")
  for (name in intersect(names(x), names(y))) {
    for (trait in traits) if (!same(trimmed(attr(x[[name]], trait, exact = TRUE)), trimmed(attr(y[[name]], trait, exact = TRUE)))) found <- c(found, paste(name, trait))
    if (!identical(as.vector(unclass(x[[name]])), as.vector(unclass(y[[name]])))) found <- c(found, paste(name, "values"))
  }
  found
}
plain <- function(column) {
  if (inherits(column, c("POSIXt", "Date"))) return(as.numeric(as.POSIXct(column)))
  values <- as.vector(unclass(column))
  if (is.character(values)) values else ifelse(is.na(values), NA_real_, as.numeric(values))
}
differencesOfStata <- function(original, written) {
  x <- read_sav(original); y <- read_dta(written)
  found <- c(if (length(x) != length(y)) "variables", if (nrow(x) != nrow(y)) "rows")
  for (index in seq_along(x)) {
    name <- names(x)[index]
    isClock <- inherits(x[[index]], "hms") && !is.null(attr(y[[index]], "tzone"))
    shift <- if (isClock) as.numeric(as.POSIXct("1960-01-01", tz = "UTC")) else 0
    one <- plain(x[[index]]); other <- plain(y[[index]])
    isNumber <- is.numeric(one)
    if (isNumber && !isTRUE(all.equal(one, other - shift, tolerance = 1e-12, check.attributes = FALSE))) found <- c(found, paste(name, "values"))
    if (!isNumber && !identical(ifelse(is.na(one), "", one), other)) {
      # Text has no missing values in Stata: declared ones stay as they are.
      declared <- as.vector(unclass(read_sav(original, user_na = TRUE)[[index]]))
      if (!identical(declared, other)) found <- c(found, paste(name, "text"))
    }
    label <- paste0("", attr(x[[index]], "label", exact = TRUE))
    if (!startsWith(label, substr(paste0("", attr(y[[index]], "label", exact = TRUE)), 1, 80))) found <- c(found, paste(name, "label"))
  }
  found
}
# Some bytes have no meaning in windows-1252, at which haven fails; such texts are left to our own rule.
readStata <- function(file) tryCatch(read_dta(file), error = function(e) read_dta(file, encoding = "latin1"))
tags <- function(x) if (is.double(x)) na_tag(x) else rep(NA_character_, length(x))
labelsOf <- function(column) {
  labels <- attr(column, "labels", exact = TRUE)
  values <- as.double(labels)
  order <- order(ifelse(is.na(values), Inf, values), tags(values))
  list(values[order], tags(values)[order], names(labels)[order])
}
differencesInStata <- function(original, written) {
  x <- readStata(original); y <- read_dta(written)
  found <- c(if (!identical(names(x), names(y))) "names", if (nrow(x) != nrow(y)) "rows", if (!identical(attr(x, "label"), attr(y, "label"))) "file label")
  for (index in seq_along(x)) {
    one <- x[[index]]; other <- y[[index]]; name <- names(x)[index]
    if (!identical(attr(one, "label", exact = TRUE), attr(other, "label", exact = TRUE))) found <- c(found, paste(name, "label"))
    if (!identical(setdiff(class(one), "haven_labelled"), setdiff(class(other), "haven_labelled"))) found <- c(found, paste(name, "class"))
    if (!same(labelsOf(one), labelsOf(other))) found <- c(found, paste(name, "value labels"))
    if (is.character(one)) { known <- !grepl("[\u0080-\u009f]", one); if (!identical(as.vector(one)[known], as.vector(other)[known])) found <- c(found, paste(name, "text")) }
    else if (!same(as.double(one), as.double(other)) || !identical(tags(as.vector(unclass(one))), tags(as.vector(unclass(other))))) found <- c(found, paste(name, "values"))
  }
  found
}
for (line in readLines(commandArgs(TRUE)[1])) {
  pair <- strsplit(line, "\t")[[1]]
  compare <- if (!grepl("dta$", pair[2])) differences else if (grepl("dta$", pair[1])) differencesInStata else differencesOfStata
  found <- compare(pair[1], pair[2])
  cat(paste0(basename(pair[2]), ": ", if (length(found) == 0) "the same" else paste(head(found, 8), collapse = ", "), "\n"))
}
