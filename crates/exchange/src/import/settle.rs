//! What a file says, compared with what the diary holds: only what is new or corrected becomes an entry.

use diary::entry::Act;
use diary::{Entry, EntryId, Log, Moment, Zone};
use jiff::Timestamp;

use super::held::{Held, Verdict};
use super::reading::{Claim, Reading, Rejects, day};
use super::{ImportError, digest};

/// What a file brings to a diary.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// To be appended in one go.
    pub entries: Vec<Entry>,
    /// Nights and days in the file.
    pub nights: usize,
    /// Answers that the diary holds already.
    pub unchanged: usize,
    /// Answers of an earlier import that this file corrects.
    pub corrected: usize,
    /// Answers left out because the person answered otherwise.
    pub kept: usize,
    /// What could not be read or cannot be true.
    pub rejects: Rejects,
    /// What a reader must know about how the file was read, as plain sentences.
    pub notes: Vec<String>,
}

/// Compares a file, lived in `zone`, with `log`. `now` is the clock's time. Settling the same file again, after its
/// entries were appended, gives no entries.
///
/// # Errors
/// [`ImportError`] with the line; then nothing may be appended.
pub fn settle(
    reading: &Reading,
    zone: &Zone,
    log: &Log,
    now: Timestamp,
) -> Result<Import, ImportError> {
    let mut import = Import {
        entries: Vec::new(),
        nights: reading.days().map_or(0, |(days, _, _)| days),
        unchanged: 0,
        corrected: 0,
        kept: 0,
        rejects: reading.rejects.clone(),
        notes: reading.notes.clone(),
    };
    let held = Held::of(log);
    // One instant for all, after everything told before: so that all of it can be taken back at once.
    let id = |random| match log.newest() {
        Some(newest) => EntryId::after(newest, now, random),
        None => EntryId::new(now, random),
    };
    for Claim { line, body } in &reading.claims {
        let line = *line;
        let outside = || ImportError::OutsideCalendar { line };
        let night = day(body).ok_or_else(outside)?;
        // The noon at which the night begins: what the person tells about it afterwards is later and wins.
        let (noon, _) = night.span(zone).map_err(|_| outside())?;
        let moment = Moment::new(noon, zone.clone());
        let (entry, is_correction) = match held.about(body.clone()) {
            Verdict::Unchanged => {
                import.unchanged += 1;
                continue;
            }
            Verdict::Kept => {
                import.kept += 1;
                continue;
            }
            Verdict::Corrects(told, body) => {
                let target = told.id;
                let act = Act::Replace { target, body };
                (entry(&told.moment, act, id)?, true)
            }
            Verdict::New(body) => (entry(&moment, Act::Tell { body }, id)?, false),
        };
        match entry.check(now) {
            Ok(()) => {
                import.corrected += usize::from(is_correction);
                import.entries.push(entry);
            }
            Err(why) if reading.format.is_all_or_nothing() => {
                return Err(ImportError::BadEntry { line, why });
            }
            Err(why) => import.rejects.add("", line, why.to_string()),
        }
    }
    Ok(import)
}

/// An entry whose id depends on all of it and on the time of the import: all answers of one import can be taken back at
/// once, and imported again afterwards.
fn entry(
    moment: &Moment,
    act: Act,
    id: impl Fn([u8; 10]) -> EntryId,
) -> Result<Entry, ImportError> {
    let nameless = Entry {
        id: id([0; 10]),
        moment: moment.clone(),
        act,
    };
    let random = digest(&diary::written::write(&nameless)?);
    Ok(Entry {
        id: id(random),
        ..nameless
    })
}
