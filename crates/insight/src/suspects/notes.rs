//! What a reader must know beside the list.

use diary::Person;
use infer::{Answer, Note};
use texts::Sentence;

use super::Basis;

/// Plain sentences about what the suspects rest on and where they may mislead.
pub(super) fn of(
    basis: Basis,
    answer: Option<&Answer>,
    unknown: usize,
    person: &Person,
) -> Vec<Sentence> {
    let mut notes = Vec::new();
    // With nights, the faces say on how many it rests.
    if basis == Basis::EvidenceOnly {
        notes.push(Sentence::of("note-alone"));
    }
    notes.extend(
        answer
            .into_iter()
            .flat_map(|answer| &answer.notes)
            .filter_map(sentence),
    );
    if unknown > 0 {
        notes.push(Sentence::of("note-unknown").with("count", unknown));
    }
    if person.hemisphere.is_none() {
        notes.push(Sentence::of("note-seasons"));
    }
    notes
}

fn sentence(note: &Note) -> Option<Sentence> {
    match note {
        Note::Constant(id) => {
            let name = super::judge::name_of(id);
            Some(Sentence::of("note-constant").with("name", Sentence::known(name)))
        }
        // The suspect's own sentence says so already.
        Note::NeverObserved(_) => None,
        Note::ManyMissing { missing, rows } => Some(
            Sentence::of("note-missing")
                .with("missing", *missing)
                .with("rows", *rows),
        ),
        Note::NoEvents => Some(Sentence::of("note-no-cramps")),
        Note::GoodFit => Some(Sentence::of("note-good-fit")),
        Note::PoorFit { .. } => Some(Sentence::of("note-poor-fit")),
    }
}
