//! Finding a record by what people type: whole names, beginnings, words in any order, misspellings.

use std::collections::{BTreeMap, BTreeSet};

use crate::fold;

/// Endings of plurals in English and German: “tomatoes”, “Bananen”.
const PLURALS: [&str; 6] = ["s", "es", "n", "en", "e", "er"];
/// The fewest letters that are left of a word without its ending.
const SHORTEST_WORD: usize = 3;

/// The words of a name as the search compares them: lower case, without accents.
#[must_use]
pub fn words(name: &str) -> Vec<String> {
    fold::words(&fold::fold(name)).map(str::to_owned).collect()
}

/// Folded names in ascending order, each with the place of its record.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a, S, P>(pub &'a [(S, P)]);

impl<S: AsRef<str>, P: Copy + Ord> Names<'_, S, P> {
    /// The records with exactly this folded name.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<P> {
        self.from(name)
            .take_while(|(known, _)| known.as_ref() == name)
            .map(|(_, place)| *place)
            .collect()
    }

    /// The records with a name that begins so: the one most nearly typed in full comes first.
    #[must_use]
    pub fn beginning_with(&self, start: &str) -> Vec<P> {
        let mut hits: Vec<&(S, P)> = self
            .from(start)
            .take_while(|(known, _)| known.as_ref().starts_with(start))
            .collect();
        hits.sort_by_key(|(known, _)| known.as_ref().len());
        hits.into_iter().map(|(_, place)| *place).collect()
    }

    /// Records with a name within one edit (from 4 letters on) or two edits (from 7), nearest first.
    #[must_use]
    pub fn misspelt(&self, asked: &str) -> Vec<P> {
        let letters: Vec<char> = asked.chars().collect();
        let allowed: u32 = match letters.len() {
            0..4 => return Vec::new(),
            4..7 => 1,
            _ => 2,
        };
        let asked_set = letter_set(asked);
        // The names are sorted: a word that many records share is compared once.
        let mut hits: Vec<(usize, P)> = Vec::new();
        for same in self.0.chunk_by(|(a, _), (b, _)| a.as_ref() == b.as_ref()) {
            let count = same
                .first()
                .map(|(known, _)| known.as_ref())
                // One edit takes away at most one letter and brings at most one.
                .filter(|known| (asked_set ^ letter_set(known)).count_ones() <= 2 * allowed)
                .and_then(|known| edits(&letters, known, allowed as usize));
            if let Some(count) = count {
                hits.extend(same.iter().map(|(_, place)| (count, *place)));
            }
        }
        hits.sort_by_key(|(count, _)| *count);
        hits.into_iter().map(|(_, place)| place).collect()
    }

    fn from(&self, start: &str) -> impl Iterator<Item = &(S, P)> {
        self.0[self.0.partition_point(|(known, _)| known.as_ref() < start)..].iter()
    }
}

/// Names of several words, and the words in them, both in ascending order.
#[derive(Clone, Copy, Debug)]
pub struct Worded<'a, S, P> {
    /// Whole names.
    pub names: Names<'a, S, P>,
    /// Every word of every name.
    pub words: Names<'a, S, P>,
}

impl<S: AsRef<str>, P: Copy + Ord> Worded<'_, S, P> {
    /// The records that fit `text`, best first, without doubles: the exact name; names that go on after it; names with
    /// all its words; names with words that begin so; and only when there is none of these, words that are nearly so.
    /// `plain` tells among equals which comes first: the lesser.
    pub fn find<K: Ord>(&self, text: &str, plain: impl Fn(P) -> K) -> Vec<P> {
        let asked = fold::fold(text);
        let asked_words: Vec<&str> = fold::words(&asked).collect();
        if asked.chars().count() < 2 || asked_words.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<P> = Vec::new();
        let mut seen: BTreeSet<P> = BTreeSet::new();
        let mut add = |mut more: Vec<P>| {
            more.sort_by_key(|place| plain(*place));
            found.extend(more.into_iter().filter(|place| seen.insert(*place)));
        };
        add(self.names.named(&asked));
        let whole = self.with_words(&asked_words, |word| self.words.named(word));
        let begins: BTreeSet<P> = self.names.beginning_with(&asked).into_iter().collect();
        let (leading, others) = whole.into_iter().partition(|place| begins.contains(place));
        add(leading);
        add(others);
        add(self.with_words(&asked_words, |word| {
            let mut hits = self.words.beginning_with(word);
            let one = PLURALS
                .iter()
                .filter_map(|ending| word.strip_suffix(ending));
            hits.extend(
                one.filter(|one| one.len() >= SHORTEST_WORD)
                    .flat_map(|one| self.words.named(one)),
            );
            hits
        }));
        if found.is_empty() {
            let nearly = self.with_words(&asked_words, |word| {
                let mut hits = self.words.beginning_with(word);
                hits.extend(self.words.misspelt(word));
                hits
            });
            found.extend(nearly.into_iter().filter(|place| seen.insert(*place)));
        }
        found
    }

    /// The records that each asked word leads to, in the order in which the last word leads to them; of one word also those
    /// that it leads to several times.
    fn with_words(&self, asked: &[&str], hits: impl Fn(&str) -> Vec<P>) -> Vec<P> {
        if let [word] = asked {
            return hits(word);
        }
        let mut common: Option<BTreeMap<P, usize>> = None;
        for word in asked {
            let mut nearest: BTreeMap<P, usize> = BTreeMap::new();
            for (rank, place) in hits(word).into_iter().enumerate() {
                let before = match &common {
                    None => 0,
                    Some(common) => match common.get(&place) {
                        Some(before) => *before,
                        None => continue,
                    },
                };
                nearest.entry(place).or_insert(before + rank);
            }
            common = Some(nearest);
        }
        let mut ranked: Vec<(usize, P)> = common
            .unwrap_or_default()
            .into_iter()
            .map(|(place, rank)| (rank, place))
            .collect();
        ranked.sort_unstable();
        ranked.into_iter().map(|(_, place)| place).collect()
    }
}

/// An index of names that is made while the program runs.
#[derive(Clone, Debug, Default)]
pub struct Index {
    names: Vec<(String, u32)>,
    words: Vec<(String, u32)>,
}

impl Index {
    /// Indexes the names of records in the order of their places.
    #[must_use]
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut index = Self::default();
        for (place, name) in (0_u32..).zip(names) {
            let folded = fold::fold(name);
            index
                .words
                .extend(fold::words(&folded).map(|word| (word.to_owned(), place)));
            index.names.push((folded, place));
        }
        index.names.sort_unstable();
        index.words.sort_unstable();
        index.words.dedup();
        index
    }

    /// The places of the records that fit, best first; see [`Worded::find`].
    pub fn find<K: Ord>(&self, text: &str, plain: impl Fn(u32) -> K) -> Vec<u32> {
        Worded {
            names: Names(&self.names),
            words: Names(&self.words),
        }
        .find(text, plain)
    }
}

/// The letters of a word as a set; two of them may share a place, which only lets more words through to be compared.
fn letter_set(word: &str) -> u64 {
    word.chars()
        .fold(0, |set, letter| set | 1 << (u32::from(letter) % u64::BITS))
}

/// The number of letters added, dropped, changed or swapped with their neighbour between two words (optimal string
/// alignment distance), if it is at most `allowed`.
fn edits(a: &[char], b: &str, allowed: usize) -> Option<usize> {
    let b: Vec<char> = b.chars().collect();
    if a.len().abs_diff(b.len()) > allowed {
        return None;
    }
    let mut before_last: Vec<usize> = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut row = vec![0; b.len() + 1];
    for i in 1..=a.len() {
        row[0] = i;
        for j in 1..=b.len() {
            let change = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = change.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before_last[j - 2] + 1);
            }
            row[j] = best;
        }
        if row.iter().all(|count| *count > allowed) {
            return None;
        }
        std::mem::swap(&mut before_last, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    Some(last[b.len()]).filter(|count| *count <= allowed)
}
