//! Which questions are worth asking now, and what “same as usual” would answer.
//!
//! A question is worth more the likelier its factor is to matter, the fewer answers there are, and the longer ago the
//! last one is. With eight questions an evening, the likely causes come up on two of three days and the unlikely ones
//! about once a week: each is answered enough, and no evening brings every burden. Nothing is random: the same log
//! asks the same. What follows from other answers is not asked: no part of what there never is, and no period while
//! the last one was told a short while ago.

use diary::entry::{Answer, Sex};
use diary::{Amount, Night, NightId, Person};
use knowledge::{AnswerKind, Derivation, Factor, Learned, When, Who};

use crate::cycle::{self, Expected};
use crate::facts::Facts;

/// Questions of an evening.
pub const EVENING_QUESTIONS: usize = 8;
/// Questions of a morning, beside the six about the night's outcome: eight in all.
pub const MORNING_QUESTIONS: usize = 2;

/// Nights of the past that are looked at.
const PAST_NIGHTS: i32 = 120;
/// Days since the last answer from which waiting longer adds nothing.
const GAP_MAX: i32 = 14;
/// Answered days after which the next answer is worth half of the first.
const HALF_WORTH_DAYS: f64 = 60.0;
/// Days in which there was some of the whole for its part to be asked about.
const PART_LOOKS_BACK: i32 = 28;
/// Answers from which “same as usual” is proposed, and a question that never varies is asked half as often.
const USUAL_ANSWERS: usize = 5;
/// Answers that “same as usual” looks back at.
const USUAL_LOOKS_BACK: usize = 14;
/// The condition id of people with a menstrual cycle.
const MENSTRUATES: &str = "menstruates";

/// The questions to ask about a day (evening) or a night (morning), `today`: those already answered for it first, to
/// be edited, then the most worth knowing. At most [`EVENING_QUESTIONS`] or [`MORNING_QUESTIONS`], unless more were
/// answered.
#[must_use]
pub fn questions(
    person: &Person,
    nights: &[Night],
    today: NightId,
    when: When,
) -> Vec<&'static Factor> {
    let facts = Facts::of(person, today.evening());
    let (past, tonight) = split(nights, today);
    let mut asked: Vec<(&'static Factor, bool, f64)> = knowledge::factors()
        .iter()
        .filter(
            |factor| matches!(factor.learned, Learned::Asked(question) if question.when == when),
        )
        .filter(|factor| is_asked(factor, person, &facts))
        .map(|factor| {
            let answered = tonight.is_some_and(|night| night.exposures.contains_key(factor.id));
            (factor, answered, worth(factor, past, today))
        })
        .filter(|(factor, answered, _)| *answered || !follows(factor, past, tonight, today))
        .collect();
    asked.sort_by(|a, b| {
        b.1.cmp(&a.1)
            .then(b.2.total_cmp(&a.2))
            .then(a.0.id.cmp(b.0.id))
    });
    let most = match when {
        When::Evening => EVENING_QUESTIONS,
        When::Morning => MORNING_QUESTIONS,
    };
    let answered = asked.iter().filter(|(_, answered, _)| *answered).count();
    asked
        .into_iter()
        .take(most.max(answered))
        .map(|(factor, _, _)| factor)
        .collect()
}

/// Whether the answer is known without asking, or cannot be anything but none.
fn follows(factor: &Factor, past: &[Night], tonight: Option<&Night>, today: NightId) -> bool {
    let Learned::Asked(question) = factor.learned else {
        return false;
    };
    if factor.id == cycle::BLEEDING {
        return cycle::expected(past, today) == Expected::No;
    }
    let some_of_it = |night: &Night| {
        let told = night.exposures.get(question.part_of);
        told.is_some_and(|value| value.answer.value() > 0.0)
    };
    let lately = past
        .iter()
        .rev()
        .take_while(|night| today.days_since(night.id) <= PART_LOOKS_BACK);
    !question.part_of.is_empty() && !lately.chain(tonight).any(some_of_it)
}

/// Whether the question of a factor is meant for this person, or the question that it follows from. Who is not known to
/// be meant is not asked.
#[must_use]
pub fn is_asked(factor: &Factor, person: &Person, facts: &Facts) -> bool {
    if factor.learned == Learned::Derived(Derivation::Cycle) {
        return knowledge::factor(cycle::BLEEDING)
            .is_some_and(|bleeding| is_asked(bleeding, person, facts));
    }
    let Learned::Asked(question) = factor.learned else {
        return false;
    };
    match question.who {
        Who::Everybody => true,
        Who::With(MENSTRUATES) => facts.condition(MENSTRUATES).unwrap_or_else(|| {
            let of_age = facts.age().is_some_and(|age| (12..=55).contains(&age));
            person.sex == Some(Sex::Female) && of_age && facts.pregnant() != Some(true)
        }),
        Who::With(condition) => facts.condition(condition) == Some(true),
    }
}

/// What “same as usual” proposes for a factor: the answer of at least four in five recent days, or the middle one of
/// recent amounts. `None` with fewer than five answers or when days differ too much. Counts only once confirmed.
#[must_use]
pub fn usual(nights: &[Night], factor: &Factor) -> Option<Answer> {
    let Learned::Asked(question) = factor.learned else {
        return None;
    };
    let recent: Vec<f64> = nights
        .iter()
        .rev()
        .filter_map(|night| night.exposures.get(factor.id))
        .take(USUAL_LOOKS_BACK)
        .map(|value| value.answer.value())
        .collect();
    if recent.len() < USUAL_ANSWERS {
        return None;
    }
    if question.answer == AnswerKind::YesNo {
        let yes = recent.iter().filter(|&&value| value > 0.0).count();
        let (most, answer) = if yes * 2 > recent.len() {
            (yes, true)
        } else {
            (recent.len() - yes, false)
        };
        return (most * 5 >= recent.len() * 4).then_some(Answer::YesNo(answer));
    }
    let mut sorted = recent;
    sorted.sort_by(f64::total_cmp);
    // The lower of two middle values: a value that was really answered.
    Amount::new(sorted[(sorted.len() - 1) / 2])
        .ok()
        .map(Answer::Amount)
}

/// The nights before `today` that count, and the night of `today`.
fn split(nights: &[Night], today: NightId) -> (&[Night], Option<&Night>) {
    let end = nights.partition_point(|night| night.id < today);
    let start = nights.partition_point(|night| night.id < today.plus_days(-PAST_NIGHTS));
    (
        &nights[start..end],
        nights.get(end).filter(|night| night.id == today),
    )
}

fn worth(factor: &Factor, past: &[Night], today: NightId) -> f64 {
    // The first day of a period tells of the week before it and of the weeks after: not to be missed.
    if factor.id == cycle::BLEEDING && cycle::expected(past, today) == Expected::Soon {
        return f64::INFINITY;
    }
    let mut answers = 0_usize;
    let mut first = None;
    let mut varies = false;
    let mut gap = GAP_MAX;
    for night in past {
        if let Some(value) = night.exposures.get(factor.id) {
            let value = value.answer.value();
            answers += 1;
            varies |= *first.get_or_insert(value) != value;
            gap = today.days_since(night.id);
        }
    }
    let new = 1.0 / (1.0 + answers as f64 / HALF_WORTH_DAYS);
    // An exposure that is always the same teaches nothing from night to night.
    let lively = if !varies && answers >= 3 * USUAL_ANSWERS {
        0.5
    } else {
        1.0
    };
    factor.weight * f64::from(gap.min(GAP_MAX)) * new * lively
}
