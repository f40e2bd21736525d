//! A tidy diary to entries: columns `date`, `cramps` and other answers of the morning, then one column a factor.
//!
//! Importing the same file again changes nothing: what is in the diary already is left out.

use diary::entry::{Act, Answer, Origin};
use diary::log::Told;
use diary::measure::BadValue;
use diary::{
    Amount, Body, Count, Entry, EntryId, Exposure, Id, Log, Minutes, Moment, Morning, NightId,
    Score, Text, Zone,
};
use jiff::Timestamp;
use knowledge::{AnswerKind, Factor, Learned};

use crate::cell::{self, Cell, Decimal};
use crate::dates::{self, DateError, Style, shortened};
use crate::table::{Row, Table};

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
}

/// A file that cannot be imported; nothing of it is.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum ImportError {
    #[error("There is no column ‘date’. The columns are: {found}.")]
    NoDate { found: String },
    #[error(
        "These columns are neither answers of the morning nor factors of the check-in: {unknown}. Leave them out with --ignore {option}, or rename them. `soleus checkin --list` shows the factors."
    )]
    Unknown { unknown: String, option: String },
    #[error("There is no column ‘{wanted}’ to ignore. The columns are: {found}.")]
    NothingToIgnore { wanted: String, found: String },
    #[error("Besides the dates there is no column to import.")]
    NothingToImport,
    #[error("Two columns both stand for ‘{0}’.")]
    TwoAlike(String),
    #[error(transparent)]
    Date(#[from] DateError),
    #[error("The dates are whole numbers: a diary needs dates such as 2026-05-03.")]
    NotDates,
    #[error("The file has {nights} nights: at most {MOST_NIGHTS} can be imported.")]
    TooMany { nights: usize },
    #[error("Line {line}: ‘{cell}’ in the column ‘{column}’ is not {expected}.")]
    BadCell {
        line: u64,
        column: String,
        cell: String,
        expected: &'static str,
    },
    #[error("Line {line}, column ‘{column}’: {why}")]
    BadValue {
        line: u64,
        column: String,
        why: BadValue,
    },
    #[error("Line {line}: {why}")]
    BadEntry {
        line: u64,
        why: diary::entry::BadEntry,
    },
    #[error("Line {line}: the date is outside the calendar.")]
    OutsideCalendar { line: u64 },
    #[error(transparent)]
    Unwritable(#[from] diary::written::NotAnEntry),
}

/// What a column is for.
enum Role {
    Cramps,
    Minutes,
    Score(ScoreOf),
    Note,
    Factor(Id, &'static Factor),
}

enum ScoreOf {
    Pain,
    SleepLost,
    Soreness,
    Tiredness,
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
    let roles = roles(table, date, ignore)?;
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
    let earlier = Earlier::of(log);
    let mut import = Import {
        entries: Vec::new(),
        nights: rows.len(),
        unchanged: 0,
        corrected: 0,
    };
    for (row, number) in rows.into_iter().zip(days.numbers) {
        let night = NightId::of_evening(dates::date_of(number));
        // The noon at which the night begins: what the person tells about it afterwards is later and wins.
        let (noon, _) = night
            .span(zone)
            .map_err(|_| ImportError::OutsideCalendar { line: row.line })?;
        let moment = Moment::new(noon, zone.clone());
        for body in bodies(table, row, &roles, night)? {
            let entry = match earlier.find(&moment, &body) {
                Some(told) if told.body == body => {
                    import.unchanged += 1;
                    continue;
                }
                Some(told) => {
                    import.corrected += 1;
                    let act = Act::Replace {
                        target: told.id,
                        body,
                    };
                    entry(&moment, act, |random| {
                        EntryId::after(told.version, now, random)
                    })?
                }
                None => {
                    let act = Act::Tell { body };
                    entry(&moment, act, |random| EntryId::new(now, random))?
                }
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

/// What earlier imports told, to be found by moment and subject.
struct Earlier<'l>(std::collections::BTreeMap<(Timestamp, Option<&'l str>), &'l Told>);

impl<'l> Earlier<'l> {
    fn of(log: &'l Log) -> Self {
        let imported = log.told().iter().filter_map(|told| match &told.body {
            Body::Morning(_) => Some(((told.moment.at, None), told)),
            Body::Exposure(e) if e.origin == Origin::Imported => {
                Some(((told.moment.at, Some(e.factor.as_str())), told))
            }
            _ => None,
        });
        Self(imported.collect())
    }

    fn find(&self, moment: &Moment, body: &Body) -> Option<&'l Told> {
        let subject = match body {
            Body::Exposure(exposure) => Some(exposure.factor.as_str()),
            _ => None,
        };
        self.0.get(&(moment.at, subject)).copied()
    }
}

fn roles(table: &Table, date: usize, ignore: &[String]) -> Result<Vec<(usize, Role)>, ImportError> {
    let mut ignored = Vec::new();
    for name in ignore {
        let column = table.column(name);
        ignored.push(column.ok_or_else(|| ImportError::NothingToIgnore {
            wanted: name.clone(),
            found: table.names(),
        })?);
    }
    let mut roles: Vec<(usize, Role)> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    let mut unknown = Vec::new();
    for (column, name) in table.header.iter().enumerate() {
        if column == date || ignored.contains(&column) || name.is_empty() {
            continue;
        }
        let id = name.to_lowercase().replace([' ', '_'], "-");
        match role(&id) {
            Some(_) if seen.contains(&id) => return Err(ImportError::TwoAlike(id)),
            Some(role) => {
                seen.push(id);
                roles.push((column, role));
            }
            None => unknown.push(name.as_str()),
        }
    }
    if !unknown.is_empty() {
        return Err(ImportError::Unknown {
            unknown: unknown.join(", "),
            option: unknown.join(","),
        });
    }
    if roles.is_empty() {
        Err(ImportError::NothingToImport)
    } else {
        Ok(roles)
    }
}

fn role(id: &str) -> Option<Role> {
    Some(match id {
        "cramps" => Role::Cramps,
        "minutes" => Role::Minutes,
        "pain" => Role::Score(ScoreOf::Pain),
        "sleep-lost" => Role::Score(ScoreOf::SleepLost),
        "soreness" => Role::Score(ScoreOf::Soreness),
        "tiredness" => Role::Score(ScoreOf::Tiredness),
        "note" => Role::Note,
        _ => {
            let factor = knowledge::factor(id)?;
            // Conditions and medicines belong to the profile: a daily answer about them would be read by nothing.
            let Learned::Asked(_) = factor.learned else {
                return None;
            };
            Role::Factor(Id::new(id).ok()?, factor)
        }
    })
}

/// The entries' bodies of one row: the morning first if anything of it is answered, then the factors.
fn bodies(
    table: &Table,
    row: &Row,
    roles: &[(usize, Role)],
    night: NightId,
) -> Result<Vec<Body>, ImportError> {
    let mut morning = Morning {
        night,
        cramps: None,
        minutes: None,
        pain: None,
        sleep_lost: None,
        soreness: None,
        tiredness: None,
        note: None,
    };
    let mut answered = false;
    let mut bodies = Vec::new();
    for (column, role) in roles {
        let field = Field {
            table,
            row,
            column: *column,
        };
        if row.cell(*column).is_empty() {
            continue;
        }
        answered |= !matches!(role, Role::Factor(..));
        match role {
            Role::Cramps => {
                morning.cramps = field
                    .whole()?
                    .map(|n| field.bounded(Count::new(n)))
                    .transpose()?
            }
            Role::Minutes => {
                morning.minutes = field
                    .whole()?
                    .map(|n| field.bounded(Minutes::new(n)))
                    .transpose()?
            }
            Role::Score(of) => {
                let score = field
                    .whole()?
                    .map(|n| field.bounded(Score::new(n)))
                    .transpose()?;
                match of {
                    ScoreOf::Pain => morning.pain = score,
                    ScoreOf::SleepLost => morning.sleep_lost = score,
                    ScoreOf::Soreness => morning.soreness = score,
                    ScoreOf::Tiredness => morning.tiredness = score,
                }
            }
            Role::Note => morning.note = Some(field.bounded(Text::new(row.cell(*column)))?),
            Role::Factor(id, factor) => {
                if let Some(answer) = field.answer(factor)? {
                    let exposure = Exposure {
                        day: night,
                        factor: id.clone(),
                        answer,
                        origin: Origin::Imported,
                    };
                    bodies.push(Body::Exposure(exposure));
                }
            }
        }
    }
    if answered {
        bodies.insert(0, Body::Morning(morning));
    }
    Ok(bodies)
}

/// One cell with its place.
struct Field<'t> {
    table: &'t Table,
    row: &'t Row,
    column: usize,
}

impl Field<'_> {
    fn read(&self) -> Cell {
        let decimal = if self.table.decimal_comma {
            Decimal::Comma
        } else {
            Decimal::Point
        };
        cell::read(self.row.cell(self.column), decimal)
    }

    fn refuse(&self, expected: &'static str) -> ImportError {
        let cell = shortened(self.row.cell(self.column));
        ImportError::BadCell {
            line: self.row.line,
            column: self.table.header[self.column].clone(),
            cell,
            expected,
        }
    }

    fn bounded<T>(&self, value: Result<T, BadValue>) -> Result<T, ImportError> {
        let column = || self.table.header[self.column].clone();
        value.map_err(|why| ImportError::BadValue {
            line: self.row.line,
            column: column(),
            why,
        })
    }

    fn whole(&self) -> Result<Option<u64>, ImportError> {
        match self.read() {
            Cell::Missing => Ok(None),
            Cell::Number(value) if value >= 0.0 && value.fract() == 0.0 && value <= 1e9 => {
                Ok(Some(value as u64))
            }
            _ => Err(self.refuse("a whole number from 0 upwards")),
        }
    }

    fn answer(&self, factor: &Factor) -> Result<Option<Answer>, ImportError> {
        let Learned::Asked(question) = factor.learned else {
            return Ok(None);
        };
        let is_yes_no = question.answer == AnswerKind::YesNo;
        match self.read() {
            Cell::Missing => Ok(None),
            Cell::Word(yes) if is_yes_no => Ok(Some(Answer::YesNo(yes))),
            Cell::Number(value) if is_yes_no && (value == 0.0 || value == 1.0) => {
                Ok(Some(Answer::YesNo(value == 1.0)))
            }
            Cell::Number(value) if !is_yes_no => {
                let is_score = question.answer == AnswerKind::Score;
                if is_score && !(0.0..=10.0).contains(&value) {
                    return Err(self.refuse("a score from 0 to 10"));
                }
                self.bounded(Amount::new(value))
                    .map(|amount| Some(Answer::Amount(amount)))
            }
            _ if is_yes_no => Err(self.refuse("yes or no (1 or 0)")),
            _ => Err(self.refuse("a number")),
        }
    }
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
