//! What the person could ask, and what the doctor might check: each with the reason, none a diagnosis.

use diary::Person;
use knowledge::{Learned, Severity, Trigger, Urgency};

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The question, or the check.
    pub text: String,
    /// Why it stands here.
    pub reason: String,
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
        let signs = if pressing == 1 { "sign" } else { "signs" };
        asks.push(Ask {
            text: format!("What should be done about the warning {signs}?"),
            reason: "above".to_owned(),
        });
    }
    asks.extend(about_medicines(medicines));
    asks.extend(about_remedies(plan));
    if let Some(burden) = burden {
        let counted = burden.counted;
        if counted.with_cramps as f64 >= OFTEN * counted.answered as f64 {
            asks.push(Ask {
                text: "If home measures are not enough, what else could be tried?".to_owned(),
                reason: format!(
                    "cramps on {} of {} answered nights",
                    counted.with_cramps, counted.answered
                ),
            });
        }
    }
    asks.truncate(QUESTIONS);
    asks
}

fn about_medicines(medicines: &Medicines) -> Option<Ask> {
    let names: Vec<String> = medicines
        .all
        .iter()
        .filter(|one| matches!(one.state, State::Taking(_)) && one.bears_on_cramps())
        .map(|one| one.name.clone())
        .collect();
    if names.is_empty() {
        return None;
    }
    Some(Ask {
        text: format!(
            "Could {} have to do with the cramps? Nothing is stopped without you.",
            words::any(&names)
        ),
        reason: "see medicines".to_owned(),
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
                text: format!(
                    "Is this right for me: {}?",
                    words::lower_first(step.remedy.name)
                ),
                reason: warning.message.to_owned(),
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
            let mut reasons: Vec<String> = Vec::new();
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
                text: check.name.to_owned(),
                reason: reasons.join("; "),
            })
        })
        .collect()
}

fn because(trigger: Trigger, person: &Person) -> Vec<String> {
    match trigger {
        Trigger::Medicine(class) => person
            .taking()
            .filter_map(|(id, _)| knowledge::medicine(id.as_str()))
            .filter(|medicine| knowledge::takes(medicine, class))
            .map(|medicine| format!("takes {}", medicine.name))
            .collect(),
        Trigger::Condition(id) => vec![words::condition(id)],
        Trigger::Symptom(id) => {
            let suggests = knowledge::flag(id).map_or(id, |flag| flag.suggests);
            vec![format!("warning sign: {suggests}")]
        }
        Trigger::Pregnant => vec!["pregnancy".to_owned()],
        Trigger::AgeAtLeast(years) => vec![format!("age {years} or over")],
        Trigger::AgeAtMost(years) => vec![format!("age {years} or under")],
    }
}
