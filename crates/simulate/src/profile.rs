//! The profile a synthetic person fills in on the first evening, and the red-flag questions it answers again later.

use diary::entry::Hemisphere;
use diary::{Amount, Fact, Id, NightId, Text, Zone};

use crate::persona::Persona;

/// Everything the profile asks.
pub(crate) fn facts(persona: &Persona, last_night: NightId, zone: &Zone) -> Vec<Fact> {
    let mut facts = vec![
        Fact::BirthYear {
            year: last_night.evening().year().saturating_sub(persona.age),
        },
        Fact::Sex { sex: persona.sex },
        Fact::Hemisphere {
            hemisphere: hemisphere(last_night, zone),
        },
    ];
    facts.extend(amount(persona.centimetres).map(|centimetres| Fact::Height { centimetres }));
    facts.extend(amount(persona.kilograms).map(|kilograms| Fact::Weight { kilograms }));
    for condition in knowledge::conditions() {
        let present = persona.conditions.contains(&condition.id);
        facts.extend(id(condition.id).map(|condition| Fact::Condition {
            condition,
            present,
            since: None,
        }));
    }
    for (medicine, dose) in persona.medicines {
        let dose = Text::new(dose).ok();
        facts.extend(id(medicine).map(|medicine| Fact::Medicine {
            medicine,
            taking: true,
            since: None,
            dose,
        }));
    }
    facts.push(Fact::MedicinesComplete { complete: true });
    facts
}

/// No to every red flag: the demonstration is about advice, not about emergencies.
pub(crate) fn flags() -> Vec<Fact> {
    let no = |flag| Fact::Flag {
        flag,
        present: false,
        seen: false,
    };
    knowledge::flags()
        .iter()
        .filter_map(|flag| id(flag.id))
        .map(no)
        .collect()
}

/// The south where clocks go forward in the southern spring, else the north.
pub(crate) fn hemisphere(night: NightId, zone: &Zone) -> Hemisphere {
    let offset = |month| {
        let noon =
            jiff::civil::DateTime::new(night.evening().year(), month, 1, 12, 0, 0, 0).ok()?;
        Some(noon.to_zoned(zone.tz().clone()).ok()?.offset())
    };
    if offset(1) > offset(7) {
        Hemisphere::South
    } else {
        Hemisphere::North
    }
}

fn id(text: &str) -> Option<Id> {
    Id::new(text).ok()
}

fn amount(value: u16) -> Option<Amount> {
    Amount::new(f64::from(value)).ok()
}
