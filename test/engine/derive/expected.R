# Prints what the tests of band and standardise expect: Rscript test/engine/derive/expected.R
suppressPackageStartupMessages(library(survey))
x <- c(3, 1, 4, 1, 5, 9, 2, 6, 5, 3)
w <- c(1, 2, 0.5, 1, 1, 0.25, 3, 0, 1, 2)
cat("scale", format(as.vector(scale(x)), digits = 16), "\n")
positive <- w > 0
d <- svydesign(ids = ~1, weights = w[positive], data = data.frame(x = x[positive]))
m <- coef(svymean(~x, d))[[1]]
s <- sqrt(coef(svyvar(~x, d))[[1]])
cat("weighted", format((x - m) / s, digits = 16), "\n")
q <- quantile(x, 1:2 / 3, type = 1)
cat("thirds", q, ":", findInterval(x, q, left.open = TRUE) + 1, "\n")
q <- coef(svyquantile(~x, d, 1:2 / 3, qrule = "math"))
cat("weighted thirds", q, ":", findInterval(x, q, left.open = TRUE) + 1, "\n")
cat("cut", as.integer(cut(x, c(-Inf, 2, 5, Inf), right = FALSE)), "\n")
cat("cut right", as.integer(cut(x, c(-Inf, 2, 5, Inf), right = TRUE)), "\n")
