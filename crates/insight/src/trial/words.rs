//! What was told about a trial, in words for the history.

use diary::trial::{Arm, Followed, Guess, Layout, Look, PauseReason, Record, StopReason, Subject};
use diary::{NightId, Trial};
use texts::Sentence;

use super::telling;
use super::telling::rounded;
use crate::words::{date, figure};

/// What an event tells: “Trial registered: Calf stretch before bed, 70 nights from 4 May 2026”.
#[must_use]
pub fn told(event: &Trial) -> Sentence {
    let on = |day: &NightId| date(day.evening());
    match event {
        Trial::Registered(registration) => {
            let record = &registration.record;
            Sentence::of("trial-told-registered")
                .with("name", name(&record.subject))
                .with("nights", record.schedule.arms().len())
                .with("date", on(&record.first_night))
        }
        Trial::Adherence { day, followed, .. } => Sentence::of("trial-told-adherence")
            .with("date", on(day))
            .choosing(
                "followed",
                match followed {
                    Followed::Yes => "yes",
                    Followed::Partly => "partly",
                    Followed::No => "no",
                },
            ),
        Trial::Guess { guess, .. } => Sentence::of("trial-told-guess").choosing(
            "guess",
            match guess {
                Guess::A => "a",
                Guess::B => "b",
                Guess::CannotTell => "cannot-tell",
            },
        ),
        Trial::Paused { from, why, .. } => Sentence::of("trial-told-paused")
            .with("date", on(from))
            .with("why", pause(*why)),
        Trial::Resumed { from, .. } => Sentence::of("trial-told-resumed").with("date", on(from)),
        Trial::Stopped { from, why, .. } => Sentence::of("trial-told-stopped")
            .with("date", on(from))
            .with("why", stop(*why)),
        Trial::Looked { through, look, .. } => Sentence::of("trial-told-looked")
            .choosing(
                "look",
                match look {
                    Look::Planned => "planned",
                    Look::Peek => "peek",
                },
            )
            .with("date", on(through)),
    }
}

/// What a trial is called: by the template, or by the person.
#[must_use]
pub fn name(subject: &Subject) -> Sentence {
    match subject.remedy {
        Some(_) => Sentence::known(subject.name.as_str().to_owned()),
        None => Sentence::text(subject.name.as_str()),
    }
}

/// Why a trial waits, in a few words.
#[must_use]
pub fn pause(why: PauseReason) -> Sentence {
    Sentence::of(match why {
        PauseReason::Illness => "pause-illness",
        PauseReason::Travel => "pause-travel",
        PauseReason::Safety => "trial-safety",
        PauseReason::Other => "trial-other",
    })
}

/// Why a trial was stopped, in a few words.
#[must_use]
pub fn stop(why: StopReason) -> Sentence {
    Sentence::of(match why {
        StopReason::StopRule => "stop-rule",
        StopReason::Safety => "trial-safety",
        StopReason::Clear => "stop-clear",
        StopReason::Burden => "stop-burden",
        StopReason::Other => "trial-other",
    })
}

/// An arm's short label.
#[must_use]
pub fn label(record: &Record, arm: Arm) -> &str {
    match arm {
        Arm::A => record.arms.a_label.as_str(),
        Arm::B => record.arms.b_label.as_str(),
    }
}

/// A forecast chance in whole percents, in fives, since it is known no better: “15”, “less than 5”.
#[must_use]
pub fn percent(chance: f64) -> Sentence {
    telling::percent(chance)
}

/// “35 pairs of nights”, “9 pairs of 4-night periods”.
#[must_use]
pub fn pairs(layout: Layout) -> Sentence {
    Sentence::of("trial-pairs")
        .with("pairs", layout.pairs)
        .with("period", layout.period_nights)
}

/// Odds above which nobody is told more digits.
const MOST_ODDS: f64 = 10_000.0;

/// The strength of evidence against one, or the trials in which chance gives something once: “32”, “1,400”, “more than
/// 10,000”.
#[must_use]
pub fn odds(value: f64) -> Sentence {
    if value > MOST_ODDS {
        Sentence::of("trial-more-than").with("figure", rounded(MOST_ODDS))
    } else if value < 10.0 {
        figure(libm::floor(10.0 * value) / 10.0)
    } else {
        rounded(value)
    }
}

/// A small probability as people say it: “1 of 2,000 trials”, “fewer than 1 of 10,000 trials”.
#[must_use]
pub fn one_of(p: f64) -> Sentence {
    if p * MOST_ODDS < 1.0 {
        Sentence::of("trial-fewer-than-one-of").with("trials", rounded(MOST_ODDS))
    } else {
        Sentence::of("trial-one-of").with("trials", rounded(1.0 / p))
    }
}

/// Outcomes of a night as they are asked: “how many cramps, how long, and how bad the worst pain was”.
#[must_use]
pub fn outcomes(ids: &[&str]) -> Sentence {
    Sentence::all_of(ids.iter().map(|id| match *id {
        "cramps" => Sentence::of("asked-cramps"),
        "minutes" => Sentence::of("asked-minutes"),
        "pain" => Sentence::of("asked-pain"),
        "sleep-lost" => Sentence::of("asked-sleep-lost"),
        "soreness" => Sentence::of("asked-soreness"),
        "tiredness" => Sentence::of("asked-tiredness"),
        other => Sentence::text(other),
    }))
}
