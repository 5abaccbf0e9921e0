# Figures that others have published, as they printed them, beside the data that they are about. R is asked
# too, so that a slip of the pen is found here. Rscript test/reference/published.R
source("test/reference/situation.R")
data(api)

figure <- function(kind, column, estimate, se, ciLow = NULL, ciHigh = NULL)
  Filter(Negate(is.null), list(kind = kind, column = column, estimate = estimate, se = se, ciLow = ciLow, ciHigh = ciHigh))

agrees <- function(value, printed) {
  digits <- nchar(sub("^[^.]*\\.?", "", printed))
  abs(value - as.numeric(printed)) <= 0.5000001 * 10^-digits
}

published <- function(name, source, data, roles, figures) {
  roles <- modifyList(list(lonelyPsu = "fail"), roles)
  cat(name, "\n")
  d <- design_of(data, roles)
  for (f in figures) {
    x <- (if (f$kind == "total") svytotal else svymean)(as.formula(paste0("~", f$column)), d)
    stopifnot(agrees(as.numeric(coef(x)), f$estimate), agrees(as.numeric(SE(x)), f$se))
    ends <- confint(x, df = degf(d))
    if (!is.null(f$ciLow)) stopifnot(agrees(ends[1], f$ciLow), agrees(ends[2], f$ciHigh))
  }
  made <- c(made_by("published.R"), list(published = source))
  write_case(name, list(data = data, expected = list(made = made, roles = roles, figures = figures)))
}

districts <- data.frame(
  weight = apiclus1$pw, district = apiclus1$dnum, districts = apiclus1$fpc, api00 = apiclus1$api00, api99 = apiclus1$api99, enroll = apiclus1$enroll,
  elementary = as.integer(apiclus1$stype == "E"), high = as.integer(apiclus1$stype == "H"), middle = as.integer(apiclus1$stype == "M"))
published(
  "published school districts of lumley",
  "Lumley, T.: Survey analysis in R, Summaries, http://faculty.washington.edu/tlumley/old-survey/example-summary.html",
  districts, list(weight = "weight", psu = "district", fpc = "districts"),
  list(figure("mean", "api00", "644.169399", "23.5422"), figure("mean", "api99", "606.978142", "24.2250"),
       figure("share", "elementary", "0.786885", "0.0463"), figure("share", "high", "0.076503", "0.0268"),
       figure("share", "middle", "0.136612", "0.0296"), figure("total", "enroll", "3404940.13", "932235.03"),
       figure("total", "elementary", "4873.97", "1333.32"), figure("total", "high", "473.86", "158.70")))

jackknife <- as.svrepdesign(svydesign(ids = ~dnum, weights = ~pw, data = apiclus1, fpc = ~fpc), compress = FALSE)
replicates <- unclass(as.matrix(weights(jackknife, "analysis")))
colnames(replicates) <- paste0("rep", seq_len(ncol(replicates)))
published(
  "published jackknife of lumley",
  "Lumley, T.: Survey analysis in R, Summaries, http://faculty.washington.edu/tlumley/old-survey/example-summary.html",
  cbind(districts, replicates), list(weight = "weight", replicates = list(type = "JK1", scale = jackknife$scale, centre = "mean")),
  list(figure("mean", "api00", "644.169399", "26.3294"), figure("mean", "api99", "606.978142", "26.9985"),
       figure("share", "elementary", "0.786885", "0.0514"), figure("share", "high", "0.076503", "0.0278"),
       figure("share", "middle", "0.136612", "0.0332")))

# Stata keeps numbers that are typed in with single precision, and the last digits show it.
single <- function(x) readBin(writeBin(x, raw(), size = 4), "numeric", length(x), size = 4)
systematic <- data.frame(cluster = c(2, 13, 31, 34, 46, 53), xi = c(15, 13, 12, 10, 21, 10), weight = 9, xibar = single(c(5, 4.33, 4, 3.33, 7, 3.33)), clusters = 54)
published(
  "published repeated systematic sample of levy and lemeshow",
  "Levy, P. S. and Lemeshow, S.: Sampling of Populations, page 106, with Stata's output by UCLA, https://stats.oarc.ucla.edu/unlinked/how-do-i-analyze-survey-data-with-a-repeated-systematic-sample-design-3",
  systematic, list(weight = "weight", psu = "cluster", fpc = "clusters"),
  list(figure("mean", "xibar", "4.498333", ".5310139", "3.133318", "5.863348"),
       figure("total", "xi", "729", "85.94882", "508.0615", "949.9385")))

municipalities <- data.frame(
  id = 1:8, stratum = c(1, 1, rep(2, 6)), cluster = c(1, 5, 9, 13, 17, 21, 25, 29), weight = 4,
  ue91 = c(4123, 721, 194, 129, 239, 61, 262, 166), lab91 = c(33786, 4930, 2069, 927, 2144, 573, 1737, 1615), fraction = 8 / 32)
published(
  "published systematic sample of lehtonen and pahkinen",
  "Lehtonen, R. and Pahkinen, E.: Practical Methods for Design and Analysis of Complex Surveys, table 2.6, with Stata's output by UCLA, https://stats.oarc.ucla.edu/stata/faq/how-do-i-analyze-survey-data-with-a-systematic-sample-design",
  municipalities, list(weight = "weight", strata = "stratum", psu = "cluster", fpc = "fraction"),
  list(figure("total", "ue91", "23580", "11801.49", "-5297.209", "52457.21")))
