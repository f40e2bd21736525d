//! What is counted, which answer of the diary it becomes, and how. The numbers are those of `knowledge/devices.toml`.

use diary::Amount;
use diary::entry::Answer;
use insight::intake::counted;
use knowledge::{Nutrient, conversion};

/// Minutes of a day and hours of one: more was not measured.
const MINUTES_OF_A_DAY: f64 = 1440.0;
const HOURS_OF_A_DAY: f64 = 24.0;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::import) enum Measure {
    Steps,
    StandTime,
    Sleep,
    Workouts,
    Water,
    Caffeine,
    Alcohol,
    /// What was eaten and drunk of it, in the nutrient's unit.
    Intake(Nutrient),
}

impl Measure {
    /// All of them, in the order in which they are told.
    pub(in crate::import) fn all() -> impl Iterator<Item = Self> {
        [
            Self::Steps,
            Self::StandTime,
            Self::Sleep,
            Self::Workouts,
            Self::Water,
            Self::Caffeine,
            Self::Alcohol,
        ]
        .into_iter()
        .chain(Nutrient::ALL.into_iter().map(Self::Intake))
    }

    pub(super) fn name(self) -> String {
        match self {
            Self::Steps => "steps".to_owned(),
            Self::StandTime => "standing time".to_owned(),
            Self::Sleep => "sleep".to_owned(),
            Self::Workouts => "workouts".to_owned(),
            Self::Water => "water, as drinks".to_owned(),
            Self::Caffeine => "caffeine, by the hour".to_owned(),
            Self::Alcohol => "alcohol".to_owned(),
            Self::Intake(nutrient) => format!("{} a day", nutrient.name()),
        }
    }

    /// The name under which it is kept in an exposure.
    pub(super) fn exposure(self) -> &'static str {
        match self {
            Self::Steps => "walking",
            Self::StandTime => "prolonged-standing",
            Self::Sleep => "insomnia-poor-sleep",
            Self::Workouts => "sport-exercise",
            Self::Water => "dehydration",
            Self::Caffeine => "caffeine",
            Self::Alcohol => "alcohol",
            Self::Intake(nutrient) => counted::exposure(nutrient),
        }
    }

    /// What becomes of it, in words.
    pub(super) fn becomes(self) -> String {
        match self {
            Self::Steps => format!(
                "minutes walked a day ({} steps are a minute)",
                conversion::STEPS_A_MINUTE.value
            ),
            Self::StandTime => "hours on your feet a day".to_owned(),
            Self::Sleep => format!(
                "slept badly: yes for under {} hours. A device cannot know why; nights cut short by cramps count too",
                conversion::SHORT_NIGHT.value / 60.0
            ),
            Self::Workouts => "minutes of sport a day (walks count as steps)".to_owned(),
            Self::Water => format!(
                "drank less than usual: yes for under three quarters of your usual day (from {} days on)",
                conversion::USUAL_DAYS.value
            ),
            Self::Caffeine => format!(
                "drinks with caffeine after 2 pm ({} mg are a drink)",
                conversion::CAFFEINE_A_DRINK.value
            ),
            Self::Alcohol => "alcoholic drinks a day".to_owned(),
            Self::Intake(nutrient) => format!(
                "{}, beside the food that you told",
                counted::words(nutrient)
            ),
        }
    }

    /// The answer that a day's sum becomes. `usual` is the middle of enough days.
    pub(super) fn answer(self, sum: f64, usual: Option<f64>) -> Option<Answer> {
        let amount = |value: f64| {
            Amount::new((value * 10.0).round() / 10.0)
                .ok()
                .map(Answer::Amount)
        };
        match self {
            Self::Steps => amount((sum / conversion::STEPS_A_MINUTE.value).min(MINUTES_OF_A_DAY)),
            Self::StandTime => amount((sum / 60.0).min(HOURS_OF_A_DAY)),
            Self::Sleep => Some(Answer::YesNo(sum < conversion::SHORT_NIGHT.value)),
            Self::Water => {
                usual.map(|usual| Answer::YesNo(sum < conversion::LESS_THAN_USUAL.value * usual))
            }
            Self::Caffeine => amount(sum / conversion::CAFFEINE_A_DRINK.value),
            Self::Workouts | Self::Alcohol | Self::Intake(_) => amount(sum),
        }
    }
}
