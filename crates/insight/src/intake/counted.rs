//! What another program counted: the amount of a nutrient on a whole day, kept as an exposure of that day.
//!
//! A count and told portions are of the same meals, so they are never added. Of a day the larger one holds, as of cramps the
//! larger of the taps and the morning's answer does: both may miss something, neither makes something up.

use std::collections::BTreeMap;

use diary::{Body, Id, Log};
use jiff::civil::Date;
use knowledge::{Composition, Nutrient};

use super::Portion;

/// The name under which a day's amount of a nutrient is kept, in the nutrient's unit: a factor's place in an exposure. No
/// factor of the knowledge has such a name, so that no statistics is made of it.
#[must_use]
pub const fn exposure(nutrient: Nutrient) -> &'static str {
    match nutrient {
        Nutrient::Magnesium => "intake-magnesium",
        Nutrient::Potassium => "intake-potassium",
        Nutrient::Calcium => "intake-calcium",
        Nutrient::Sodium => "intake-sodium",
        Nutrient::VitaminD => "intake-vitamin-d",
        Nutrient::Water => "intake-water",
        Nutrient::Fibre => "intake-fibre",
        Nutrient::Caffeine => "intake-caffeine",
        Nutrient::Alcohol => "intake-alcohol",
        Nutrient::Energy => "intake-energy",
    }
}

/// The nutrient whose amount is kept under a name; `None` for every other name.
#[must_use]
pub fn nutrient(exposure_name: &str) -> Option<Nutrient> {
    Nutrient::ALL
        .into_iter()
        .find(|nutrient| exposure(*nutrient) == exposure_name)
}

/// What such an exposure is, for people: “Magnesium eaten and drunk, mg a day”.
#[must_use]
pub fn words(nutrient: Nutrient) -> String {
    format!(
        "{} eaten and drunk, {} a day",
        nutrient.name(),
        nutrient.unit()
    )
}

/// The amounts of each day: as if a portion of 100 g had held them all.
pub(super) fn by_day(
    log: &Log,
    days: std::ops::RangeInclusive<Date>,
) -> BTreeMap<Date, Composition> {
    let mut counts: BTreeMap<Date, Composition> = BTreeMap::new();
    for told in log.told() {
        let Body::Exposure(exposure) = &told.body else {
            continue;
        };
        let date = exposure.day.evening();
        if let Some(nutrient) = nutrient(exposure.factor.as_str())
            && days.contains(&date)
        {
            let of_day = &mut counts.entry(date).or_default().0;
            // In the order of telling: of two counts the later one holds.
            if let Some(amount) = of_day.get_mut(nutrient as usize) {
                *amount = Some(exposure.answer.value());
            }
        }
    }
    counts
}

/// The portions that stand for a nutrient on a day: those that were told, or the other program's count where it is more.
/// A nutrient that the other program did not count stays open on a day that only it knows of.
pub(super) fn standing_for(
    nutrient: Nutrient,
    told: &[Portion],
    counts: Option<&Composition>,
) -> Vec<Portion> {
    let Some(counts) = counts else {
        return told.to_vec();
    };
    let Ok(name) = Id::new(exposure(nutrient)) else {
        return told.to_vec();
    };
    let count = Portion {
        food: name,
        grams: 100.0,
        per_100_g: Some(*counts),
    };
    let in_portions: f64 = told
        .iter()
        .filter_map(|portion| portion.per_100_g?.in_grams(nutrient, portion.grams))
        .sum();
    match counts.get(nutrient) {
        Some(counted) if counted >= in_portions => vec![count],
        None if told.is_empty() => vec![count],
        _ => told.to_vec(),
    }
}
