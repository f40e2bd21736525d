//! A tidy diary to entries: columns `date`, `cramps` and other answers of the morning, then one column a factor.
//!
//! Importing the same file again changes nothing: what is in the diary already is left out, and so is what the person
//! answered otherwise.

mod columns;
mod held;
mod refusal;
mod row;

use diary::entry::Act;
use diary::{Entry, EntryId, Log, Moment, NightId, Zone};
use jiff::Timestamp;

use crate::dates::{self, Style};
use crate::table::{Row, Table};

use held::{Held, Verdict};
pub use refusal::ImportError;

/// Most nights one file may bring: more than a century.
pub const MOST_NIGHTS: usize = 40_000;

/// What a file brings to a diary.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// To be appended in one go.
    pub entries: Vec<Entry>,
    /// Nights in the file.
    pub nights: usize,
    /// Answers that the diary holds already.
    pub unchanged: usize,
    /// Answers of an earlier import that this file corrects.
    pub corrected: usize,
    /// Answers left out because the person answered otherwise.
    pub kept: usize,
    /// What a reader must know about how the file was read, as plain sentences.
    pub notes: Vec<String>,
}

/// Reads a whole table as a diary lived in `zone` and compares it with `log`. `now` is the clock's time.
///
/// # Errors
/// [`ImportError`] with the line; then nothing may be appended.
pub fn import(
    table: &Table,
    ignore: &[String],
    zone: &Zone,
    log: &Log,
    now: Timestamp,
) -> Result<Import, ImportError> {
    let date = table.column("date").ok_or_else(|| ImportError::NoDate {
        found: table.names(),
    })?;
    let roles = columns::roles(table, date, ignore)?;
    if table.rows.len() > MOST_NIGHTS {
        return Err(ImportError::TooMany {
            nights: table.rows.len(),
        });
    }
    let rows: Vec<&Row> = table.rows.iter().collect();
    let days = dates::days(table, &rows, date)?;
    if days.style == Style::Numbers {
        return Err(ImportError::NotDates);
    }
    let held = Held::of(log);
    // One instant for all, after everything told before: so that all of it can be taken back at once.
    let id = |random| match log.newest() {
        Some(newest) => EntryId::after(newest, now, random),
        None => EntryId::new(now, random),
    };
    let mut import = Import {
        entries: Vec::new(),
        nights: rows.len(),
        unchanged: 0,
        corrected: 0,
        kept: 0,
        notes: table.notes(),
    };
    for (row, number) in rows.into_iter().zip(days.numbers) {
        let night = NightId::of_evening(dates::date_of(number));
        // The noon at which the night begins: what the person tells about it afterwards is later and wins.
        let (noon, _) = night
            .span(zone)
            .map_err(|_| ImportError::OutsideCalendar { line: row.line })?;
        let moment = Moment::new(noon, zone.clone());
        for body in row::bodies(table, row, &roles, night)? {
            let entry = match held.about(body) {
                Verdict::Unchanged => {
                    import.unchanged += 1;
                    continue;
                }
                Verdict::Kept => {
                    import.kept += 1;
                    continue;
                }
                Verdict::Corrects(told, body) => {
                    import.corrected += 1;
                    let target = told.id;
                    entry(&told.moment, Act::Replace { target, body }, id)?
                }
                Verdict::New(body) => entry(&moment, Act::Tell { body }, id)?,
            };
            entry.check(now).map_err(|why| ImportError::BadEntry {
                line: row.line,
                why,
            })?;
            import.entries.push(entry);
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

/// Ten bytes that depend on all of a text: FNV-1a with 128 bits (the reference constants of Fowler, Noll and Vo).
fn digest(text: &str) -> [u8; 10] {
    let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for byte in text.bytes() {
        hash = (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    }
    let bytes = hash.to_be_bytes();
    std::array::from_fn(|i| bytes[i] ^ bytes[i + 6])
}

#[cfg(test)]
mod tests;
