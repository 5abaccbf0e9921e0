# Whether haven reads the same from two files. Arguments: a list of pairs, one a line, `original<TAB>written`.
# .sav and .zsav beside .sav: names, labels, value labels, declared missing values, classes, values.
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
for (line in readLines(commandArgs(TRUE)[1])) {
  pair <- strsplit(line, "\t")[[1]]
  found <- if (grepl("dta$", pair[2])) differencesOfStata(pair[1], pair[2]) else differences(pair[1], pair[2])
  cat(paste0(basename(pair[2]), ": ", if (length(found) == 0) "the same" else paste(head(found, 8), collapse = ", "), "\n"))
}
