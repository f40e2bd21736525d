//! The portions that a person tells most often: what deserves to be one tap away.

use std::collections::BTreeMap;

use diary::{Body, Food, Log};
use jiff::Timestamp;
use jiff::ToSpan;
use jiff::civil::Date;

/// Days that are looked back.
const LOOKS_BACK: i16 = 28;
/// Times from which on a portion is called usual.
const OFTEN: usize = 2;

/// The portions told at least twice in the last four weeks, the most frequent first, at most so many. Among equals the one
/// told last.
#[must_use]
pub fn usual_portions(log: &Log, today: Date, most: usize) -> Vec<Food> {
    let first = today.checked_sub(LOOKS_BACK.days()).unwrap_or(Date::MIN);
    // Grams have no order of their own: a portion is told apart by its words and a tenth of a gram.
    let mut counts: BTreeMap<(&str, i64, &str), (usize, Timestamp, &Food)> = BTreeMap::new();
    for told in log.around(&(first..=today)) {
        let Body::Food(food) = &told.body else {
            continue;
        };
        if (first..=today).contains(&told.moment.local().date()) {
            let words = food.portion.as_ref().map_or("", |words| words.as_str());
            let tenths = (food.grams.get() * 10.0) as i64;
            let count = counts
                .entry((food.food.as_str(), tenths, words))
                .or_insert((0, told.moment.at, food));
            count.0 += 1;
            count.1 = count.1.max(told.moment.at);
        }
    }
    let mut all: Vec<(usize, Timestamp, &Food)> = counts
        .into_values()
        .filter(|(count, _, _)| *count >= OFTEN)
        .collect();
    all.sort_by_key(|(count, last, _)| std::cmp::Reverse((*count, *last)));
    all.into_iter()
        .take(most)
        .map(|(_, _, food)| food.clone())
        .collect()
}
