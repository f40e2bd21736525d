//! Warning signs: raised, seen by a professional, answered no, and not asked.

use diary::{NightId, Person};
use jiff::civil::Date;
use knowledge::Flag;

use crate::facts::Facts;
use crate::plan::{Plan, Raised};
use crate::triage;

/// The warning signs of a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Signs {
    /// Those that apply, most urgent first.
    pub raised: Vec<Raised>,
    /// Answered yes, and seen by a professional since.
    pub seen: Vec<Answered>,
    /// Answered no, so lately that it counts.
    pub denied: Vec<Answered>,
    /// Meant for this person, and not answered lately.
    pub unasked: Vec<&'static Flag>,
}

/// An answer to a flag's question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answered {
    /// The flag.
    pub flag: &'static Flag,
    /// The day of the answer.
    pub on: Date,
}

pub(super) fn of(person: &Person, plan: &Plan, today: NightId) -> Signs {
    let facts = Facts::of(person, today.evening());
    let raised = |flag: &Flag| plan.raised.iter().any(|one| one.flag.id == flag.id);
    let mut signs = Signs {
        raised: plan.raised.clone(),
        seen: Vec::new(),
        denied: Vec::new(),
        unasked: Vec::new(),
    };
    for flag in triage::to_ask(person, today) {
        if raised(flag) {
            continue;
        }
        // An answer that has grown too old is none: `facts` knows which.
        match (person.flags.get(flag.id), facts.flag(flag.id)) {
            (Some(answer), Some(_)) if answer.present => signs.seen.push(Answered {
                flag,
                on: answer.answered,
            }),
            (Some(answer), Some(_)) => signs.denied.push(Answered {
                flag,
                on: answer.answered,
            }),
            (_, None) | (None, Some(_)) => signs.unasked.push(flag),
        }
    }
    signs
}
