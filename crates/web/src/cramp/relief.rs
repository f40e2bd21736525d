//! What to do about the muscle that has knotted: the instructions of the relief remedies that are safe for this person.

use diary::entry::Muscle;
use diary::{NightId, Person};
use insight::Warning;
use jiff::civil::Date;

/// Relief while a cramp is under way, in the order of doing.
const DURING: [&str; 2] = ["active-stretch", "walk-it-off"];
/// What may soothe afterwards.
const AFTER: [&str; 3] = ["massage-acute", "warmth", "elevate-legs"];

/// What the cautions of a stretch that may apply come down to, for someone in pain at night: the rules about a swollen
/// leg, an injury and a tendon in a few words. The rules themselves stand behind it.
pub(crate) const CAUTION: &str =
    "Do not stretch hard if one leg is swollen, warm or red, or after a pop or injury.";

/// One remedy with its instructions for a muscle and what must be said with it.
pub(crate) struct Relief {
    pub(crate) name: &'static str,
    pub(crate) instructions: Vec<String>,
    pub(crate) warnings: Vec<Warning>,
}

/// What to do now.
pub(crate) fn during(person: &Person, today: Date, muscle: Option<Muscle>) -> Vec<Relief> {
    allowed(&DURING, person, today, muscle)
}

/// What may help once the cramp has let go.
pub(crate) fn after(person: &Person, today: Date, muscle: Option<Muscle>) -> Vec<Relief> {
    allowed(&AFTER, person, today, muscle)
}

fn allowed(ids: &[&str], person: &Person, today: Date, muscle: Option<Muscle>) -> Vec<Relief> {
    let safe = insight::relief(person, NightId::of_evening(today));
    ids.iter()
        .filter_map(|id| safe.iter().find(|relief| relief.remedy.id == *id))
        .map(|relief| Relief {
            name: relief.remedy.name,
            instructions: relief
                .remedy
                .how_to
                .iter()
                .filter_map(|step| for_muscle(step, muscle))
                .collect(),
            warnings: relief.warnings.clone(),
        })
        .collect()
}

/// The part of an instruction that is about this muscle; `None` when all of it is about others.
///
/// A sentence that begins with “For a foot cramp” or “If the calf cramps” is about that muscle alone, “In bed or
/// sitting” is about calf and foot; every other sentence is for all. Unless somebody said otherwise it is the calf.
fn for_muscle(step: &str, muscle: Option<Muscle>) -> Option<String> {
    let muscle = muscle.unwrap_or(Muscle::Calf);
    let kept: Vec<&str> = step
        .split_inclusive(". ")
        .map(str::trim)
        .filter(|sentence| about(sentence).is_none_or(|muscles| muscles.contains(&muscle)))
        .collect();
    let headless = kept
        .first()
        .is_some_and(|first| step.starts_with("In bed") && !first.starts_with("In bed"));
    if kept.is_empty() || headless {
        None
    } else {
        Some(kept.join(" "))
    }
}

fn about(sentence: &str) -> Option<&'static [Muscle]> {
    const BEGINNINGS: [(&str, &[Muscle]); 5] = [
        ("If the calf cramps", &[Muscle::Calf, Muscle::Elsewhere]),
        (
            "In bed or sitting",
            &[Muscle::Calf, Muscle::Foot, Muscle::Toes],
        ),
        ("For a foot cramp", &[Muscle::Foot, Muscle::Toes]),
        ("For the front of the thigh", &[Muscle::FrontThigh]),
        ("For the back of the thigh", &[Muscle::BackThigh]),
    ];
    BEGINNINGS
        .iter()
        .find(|(beginning, _)| sentence.starts_with(beginning))
        .map(|(_, muscles)| *muscles)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_muscle_gets_its_own_stretch_and_only_its_own() {
        let stretch = knowledge::remedy("active-stretch").unwrap();
        let told = |muscle| -> String {
            stretch
                .how_to
                .iter()
                .filter_map(|step| for_muscle(step, Some(muscle)))
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert!(
            told(Muscle::Calf).contains("lean forward") && !told(Muscle::Calf).contains("thigh")
        );
        assert!(told(Muscle::Foot).contains("toes") && !told(Muscle::Foot).contains("thigh"));
        assert!(told(Muscle::FrontThigh).contains("heel toward the buttock"));
        assert!(!told(Muscle::FrontThigh).contains("pull the toes up"));
        assert!(told(Muscle::BackThigh).contains("sit with the leg straight"));
        for muscle in [
            Muscle::Calf,
            Muscle::Foot,
            Muscle::Toes,
            Muscle::FrontThigh,
            Muscle::BackThigh,
            Muscle::Elsewhere,
        ] {
            assert!(
                told(muscle).contains("Hold on to something"),
                "the fall warning is for everybody"
            );
        }
    }
}
