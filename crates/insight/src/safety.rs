//! Which remedies are safe to suggest to this person, and what must be said with them.
//!
//! Unknown is not safe: a rule that would block a remedy and cannot be decided holds the remedy back until the fact is
//! known. A rule that only warns and cannot be decided shows its warning with “if this applies to you”.
//!
//! One exception, for relief while a cramp is under way ([`RemedyKind::Acute`]): nobody answers a profile at 3 a.m. in
//! pain, so an undecided rule of less than [`Severity::Contraindicated`] becomes a warning instead of silence. An
//! undecided contraindication still holds the remedy back; stretching the muscle and walking carry none, so that some
//! relief can always be offered.

use knowledge::{Remedy, RemedyKind, Rule, Severity, Trigger};

use crate::facts::Facts;
use crate::plan::{Applies, Warning};
use crate::words;

/// What the safety rules say about one remedy.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// May be suggested, together with the warnings.
    Allowed {
        /// What must be shown with it, strictest first.
        warnings: Vec<Warning>,
    },
    /// Must not be suggested.
    Blocked {
        /// The rules that block it, strictest first.
        rules: Vec<&'static Rule>,
    },
    /// Must not be suggested until more is known.
    NeedsFacts {
        /// The rules that cannot be decided.
        rules: Vec<&'static Rule>,
        /// What would decide them, each once.
        facts: Vec<Trigger>,
        /// What must be shown with it if it turns out to be allowed.
        warnings: Vec<Warning>,
    },
}

/// Passes one remedy through every safety rule.
#[must_use]
pub fn check(remedy: &Remedy, facts: &Facts) -> Verdict {
    let mut blocking = Vec::new();
    let mut undecided = Vec::new();
    let mut warnings = Vec::new();
    for rule in knowledge::rules() {
        let blocks = rule.blocks.contains(&remedy.id);
        if !blocks && !rule.warns.contains(&remedy.id) {
            continue;
        }
        match facts.fires(rule.fires) {
            Some(false) => {}
            Some(true) if blocks => blocking.push(rule),
            Some(true) => warnings.push(Warning {
                rule,
                message: rule.message,
                applies: Applies::Yes,
            }),
            None if blocks && !relief_goes_on(remedy, rule) => undecided.push(rule),
            None => warnings.push(Warning {
                rule,
                message: rule.message,
                applies: unless_known(facts, rule),
            }),
        }
    }
    if !blocking.is_empty() {
        blocking.sort_by_key(|rule| std::cmp::Reverse(rule.severity));
        return Verdict::Blocked { rules: blocking };
    }
    // What surely applies comes first, then the strictest.
    warnings.sort_by_key(|warning| {
        (
            warning.applies != Applies::Yes,
            std::cmp::Reverse(warning.rule.severity),
        )
    });
    if undecided.is_empty() {
        return Verdict::Allowed { warnings };
    }
    undecided.sort_by_key(|rule| std::cmp::Reverse(rule.severity));
    let mut needed: Vec<Trigger> = Vec::new();
    for trigger in undecided
        .iter()
        .flat_map(|rule| facts.undecided(rule.fires))
    {
        if !needed.contains(&trigger) {
            needed.push(trigger);
        }
    }
    Verdict::NeedsFacts {
        rules: undecided,
        facts: needed,
        warnings,
    }
}

fn relief_goes_on(remedy: &Remedy, rule: &Rule) -> bool {
    remedy.kind == RemedyKind::Acute && rule.severity < Severity::Contraindicated
}

fn unless_known(facts: &Facts, rule: &Rule) -> Applies {
    Applies::If(words::any_of(&facts.undecided(rule.fires)))
}
