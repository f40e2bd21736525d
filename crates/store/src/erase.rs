//! Erasing for good: the whole chain of an entry and its corrections becomes tombstones, whatever order they arrive in.

use std::collections::BTreeSet;

use diary::{Act, Entry, EntryId};
use rusqlite::{Connection, OptionalExtension, params};

/// The ids that hang together through corrections with `start`: up to what was first told and down to every correction.
/// Ids that have not arrived yet are included, so that what arrives late is still found.
pub(crate) fn chain(
    db: &Connection,
    start: impl IntoIterator<Item = EntryId>,
) -> rusqlite::Result<BTreeSet<EntryId>> {
    let mut up = db.prepare_cached("SELECT target FROM entry WHERE id = ?1 AND act IN ('replace', 'erased') AND target IS NOT NULL")?;
    let mut down = db.prepare_cached(
        "SELECT id FROM entry WHERE target = ?1 AND act IN ('replace', 'erased')",
    )?;
    let mut found = BTreeSet::new();
    let mut open: Vec<EntryId> = start.into_iter().collect();
    while let Some(id) = open.pop() {
        if !found.insert(id) {
            continue;
        }
        open.extend(up.query_row([id.as_bytes()], read_id).optional()?);
        for corrected in down.query_map([id.as_bytes()], read_id)? {
            open.push(corrected?);
        }
    }
    Ok(found)
}

/// Whether the chain of an id was erased. Every member that is there is buried then, so that one look is enough: at the entry
/// itself, or, where it has not arrived, at those that name it. A chain may have thousands of corrections.
pub(crate) fn is_erased(db: &Connection, id: EntryId) -> rusqlite::Result<bool> {
    db.prepare_cached(
        "SELECT coalesce(
             (SELECT act = 'erased' FROM entry WHERE id = ?1),
             EXISTS (SELECT 1 FROM entry WHERE target = ?1 AND act IN ('erase', 'erased')))",
    )?
    .query_row([id.as_bytes()], |row| row.get(0))
}

/// The entry without what was told: its identity and moment.
pub(crate) fn tombstone(entry: &Entry) -> Entry {
    Entry {
        id: entry.id,
        moment: entry.moment.clone(),
        act: Act::Erased,
    }
}

/// Every member of the chain that still has content, as written.
pub(crate) fn with_content(
    db: &Connection,
    chain: &BTreeSet<EntryId>,
) -> rusqlite::Result<Vec<(EntryId, String)>> {
    let mut asked = db
        .prepare_cached("SELECT written FROM entry WHERE id = ?1 AND act IN ('tell', 'replace')")?;
    let mut found = Vec::new();
    for id in chain {
        found.extend(
            asked
                .query_row([id.as_bytes()], |row| Ok((*id, row.get(0)?)))
                .optional()?,
        );
    }
    Ok(found)
}

/// Puts a tombstone in the place of an entry, at a change of the log.
pub(crate) fn bury(
    db: &Connection,
    id: EntryId,
    tombstone: &str,
    change: i64,
) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE entry SET act = 'erased', written = ?2, change = ?3 WHERE id = ?1")?
        .execute(params![id.as_bytes(), tombstone, change])
        .map(drop)
}

/// Deletes what was kept aside about the chain, and every derived text: they may repeat what was erased.
pub(crate) fn forget_copies(db: &Connection, chain: &BTreeSet<EntryId>) -> rusqlite::Result<()> {
    let mut kept = db.prepare_cached("DELETE FROM kept_aside WHERE id = ?1 OR target = ?1")?;
    for id in chain {
        kept.execute([id.as_bytes()])?;
    }
    db.execute("DELETE FROM derived", []).map(drop)
}

/// Reads an id from the first column.
pub(crate) fn read_id(row: &rusqlite::Row<'_>) -> rusqlite::Result<EntryId> {
    let bytes: [u8; 16] = row.get(0)?;
    EntryId::try_from(uuid::Uuid::from_bytes(bytes)).map_err(|e| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Blob, Box::new(e))
    })
}
