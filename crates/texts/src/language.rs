//! The languages there are, and which of them a browser asks for.

/// A language with a catalogue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, in which the catalogue is written first.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// All of them, English first.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// Its tag after BCP 47, as in `<html lang>`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// Its name in itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// The language with this tag; a region behind it (`de-AT`) changes nothing.
    #[must_use]
    pub fn tagged(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default().trim();
        Self::ALL
            .into_iter()
            .find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }

    /// The one that an `Accept-Language` header likes best; English when it knows none of ours.
    #[must_use]
    pub fn accepted(header: &str) -> Self {
        let mut best = (0.0, Self::English);
        for wish in header.split(',') {
            let mut parts = wish.split(';');
            let tag = parts.next().unwrap_or_default().trim();
            let weight = parts
                .find_map(|part| part.trim().strip_prefix("q="))
                .map_or(Some(1.0), |weight| weight.trim().parse::<f32>().ok());
            if let (Some(language), Some(weight)) = (Self::tagged(tag), weight)
                && weight > best.0
            {
                best = (weight, language);
            }
        }
        best.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_gets_what_it_likes_best_of_what_there_is() {
        for (header, expected) in [
            ("", Language::English),
            ("fr,es;q=0.8", Language::English),
            ("de-AT,de;q=0.9,en;q=0.8", Language::German),
            ("en;q=0.3, de;q=0.7", Language::German),
            ("en-GB,en;q=0.9,de;q=0.9", Language::English),
            ("DE", Language::German),
            ("de;q=0", Language::English),
            ("de;q=much,,;=", Language::English),
            ("dent", Language::English),
        ] {
            assert_eq!(Language::accepted(header), expected, "{header}");
        }
    }
}
