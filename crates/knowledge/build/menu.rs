//! Which foods are offered to close a gap, and what the safety rules leave out of them.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::code::{Code, fields};
use crate::foods::{self, Food};
use crate::records::File;

/// The remedy whose rules these foods must pass.
const REMEDY: &str = "food-first-electrolytes";

/// Foods that a safety rule is about.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LeaveOut {
    rule: String,
    #[serde(default)]
    contains: Vec<String>,
    #[serde(default)]
    foods: Vec<String>,
    reason: String,
}

/// A nutrient that a safety rule says not to raise.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LeaveAsItIs {
    rule: String,
    nutrient: String,
    reason: String,
}

/// Adds a sentence for every mistake.
pub(crate) fn check(file: &File, table: &[Food], mistakes: &mut Vec<String>) {
    let known: BTreeSet<&str> = foods::ids(table).map(String::as_str).collect();
    let mut here = |what: String| mistakes.push(format!("menu.toml: {what}"));
    let mut seen = BTreeSet::new();
    for food in &file.offer {
        if !known.contains(food.as_str()) {
            here(format!("there is no food {food}"));
        }
        if !seen.insert(food) {
            here(format!("{food} is offered twice"));
        }
    }
    let rules: BTreeSet<&str> = file
        .rule
        .iter()
        .filter(|rule| rule.warns.iter().chain(&rule.blocks).any(|id| id == REMEDY))
        .map(|rule| rule.id.as_str())
        .collect();
    for one in &file.leave_out {
        if !rules.contains(one.rule.as_str()) {
            here(format!("{} is no rule about {REMEDY}", one.rule));
        }
        if one.contains.is_empty() && one.foods.is_empty() || one.reason.is_empty() {
            here(format!("{}: say what is left out, and why", one.rule));
        }
        for mark in one.contains.iter().filter(|mark| !foods::is_mark(mark)) {
            here(format!("{}: there is no mark {mark}", one.rule));
        }
        for food in one.foods.iter().filter(|food| !seen.contains(food)) {
            here(format!("{}: {food} is not offered anyway", one.rule));
        }
    }
    for one in &file.leave_as_it_is {
        if !rules.contains(one.rule.as_str()) {
            here(format!("{} is no rule about {REMEDY}", one.rule));
        }
        if !file.intake.iter().any(|row| row.nutrient == one.nutrient) || one.reason.is_empty() {
            here(format!(
                "{}: {} has no reference intake, or no reason stands here",
                one.rule, one.nutrient
            ));
        }
    }
}

impl Code for LeaveOut {
    fn code(&self) -> String {
        let marks: Vec<String> = self
            .contains
            .iter()
            .map(|mark| foods::contains(mark))
            .collect();
        format!(
            "LeftOut {{ {}, contains: &[{}] }}",
            fields!(self; rule, foods, reason),
            marks.join(", ")
        )
    }
}

impl Code for LeaveAsItIs {
    fn code(&self) -> String {
        format!("LeftAsItIs {{ {} }}", fields!(self; rule, nutrient, reason))
    }
}
