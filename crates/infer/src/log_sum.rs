//! A sum of many logarithms with few: the product of some well-scaled numbers has one logarithm, as good as their sum.

/// Where the product is taken to its logarithm, so that one more factor within 1e-200 and 1e200 cannot overflow it.
const SCALED: std::ops::Range<f64> = 1e-100..1e100;

/// The sum of the natural logarithms of what was added.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LogSum {
    sum: f64,
    product: f64,
}

impl LogSum {
    pub(crate) const EMPTY: Self = Self {
        sum: 0.0,
        product: 1.0,
    };

    /// Adds ln `x`, for `x` within 1e-200 and 1e200.
    pub(crate) fn add(&mut self, x: f64) {
        self.product *= x;
        if !SCALED.contains(&self.product) {
            self.sum += libm::log(self.product);
            self.product = 1.0;
        }
    }

    pub(crate) fn total(self) -> f64 {
        self.sum + libm::log(self.product)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_sum_one_by_one() {
        let numbers = (0..500).map(|i| libm::exp(f64::from(i % 97 - 48) * 4.0));
        let plain: f64 = numbers.clone().map(libm::log).sum();
        let mut sum = LogSum::EMPTY;
        numbers.for_each(|x| sum.add(x));
        assert!(
            (sum.total() - plain).abs() < 1e-9,
            "{} {plain}",
            sum.total()
        );
        assert_eq!(LogSum::EMPTY.total(), 0.0);
    }
}
