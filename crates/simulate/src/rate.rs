//! How the log rate of cramps wanders without any cause: slow personal drift and the season.

use std::f64::consts::TAU;

use crate::draw::Draw;
use crate::recipe::Drift;

/// Days of a year.
const YEAR: f64 = 365.25;

/// Log amplitude of the season (`season`).
const SEASON: f64 = 0.25;

/// Day of the year of the peak in the north: mid-July (`season`).
const PEAK: f64 = 196.0;

/// The season's part of the log rate on a day of the year, on the northern half of the Earth.
pub(crate) fn season(day_of_year: f64) -> f64 {
    SEASON * libm::cos(TAU * (day_of_year - PEAK) / YEAR)
}

/// The drift's part of the log rate, a value a night.
pub(crate) fn drift(kind: Drift, nights: usize, draw: &mut Draw) -> Vec<f64> {
    match kind {
        Drift::Autoregressive => {
            // Time constant of 2 to 4 weeks and log standard deviation 0.3 to 0.5 (`night-clustering`).
            let (weeks, sd) = (draw.between(2.0, 4.0), draw.between(0.3, 0.5));
            autoregressive(nights, libm::exp(-1.0 / (7.0 * weeks)), sd, draw)
        }
        Drift::RandomWalk => {
            // About 0.4 on the log scale within a month; it never comes back on its own.
            let sd = draw.between(0.05, 0.10);
            let mut at = 0.0;
            (0..nights)
                .map(|_| {
                    at += sd * draw.normal();
                    at
                })
                .collect()
        }
        Drift::Steps => {
            // A new level about once a month, from one night to the next.
            let mut at = 0.5 * draw.normal();
            (0..nights)
                .map(|_| {
                    if draw.chance(1.0 / 30.0) {
                        at = 0.5 * draw.normal();
                    }
                    at
                })
                .collect()
        }
        Drift::None => vec![0.0; nights],
    }
}

/// A first-order autoregression that is stationary from its first value on.
pub(crate) fn autoregressive(
    length: usize,
    correlation: f64,
    sd: f64,
    draw: &mut Draw,
) -> Vec<f64> {
    let innovation = libm::sqrt(1.0 - correlation * correlation);
    let mut at = draw.normal();
    (0..length)
        .map(|_| {
            let now = at;
            at = correlation * at + innovation * draw.normal();
            sd * now
        })
        .collect()
}

/// The log level at which these log rates average `mean` cramps a night.
pub(crate) fn level(log_rates: &[f64], mean: f64) -> f64 {
    let sum: f64 = log_rates.iter().map(|&x| libm::exp(x)).sum();
    libm::log(mean * log_rates.len().max(1) as f64 / sum.max(f64::MIN_POSITIVE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_season_peaks_in_mid_july() {
        assert!((season(196.0) - 0.25).abs() < 1e-12);
        assert!((season(196.0 + YEAR / 2.0) + 0.25).abs() < 1e-12);
    }

    #[test]
    fn the_autoregression_has_its_spread_and_correlation() {
        let all = autoregressive(200_000, 0.9, 0.4, &mut Draw::seeded(3));
        let variance = all.iter().map(|x| x * x).sum::<f64>() / all.len() as f64;
        let lagged = all.windows(2).map(|pair| pair[0] * pair[1]).sum::<f64>() / all.len() as f64;
        assert!((variance - 0.16).abs() < 0.01, "{variance}");
        assert!(
            (lagged / variance - 0.9).abs() < 0.01,
            "{}",
            lagged / variance
        );
    }

    #[test]
    fn the_level_gives_the_mean() {
        let log_rates = [0.0, 1.0, -2.0];
        let level = level(&log_rates, 0.7);
        let mean = log_rates.iter().map(|x| libm::exp(level + x)).sum::<f64>() / 3.0;
        assert!((mean - 0.7).abs() < 1e-12);
    }
}
