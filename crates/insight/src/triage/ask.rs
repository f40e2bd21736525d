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
pub const AFTER_A_CRAMP: usize = 2;
/// Days in which an answer about a sign is not asked again after a cramp.
const ASKED_LATELY: i32 = 7;
/// Minutes above which a cramp is long: the flag's own question says 10.
const LONG_MINUTES: i64 = 10;
/// Pain from which a tear is asked about (our judgement).
const GREAT_PAIN: u8 = 9;
/// Soreness once it is over from which a tear or a clot is asked about (our judgement).
const GREAT_SORENESS: u8 = 8;
/// Days in which a medicine is new: the flag's own question says weeks (six: our judgement).
const NEW_DAYS: i32 = 42;
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

/// What about a cramp makes a sign worth asking about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// It lasted longer than so many minutes.
    LongerThan(i64),
    /// The pain was at least this.
    PainFrom(u8),
    /// The muscle is at least this sore now that it is over.
    SorenessFrom(u8),
    /// It was in this muscle.
    In(Muscle),
    /// It began in these hours of the day, by the wall clock: from the first up to the second.
    Between(i8, i8),
    /// A medicine was begun lately, whatever the cramp was like.
    NewMedicine,
}

/// The questions after a cramp in the order in which they are asked.
const AFTER: [(Occasion, &[&str]); 8] = [
    (
        Occasion::LongerThan(LONG_MINUTES),
        &["cramp-over-10-minutes", "one-leg-swollen-warm-red"],
    ),
    (
        Occasion::PainFrom(GREAT_PAIN),
        &["pop-or-injury", "one-leg-swollen-warm-red"],
    ),
    (
        Occasion::SorenessFrom(GREAT_SORENESS),
        &["pop-or-injury", "one-leg-swollen-warm-red"],
    ),
    (
        Occasion::In(Muscle::Arm),
        &["mouth-tingling-hand-spasm", "generalised-cramps"],
    ),
    (Occasion::In(Muscle::Elsewhere), &["generalised-cramps"]),
    (Occasion::In(Muscle::Foot), &["rest-pain-hanging-foot"]),
    (Occasion::In(Muscle::Toes), &["rest-pain-hanging-foot"]),
    (
        Occasion::Between(DAYTIME.start, DAYTIME.end),
        &["generalised-cramps"],
    ),
];

/// The questions when a medicine was begun lately: they come last, since they can wait for the day.
const WITH_A_NEW_MEDICINE: [&str; 2] = ["statin-new-muscle-pain", "after-new-drug"];

impl Occasion {
    /// Whether it is one for this cramp.
    #[must_use]
    pub fn fits(self, began: &Moment, cramp: &Cramp) -> bool {
        match self {
            Self::LongerThan(minutes) => cramp
                .ended
                .is_some_and(|ended| ended.duration_since(began.at).as_mins() > minutes),
            Self::PainFrom(least) => cramp.pain.is_some_and(|pain| pain.get() >= least),
            Self::SorenessFrom(least) => cramp.soreness.is_some_and(|score| score.get() >= least),
            Self::In(muscle) => cramp.muscle == Some(muscle),
            Self::Between(from, until) => (from..until).contains(&began.local().hour()),
            Self::NewMedicine => true,
        }
    }
}

/// Every question that a cramp of today may raise for this person, with what raises it, in the order of asking: those that
/// were not answered in the last week. At most [`AFTER_A_CRAMP`] of those that fit are asked. A page that has no network
/// chooses among them itself.
#[must_use]
pub fn any_cramp(person: &Person, today: NightId) -> Vec<(Occasion, &'static Flag)> {
    let facts = Facts::of(person, today.evening());
    let new_medicine = WITH_A_NEW_MEDICINE
        .iter()
        .filter(|_| began_a_medicine(person, today))
        .map(|id| (Occasion::NewMedicine, *id));
    let all = AFTER
        .iter()
        .flat_map(|(occasion, ids)| ids.iter().map(|id| (*occasion, *id)))
        .chain(new_medicine);
    all.filter_map(|(occasion, id)| Some((occasion, knowledge::flag(id)?)))
        .filter(|(_, flag)| facts.concerns(flag))
        .filter(|(_, flag)| {
            days_since_answer(person, flag.id, today).is_none_or(|days| days >= ASKED_LATELY)
        })
        .collect()
}

/// What to ask after a cramp like this one: at most two questions a day, none that was answered in the last week.
#[must_use]
pub fn after_cramp(
    person: &Person,
    began: &Moment,
    cramp: &Cramp,
    today: NightId,
) -> Vec<&'static Flag> {
    let mut asked: Vec<&'static Flag> = Vec::new();
    for (occasion, flag) in any_cramp(person, today) {
        if occasion.fits(began, cramp) && asked.iter().all(|other| other.id != flag.id) {
            asked.push(flag);
        }
    }
    asked.truncate(AFTER_A_CRAMP.saturating_sub(answered_today(person, began, cramp, today)));
    asked
}

/// How many of the questions that fit this cramp were answered today.
fn answered_today(person: &Person, began: &Moment, cramp: &Cramp, today: NightId) -> usize {
    let fitting = AFTER.iter().filter(|(one, _)| one.fits(began, cramp));
    let ids = fitting
        .flat_map(|(_, ids)| *ids)
        .chain(&WITH_A_NEW_MEDICINE);
    let mut once: Vec<&str> = Vec::new();
    for id in ids {
        if !once.contains(id) && days_since_answer(person, id, today) == Some(0) {
            once.push(id);
        }
    }
    once.len()
}

/// Whether a medicine was begun in the last [`NEW_DAYS`].
fn began_a_medicine(person: &Person, today: NightId) -> bool {
    let mut steps = person.medicines.values().flat_map(|course| &course.steps);
    steps.any(|step| {
        let days = step
            .since
            .map(|since| today.days_since(NightId::of_evening(since)));
        step.present && days.is_some_and(|days| (0..=NEW_DAYS).contains(&days))
    })
}

fn days_since_answer(person: &Person, flag: &str, today: NightId) -> Option<i32> {
    person
        .flags
        .get(flag)
        .map(|answer| today.days_since(NightId::of_evening(answer.answered)))
}
