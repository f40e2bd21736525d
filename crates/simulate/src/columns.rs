//! Exposures of a benchmark diary: persistent, correlated through a common way of life, yes/no or skewed amounts.

use crate::draw::Draw;
use crate::rate::autoregressive;

/// A factor with its true values, before any of them goes missing.
pub(crate) struct Column {
    pub(crate) values: Vec<f64>,
    /// The values on the scale on which effects are told: 0 and 1, or standard deviations from the mean.
    pub(crate) standard: Vec<f64>,
    pub(crate) yes_no: bool,
}

/// All factors of a diary; every second one is an amount, on average.
pub(crate) fn columns(nights: usize, factors: usize, draw: &mut Draw) -> Vec<Column> {
    let way_of_life = autoregressive(nights, 0.7, 1.0, draw);
    (0..factors)
        .map(|_| {
            // Assumption: correlations between factors up to about 0.25, from one night to the next up to about 0.6.
            let (loading, persistence) = (draw.between(-0.5, 0.5), draw.between(0.0, 0.6));
            let own = autoregressive(
                nights,
                persistence,
                libm::sqrt(1.0 - loading * loading),
                draw,
            );
            let latent: Vec<f64> = own
                .iter()
                .zip(&way_of_life)
                .map(|(own, life)| own + loading * life)
                .collect();
            if draw.chance(0.5) {
                yes_no(&latent, draw)
            } else {
                amount(&latent, draw)
            }
        })
        .collect()
}

/// Yes on the nights with the highest values; prevalence 0.1 to 0.6.
fn yes_no(latent: &[f64], draw: &mut Draw) -> Column {
    let prevalence = draw.between(0.1, 0.6);
    let cut = quantile(latent, 1.0 - prevalence);
    let values: Vec<f64> = latent
        .iter()
        .map(|&x| f64::from(u8::from(x > cut)))
        .collect();
    Column {
        standard: values.clone(),
        values,
        yes_no: true,
    }
}

/// Two in three are skewed (log-normal), the rest symmetric; written with one decimal.
fn amount(latent: &[f64], draw: &mut Draw) -> Column {
    let typical = draw.between(1.0, 8.0);
    let skewed = draw.chance(2.0 / 3.0);
    let spread = draw.between(0.3, 0.7);
    let value = |x: f64| {
        let raw = if skewed {
            typical * libm::exp(spread * x)
        } else {
            typical * (1.0 + spread * x / 2.0)
        };
        libm::round(raw.max(0.0) * 10.0) / 10.0
    };
    let values: Vec<f64> = latent.iter().map(|&x| value(x)).collect();
    Column {
        standard: standardised(&values),
        values,
        yes_no: false,
    }
}

/// Standard deviations from the mean; all 0 when nothing varies.
fn standardised(values: &[f64]) -> Vec<f64> {
    let n = values.len().max(1) as f64;
    let mean = values.iter().sum::<f64>() / n;
    let sd = libm::sqrt(values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n);
    values
        .iter()
        .map(|x| if sd > 0.0 { (x - mean) / sd } else { 0.0 })
        .collect()
}

/// The value below which this share of the values lies.
pub(crate) fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = (share * sorted.len() as f64) as usize;
    sorted
        .get(at.min(sorted.len().saturating_sub(1)))
        .copied()
        .unwrap_or(0.0)
}
