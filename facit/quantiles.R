# Quantiles by type, median and scaled MAD with R's own functions. Run: Rscript facit/quantiles.R
samples <- read.csv("facit/samples.csv")
number <- function(x) formatC(x, digits = 17, format = "g")
rows <- list()
for (id in unique(samples$sample)) {
  x <- samples$value[samples$sample == id]
  for (type in c(1, 2, 6, 7)) for (p in c(0, 0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975, 1))
    rows[[length(rows) + 1]] <- data.frame(sample = id, measure = "quantile", type = type, p = p, value = number(quantile(x, p, type = type, names = FALSE)))
  rows[[length(rows) + 1]] <- data.frame(sample = id, measure = "median", type = NA, p = NA, value = number(median(x)))
  rows[[length(rows) + 1]] <- data.frame(sample = id, measure = "mad", type = NA, p = NA, value = number(mad(x)))
}
write.csv(do.call(rbind, rows), "facit/quantiles.csv", row.names = FALSE, quote = FALSE, na = "")
z <- c(-8, -6, -5, -4, -3.2, -3, -2.5, -1.959963984540054, -1, -0.3, 0, 0.1, 0.7, 1.5, 2, 3, 4, 6)
write.csv(data.frame(z = number(z), p = number(pnorm(z))), "facit/normal.csv", row.names = FALSE, quote = FALSE)
