//! How good a ranking, a probability or an interval is.

/// Average precision: the mean over the real ones of the precision at their rank; ties share a rank. `None` when
/// nothing is real.
pub(crate) fn average_precision(scored: &[(f64, bool)]) -> Option<f64> {
    let real = scored.iter().filter(|(_, real)| *real).count() as f64;
    if real == 0.0 {
        return None;
    }
    let mut sorted = scored.to_vec();
    sorted.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut seen, mut found, mut sum) = (0.0, 0.0, 0.0);
    for tied in sorted.chunk_by(|a, b| a.0 == b.0) {
        let here = tied.iter().filter(|(_, real)| *real).count() as f64;
        seen += tied.len() as f64;
        found += here;
        sum += here / real * found / seen;
    }
    Some(sum)
}

/// Mean log loss of probabilities, cut at 1e-6 from 0 and 1.
pub(crate) fn log_loss(told: &[(f64, bool)]) -> f64 {
    let loss = |&(p, real): &(f64, bool)| {
        let p = p.clamp(1e-6, 1.0 - 1e-6);
        -libm::log(if real { p } else { 1.0 - p })
    };
    told.iter().map(loss).sum::<f64>() / told.len().max(1) as f64
}

/// Expected calibration error over ten bins of equal width.
pub(crate) fn calibration_error(told: &[(f64, bool)]) -> f64 {
    let mut bins = [(0.0, 0.0); 10];
    for &(p, real) in told {
        let bin = &mut bins[((p * 10.0) as usize).min(9)];
        bin.0 += p;
        bin.1 += f64::from(u8::from(real));
    }
    let gaps = bins.iter().map(|(told, real)| (told - real).abs());
    gaps.sum::<f64>() / told.len().max(1) as f64
}

/// Share of `true`; `None` of nothing.
pub(crate) fn share(of: impl Iterator<Item = bool>) -> Option<f64> {
    let (yes, all) = of.fold((0.0, 0.0), |(yes, all), is| {
        (yes + f64::from(u8::from(is)), all + 1.0)
    });
    (all > 0.0).then_some(yes / all)
}

/// The middle value, or the mean of the two in the middle; `None` of nothing.
pub(crate) fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len();
    (n > 0).then(|| 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn average_precision_by_hand() {
        // Ranks 1, 3 and 4 are real: (1/1 + 2/3 + 3/4) / 3.
        let scored = [
            (0.9, true),
            (0.8, false),
            (0.7, true),
            (0.6, true),
            (0.1, false),
        ];
        let by_hand = (1.0 + 2.0 / 3.0 + 0.75) / 3.0;
        assert!((average_precision(&scored).unwrap() - by_hand).abs() < 1e-15);
    }

    #[test]
    fn tied_scores_are_no_better_than_chance() {
        let scored = [(0.5, true), (0.5, false), (0.5, false), (0.5, true)];
        assert_eq!(average_precision(&scored), Some(0.5));
        assert_eq!(average_precision(&[(0.5, false)]), None);
    }

    #[test]
    fn log_loss_by_hand() {
        let by_hand = -(libm::log(0.8) + libm::log(0.7)) / 2.0;
        assert!((log_loss(&[(0.8, true), (0.3, false)]) - by_hand).abs() < 1e-15);
        assert!((log_loss(&[(0.0, true)]) - 6.0 * libm::log(10.0)).abs() < 1e-9);
    }

    #[test]
    fn calibration_error_by_hand() {
        // Bin 0.2-0.3: told 0.2 + 0.3/..., here two of 0.25 with one real: |0.5 - 1|; bin 0.9-1: 1.0 and not real: 1.
        let told = [(0.25, true), (0.25, false), (1.0, false)];
        assert!((calibration_error(&told) - (0.5 + 1.0) / 3.0).abs() < 1e-15);
    }

    #[test]
    fn medians_and_shares() {
        assert_eq!(median([3.0, 1.0, 2.0, 10.0].into_iter()), Some(2.5));
        assert_eq!(median([3.0, 1.0, 2.0].into_iter()), Some(2.0));
        assert_eq!(median(std::iter::empty()), None);
        assert_eq!(share([true, false, false, true].into_iter()), Some(0.5));
        assert_eq!(share(std::iter::empty()), None);
    }
}
