//! What the person tells about themselves: basics, conditions, medicines, blood tests, warning signs.

pub(crate) mod basics;
pub(crate) mod conditions;
mod dose;
pub(crate) mod labs;
pub(crate) mod medicine_search;
pub(crate) mod medicines;
pub(crate) mod warning_signs;

use diary::entry::{Act, BadEntry, Body, Fact};
use diary::{Entry, Log, Moment};
use insight::labs::Sure;

use crate::form::Fields;
use crate::problem::Problem;
use crate::site::App;

/// The box by which a person confirms what looks like a slip.
const SURE: &str = "sure";

/// Whether the form confirms what looks like a slip.
pub(crate) fn sure(fields: &Fields) -> Sure {
    if fields.has(SURE) {
        Sure::Yes
    } else {
        Sure::NotAsked
    }
}

/// The entry that tells a fact.
pub(crate) fn telling(app: &App, moment: &Moment, fact: Fact) -> Entry {
    Entry {
        id: app.fresh_id(),
        moment: moment.clone(),
        act: Act::Tell {
            body: Body::Fact(fact),
        },
    }
}

/// The entries that make every fact of a kind unknown again.
pub(crate) fn unknown_again(
    app: &App,
    log: &Log,
    moment: &Moment,
    is_kind: impl Fn(&Fact) -> bool,
) -> Vec<Entry> {
    let told = log
        .told()
        .iter()
        .filter(|told| matches!(&told.body, Body::Fact(fact) if is_kind(fact)));
    told.map(|told| Entry {
        id: app.fresh_id(),
        moment: moment.clone(),
        act: Act::Retract { target: told.id },
    })
    .collect()
}

/// Writes entries in one go; says whether there was anything to write.
pub(crate) fn write(app: &App, entries: &[Entry], moment: &Moment) -> Result<Written, Problem> {
    if entries.is_empty() {
        return Ok(Written::Nothing);
    }
    app.desk().tell_all(entries, moment.at)?;
    Ok(Written::Some)
}

/// The first thing that cannot be, or can hardly be, beside what is known; what is only unlikely passes when the person is
/// sure.
pub(crate) fn doubted(
    app: &App,
    entries: &[Entry],
    moment: &Moment,
    sure: Sure,
) -> Result<Option<insight::Doubt>, Problem> {
    let person = app.desk().person()?;
    let today = moment.local().date();
    Ok(entries
        .iter()
        .filter_map(|entry| match &entry.act {
            Act::Tell {
                body: Body::Fact(fact),
            } => insight::doubt(&person, fact, today),
            _ => None,
        })
        .find(|doubt| !(doubt.is_question() && sure == Sure::Yes)))
}

/// The first thing the diary would refuse, before anything is written.
fn refused(entries: &[Entry], moment: &Moment) -> Option<BadEntry> {
    entries
        .iter()
        .find_map(|entry| entry.check(moment.at).err())
}

/// Whether a form changed anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    Nothing,
    Some,
}

impl Written {
    /// The word for the address that the redirect leads to.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Some => "saved",
        }
    }
}
