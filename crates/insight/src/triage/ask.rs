//! Which red-flag questions to ask, and when: all at the start, few after a cramp, one a week.

use diary::entry::Muscle;
use diary::{Cramp, Moment, NightId, Person};
use knowledge::{Flag, Urgency};

use crate::facts::{FLAG_ANSWER_HOLDS_DAYS, Facts};

/// The one question of the week: it opens all the others.
pub const WEEKLY: &str = "anything-new-this-week";
/// Days between two answers to it.
const WEEK: i32 = 7;
/// Questions after a cramp: a person in pain is not a form.
const AFTER_A_CRAMP: usize = 2;
/// Days in which an answer about a sign is not asked again after a cramp.
const ASKED_LATELY: i32 = 7;
/// Minutes above which a cramp is long: the flag's own question says 10.
const LONG_MINUTES: i64 = 10;
/// Pain from which a tear is asked about (our judgement).
const GREAT_PAIN: u8 = 9;
/// Hours of the day, in local time, in which a cramp is one of the daytime.
const DAYTIME: std::ops::Range<i8> = 9..20;

/// The red flags whose question this person should be asked, most urgent first: those meant for everybody, those for
/// people like this one, and those of which it is not known, except about medicines that nobody said they take.
#[must_use]
pub fn to_ask(person: &Person, today: NightId) -> Vec<&'static Flag> {
    let facts = Facts::of(person, today.evening());
    let mut flags: Vec<&'static Flag> = knowledge::flags()
        .iter()
        .filter(|flag| facts.concerns(flag))
        .collect();
    flags.sort_by_key(|flag| std::cmp::Reverse(flag.urgency));
    flags
}

/// Those that cannot wait and were not answered in the last three months: what to ask at the start.
#[must_use]
pub fn at_the_start(person: &Person, today: NightId) -> Vec<&'static Flag> {
    let mut flags = to_ask(person, today);
    flags.retain(|flag| {
        flag.urgency >= Urgency::SameDay
            && days_since_answer(person, flag.id, today)
                .is_none_or(|days| days > FLAG_ANSWER_HOLDS_DAYS)
    });
    flags
}

/// The week's question, when a week has passed since its last answer.
#[must_use]
pub fn weekly(person: &Person, today: NightId) -> Option<&'static Flag> {
    days_since_answer(person, WEEKLY, today)
        .is_none_or(|days| days >= WEEK)
        .then(|| knowledge::flag(WEEKLY))
        .flatten()
}

/// What to ask after a cramp like this one: at most two questions, none that was answered in the last week.
#[must_use]
pub fn after_cramp(
    person: &Person,
    began: &Moment,
    cramp: &Cramp,
    today: NightId,
) -> Vec<&'static Flag> {
    let facts = Facts::of(person, today.evening());
    let minutes = cramp
        .ended
        .map(|ended| ended.duration_since(began.at).as_mins());
    let mut ids: Vec<&'static str> = Vec::new();
    if minutes.is_some_and(|minutes| minutes > LONG_MINUTES) {
        ids.extend(["cramp-over-10-minutes", "one-leg-swollen-warm-red"]);
    }
    if cramp.pain.is_some_and(|pain| pain.get() >= GREAT_PAIN) {
        ids.extend(["pop-or-injury", "one-leg-swollen-warm-red"]);
    }
    match cramp.muscle {
        Some(Muscle::Arm) => ids.extend(["mouth-tingling-hand-spasm", "generalised-cramps"]),
        Some(Muscle::Elsewhere) => ids.push("generalised-cramps"),
        Some(Muscle::Foot | Muscle::Toes) => ids.push("rest-pain-hanging-foot"),
        _ => {}
    }
    if DAYTIME.contains(&began.local().hour()) {
        ids.push("generalised-cramps");
    }
    let mut asked: Vec<&'static Flag> = Vec::new();
    for flag in ids.into_iter().filter_map(knowledge::flag) {
        let lately =
            days_since_answer(person, flag.id, today).is_some_and(|days| days < ASKED_LATELY);
        if !lately && facts.concerns(flag) && asked.iter().all(|other| other.id != flag.id) {
            asked.push(flag);
        }
    }
    asked.truncate(AFTER_A_CRAMP);
    asked
}

fn days_since_answer(person: &Person, flag: &str, today: NightId) -> Option<i32> {
    person
        .flags
        .get(flag)
        .map(|answer| today.days_since(NightId::of_evening(answer.answered)))
}
