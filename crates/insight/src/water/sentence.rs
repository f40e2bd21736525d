//! What is told about drinking, in plain sentences.

use knowledge::FluidKind;
use texts::Sentence;

use super::{AfterSweating, Hours, Part, Rhythm, Target, Water};

impl Water {
    /// What it comes down to, in one sentence.
    #[must_use]
    pub fn headline(&self) -> Sentence {
        match self {
            Self::Target(target) => {
                Sentence::of("water-amount").with("volume", Sentence::litres(target.millilitres))
            }
            Self::Asks(_) => Sentence::of("water-asks"),
            Self::Silent { .. } => Sentence::of("water-none"),
        }
    }
}

impl Target {
    /// What to take after heavy sweating, and why.
    #[must_use]
    pub fn after_sweating(&self) -> Sentence {
        match &self.after_sweating {
            AfterSweating::Salty(_) => Sentence::of("water-salty"),
            AfterSweating::AskFirst(_) => Sentence::of("water-ask-first"),
        }
    }
}

impl Rhythm {
    /// How many glasses, and how large.
    #[must_use]
    pub fn glasses(&self) -> Sentence {
        Sentence::of("water-glasses")
            .with("count", self.glasses.len())
            .with("volume", Sentence::millilitres(self.glass))
    }

    /// The times of the glasses, one after the other.
    #[must_use]
    pub fn times(&self) -> String {
        let times: Vec<String> = self.glasses.iter().copied().map(clock).collect();
        times.join(", ")
    }

    /// When the evening's drinks end, and whose hours these are.
    #[must_use]
    pub fn evening(&self) -> Sentence {
        let sips =
            Sentence::of("water-evening").with("time", Sentence::text(clock(self.sips_from)));
        match self.hours {
            Hours::Told => sips,
            Hours::Assumed => Sentence::in_turn([sips, Sentence::of("water-assumed")]),
        }
    }
}

impl Part {
    /// “+500 ml: A hot day, as you told today”.
    #[must_use]
    pub fn line(&self) -> Sentence {
        Sentence::of("water-part")
            .with("volume", Sentence::added_millilitres(self.millilitres))
            .with("name", self.name.clone())
            .choosing(
                "drink",
                match self.drink {
                    FluidKind::Any => "any",
                    FluidKind::Salty => "salty",
                },
            )
    }
}

/// “07:15”.
fn clock(time: jiff::civil::Time) -> String {
    time.strftime("%H:%M").to_string()
}
