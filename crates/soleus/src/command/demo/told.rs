//! What the made-up person told beside the nights: blood values, a questionnaire, and four days of food.

use desk::Desk;
use diary::entry::Fact;
use diary::{Act, Amount, Body, Entry, EntryId, Food, Grams, Id, Moment, NightId, Zone};
use jiff::{SignedDuration, Timestamp};

/// Days before the last night on which blood was taken.
const BLOOD: i32 = 30;
/// Test, value, unit: all usual but vitamin D.
const LABS: [(&str, f64, &str); 7] = [
    ("potassium", 4.1, "mmol/L"),
    ("magnesium", 0.78, "mmol/L"),
    ("sodium", 139.0, "mmol/L"),
    ("calcium", 2.35, "mmol/L"),
    ("creatinine", 74.0, "µmol/L"),
    ("vitamin-d", 42.0, "nmol/L"),
    ("tsh", 2.1, "mIU/L"),
];
/// A day of food in g: enough to be a whole one.
const DAY: [(&str, f64); 7] = [
    ("porridge-cooked-with-water", 250.0),
    ("semi-skimmed-milk", 200.0),
    ("wholemeal-bread", 160.0),
    ("gouda", 60.0),
    ("potato-boiled-in-skin", 250.0),
    ("salmon-farmed-cooked", 150.0),
    ("broccoli-cooked", 150.0),
];
/// Days of food before today.
const DAYS_OF_FOOD: i32 = 4;

/// Tells it. In a diary that is younger than the blood test there is none.
pub(super) fn tell(
    desk: &Desk,
    last_night: NightId,
    nights: u16,
    zone: &Zone,
    now: Timestamp,
) -> anyhow::Result<()> {
    let mut entries = Vec::new();
    let mut tell = |day: NightId, hour: i64, body: Body| {
        let local = day.evening().at(0, 0, 0, 0);
        let Ok(local) = local.checked_add(SignedDuration::from_hours(hour)) else {
            return;
        };
        let Ok(zoned) = local.to_zoned(zone.tz().clone()) else {
            return;
        };
        let moment = Moment::new(zoned.timestamp(), zone.clone());
        let number = u8::try_from(entries.len() % 251).unwrap_or(0);
        entries.push(Entry {
            // Apart from those of the nights and the trials of the same instant.
            id: EntryId::new(moment.at, [0xd0, number, 0, 0, 0, 0, 0, 0, 0, 0]),
            moment,
            act: Act::Tell { body },
        });
    };
    let blood = last_night.plus_days(-BLOOD);
    if i32::from(nights) > BLOOD {
        for (test, value, unit) in LABS {
            let fact = Fact::Lab {
                test: Id::new(test)?,
                value: Amount::new(value)?,
                unit: unit.to_owned(),
                taken: blood.evening(),
            };
            tell(blood.next(), 18, Body::Fact(fact));
        }
        let no = |item: &str| Ok::<_, anyhow::Error>((Id::new(item)?, Id::new("no")?));
        let fact = Fact::Questionnaire {
            questionnaire: Id::new("irlssg-rls-2014")?,
            answers: ["1", "2", "3", "4", "5"]
                .into_iter()
                .map(no)
                .collect::<anyhow::Result<_>>()?,
        };
        tell(blood.next(), 19, Body::Fact(fact));
    }
    for ago in 0..DAYS_OF_FOOD.min(i32::from(nights)) {
        for (hour, (food, grams)) in (7..).zip(DAY) {
            let body = Body::Food(Food {
                food: Id::new(food)?,
                grams: Grams::new(grams)?,
                portion: None,
            });
            tell(last_night.plus_days(-ago), hour, body);
        }
    }
    entries.sort_by_key(|entry| entry.id);
    desk.tell_all(&entries, now)?;
    Ok(())
}
