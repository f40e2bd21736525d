//! What trackers do: Spearman's rank correlation of each factor with the count.

use crate::case::Case;
use crate::methods::Verdict;
use crate::methods::student::two_sided_p;

/// Scores by the size of the correlation; alarms by its t approximation.
pub(crate) fn judge(case: &Case) -> Vec<Verdict> {
    let of_factor = |values: &Vec<Option<f64>>| {
        let pairs = case
            .answered()
            .filter_map(|(night, count)| Some((values[night]?, count)));
        let (x, y): (Vec<f64>, Vec<f64>) = pairs.unzip();
        let rho = spearman(&x, &y);
        let degrees = x.len() as f64 - 2.0;
        let t = rho * libm::sqrt(degrees / (1.0 - rho * rho));
        let score = if rho.is_finite() { rho.abs() } else { 0.0 };
        Verdict {
            score,
            ..Verdict::of_test(two_sided_p(t, degrees))
        }
    };
    case.values.iter().map(of_factor).collect()
}

/// Pearson's correlation of the ranks; ties share the mean of their ranks. NaN when one side does not vary.
fn spearman(x: &[f64], y: &[f64]) -> f64 {
    let (x, y) = (ranks(x), ranks(y));
    let middle = (x.len() as f64 + 1.0) / 2.0;
    let product = |a: &[f64], b: &[f64]| -> f64 {
        a.iter()
            .zip(b)
            .map(|(a, b)| (a - middle) * (b - middle))
            .sum()
    };
    product(&x, &y) / libm::sqrt(product(&x, &x) * product(&y, &y))
}

fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0;
    for tied in order.chunk_by(|&a, &b| values[a] == values[b]) {
        for &at in tied {
            ranks[at] = before as f64 + (tied.len() as f64 + 1.0) / 2.0;
        }
        before += tied.len();
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_their_rank() {
        assert_eq!(ranks(&[10.0, 0.0, 10.0, 5.0]), [3.5, 1.0, 3.5, 2.0]);
    }

    #[test]
    fn spearman_by_hand() {
        // No ties: 1 - 6 * (1 + 1 + 0 + 1 + 1) / (5 * 24) = 0.8.
        let rho = spearman(&[1.0, 2.0, 3.0, 4.0, 5.0], &[20.0, 10.0, 30.0, 50.0, 40.0]);
        assert!((rho - 0.8).abs() < 1e-15);
        // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / sqrt(4.5 * 5).
        let tied = spearman(&[0.0, 1.0, 1.0, 2.0], &[1.0, 2.0, 3.0, 4.0]);
        assert!((tied - 4.5 / libm::sqrt(22.5)).abs() < 1e-15);
        assert!(spearman(&[1.0, 1.0], &[1.0, 2.0]).is_nan());
    }
}
