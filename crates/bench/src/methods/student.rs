//! Two-sided p-values of Student's t.

use statrs::distribution::{ContinuousCDF, StudentsT};

/// Probability of a t at least as far from 0; NaN when there is no t, or the degrees of freedom are not positive.
pub(crate) fn two_sided_p(t: f64, degrees: f64) -> f64 {
    // A column that never varies has no t, which the library would panic about.
    if t.is_nan() {
        return f64::NAN;
    }
    StudentsT::new(0.0, 1.0, degrees).map_or(f64::NAN, |student| 2.0 * student.sf(t.abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn critical_values_of_the_tables() {
        // Two-sided 5 % points: 12.706 (1 degree), 2.228 (10), 2.042 (30).
        for (t, degrees) in [
            (12.706_204_7, 1.0),
            (2.228_138_9, 10.0),
            (2.042_272_5, 30.0),
        ] {
            assert!((two_sided_p(t, degrees) - 0.05).abs() < 1e-7, "{degrees}");
        }
        assert!(two_sided_p(1.0, 0.0).is_nan());
        assert!(two_sided_p(f64::NAN, 10.0).is_nan());
    }
}
