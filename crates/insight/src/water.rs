//! How much this person may aim to drink in a day, why, and when: or why no amount is told.
//!
//! No amount reaches anybody whom a safety rule keeps from drinking more, or of whom nobody knows whether one does. A rule
//! that wants a professional asked first also silences the amount: only “drink to thirst” and the rule's own words are left.

mod amount;
mod rhythm;
mod sentence;

use diary::{Night, NightId, Person};
use jiff::civil::Time;
use knowledge::{FluidKind, Rule, Severity, Trigger, Verified};
use texts::Sentence;

use crate::facts::Facts;
use crate::plan::{Applies, Missing, Warning, questions_about, wants_asking};
use crate::safety::{self, Verdict};

/// The remedy whose safety rules decide about an amount.
const DRINKING: &str = "hydration";
/// The remedy whose safety rules decide about salty drinks.
const SALTY: &str = "sodium-electrolyte-drink";
/// The rule that asks for drinking early in the day.
const EARLY: &str = "fluid-evening-night-toilet";

/// What no target hides.
#[must_use]
pub fn honest() -> Sentence {
    Sentence::of("water-honest")
}

/// What is told about drinking.
#[derive(Clone, Debug, PartialEq)]
pub enum Water {
    /// An amount and its rhythm over the day.
    Target(Target),
    /// Facts must be known before an amount may be told.
    Asks(Vec<Missing>),
    /// No amount for this person: what the rules say instead, strictest first.
    Silent {
        /// The messages of the rules.
        messages: Vec<&'static str>,
        /// What about the person makes them hold.
        because: Vec<Sentence>,
    },
}

/// How much to drink today, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Millilitres of drinks of all kinds in the day, in steps of 100.
    pub millilitres: u32,
    /// What it is made of; their sum before rounding and before the ceiling.
    pub parts: Vec<Part>,
    /// What another kind of day would add.
    pub other_days: Vec<Part>,
    /// The glasses of the day in order of time.
    pub rhythm: Rhythm,
    /// What to take after heavy sweating, instead of plain water.
    pub after_sweating: AfterSweating,
    /// What must be shown with it.
    pub warnings: Vec<Warning>,
}

/// One part of the amount.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is for.
    pub name: Sentence,
    /// Millilitres; negative for less.
    pub millilitres: i32,
    /// What is drunk.
    pub drink: FluidKind,
    /// Why, with “our judgement” where it is.
    pub reason: Sentence,
    /// Where that was read; empty for our judgement.
    pub source_url: &'static str,
    /// How it was read.
    pub verified: Verified,
}

/// The glasses of a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Rhythm {
    /// When each glass is due, by the clock where the person is.
    pub glasses: Vec<Time>,
    /// Millilitres of a glass.
    pub glass: u32,
    /// From when only sips for thirst or medicines.
    pub sips_from: Time,
    /// Whether the hours of sleep are the person's own.
    pub hours: Hours,
}

/// Whose hours a rhythm follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hours {
    /// The person told both.
    Told,
    /// At least one is assumed: 07:00 to 22:30.
    Assumed,
}

/// What to do after heavy sweating.
#[derive(Clone, Debug, PartialEq)]
pub enum AfterSweating {
    /// A rehydration drink or something salty with the drink, with these warnings.
    Salty(Vec<Warning>),
    /// Nothing salty: ask first.
    AskFirst(Vec<&'static str>),
}

/// What this person may aim to drink on a day; `None` for who may be under 18, for whom there is no plan.
#[must_use]
pub fn water(person: &Person, nights: &[Night], today: NightId) -> Option<Water> {
    water_with_fibre(person, nights, None, today)
}

/// The same for somebody whose food is known to bring so many grams of fibre above the reference intake.
#[must_use]
pub fn water_with_fibre(
    person: &Person,
    nights: &[Night],
    fibre: Option<f64>,
    today: NightId,
) -> Option<Water> {
    let facts = Facts::of(person, today.evening());
    if facts.may_be_minor() {
        return None;
    }
    let remedy = knowledge::remedy(DRINKING)?;
    let (mut open, warnings) = match safety::check(remedy, &facts) {
        Verdict::Blocked { rules } => return Some(silent(&rules, &facts)),
        Verdict::NeedsFacts {
            facts: needed,
            warnings,
            ..
        } => (needed, warnings),
        Verdict::Allowed { warnings } => (Vec::new(), warnings),
    };
    let (sure, unsure): (Vec<&Warning>, Vec<&Warning>) = warnings
        .iter()
        .filter(|warning| warning.rule.severity >= Severity::AskDoctorFirst)
        .partition(|warning| warning.applies == Applies::Yes);
    if !sure.is_empty() {
        let rules: Vec<&Rule> = sure.iter().map(|warning| warning.rule).collect();
        return Some(silent(&rules, &facts));
    }
    open.extend(
        unsure
            .iter()
            .flat_map(|warning| facts.undecided(warning.rule.fires)),
    );
    if facts.age().is_none() {
        // No reference intake is for a person of any age.
        open.push(Trigger::AgeAtMost(17));
    }
    if !open.is_empty() {
        return Some(Water::Asks(questions_about(&[(remedy, &open)])));
    }
    let early = warnings
        .iter()
        .any(|warning| warning.rule.id == EARLY && warning.applies == Applies::Yes);
    Some(Water::Target(target(
        &amount::Day {
            person,
            facts: &facts,
            nights,
            today,
            fibre,
        },
        if early {
            rhythm::Taper::Early
        } else {
            rhythm::Taper::Usual
        },
        warnings,
    )))
}

fn silent(rules: &[&'static Rule], facts: &Facts) -> Water {
    Water::Silent {
        messages: rules.iter().map(|rule| rule.message).collect(),
        because: facts.reasons(rules),
    }
}

fn target(day: &amount::Day<'_>, taper: rhythm::Taper, warnings: Vec<Warning>) -> Target {
    let after_sweating = after_sweating(day.facts);
    let amount = amount::of(day, &after_sweating);
    Target {
        rhythm: rhythm::of(
            amount.millilitres,
            day.person.rising,
            day.person.bedtime,
            taper,
        ),
        millilitres: amount.millilitres,
        parts: amount.parts,
        other_days: amount.other_days,
        after_sweating,
        warnings,
    }
}

fn after_sweating(facts: &Facts) -> AfterSweating {
    let verdict = knowledge::remedy(SALTY).map(|remedy| safety::check(remedy, facts));
    match verdict {
        Some(Verdict::Allowed { warnings }) => {
            // A drink that a rule wants asked about first is not told in the same breath as water.
            let ask: Vec<&'static str> = warnings
                .iter()
                .filter(|warning| wants_asking(warning))
                .map(|warning| warning.message)
                .collect();
            if ask.is_empty() {
                AfterSweating::Salty(warnings)
            } else {
                AfterSweating::AskFirst(ask)
            }
        }
        Some(Verdict::Blocked { rules } | Verdict::NeedsFacts { rules, .. }) => {
            AfterSweating::AskFirst(rules.iter().map(|rule| rule.message).collect())
        }
        None => AfterSweating::AskFirst(Vec::new()),
    }
}
