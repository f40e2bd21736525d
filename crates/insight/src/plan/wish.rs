//! A remedy that the person asks about by name, in the plan or not: through the same safety rules, with what it can be expected to
//! do. A popular belief gets an answer here instead of silence.

use diary::{Night, NightId, Person};
use knowledge::{Remedy, RemedyKind};
use texts::Sentence;

use super::advise::{Weighed, step};
use super::benefit::{self, Benefit, Habits};
use super::worth::Recent;
use super::{Blocked, Missing, Step, missing, sentence};
use crate::facts::Facts;
use crate::safety::{self, Verdict};
use crate::suspects::Suspects;
use crate::triage;

/// The answer to a wish.
#[derive(Clone, Debug, PartialEq)]
pub enum Wished {
    /// Nothing is advised now, whatever the remedy; why.
    Silent(Sentence),
    /// Only a doctor can prescribe it: what to do.
    ForTheDoctor(Sentence),
    /// A safety rule leaves it out.
    Blocked(Blocked),
    /// These must be known first.
    Asks(Vec<Missing>),
    /// It is safe for this person as far as is known, with what to expect of it and what must be shown with it.
    Safe(Box<Step>),
}

/// The remedies that can be wished for: whatever prevents cramps, or is said to.
pub fn wishes() -> impl Iterator<Item = &'static Remedy> {
    knowledge::remedies()
        .iter()
        .filter(|remedy| remedy.kind != RemedyKind::Acute)
}

/// What to say to a person who asks about a remedy.
#[must_use]
pub fn wished(
    remedy: &'static Remedy,
    person: &Person,
    nights: &[Night],
    suspects: &Suspects,
    today: NightId,
) -> Wished {
    let facts = Facts::of(person, today.evening());
    if triage::silences_advice(&triage::raised(person, nights, today)) {
        return Wished::Silent(sentence::help_first());
    }
    if facts.may_be_minor() {
        return Wished::Silent(sentence::under_18());
    }
    let warnings = match safety::check(remedy, &facts) {
        Verdict::Blocked { rules } => {
            return Wished::Blocked(Blocked {
                remedy,
                because: facts.reasons(&rules),
                rules,
            });
        }
        _ if remedy.kind == RemedyKind::Prescription => {
            return Wished::ForTheDoctor(Sentence::of("for-the-doctor"));
        }
        Verdict::NeedsFacts { facts, .. } => {
            return Wished::Asks(missing::questions(&[(remedy, &facts)]));
        }
        Verdict::Allowed { warnings } => warnings,
    };
    let habits = Habits {
        facts: &facts,
        nights,
    };
    let recent = Recent::of(nights, today);
    let benefit = benefit::of(remedy, suspects, &habits);
    let is_aimed = benefit.is_some();
    let mut step = step(
        remedy,
        &benefit.unwrap_or_else(|| Benefit::of_trials(remedy)),
        warnings,
        &Weighed {
            suspects,
            recent: recent.as_ref(),
            today: today.evening(),
        },
    );
    if !is_aimed {
        step.why = Sentence::of("why-not-aimed");
    }
    Wished::Safe(Box::new(step))
}
