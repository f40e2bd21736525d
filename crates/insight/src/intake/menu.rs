//! The fewest liked and allowed portions that close the gap between what a person eats and the reference intake.
//!
//! Our judgements, none a published number: a portion costs 1, a liked one 0.09 less, every 100 kcal 0.01 more; at most
//! [`PORTIONS_MOST`] portions, [`PORTIONS_OF_ONE`] of one food, [`ENERGY_MOST`] kcal and, where the salt is at its ceiling,
//! [`SODIUM_LEFT`] mg of sodium more. For each nutrient the richest offered foods are looked at. With these figures fewer portions always come before liked ones.

mod choices;
mod lacks;
mod passed;

use diary::Person;
use jiff::civil::Date;
use knowledge::{Food, Nutrient, Trigger};
use texts::Sentence;

use self::choices::{Offered, known};
use self::lacks::Lack;
use super::solve::{Problem, solve};
use super::{Allowed, Intake};
use crate::facts::Facts;
use crate::plan::{Raised, Warning, help_first};
use crate::triage;

/// Most portions of a menu.
pub const PORTIONS_MOST: u32 = 6;
/// Most portions of one food.
pub const PORTIONS_OF_ONE: u32 = 2;
/// Most energy that a menu adds, in kcal.
pub const ENERGY_MOST: f64 = 800.0;
/// Sodium in mg that a menu may add where there is no room below the ceiling, or no ceiling is known.
pub const SODIUM_LEFT: f64 = 300.0;

/// The remedy whose safety rules these foods must pass.
const REMEDY: &str = "food-first-electrolytes";

/// What every menu is shown with.
#[must_use]
pub fn no_trial() -> Sentence {
    Sentence::of("menu-no-trial")
}

/// Some portions of a food.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pick {
    /// Which.
    pub food: &'static Food,
    /// Its usual portion.
    pub portion: &'static knowledge::Portion,
    /// How many.
    pub count: u32,
}

/// What is missing of a nutrient in a day, in its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// Which.
    pub nutrient: Nutrient,
    /// Reference minus what is usual.
    pub missing: f64,
    /// What the picks bring.
    pub brought: f64,
    /// Whether the whole interval of what is usual lies below the reference; else there may be no gap.
    pub sure: bool,
}

/// A nutrient that is left as it is, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftAlone {
    /// Which.
    pub nutrient: Nutrient,
    /// A sentence.
    pub why: Sentence,
}

/// What to eat more of, or why nothing is offered.
#[derive(Clone, Debug, PartialEq)]
pub enum Menu {
    /// These portions a day.
    Offered {
        /// In the order of the table; empty when nothing is missing.
        picks: Vec<Pick>,
        /// What was missing.
        gaps: Vec<Gap>,
        /// What is not filled by food here.
        left_alone: Vec<LeftAlone>,
        /// What must be shown with it, strictest first.
        warnings: Vec<Warning>,
    },
    /// Nothing, because of this.
    Silent {
        /// A sentence.
        why: Sentence,
        /// What would have to be known first.
        asks: Vec<Trigger>,
    },
}

/// What the solver would be asked. The same question has the same answer: who asks again can keep it.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    offered: Vec<Offered>,
    problem: Option<Problem>,
    lacks: Vec<Lack>,
    left_alone: Vec<LeftAlone>,
    warnings: Vec<Warning>,
}

/// The menu for a person on a day, with the red flags that hold for them.
#[must_use]
pub fn menu(intake: &Intake, person: &Person, raised: &[Raised], today: Date) -> Menu {
    match question(intake, person, raised, today) {
        Ok(question) => answer(&question),
        Err(silent) => silent,
    }
}

/// The quick part: what is missing, what is allowed.
///
/// # Errors
/// The menu itself where nothing may be offered, and why.
pub fn question(
    intake: &Intake,
    person: &Person,
    raised: &[Raised],
    today: Date,
) -> Result<Question, Menu> {
    if triage::silences_advice(raised) {
        return Err(silent(help_first()));
    }
    let facts = Facts::of(person, today);
    if facts.may_be_minor() {
        return Err(silent(Sentence::of("menu-adults")));
    }
    let warnings = passed::passed(&facts)?;
    if !intake.is_usual() {
        return Err(silent(Sentence::of("menu-three-days")));
    }
    let Some(allowed) = Allowed::of(person, &facts) else {
        return Err(silent(Sentence::of("menu-allergies")));
    };
    let (lacks, left_alone) = lacks::lacks(intake, &facts);
    let (offered, problem) = match choices::problem(intake, &lacks, &allowed) {
        Some((offered, problem)) => (offered, Some(problem)),
        None => (Vec::new(), None),
    };
    Ok(Question {
        offered,
        problem,
        lacks,
        left_alone,
        warnings,
    })
}

/// The slow part: the solver's answer, about a tenth of a second.
#[must_use]
pub fn answer(question: &Question) -> Menu {
    let counts = match &question.problem {
        None => Vec::new(),
        Some(problem) => match solve(problem) {
            Some(counts) => counts,
            None => return silent(Sentence::of("menu-fault")),
        },
    };
    let picks: Vec<Pick> = question
        .offered
        .iter()
        .zip(counts)
        .filter(|(_, count)| *count > 0)
        .map(|(&(food, portion), count)| Pick {
            food,
            portion,
            count,
        })
        .collect();
    let gaps = question
        .lacks
        .iter()
        .map(|lack| Gap {
            nutrient: lack.nutrient,
            missing: lack.missing,
            brought: picks
                .iter()
                .map(|pick| {
                    f64::from(pick.count) * known(pick.food, lack.nutrient, pick.portion.grams)
                })
                .sum(),
            sure: lack.sure,
        })
        .collect();
    Menu::Offered {
        picks,
        gaps,
        left_alone: question.left_alone.clone(),
        warnings: question.warnings.clone(),
    }
}

fn silent(why: Sentence) -> Menu {
    Menu::Silent {
        why,
        asks: Vec::new(),
    }
}
