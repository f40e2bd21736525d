//! Shows the profile and the lists of what can be told.

mod print;

use diary::Person;
use diary::entry::{Hemisphere, Sex};
use diary::person::Step;
use serde::Serialize;

use super::labs::{self, LabJson};
use super::{Answers, Names};
use crate::output;
use crate::world::World;

/// What `--json` shows. Null and absent mean unknown, never no.
#[derive(Serialize)]
struct ProfileJson {
    birth_year: Option<i16>,
    sex: Option<&'static str>,
    height_cm: Option<f64>,
    weight_kg: Option<f64>,
    hemisphere: Option<&'static str>,
    bedtime: Option<String>,
    rising: Option<String>,
    pregnant: Option<bool>,
    conditions: Vec<StateJson>,
    medicines: Vec<StateJson>,
    medicines_complete: Option<bool>,
    flags: Vec<FlagJson>,
    labs: Vec<LabJson>,
}

#[derive(Serialize)]
struct StateJson {
    id: String,
    name: String,
    present: bool,
    since: Option<String>,
}

#[derive(Serialize)]
struct FlagJson {
    id: String,
    question: String,
    present: bool,
    seen: bool,
    answered: String,
}

/// One name that can be told.
#[derive(Serialize)]
struct NameJson {
    id: &'static str,
    says: &'static str,
}

/// Shows the profile.
pub(super) fn profile(world: &World, answers: Answers) -> anyhow::Result<()> {
    let today = world.today()?;
    let log = world.desk()?.log()?;
    let profile = json(&Person::from_log(&log), labs::history(&log), today);
    if world.json() {
        output::json(&profile)
    } else {
        print::profile(&profile, answers)
    }
}

/// Shows what can be told.
pub(super) fn names(world: &World, list: Names) -> anyhow::Result<()> {
    let names: Vec<NameJson> = match list {
        Names::Conditions => knowledge::conditions()
            .iter()
            .map(|c| NameJson {
                id: c.id,
                says: c.name,
            })
            .collect(),
        Names::Flags => knowledge::flags()
            .iter()
            .map(|f| NameJson {
                id: f.id,
                says: f.ask,
            })
            .collect(),
        Names::Medicines => knowledge::medicines()
            .iter()
            .map(|m| NameJson {
                id: m.id,
                says: m.name,
            })
            .collect(),
        Names::Labs => knowledge::labs()
            .iter()
            .map(|lab| NameJson {
                id: lab.id,
                says: lab.name,
            })
            .collect(),
    };
    if world.json() {
        return output::json(&names);
    }
    for name in names {
        output::line(format!("{:<36} {}", name.id, name.says))?;
    }
    Ok(())
}

fn clock(time: jiff::civil::Time) -> String {
    time.strftime("%H:%M").to_string()
}

fn json(person: &Person, labs: Vec<LabJson>, today: jiff::civil::Date) -> ProfileJson {
    let state = |id: &diary::Id, name: Option<&str>, steps: &[Step]| {
        steps.last().map(|step| StateJson {
            id: id.to_string(),
            name: name.unwrap_or(id.as_str()).to_owned(),
            present: step.present,
            since: step.since.map(|day| day.to_string()),
        })
    };
    ProfileJson {
        birth_year: person.birth_year,
        sex: person.sex.map(|sex| match sex {
            Sex::Female => "female",
            Sex::Male => "male",
        }),
        height_cm: person.height_cm,
        weight_kg: person.weight_kg,
        hemisphere: person.hemisphere.map(|half| match half {
            Hemisphere::North => "north",
            Hemisphere::South => "south",
        }),
        bedtime: person.bedtime.map(clock),
        rising: person.rising.map(clock),
        pregnant: person.pregnant_on(today),
        conditions: person
            .conditions
            .iter()
            .filter_map(|(id, steps)| {
                state(id, knowledge::condition(id.as_str()).map(|c| c.name), steps)
            })
            .collect(),
        medicines: person
            .medicines
            .iter()
            .filter_map(|(id, course)| {
                state(
                    id,
                    knowledge::medicine(id.as_str()).map(|m| m.name),
                    &course.steps,
                )
            })
            .collect(),
        medicines_complete: person.medicines_complete,
        flags: person
            .flags
            .iter()
            .map(|(id, answer)| FlagJson {
                id: id.to_string(),
                question: knowledge::flag(id.as_str())
                    .map_or(id.as_str(), |flag| flag.ask)
                    .to_owned(),
                present: answer.present,
                seen: answer.seen,
                answered: answer.answered.to_string(),
            })
            .collect(),
        labs,
    }
}
