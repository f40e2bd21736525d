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
        Slab::Neutral => (model.centre_mean, model.neutral_sd()),
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
