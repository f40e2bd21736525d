//! Files of this and other programs to entries: what a file says, shown before it is taken, and nothing twice.
//!
//! Two steps, so that a person can look in between: [`open`] reads a file without knowing the diary, [`settle`]
//! compares what it says with the log. Importing the same file again changes nothing: what is in the diary already is
//! left out, and so is what the person answered otherwise.
//!
//! Reading order: [`reading`] (what a file says), [`mapping`] (what its columns are), `tabular` (tables of days),
//! `presets` (tables of known programs), `measures` (what devices count), `units`, `apple`, `takeout`, `archive` (zips and
//! their limits), `settle`.

mod apple;
mod archive;
mod columns;
mod held;
pub mod mapping;
mod measures;
mod presets;
pub mod reading;
mod refusal;
mod row;
pub mod samples;
mod settle;
mod tabular;
mod takeout;
mod units;

use std::io::{BufReader, Read, Seek, SeekFrom};

use diary::{Log, Zone};
use jiff::Timestamp;

use crate::table::{self, Table};

pub use columns::{require_known, targets};
pub use mapping::{Mapping, Target};
pub use reading::{Format, Reading};
pub use refusal::ImportError;
pub use settle::{Import, settle};

/// Most nights one file may bring: more than a century.
pub const MOST_NIGHTS: usize = 40_000;

/// Receives the share of a file that has been read, 0 to 1.
pub type Watch<'w> = &'w mut dyn FnMut(f64);

/// Reads a file of any known format. `said` is what the person says about its columns, `kept` finds what they said about
/// an earlier file of the same shape, `zone` is where they lived. Gigabytes are read in constant memory.
///
/// # Errors
/// [`ImportError`], with the line where there is one, and what to do.
pub fn open(
    mut source: impl Read + Seek,
    said: &Mapping,
    kept: &dyn Fn(&str) -> Option<Mapping>,
    zone: &Zone,
    watch: Watch<'_>,
) -> Result<Reading, ImportError> {
    let bytes = source.seek(SeekFrom::End(0)).map_err(ImportError::Read)?;
    source.rewind().map_err(ImportError::Read)?;
    let mut start = Vec::new();
    (&mut source)
        .take(4096)
        .read_to_end(&mut start)
        .map_err(ImportError::Read)?;
    source.rewind().map_err(ImportError::Read)?;
    if start.starts_with(b"PK") {
        return archive::read(source, said, kept, zone, watch);
    }
    let text = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&start);
    let first = text.iter().find(|byte| !byte.is_ascii_whitespace());
    let found = match first {
        Some(b'<') => Some(Format::AppleHealth),
        Some(b'[' | b'{') => Some(Format::GoogleTakeout),
        _ if takeout::is_csv(&start) => Some(Format::GoogleTakeout),
        _ => None,
    };
    match said.format.or(found) {
        Some(Format::AppleHealth) => {
            let source = BufReader::with_capacity(1 << 17, source);
            apple::read(source, bytes, zone, watch)
        }
        Some(Format::GoogleTakeout) => takeout::single(source, zone),
        _ => sheet(table::read(source)?, said, kept),
    }
}

/// Reads a table, with what is known about its program.
fn sheet(
    table: Table,
    said: &Mapping,
    kept: &dyn Fn(&str) -> Option<Mapping>,
) -> Result<Reading, ImportError> {
    let shape = mapping::shape(&table);
    let said = match kept(&shape) {
        Some(kept) => said.clone().over(kept),
        None => said.clone(),
    };
    let reading = tabular::read(presets::sheet(table, said.format)?, &said)?;
    let kept = reading.kept.map(|kept| reading::Kept { shape, ..kept });
    Ok(Reading { kept, ..reading })
}

/// Reads a whole table as a diary lived in `zone` and compares it with `log`, refusing columns that nobody knows. `now`
/// is the clock's time.
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
    let ignored = ignore.iter().map(|name| (name.clone(), Target::Ignore));
    let said = Mapping {
        columns: ignored.collect(),
        ..Mapping::default()
    };
    let reading = tabular::read(tabular::Sheet::plain(table.clone()), &said)?;
    require_known(&reading)?;
    settle(&reading, zone, log, now)
}

/// Ten bytes that depend on all of a text: FNV-1a with 128 bits (the reference constants of Fowler, Noll and Vo).
fn digest(text: &str) -> [u8; 10] {
    let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for byte in text.bytes() {
        hash = (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    }
    let bytes = hash.to_be_bytes();
    let (first, rest) = (bytes.iter(), bytes.iter().skip(6));
    let mut folded = [0; 10];
    for (to, (one, other)) in folded.iter_mut().zip(first.zip(rest)) {
        *to = one ^ other;
    }
    folded
}

#[cfg(test)]
mod bad_files_tests;
#[cfg(test)]
mod devices_tests;
#[cfg(test)]
mod made_up;
#[cfg(test)]
mod tables_tests;
#[cfg(test)]
mod tests;
