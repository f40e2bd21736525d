//! What a reader must know beside the list.

use diary::Person;
use infer::{Answer, Note};

use super::Basis;
use crate::words::counted;

/// Plain sentences about what the suspects rest on and where they may mislead.
pub(super) fn of(
    basis: Basis,
    answer: Option<&Answer>,
    unknown: usize,
    person: &Person,
) -> Vec<String> {
    let mut notes = Vec::new();
    // With nights, the faces say on how many it rests.
    if basis == Basis::EvidenceOnly {
        notes.push(
            "There is nothing from your own nights in this yet. It comes from your profile and from published studies alone."
                .to_owned(),
        );
    }
    notes.extend(
        answer
            .into_iter()
            .flat_map(|answer| &answer.notes)
            .filter_map(sentence),
    );
    if unknown > 0 {
        notes.push(format!(
            "Tell us your conditions and medicines to judge {}.",
            counted(unknown, "more possible cause"),
        ));
    }
    if person.hemisphere.is_none() {
        notes.push("Cramps follow the seasons. Tell us in which half of the world you live and we allow for it.".to_owned());
    }
    notes
}

fn sentence(note: &Note) -> Option<String> {
    let name = |id: &str| {
        knowledge::factor(id)
            .map_or(id, |factor| factor.name)
            .to_owned()
    };
    match note {
        Note::Constant(id) => Some(format!(
            "{} was the same on every day you answered, so your nights cannot show whether it matters.",
            name(id)
        )),
        // The suspect's own sentence says so already.
        Note::NeverObserved(_) => None,
        Note::ManyMissing { missing, rows } => Some(format!(
            "{missing} of {} not answered. If you answer more after bad nights, the picture is too dark. \
             A quick zero after a good night helps most.",
            if *missing == 1 { format!("{rows} nights was") } else { format!("{rows} nights were") },
        )),
        Note::NoEvents => Some("You have had no cramps in these nights, so no cause can show.".to_owned()),
        Note::GoodFit => Some("Your nights look like our model of them.".to_owned()),
        Note::PoorFit { .. } => Some(
            "Your nights do not look quite like our model of them. Take the numbers as rougher than they seem.".to_owned(),
        ),
    }
}
