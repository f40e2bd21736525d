//! Why a rule fires for this person, in plain sentences.

use knowledge::{Fires, Rule, Trigger};
use texts::Sentence;

use super::{Facts, wider};
use crate::words;

impl Facts {
    /// What about the person makes these rules fire, each sentence once: “You take furosemide.” A condition that blood
    /// tests show is told with the value.
    #[must_use]
    pub fn reasons(&self, rules: &[&Rule]) -> Vec<Sentence> {
        let all: Vec<Trigger> = rules.iter().flat_map(|rule| triggers(rule.fires)).collect();
        self.why(&all)
    }

    /// Why those of the triggers hold that do, each sentence once.
    pub(crate) fn why(&self, triggers: &[Trigger]) -> Vec<Sentence> {
        let mut reasons: Vec<Sentence> = Vec::new();
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

    fn reason(&self, trigger: Trigger) -> Vec<Sentence> {
        match trigger {
            Trigger::Condition(id) => vec![self.reason_of_condition(id)],
            Trigger::Medicine(class) => self
                .medicines
                .iter()
                .filter(|medicine| knowledge::takes(medicine, class))
                .map(|medicine| {
                    Sentence::of("reason-takes").with("name", Sentence::known(medicine.name))
                })
                .collect(),
            Trigger::Symptom(id) => {
                vec![Sentence::of("reason-sign").with("suggests", words::suggested_by(id))]
            }
            Trigger::Pregnant => vec![Sentence::of("reason-pregnant")],
            Trigger::AgeAtLeast(years) => {
                vec![Sentence::of("reason-age-from").with("years", years)]
            }
            Trigger::AgeAtMost(years) => {
                vec![Sentence::of("reason-age-to").with("years", years)]
            }
        }
    }

    /// The blood test that shows the condition or a narrower one; else what was told, the narrowest named.
    fn reason_of_condition(&self, id: &'static str) -> Sentence {
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
        Sentence::of("reason-told").with("name", words::condition(named))
    }
}

fn triggers(fires: Fires) -> Vec<Trigger> {
    match fires {
        Fires::Always => Vec::new(),
        Fires::Any(triggers) => triggers.to_vec(),
        Fires::All(groups) => groups.concat(),
    }
}
