//! What is told about drinking, in plain sentences.

use super::{AfterSweating, Hours, Part, Rhythm, Target, Water};
use crate::words;
use knowledge::FluidKind;

impl Water {
    /// What it comes down to, in one sentence.
    #[must_use]
    pub fn headline(&self) -> String {
        match self {
            Self::Target(target) => format!(
                "About {} litres of drinks today, of all kinds.",
                litres(target.millilitres)
            ),
            Self::Asks(_) => {
                "We name no amount to drink until we know a little more about you.".to_owned()
            }
            Self::Silent { .. } => "We name no amount to drink for you.".to_owned(),
        }
    }
}

impl Target {
    /// What to take after heavy sweating, and why.
    #[must_use]
    pub fn after_sweating(&self) -> String {
        match &self.after_sweating {
            AfterSweating::Salty(_) => "After heavy sweating take a rehydration drink, or something salty with your water, rather than plain water alone. In a laboratory plain water made the calf easier to cramp in ten young men, and a rehydration drink made it harder; nobody has tested it for night cramps.".to_owned(),
            AfterSweating::AskFirst(_) => "After heavy sweating, vomiting or diarrhoea ask your doctor or pharmacist how to make up for it: salty drinks may not be for you.".to_owned(),
        }
    }
}

impl Rhythm {
    /// How many glasses, and how large.
    #[must_use]
    pub fn glasses(&self) -> String {
        format!(
            "{} of about {} ml",
            match self.glasses.len() {
                1 => "1 glass".to_owned(),
                count => format!("{count} glasses"),
            },
            self.glass
        )
    }

    /// The times of the glasses, one after the other.
    #[must_use]
    pub fn times(&self) -> String {
        let times: Vec<String> = self.glasses.iter().copied().map(clock).collect();
        times.join(", ")
    }

    /// When the evening's drinks end, and whose hours these are.
    #[must_use]
    pub fn evening(&self) -> String {
        let whose = match self.hours {
            Hours::Told => "",
            Hours::Assumed => " We took 07:00 and 22:30 for getting up and going to bed.",
        };
        format!(
            "From {} only sips, for thirst or tablets: a full bladder wakes you too.{whose}",
            clock(self.sips_from)
        )
    }
}

impl Part {
    /// “+500 ml: A hot day, as you told today”, the first one without a sign.
    #[must_use]
    pub fn line(&self) -> String {
        let salty = match self.drink {
            FluidKind::Any => "",
            FluidKind::Salty => ", as a rehydration drink",
        };
        format!("{:+} ml: {}{salty}", self.millilitres, self.name)
    }
}

/// “1.6”, “2”.
fn litres(millilitres: u32) -> String {
    words::number(f64::from(millilitres) / 1000.0)
}

/// “07:15”.
fn clock(time: jiff::civil::Time) -> String {
    time.strftime("%H:%M").to_string()
}
