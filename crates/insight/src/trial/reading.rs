//! A result in plain sentences.

use super::course::Course;
use super::outcome::{Adherence, Advice, Outcome};
use super::proposal::ANSWER;
use super::words;
use crate::words::{all_of, counted, number};

/// The result: what it says, how much, what to do; then how sure, and what a reader must know.
pub(super) fn sentences(course: &Course, outcome: &Outcome) -> Vec<String> {
    let mut all = vec![headline(course, outcome)];
    all.push(advice(course, outcome));
    all.push(evidence(outcome));
    all.push(nights(course, outcome));
    all.extend(adherence(outcome));
    if let Some((right, of)) = outcome.guesses {
        all.push(format!(
            "Your guesses of what you were given were right {right} of {of} times; by chance alone about half are."
        ));
    }
    all
}

/// “17 of 20 possible worlds say that it helps you; expect 3 cramps fewer a month (likely between 1 more and 7 fewer).”
fn headline(course: &Course, outcome: &Outcome) -> String {
    let helps = outcome
        .numbers
        .dots
        .iter()
        .filter(|dot| **dot < 1.0)
        .count();
    let (fewer, low, high) = outcome.fewer_a_month;
    format!(
        "{helps} of 20 possible worlds say that “{}” helps you; expect {} a month (likely between {} and {}).",
        course.record().arms.a_label.as_str(),
        cramps(fewer),
        amount(low),
        amount(high)
    )
}

fn advice(course: &Course, outcome: &Outcome) -> String {
    let label = course.record().arms.a_label.as_str();
    match outcome.advice {
        Advice::Keep => format!("Keep “{label}”: it helps you."),
        Advice::Drop if outcome.numbers.ratio.estimate > 1.0 => {
            format!("Drop “{label}”: it does not help you, and may do the opposite.")
        }
        Advice::Drop => format!("Drop “{label}”: it does next to nothing for you."),
        Advice::TestLonger => {
            "We cannot tell yet. Test it longer, or leave it if it is not worth the trouble to you."
                .to_owned()
        }
    }
}

fn evidence(outcome: &Outcome) -> String {
    let e = outcome.numbers.e_value.map_or_else(
        || "There is no measure of evidence that chance alone would rarely give.".to_owned(),
        |e| {
            let bar = number(ANSWER);
            if e < 1.0 {
                format!("So far there is no evidence that it makes a difference ({} to 1; we call {bar} to 1 an answer).", words::odds(e))
            } else {
                format!("The evidence that it makes a difference is {} to 1; we call {bar} to 1 an answer.", words::odds(e))
            }
        },
    );
    let p = outcome.numbers.p_randomisation.map_or_else(String::new, |p| {
        let often = match libm::round(1000.0 * p) {
            0.0 => "fewer than 1".to_owned(),
            often => format!("about {}", number(often)),
        };
        format!(" If it did nothing, chance would give a difference this large in {often} of 1,000 trials like this one.")
    });
    format!("{e}{p}")
}

fn nights(course: &Course, outcome: &Outcome) -> String {
    let arms = &course.record().arms;
    let [a, b] = outcome.arms;
    format!(
        "Nights that count: “{}” {} with cramps of {} ({}), “{}” {} of {} ({}). This count is not the proof; that chance chose the nights is.",
        arms.a_label.as_str(),
        a.with_cramps,
        a.nights,
        total(a.cramps),
        arms.b_label.as_str(),
        b.with_cramps,
        b.nights,
        total(b.cramps),
    )
}

/// On how many days it was told whether the instruction was followed; and the effect by what was done, where it is known.
fn adherence(outcome: &Outcome) -> Option<String> {
    let Adherence {
        followed,
        partly,
        not,
        unanswered,
    } = outcome.adherence;
    let told = followed + partly + not;
    if told == 0 {
        return None;
    }
    let said = [(followed, "yes"), (partly, "partly"), (not, "no")];
    let said: Vec<String> = said
        .into_iter()
        .filter(|(times, _)| *times > 0)
        .map(|(times, answer)| format!("{answer} {}", counted(times, "time")))
        .collect();
    let by_done = outcome.numbers.as_done.map_or_else(String::new, |ratio| {
        format!(
            " Going by what you did in place of what was drawn: {} times as many cramps with it (likely between {} and {}). Chance did not choose what you did, so this is no proof.",
            two(ratio.estimate),
            two(ratio.low),
            two(ratio.high)
        )
    });
    Some(format!(
        "You told us on {told} of {} whether you did what the day asked: {}.{by_done}",
        counted(told + unanswered, "night"),
        all_of(&said)
    ))
}

fn total(cramps: u32) -> String {
    if cramps == 1 {
        "1 cramp".to_owned()
    } else {
        format!("{cramps} cramps")
    }
}

/// “3 cramps fewer”, “1 cramp more”, “no difference”.
fn cramps(fewer: f64) -> String {
    let size = size(fewer);
    if size == "0" {
        return "no difference".to_owned();
    }
    let noun = if size == "1" { "cramp" } else { "cramps" };
    format!("{size} {noun} {}", direction(fewer))
}

fn amount(fewer: f64) -> String {
    let size = size(fewer);
    if size == "0" {
        "none".to_owned()
    } else {
        format!("{size} {}", direction(fewer))
    }
}

fn direction(fewer: f64) -> &'static str {
    if fewer < 0.0 { "more" } else { "fewer" }
}

/// Tenths of a cramp mean nothing beside whole ones.
fn size(fewer: f64) -> String {
    let size = fewer.abs();
    number(if size >= 3.0 { libm::round(size) } else { size })
}

fn two(ratio: f64) -> String {
    format!("{ratio:.2}")
}
