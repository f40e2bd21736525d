//! What stands in the diary beside a morning's answer and counts for more.

use diary::{Act, Body, Entry, Night};

/// What must be said when a morning's answer is smaller than the cramps logged in the night: the logged ones count.
pub(super) fn notes(entries: &[Entry], nights: &[Night]) -> Vec<String> {
    let note = |entry: &Entry| {
        let Act::Tell {
            body: Body::Morning(morning),
        } = &entry.act
        else {
            return None;
        };
        let answered = usize::try_from(morning.cramps?.get()).ok()?;
        let night = nights.iter().find(|night| night.id == morning.night)?;
        let (logged, were, they, count) = match night.cramps.len() {
            1 => ("1 cramp".to_owned(), "was", "it", "counts"),
            n => (format!("{n} cramps"), "were", "they", "count"),
        };
        (night.cramps.len() > answered).then(|| {
            format!(
                "{logged} {were} logged that night: {they} still {count}. Take one back on the night's page, or with `soleus undo`, which takes back the newest first: this answer, then the cramp."
            )
        })
    };
    entries.iter().filter_map(note).collect()
}
