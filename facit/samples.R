# Invented samples and series for the other scripts; nothing here is a real figure. Run: Rscript facit/samples.R
set.seed(1971)
samples <- list(
  one = 5, two = c(3, 1), four = c(1, 2, 3, 4), ties = c(2, 2, 2, 5, 5, 9),
  negative = c(-3.5, -1, 0, 2.25, 7), forty = round(rnorm(40, 100, 15), 3), fortyone = round(rnorm(41), 4),
  lss = round(rlnorm(280, 13, 0.3), 2), school = round(rnorm(276, 50, 20), 5), all = round(rgamma(290, 3, 0.01), 4)
)
write.csv(do.call(rbind, lapply(names(samples), function(id) data.frame(sample = id, value = samples[[id]]))),
          "facit/samples.csv", row.names = FALSE, quote = FALSE)
series <- list(
  rising5 = list(2015:2019, c(10, 11, 12, 13, 14)), falling6 = list(2012:2017, c(9, 8.5, 8.7, 7, 6.5, 6)),
  mixed8 = list(2013:2020, c(3, 5, 4, 6, 5.5, 7, 6.8, 6.9)), ten = list(2011:2020, round(cumsum(rnorm(10, 0.3)), 3)),
  gap7 = list(c(2010, 2011, 2013, 2014, 2017, 2018, 2020), c(1, 3, 2, 5, 4, 8, 7)),
  tied5 = list(2016:2020, c(1, 2, 2, 3, 3)), tied6 = list(2015:2020, c(4, 4, 4, 5, 3, 5)), tied7 = list(2014:2020, c(0, 0, 1, 1, 1, 2, 0)),
  constant = list(2016:2020, rep(7, 5)), eleven = list(2010:2020, round(rnorm(11, 50, 3), 2)),
  fifteen = list(2006:2020, round(1:15 + rnorm(15, 0, 4))), twentytwo = list(2000:2021, round(100 + 2 * (1:22) + rnorm(22, 0, 9), 1))
)
write.csv(do.call(rbind, lapply(names(series), function(id) data.frame(series = id, year = series[[id]][[1]], value = series[[id]][[2]]))),
          "facit/series.csv", row.names = FALSE, quote = FALSE)
