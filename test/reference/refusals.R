# Where R will not answer, and we neither. Rscript test/reference/refusals.R
source("test/reference/situation.R")
data(api)
made <- made_by("refusals.R")

# The code of our problem, what it must name, and R's own words.
refused <- function(name, data, roles, problem) {
  roles <- modifyList(list(lonelyPsu = "fail"), roles)
  cat(name, "\n")
  message <- tryCatch({
    d <- design_of(data, roles)
    inside <- if (is.null(roles$domain)) seq_len(nrow(data)) else which(data[[roles$domain]] == 1)
    SE(svymean(~fear1, d[inside, ]))
    NULL
  }, error = conditionMessage)
  stopifnot(!is.null(message))
  write_case(name, list(data = data, expected = list(made = made, roles = roles, refused = c(problem, list(r = message)))))
}

schools <- data.frame(weight = apistrat$pw, type = apistrat$stype, fear1 = yes(apistrat$awards), fpc = apistrat$fpc)
schools$psu <- ave(seq_len(200), schools$type, FUN = function(i) (seq_along(i) - 1) %/% 5)
lonely <- schools[!(schools$type == "H" & schools$psu > 0), ]
lonely$inside <- as.integer(lonely$type != "M")
clustered <- list(weight = "weight", strata = "type", psu = "psu")
refused("lonely psu fail", lonely, clustered, list(code = "design.lonelyPsu", names = "H"))
refused("lonely psu fail in a domain", lonely, c(clustered, domain = "inside"), list(code = "design.lonelyPsu", names = "H"))
row <- schools[schools$type != "M" | !duplicated(schools$type), ]
refused("lonely row fail", row, list(weight = "weight", strata = "type"), list(code = "design.lonelyPsu", names = "M"))
few <- schools
few$fpc[few$type == "M"] <- 3
refused("fewer psus than were sampled", few, list(weight = "weight", strata = "type", fpc = "fpc"), list(code = "design.fpcInvalid", names = "fpc"))
unknown <- schools
unknown$weight[17] <- NA
refused("a weight is missing", unknown, list(weight = "weight"), list(code = "design.weightMissing", names = "weight"))
