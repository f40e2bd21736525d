//! The doctor's summary as data: what a GP reads in a minute. Unknown is said, missing is counted, nothing is invented.
//!
//! The burden, the pattern and the notes are those of a chosen [`Period`]; suspects, plan and flags rest on the whole
//! diary, as everywhere else. No advice is made here: what the plan holds has passed the safety rules.

mod asks;
mod burden;
mod labs;
mod medicines;
mod pattern;
mod period;
mod signs;
mod tested;
mod who;

use diary::entry::Body;
use diary::{Log, Night, NightId, Person};

use crate::facts::Facts;
use crate::intake::{self, Intake};
use crate::medicines::{Change as MedicineChange, Review, review};
use crate::plan::{Plan, Step};
use crate::suspects::{Basis, List, Suspect, Suspects};
use crate::trial::{self, Found};

pub use asks::Ask;
pub use burden::{BAD_SCORE, Burden, Change, Counted, Minutes, Scores, Trend};
pub use labs::{LabValue, Labs};
pub use medicines::{MedicineUse, Medicines, State};
pub use pattern::{Pattern, WINDOW_HOURS, Window, YesNo};
pub use period::{Period, Span, USUAL_WEEKS};
pub use signs::{Answered, Signs};
pub use tested::{LookAlikes, Questionnaire};
pub use who::{Condition, Who};

/// One state of a diary, and what was worked out from it.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Material<'a> {
    pub log: &'a Log,
    pub person: &'a Person,
    /// All nights of the diary.
    pub nights: &'a [Night],
    pub suspects: &'a Suspects,
    pub plan: &'a Plan,
    /// The trials that are over, with their results ([`trial::found`]).
    pub found: &'a [Found],
    /// What changed after medicines were started ([`crate::medicines::changes()`]); empty when the engine was not asked.
    pub changes: &'a [MedicineChange],
    /// The day on which the summary is made.
    pub today: NightId,
}

/// What a doctor should know, for one period of the diary.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The day on which it was made.
    pub today: NightId,
    /// The nights it is about; `None` when the diary has none in the time asked for.
    pub period: Option<Period>,
    /// The person.
    pub who: Who,
    /// How often and how badly; `None` when no night of the period is answered.
    pub burden: Option<Burden>,
    /// Every night of the period, for the strip.
    pub nights: Vec<Night>,
    /// When and where in the body.
    pub pattern: Pattern,
    /// What the suspects rest on.
    pub basis: Basis,
    /// What likely matters, the costliest first.
    pub likely: Vec<Suspect>,
    /// What is not clear yet, the likeliest first.
    pub unclear: Vec<Suspect>,
    /// What probably does not matter.
    pub unlikely: Vec<Suspect>,
    /// Randomised tests of the person on themselves: those with a result first, then the newest.
    pub trials: Vec<trial::Summary>,
    /// The medicines.
    pub medicines: Medicines,
    /// The sheet for a medicine review.
    pub review: Review,
    /// The warning signs.
    pub signs: Signs,
    /// The published questionnaires that were answered.
    pub questionnaires: Vec<Questionnaire>,
    /// The questions of the look-alikes, if any was answered.
    pub look_alikes: Option<LookAlikes>,
    /// Laboratory values: the newest of each test.
    pub labs: Labs,
    /// What food and drink bring.
    pub intake: Intake,
    /// Questions for the doctor, with the reason for each.
    pub questions: Vec<Ask>,
    /// Checks that the doctor may consider, with the reason for each. Empty: nothing that was told suggests one.
    pub checks: Vec<Ask>,
    /// What the plan suggests now; it passed the safety rules.
    pub doing: Vec<Step>,
    /// The newest notes in the person's own words, the newest first.
    pub notes: Vec<Note>,
}

/// Something the person wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The night it is about.
    pub night: NightId,
    /// The words as they were written.
    pub text: String,
}

/// How many notes a summary carries.
pub const NOTES: usize = 5;

/// Sums a diary up for a doctor.
#[must_use]
pub fn summary(material: &Material<'_>, span: Span) -> Summary {
    let facts = Facts::of(material.person, material.today.evening());
    let period = span.of(material.nights, material.today);
    let nights: Vec<Night> = period.map_or_else(Vec::new, |period| {
        material
            .nights
            .iter()
            .filter(|night| period.has(night.id))
            .cloned()
            .collect()
    });
    let medicines = medicines::of(material.person, material.nights);
    let burden = burden::of(&nights);
    let of_list = |list: List| -> Vec<Suspect> {
        let members = material.suspects.all.iter();
        members.filter(|one| one.list == list).cloned().collect()
    };
    Summary {
        today: material.today,
        period,
        who: who::of(material.person, &facts, material.today),
        pattern: pattern::of(&nights),
        basis: material.suspects.basis,
        likely: of_list(List::Likely),
        unclear: of_list(List::Unclear),
        unlikely: of_list(List::Unlikely),
        trials: tested::trials(material.log, material.found, material.today),
        review: review(material.person, material.changes, material.today.evening()),
        signs: signs::of(material.person, material.plan, material.today),
        questionnaires: tested::questionnaires(material.person),
        look_alikes: tested::look_alikes(material.person),
        labs: labs::of(material.person),
        intake: intake::intake(
            material.log,
            material.person,
            material.today.evening(),
            intake::carried,
        ),
        questions: asks::questions(material.plan, &medicines, burden.as_ref()),
        checks: asks::checks(material.person, &facts),
        doing: material.plan.now.clone(),
        notes: period.map_or_else(Vec::new, |period| notes(material.log, period)),
        medicines,
        burden,
        nights,
    }
}

fn notes(log: &Log, period: Period) -> Vec<Note> {
    let note_of = |told: &diary::log::Told| {
        let text = match &told.body {
            Body::Cramp(cramp) => cramp.note.as_ref()?,
            Body::Morning(morning) => morning.note.as_ref()?,
            _ => return None,
        };
        let night = diary::night::night_of(told).filter(|night| period.has(*night))?;
        let text = text.as_str().to_owned();
        (!text.trim().is_empty()).then_some(Note { night, text })
    };
    let mut notes: Vec<Note> = log
        .told()
        .iter()
        .rev()
        .filter_map(|told| note_of(told))
        .collect();
    // A note may be about an earlier night than the one on which it was written.
    notes.sort_by_key(|note| std::cmp::Reverse(note.night));
    notes.truncate(NOTES);
    notes
}
