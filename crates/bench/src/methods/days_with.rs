//! What self-experiment apps do: the mean count of days with a factor against that of days without, with Welch's test.

use crate::case::Case;
use crate::methods::Verdict;
use crate::methods::student::two_sided_p;
use infer::Kind;

/// Yes against no; for amounts, above the observed median against the rest.
pub(crate) fn judge(case: &Case) -> Vec<Verdict> {
    let factors = case.factors.iter().zip(&case.values);
    factors
        .map(|(factor, values)| {
            let cut = match factor.kind {
                Kind::YesNo => 0.5,
                Kind::Amount => {
                    crate::metrics::median(values.iter().copied().flatten()).unwrap_or(0.0)
                }
            };
            let (mut with, mut without) = (Vec::new(), Vec::new());
            for (night, count) in case.answered() {
                match values[night] {
                    Some(value) if value > cut => with.push(count),
                    Some(_) => without.push(count),
                    None => {}
                }
            }
            Verdict::of_test(welch_p(&with, &without))
        })
        .collect()
}

/// Welch BL (1947), Biometrika 34:28-35. NaN when a group has fewer than two values or neither varies.
fn welch_p(a: &[f64], b: &[f64]) -> f64 {
    let summary = |x: &[f64]| {
        let n = x.len() as f64;
        let mean = x.iter().sum::<f64>() / n;
        let variance = x.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / (n - 1.0);
        (mean, variance / n, n - 1.0)
    };
    let ((mean_a, error_a, free_a), (mean_b, error_b, free_b)) = (summary(a), summary(b));
    let error = error_a + error_b;
    let degrees = error * error / (error_a * error_a / free_a + error_b * error_b / free_b);
    two_sided_p((mean_a - mean_b) / libm::sqrt(error), degrees)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn welch_by_hand() {
        // Means 2 and 5; variances 1 and 4; n = 3 and 3: t = -3/sqrt(5/3) = -2.3238, degrees of freedom
        // (5/3)^2 / ((1/3)^2/2 + (4/3)^2/2) = 50/17 = 2.9412; the density integrated numerically gives p = 0.104479.
        let p = welch_p(&[1.0, 2.0, 3.0], &[3.0, 5.0, 7.0]);
        assert!((p - two_sided_p(3.0 / libm::sqrt(5.0 / 3.0), 50.0 / 17.0)).abs() < 1e-12);
        assert!((p - 0.104_478_9).abs() < 1e-6, "{p}");
    }

    #[test]
    fn nothing_to_compare_is_no_suspicion() {
        assert_eq!(Verdict::of_test(welch_p(&[1.0], &[2.0, 3.0])).score, 0.0);
        assert_eq!(
            Verdict::of_test(welch_p(&[0.0, 0.0], &[0.0, 0.0])).score,
            0.0
        );
    }
}
