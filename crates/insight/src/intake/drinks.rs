//! Drinks told one by one: how much was drunk on a day.

use diary::{Body, Log};
use jiff::civil::Date;
use knowledge::FoodGroup;

/// Millilitres of drinks of all kinds but alcoholic ones told on a day, a gram being a millilitre, and how many they were.
#[must_use]
pub fn drunk(log: &Log, day: Date) -> (usize, f64) {
    log.around(&(day..=day))
        .iter()
        .filter(|told| told.moment.local().date() == day)
        .filter_map(|told| match &told.body {
            Body::Food(food) => {
                let known = knowledge::food(food.food.as_str())?;
                (known.group == FoodGroup::Drink).then(|| food.grams.get())
            }
            _ => None,
        })
        .fold((0, 0.0), |(count, sum), grams| (count + 1, sum + grams))
}
