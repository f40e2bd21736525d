//! Red flags, before any advice: those the person answered, those that questionnaires raise, and those the log shows by itself.

mod ask;
mod changes;
mod patterns;

use diary::{Night, NightId, Person};
use jiff::civil::Date;
use knowledge::{Flag, Urgency};
use texts::Sentence;

pub use ask::{
    AFTER_A_CRAMP, Occasion, WEEKLY, after_cramp, any_cramp, at_the_start, to_ask, weekly,
};

use crate::facts::Facts;
use crate::plan::{Raised, RaisedFrom};
use crate::questionnaire;
use crate::words;

/// Nights, this one included, in which a pattern of the log silences advice: about 24 hours.
const SILENT_NIGHTS: i32 = 2;

/// The red flags that apply, most urgent first.
///
/// A flag answered yes stays until it is taken back or a professional has seen it, whoever it is meant for. A flag
/// raised by a pattern in the log rests when the person answers its question after the pattern, and by itself after a
/// while; a long cramp silences advice only tonight and the day after, since a wrong time must not cost a month.
#[must_use]
pub fn raised(person: &Person, nights: &[Night], today: NightId) -> Vec<Raised> {
    let facts = Facts::of(person, today.evening());
    let mut all: Vec<Raised> = knowledge::flags()
        .iter()
        .filter_map(|flag| {
            let answer = person
                .flags
                .get(flag.id)
                .filter(|answer| answer.present && !answer.seen)?;
            Some(Raised {
                flag,
                because: answered_yes(flag, answer.answered),
                from: RaisedFrom::Answer(answer.answered),
                silences: flag.urgency >= Urgency::SameDay,
            })
        })
        .collect();
    for finding in questionnaire::findings(person) {
        if all.iter().all(|other| other.flag.id != finding.flag.id) {
            all.push(Raised {
                flag: finding.flag,
                because: finding.because,
                from: RaisedFrom::Questionnaire(finding.answered),
                silences: finding.flag.urgency >= Urgency::SameDay,
            });
        }
    }
    for pattern in patterns::all(person, &facts, nights, today) {
        let Some(flag) = knowledge::flag(pattern.flag) else {
            continue;
        };
        let meant = flag.only_with.is_empty() || facts.any(flag.only_with) != Some(false);
        let settled = person
            .flags
            .get(flag.id)
            .is_some_and(|answer| match pattern.last {
                Some(last) => NightId::of_evening(answer.answered) > last,
                None => answer.seen,
            });
        let fresh = pattern
            .last
            .is_none_or(|last| today.days_since(last) < SILENT_NIGHTS);
        if meant && !settled && all.iter().all(|other| other.flag.id != flag.id) {
            all.push(Raised {
                flag,
                because: pattern.because,
                from: pattern.last.map_or(RaisedFrom::Profile, RaisedFrom::Night),
                silences: flag.urgency >= Urgency::SameDay && fresh,
            });
        }
    }
    // A stable sort keeps the order of the knowledge within one urgency.
    all.sort_by_key(|raised| std::cmp::Reverse(raised.flag.urgency));
    all
}

/// What raises a flag whose question was answered yes on a day.
#[must_use]
pub fn answered_yes(flag: &Flag, day: Date) -> Sentence {
    Sentence::of("raised-answer")
        .with("date", words::date(day))
        .with("ask", Sentence::known(flag.ask))
}

/// Whether help must come before any suggestion: an emergency or a same-day flag was answered yes, or the log showed
/// one just now.
#[must_use]
pub fn silences_advice(raised: &[Raised]) -> bool {
    raised.iter().any(|one| one.silences)
}
