//! What a person's trials ask of them today: the standing of each, what holds it back, and the instruction.

use diary::trial::Arm;
use diary::{Moment, NightId};
use jiff::ToSpan;
use knowledge::{Blinding, Remedy, Template};
use texts::Sentence;

use super::calendar::{self, Instruction, calendar};
use super::course::Course;
use super::hold::{Hold, Watch};
use super::state::{Standing, standing};
use crate::plan::Warning;

/// Hours after midnight in which the day before still goes on: who goes to bed late follows that day's instruction.
const LATE_HOURS: i64 = 4;

/// The day whose instruction holds at a moment: the local date, and until four in the morning the one before.
#[must_use]
pub fn day_of(moment: &Moment) -> NightId {
    let local = moment.local();
    let day = local.checked_sub(LATE_HOURS.hours()).unwrap_or(local);
    NightId::of_evening(day.date())
}

/// One trial on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Agenda {
    /// The trial.
    pub course: Course,
    /// Where it stands.
    pub standing: Standing,
    /// What to do today: only when it runs and nothing holds it back.
    pub instruction: Option<Instruction>,
    /// What holds it back today, while it is open.
    pub hold: Option<Hold>,
    /// What must be shown with the instruction.
    pub warnings: Vec<Warning>,
    /// What to ask in the check-in about the last days.
    pub asks: Vec<Ask>,
}

/// A question of the check-in about a trial.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Whether the instruction of a day was followed.
    Adherence {
        /// The day.
        day: NightId,
        /// What the instruction was, in a word or two.
        label: String,
        /// The question.
        question: Sentence,
    },
    /// Which arm the period that ended on a day was; asked only of who need not know.
    Guess {
        /// The last day of the period.
        day: NightId,
    },
}

/// Every trial of the person as it is on a day, those that are open first; `watch` is of the same day.
#[must_use]
pub fn agenda(courses: &[Course], watch: &Watch, today: NightId) -> Vec<Agenda> {
    let mut all: Vec<Agenda> = courses
        .iter()
        .map(|course| one(course, watch, today))
        .collect();
    all.sort_by_key(|agenda| !agenda.standing.is_open());
    all
}

/// The template that a trial was made from, if the knowledge still has it.
#[must_use]
pub fn template(course: &Course) -> Option<&'static Template> {
    knowledge::template(course.record().subject.template.as_str())
}

/// The template with which a remedy can be tested.
pub(crate) fn test_of(remedy: &Remedy) -> Option<&'static Template> {
    let mut all = knowledge::templates().iter();
    all.find(|template| template.remedy == Some(remedy.id))
}

/// The remedy under test; `None` for something of the person's own.
#[must_use]
pub fn remedy(course: &Course) -> Option<&'static Remedy> {
    let id = course.record().subject.remedy.as_ref()?;
    knowledge::remedy(id.as_str())
}

fn one(course: &Course, watch: &Watch, today: NightId) -> Agenda {
    let standing = standing(course, today);
    let checked = if standing.is_open() {
        watch.holds(remedy(course))
    } else {
        Ok(Vec::new())
    };
    let (hold, warnings) = match checked {
        Ok(warnings) => (None, warnings),
        Err(hold) => (Some(hold), Vec::new()),
    };
    let instruction = match (&standing, &hold) {
        (Standing::Running { turn }, None) => Some(calendar::instruction(course, turn)),
        _ => None,
    };
    Agenda {
        course: course.clone(),
        standing,
        instruction,
        hold,
        warnings,
        asks: asks(course, today),
    }
}

/// Yesterday's instruction, if it was not answered yet; and a guess about a period that ended with it.
fn asks(course: &Course, today: NightId) -> Vec<Ask> {
    let yesterday = today.previous();
    let turns = calendar(course);
    let Some(at) = turns.iter().position(|turn| turn.night == yesterday) else {
        return Vec::new();
    };
    let turn = &turns[at];
    let template = template(course);
    let mut asks = Vec::new();
    if !course.adherence.contains_key(&yesterday) {
        asks.push(adherence_ask(course, turn.night, turn.arm));
    }
    let is_last = turns
        .get(at + 1)
        .is_none_or(|next| next.period != turn.period);
    let is_blinded = template.is_some_and(|template| template.blinding == Blinding::WithHelp);
    if is_last && is_blinded && !course.guesses.contains_key(&yesterday) {
        asks.push(Ask::Guess { day: yesterday });
    }
    asks
}

/// The question about a day's instruction.
#[must_use]
pub fn adherence_ask(course: &Course, day: NightId, arm: Arm) -> Ask {
    Ask::Adherence {
        day,
        label: super::words::label(course.record(), arm).to_owned(),
        question: template(course).map_or_else(
            || Sentence::of("trial-did-you"),
            |template| Sentence::known(template.adherence),
        ),
    }
}
