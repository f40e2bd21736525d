//! The one written form of an entry, shared by the disk, the network and exports: a line of JSON, the same bytes for the same entry.

use crate::entry::Entry;

/// Version of the written form. A reader refuses what is newer than it knows.
pub const VERSION: u32 = 1;

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

/// Reads an entry from one line of JSON.
///
/// # Errors
/// [`NotAnEntry`] when the line is not JSON, lacks a field or has a value out of bounds.
pub fn read(line: &str) -> Result<Entry, NotAnEntry> {
    Ok(serde_json::from_str(line)?)
}
