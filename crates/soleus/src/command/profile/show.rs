//! Shows the profile and the lists of what can be told.

use diary::Person;
use diary::entry::{Hemisphere, Sex};
use diary::person::Step;
use serde::Serialize;

use super::Names;
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
    present: bool,
    seen: bool,
    answered: String,
}

#[derive(Serialize)]
struct LabJson {
    test: String,
    value: f64,
    unit: String,
    taken: String,
}

/// One name that can be told.
#[derive(Serialize)]
struct NameJson {
    id: &'static str,
    says: &'static str,
}

/// Shows the profile.
pub(super) fn profile(world: &World) -> anyhow::Result<()> {
    let today = world.today()?;
    let person = world.desk()?.person()?;
    let profile = json(&person, today);
    if world.json() {
        output::json(&profile)
    } else {
        print(&profile)
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
    };
    if world.json() {
        return output::json(&names);
    }
    for name in names {
        output::line(format!("{:<36} {}", name.id, name.says))?;
    }
    Ok(())
}

fn json(person: &Person, today: jiff::civil::Date) -> ProfileJson {
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
                present: answer.present,
                seen: answer.seen,
                answered: answer.answered.to_string(),
            })
            .collect(),
        labs: person
            .labs
            .iter()
            .map(|lab| LabJson {
                test: lab.test.to_string(),
                value: lab.value.get(),
                unit: lab.unit.clone(),
                taken: lab.taken.to_string(),
            })
            .collect(),
    }
}

fn print(profile: &ProfileJson) -> anyhow::Result<()> {
    let unknown = || "not told".to_owned();
    let said = |value: bool| if value { "yes" } else { "no" };
    output::line(format!(
        "Year of birth: {}",
        profile
            .birth_year
            .map_or_else(unknown, |year| year.to_string())
    ))?;
    output::line(format!(
        "Sex at birth: {}",
        profile.sex.map_or_else(unknown, str::to_owned)
    ))?;
    output::line(format!(
        "Height: {}",
        profile
            .height_cm
            .map_or_else(unknown, |cm| format!("{cm} cm"))
    ))?;
    output::line(format!(
        "Weight: {}",
        profile
            .weight_kg
            .map_or_else(unknown, |kg| format!("{kg} kg"))
    ))?;
    output::line(format!(
        "Half of the Earth: {}",
        profile.hemisphere.map_or_else(unknown, str::to_owned)
    ))?;
    output::line(format!(
        "Pregnant: {}",
        profile
            .pregnant
            .map_or_else(unknown, |yes| said(yes).to_owned())
    ))?;
    states("Conditions", &profile.conditions)?;
    states("Medicines", &profile.medicines)?;
    let complete = profile
        .medicines_complete
        .map_or_else(unknown, |yes| said(yes).to_owned());
    output::line(format!("All medicines told: {complete}"))?;
    for flag in &profile.flags {
        let seen = if flag.seen {
            ", seen by a professional"
        } else {
            ""
        };
        output::line(format!(
            "Warning sign {}: {}{seen} ({})",
            flag.id,
            said(flag.present),
            flag.answered
        ))?;
    }
    for lab in &profile.labs {
        output::line(format!(
            "{}: {} {} ({})",
            lab.test, lab.value, lab.unit, lab.taken
        ))?;
    }
    Ok(())
}

fn states(title: &str, states: &[StateJson]) -> anyhow::Result<()> {
    if states.is_empty() {
        return output::line(format!("{title}: not told"));
    }
    output::line(format!("{title}:"))?;
    for state in states {
        let present = if state.present { "yes" } else { "no" };
        let since = state
            .since
            .as_ref()
            .map_or_else(String::new, |day| format!(" since {day}"));
        output::line(format!("  {}: {present}{since}", state.name))?;
    }
    Ok(())
}
