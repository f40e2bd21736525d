//! What to do about the muscle that has knotted, and about what still aches afterwards: as far as the safety rules allow.

use diary::entry::Muscle;
use diary::{NightId, Person};
use insight::{Applies, Relief};
use knowledge::Place;

use crate::command::plan::warning_words;
use crate::output;

/// The remedy that the stretches of the knowledge base belong to.
const STRETCH: &str = "active-stretch";
/// What may soothe afterwards, in the order of naming.
const AFTER: [&str; 4] = ["massage-acute", "warmth", "paracetamol", "nsaid"];

/// The stretch of the muscle, for somebody in bed.
pub(super) fn during(
    person: &Person,
    muscle: Option<Muscle>,
    today: NightId,
) -> anyhow::Result<()> {
    let relief = insight::relief(person, today);
    let Some(allowed) = relief.iter().find(|one| one.remedy.id == STRETCH) else {
        return Ok(());
    };
    let Some(stretch) = knowledge::stretch(name(muscle), Place::Bed) else {
        return Ok(());
    };
    output::line("What to do now")?;
    cautions(allowed)?;
    for step in stretch.steps {
        output::point("  ", step.say)?;
    }
    Ok(())
}

/// What may help against the ache, each with its first sentence and what applies to this person.
pub(super) fn after(person: &Person, today: NightId) -> anyhow::Result<()> {
    let relief = insight::relief(person, today);
    let allowed: Vec<&Relief> = AFTER
        .iter()
        .filter_map(|id| relief.iter().find(|one| one.remedy.id == *id))
        .collect();
    if allowed.is_empty() {
        return Ok(());
    }
    output::line("If it still aches")?;
    for one in allowed {
        output::point("  ", one.remedy.name)?;
        cautions(one)?;
    }
    Ok(())
}

fn cautions(relief: &Relief) -> anyhow::Result<()> {
    relief
        .warnings
        .iter()
        .filter(|warning| warning.applies == Applies::Yes || relief.remedy.id != STRETCH)
        .try_for_each(|warning| output::paragraph("    ", &warning_words(warning)))
}

/// The name under which the knowledge holds a muscle's stretches: the calf's, unless somebody said otherwise.
fn name(muscle: Option<Muscle>) -> &'static str {
    match muscle.unwrap_or(Muscle::Calf) {
        Muscle::Calf => "calf",
        Muscle::Foot => "foot",
        Muscle::Toes => "toes",
        Muscle::FrontThigh => "front-thigh",
        Muscle::BackThigh => "back-thigh",
        Muscle::Arm => "arm",
        Muscle::Elsewhere => "elsewhere",
    }
}
