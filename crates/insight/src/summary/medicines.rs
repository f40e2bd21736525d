//! The medicines: since when, what their labels and studies say about cramps, and the nights around their start.

use diary::person::{Course, held_on};
use diary::{Night, NightId, Person};
use jiff::civil::Date;
use knowledge::{CrampLabel, Factor, Medicine};
use texts::Sentence;

use super::burden::Counted;
use crate::medicines::factors_of;

/// Nights before and after a start that are compared.
const AROUND_START: i32 = 56;
/// Answered nights on each side below which nothing is compared.
const ANSWERED_TO_COMPARE: usize = 7;

/// The medicines of a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Medicines {
    /// Those that labels or studies connect with cramps first, then by name; stopped ones last.
    pub all: Vec<MedicineUse>,
    /// Whether the person says that the list is complete; `None` when nobody asked.
    pub complete: Option<bool>,
}

/// One medicine that is or was taken.
#[derive(Clone, Debug, PartialEq)]
pub struct MedicineUse {
    /// Its id.
    pub id: String,
    /// Its name, or its id when the knowledge has none of that id.
    pub name: String,
    /// What is known about it.
    pub known: Option<&'static Medicine>,
    /// The dose in the person's words.
    pub dose: Option<Sentence>,
    /// Whether it is taken.
    pub state: State,
    /// The factors that this medicine makes up: what studies looked at.
    pub factors: Vec<&'static Factor>,
    /// Nights in the eight weeks before the start and after it, when enough of both are answered.
    pub around_start: Option<(Counted, Counted)>,
}

/// Whether a medicine is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Taken now, since this day if it was told.
    Taking(Option<Date>),
    /// No longer taken, since this day if it was told.
    Stopped(Option<Date>),
}

impl MedicineUse {
    /// Whether a label or a factor of the knowledge connects it with cramps.
    #[must_use]
    pub fn bears_on_cramps(&self) -> bool {
        !self.factors.is_empty() || self.label() == CrampLabel::Listed
    }

    /// What public labels say about cramps.
    #[must_use]
    pub fn label(&self) -> CrampLabel {
        self.known
            .map_or(CrampLabel::Unknown, |medicine| medicine.cramp_label)
    }
}

pub(super) fn of(person: &Person, nights: &[Night]) -> Medicines {
    let mut all: Vec<MedicineUse> = person
        .medicines
        .iter()
        .filter_map(|(id, course)| one(person, id.as_str(), course, nights))
        .collect();
    all.sort_by(|a, b| {
        let rank = |one: &MedicineUse| {
            (
                matches!(one.state, State::Stopped(_)),
                !one.bears_on_cramps(),
            )
        };
        rank(a).cmp(&rank(b)).then(a.name.cmp(&b.name))
    });
    Medicines {
        all,
        complete: person.medicines_complete,
    }
}

fn one(person: &Person, id: &str, course: &Course, nights: &[Night]) -> Option<MedicineUse> {
    let last = course.steps.last()?;
    // “Never took it” is an answer, not a medicine.
    if !course.steps.iter().any(|step| step.present) && last.since.is_none() {
        return None;
    }
    let known = knowledge::medicine(id);
    let state = if last.present {
        State::Taking(last.since)
    } else {
        State::Stopped(last.since)
    };
    Some(MedicineUse {
        id: id.to_owned(),
        name: known.map_or(id, |medicine| medicine.name).to_owned(),
        known,
        dose: person.dose_in_words(id),
        state,
        factors: known.map_or_else(Vec::new, factors_of),
        around_start: start_of(course).and_then(|start| around(start, course, nights)),
    })
}

fn start_of(course: &Course) -> Option<NightId> {
    let started = course.steps.iter().rev().find(|step| step.present)?;
    started.since.map(NightId::of_evening)
}

/// Only nights without the medicine before, and only nights with it after.
fn around(start: NightId, course: &Course, nights: &[Night]) -> Option<(Counted, Counted)> {
    let side = |days: std::ops::Range<i32>, taken: bool| {
        Counted::of(nights.iter().filter(|night| {
            days.contains(&night.id.days_since(start))
                && held_on(&course.steps, night.id.evening()) == Some(taken)
        }))
    };
    let before = side(-AROUND_START..0, false);
    let after = side(0..AROUND_START, true);
    (before.answered.min(after.answered) >= ANSWERED_TO_COMPARE).then_some((before, after))
}
