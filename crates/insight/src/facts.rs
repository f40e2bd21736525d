//! What is known about a person for the safety rules, in three values: it holds, it does not, nobody knows.
//!
//! The order is no < unknown < yes, and everything here is monotone in it: telling us of one more condition, medicine
//! or flag can only move answers upwards. That is why a new fact never unblocks a remedy.

mod reasons;

use std::collections::{BTreeMap, BTreeSet};

use diary::entry::Sex;
use diary::{NightId, Person};
use jiff::civil::Date;
use knowledge::{Fires, Flag, Medicine, Trigger};
use texts::Sentence;

use crate::labs;
use crate::questionnaire;

/// Days after which the answer “no” to a red-flag question no longer counts (our judgement: bodies change).
pub const FLAG_ANSWER_HOLDS_DAYS: i32 = 90;

/// Age in years above which nobody is asked about pregnancy (our judgement).
pub const PREGNANCY_AGE_MAX: u32 = 60;

/// Conditions that only a person who can be pregnant can have; settled where pregnancy is settled by age or sex.
const OF_PREGNANCY: [&str; 3] = ["breastfeeding", "recent-birth", "pre-eclampsia"];

/// The facts of one person on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    yes: BTreeSet<&'static str>,
    no: BTreeSet<&'static str>,
    /// What blood tests show, and the sentence that says so.
    assumed: BTreeMap<&'static str, Sentence>,
    medicines: Vec<&'static Medicine>,
    medicines_known: Knowing,
    flags: BTreeMap<String, bool>,
    pregnant: Option<bool>,
    cannot_be_pregnant: bool,
    /// Sex or age hardly allow a pregnancy, whatever was answered.
    hardly_pregnant: bool,
    age: Option<u32>,
}

/// Whether a medicine that is not on the list may still be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Knowing {
    /// The person said that the list is complete, and we know every medicine on it.
    Complete,
    /// Something may be missing.
    Partly,
}

impl Facts {
    /// Reads the facts of a person on a day.
    #[must_use]
    pub fn of(person: &Person, today: Date) -> Self {
        let age = person.age_on(today);
        let pregnant_answer = person.pregnant_on(today);
        let cannot_be_pregnant =
            person.sex == Some(Sex::Male) || age.is_some_and(|age| age > PREGNANCY_AGE_MAX);
        let pregnant = match pregnant_answer {
            None if cannot_be_pregnant => Some(false),
            answer => answer,
        };
        let taken: Vec<Option<&'static Medicine>> = person
            .taking()
            .map(|(id, _)| knowledge::medicine(id.as_str()))
            .collect();
        let complete = person.medicines_complete == Some(true) && taken.iter().all(Option::is_some);
        let mut facts = Self {
            yes: BTreeSet::new(),
            no: BTreeSet::new(),
            assumed: labs::assumed(person)
                .into_iter()
                .map(|one| (one.condition, one.because))
                .collect(),
            medicines: taken.into_iter().flatten().collect(),
            medicines_known: if complete {
                Knowing::Complete
            } else {
                Knowing::Partly
            },
            flags: flags_that_count(person, today),
            pregnant,
            cannot_be_pregnant: cannot_be_pregnant && pregnant == Some(false),
            hardly_pregnant: cannot_be_pregnant,
            age,
        };
        facts.learn_conditions(person);
        facts
    }

    /// A condition that is present, told or shown by a blood test, makes its wider ones present; one that is absent makes
    /// its narrower ones absent, unless a narrower one is present (then the contradiction is resolved towards “has it”).
    fn learn_conditions(&mut self, person: &Person) {
        for condition in knowledge::conditions() {
            if person.has(condition.id) == Some(true) || self.assumed.contains_key(condition.id) {
                self.yes.insert(condition.id);
                self.yes.extend(wider(condition.id));
            }
        }
        let denied =
            |id: &str, yes: &BTreeSet<&str>| person.has(id) == Some(false) && !yes.contains(id);
        for condition in knowledge::conditions() {
            let absent = denied(condition.id, &self.yes)
                || wider(condition.id)
                    .iter()
                    .any(|wide| denied(wide, &self.yes))
                || (self.cannot_be_pregnant && OF_PREGNANCY.contains(&condition.id));
            if absent && !self.yes.contains(condition.id) {
                self.no.insert(condition.id);
            }
        }
    }

    /// Whether the person has a condition.
    #[must_use]
    pub fn condition(&self, id: &str) -> Option<bool> {
        if self.yes.contains(id) {
            Some(true)
        } else if self.no.contains(id) {
            Some(false)
        } else {
            None
        }
    }

    /// Whether the person takes a medicine of a class, or an ingredient.
    #[must_use]
    pub fn medicine(&self, class_or_ingredient: &str) -> Option<bool> {
        if self
            .medicines
            .iter()
            .any(|medicine| knowledge::takes(medicine, class_or_ingredient))
        {
            Some(true)
        } else {
            match self.medicines_known {
                Knowing::Complete => Some(false),
                Knowing::Partly => None,
            }
        }
    }

    /// Whether a red flag is present and no professional has seen it. No without asking when the flag is only for
    /// people unlike this one.
    #[must_use]
    pub fn flag(&self, id: &str) -> Option<bool> {
        if let Some(&answer) = self.flags.get(id) {
            return Some(answer);
        }
        let only_with = knowledge::flag(id)?.only_with;
        (!only_with.is_empty() && self.any(only_with) == Some(false)).then_some(false)
    }

    /// Pregnant now. No for men and above [`PREGNANCY_AGE_MAX`] unless the person answered yes.
    #[must_use]
    pub fn pregnant(&self) -> Option<bool> {
        self.pregnant
    }

    /// Year of the day minus year of birth: the age, or one more before the birthday.
    #[must_use]
    pub fn age(&self) -> Option<u32> {
        self.age
    }

    /// What blood tests beyond a limit show, each sentence once for each condition that it makes the rules assume.
    pub(crate) fn shown_by_tests(&self) -> impl Iterator<Item = &Sentence> {
        self.assumed.values()
    }

    /// Whether the person said that they are pregnant though sex or age hardly allow it.
    pub(crate) fn is_pregnant_against_the_odds(&self) -> bool {
        self.pregnant == Some(true) && self.hardly_pregnant
    }

    /// Whether the person may still be under 18: only the year of birth is known, and the doubt goes to the child.
    #[must_use]
    pub fn may_be_minor(&self) -> bool {
        self.age.is_some_and(|age| age <= 18)
    }

    /// Whether a trigger holds. An age limit holds as soon as the year of birth allows it.
    #[must_use]
    pub fn holds(&self, trigger: Trigger) -> Option<bool> {
        match trigger {
            Trigger::Condition(id) => self.condition(id),
            Trigger::Medicine(class) => self.medicine(class),
            Trigger::Symptom(flag) => self.flag(flag),
            Trigger::Pregnant => self.pregnant,
            Trigger::AgeAtLeast(years) => self.age.map(|age| age >= years),
            Trigger::AgeAtMost(years) => self.age.map(|age| age.saturating_sub(1) <= years),
        }
    }

    /// Whether a rule fires.
    #[must_use]
    pub fn fires(&self, fires: Fires) -> Option<bool> {
        match fires {
            Fires::Always => Some(true),
            Fires::Any(triggers) => self.any(triggers),
            Fires::All(groups) => {
                let each: Vec<Option<bool>> = groups.iter().map(|group| self.any(group)).collect();
                if each.contains(&Some(false)) {
                    Some(false)
                } else if each.contains(&None) {
                    None
                } else {
                    Some(true)
                }
            }
        }
    }

    /// Whether at least one trigger holds; no for none at all.
    #[must_use]
    pub fn any(&self, triggers: &[Trigger]) -> Option<bool> {
        let mut answer = Some(false);
        for &trigger in triggers {
            match self.holds(trigger) {
                Some(true) => return Some(true),
                None => answer = None,
                Some(false) => {}
            }
        }
        answer
    }

    /// The triggers whose answers would decide whether the rule fires, each once; empty when it is decided. Whether a
    /// medicine is taken comes before its warning signs.
    #[must_use]
    pub fn undecided(&self, fires: Fires) -> Vec<Trigger> {
        if self.fires(fires).is_some() {
            return Vec::new();
        }
        let open: Vec<Trigger> = match fires {
            Fires::Always => Vec::new(),
            Fires::Any(triggers) => triggers.to_vec(),
            Fires::All(groups) => groups
                .iter()
                .filter(|group| self.any(group).is_none())
                .flat_map(|group| group.iter().copied())
                .collect(),
        };
        let mut to_ask: Vec<Trigger> = Vec::new();
        for trigger in open
            .into_iter()
            .filter(|&trigger| self.holds(trigger).is_none())
            .flat_map(|trigger| self.first_to_ask(trigger))
        {
            if !to_ask.contains(&trigger) {
                to_ask.push(trigger);
            }
        }
        to_ask
    }

    /// Whether a flag's question is for this person. One about a medicine is only for those who take it; any other also
    /// for those of whom it is not known whether it concerns them.
    #[must_use]
    pub fn concerns(&self, flag: &Flag) -> bool {
        match self.any(flag.only_with) {
            Some(concerns) => concerns || flag.only_with.is_empty(),
            None => !is_about_a_medicine(flag),
        }
    }

    /// What to ask to learn whether a trigger holds: whether the medicine is taken comes before its warning signs.
    fn first_to_ask(&self, trigger: Trigger) -> Vec<Trigger> {
        if let Trigger::Symptom(id) = trigger
            && let Some(flag) = knowledge::flag(id).filter(|flag| !self.concerns(flag))
        {
            return flag
                .only_with
                .iter()
                .copied()
                .filter(|&one| self.holds(one).is_none())
                .collect();
        }
        vec![trigger]
    }
}

fn is_about_a_medicine(flag: &Flag) -> bool {
    flag.only_with
        .iter()
        .any(|trigger| matches!(trigger, Trigger::Medicine(_)))
}

/// Present and not seen by a professional counts for ever, also when a questionnaire shows it; every other answer for
/// [`FLAG_ANSWER_HOLDS_DAYS`].
fn flags_that_count(person: &Person, today: Date) -> BTreeMap<String, bool> {
    let shown = questionnaire::findings(person)
        .into_iter()
        .map(|finding| (finding.flag.id.to_owned(), true));
    person
        .flags
        .iter()
        .filter_map(|(id, answer)| {
            let firing = answer.present && !answer.seen;
            let age = NightId::of_evening(today).days_since(NightId::of_evening(answer.answered));
            (firing || age <= FLAG_ANSWER_HOLDS_DAYS).then(|| (id.as_str().to_owned(), firing))
        })
        .chain(shown)
        .collect()
}

/// Every condition that this one is a case of, however many steps away.
pub(crate) fn wider(id: &str) -> BTreeSet<&'static str> {
    let mut found = BTreeSet::new();
    let mut to_visit: Vec<&str> = vec![id];
    while let Some(next) = to_visit.pop() {
        for &wide in knowledge::condition(next).map_or(&[][..], |condition| condition.implies) {
            if found.insert(wide) {
                to_visit.push(wide);
            }
        }
    }
    found
}
