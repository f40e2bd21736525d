//! A result in plain sentences.

use texts::Sentence;

use super::course::Course;
use super::outcome::{Adherence, Advice, Outcome, without_a_month};
use super::proposal::ANSWER;
use super::words;
use crate::words::{figure, number};

/// The result: what it says, how much, what to do; then how sure, and what a reader must know.
pub(super) fn sentences(course: &Course, outcome: &Outcome) -> Vec<Sentence> {
    let mut all = vec![
        headline(course, outcome),
        advice(course, outcome),
        evidence(outcome),
        nights(course, outcome),
    ];
    all.extend(adherence(outcome));
    if let Some((right, of)) = outcome.guesses {
        all.push(
            Sentence::of("result-guesses")
                .with("right", right)
                .with("all", of),
        );
    }
    all
}

/// “The chance that it helps you is about 17 in 20. Going by the nights of the trial, a month has about 7 cramps with it and
/// 10 cramps without it (likely between 1 more and 7 fewer).” Both sides are said, because the cramps of a trial's months are
/// not those of today.
fn headline(course: &Course, outcome: &Outcome) -> Sentence {
    let helps = outcome
        .numbers
        .dots
        .iter()
        .filter(|dot| **dot < 1.0)
        .count();
    let (_, low, high) = outcome.fewer_a_month;
    let ratio = outcome.numbers.ratio.estimate;
    let without = without_a_month(outcome.arms, ratio);
    Sentence::of("result-headline")
        .with("helps", helps)
        .with("label", label(course))
        .with("with", cramps(ratio * without))
        .with("without", cramps(without))
        .with("low", end(low))
        .with("high", end(high))
}

fn advice(course: &Course, outcome: &Outcome) -> Sentence {
    let of = |key| Sentence::of(key).with("label", label(course));
    match outcome.advice {
        Advice::Keep => of("result-keep"),
        Advice::Drop if outcome.numbers.ratio.estimate > 1.0 => of("result-drop-worse"),
        Advice::Drop => of("result-drop"),
        Advice::TestLonger => Sentence::of("result-longer"),
    }
}

/// What was tested, in a word or two.
fn label(course: &Course) -> Sentence {
    Sentence::known(course.record().arms.a_label.as_str().to_owned())
}

fn evidence(outcome: &Outcome) -> Sentence {
    let e = match outcome.numbers.e_value {
        None => Sentence::of("result-no-evidence-value"),
        Some(e) => Sentence::of(if e < 1.0 {
            "result-evidence-against"
        } else {
            "result-evidence"
        })
        .with("odds", words::odds(e))
        .with("bar", figure(ANSWER)),
    };
    let p = outcome.numbers.p_randomisation;
    let p = p.map(|p| match libm::round(1000.0 * p) {
        0.0 => Sentence::of("result-chance-rarely"),
        often => Sentence::of("result-chance").with("often", figure(often)),
    });
    Sentence::in_turn([e].into_iter().chain(p))
}

fn nights(course: &Course, outcome: &Outcome) -> Sentence {
    let [a, b] = outcome.arms;
    let total = |cramps: u32| Sentence::of("outcome-cramps").with("count", cramps);
    let other = course.record().arms.b_label.as_str().to_owned();
    Sentence::of("result-nights")
        .with("a", label(course))
        .with("a-with", a.with_cramps)
        .with("a-nights", a.nights)
        .with("a-cramps", total(a.cramps))
        .with("b", Sentence::known(other))
        .with("b-with", b.with_cramps)
        .with("b-nights", b.nights)
        .with("b-cramps", total(b.cramps))
}

/// On how many days it was told whether the instruction was followed; and the effect by what was done, where it is known.
fn adherence(outcome: &Outcome) -> Option<Sentence> {
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
    let answers = [(followed, "yes"), (partly, "partly"), (not, "no")]
        .into_iter()
        .filter(|(times, _)| *times > 0)
        .map(|(times, answer)| {
            Sentence::of("result-answered")
                .choosing("answer", answer)
                .with("times", times)
        });
    let by_answer = Sentence::of("result-adherence")
        .with("told", told)
        .with("nights", told + unanswered)
        .with("answers", Sentence::all_of(answers));
    let by_done = outcome.numbers.as_done.map(|ratio| {
        Sentence::of("result-as-done")
            .with("ratio", two(ratio.estimate))
            .with("low", two(ratio.low))
            .with("high", two(ratio.high))
    });
    Some(Sentence::in_turn([by_answer].into_iter().chain(by_done)))
}

/// “9 cramps”, “1 cramp”.
fn cramps(a_month: f64) -> Sentence {
    let size = size(a_month);
    let number = if size == "1" { "one" } else { "other" };
    Sentence::of("result-a-month")
        .choosing("number", number)
        .with("amount", Sentence::figure(size))
}

/// “3 fewer”, “1 more”, “none”.
fn end(fewer: f64) -> Sentence {
    let size = size(fewer);
    let way = match size.as_str() {
        "0" => "none",
        _ if fewer < 0.0 => "more",
        _ => "fewer",
    };
    Sentence::of("result-end")
        .choosing("way", way)
        .with("amount", Sentence::figure(size))
}

/// Tenths of a cramp mean nothing beside whole ones.
fn size(fewer: f64) -> String {
    let size = fewer.abs();
    number(if size >= 3.0 { libm::round(size) } else { size })
}

fn two(ratio: f64) -> Sentence {
    Sentence::figure(format!("{ratio:.2}"))
}
