//! The checks of sources: what was read says where; what was not shows no quantity.

use crate::records::Verified;

/// Verified means that a source was read; unverified means that no quantity is shown.
pub(crate) fn source(
    verified: Verified,
    source: &str,
    shown: &str,
    mistake: &mut impl FnMut(String),
) {
    if verified == Verified::Unverified {
        if let Some(quantity) = quantity(shown) {
            mistake(format!("unverified, yet it shows “{quantity}”"));
        }
    } else if source.is_empty() {
        mistake("verified, yet without a source".into());
    }
}

/// A number that stands on its own; digits inside a name (`B6`, `K2`) are no quantity.
fn quantity(text: &str) -> Option<&str> {
    text.split_whitespace().find(|word| {
        word.trim_start_matches(['(', '“', '-', '+', '<', '>', '~'])
            .starts_with(|c: char| c.is_ascii_digit())
    })
}
