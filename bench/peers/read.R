# Seconds that a reader of R takes to bring a file into memory, median of five after one that is not counted, and the
# most memory in bytes that R ever had (0 where the system does not say). Readers: read_sav, read_dta, fread.
arguments <- commandArgs(trailingOnly = TRUE)
reader <- switch(arguments[1],
  read_sav = haven::read_sav,
  read_dta = haven::read_dta,
  fread = \(path) data.table::fread(path, showProgress = FALSE))
path <- arguments[2]
invisible(reader(path))
times <- replicate(5, system.time(reader(path))[["elapsed"]])
status <- if (file.exists("/proc/self/status")) readLines("/proc/self/status") else character()
peak <- as.numeric(gsub("\\D", "", grep("^VmHWM", status, value = TRUE)))
cat(median(times), 1024 * if (length(peak) == 1) peak else 0, "\n")
