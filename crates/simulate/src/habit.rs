//! What a synthetic person truly does every day, and what the answer to the question would be.

use diary::Amount;
use diary::entry::Answer;
use knowledge::{AnswerKind, Factor, Learned};

use crate::draw::Draw;
use crate::rate;

/// What a person truly does about one factor, every day, asked or not.
pub(crate) struct Habit {
    pub(crate) factor: &'static Factor,
    /// One value a day, in the factor's unit.
    pub(crate) values: Vec<f64>,
}

impl Habit {
    /// Assumption: what is done today is done again tomorrow somewhat more often than by chance (correlation 0.3).
    pub(crate) fn draw(factor: &'static Factor, nights: usize, draw: &mut Draw) -> Self {
        let kind = answer_kind(factor);
        let often = draw.between(0.25, 0.4);
        let latent = rate::autoregressive(nights, 0.3, 1.0, draw);
        let values = latent.iter().map(|&x| value(kind, often, x)).collect();
        Self { factor, values }
    }

    /// What the person would answer about a day.
    pub(crate) fn answer(&self, index: usize) -> Option<Answer> {
        let value = self.values.get(index).copied()?;
        match answer_kind(self.factor) {
            AnswerKind::YesNo => Some(Answer::YesNo(value > 0.5)),
            AnswerKind::Score | AnswerKind::Amount(_) => {
                Amount::new(value).ok().map(Answer::Amount)
            }
        }
    }
}

fn answer_kind(factor: &Factor) -> AnswerKind {
    match factor.learned {
        Learned::Asked(question) => question.answer,
        Learned::Condition(_) | Learned::Medicines(_) | Learned::Derived(_) => AnswerKind::YesNo,
    }
}

/// An answer from a standard normal number: yes on a share `often` of days, the lower choices more often than the higher.
fn value(kind: AnswerKind, often: f64, x: f64) -> f64 {
    // The logistic curve stands in for the normal's: shares are right to a few percent.
    let share = 1.0 / (1.0 + libm::exp(-1.7 * x));
    match kind {
        AnswerKind::YesNo => f64::from(u8::from(share > 1.0 - often)),
        AnswerKind::Score => libm::round((3.0 + 2.0 * x).clamp(0.0, 10.0)),
        AnswerKind::Amount(choices) => {
            let at = share * share * choices.len() as f64;
            choices
                .get(at as usize)
                .or(choices.last())
                .map_or(0.0, |(_, amount)| *amount)
        }
    }
}
