//! The reference intake of a person: by age, sex and pregnancy, and silent where a number could harm.

use diary::Person;
use diary::entry::Sex;
use jiff::civil::Date;
use knowledge::{Condition, Nutrient, Trigger, Verified};

use crate::facts::Facts;

/// Conditions with which no target for magnesium, potassium, sodium or water is shown: the head of
/// `knowledge/intakes.toml` says so. The narrower ones (dialysis, cirrhosis) imply these.
const NO_TARGET: [&str; 8] = [
    "kidney-disease",
    "acute-kidney-injury",
    "heart-failure",
    "liver-disease",
    "addison-disease",
    "high-blood-potassium",
    "high-blood-magnesium",
    "low-blood-sodium",
];

/// Conditions with which calcium and vitamin D are for the doctor to say (our judgement).
const TOO_MUCH_CALCIUM: [&str; 3] = [
    "high-blood-calcium",
    "primary-hyperparathyroidism",
    "sarcoidosis",
];

/// Conditions with which the amount of fibre is for the doctor to say (our judgement).
const NO_FIBRE_TARGET: [&str; 4] = [
    "bowel-obstruction",
    "crohn-disease",
    "ulcerative-colitis",
    "stoma",
];

/// Conditions with which healthy people's limit of caffeine says nothing (our judgement).
const NO_CAFFEINE_LIMIT: [&str; 3] = [
    "heart-rhythm-problem",
    "uncontrolled-high-blood-pressure",
    "seizures",
];

/// Conditions with which healthy people's limit of alcohol is too high (our judgement).
const NO_ALCOHOL_LIMIT: [&str; 4] = [
    "liver-disease",
    "alcohol-dependence",
    "daily-heavy-drinking",
    "seizures",
];

/// The authority whose figures are used wherever it has one.
const AUTHORITY: &str = "US-NASEM";

/// The authority whose figures are told beside them.
const EUROPEAN: &str = "EFSA";

/// The kind of a row that is an amount not to pass.
const LIMIT: &str = "LIMIT";

/// What healthy people need in a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reference {
    /// In the nutrient's unit.
    pub amount: f64,
    /// `RDA`: covers nearly everybody; `AI`: thought to be enough, on weaker grounds; `LIMIT`: not to be passed.
    pub kind: &'static str,
    /// Who says so.
    pub authority: &'static str,
    /// The most in a day, in the nutrient's unit, and what it counts.
    pub upper: Option<(f64, &'static str)>,
    /// From here on less is better against chronic disease, in the nutrient's unit.
    pub ceiling: Option<f64>,
    /// What the European authority says instead, in the nutrient's unit: told, never used for a menu.
    pub european: Option<f64>,
    /// How the source was read.
    pub verified: Verified,
    /// Where it was read.
    pub source_url: &'static str,
}

impl Reference {
    /// Whether the amount is one not to pass, and not one to reach.
    #[must_use]
    pub fn is_limit(&self) -> bool {
        self.kind == LIMIT
    }

    /// The most that food and supplements together may bring; `None` where no limit counts food.
    #[must_use]
    pub fn upper_with_food(&self) -> Option<f64> {
        self.upper
            .filter(|(_, what)| what.contains("food plus"))
            .map(|(amount, _)| amount)
            .or(self.ceiling)
    }
}

/// Whether there is a reference for this person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// There is.
    Known(Reference),
    /// No authority in our table gives one.
    None,
    /// Not shown to children.
    Child,
    /// Age or sex is not told, or whether she is pregnant.
    Ask(Trigger),
    /// Not told yet whether the person has a condition with which no figure may be shown.
    AskFirst(&'static Condition),
    /// A figure would be wrong with this condition: the person's own team gives one.
    Withheld(&'static Condition),
    /// Age in years or sex must be told first.
    Profile,
}

/// The target of a person on a day.
#[must_use]
pub fn target(nutrient: Nutrient, person: &Person, today: Date) -> Target {
    if !knowledge::intakes()
        .iter()
        .any(|row| row.nutrient == nutrient.id())
    {
        return Target::None;
    }
    let facts = Facts::of(person, today);
    if facts.may_be_minor() {
        return Target::Child;
    }
    let (Some(age), Some(sex)) = (facts.age(), person.sex) else {
        return Target::Profile;
    };
    let silencing: &[&str] = match nutrient {
        Nutrient::Calcium | Nutrient::VitaminD => &TOO_MUCH_CALCIUM,
        Nutrient::Fibre => &NO_FIBRE_TARGET,
        Nutrient::Caffeine => &NO_CAFFEINE_LIMIT,
        Nutrient::Alcohol => &NO_ALCOHOL_LIMIT,
        _ => &NO_TARGET,
    };
    let conditions = || silencing.iter().filter_map(|id| knowledge::condition(id));
    if let Some(has) = conditions().find(|one| facts.condition(one.id) == Some(true)) {
        return Target::Withheld(has);
    }
    if let Some(open) = conditions().find(|one| facts.condition(one.id).is_none()) {
        return Target::AskFirst(open);
    }
    let stage = match (facts.pregnant(), facts.condition("breastfeeding")) {
        (None, _) => return Target::Ask(Trigger::Pregnant),
        (Some(true), _) => "pregnancy",
        (Some(false), Some(true)) => "lactation",
        (Some(false), _) => "adult",
    };
    let known = |authority| {
        row(nutrient, authority, stage, age, sex)
            // No row for the person: the row for age and sex, as the table says.
            .or_else(|| row(nutrient, authority, "adult", age, sex))
    };
    let usual = knowledge::intakes()
        .iter()
        .any(|row| row.nutrient == nutrient.id() && row.authority == AUTHORITY);
    known(usual.then_some(AUTHORITY)).map_or(Target::None, |reference| {
        let european = known(Some(EUROPEAN)).map(|other| other.amount);
        Target::Known(Reference {
            european: european.filter(|_| reference.authority != EUROPEAN),
            ..reference
        })
    })
}

/// The row of an authority for a person; of whichever has one where none is named.
fn row(
    nutrient: Nutrient,
    authority: Option<&str>,
    stage: &str,
    age: u32,
    sex: Sex,
) -> Option<Reference> {
    let age = f64::from(age);
    let own = match sex {
        Sex::Female => "female",
        Sex::Male => "male",
    };
    knowledge::intakes()
        .iter()
        .find(|row| {
            row.nutrient == nutrient.id()
                && authority.is_none_or(|authority| row.authority == authority)
                && row.life_stage == stage
                && (row.sex == "any" || row.sex == own)
                && row.age_min.is_none_or(|from| from <= age)
                && row.age_max.is_none_or(|to| age < to)
        })
        .map(|row| {
            // Litres of water are grams here.
            let times = if row.unit == "L/day" { 1000.0 } else { 1.0 };
            Reference {
                amount: row.amount * times,
                kind: row.kind,
                authority: row.authority,
                upper: row
                    .upper_level
                    .map(|amount| (amount * times, row.upper_level_applies_to)),
                european: None,
                ceiling: row.chronic_disease_risk_reduction.map(|most| most * times),
                verified: row.verified,
                source_url: row.source_url,
            }
        })
}
