//! What the person could ask, and what the doctor might check: each with the reason, none a diagnosis.

use diary::Person;
use knowledge::{Learned, Severity, Trigger, Urgency};
use texts::Sentence;

use super::burden::Burden;
use super::medicines::{Medicines, State};
use crate::facts::Facts;
use crate::plan::{Applies, Plan};
use crate::words;

/// Questions on the page at most: what fits a visit.
const QUESTIONS: usize = 5;
/// Questions about remedies among them.
const ABOUT_REMEDIES: usize = 2;
/// Nights with cramps of a period from which other treatments are asked about: about one a week (our judgement).
const OFTEN: f64 = 1.0 / 7.0;

/// Something to ask or to check, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// The question, or the check.
    pub text: Sentence,
    /// Why it stands here.
    pub reason: Sentence,
}

/// Questions for the doctor, the most pressing first.
pub(super) fn questions(plan: &Plan, medicines: &Medicines, burden: Option<&Burden>) -> Vec<Ask> {
    let mut asks = Vec::new();
    let pressing = plan
        .raised
        .iter()
        .filter(|raised| raised.flag.urgency > Urgency::Routine)
        .count();
    if pressing > 0 {
        asks.push(Ask {
            text: Sentence::of("visit-ask-signs").with("count", pressing),
            reason: Sentence::of("visit-ask-signs-because"),
        });
    }
    asks.extend(about_medicines(medicines));
    asks.extend(about_remedies(plan));
    if let Some(burden) = burden {
        let counted = burden.counted;
        if counted.with_cramps as f64 >= OFTEN * counted.answered as f64 {
            asks.push(Ask {
                text: Sentence::of("visit-ask-further"),
                reason: Sentence::of("visit-ask-further-because")
                    .with("with", counted.with_cramps)
                    .with("answered", counted.answered),
            });
        }
    }
    asks.truncate(QUESTIONS);
    asks
}

fn about_medicines(medicines: &Medicines) -> Option<Ask> {
    let names: Vec<Sentence> = medicines
        .all
        .iter()
        .filter(|one| matches!(one.state, State::Taking(_)) && one.bears_on_cramps())
        .map(|one| Sentence::known(one.name.clone()))
        .collect();
    if names.is_empty() {
        return None;
    }
    Some(Ask {
        text: Sentence::of("visit-ask-medicines").with("names", Sentence::any_of(names)),
        reason: Sentence::of("visit-ask-medicines-because"),
    })
}

/// What the plan suggests now and a rule says to ask about first.
fn about_remedies(plan: &Plan) -> Vec<Ask> {
    // A remedy that is all about medicines is the question about medicines over again.
    let others = plan
        .now
        .iter()
        .filter(|step| !step.remedy.targets.iter().all(|id| is_medicine(id)));
    others
        .filter_map(|step| {
            let warning = step.warnings.iter().find(|warning| {
                warning.applies == Applies::Yes && warning.rule.severity >= Severity::AskDoctorFirst
            })?;
            Some(Ask {
                text: Sentence::of("visit-ask-remedy")
                    .with("name", Sentence::known_inside(step.remedy.name)),
                reason: Sentence::known(warning.message),
            })
        })
        .take(ABOUT_REMEDIES)
        .collect()
}

fn is_medicine(factor: &str) -> bool {
    knowledge::factor(factor).is_some_and(|factor| matches!(factor.learned, Learned::Medicines(_)))
}

/// Checks that something the person told suggests. What nobody told suggests nothing.
pub(super) fn checks(person: &Person, facts: &Facts) -> Vec<Ask> {
    knowledge::checks()
        .iter()
        .filter_map(|check| {
            let mut reasons: Vec<Sentence> = Vec::new();
            for &trigger in check.suggested_by {
                if facts.holds(trigger) != Some(true) {
                    continue;
                }
                for reason in because(trigger, person) {
                    if !reasons.contains(&reason) {
                        reasons.push(reason);
                    }
                }
            }
            (!reasons.is_empty()).then(|| Ask {
                text: Sentence::known(check.name),
                reason: Sentence::joined("; ", reasons),
            })
        })
        .collect()
}

fn because(trigger: Trigger, person: &Person) -> Vec<Sentence> {
    match trigger {
        Trigger::Medicine(class) => person
            .taking()
            .filter_map(|(id, _)| knowledge::medicine(id.as_str()))
            .filter(|medicine| knowledge::takes(medicine, class))
            .map(|medicine| {
                Sentence::of("check-medicine").with("name", Sentence::known(medicine.name))
            })
            .collect(),
        Trigger::Condition(id) => vec![words::condition(id)],
        Trigger::Symptom(id) => {
            let suggests = knowledge::flag(id).map_or(id, |flag| flag.suggests);
            vec![Sentence::of("check-sign").with("sign", Sentence::known(suggests))]
        }
        Trigger::Pregnant => vec![Sentence::of("check-pregnancy")],
        Trigger::AgeAtLeast(years) => vec![Sentence::of("check-age-over").with("years", years)],
        Trigger::AgeAtMost(years) => vec![Sentence::of("check-age-under").with("years", years)],
    }
}
