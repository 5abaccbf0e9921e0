# What R haven reads from the file that savWriterSurvey.ts describes. From the repository's root:
#   node test/formats/sav/savWriterSurvey.ts /tmp/written.sav
#   Rscript test/formats/sav/savWriter.expected.R /tmp/written.sav > test/formats/sav/savWriter.expected.json
suppressMessages({library(haven); library(jsonlite)})
file <- commandArgs(TRUE)[1]
read <- read_sav(file, user_na = TRUE)

ends <- function(range) lapply(range, function(end) if (is.finite(end)) end else NULL)
variables <- lapply(names(read), function(name) {
  column <- read[[name]]
  labels <- attr(column, "labels", exact = TRUE)
  list(
    name = name,
    label = paste0("", attr(column, "label", exact = TRUE)),
    format = attr(column, "format.spss"),
    valueLabels = unname(Map(function(value, label) list(value = value, label = label), labels, names(labels))),
    missingCodes = as.list(attr(column, "na_values")),
    missingRange = ends(attr(column, "na_range")),
    values = if (inherits(column, "Date")) as.list(format(column))
             else if (inherits(column, "POSIXt")) as.list(format(column, tz = "UTC"))
             else as.list(as.vector(unclass(column)))
  )
})
cat(toJSON(list(
  haven = as.character(packageVersion("haven")),
  sha256 = strsplit(system2("sha256sum", file, stdout = TRUE), " ")[[1]][1],
  fileLabel = attr(read, "label"),
  documents = attr(read, "notes"),
  variables = variables
), auto_unbox = TRUE, null = "null", na = "null", digits = NA, pretty = TRUE), "\n")
