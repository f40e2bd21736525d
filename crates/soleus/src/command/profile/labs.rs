//! Blood tests as `soleus profile` shows them: every value told, and what the newest ones mean.

use diary::{Log, Person};
use insight::labs::{self, Measured, Origin};
use serde::Serialize;

use crate::output;
use crate::world::World;

/// All values and what the newest mean.
#[derive(Serialize)]
struct LabsJson {
    history: Vec<LabJson>,
    newest: Vec<NewestJson>,
    /// Conditions that the safety rules take for present because of a value, and why.
    assumed: Vec<AssumedJson>,
}

/// One value as it was told.
#[derive(Serialize)]
pub(super) struct LabJson {
    /// The entry: `soleus profile take-back` takes it.
    id: String,
    pub(super) test: String,
    pub(super) value: f64,
    pub(super) unit: String,
    pub(super) taken: String,
    /// The value in the test's own unit; null for a test or unit that we do not know, or an impossible value.
    own_value: Option<f64>,
    own_unit: Option<&'static str>,
}

#[derive(Serialize)]
struct NewestJson {
    test: &'static str,
    name: &'static str,
    value: f64,
    unit: &'static str,
    taken: String,
    /// `printed`, `corrected-for-albumin` or `from-creatinine`.
    origin: &'static str,
    /// `low`, `usual` or `high`.
    standing: &'static str,
    low: f64,
    high: f64,
    meaning: &'static str,
    says: &'static str,
    /// Whether laboratories telephone about such a value.
    alarming: bool,
}

#[derive(Serialize)]
struct AssumedJson {
    condition: &'static str,
    because: String,
}

/// Shows the blood tests.
pub(super) fn show(world: &World) -> anyhow::Result<()> {
    let log = world.desk()?.log()?;
    let person = Person::from_log(&log);
    let all = LabsJson {
        history: history(&log),
        newest: labs::newest(&person)
            .iter()
            .map(|one| newest(one, &person))
            .collect(),
        assumed: labs::assumed(&person)
            .into_iter()
            .map(|one| AssumedJson {
                condition: one.condition,
                because: one.because.to_string(),
            })
            .collect(),
    };
    if world.json() {
        return output::json(&all);
    }
    print(&all)
}

/// Every value that holds, the newest first.
pub(super) fn history(log: &Log) -> Vec<LabJson> {
    labs::told(log)
        .into_iter()
        .map(|(id, lab)| {
            let measured = labs::measured(&lab);
            LabJson {
                id: id.to_string(),
                test: lab.test.to_string(),
                value: lab.value.get(),
                unit: lab.unit,
                taken: lab.taken.to_string(),
                own_value: measured.map(|one| one.value),
                own_unit: measured.map(|one| one.lab.unit),
            }
        })
        .collect()
}

fn newest(one: &Measured, person: &Person) -> NewestJson {
    let (low, high) = labs::range(one.lab, person.sex);
    NewestJson {
        test: one.lab.id,
        name: one.lab.name,
        value: one.value,
        unit: one.lab.unit,
        taken: one.taken.to_string(),
        origin: match one.origin {
            Origin::Printed => "printed",
            Origin::CorrectedForAlbumin => "corrected-for-albumin",
            Origin::FromCreatinine => "from-creatinine",
        },
        standing: one.standing(person.sex).word(),
        low,
        high,
        meaning: one.lab.meaning,
        says: one.says(person.sex),
        alarming: one.is_alarming(),
    }
}

fn print(all: &LabsJson) -> anyhow::Result<()> {
    if all.history.is_empty() {
        return output::paragraph(
            "",
            "No blood tests are told. Tell one with: soleus profile lab potassium 4.1 mmol/L --taken 2026-03-02",
        );
    }
    for one in &all.newest {
        output::line(format!(
            "{}: {:.3} {} on {} ({}; usual {} to {})",
            one.name, one.value, one.unit, one.taken, one.standing, one.low, one.high
        ))?;
        output::paragraph("  ", one.says)?;
        output::paragraph("  ", one.meaning)?;
    }
    for one in &all.assumed {
        output::paragraph("", &format!("Safety rules count on it: {}", one.because))?;
    }
    output::line("\nAll values told")?;
    for one in &all.history {
        let understood = match one.own_value {
            Some(_) => "",
            None => " (we cannot use this one: unknown test or unit, or an impossible value)",
        };
        output::line(format!(
            "  {}  {} {} {}{understood}  {}",
            one.taken, one.test, one.value, one.unit, one.id
        ))?;
    }
    output::paragraph("", "Take one back with: soleus profile take-back ID")
}
