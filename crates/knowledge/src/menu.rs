//! Which foods are offered to close a gap between what a person eats and the reference intake, and what safety rules leave out.

use crate::foods::Contains;
use crate::records::{LEFT_AS_IT_IS, LEFT_OUT, OFFERED, RULES};
use crate::types::Rule;

/// Foods that a safety rule is about: left out where it holds, and where nobody knows whether it does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeftOut {
    /// The rule's id.
    pub rule: &'static str,
    /// Everything with these.
    pub contains: &'static [Contains],
    /// These foods.
    pub foods: &'static [&'static str],
    /// Why.
    pub reason: &'static str,
}

/// A nutrient that a safety rule says not to raise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeftAsItIs {
    /// The rule's id.
    pub rule: &'static str,
    /// The nutrient's id.
    pub nutrient: &'static str,
    /// Why.
    pub reason: &'static str,
}

/// The ids of the foods that are offered, shelf by shelf.
#[must_use]
pub fn offered() -> &'static [&'static str] {
    OFFERED
}

/// What safety rules leave out.
#[must_use]
pub fn left_out() -> &'static [LeftOut] {
    LEFT_OUT
}

/// What safety rules say not to raise.
#[must_use]
pub fn left_as_it_is() -> &'static [LeftAsItIs] {
    LEFT_AS_IT_IS
}

/// The safety rule with this id.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}
