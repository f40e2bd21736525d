//! Foods of a complete file of USDA's FoodData Central that the person has downloaded: SR Legacy, Foundation or survey foods,
//! as a zip or a folder of CSV tables, or as JSON.
//!
//! Read row by row: what stays in memory is the foods themselves, never a table. The format is that of the files' own
//! “Field Descriptions”; of each table only the columns named here are read.
//!
//! Reading order: this file, `tables` (where the tables are), `rows` (their rows), `json`, `gathered` (what they say of a food).

mod gathered;
mod json;
mod rows;
mod tables;

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use insight::intake::LarderFood;

use gathered::Gathered;
use tables::{Folder, Zip};

/// Most foods that one file may bring. SR Legacy has some 7,800; with Foundation and survey foods there are fewer than 15,000.
pub const MOST_FOODS: usize = 20_000;
/// Most bytes that one table or JSON file may hold: 1 GB. The largest table of SR Legacy holds about 40 MB.
pub const MOST_BYTES: u64 = 1_000_000_000;
/// The kinds of foods that are read, as the files name them.
const KINDS: [&str; 3] = ["sr_legacy_food", "foundation_food", "survey_fndds_food"];

/// What a file says.
#[derive(Clone, Debug, PartialEq)]
pub struct Usda {
    /// The foods, by their number.
    pub foods: Vec<LarderFood>,
    /// Figures that cannot be, such as 120 g of water in 100 g; they count as not known.
    pub left_out: usize,
}

/// Why a file cannot be read; nothing of it is taken.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum UsdaError {
    #[error("The file could not be read: {0}. Nothing was changed.")]
    Read(io::Error),
    #[error(
        "The zip is damaged or was cut short ({0}). Download it once more. Nothing was changed."
    )]
    Zip(String),
    #[error(
        "There is no {0} in it, so this is no download of USDA's FoodData Central. Give the zip of SR Legacy or of Foundation Foods (CSV or JSON), or its unpacked folder. Nothing was changed."
    )]
    NotThere(&'static str),
    #[error(
        "{file} has no column ‘{column}’, so it is no table of FoodData Central. Nothing was changed."
    )]
    NoColumn {
        file: &'static str,
        column: &'static str,
    },
    #[error(
        "{file}, line {line}: ‘{cell}’ is not {expected}. Download the file once more. Nothing was changed."
    )]
    Cell {
        file: &'static str,
        line: u64,
        cell: String,
        expected: &'static str,
    },
    #[error("{file} is damaged: {why}. Download it once more. Nothing was changed.")]
    Damaged { file: &'static str, why: String },
    #[error(
        "{file} is larger than 1 GB. Soleus takes SR Legacy and Foundation Foods, not the full download with branded foods. Nothing was changed."
    )]
    TooLarge { file: &'static str },
    #[error(
        "The file holds more than {MOST_FOODS} foods. Soleus takes SR Legacy and Foundation Foods, not the full download. Nothing was changed."
    )]
    TooMany,
    #[error(
        "The file holds no food of SR Legacy, Foundation Foods or the food survey (branded foods are not read). Nothing was changed."
    )]
    NoFoods,
}

impl UsdaError {
    /// Whether the disk, not the file's content, is at fault.
    #[must_use]
    pub fn is_io(&self) -> bool {
        matches!(self, Self::Read(_))
    }
}

/// Reads a zip, an unpacked folder or a JSON file.
///
/// # Errors
/// [`UsdaError`] with what to do.
pub fn read(path: &Path) -> Result<Usda, UsdaError> {
    if path.is_dir() {
        return Folder::new(path).read();
    }
    let mut file = File::open(path).map_err(UsdaError::Read)?;
    let mut start = [0; 4];
    let got = file.read(&mut start).map_err(UsdaError::Read)?;
    file.seek(SeekFrom::Start(0)).map_err(UsdaError::Read)?;
    let start = start.get(..got).unwrap_or(&start);
    if start.starts_with(b"PK") {
        return Zip::open(file)?.read();
    }
    let text = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    match text.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'{') => json::read(file),
        _ => Err(UsdaError::NotThere("food.csv")),
    }
}

/// The foods there are, if there are any.
fn finish(gathered: Gathered) -> Result<Usda, UsdaError> {
    let usda = gathered.finish();
    if usda.foods.is_empty() {
        return Err(UsdaError::NoFoods);
    }
    Ok(usda)
}
