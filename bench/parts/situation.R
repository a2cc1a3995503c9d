# Rscript situation.R FIGURES.csv MEMBERS.csv YEAR UNIT: the same questions with data.table. Prints JSON with seconds.
suppressMessages(library(data.table))
setDTthreads(0)
given <- commandArgs(trailingOnly = TRUE)
last_year <- as.integer(given[3])
loading <- system.time({
  figure <- fread(given[1])
  member <- fread(given[2])
  setkey(figure, kpi, unit, year)
})[["elapsed"]]

strongest <- function(units) {
  recent <- figure[year >= last_year - 2L]
  own <- recent[unit %in% units, .(year = year[.N], value = value[.N]), by = .(kpi, unit)]
  yardstick <- recent[, {
    q <- quantile(value, c(0.25, 0.5, 0.75), names = FALSE)
    .(n = .N, low = q[1], high = q[3], scale = 1.4826 * median(abs(value - q[2])))
  }, by = .(kpi, year)]
  recent[, below := frank(value, ties.method = "min") - 1L, by = .(kpi, year)]
  pairs <- merge(own, member, by = "unit", allow.cartesian = TRUE)[, .(kpi, unit, year, member)]
  pairs[recent, on = c("kpi", "year", member = "unit"), other := i.value]
  compared <- pairs[!is.na(other), .(median = median(other), members = .N, least = min(other), greatest = max(other)), by = .(kpi, unit)]
  all <- merge(merge(own, compared, by = c("kpi", "unit")), yardstick, by = c("kpi", "year"))
  all[recent, on = c("kpi", "unit", "year"), below := i.below]
  all[, `:=`(gap = value - median, distance = abs(value - median) / scale, percentile = 100 * below / (n - 1))]
  out <- all[members >= 4 & n > 50 & scale > 0 & ((gap > 0 & value > high) | (gap < 0 & value < low) |
    (members >= 5 & distance >= 1 & (value > greatest | value < least)))]
  out[, strength := 0.5 * pmin(1, distance / 3) + 0.5 * pmax(0, sign(gap) * (percentile / 50 - 1))]
  setorder(out, unit, -strength)
  top <- out[, head(.SD, 30L), by = unit]
  series <- figure[top[, .(kpi, unit, used = year)], on = c("kpi", "unit"), allow.cartesian = TRUE][year > used - 10L & year <= used]
  slope <- series[, .(slope = cov(year, value) / var(year)), by = .(kpi, unit)]
  merge(top, slope, by = c("kpi", "unit"))
}

everyone <- unique(member$unit)
one <- system.time(strongest(as.integer(given[4])))[["elapsed"]]
all <- system.time(found <- nrow(strongest(everyone)))[["elapsed"]]
memory <- as.numeric(sub("\\D*(\\d+).*", "\\1", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024
cat(sprintf('{"one": %.0f, "all": %.0f, "load": %.0f, "findings": %d, "rss": %.0f, "threads": %d}\n', one * 1000, all * 1000, loading * 1000, found, memory, getDTthreads()))
