# Surveys that R's survey package brings along, as surveys of fear and want.
# Rscript test/reference/classics.R
source("test/reference/situation.R")
data(api)
for (name in c("nhanes", "scd", "election", "fpc", "yrbs", "mu284")) data(list = name)
made <- made_by("classics.R")

# Californian schools: rows are their types, columns thirds of their score.
schools <- function(sample) data.frame(
  weight = sample$pw, type = sample$stype, district = sample$dnum,
  fear1 = yes(sample$awards), fear2 = as.integer(sample$ell > 30),
  want1 = as.integer(sample$meals > 50), want2 = yes(sample$sch.wide),
  row = code(sample$stype), column = thirds(sample$api00))

simple <- cbind(schools(apisrs), schools = apisrs$fpc)
situation(made, "api simple random sample", simple, list(weight = "weight", fpc = "schools"))
simple$elementary <- as.integer(simple$type == "E")
situation(made, "api simple random sample, elementary schools", simple, list(weight = "weight", fpc = "schools", domain = "elementary"))

stratified <- cbind(schools(apistrat), schools = apistrat$fpc)
situation(made, "api stratified, rows are the strata", stratified, list(weight = "weight", strata = "type", fpc = "schools"))
stratified$high <- as.integer(stratified$type == "H")
situation(made, "api stratified, one stratum as domain", stratified, list(weight = "weight", strata = "type", fpc = "schools", domain = "high"))
stratified$fraction <- ave(rep(1, 200), apistrat$stype, FUN = sum) / apistrat$fpc
situation(made, "api stratified, sampled fractions", stratified, list(weight = "weight", strata = "type", fpc = "fraction"))

clusters <- cbind(schools(apiclus1), districts = apiclus1$fpc)
situation(made, "api districts, all schools of each", clusters, list(weight = "weight", psu = "district", fpc = "districts"))
situation(made, "api districts without correction", clusters, list(weight = "weight", psu = "district"))
clusters$high <- as.integer(clusters$type == "H")
situation(made, "api districts, high schools", clusters, list(weight = "weight", psu = "district", fpc = "districts", domain = "high"))

stages <- cbind(schools(apiclus2), districts = apiclus2$fpc1)
situation(made, "api schools within districts, first stage", stages, list(weight = "weight", psu = "district", fpc = "districts"))

population <- data.frame(
  fear1 = yes(apipop$awards), want1 = as.integer(apipop$meals > 50), row = code(apipop$stype), column = thirds(apipop$api00))
situation(made, "api population without design", population, list())

# Adults with high cholesterol ("fear") and those of 40 and more ("want"), by race and age.
people <- data.frame(
  weight = nhanes$WTMEC2YR, stratum = nhanes$SDMVSTRA, psu = nhanes$SDMVPSU,
  fear1 = nhanes$HI_CHOL, want1 = as.integer(as.integer(nhanes$agecat) > 2), want2 = as.integer(nhanes$race == 2),
  row = nhanes$race - 1, column = as.integer(nhanes$agecat) - 1,
  women = as.integer(nhanes$RIAGENDR == 2), others = as.integer(nhanes$race == 4 & nhanes$agecat == "(59,Inf]"))
nested <- list(weight = "weight", strata = "stratum", psu = "psu", rowCount = 4, columnCount = 4)
situation(made, "nhanes cholesterol", people, nested)
situation(made, "nhanes cholesterol, women, beta", people, c(nested, domain = "women"), list(interval = "beta", level = 0.95))
situation(made, "nhanes cholesterol, a small domain", people, c(nested, domain = "others"))

# Six ambulance stations in three areas.
stations <- data.frame(area = scd$ESA, station = scd$ambulance, weight = scd$arrests, stations = 5,
                       fear1 = as.integer(scd$alive > 40), want1 = as.integer(scd$arrests < 300), row = c(0, 1, 0, 1, 1, 1), column = c(0, 0, 1, 0, 1, 1))
two_by_two <- list(rowCount = 2, columnCount = 2)
situation(made, "scd ambulance stations", stations, c(list(strata = "area", psu = "station"), two_by_two))
situation(made, "scd ambulance stations with fpc", stations, c(list(weight = "weight", strata = "area", psu = "station", fpc = "stations"), two_by_two))

# Counties sampled with probability proportional to votes: the approximation with replacement.
counties <- data.frame(weight = election_pps$wt, fear1 = as.integer(election_pps$Bush > election_pps$Kerry),
                       want1 = as.integer(election_pps$Nader > 0), row = thirds(election_pps$votes), column = thirds(election_pps$Bush / election_pps$votes))
situation(made, "election counties, proportional to size", counties, list(weight = "weight"))

# Stata's example of finite populations, answers as thirds and halves.
small <- data.frame(weight = fpc$weight, stratum = fpc$stratid, unit = fpc$psuid, units = fpc$Nh, fraction = fpc$nh / fpc$Nh,
                    fear1 = as.integer(fpc$x > 5), want1 = as.integer(fpc$x > 4), row = thirds(fpc$x), column = c(0, 1, 1, 0, 2, 2, 0, 1))
situation(made, "fpc of eight units, sizes", small, list(weight = "weight", strata = "stratum", psu = "unit", fpc = "units"))
situation(made, "fpc of eight units, fractions", small, list(weight = "weight", strata = "stratum", psu = "unit", fpc = "fraction"))

# Helmets of students; 45 % have no bicycle and gave no valid answer.
helmets <- data.frame(weight = yrbs$weight, stratum = yrbs$stratum, psu = yrbs$psu, fear1 = 2 - yrbs$qn8,
                      want1 = as.integer(seq_len(nrow(yrbs)) %% 3 == 0), row = seq_len(nrow(yrbs)) %% 4, column = as.integer(yrbs$weight > 1))
situation(made, "yrbs bicycle helmets", helmets, list(weight = "weight", strata = "stratum", psu = "psu", rowCount = 4, columnCount = 2))

municipalities <- data.frame(weight = mu284$n1 / 5 * mu284$n2 / 3, psu = mu284$id1, psus = mu284$n1,
                             fear1 = as.integer(mu284$y1 > 45), want1 = as.integer(mu284$y1 %% 2), row = thirds(mu284$y1), column = rep(0:2, 5))
situation(made, "mu284 municipalities, first stage", municipalities, list(weight = "weight", psu = "psu", fpc = "psus"))
