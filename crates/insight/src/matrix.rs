//! From nights to the engine's design: one row a night, one column a factor that the nights can tell something about.
//!
//! A column is a factor that is asked in the check-in and was answered on enough days, or a background factor that
//! began or ended during the diary (a step). What did not change during the diary cannot be told apart from the
//! person's level and stays out. Unanswered is missing, never zero.

use diary::night::Outcome;
use diary::{Night, NightId, Person};
use infer::design::Season;
use infer::{Column, Design, Family, Kind, Observation};
use jiff::civil::{Date, date};
use knowledge::{ActsOn, AnswerKind, Derivation, Factor, Learned};

use crate::background::{YEAR_DAYS, peak_day, step_values};
use crate::cycle;
use crate::prior::evidence_prior;

/// Answered days below which a factor stays out of the night model.
pub const ANSWERED_DAYS_MIN: usize = 5;

/// Prior mean of the log rate's drift on the first night: people begin a diary in a bad spell, and placebo arms fall
/// to 0.65-0.75 of their first rate within a month (the design's contract).
pub const FIRST_DRIFT: f64 = 0.35;

/// Day 0 of the design's day numbers; a first of January, so that a day's number follows the day of the year.
const EPOCH: Date = date(2000, 1, 1);

/// The question put to the engine, and what its columns mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// What the engine is told.
    pub design: Design,
    /// The factor of each column, in the design's order.
    pub columns: Vec<&'static Factor>,
    /// Whether each column is answered night by night or a step in the background.
    pub origins: Vec<ColumnOrigin>,
    /// Days on which each factor was answered, in the order of [`knowledge::factors`], also those without a column.
    pub answered_days: Vec<usize>,
}

/// Where a column's values come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnOrigin {
    /// Answers of the check-in, or days that follow from them.
    CheckIn,
    /// A condition or medicine that began or ended during the diary.
    Step,
}

impl Matrix {
    /// Whether the engine can be asked: there is at least one night with an outcome.
    #[must_use]
    pub fn can_be_answered(&self) -> bool {
        self.design
            .outcome
            .iter()
            .any(|outcome| *outcome != Observation::Missing)
    }

    /// The column of a factor.
    #[must_use]
    pub fn column_of(&self, factor: &Factor) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.id == factor.id)
    }
}

/// Whether a factor is asked in the check-in, or follows from what is asked there, and may work from night to night.
#[must_use]
pub fn is_nightly(factor: &Factor) -> bool {
    matches!(
        factor.learned,
        Learned::Asked(_) | Learned::Derived(Derivation::Cycle)
    ) && factor.acts_on != ActsOn::Chronic
}

/// Puts the question. Nights after `today` are left out.
#[must_use]
pub fn question(person: &Person, nights: &[Night], today: NightId) -> Matrix {
    let nights = &nights[..nights.partition_point(|night| night.id <= today)];
    let mut answers = answers_of(nights);
    let days: Vec<NightId> = nights.iter().map(|night| night.id).collect();
    follow(&mut answers, &days);
    let answered_days: Vec<usize> = answers
        .iter()
        .map(|values| values.iter().flatten().count())
        .collect();
    let mut matrix = Matrix {
        design: Design {
            family: Family::NegativeBinomial,
            days: days.iter().map(|&day| day_number(day)).collect(),
            outcome: nights
                .iter()
                .map(|night| observation(night.outcome))
                .collect(),
            offset: Vec::new(),
            columns: Vec::new(),
            season: season(person),
            first_drift: FIRST_DRIFT,
        },
        columns: Vec::new(),
        origins: Vec::new(),
        answered_days,
    };
    for (index, (factor, values)) in knowledge::factors().iter().zip(answers).enumerate() {
        if is_nightly(factor) && matrix.answered_days[index] >= ANSWERED_DAYS_MIN {
            matrix.add(factor, values, ColumnOrigin::CheckIn);
        } else if let Some(values) = step_values(factor, person, &days) {
            matrix.add(factor, values, ColumnOrigin::Step);
        }
    }
    matrix
}

impl Matrix {
    fn add(&mut self, factor: &'static Factor, values: Vec<Option<f64>>, origin: ColumnOrigin) {
        self.design.columns.push(column(factor, values));
        self.columns.push(factor);
        self.origins.push(origin);
    }
}

/// The engine's column of a factor with its prior from the evidence.
#[must_use]
pub fn column(factor: &Factor, values: Vec<Option<f64>>) -> Column {
    let (weight, slab) = evidence_prior(factor);
    Column {
        name: factor.id.to_owned(),
        values,
        kind: kind(factor),
        reference: factor.reference,
        half_life: factor.half_life_hours / 24.0,
        weight,
        slab,
    }
}

fn kind(factor: &Factor) -> Kind {
    match factor.learned {
        Learned::Asked(question) if question.answer != AnswerKind::YesNo => Kind::Amount,
        Learned::Asked(_) | Learned::Condition(_) | Learned::Medicines(_) => Kind::YesNo,
        Learned::Derived(_) if factor.unit == "yes/no" => Kind::YesNo,
        Learned::Derived(_) => Kind::Amount,
    }
}

/// What was answered for every factor of the knowledge on every night; empty for those never asked or answered.
///
/// Both the knowledge's ids (once sorted) and a night's exposures ascend, so that one walk over the two is enough.
fn answers_of(nights: &[Night]) -> Vec<Vec<Option<f64>>> {
    let factors = knowledge::factors();
    let mut known: Vec<(&str, usize, Kind)> = factors
        .iter()
        .enumerate()
        .filter(|(_, factor)| matches!(factor.learned, Learned::Asked(_)))
        .map(|(index, factor)| (factor.id, index, kind(factor)))
        .collect();
    known.sort_by_key(|(id, ..)| *id);
    let mut answers: Vec<Vec<Option<f64>>> = vec![Vec::new(); factors.len()];
    for (row, night) in nights.iter().enumerate() {
        let mut rest = known.as_slice();
        for (id, value) in night.exposures.iter() {
            while let Some(((factor_id, index, kind), after)) = rest.split_first() {
                let order = factor_id.cmp(&id.as_str());
                if order.is_gt() {
                    break;
                }
                rest = after;
                if order.is_eq() {
                    let number = value.answer.value();
                    // A yes/no question may have been answered with an amount in an imported file.
                    let exposure = match kind {
                        Kind::YesNo => f64::from(u8::from(number > 0.0)),
                        Kind::Amount => number,
                    };
                    let column = &mut answers[*index];
                    if column.is_empty() {
                        column.resize(nights.len(), None);
                    }
                    column[row] = Some(exposure);
                    break;
                }
            }
        }
    }
    answers
}

/// Fills in what follows from other answers: days of the cycle, and none of a part where there is none of the whole.
fn follow(answers: &mut [Vec<Option<f64>>], days: &[NightId]) {
    let factors = knowledge::factors();
    let of = |id: &str| factors.iter().position(|factor| factor.id == id);
    let told_of = |answers: &[Vec<Option<f64>>], id: &str| {
        of(id)
            .map(|at| answers[at].clone())
            .filter(|told| !told.is_empty())
    };
    // Before it is completed: what was told of the period itself.
    let periods = told_of(answers, cycle::BLEEDING);
    for (index, factor) in factors.iter().enumerate() {
        match factor.learned {
            Learned::Asked(_) if factor.id == cycle::BLEEDING => {
                if let Some(told) = &periods {
                    answers[index] = cycle::bleeding(days, told);
                }
            }
            Learned::Derived(Derivation::Cycle) => {
                if let Some(told) = &periods {
                    answers[index] = cycle::week_before(days, told);
                }
            }
            Learned::Asked(question) if !question.part_of.is_empty() => {
                let Some(whole) = told_of(answers, question.part_of) else {
                    continue;
                };
                if answers[index].is_empty() {
                    answers[index].resize(whole.len(), None);
                }
                for (part, whole) in answers[index].iter_mut().zip(whole) {
                    // An answer about the part stands.
                    *part = part.or(whole.filter(|amount| *amount <= 0.0));
                }
            }
            _ => {}
        }
    }
}

fn observation(outcome: Outcome) -> Observation {
    match outcome {
        Outcome::Missing => Observation::Missing,
        Outcome::AtLeast(count) => Observation::AtLeast(count),
        Outcome::Exactly(count) => Observation::Exactly(count),
    }
}

fn day_number(day: NightId) -> i32 {
    day.days_since(NightId::of_evening(EPOCH))
}

/// The yearly wave of the person's half of the Earth; left out when that is unknown.
fn season(person: &Person) -> Option<Season> {
    let half = person.hemisphere?;
    let factor = knowledge::factor("summer-season")?;
    Some(Season {
        amplitude: factor.prior.log_rr_mean,
        sd: factor.prior.log_rr_sd,
        // Day numbers count from 0 on the first of January of the epoch, days of the year from 1.
        peak: (peak_day(half) - 1.0).rem_euclid(YEAR_DAYS),
    })
}
