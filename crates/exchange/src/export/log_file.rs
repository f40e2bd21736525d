//! The whole log as one file of JSON Lines: a head, then every entry in its written form. What is written is read back.

use std::collections::BTreeSet;

use diary::entry::BadEntry;
use diary::{Entry, EntryId, written};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What the head calls this kind of file.
pub const FORMAT: &str = "soleus-log";
/// Version of the file's own form: its head and the order of its lines. The entries have a version of their own,
/// [`written::VERSION`].
pub const VERSION: u32 = 1;

/// The first line. It knows neither the time nor the place of the export: the same log gives the same bytes.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    format: String,
    version: u32,
    written: u32,
    /// Number of lines that follow: a file that was cut short is noticed.
    entries: usize,
}

/// The part of the head that every version has.
#[derive(Deserialize)]
struct AnyHead {
    format: String,
    version: u32,
    #[serde(default)]
    written: u32,
}

/// A file that is not a whole log. Each message says where and what to do.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum LogFileError {
    #[error(
        "This is not a log of Soleus: its first line must be a head such as {{\"format\":\"soleus-log\", ..}}. Nothing was changed."
    )]
    NotALog,
    #[error(
        "This log was written by a newer version of Soleus (form {version}, entries {written}). Install the newer version. Nothing was changed."
    )]
    NewerVersion { version: u32, written: u32 },
    #[error(
        "Line {line} is not text in UTF-8: the file was damaged or changed by another program. Export it again. Nothing was changed."
    )]
    NotText { line: usize },
    #[error("Line {line}: {why} Nothing was changed.")]
    NotAnEntry {
        line: usize,
        why: written::NotAnEntry,
    },
    #[error(
        "Line {line} has the id {id}, which an earlier line has already. Export the log again. Nothing was changed."
    )]
    Twice { line: usize, id: EntryId },
    #[error(
        "The file promises {promised} entries but holds {found}: it was cut short or changed. Export it again, or copy it once more. Nothing was changed."
    )]
    CutShort { promised: usize, found: usize },
    #[error("Line {line}: {why} Nothing was changed.")]
    BadEntry { line: usize, why: BadEntry },
    #[error("An entry could not be written: {0}. This is a fault in Soleus; the diary is safe.")]
    NotWritten(written::NotAnEntry),
}

/// Writes the log. The order of `entries` does not matter: the same log gives the same bytes.
///
/// # Errors
/// Never for entries made by `diary`; see [`written::write`].
pub fn write(entries: &[Entry]) -> Result<String, LogFileError> {
    let head = Head {
        format: FORMAT.to_owned(),
        version: VERSION,
        written: written::VERSION,
        entries: entries.len(),
    };
    let mut text =
        serde_json::to_string(&head).map_err(|error| LogFileError::NotWritten(error.into()))?;
    text.push('\n');
    let mut in_order: Vec<&Entry> = entries.iter().collect();
    in_order.sort_by_key(|entry| entry.id);
    for entry in in_order {
        text.push_str(&written::write(entry).map_err(LogFileError::NotWritten)?);
        text.push('\n');
    }
    Ok(text)
}

/// Whether a file says in its first line that it is a log, of whichever version.
#[must_use]
pub fn is_log(bytes: &[u8]) -> bool {
    lines(bytes)
        .next()
        .is_some_and(|(_, first)| head(first).is_some())
}

/// Reads a whole log.
///
/// # Errors
/// [`LogFileError`] with the line. Then nothing of the file may be used.
pub fn read(bytes: &[u8]) -> Result<Vec<Entry>, LogFileError> {
    let mut lines = lines(bytes);
    let (_, first) = lines.next().ok_or(LogFileError::NotALog)?;
    let any = head(first).ok_or(LogFileError::NotALog)?;
    if any.version > VERSION || any.written > written::VERSION {
        return Err(LogFileError::NewerVersion {
            version: any.version,
            written: any.written,
        });
    }
    let head: Head = serde_json::from_slice(first).map_err(|_| LogFileError::NotALog)?;
    let mut entries = Vec::new();
    let mut ids = BTreeSet::new();
    for (line, text) in lines {
        let text = std::str::from_utf8(text).map_err(|_| LogFileError::NotText { line })?;
        let entry = written::read(text).map_err(|why| LogFileError::NotAnEntry { line, why })?;
        if !ids.insert(entry.id) {
            return Err(LogFileError::Twice { line, id: entry.id });
        }
        entries.push(entry);
    }
    if entries.len() == head.entries {
        Ok(entries)
    } else {
        Err(LogFileError::CutShort {
            promised: head.entries,
            found: entries.len(),
        })
    }
}

/// Checks every entry of a file against the clock, as if it were told now.
///
/// # Errors
/// [`LogFileError::BadEntry`] with the line of the first one that fails.
pub fn check(entries: &[Entry], now: Timestamp) -> Result<(), LogFileError> {
    // The head is line 1.
    (2..).zip(entries).try_for_each(|(line, entry)| {
        entry
            .check(now)
            .map_err(|why| LogFileError::BadEntry { line, why })
    })
}

fn head(first: &[u8]) -> Option<AnyHead> {
    let head: AnyHead = serde_json::from_slice(first).ok()?;
    (head.format == FORMAT).then_some(head)
}

/// The lines with their numbers, without line ends (also those of Windows), empty ones and a byte order mark.
fn lines(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    (1..)
        .zip(bytes.split(|&byte| byte == b'\n'))
        .map(|(number, line)| (number, line.strip_suffix(b"\r").unwrap_or(line)))
        .filter(|(_, line)| !line.is_empty())
}
