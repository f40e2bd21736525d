//! The checks of factors: priors, weights, units, and how each is learned.

use crate::check::{Known, refer};
use crate::records::{ActsOn, Answer, Derivation, Factor, Grade, Prior};

/// Checks a prior: finite, with a spread and a reason.
pub(crate) fn prior(given: &Prior, mistake: &mut impl FnMut(String)) {
    let usable =
        given.log_rr_mean.is_finite() && given.log_rr_sd.is_finite() && given.log_rr_sd > 0.0;
    if !usable {
        mistake(format!(
            "the prior {} ± {} is not usable",
            given.log_rr_mean, given.log_rr_sd
        ));
    }
    if given.reason.is_empty() {
        mistake("the prior has no reason".into());
    }
}

/// The probability that a factor matters for a given person, by grade (our judgement).
fn weight_of(grade: Grade) -> f64 {
    match grade {
        Grade::None | Grade::ExpertOpinion => 0.08,
        Grade::VeryLow => 0.15,
        Grade::Low => 0.35,
        Grade::Moderate | Grade::High => 0.6,
    }
}

/// Checks a factor, and that its fields agree with each other.
pub(crate) fn factor(factor: &Factor, known: &Known<'_>, mistake: &mut impl FnMut(String)) {
    prior(&factor.prior, mistake);
    if !(factor.weight > 0.0 && factor.weight < 1.0) {
        mistake(format!("weight {} is not between 0 and 1", factor.weight));
    }
    let by_grade = (factor.weight - weight_of(factor.grade)).abs() < 1e-9;
    if by_grade != factor.weight_reason.is_empty() {
        mistake(format!(
            "weight {} is {}the one of its grade",
            factor.weight,
            if by_grade { "" } else { "not " }
        ));
    }
    if !(factor.per > 0.0 && factor.reference.is_finite() && factor.half_life_hours >= 0.0) {
        mistake("per, reference or half_life_hours is not usable".into());
    }
    if (factor.half_life_hours > 0.0) == factor.half_life_reason.is_empty() {
        mistake("a half-life needs a reason, and only a half-life does".into());
    }
    let ways = [
        factor.ask.is_some(),
        factor.condition.is_some(),
        factor.medicines.is_some(),
        factor.derived.is_some(),
    ];
    if ways.iter().filter(|way| **way).count() != 1 {
        mistake(
            "exactly one of ask, condition, medicines, derived must say how it is learned".into(),
        );
    }
    let nightly = factor.acts_on != ActsOn::Chronic;
    let asked = factor.ask.is_some()
        || matches!(factor.derived, Some(Derivation::Season | Derivation::Cycle));
    if nightly != asked {
        mistake(
            "what works from night to night is asked in the check-in, and nothing else is".into(),
        );
    }
    refer(
        factor.condition.as_slice(),
        &known.conditions,
        "condition",
        mistake,
    );
    if let Some(medicines) = &factor.medicines {
        refer(
            medicines,
            &known.medicines,
            "medicine class or ingredient",
            mistake,
        );
        if medicines.is_empty() {
            mistake("no medicine".into());
        }
    }
    let unit = match &factor.ask {
        Some(ask) => {
            refer(
                ask.only_with.as_slice(),
                &known.conditions,
                "condition",
                mistake,
            );
            refer(ask.part_of.as_slice(), &known.factors, "factor", mistake);
            match &ask.answer {
                Answer::Word(word) => word.as_str(),
                Answer::Choices(choices) => {
                    let ascending = choices.windows(2).all(|pair| pair[0].1 < pair[1].1);
                    if choices.len() < 2 || !ascending || choices[0].1 < 0.0 {
                        mistake("quick choices must be at least two ascending amounts".into());
                    }
                    ""
                }
            }
        }
        None if factor.derived.is_some() => "",
        None => "yes/no",
    };
    #[expect(clippy::float_cmp, reason = "written numbers, not computed ones")]
    let plain = factor.per == 1.0 && factor.reference == 0.0;
    match unit {
        "yes/no" if factor.unit != "yes/no" || !plain => {
            mistake("a yes/no is per 1 above 0".into())
        }
        "score" if factor.unit != "score" => mistake("a score has the unit score".into()),
        "" if factor.unit == "score" => mistake("a score is not an amount".into()),
        "yes/no" | "score" | "" => {}
        other => mistake(format!("there is no answer {other}")),
    }
}
