//! The ordered, safe, personal list of remedies; preceded by any red flag that applies.

mod advise;
mod benefit;
mod missing;
mod sentence;
mod wish;
mod worth;

use diary::{Night, NightId, Person};
use jiff::civil::Date;
use knowledge::{Factor, Flag, Remedy, Rule, Template, Urgency};
use texts::Sentence;

pub use missing::asks_about;
pub(crate) use missing::questions as questions_about;
pub(crate) use sentence::{help_first, under_18};

use crate::water::Water;

pub(crate) use advise::wants_asking;
pub use advise::{AT_ONCE, TO_FOLLOW, plan, relief};
pub use wish::{Wished, wished, wishes};
pub use worth::NIGHTS_FOR_A_RATE;

/// What to do now.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What it rests on.
    pub basis: PlanBasis,
    /// Red flags that apply, most urgent first. One that [silences](Raised::silences) advice empties all other lists.
    pub raised: Vec<Raised>,
    /// At most three things to do now, best first.
    pub now: Vec<Step>,
    /// What could follow, best first; all passed the safety rules.
    pub later: Vec<Step>,
    /// Remedies that a rule blocks, and why.
    pub blocked: Vec<Blocked>,
    /// Facts that must be known before more can be advised.
    pub missing: Vec<Missing>,
    /// How much to drink and when; `None` where there is no plan.
    pub water: Option<Water>,
    /// Plain sentences: what to expect, what is not known.
    pub notes: Vec<Sentence>,
}

impl Plan {
    /// The same plan, its drinks told apart by the grams of fibre that the food that was told brings above the reference
    /// ([`fibre_above_reference`](crate::intake::fibre_above_reference)).
    #[must_use]
    pub fn with_fibre(
        mut self,
        grams: Option<f64>,
        person: &Person,
        nights: &[Night],
        today: NightId,
    ) -> Self {
        if self.water.is_some() {
            self.water = crate::water::water_with_fibre(person, nights, grams, today);
        }
        self
    }

    /// What about the person leaves remedies out, each sentence once.
    #[must_use]
    pub fn about_the_person(&self) -> Vec<&Sentence> {
        let mut reasons: Vec<&Sentence> = Vec::new();
        for reason in self.blocked.iter().flat_map(|one| &one.because) {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        reasons
    }
}

/// What a plan rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanBasis {
    /// The profile and the evidence alone.
    EvidenceOnly,
    /// Also the person's nights.
    Nights,
}

/// A red flag that applies.
#[derive(Clone, Debug, PartialEq)]
pub struct Raised {
    /// The flag with its urgency and advice.
    pub flag: &'static Flag,
    /// Why it is raised: “You answered yes on 3 May 2026 to: …”, “In the night of 3 May 2026 a cramp lasted 14 minutes.”
    pub because: Sentence,
    /// What raised it, so that a reader can go there and correct it.
    pub from: RaisedFrom,
    /// Whether suggestions wait until a professional has seen it.
    pub silences: bool,
}

impl Raised {
    /// Whether help comes before relief of a cramp under way: the person said yes to a flag that cannot wait. What the
    /// log shows by itself never stands between a person in pain and a stretch.
    #[must_use]
    pub fn comes_before_relief(&self) -> bool {
        matches!(
            self.from,
            RaisedFrom::Answer(_) | RaisedFrom::Questionnaire(_)
        ) && self.flag.urgency >= Urgency::SameDay
    }
}

/// What raised a flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RaisedFrom {
    /// The person's own answer to its question, on this day.
    Answer(Date),
    /// A pattern in the log whose last night is this one (of a new medicine: the night it was started); a wrong time
    /// there can be changed.
    Night(NightId),
    /// The answers to a questionnaire, on this day.
    Questionnaire(Date),
    /// What the profile says.
    Profile,
}

/// One remedy in the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The remedy.
    pub remedy: &'static Remedy,
    /// The factors of this person it is aimed at.
    pub aims_at: Vec<&'static Factor>,
    /// Why for this person, in a plain sentence.
    pub why: Sentence,
    /// How sure, in a plain sentence with its basis.
    pub how_sure: Sentence,
    /// Expected cramps avoided a month, 5 % and 95 % points; `None` before there are enough nights.
    pub avoided_per_month: Option<(f64, f64, f64)>,
    /// Expected nights that lose their last cramp in a month, 5 % and 95 % points; `None` before there are enough nights.
    pub nights_per_month: Option<(f64, f64, f64)>,
    /// What must be shown with it.
    pub warnings: Vec<Warning>,
    /// When to look again.
    pub look_again: Date,
    /// The template of a trial with which to test it; `None` where there is none, and where the person's own trial has
    /// answered.
    pub test: Option<&'static Template>,
}

/// A safety message that goes with a remedy.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// The rule.
    pub rule: &'static Rule,
    /// The rule's message.
    pub message: &'static str,
    /// Whether it surely applies to this person.
    pub applies: Applies,
}

impl Warning {
    /// The message, with whom it concerns where that is not known.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        let message = Sentence::known(self.message);
        match &self.applies {
            Applies::Yes => message,
            Applies::If(condition) => Sentence::of("warning-if")
                .with("condition", condition.clone())
                .with("message", message),
        }
    }
}

/// Whether a warning applies to the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Applies {
    /// It does.
    Yes,
    /// Nobody knows yet; it does if the person has, takes or is one of these, in plain words: “If you have kidney
    /// disease or take lithium”.
    If(Sentence),
}

/// A remedy that must not be suggested.
#[derive(Clone, Debug, PartialEq)]
pub struct Blocked {
    /// The remedy.
    pub remedy: &'static Remedy,
    /// The rules that block it.
    pub rules: Vec<&'static Rule>,
    /// What about this person makes them fire, in plain sentences: “You take furosemide.”; empty for what is left out for
    /// everybody.
    pub because: Vec<Sentence>,
}

/// A fact nobody has told yet that a rule needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Missing {
    /// The question in plain words.
    pub question: Sentence,
    /// Ids of what would answer it: conditions, flags, `medicines`, `pregnancy`, `birth-year`.
    pub asks: Vec<&'static str>,
    /// Remedies that wait for the answer.
    pub waiting: Vec<&'static Remedy>,
}

/// Something to do while a cramp is under way or just after, that passed the safety rules.
#[derive(Clone, Debug, PartialEq)]
pub struct Relief {
    /// The remedy.
    pub remedy: &'static Remedy,
    /// What must be shown with it.
    pub warnings: Vec<Warning>,
}
