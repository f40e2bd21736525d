//! What a person's food and drink brings: minerals, water and the rest from the portions told, with how sure that is, beside
//! the reference intake for this person.
//!
//! The error model: a told portion is the eaten one times a factor with mean 1 and a spread of [`PORTION_SPREAD`] (published),
//! another one for every entry; a food holds the table's figure times a factor with mean 1 and a spread that depends on the
//! nutrient ([`spread`], our judgement), the same one for every entry of that food. Both spreads are standard deviations over
//! the mean. What was eaten and not told is in no interval: such days are “at least”. Tablets are counted beside food, exactly
//! as they were told.

pub mod counted;
mod drinks;
mod estimate;
mod larder;
mod menu;
mod preference;
mod reference;
mod solve;
mod tablets;
mod usual;
pub mod words;

use std::collections::BTreeMap;

use diary::{Body, Id, Log, Person};
use jiff::ToSpan;
use jiff::civil::Date;
use knowledge::{Composition, Nutrient};

pub use drinks::drunk;
pub use estimate::{Estimate, PORTION_SPREAD, spread};
pub use larder::{FoodSource, Larder, LarderFood, LarderPortion, food_name};
pub use menu::{
    ENERGY_MOST, Gap, LeftAlone, Menu, PORTIONS_MOST, PORTIONS_OF_ONE, Pick, Question, SODIUM_LEFT,
    answer, menu, no_trial, question,
};
pub use preference::{ALLERGENS, Allowed, Diet};
pub use reference::{Reference, Target, target};
pub use tablets::{Tablets, is_counted, tablets};
pub use usual::usual_portions;

/// Days that are looked back for what is usual, today not counted: two weeks.
pub const DAYS: i16 = 14;

/// Entries from which on a day may be whole (our judgement: three meals and two drinks).
pub const ENTRIES_OF_A_WHOLE_DAY: usize = 5;

/// Energy in kcal from which on a day may be whole (our judgement; nearly every adult eats more).
pub const ENERGY_OF_A_WHOLE_DAY: f64 = 1200.0;

/// Whole days from which on something is called usual (our judgement).
pub const DAYS_OF_USUAL: usize = 3;

/// Something eaten or drunk, with what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Portion {
    /// Which food.
    pub food: Id,
    /// How much, in g.
    pub grams: f64,
    /// What 100 g hold; `None` for a food that nobody knows here (any more).
    pub per_100_g: Option<Composition>,
}

/// How much of one nutrient there was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// Which.
    pub nutrient: Nutrient,
    /// In the nutrient's unit.
    pub estimate: Estimate,
    /// Entries of which nobody knows how much of it they hold: the amount is at least this much.
    pub unknown: usize,
}

/// One day's food.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// The day, by the clock where the person was.
    pub date: Date,
    /// Entries told.
    pub entries: usize,
    /// Whether another program counted what was eaten on it.
    pub counted: bool,
    /// Whether as much was told as a whole day brings; if not, every amount is “at least”. Never for today.
    pub whole: bool,
    /// Every nutrient, in the order of [`Nutrient::ALL`].
    pub amounts: Vec<Amount>,
}

/// One nutrient beside its reference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// A day's amount: the mean of the whole days, or today's.
    pub amount: Amount,
    /// What medicines and supplements bring besides.
    pub tablets: Tablets,
    /// Whether there was more than was told.
    pub at_least: bool,
    /// What healthy people of this age and sex need, or why it is not shown.
    pub target: Target,
}

/// What food and drink bring.
#[derive(Clone, Debug, PartialEq)]
pub struct Intake {
    /// Today.
    pub today: Day,
    /// Days of the last two weeks about which anything was told, oldest first, today not counted.
    pub days: Vec<Day>,
    /// Days that the lines below are the mean of; 0 when they show today.
    pub whole_days: usize,
    /// Those of them, or today, that another program counted.
    pub counted_days: usize,
    /// Every nutrient: what is usual if there are [`DAYS_OF_USUAL`] whole days, else today.
    pub lines: Vec<Line>,
}

impl Line {
    /// A day's amount from food and tablets together. Tablets shift the mean and add no spread of their own.
    #[must_use]
    pub fn whole(&self) -> Estimate {
        Estimate {
            mean: self.amount.estimate.mean + self.tablets.amount,
            sd: self.amount.estimate.sd,
        }
    }

    /// A 90% interval of [`Line::whole`]: that of food, and the tablets on top.
    #[must_use]
    pub fn interval(&self) -> (f64, f64) {
        let (low, high) = self.amount.estimate.interval();
        (low + self.tablets.amount, high + self.tablets.amount)
    }
}

impl Intake {
    /// Whether the lines show what is usual, not only today.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        self.whole_days > 0
    }

    /// The line of a nutrient.
    #[must_use]
    pub fn line(&self, nutrient: Nutrient) -> Option<&Line> {
        self.lines
            .iter()
            .find(|line| line.amount.nutrient == nutrient)
    }
}

/// Grams of fibre that a usual day's food brings above the reference intake; `None` when nobody knows, or when no figure may be
/// shown to this person.
#[must_use]
pub fn fibre_above_reference(intake: &Intake) -> Option<f64> {
    let line = intake
        .line(Nutrient::Fibre)
        .filter(|line| intake.is_usual() && line.amount.unknown == 0)?;
    match line.target {
        Target::Known(reference) => Some((line.amount.estimate.mean - reference.amount).max(0.0)),
        _ => None,
    }
}

/// What is in a food of the table that the program carries.
#[must_use]
pub fn carried(id: &str) -> Option<Composition> {
    knowledge::food(id).map(|food| food.per_100_g)
}

/// The intake on `today` and in the two weeks before, from what was told. `composition` says what 100 g of a food hold:
/// [`carried`], and whatever else the person has imported.
#[must_use]
pub fn intake(
    log: &Log,
    person: &Person,
    today: Date,
    composition: impl Fn(&str) -> Option<Composition>,
) -> Intake {
    let first = today.checked_sub(DAYS.days()).unwrap_or(Date::MIN);
    let mut eaten: BTreeMap<Date, Vec<Portion>> = BTreeMap::new();
    for told in log.around(&(first..=today)) {
        let Body::Food(food) = &told.body else {
            continue;
        };
        let date = told.moment.local().date();
        if (first..=today).contains(&date) {
            eaten.entry(date).or_default().push(Portion {
                food: food.food.clone(),
                grams: food.grams.get(),
                per_100_g: composition(food.food.as_str()),
            });
        }
    }
    let counts = counted::by_day(log, first..=today);
    for date in counts.keys() {
        eaten.entry(*date).or_default();
    }
    let of_today = eaten.remove(&today).unwrap_or_default();
    let days: Vec<Day> = eaten
        .iter()
        .map(|(date, portions)| day(*date, portions, counts.get(date)))
        .collect();
    let mut this_day = day(today, &of_today, counts.get(&today));
    this_day.whole = false;
    let whole: Vec<&Day> = days.iter().filter(|day| day.whole).collect();
    let usual = whole.len() >= DAYS_OF_USUAL;
    let lines = Nutrient::ALL
        .into_iter()
        .zip(&this_day.amounts)
        .map(|(nutrient, of_today)| {
            let amount = if usual {
                let portions: Vec<Vec<Portion>> = whole
                    .iter()
                    .map(|day| {
                        let told = eaten.get(&day.date).map_or(&[][..], Vec::as_slice);
                        counted::standing_for(nutrient, told, counts.get(&day.date))
                    })
                    .collect();
                estimate::mean_of_days(nutrient, &portions.iter().collect::<Vec<_>>())
            } else {
                *of_today
            };
            let tablets = tablets(person, nutrient);
            Line {
                amount,
                tablets,
                at_least: !usual || amount.unknown > 0 || tablets.not_counted > 0,
                target: target(nutrient, person, today),
            }
        })
        .collect();
    let shown = if usual { whole } else { vec![&this_day] };
    Intake {
        whole_days: if usual { shown.len() } else { 0 },
        counted_days: shown.iter().filter(|day| day.counted).count(),
        today: this_day,
        days,
        lines,
    }
}

fn day(date: Date, portions: &[Portion], counts: Option<&Composition>) -> Day {
    let amounts: Vec<Amount> = Nutrient::ALL
        .into_iter()
        .map(|nutrient| {
            let portions = counted::standing_for(nutrient, portions, counts);
            estimate::of_day(nutrient, &portions)
        })
        .collect();
    let energy = amounts
        .iter()
        .find(|amount| amount.nutrient == Nutrient::Energy)
        .map_or(0.0, |amount| amount.estimate.mean);
    // Another program's count of energy tells as well as many entries whether the day is whole.
    let is_told = portions.len() >= ENTRIES_OF_A_WHOLE_DAY
        || counts.is_some_and(|counts| counts.get(Nutrient::Energy).is_some());
    Day {
        date,
        entries: portions.len(),
        counted: counts.is_some(),
        whole: is_told && energy >= ENERGY_OF_A_WHOLE_DAY,
        amounts,
    }
}
