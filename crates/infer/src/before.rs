//! What is believed about a column before any data.

use crate::answer::ColumnAnswer;
use crate::design::{Column, Slab, Weight};
use crate::model::Model;
use crate::normal::SpikeAndSlab;

/// The answer for a column before any data, per `per_amount` of its units: its prior under the nightly model.
#[must_use]
pub fn before_data(column: &Column, per_amount: f64) -> ColumnAnswer {
    before_data_in(&Model::nightly(), column, per_amount)
}

pub(crate) fn before_data_in(model: &Model, column: &Column, per_amount: f64) -> ColumnAnswer {
    let weight = match column.weight {
        Weight::Fixed(weight) => weight,
        Weight::Learned => model.mean_weight(),
    };
    let (mean, sd) = match column.slab {
        Slab::Given { mean, sd, per } => (mean * per_amount / per, sd * per_amount / per),
        Slab::Learned => (model.centre_mean, model.learned_sd()),
    };
    let prior = SpikeAndSlab { weight, mean, sd };
    ColumnAnswer {
        name: column.name.clone(),
        probability: prior.p_raises() + prior.p_lowers(),
        p_raises: prior.p_raises(),
        p_lowers: prior.p_lowers(),
        ratio: libm::exp(weight * mean),
        ratio_low: libm::exp(prior.quantile(0.05)),
        ratio_high: libm::exp(prior.quantile(0.95)),
        ratio_if_real: libm::exp(mean),
        per_amount,
        share: None,
        avoided_per_month: None,
        nights_to_clear: None,
        travels_with: Vec::new(),
        dots: std::array::from_fn(|i| libm::exp(prior.quantile((i as f64 + 0.5) / 20.0))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Kind;

    #[test]
    fn an_unknown_column_that_matters_raises_two_to_one() {
        let column = Column {
            name: "unknown".to_owned(),
            kind: Kind::YesNo,
            values: Vec::new(),
            reference: 0.0,
            half_life: 0.0,
            weight: Weight::Learned,
            slab: Slab::Learned,
        };
        let before = before_data(&column, 1.0);
        let odds = before.p_raises / before.p_lowers;
        assert!((2.0..2.5).contains(&odds), "{odds}");
        // The centre's and the width's spread added by hand: normal with mean 0.3 and standard deviation 0.671.
        assert!((before.ratio_if_real - 1.35).abs() < 0.005);
        assert!(
            (before.probability - 0.149).abs() < 0.002,
            "{}",
            before.probability
        );
    }
}
