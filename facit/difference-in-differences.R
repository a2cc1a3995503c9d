# Difference-in-differences, invented panels. Run: Rscript facit/difference-in-differences.R   (needs sandwich and lmtest)
# estimate:   lm(y ~ treated * post); the script stops unless unit and year fixed effects, and lm(change ~ treated), give the same.
# change_*:   lm(change ~ treated), one row a unit: mean after - mean before. confint, summary. The interval that is shown.
# panel_*:    lm(y ~ treated * post), classical: confint, summary.
# cluster_*:  the same fit with sandwich::vcovCL(cluster = ~unit, type = "HC1"), lmtest::coefci and coeftest, df = units - 1.
# placebo_*:  lm(change ~ treated) anew with each unit in turn as the treated one, the truly treated among the others.
# pretrend_*: one lm(y ~ year) a unit before, then lm(slope ~ treated).
suppressPackageStartupMessages({ library(sandwich); library(lmtest) })
set.seed(1974)
number <- function(x) formatC(x, digits = 17, format = "g", width = 1)
panel <- function(units, years, after, effect, level = 100, spread = 10, noise = 2, drift = 0, memory = 0, digits = 3) {
  rows <- list()
  common <- cumsum(rnorm(length(years), 1, 1))
  for (u in 0:units) {
    e <- if (memory == 0) rnorm(length(years), 0, noise) else as.numeric(arima.sim(list(ar = memory), length(years), sd = noise))
    y <- level + rnorm(1, 0, spread) + common + e + (u == 0) * (effect * (years >= after) + drift * (years - years[1]))
    rows[[u + 1]] <- data.frame(unit = sprintf("u%02d", u), treated = as.integer(u == 0), year = years, value = round(y, digits))
  }
  do.call(rbind, rows)
}
cases <- list(
  balanced = list(2019, panel(7, 2013:2022, 2019, -8)),
  missing  = list(2018, panel(9, 2012:2021, 2018, 6)),
  few      = list(2020, panel(3, 2016:2021, 2020, -5)),
  pretrend = list(2019, panel(8, 2013:2022, 2019, 0, drift = 2)),
  noisy    = list(2020, panel(7, 2011:2023, 2020, 1, noise = 6, memory = 0.6)),
  many     = list(2019, panel(40, 2014:2022, 2019, 1500, level = 38000, spread = 4000, noise = 400, digits = 0)),
  smallest = list(2021, panel(2, 2019:2021, 2021, 3))
)
# missing: the treated lacks 2014; five others lack 2016 (with one that reports nothing, under half have it); u03 lacks 2019.
d <- cases$missing[[2]]
d$value[d$unit == "u00" & d$year == 2014] <- NA
d$value[d$unit %in% c("u01", "u02", "u05", "u06", "u07") & d$year == 2016] <- NA
d$value[d$unit == "u03" & d$year == 2019] <- NA
d$value[d$unit == "u09"] <- NA
cases$missing[[2]] <- d

kept <- function(d) {                         # docs/methods/difference-in-differences.md, "Missing values"
  d <- d[d$unit %in% unique(d$unit[!is.na(d$value)]), ]
  n <- length(unique(d$unit[d$treated == 0]))
  has <- function(rows) tapply(!is.na(rows$value), rows$year, sum)
  years <- as.integer(names(which(has(d[d$treated == 1, ]) == 1 & has(d[d$treated == 0, ]) >= n / 2)))
  d <- d[d$year %in% years, ]
  lacking <- unique(d$unit[is.na(d$value)])
  d[!d$unit %in% lacking, ]
}
input <- list(); output <- list(); placebos <- list()
for (case in names(cases)) {
  after <- cases[[case]][[1]]; all <- cases[[case]][[2]]
  input[[case]] <- data.frame(case = case, all)
  d <- kept(all); d$post <- as.integer(d$year >= after)
  fit <- lm(value ~ treated * post, d)
  b <- coef(fit)[["treated:post"]]
  fixed <- lm(value ~ treated:post + factor(unit) + factor(year), d)
  stopifnot(abs(coef(fixed)[["treated:post"]] - b) < 1e-9 * max(abs(d$value)))
  units <- unique(d$unit); g <- length(units)
  change <- data.frame(unit = units,
    change = sapply(units, function(u) mean(d$value[d$unit == u & d$post == 1]) - mean(d$value[d$unit == u & d$post == 0])),
    slope = sapply(units, function(u) { own <- d[d$unit == u & d$post == 0, ]; coef(lm(value ~ year, own))[["year"]] }),
    treated = as.integer(units == "u00"))
  onChange <- lm(change ~ treated, change); s <- summary(onChange)$coefficients["treated", ]
  stopifnot(abs(coef(onChange)[["treated"]] - b) < 1e-9 * max(abs(d$value)))
  ci <- confint(onChange)["treated", ]
  p <- summary(fit)$coefficients["treated:post", ]; pci <- confint(fit)["treated:post", ]
  v <- vcovCL(fit, cluster = ~unit, type = "HC1")
  c1 <- coeftest(fit, vcov. = v, df = g - 1)["treated:post", ]; cci <- coefci(fit, vcov. = v, df = g - 1)["treated:post", ]
  fake <- sapply(units, function(u) coef(lm(change ~ I(unit == u), change))[[2]])
  extreme <- sum(abs(fake[-1]) >= abs(fake[1]) * (1 - 1e-9))
  t <- summary(lm(slope ~ treated, change))$coefficients["treated", ]
  output[[case]] <- data.frame(case = case, after = after, comparison = g - 1, before_years = length(unique(d$year[d$post == 0])),
    after_years = length(unique(d$year[d$post == 1])), estimate = number(b),
    change_se = number(s[[2]]), change_df = onChange$df.residual, change_low = number(ci[[1]]), change_high = number(ci[[2]]), change_p = number(s[[4]]),
    panel_se = number(p[[2]]), panel_df = fit$df.residual, panel_low = number(pci[[1]]), panel_high = number(pci[[2]]), panel_p = number(p[[4]]),
    cluster_se = number(c1[[2]]), cluster_low = number(cci[[1]]), cluster_high = number(cci[[2]]), cluster_p = number(c1[[4]]),
    placebo_rank = extreme + 1, placebo_p = number((1 + extreme) / g),
    pretrend = number(t[[1]]), pretrend_se = number(t[[2]]), pretrend_t = number(t[[3]]), pretrend_p = number(t[[4]]))
  placebos[[case]] <- data.frame(case = case, unit = units, estimate = number(fake))
}
save <- function(rows, file) write.csv(do.call(rbind, rows), file, row.names = FALSE, quote = FALSE)
save(input, "facit/difference-in-differences-panels.csv")
save(output, "facit/difference-in-differences.csv")
save(placebos, "facit/difference-in-differences-placebos.csv")
grid <- expand.grid(t = c(0, 1e-6, 0.3, 1, 1.96, 2.5, 4, 12.706, 40, 300), df = c(1, 2, 3, 5, 6, 7, 18, 30, 289, 2896))
save(list(data.frame(t = number(grid$t), df = grid$df, p = number(2 * pt(-grid$t, grid$df)), critical95 = number(qt(0.975, grid$df)))), "facit/t-distribution.csv")
