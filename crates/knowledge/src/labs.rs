//! Blood tests: their names, units, usual ranges, and what a value makes the safety rules assume.

use crate::records::LABS;
use crate::types::Verified;

/// A blood test that matters for cramps.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Lab {
    pub id: &'static str,
    pub name: &'static str,
    /// Other names that are understood.
    pub also: &'static [&'static str],
    /// The unit in which ranges and limits stand.
    pub unit: &'static str,
    /// Other units that laboratories print.
    pub units: &'static [LabUnit],
    /// Usual in adults, in [`Lab::unit`].
    pub range: (f64, f64),
    /// Usual in women, where it differs.
    pub female: Option<(f64, f64)>,
    /// What can be: a value outside is a slip of the finger or in another unit.
    pub plausible: (f64, f64),
    /// What the safety rules assume beyond a limit.
    pub assumptions: &'static [Assumption],
    /// At or below this value laboratories telephone.
    pub alarm_below: Option<f64>,
    /// At or above this value laboratories telephone.
    pub alarm_above: Option<f64>,
    /// What it has to do with cramps.
    pub meaning: &'static str,
    /// What a low value means; empty when it means nothing here.
    pub low: &'static str,
    /// What a high value means; empty when it means nothing here.
    pub high: &'static str,
    /// Who says so; empty where it is general knowledge.
    pub source: &'static str,
    pub source_url: &'static str,
    /// Where the conversion of units was read; empty when it is a definition.
    pub times_source: &'static str,
    /// How the range was read.
    pub verified: Verified,
    pub note: &'static str,
}

/// A unit: a value in it times [`LabUnit::times`] plus [`LabUnit::plus`] is the value in the test's own unit.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct LabUnit {
    pub unit: &'static str,
    /// Other spellings.
    pub also: &'static [&'static str],
    pub times: f64,
    pub plus: f64,
}

/// A condition that the safety rules take for present beyond a limit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Assumption {
    /// Beyond what.
    pub limit: Limit,
    /// Which condition.
    pub condition: &'static str,
}

/// A limit, in the test's own unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// Values below.
    Below(f64),
    /// Values above.
    Above(f64),
}

impl Limit {
    /// Whether the value lies beyond the limit; at the limit it does not.
    #[must_use]
    pub fn is_passed_by(self, value: f64) -> bool {
        match self {
            Self::Below(limit) => value < limit,
            Self::Above(limit) => value > limit,
        }
    }
}

impl Lab {
    /// The test's own unit and the others, by any spelling: case, spaces and the kind of µ are forgiven.
    #[must_use]
    pub fn unit(&self, spelt: &str) -> Option<LabUnit> {
        let wanted = plain(spelt);
        if plain(self.unit) == wanted {
            return Some(LabUnit {
                unit: self.unit,
                also: &[],
                times: 1.0,
                plus: 0.0,
            });
        }
        self.units
            .iter()
            .find(|unit| {
                plain(unit.unit) == wanted || unit.also.iter().any(|also| plain(also) == wanted)
            })
            .copied()
    }

    /// The spellings of the units that are shown: the test's own first.
    pub fn unit_names(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.unit).chain(self.units.iter().map(|unit| unit.unit))
    }

    /// Whether a value in the test's own unit can be.
    #[must_use]
    pub fn is_plausible(&self, value: f64) -> bool {
        (self.plausible.0..=self.plausible.1).contains(&value)
    }
}

impl LabUnit {
    /// A value in this unit, in the test's own unit.
    #[must_use]
    pub fn to_own(&self, value: f64) -> f64 {
        value * self.times + self.plus
    }

    /// A value in the test's own unit, in this unit.
    #[must_use]
    pub fn from_own(&self, value: f64) -> f64 {
        (value - self.plus) / self.times
    }
}

/// All blood tests.
#[must_use]
pub fn labs() -> &'static [Lab] {
    LABS
}

/// The blood test with this id or other name; case, spaces and underscores are forgiven.
#[must_use]
pub fn lab(name: &str) -> Option<&'static Lab> {
    let wanted = name.trim().to_lowercase().replace([' ', '_'], "-");
    let is_named = |lab: &&Lab| {
        lab.id == wanted || lab.also.iter().any(|also| also.replace(' ', "-") == wanted)
    };
    LABS.iter().find(is_named)
}

/// A unit's letters: lower case, no spaces, `u` for both kinds of µ and for “mc”, `2` for ².
fn plain(unit: &str) -> String {
    let folded: String = unit
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'µ' | 'μ' => 'u',
            '²' => '2',
            other => other,
        })
        .collect();
    match folded.strip_prefix("mc") {
        Some(rest) => format!("u{rest}"),
        None => folded,
    }
}
