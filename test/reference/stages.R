# Samples drawn in two stages without replacement: their second stage counts too.
# Rscript test/reference/stages.R
source("test/reference/situation.R")
data(api)
data(mu284)
made <- made_by("stages.R")
stages <- list(weight = "weight", psu = "district", ssu = "school", fpc = "districts", fpc2 = "schools")

schools <- data.frame(
  weight = apiclus2$pw, type = apiclus2$stype, district = apiclus2$dnum, school = apiclus2$snum,
  districts = apiclus2$fpc1, schools = apiclus2$fpc2,
  fear1 = yes(apiclus2$awards), fear2 = as.integer(apiclus2$ell > 30), want1 = as.integer(apiclus2$meals > 50),
  want2 = yes(apiclus2$sch.wide), row = code(apiclus2$stype), column = thirds(apiclus2$api00))
situation(made, "two stages of schools in districts", schools, stages)
schools$elementary <- as.integer(schools$type == "E")
situation(made, "two stages, elementary schools", schools, c(stages, domain = "elementary"))
schools$high <- as.integer(schools$type == "H")
situation(made, "two stages, the few high schools", schools, c(stages, domain = "high"))

sampled <- ave(rep(1, nrow(schools)), schools$district, FUN = sum)
fractions <- schools
fractions$districts <- length(unique(schools$district)) / 757
fractions$schools <- sampled / schools$schools
situation(made, "two stages, sampled fractions", fractions, stages)

# A second unit of one district is lost: what is left is lonely, though the district has more.
lost <- schools[!(schools$district == schools$district[sampled > 1][1] & duplicated(schools$district)), ]
for (policy in c("remove", "certainty", "adjust", "average"))
  situation(made, paste("two stages, a lonely school", policy), lost, c(stages, lonelyPsu = policy))

districts <- schools
districts$weight[seq(1, nrow(districts), 9)] <- 0
situation(made, "two stages, weights of zero", districts, stages)

# Strata at the first stage, and districts of which all are in the sample.
layered <- schools
layered$half <- 1 + (layered$district %% 2)
layered$districts <- ifelse(layered$half == 1, ave(layered$district, layered$half, FUN = function(x) length(unique(x))), 500)
situation(made, "two stages in strata, one of them a census of districts", layered, c(stages, strata = "half"))

municipalities <- data.frame(weight = mu284$n1 / 5 * mu284$n2 / 3, district = mu284$id1, school = mu284$id2, districts = mu284$n1, schools = mu284$n2,
                             fear1 = as.integer(mu284$y1 > 45), want1 = as.integer(mu284$y1 %% 2), row = thirds(mu284$y1), column = rep(0:2, 5))
situation(made, "two stages of mu284", municipalities, stages)
