//! Which factors matter for this person: the three lists, and a page for each suspect.

pub(crate) mod dots;
pub(crate) mod list;
pub(crate) mod one;

use insight::{Basis, Tag};

/// What a judgement rests on, in words.
fn tag(tag: Tag) -> &'static str {
    match tag {
        Tag::FromStudies => crate::word("suspects-from-studies"),
        Tag::FromYourNights => crate::word("suspects-from-nights"),
        Tag::Tested => crate::word("suspects-tested"),
    }
}

/// What nights that are only watched cannot show.
fn limit(basis: Basis) -> Option<&'static str> {
    match basis {
        Basis::EvidenceOnly => None,
        Basis::Nights { .. } => Some(crate::word("suspects-limit")),
    }
}
