//! The one written form of an entry, shared by the disk, the network and exports: a line of JSON, the same bytes for the same entry.

mod exposure;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::entry::{Act, Body, Entry, EntryId};
use crate::time::{Moment, Zone};

/// Version of the written form. A reader refuses what is newer than it knows. Each version knows more kinds of body than
/// the one before, and every older line is a line of the newer form: 2 knows trials, 3 food and how a person eats, 4 doses,
/// 5 how a person lay at a cramp and what helped.
pub const VERSION: u32 = 5;

/// A line that is not an entry; the text says where and what.
#[derive(Debug, thiserror::Error)]
#[error("This is not an entry of a diary: {0}.")]
pub struct NotAnEntry(#[from] serde_json::Error);

/// Writes an entry as one line of JSON without the line end.
///
/// # Errors
/// Never for an entry made by this crate; the type is kept because the JSON library can fail in general.
pub fn write(entry: &Entry) -> Result<String, NotAnEntry> {
    Ok(serde_json::to_string(entry)?)
}

/// Reads an entry from one line of JSON. A field it does not know is refused: it would be lost.
///
/// # Errors
/// [`NotAnEntry`] when the line is not JSON, lacks a field, has one too many or has a value out of bounds.
pub fn read(line: &str) -> Result<Entry, NotAnEntry> {
    match exposure::read(line) {
        Some(entry) => Ok(entry),
        None => Ok(serde_json::from_str(line)?),
    }
}

/// The fields of the line, in the order in which they are written.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Line {
    id: EntryId,
    at: Timestamp,
    zone: Zone,
    act: Name,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    target: Option<EntryId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    body: Option<Body>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Name {
    Tell,
    Replace,
    Retract,
    Erase,
    Erased,
}

impl From<Entry> for Line {
    fn from(entry: Entry) -> Self {
        let (act, target, body) = match entry.act {
            Act::Tell { body } => (Name::Tell, None, Some(body)),
            Act::Replace { target, body } => (Name::Replace, Some(target), Some(body)),
            Act::Retract { target } => (Name::Retract, Some(target), None),
            Act::Erase { target } => (Name::Erase, Some(target), None),
            Act::Erased => (Name::Erased, None, None),
        };
        Self {
            id: entry.id,
            at: entry.moment.at,
            zone: entry.moment.zone,
            act,
            target,
            body,
        }
    }
}

/// A line whose `target` and `body` do not fit its `act`.
#[derive(Debug, thiserror::Error)]
#[error("an act “{act}” {needs}")]
pub(crate) struct Misfit {
    act: String,
    needs: &'static str,
}

impl TryFrom<Line> for Entry {
    type Error = Misfit;

    fn try_from(line: Line) -> Result<Self, Misfit> {
        let needs = match line.act {
            Name::Tell => "needs a body and no target",
            Name::Replace => "needs a target and a body",
            Name::Retract | Name::Erase => "needs a target and no body",
            Name::Erased => "needs neither a target nor a body",
        };
        let act = match (line.act, line.target, line.body) {
            (Name::Tell, None, Some(body)) => Act::Tell { body },
            (Name::Replace, Some(target), Some(body)) => Act::Replace { target, body },
            (Name::Retract, Some(target), None) => Act::Retract { target },
            (Name::Erase, Some(target), None) => Act::Erase { target },
            (Name::Erased, None, None) => Act::Erased,
            (act, ..) => {
                return Err(Misfit {
                    act: format!("{act:?}").to_lowercase(),
                    needs,
                });
            }
        };
        Ok(Self {
            id: line.id,
            moment: Moment::new(line.at, line.zone),
            act,
        })
    }
}
