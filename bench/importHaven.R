# Seconds that haven takes to read a .sav into memory: median of five after one that is not counted.
suppressPackageStartupMessages(library(haven))
path <- commandArgs(trailingOnly = TRUE)[1]
invisible(read_sav(path))
times <- replicate(5, system.time(read_sav(path))[["elapsed"]])
cat(median(times), "\n")
