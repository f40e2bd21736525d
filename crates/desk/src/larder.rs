//! Foods that a person has imported: kept beside the diary, read once, and found with those of the table.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use insight::intake::{FoodSource, Larder, LarderFood, LarderPortion};
use knowledge::Composition;
use serde::{Deserialize, Serialize};
use store::LarderFile;
use store::larder::Stamp;

use crate::error::DeskError;
use crate::lock::lock;

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stocked {
    /// Foods that were not there.
    pub new: usize,
    /// Foods whose name, figures or portions are others now.
    pub changed: usize,
    /// Foods that were there already.
    pub unchanged: usize,
    /// Imported foods in all.
    pub all: usize,
}

/// Every food there is where a diary is, without opening the diary.
///
/// # Errors
/// [`DeskError::Store`] when the file cannot be read. One that is no list of foods any more is as good as none: it can be
/// imported again.
pub fn larder(file: &LarderFile) -> Result<Larder, DeskError> {
    let kept: Vec<Kept> = file
        .read()?
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default();
    Ok(Larder::with(
        kept.into_iter().map(LarderFood::from).collect(),
    ))
}

/// The file, and what was read from it last.
#[derive(Default)]
pub(crate) struct Shelves {
    file: Option<LarderFile>,
    read: Mutex<Option<(Option<Stamp>, Arc<Larder>)>>,
}

impl Shelves {
    pub(crate) fn of(file: LarderFile) -> Self {
        Self {
            file: Some(file),
            read: Mutex::new(None),
        }
    }

    /// Every food there is, read again when the file has changed.
    pub(crate) fn larder(&self) -> Result<Arc<Larder>, DeskError> {
        let mut read = lock(&self.read);
        let stamp = match &self.file {
            Some(file) => file.stamp()?,
            None => None,
        };
        if let Some((_, larder)) = read.as_ref().filter(|(of, _)| *of == stamp) {
            return Ok(Arc::clone(larder));
        }
        let larder = Arc::new(match (&self.file, stamp) {
            (Some(file), Some(_)) => larder(file)?,
            _ => Larder::default(),
        });
        *read = Some((stamp, Arc::clone(&larder)));
        Ok(larder)
    }

    /// Adds foods to those imported before; one of the same number takes the old one's place.
    pub(crate) fn stock(&self, foods: &[LarderFood]) -> Result<Stocked, DeskError> {
        let Some(file) = &self.file else {
            return Err(DeskError::Foods(
                "this diary has no folder of its own".to_owned(),
            ));
        };
        let before = self.larder()?;
        let mut all: BTreeMap<u32, &LarderFood> = numbered(before.imported()).collect();
        let mut done = Stocked::default();
        for (number, food) in numbered(foods) {
            match all.insert(number, food) {
                None => done.new += 1,
                Some(old) if old == food => done.unchanged += 1,
                Some(_) => done.changed += 1,
            }
        }
        done.all = all.len();
        if done.new + done.changed > 0 {
            let kept: Vec<Kept> = all.into_iter().map(Kept::from).collect();
            let text = serde_json::to_string(&kept)
                .map_err(|error| DeskError::Foods(error.to_string()))?;
            file.write(&text)?;
            *lock(&self.read) = None;
        }
        Ok(done)
    }
}

fn numbered(foods: &[LarderFood]) -> impl Iterator<Item = (u32, &LarderFood)> {
    foods.iter().filter_map(|food| match food.source {
        FoodSource::Imported(number) => Some((number, food)),
        FoodSource::Table(_) => None,
    })
}

/// A food as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    fdc: u32,
    name: String,
    /// In the order of `knowledge::Nutrient::ALL`.
    per_100_g: [Option<f64>; 10],
    portions: Vec<(String, f64)>,
}

impl From<(u32, &LarderFood)> for Kept {
    fn from((fdc, food): (u32, &LarderFood)) -> Self {
        Self {
            fdc,
            name: food.name.clone(),
            per_100_g: food.per_100_g.0,
            portions: food
                .portions
                .iter()
                .map(|portion| (portion.name.clone(), portion.grams))
                .collect(),
        }
    }
}

impl From<Kept> for LarderFood {
    fn from(kept: Kept) -> Self {
        let portions = kept
            .portions
            .into_iter()
            .map(|(name, grams)| LarderPortion { name, grams })
            .collect();
        Self::imported(kept.fdc, &kept.name, Composition(kept.per_100_g), portions)
    }
}
