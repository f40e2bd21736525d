//! What was typed to a fact of the profile.

use diary::dose::{Dose, DoseUnit, Period, Times};
use diary::entry::{Fact, Hemisphere, Sex};
use diary::{Amount, Id};
use jiff::civil::Time;

use super::{Each, Field, What};
use crate::fault::refuse;
use crate::resolve::known;

/// The fact that was told.
pub(super) fn of(what: What) -> anyhow::Result<Fact> {
    Ok(match what {
        What::Set { field, value } => basic(field, &value)?,
        What::Condition {
            condition,
            present,
            since,
        } => {
            let ids = knowledge::conditions().iter().map(|condition| condition.id);
            let condition = known(
                "condition",
                &condition,
                ids,
                "soleus profile list conditions",
            )?;
            Fact::Condition {
                condition,
                present,
                since,
            }
        }
        What::Medicine {
            name,
            since,
            stopped,
            dose,
        } => Fact::Medicine {
            medicine: medicine(&name)?,
            taking: stopped.is_none(),
            since: stopped.flatten().or(since),
            dose,
        },
        What::Dose {
            name,
            amount,
            unit,
            times,
            each,
        } => Fact::Dose {
            medicine: medicine(&name)?,
            dose: dose(&amount, unit.as_deref(), times, each)?,
        },
        What::MedicinesComplete { complete } => Fact::MedicinesComplete { complete },
        What::Pregnant { pregnant, due } => Fact::Pregnancy { pregnant, due },
        What::Flag {
            flag,
            present,
            seen,
        } => {
            let ids = knowledge::flags().iter().map(|flag| flag.id);
            Fact::Flag {
                flag: known("warning sign", &flag, ids, "soleus profile list flags")?,
                present,
                seen,
            }
        }
        What::Lab {
            test,
            value,
            unit,
            taken,
        } => {
            // What is wrong with the value is said together with all other doubts; here only names are made ours.
            let lab = knowledge::lab(&test);
            let spelt = lab.and_then(|lab| lab.unit(&unit)).map(|unit| unit.unit);
            Fact::Lab {
                test: match lab {
                    Some(lab) => bounded(Id::new(lab.id))?,
                    None => return refuse(no_such_test(&test)),
                },
                value: bounded(Amount::new(value))?,
                unit: spelt.map_or(unit, str::to_owned),
                taken,
            }
        }
        What::List { .. } | What::Labs | What::TakeBack { .. } => {
            return refuse("This cannot be told.");
        }
    })
}

/// The dose that was typed; `none` for one that is not known any more.
fn dose(
    amount: &str,
    unit: Option<&str>,
    times: Times,
    each: Each,
) -> anyhow::Result<Option<Dose>> {
    if amount.eq_ignore_ascii_case("none") {
        return Ok(None);
    }
    let Ok(number) = amount.replace(',', ".").parse::<f64>() else {
        return refuse(format!(
            "‘{amount}’ is not an amount. Write the number on the box, then its unit: 300 mg."
        ));
    };
    let Some(unit) = unit else {
        return refuse(format!(
            "{amount} of what? Add the unit on the box: mg, µg, g, IU, ml or tablets."
        ));
    };
    let Some(unit) = DoseUnit::named(unit) else {
        return refuse(format!(
            "We know no unit ‘{unit}’. Write mg, µg, g, IU, ml or tablets, as on the box."
        ));
    };
    Ok(Some(Dose {
        amount: bounded(Amount::new(number))?,
        unit,
        times,
        each: match each {
            Each::Day => Period::Day,
            Each::Week => Period::Week,
            Each::Month => Period::Month,
        },
    }))
}

fn no_such_test(test: &str) -> String {
    let names: Vec<&str> = knowledge::labs().iter().map(|lab| lab.id).collect();
    format!(
        "We know no blood test ‘{test}’. We know: {}.",
        names.join(", ")
    )
}

fn basic(field: Field, value: &str) -> anyhow::Result<Fact> {
    let number = |what: &str, unit: &str, low: f64, high: f64| match value
        .replace(',', ".")
        .parse::<f64>()
    {
        Ok(number) if (low..=high).contains(&number) => bounded(Amount::new(number)),
        Ok(number) => refuse(format!(
            "{what} is {number}: it must be from {low} to {high} {unit}."
        )),
        Err(_) => refuse(format!("‘{value}’ is not a number of {unit}.")),
    };
    Ok(match (field, value.to_lowercase().as_str()) {
        (Field::BirthYear, year) => match year.parse() {
            Ok(year) => Fact::BirthYear { year },
            Err(_) => return refuse(format!("‘{value}’ is not a year. Write 1958.")),
        },
        (Field::Sex, "female" | "f") => Fact::Sex { sex: Sex::Female },
        (Field::Sex, "male" | "m") => Fact::Sex { sex: Sex::Male },
        (Field::Sex, _) => {
            return refuse(format!(
                "‘{value}’: write female or male, as at birth. The reference amounts know only these."
            ));
        }
        (Field::Height, _) => Fact::Height {
            centimetres: number("The height", "cm", 40.0, 260.0)?,
        },
        (Field::Weight, _) => Fact::Weight {
            kilograms: number("The weight", "kg", 2.0, 500.0)?,
        },
        (Field::Hemisphere, "north") => Fact::Hemisphere {
            hemisphere: Hemisphere::North,
        },
        (Field::Hemisphere, "south") => Fact::Hemisphere {
            hemisphere: Hemisphere::South,
        },
        (Field::Bedtime, at) => Fact::Bedtime { at: time(at)? },
        (Field::Rising, at) => Fact::Rising { at: time(at)? },
        (Field::Hemisphere, _) => return refuse(format!("‘{value}’: write north or south.")),
    })
}

fn time(text: &str) -> anyhow::Result<Time> {
    match Time::strptime("%H:%M", text) {
        Ok(time) => Ok(time),
        Err(_) => refuse(format!("‘{text}’ is not a time of day. Write 22:30.")),
    }
}

fn bounded<T>(value: Result<T, diary::measure::BadValue>) -> anyhow::Result<T> {
    match value {
        Ok(value) => Ok(value),
        Err(why) => refuse(why.to_string()),
    }
}

/// The medicine with this generic or brand name, when only one fits.
fn medicine(name: &str) -> anyhow::Result<Id> {
    let id = name.to_lowercase().replace([' ', '_'], "-");
    if let Some(medicine) = knowledge::medicine(&id) {
        return bounded(Id::new(medicine.id));
    }
    match &knowledge::find_medicine(name)[..] {
        [] => refuse(format!(
            "We know no medicine ‘{name}’. Try the name of its ingredient, as printed on the package, or its brand."
        )),
        [only] => bounded(Id::new(only.id)),
        several => {
            let ids: Vec<&str> = several.iter().map(|medicine| medicine.id).collect();
            refuse(format!(
                "‘{name}’ may be one of these: {}. Say which.",
                ids.join(", ")
            ))
        }
    }
}
