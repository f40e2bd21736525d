//! Where the tables are: in a zip or in a folder, whole or below a folder of their own; with a limit on what they unpack to.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use zip::ZipArchive;

use super::gathered::Gathered;
use super::{MOST_BYTES, Usda, UsdaError, finish, json, rows};

/// Most files in a zip: a download has some thirty.
const MOST_FILES: usize = 1_000;

/// What reads one table.
type Reader<'r> = &'r mut dyn FnMut(&mut dyn Read) -> Result<(), UsdaError>;

/// Something that holds tables by name.
trait Tables {
    /// Reads the table of this name; says whether there is one.
    fn table(&mut self, name: &'static str, read: Reader<'_>) -> Result<bool, UsdaError>;
}

/// The foods of all tables, one table after the other.
fn gather(tables: &mut impl Tables) -> Result<Usda, UsdaError> {
    let mut gathered = Gathered::default();
    if !tables.table(rows::FOOD, &mut |table| rows::foods(table, &mut gathered))? {
        return Err(UsdaError::NotThere(rows::FOOD));
    }
    if !tables.table(rows::NUTRIENT, &mut |table| {
        rows::figures(table, &mut gathered)
    })? {
        return Err(UsdaError::NotThere(rows::NUTRIENT));
    }
    let mut units = rows::Units::new();
    tables.table(rows::UNIT, &mut |table| rows::units(table, &mut units))?;
    tables.table(rows::PORTION, &mut |table| {
        rows::portions(table, &units, &mut gathered)
    })?;
    finish(gathered)
}

/// An unpacked download.
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    pub(super) fn read(mut self) -> Result<Usda, UsdaError> {
        gather(&mut self)
    }
}

impl Tables for Folder {
    fn table(&mut self, name: &'static str, read: Reader<'_>) -> Result<bool, UsdaError> {
        match File::open(self.0.join(name)) {
            Ok(file) => {
                read(&mut Limited::new(BufReader::with_capacity(1 << 16, file)))?;
                Ok(true)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(UsdaError::Read(error)),
        }
    }
}

/// A zip as it was downloaded.
pub(super) struct Zip(ZipArchive<BufReader<File>>);

impl Zip {
    pub(super) fn open(file: File) -> Result<Self, UsdaError> {
        let archive = ZipArchive::new(BufReader::with_capacity(1 << 16, file)).map_err(damaged)?;
        if archive.len() > MOST_FILES {
            return Err(UsdaError::Zip(format!("it holds {} files", archive.len())));
        }
        Ok(Self(archive))
    }

    /// Its tables, or the one JSON file in it.
    pub(super) fn read(mut self) -> Result<Usda, UsdaError> {
        match (
            self.named(rows::FOOD),
            self.place(|file| file.ends_with(".json")),
        ) {
            (None, Some(place)) => {
                let file = self.0.by_index(place).map_err(damaged)?;
                json::read(Limited::new(file))
            }
            _ => gather(&mut self),
        }
    }

    fn named(&self, name: &str) -> Option<usize> {
        self.place(|file| file == name)
    }

    /// The place of the first file whose own name, without its folder, is such.
    fn place(&self, is_it: impl Fn(&str) -> bool) -> Option<usize> {
        (0..self.0.len()).find(|&index| match self.0.name_for_index(index) {
            Some(Ok(path)) => path.rsplit('/').next().is_some_and(&is_it),
            _ => false,
        })
    }
}

impl Tables for Zip {
    fn table(&mut self, name: &'static str, read: Reader<'_>) -> Result<bool, UsdaError> {
        let Some(place) = self.named(name) else {
            return Ok(false);
        };
        let file = self.0.by_index(place).map_err(damaged)?;
        read(&mut Limited::new(file))?;
        Ok(true)
    }
}

fn damaged(error: zip::result::ZipError) -> UsdaError {
    UsdaError::Zip(error.to_string())
}

/// A file that ends with an error when it holds more than an honest one would.
struct Limited<R> {
    inner: R,
    left: u64,
}

impl<R> Limited<R> {
    fn new(inner: R) -> Self {
        Self {
            inner,
            left: MOST_BYTES,
        }
    }
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.left = self
            .left
            .checked_sub(read as u64)
            .ok_or(io::ErrorKind::FileTooLarge)?;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_the_limit_is_an_error_and_not_a_shorter_file() {
        let mut limited = Limited {
            inner: io::repeat(b'a'),
            left: 10,
        };
        let mut text = Vec::new();
        let failed = (&mut limited).take(11).read_to_end(&mut text);
        assert_eq!(
            failed.map_err(|error| error.kind()),
            Err(io::ErrorKind::FileTooLarge)
        );
    }
}
