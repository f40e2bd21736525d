//! What the safety rules say before any food is offered.

use knowledge::{Severity, Trigger};
use texts::Sentence;

use super::{Menu, REMEDY, silent};
use crate::facts::Facts;
use crate::plan::{Applies, Warning};
use crate::safety::{self, Verdict};

/// The warnings to show, or why nothing may be offered. Stricter than the plan's advice to eat well: here a rule that asks
/// for a doctor first stops the list, and so does not knowing whether it holds. Rules about particular foods leave those out.
pub(super) fn passed(facts: &Facts) -> Result<Vec<Warning>, Menu> {
    let Some(remedy) = knowledge::remedy(REMEDY) else {
        return Err(silent(Sentence::of("menu-no-remedy")));
    };
    let asks_first = |asks: Vec<Trigger>| Menu::Silent {
        why: Sentence::of("menu-asks"),
        asks,
    };
    match safety::check(remedy, facts) {
        Verdict::Blocked { rules } => Err(silent(rules.first().map_or_else(
            || Sentence::of("menu-not-safe"),
            |rule| Sentence::known(rule.message),
        ))),
        Verdict::NeedsFacts { facts: asks, .. } => Err(asks_first(asks)),
        Verdict::Allowed { warnings } => {
            let strict = |warning: &&Warning| {
                warning.rule.severity >= Severity::AskDoctorFirst
                    && !knowledge::left_out()
                        .iter()
                        .any(|one| one.rule == warning.rule.id)
            };
            if let Some(holds) = warnings
                .iter()
                .filter(strict)
                .find(|warning| warning.applies == Applies::Yes)
            {
                return Err(silent(Sentence::known(holds.message)));
            }
            let mut asks: Vec<Trigger> = Vec::new();
            for open in warnings.iter().filter(strict) {
                for trigger in facts.undecided(open.rule.fires) {
                    if !asks.contains(&trigger) {
                        asks.push(trigger);
                    }
                }
            }
            if asks.is_empty() {
                Ok(warnings)
            } else {
                Err(asks_first(asks))
            }
        }
    }
}
