//! What the person tells about themselves: basics, conditions, medicines, warning signs.

pub(crate) mod basics;
pub(crate) mod conditions;
pub(crate) mod medicine_search;
pub(crate) mod medicines;
pub(crate) mod warning_signs;

use diary::entry::{Act, BadEntry, Body, Fact};
use diary::{Entry, Log, Moment};

use crate::problem::Problem;
use crate::site::App;

/// The entry that tells a fact.
fn telling(app: &App, moment: &Moment, fact: Fact) -> Entry {
    Entry {
        id: app.fresh_id(),
        moment: moment.clone(),
        act: Act::Tell {
            body: Body::Fact(fact),
        },
    }
}

/// The entries that make every fact of a kind unknown again.
fn unknown_again(
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
fn write(app: &App, entries: &[Entry], moment: &Moment) -> Result<Written, Problem> {
    if entries.is_empty() {
        return Ok(Written::Nothing);
    }
    app.desk().tell_all(entries, moment.at)?;
    Ok(Written::Some)
}

/// The first thing the diary would refuse, before anything is written.
fn refused(entries: &[Entry], moment: &Moment) -> Option<BadEntry> {
    entries
        .iter()
        .find_map(|entry| entry.check(moment.at).err())
}

/// Whether a form changed anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    Nothing,
    Some,
}

impl Written {
    /// The word for the address that the redirect leads to.
    fn word(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Some => "saved",
        }
    }
}
