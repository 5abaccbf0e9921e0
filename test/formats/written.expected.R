# What R reads from the files that writtenSurvey.ts writes. From the repository's root:
#   node test/formats/writtenSurvey.ts <an empty folder>
#   Rscript test/formats/written.expected.R <that folder> > test/formats/written.expected.json
suppressMessages({library(haven); library(readxl); library(xml2); library(jsonlite)})
file <- function(ending) file.path(commandArgs(TRUE)[1], paste0("survey", ending))
sha256 <- function(ending) strsplit(system2("sha256sum", file(ending), stdout = TRUE), " ")[[1]][1]

values <- function(column) {
  if (inherits(column, "Date")) as.list(format(column))
  else if (inherits(column, "POSIXt")) as.list(format(round(column), "%Y-%m-%dT%H:%M:%S", tz = "UTC"))
  else if (is.numeric(column)) { tags <- na_tag(as.double(column)); ifelse(is.na(tags), as.list(as.double(column)), as.list(paste0(".", tags))) }
  else as.list(as.vector(unclass(column)))
}
labels <- function(column) {
  labels <- attr(column, "labels", exact = TRUE)
  tags <- if (is.numeric(labels)) na_tag(labels) else rep(NA, length(labels))
  unname(Map(function(value, label, tag) list(value = if (is.na(tag)) value else paste0(".", tag), label = label),
    labels, names(labels), tags))
}
ofHaven <- function(read) list(
  fileLabel = attr(read, "label"),
  notes = as.list(attr(read, "notes")),
  variables = lapply(names(read), function(name) {
    column <- read[[name]]
    list(name = name, label = paste0("", attr(column, "label", exact = TRUE)), valueLabels = labels(column),
      missingCodes = as.list(attr(column, "na_values")), missingRange = lapply(attr(column, "na_range"), function(end) if (is.finite(end)) end),
      format = paste0("", attr(column, "format.stata")), values = values(column))
  })
)
sheet <- function(name) lapply(read_excel(file(".xlsx"), sheet = name, .name_repair = "minimal"), values)
ddi <- xml_ns_strip(read_xml(file(".xml")))
csv <- function(ending) lapply(read.csv(file(ending), encoding = "UTF-8", na.strings = character(), colClasses = "character", check.names = FALSE), as.list)
cat(toJSON(list(
  versions = lapply(list(haven = "haven", readxl = "readxl", xml2 = "xml2"), function(name) as.character(packageVersion(name))),
  sha256 = list(sav = sha256(".sav"), dta = sha256(".dta"), csv = sha256(".csv"), codebook = sha256(".codebook.csv"), xml = sha256(".xml")),
  sav = ofHaven(read_sav(file(".sav"), user_na = TRUE)),
  zsavIsSav = isTRUE(all.equal(read_sav(file(".zsav"), user_na = TRUE), read_sav(file(".sav"), user_na = TRUE), tolerance = 0)),
  dta = ofHaven(read_dta(file(".dta"))),
  csv = csv(".csv"),
  codebookRows = length(csv(".codebook.csv")[[1]]),
  xlsx = list(Values = sheet("Values"), Labels = sheet("Labels"), sheets = excel_sheets(file(".xlsx"))),
  ddi = lapply(xml_find_all(ddi, "//var"), function(var) list(name = xml_attr(var, "name"), label = xml_text(xml_find_first(var, "labl")),
    weight = !is.na(xml_attr(var, "wgt")), valid = as.numeric(xml_text(xml_find_first(var, "sumStat[@type='vald']"))),
    codes = xml_text(xml_find_all(var, "catgry/catValu")), missing = xml_text(xml_find_all(var, "catgry[@missing='Y']/catValu"))))
), auto_unbox = TRUE, null = "null", na = "null", digits = NA, pretty = TRUE), "\n")
