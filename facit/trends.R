# Mann-Kendall and Theil-Sen. Run: Rscript facit/trends.R
# p: without ties R's cor.test(method = "kendall"): exact = TRUE for n <= 10, else exact = FALSE with continuity correction.
#    with ties and n <= 7: every order of the values is written out and counted (R has no exact test with ties).
# tau: cor(method = "kendall") (tau-b). slope: median of all pairs' slopes. Interval: see docs/methods/trend.md.
series <- read.csv("facit/series.csv")
number <- function(x) formatC(x, digits = 17, format = "g")
score <- function(y) { n <- length(y); s <- 0; for (i in 1:(n - 1)) for (j in (i + 1):n) s <- s + sign(y[j] - y[i]); s }
orders <- function(v) { if (length(v) <= 1) return(list(v)); out <- list(); for (i in seq_along(v)) for (rest in orders(v[-i])) out[[length(out) + 1]] <- c(v[i], rest); out }
rows <- list()
for (id in unique(series$series)) {
  x <- series$year[series$series == id]; y <- series$value[series$series == id]; n <- length(y)
  s <- score(y); t <- table(y); tied <- any(t > 1)
  v <- (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5))) / 18
  how <- NA; p <- NA
  if (length(t) == 1) { p <- 1; how <- "constant" }
  else if (!tied && n <= 10) { p <- cor.test(x, y, method = "kendall", exact = TRUE)$p.value; how <- "cor.test exact" }
  else if (tied && n <= 7) { all <- sapply(orders(y), score); p <- mean(abs(all) >= abs(s)); how <- "enumerated" }
  else if (n > 10) { p <- suppressWarnings(cor.test(x, y, method = "kendall", exact = FALSE, continuity = TRUE)$p.value); how <- "cor.test normal" }
  slopes <- c(); for (i in 1:(n - 1)) for (j in (i + 1):n) slopes <- c(slopes, (y[j] - y[i]) / (x[j] - x[i]))
  slopes <- sort(slopes); m <- length(slopes); width <- qnorm(0.975) * sqrt(v); slope <- median(slopes)
  low <- slopes[max(1, floor((m - width) / 2))]; high <- slopes[min(m, ceiling((m + width) / 2) + 1)]
  tau <- if (length(t) == 1) 0 else cor(x, y, method = "kendall")
  rows[[length(rows) + 1]] <- data.frame(series = id, n = n, s = s, variance = number(v), tau = number(tau), p = number(p), how = how,
    slope = number(slope), low = number(low), high = number(high), intercept = number(median(y - slope * (x - x[1]))))
}
write.csv(do.call(rbind, rows), "facit/trends.csv", row.names = FALSE, quote = FALSE)
