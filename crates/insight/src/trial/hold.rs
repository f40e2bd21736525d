//! What keeps a trial from going on today: a warning sign, or a safety rule about its remedy. Asked before it starts and
//! on each of its days.

use diary::{Night, NightId, Person};
use knowledge::{Remedy, Rule};
use texts::Sentence;

use crate::facts::Facts;
use crate::plan::{Missing, Raised, Warning, questions_about};
use crate::safety::{self, Verdict};
use crate::triage;

/// Why a trial must not start, or waits today.
#[derive(Clone, Debug, PartialEq)]
pub enum Hold {
    /// A warning sign needs a professional first.
    HelpFirst(Vec<Raised>),
    /// Nobody has studied this in people under 18.
    Minor,
    /// The remedy is not safe for the person.
    Blocked(Vec<&'static Rule>),
    /// Whether it is safe depends on what nobody told yet.
    Unknown(Vec<Missing>),
}

impl Hold {
    /// The reason in plain sentences.
    #[must_use]
    pub fn reason(&self) -> Sentence {
        match self {
            Self::HelpFirst(raised) => {
                let advice = raised.iter().map(|one| Sentence::known(one.flag.advice));
                Sentence::of("hold-help-first").with("advice", Sentence::in_turn(advice))
            }
            Self::Minor => Sentence::of("hold-minor"),
            Self::Blocked(rules) => {
                Sentence::in_turn(rules.iter().map(|rule| Sentence::known(rule.message)))
            }
            Self::Unknown(missing) => {
                let asked = missing.iter().map(|one| one.question.clone());
                Sentence::of("hold-unknown").with("questions", Sentence::in_turn(asked))
            }
        }
    }
}

/// What is looked at before any trial goes on: the warning signs and the facts of one person on one day.
#[derive(Clone, Debug)]
pub struct Watch {
    raised: Vec<Raised>,
    facts: Facts,
}

impl Watch {
    /// Looks once, for however many trials.
    #[must_use]
    pub fn over(person: &Person, nights: &[Night], today: NightId) -> Self {
        Self {
            raised: triage::raised(person, nights, today),
            facts: Facts::of(person, today.evening()),
        }
    }

    /// The warning signs that hold, most urgent first.
    #[must_use]
    pub fn raised(&self) -> &[Raised] {
        &self.raised
    }

    /// What holds back a trial of a remedy, else the warnings that go with it. Without a remedy (something of the person's
    /// own) only warning signs and age can be checked.
    ///
    /// # Errors
    /// [`Hold`] with the reason.
    pub fn holds(&self, remedy: Option<&'static Remedy>) -> Result<Vec<Warning>, Hold> {
        if triage::silences_advice(&self.raised) {
            let silencing = self.raised.iter().filter(|one| one.silences);
            return Err(Hold::HelpFirst(silencing.cloned().collect()));
        }
        if self.facts.may_be_minor() {
            return Err(Hold::Minor);
        }
        let Some(remedy) = remedy else {
            return Ok(Vec::new());
        };
        match safety::check(remedy, &self.facts) {
            Verdict::Allowed { warnings } => Ok(warnings),
            Verdict::Blocked { rules } => Err(Hold::Blocked(rules)),
            Verdict::NeedsFacts { facts, .. } => Err(Hold::Unknown(questions_about(&[(
                remedy,
                facts.as_slice(),
            )]))),
        }
    }
}
