//! Puts every factor that concerns the person into one of the three lists.

use std::cmp::Ordering;

use diary::{Night, NightId, Person};
use infer::{Answer, Column, ColumnAnswer, Kind};
use knowledge::{Direction, Factor, Finding, Grade, Learned, Verified};
use texts::Sentence;

use super::{Basis, List, Suspect, Suspects, Tag, notes, sentence};
use crate::background::{Presence, presence};
use crate::checkin::is_asked;
use crate::facts::Facts;
use crate::matrix::{ColumnOrigin, Matrix, column, is_nightly};
use crate::prior::evidence_prior_for;

/// With the person's nights: probability of the likelier direction from which a factor likely matters.
pub const LIKELY: f64 = 0.7;
/// From studies alone, for what the person has: more likely than not. No weight of the knowledge exceeds what studies
/// can show about one person, so the bar for nights would keep this list empty for ever.
pub const LIKELY_FROM_STUDIES: f64 = 0.5;
/// With the person's nights: probability up to which a factor probably does not matter, if the nights lowered it.
pub const UNLIKELY: f64 = 0.15;
/// The nights lowered a probability when they took at least this share of the prior's away. A factor that starts low
/// for want of studies is not clear, whatever its number.
const LOWERED_TO: f64 = 0.7;

/// The suspects of a person. Without an `answer`, or for factors that are not in it, from profile and evidence alone.
///
/// `matrix` must be the question that `answer` answers, of the same person and nights.
#[must_use]
pub fn suspects(
    person: &Person,
    nights: &[Night],
    today: NightId,
    answer: Option<&Answer>,
    matrix: &Matrix,
) -> Suspects {
    let facts = Facts::of(person, today.evening());
    let answered = nights
        .iter()
        .filter(|night| night.outcome.seen().is_some())
        .count();
    let basis = if answered == 0 || answer.is_none() {
        Basis::EvidenceOnly
    } else {
        Basis::Nights {
            answered,
            all: nights.len(),
        }
    };
    let mut all = Vec::new();
    let mut unknown = 0;
    for (index, factor) in knowledge::factors().iter().enumerate() {
        let answered_days = matrix.answered_days.get(index).copied().unwrap_or(0);
        let has = presence(factor, person, &facts, today.evening());
        let own = answer.and_then(|answer| {
            let column = matrix.column_of(factor)?;
            Some((answer.columns.get(column)?, column))
        });
        match (own, has.present) {
            (Some((posterior, index)), _) => {
                all.push(from_nights(
                    factor,
                    posterior,
                    matrix,
                    index,
                    has,
                    answered_days,
                    answered,
                ));
            }
            (None, _) if is_nightly(factor) => {
                if is_asked(factor, person, &facts) {
                    all.push(from_studies(
                        factor,
                        Presence {
                            present: None,
                            amount: factor.per,
                        },
                        answered_days,
                    ));
                }
            }
            (None, Some(true)) => all.push(from_studies(factor, has, answered_days)),
            (None, Some(false)) => {}
            (None, None) => unknown += usize::from(!matches!(factor.learned, Learned::Asked(_))),
        }
    }
    all.sort_by(order);
    Suspects {
        basis,
        all,
        notes: notes::of(basis, answer, unknown, person),
        unknown,
        tested: Vec::new(),
    }
}

impl Suspects {
    /// Puts the suspects in their order again.
    pub(crate) fn sort(&mut self) {
        self.all.sort_by(order);
    }
}

/// Likely ones by the cramps they cost, then everything by probability; the id makes the order complete.
fn order(a: &Suspect, b: &Suspect) -> Ordering {
    let cost = |suspect: &Suspect| match suspect.list {
        List::Likely => suspect.avoided_per_month.unwrap_or(0.0),
        List::Unclear | List::Unlikely => 0.0,
    };
    a.list
        .cmp(&b.list)
        .then(cost(b).total_cmp(&cost(a)))
        .then(b.probability.total_cmp(&a.probability))
        .then(a.factor.id.cmp(b.factor.id))
}

fn from_nights(
    factor: &'static Factor,
    posterior: &ColumnAnswer,
    matrix: &Matrix,
    index: usize,
    has: Presence,
    answered_days: usize,
    answered_nights: usize,
) -> Suspect {
    let column = &matrix.design.columns[index];
    let per_amount = match column.kind {
        Kind::YesNo => 1.0,
        Kind::Amount => nice(posterior.per_amount),
    };
    let before = infer::before_data(column, per_amount);
    let stretch = per_amount / posterior.per_amount;
    let scaled = |ratio: f64| libm::exp(libm::log(ratio) * stretch);
    let step = matrix.origins[index] == ColumnOrigin::Step;
    let likelier = posterior.p_raises.max(posterior.p_lowers);
    let list = if likelier >= LIKELY {
        List::Likely
    } else if posterior.probability <= UNLIKELY
        && posterior.probability <= LOWERED_TO * before.probability
    {
        List::Unlikely
    } else {
        List::Unclear
    };
    let mut suspect = Suspect {
        factor,
        list,
        tag: Tag::FromYourNights,
        present: if step { has.present } else { None },
        answered_days: if step { answered_nights } else { answered_days },
        probability: posterior.probability,
        p_raises: posterior.p_raises,
        p_lowers: posterior.p_lowers,
        ratio: scaled(posterior.ratio),
        ratio_low: scaled(posterior.ratio_low),
        ratio_high: scaled(posterior.ratio_high),
        ratio_if_real: scaled(posterior.ratio_if_real),
        per_amount,
        share: posterior.share,
        avoided_per_month: posterior.avoided_per_month,
        nights_to_clear: posterior.nights_to_clear,
        travels_with: posterior
            .travels_with
            .iter()
            .map(|id| name_of(id))
            .collect(),
        before: before.dots,
        now: posterior.dots.map(scaled),
        shows_number: true,
        sentence: Sentence::text(""),
    };
    suspect.sentence = sentence::from_nights(&suspect);
    suspect
}

fn from_studies(factor: &'static Factor, has: Presence, answered_days: usize) -> Suspect {
    let per_amount = if has.amount > 0.0 {
        has.amount
    } else {
        factor.per
    };
    let (weight, slab) = evidence_prior_for(factor, per_amount);
    let prior = infer::before_data(
        &Column {
            weight,
            slab,
            ..column(factor, Vec::new())
        },
        per_amount,
    );
    let likelier = prior.p_raises.max(prior.p_lowers);
    let list = if has.present == Some(true) && likelier >= LIKELY_FROM_STUDIES {
        List::Likely
    } else if !is_nightly(factor)
        && factor.direction == Direction::NoEffect
        && prior.probability <= UNLIKELY
    {
        // What works from night to night is for the nights to rule out, not for studies of other people.
        List::Unlikely
    } else {
        List::Unclear
    };
    let mut suspect = Suspect {
        factor,
        list,
        tag: Tag::FromStudies,
        present: has.present,
        answered_days,
        probability: prior.probability,
        p_raises: prior.p_raises,
        p_lowers: prior.p_lowers,
        ratio: prior.ratio,
        ratio_low: prior.ratio_low,
        ratio_high: prior.ratio_high,
        ratio_if_real: prior.ratio_if_real,
        per_amount,
        share: None,
        avoided_per_month: None,
        nights_to_clear: None,
        travels_with: Vec::new(),
        before: prior.dots,
        now: prior.dots,
        shows_number: factor.grade != Grade::None && has_read_comparison(factor),
        sentence: Sentence::text(""),
    };
    suspect.sentence = sentence::from_studies(&suspect);
    suspect
}

/// Whether a study that compares cramps with and without this factor was read.
fn has_read_comparison(factor: &Factor) -> bool {
    knowledge::findings_about(factor.id).iter().any(|finding| {
        finding.verified != Verified::Unverified
            && finding.estimate.is_some()
            && compares_cramps(finding)
    })
}

/// A ratio compares by itself; a share of people or a difference does when its record says with what. How much shorter
/// a muscle's fibres are is no comparison of cramps.
fn compares_cramps(finding: &Finding) -> bool {
    match finding.measure {
        "odds-ratio" | "rate-ratio" | "risk-ratio" | "hazard-ratio" | "sequence-ratio" => true,
        "prevalence-percent" => finding.comparison.contains(" vs "),
        "mean-difference" => {
            finding.comparison.contains(" vs ") && finding.comparison.contains("cramps")
        }
        _ => false,
    }
}

pub(super) fn name_of(id: &str) -> String {
    knowledge::factor(id)
        .map_or(id, |factor| factor.name)
        .to_owned()
}

/// The amount nearest to `amount` (on the log scale) that reads well: 1, 2, 3 or 5 times a power of ten.
fn nice(amount: f64) -> f64 {
    if !amount.is_finite() || amount <= 0.0 {
        return 1.0;
    }
    let power = libm::pow(10.0, libm::floor(libm::log10(amount)));
    let distance = |candidate: f64| libm::fabs(libm::log(candidate * power / amount));
    let best = [1.0, 2.0, 3.0, 5.0, 10.0]
        .into_iter()
        .min_by(|&a, &b| distance(a).total_cmp(&distance(b)));
    best.unwrap_or(1.0) * power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_that_read_well() {
        for (amount, expected) in [
            (0.83, 1.0),
            (2.4, 2.0),
            (37.0, 30.0),
            (0.031, 0.03),
            (7.5, 10.0),
            (f64::NAN, 1.0),
        ] {
            assert!(
                (nice(amount) - expected).abs() < 1e-9,
                "{amount} became {}",
                nice(amount)
            );
        }
    }
}
