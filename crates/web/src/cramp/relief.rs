//! What to do about the muscle that has knotted: the instructions of the relief remedies that are safe for this person.

use diary::entry::Muscle;
use diary::{NightId, Person};
use insight::{Applies, Warning};
use jiff::civil::Date;
use knowledge::Place;

use crate::words;

/// The remedy that the stretches of the knowledge base belong to.
const STRETCH: &str = "active-stretch";
/// Relief while a cramp is under way, in the order of doing.
const DURING: [&str; 2] = [STRETCH, "walk-it-off"];
/// What may soothe afterwards.
const AFTER: [&str; 5] = [
    "massage-acute",
    "warmth",
    "elevate-legs",
    "paracetamol",
    "nsaid",
];

/// Key of what the cautions of a stretch that may apply come down to, for someone in pain at night: the rules about a swollen
/// leg, an injury and a tendon in a few words. The rules themselves stand behind it.
pub(crate) const CAUTION: &str = "cramp-caution";

/// Where somebody can be, with its name in a form and the key of its words.
pub(crate) const PLACES: [(&str, &str, Place); 3] = [
    ("bed", "place-bed", Place::Bed),
    ("sitting", "place-sitting", Place::Sitting),
    ("standing", "place-standing", Place::Standing),
];

/// The place with this name in an address; in bed unless somebody says otherwise.
pub(crate) fn place_named(name: &str) -> Place {
    let named = PLACES.iter().find(|(value, _, _)| *value == name);
    named.map_or(Place::Bed, |(_, _, place)| *place)
}

/// The name of a muscle's stretches: the calf's, unless somebody said otherwise.
pub(crate) fn stretched(muscle: Option<Muscle>) -> &'static str {
    let muscle = muscle.unwrap_or(Muscle::Calf);
    let named = words::MUSCLES.iter().find(|(_, _, other)| *other == muscle);
    named.map_or("calf", |(value, _, _)| value)
}

/// One remedy with its instructions and what must be said with it.
pub(crate) struct Relief {
    id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) instructions: &'static [&'static str],
    pub(crate) warnings: Vec<Warning>,
}

/// One instruction of the help.
#[derive(Clone, Copy)]
pub(crate) struct Step {
    pub(crate) say: &'static str,
    /// Seconds to hold; 0 when there is nothing to hold.
    pub(crate) hold: u16,
    /// The drawing; empty when there is none.
    pub(crate) picture: &'static str,
    /// It is a warning that applies to this person.
    pub(crate) care: bool,
}

impl Step {
    fn plain(say: &'static str) -> Self {
        Self {
            say,
            hold: 0,
            picture: "",
            care: false,
        }
    }

    /// Longer than fits beside a picture in the largest type.
    pub(crate) fn is_long(&self) -> bool {
        self.say.chars().count() > 120
    }

    /// The drawing itself.
    pub(crate) fn svg(&self) -> String {
        crate::picture::svg(self.picture)
    }
}

/// What to do now, before it is known for which muscle.
pub(crate) struct Help {
    relief: Vec<Relief>,
}

impl Help {
    /// The help that is safe for this person.
    pub(crate) fn of(person: &Person, today: Date) -> Self {
        Self {
            relief: allowed(&DURING, person, today),
        }
    }

    /// Warnings that apply to this person: they come first.
    pub(crate) fn care(&self) -> Vec<Step> {
        let applying = self.warnings().into_iter();
        applying
            .filter(|warning| warning.applies == Applies::Yes)
            .map(|warning| Step {
                care: true,
                ..Step::plain(warning.message)
            })
            .collect()
    }

    /// The stretch of a muscle; nothing when stretching is not safe for this person.
    pub(crate) fn stretch(&self, muscle: &str, place: Place) -> Vec<Step> {
        let safe = self.relief.iter().any(|relief| relief.id == STRETCH);
        let stretch = knowledge::stretch(muscle, place).filter(|_| safe);
        stretch.map_or_else(Vec::new, |stretch| {
            let step = |step: &knowledge::StretchStep| Step {
                say: step.say,
                hold: step.hold,
                picture: stretch.picture,
                care: false,
            };
            stretch.steps.iter().map(step).collect()
        })
    }

    /// What follows the stretch, whatever the muscle.
    pub(crate) fn then(&self) -> Vec<Step> {
        let rest = self.relief.iter().filter(|relief| relief.id != STRETCH);
        rest.flat_map(|relief| relief.instructions)
            .map(|say| Step::plain(say))
            .collect()
    }

    /// All of it in order.
    pub(crate) fn steps(&self, muscle: &str, place: Place) -> Vec<Step> {
        [self.care(), self.stretch(muscle, place), self.then()].concat()
    }

    /// Each warning of the remedies once.
    pub(crate) fn warnings(&self) -> Vec<&Warning> {
        let mut once: Vec<&Warning> = Vec::new();
        for warning in self.relief.iter().flat_map(|relief| &relief.warnings) {
            if once.iter().all(|other| other.rule.id != warning.rule.id) {
                once.push(warning);
            }
        }
        once
    }
}

/// What may help once the cramp has let go.
pub(crate) fn after(person: &Person, today: Date) -> Vec<Relief> {
    allowed(&AFTER, person, today)
}

fn allowed(ids: &[&str], person: &Person, today: Date) -> Vec<Relief> {
    let safe = insight::relief(person, NightId::of_evening(today));
    ids.iter()
        .filter_map(|id| safe.iter().find(|relief| relief.remedy.id == *id))
        .map(|relief| Relief {
            id: relief.remedy.id,
            name: relief.remedy.name,
            instructions: relief.remedy.how_to,
            warnings: relief.warnings.clone(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_muscle_has_help_in_every_place_and_whoever_stands_holds_on() {
        let help = Help::of(&Person::default(), jiff::civil::date(2026, 5, 4));
        for (_, _, muscle) in words::MUSCLES {
            for (_, _, place) in PLACES {
                let steps = help.steps(stretched(Some(muscle)), place);
                assert!(
                    steps.iter().any(|step| step.hold > 0),
                    "{muscle:?} {place:?}: something to hold"
                );
            }
        }
        assert!(
            help.stretch("calf", Place::Standing)[0]
                .say
                .contains("Hold on to")
        );
    }
}
