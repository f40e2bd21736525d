//! Questions that stand between the person and a remedy: few, grouped, the widest first.

use std::collections::BTreeMap;

use knowledge::{Remedy, Trigger};
use texts::Sentence;

use super::Missing;
use crate::facts::wider;
use crate::words;

/// What one question is about. The order is the order of asking: what is quickest to answer and decides most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Topic {
    BirthYear,
    Pregnancy,
    Signs,
    Medicines,
    Conditions(&'static str),
}

/// Questions whose answers decide about the waiting remedies.
pub(crate) fn questions(waiting: &[(&'static Remedy, &[Trigger])]) -> Vec<Missing> {
    grouped(waiting.iter().flat_map(|&(remedy, triggers)| {
        triggers.iter().map(move |&trigger| (trigger, Some(remedy)))
    }))
}

/// Questions whose answers decide about these triggers, grouped as a plan's are.
#[must_use]
pub fn asks_about(triggers: &[Trigger]) -> Vec<Missing> {
    grouped(triggers.iter().map(|&trigger| (trigger, None)))
}

fn grouped(asked: impl Iterator<Item = (Trigger, Option<&'static Remedy>)>) -> Vec<Missing> {
    let mut topics: BTreeMap<Topic, (Vec<&'static str>, Vec<&'static Remedy>)> = BTreeMap::new();
    for (trigger, remedy) in asked {
        let (topic, ask) = topic_of(trigger);
        let (asks, remedies) = topics.entry(topic).or_default();
        if !asks.contains(&ask) {
            asks.push(ask);
        }
        if let Some(remedy) = remedy
            && remedies.iter().all(|other| other.id != remedy.id)
        {
            remedies.push(remedy);
        }
    }
    topics
        .into_iter()
        .map(|(topic, (asks, waiting))| {
            let asks = without_narrower(asks);
            Missing {
                question: text(topic, &asks),
                asks,
                waiting,
            }
        })
        .collect()
}

fn topic_of(trigger: Trigger) -> (Topic, &'static str) {
    match trigger {
        Trigger::Condition(id) => (
            Topic::Conditions(
                knowledge::condition(id).map_or("other", |condition| condition.group),
            ),
            id,
        ),
        Trigger::Medicine(_) => (Topic::Medicines, "medicines"),
        Trigger::Symptom(flag) => (Topic::Signs, flag),
        Trigger::Pregnant => (Topic::Pregnancy, "pregnancy"),
        Trigger::AgeAtLeast(_) | Trigger::AgeAtMost(_) => (Topic::BirthYear, "birth-year"),
    }
}

/// A “no” to a wider condition answers the narrower ones too: ask only the widest.
fn without_narrower(asks: Vec<&'static str>) -> Vec<&'static str> {
    let all = asks.clone();
    asks.into_iter()
        .filter(|id| {
            wider(id)
                .iter()
                .all(|wide| wide == id || !all.contains(wide))
        })
        .collect()
}

fn text(topic: Topic, asks: &[&'static str]) -> Sentence {
    match topic {
        Topic::BirthYear => Sentence::of("ask-birth-year"),
        Topic::Pregnancy => Sentence::of("missing-pregnancy"),
        Topic::Medicines => Sentence::of("missing-medicines"),
        Topic::Signs => Sentence::of("missing-signs"),
        Topic::Conditions(_) => {
            let names = asks.iter().map(|id| words::condition(id));
            Sentence::of("missing-conditions")
                .with("count", asks.len())
                .with("names", Sentence::joined("; ", names))
        }
    }
}
