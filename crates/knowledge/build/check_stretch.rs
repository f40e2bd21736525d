//! Checks the stretches for a knotted muscle.

use crate::records::{Place, Stretch};

/// Muscles of a cramp entry that have stretches; `elsewhere` stands for the rest.
const MUSCLES: [&str; 6] = [
    "calf",
    "foot",
    "toes",
    "front-thigh",
    "back-thigh",
    "elsewhere",
];

/// Longest hold in seconds: nobody stands on one leg for longer because a clock says so.
const LONGEST_HOLD: u16 = 60;

pub(crate) fn all(stretches: &[Stretch], mistake: &mut impl FnMut(String, String)) {
    for stretch in stretches {
        let mut wrong = |what: String| {
            mistake(format!("stretches.toml: stretch {}", stretch.id), what);
        };
        let place = match stretch.place {
            Place::Bed => "bed",
            Place::Sitting => "sitting",
            Place::Standing => "standing",
        };
        if !MUSCLES.contains(&stretch.muscle.as_str()) {
            wrong(format!("no muscle {}", stretch.muscle));
        }
        if stretch.id != format!("{}-{place}", stretch.muscle) {
            wrong("the id is not its muscle and place".to_owned());
        }
        if stretch.basis.is_empty() || stretch.steps.is_empty() {
            wrong("needs steps and their basis".to_owned());
        }
        if stretch.steps.iter().any(|step| step.hold > LONGEST_HOLD) {
            wrong(format!("a hold of more than {LONGEST_HOLD} seconds"));
        }
        // Falls at night are the main danger: whoever stands holds on.
        let warns = stretch
            .steps
            .first()
            .is_some_and(|step| step.say.contains("Hold on to"));
        if stretch.place == Place::Standing && !warns {
            wrong("a standing stretch begins with what to hold on to".to_owned());
        }
    }
}
