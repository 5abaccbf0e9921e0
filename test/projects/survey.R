# Makes survey.sav and more.csv: a small made-up survey, as SPSS would write it. Needs haven.
#   Rscript test/projects/survey.R
library(haven)
set.seed(20260101)
folder <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
rows <- 200
stratum <- rep(1:4, each = 50)
psu <- rep(1:20, each = 10)
fear <- plogis(rnorm(20, -0.2, 0.6)[psu] + rnorm(rows, 0, 0.4))
scale <- c("কখনও না" = 1, "মাঝে মাঝে" = 2, "প্রায়ই" = 3, "সব সময়" = 4,
           "জানি না" = 8, "উত্তর দেননি" = 9)
answer <- function(shift) {
  given <- pmin(4, 1 + rbinom(rows, 3, plogis(qlogis(fear) + shift)))
  given[sample(rows, 8)] <- sample(8:9, 8, TRUE)
  given[sample(rows, 3)] <- NA
  given
}
yes <- c("No" = 0, "Yes" = 1)
ticked <- function(share) labelled(rbinom(rows, 1, share), yes)
age <- sample(18:79, rows, TRUE)
afraid <- answer(0)
hungry <- answer(-0.5)
hungry[hungry %in% 1:4 & runif(rows) < 0.25] <- 4
survey <- data.frame(
  wt = round(exp(rnorm(rows, 0, 0.4)), 4),
  stratum = labelled(stratum, c("Dhaka" = 1, "Khulna" = 2, "Rajshahi" = 3, "সিলেট" = 4)),
  psu = psu,
  sex = labelled(rbinom(rows, 1, 0.55) + 1, c("Man" = 1, "Woman" = 2)),
  age = age,
  # declared missing by the file
  afraid = labelled_spss(afraid, scale, na_values = c(8, 9)),
  crime = labelled_spss(answer(-0.8), scale, na_range = c(8, 9)),
  # not declared: set aside by hand
  hungry = labelled(hungry, scale),
  sick = labelled(answer(-0.2), scale),
  water = ticked(0.3), power = ticked(0.4), school = ticked(0.2),
  district = ifelse(runif(rows) < 0.5, "ঢাকা", "Savar"),
  seen = as.Date("2025-03-01") + sample(0:60, rows, TRUE)
)
labels <- c(wt = "Weight", stratum = "বিভাগ", psu = "Village", sex = "Sex", age = "Age in years",
  afraid = "অন্ধকারের পর একা হাঁটতে ভয় পান", crime = "Afraid of theft", hungry = "খাবার ছাড়া দিন কেটেছে",
  sick = "Went without medicine", water = "Lacks water", power = "Lacks power", school = "Lacks a school",
  district = "District", seen = "Day of the interview")
for (name in names(labels)) attr(survey[[name]], "label") <- labels[[name]]
attr(survey$age, "format.spss") <- "F3.0"
write_sav(survey, file.path(folder, "survey.sav"))

more <- data.frame(
  Région = rep(c("Ouémé", "Zou", "Borgou"), length.out = 60),
  poids = round(runif(60, 0.5, 2), 3),
  peur = sample(1:4, 60, TRUE)
)
write.csv2(more, file.path(folder, "more.csv"), row.names = FALSE, fileEncoding = "windows-1252")
