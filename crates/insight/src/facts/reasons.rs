//! Why a rule fires for this person, in plain sentences.

use knowledge::{Fires, Rule, Trigger};

use super::{Facts, wider};
use crate::words;

impl Facts {
    /// What about the person makes these rules fire, each sentence once: “You take furosemide.” A condition that blood
    /// tests show is told with the value.
    #[must_use]
    pub fn reasons(&self, rules: &[&Rule]) -> Vec<String> {
        let all: Vec<Trigger> = rules.iter().flat_map(|rule| triggers(rule.fires)).collect();
        self.why(&all)
    }

    /// Why those of the triggers hold that do, each sentence once.
    pub(crate) fn why(&self, triggers: &[Trigger]) -> Vec<String> {
        let mut reasons: Vec<String> = Vec::new();
        for &trigger in triggers {
            if self.holds(trigger) != Some(true) {
                continue;
            }
            for reason in self.reason(trigger) {
                if !reasons.contains(&reason) {
                    reasons.push(reason);
                }
            }
        }
        reasons
    }

    fn reason(&self, trigger: Trigger) -> Vec<String> {
        match trigger {
            Trigger::Condition(id) => vec![self.reason_of_condition(id)],
            Trigger::Medicine(class) => self
                .medicines
                .iter()
                .filter(|medicine| knowledge::takes(medicine, class))
                .map(|medicine| format!("You take {}.", medicine.name))
                .collect(),
            Trigger::Symptom(id) => {
                let suggests = knowledge::flag(id).map_or(id, |flag| flag.suggests);
                vec![format!("You answered yes to a warning sign of {suggests}.")]
            }
            Trigger::Pregnant => vec!["You are pregnant.".to_owned()],
            Trigger::AgeAtLeast(years) => vec![format!(
                "You are {years} or over, or turn {years} this year."
            )],
            Trigger::AgeAtMost(years) => {
                vec![format!("You are {years} or under, or were so this year.")]
            }
        }
    }

    /// The blood test that shows the condition or a narrower one; else what was told, the narrowest named.
    fn reason_of_condition(&self, id: &'static str) -> String {
        if let Some(because) = self.assumed.get(id) {
            return because.clone();
        }
        let is_narrower = |other: &str| wider(other).contains(id);
        if let Some((_, because)) = self.assumed.iter().find(|(other, _)| is_narrower(other)) {
            return because.clone();
        }
        let named = self
            .yes
            .iter()
            .filter(|other| is_narrower(other))
            .max_by_key(|other| wider(other).len())
            .copied()
            .unwrap_or(id);
        format!("You told us: {}.", words::condition(named))
    }
}

fn triggers(fires: Fires) -> Vec<Trigger> {
    match fires {
        Fires::Always => Vec::new(),
        Fires::Any(triggers) => triggers.to_vec(),
        Fires::All(groups) => groups.concat(),
    }
}
