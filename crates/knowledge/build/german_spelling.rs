//! German names of medicines as people spell them, who write Azetyl, Kalzium and Eisensulfat where the package says Acetyl,
//! Calcium and Eisen(II)-sulfat.

/// Other spellings of a folded German name; none when it has none.
pub(crate) fn plainer(name: &str) -> Vec<String> {
    let plain = without_valence(name);
    let everyday = everyday(&plain);
    let mut spellings = vec![plain, everyday];
    spellings.dedup();
    spellings.retain(|spelling| spelling != name);
    spellings
}

/// `eisen(ii)-sulfat` without its brackets: `eisensulfat`.
fn without_valence(name: &str) -> String {
    name.replace("(iii)-", "").replace("(ii)-", "")
}

/// The c of the pharmacies as it sounds: k, and z before e, i and y. `ch` and `ck` stay, and a c that ends a word.
fn everyday(name: &str) -> String {
    let mut spelt = String::with_capacity(name.len());
    let mut letters = name.chars().peekable();
    while let Some(letter) = letters.next() {
        spelt.push(match (letter, letters.peek()) {
            ('c', Some('e' | 'i' | 'y')) => 'z',
            ('c', Some('h' | 'k')) => 'c',
            ('c', Some(next)) if next.is_alphabetic() => 'k',
            (other, _) => other,
        });
    }
    spelt
}
