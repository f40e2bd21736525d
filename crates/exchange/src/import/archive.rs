//! Zips: what is inside, and the limits that keep a bomb from going off.

use std::io::{self, BufReader, Read, Seek};

use diary::Zone;
use zip::ZipArchive;

use super::measures::Measures;
use super::reading::{Format, Reading};
use super::{ImportError, Mapping, Watch, apple, takeout};
use crate::table;

/// Most files in a zip: a decade of a tracker has some thousands.
const MOST_FILES: usize = 200_000;
/// Most bytes that one file may unpack to: 20 GB.
const MOST_BYTES: u64 = 20_000_000_000;
/// Most times its packed size that a file may unpack to. Health exports shrink to a twentieth; deflate can reach 1032.
const MOST_RATIO: u64 = 200;
/// Below this size a file may shrink as it likes: 16 MiB.
const SMALL: u64 = 16 << 20;

/// What an archive is.
enum Inside {
    Apple(usize),
    Takeout(Vec<usize>),
    Table(usize),
}

/// Reads a zip of a known program.
pub(super) fn read(
    source: impl Read + Seek,
    said: &Mapping,
    kept: &dyn Fn(&str) -> Option<Mapping>,
    zone: &Zone,
    watch: Watch<'_>,
) -> Result<Reading, ImportError> {
    let mut archive =
        ZipArchive::new(BufReader::with_capacity(1 << 16, source)).map_err(damaged)?;
    if archive.len() > MOST_FILES {
        return Err(ImportError::ZipFiles {
            files: archive.len(),
            most: MOST_FILES,
        });
    }
    match inside(&mut archive)? {
        Inside::Apple(index) => {
            let file = archive.by_index(index).map_err(damaged)?;
            let bytes = file.size();
            let packed = file.compressed_size();
            let source = BufReader::with_capacity(1 << 17, Limited::new(file, packed));
            apple::read(source, bytes, zone, watch)
        }
        Inside::Table(index) => {
            let file = archive.by_index(index).map_err(damaged)?;
            let packed = file.compressed_size();
            super::sheet(table::read(Limited::new(file, packed))?, said, kept)
        }
        Inside::Takeout(files) => {
            let mut measures = Measures::new(zone);
            let mut days = takeout::Seen::default();
            let total = files.len() as f64;
            for (number, index) in files.into_iter().enumerate() {
                watch(number as f64 / total);
                let file = archive.by_index(index).map_err(damaged)?;
                let name = file.name().map_err(damaged)?.into_owned();
                let packed = file.compressed_size();
                takeout::read(&name, Limited::new(file, packed), &mut measures, &mut days)?;
            }
            takeout::notes(&mut measures);
            measures.finish(Format::GoogleTakeout)
        }
    }
}

/// Looks at the names.
fn inside<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<Inside, ImportError> {
    let mut tables = Vec::new();
    let mut takeout_files = Vec::new();
    let mut names = Vec::new();
    for index in 0..archive.len() {
        let Some(Ok(name)) = archive.name_for_index(index) else {
            continue;
        };
        let name = name.into_owned();
        let parts: Vec<&str> = name.split('/').collect();
        let file = parts.last().copied().unwrap_or_default();
        // The name of the export is translated; the clinical document beside it is not the export.
        let is_apple = match parts[..] {
            ["apple_health_export", file] => file.ends_with(".xml") && !file.contains("cda"),
            _ => file == "export.xml",
        };
        if is_apple {
            return Ok(Inside::Apple(index));
        }
        if takeout::is_known(file) {
            takeout_files.push(index);
        } else if file.ends_with(".csv") && parts.len() <= 2 {
            tables.push((index, file.to_owned()));
        }
        names.push(file.to_owned());
    }
    if !takeout_files.is_empty() {
        return Ok(Inside::Takeout(takeout_files));
    }
    // Loop writes one folder a habit, and beside them all check marks in one table.
    let marks = tables.iter().find(|(_, file)| file == "Checkmarks.csv");
    match (marks, &tables[..]) {
        (Some((index, _)), _) | (None, [(index, _)]) => Ok(Inside::Table(*index)),
        _ => {
            let listed: Vec<String> = names
                .iter()
                .take(10)
                .map(|n| crate::text::shown(n))
                .collect();
            Err(ImportError::ZipUnknown {
                found: listed.join(", "),
            })
        }
    }
}

fn damaged(error: zip::result::ZipError) -> ImportError {
    ImportError::ZipDamaged {
        why: error.to_string(),
    }
}

/// A file of an archive that ends with an error when it unpacks to more than an honest one would.
struct Limited<R> {
    inner: R,
    read: u64,
    most: u64,
}

impl<R> Limited<R> {
    fn new(inner: R, packed: u64) -> Self {
        let most = packed.saturating_mul(MOST_RATIO).clamp(SMALL, MOST_BYTES);
        Self {
            inner,
            read: 0,
            most,
        }
    }
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.read += read as u64;
        if self.read > self.most {
            return Err(io::Error::other(Bomb));
        }
        Ok(read)
    }
}

/// The file unpacks to far more than it should.
#[derive(Debug, thiserror::Error)]
#[error("it unpacks to far more than an honest file would, so it was not read further")]
struct Bomb;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zip_bomb_by_size_ends_at_the_limit() {
        let bytes = |packed| {
            let mut file = Limited::new(io::repeat(0), packed);
            let error = io::copy(&mut file, &mut io::sink()).expect_err("a bomb");
            assert!(error.to_string().contains("far more"), "{error}");
            file.read
        };
        let slack = 1 << 20;
        assert!((SMALL..SMALL + slack).contains(&bytes(1)));
        assert!((200_000_000..200_000_000 + slack).contains(&bytes(1_000_000)));
        assert_eq!(Limited::new(io::empty(), u64::MAX).most, MOST_BYTES);
    }
}
