//! What is known in German, as far as it has been translated: `knowledge/de/`.

use crate::records;

/// A text of the records in German; nothing when nobody translated it.
///
/// ```
/// assert_eq!(knowledge::in_german("Sit up. Straighten the knee."), Some("Setzen Sie sich auf. Strecken Sie das Knie."));
/// assert_eq!(knowledge::in_german("Nobody says this."), None);
/// ```
#[must_use]
pub fn in_german(english: &str) -> Option<&'static str> {
    let all = records::GERMAN;
    let at = all.binary_search_by(|(known, _)| (*known).cmp(english));
    at.ok()
        .and_then(|at| all.get(at))
        .map(|(_, german)| *german)
}
