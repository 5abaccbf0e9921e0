# Runs scripts one after the other, each in its own folder and without what others left, and writes the result
# of each beside it: Rscript run.R FILE …
suppressMessages(library(jsonlite))
for (file in commandArgs(TRUE)) {
  setwd(dirname(file))
  place <- new.env(parent = globalenv())
  started <- proc.time()[["elapsed"]]
  problem <- tryCatch({ capture.output(source(file, local = place, encoding = "UTF-8")); NULL }, error = conditionMessage)
  answer <- if (is.null(problem)) list(result = get("result", place)) else list(problem = problem)
  answer$seconds <- proc.time()[["elapsed"]] - started
  write_json(answer, sub("[.]R$", ".json", file), auto_unbox = TRUE, digits = NA, na = "null", dataframe = "rows")
}
