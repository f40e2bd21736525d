//! The devices and programs of a file, and which of them is believed where several counted the same.

use std::collections::HashMap;

/// Devices and programs in one file.
pub(super) const MOST_SOURCES: usize = 1_000;
/// Sources that are named in a sentence.
const MOST_NAMED: usize = 20;

/// Which source is believed where several counted at the same time; the first one first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Watch,
    Other,
    Phone,
}

/// One device or program.
struct Source {
    name: String,
    rank: Rank,
}

/// Those of a file, by number.
#[derive(Default)]
pub(super) struct Sources {
    all: Vec<Source>,
    by_name: HashMap<String, u16>,
}

impl Sources {
    /// The number of a source by its name and the description of its device; none when there are too many.
    pub(super) fn number(&mut self, name: &str, device: &str) -> Option<u16> {
        if let Some(&known) = self.by_name.get(name) {
            return Some(known);
        }
        if self.all.len() == MOST_SOURCES {
            return None;
        }
        let (folded, device) = (name.to_lowercase(), device.to_lowercase());
        let has = |word: &str| folded.contains(word) || device.contains(word);
        let rank = if has("watch") {
            Rank::Watch
        } else if has("phone") || has("mobiletrack") {
            Rank::Phone
        } else {
            Rank::Other
        };
        let number = u16::try_from(self.all.len()).ok()?;
        self.all.push(Source {
            name: name.to_owned(),
            rank,
        });
        self.by_name.insert(name.to_owned(), number);
        Some(number)
    }

    /// What a reader must know when there are several.
    pub(super) fn note(&self) -> Option<String> {
        if self.all.len() < 2 {
            return None;
        }
        let mut sources: Vec<&Source> = self.all.iter().collect();
        sources.sort_by(|a, b| (a.rank, &a.name).cmp(&(b.rank, &b.name)));
        let names: Vec<String> = sources
            .into_iter()
            .take(MOST_NAMED)
            .map(|source| crate::text::shown(&source.name))
            .collect();
        Some(format!(
            "Where several devices counted at the same time, one is believed each hour or night, in this order: watch, other devices and programs, phone; of equals, the one that counted most. Of food, the program that counted most on a day. Here: {}.",
            names.join(", ")
        ))
    }

    /// Whether `a`, which counted `much`, is believed before `b`, which counted `other`, at the same time.
    pub(super) fn is_believed(&self, (a, much): (u16, f64), (b, other): (u16, f64)) -> bool {
        let of = |source: u16| {
            self.all
                .get(usize::from(source))
                .map(|source| (source.rank, &source.name))
        };
        let (rank_a, rank_b) = (of(a), of(b));
        let order = rank_a.map(|r| r.0).cmp(&rank_b.map(|r| r.0));
        order
            .then(other.total_cmp(&much))
            .then_with(|| rank_a.map(|r| r.1).cmp(&rank_b.map(|r| r.1)))
            .is_lt()
    }
}
