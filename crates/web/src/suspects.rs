//! Which factors matter for this person: the three lists, and a page for each suspect.

pub(crate) mod dots;
pub(crate) mod list;
pub(crate) mod one;

use insight::{Basis, Tag};

/// What a judgement rests on, in words.
fn tag(tag: Tag) -> &'static str {
    match tag {
        Tag::FromStudies => "from studies",
        Tag::FromYourNights => "from studies and your nights",
        Tag::Tested => "tested",
    }
}

/// What all judgements rest on, in a sentence.
pub(crate) fn basis(basis: Basis) -> String {
    match basis {
        Basis::EvidenceOnly => {
            "No nights are answered yet. What you see comes from what you told about yourself and from published studies \
             alone. Each answered night makes it more your own."
                .to_owned()
        }
        Basis::Nights { answered, all } => format!(
            "This rests on published studies and on your {answered} answered nights of {all}. It shows what goes \
             together. Only a test can show what causes what."
        ),
    }
}
