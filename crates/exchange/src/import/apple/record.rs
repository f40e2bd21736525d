//! One `Record` or `Workout` of an Apple Health export.

use std::borrow::Cow;

use jiff::civil::Date;
use knowledge::Nutrient;
use quick_xml::events::BytesStart;

use super::super::measures::{Measure, Measures};
use super::super::units;
use crate::dates::number_of;

/// Longest time that one record of steps, standing or sleep may cover, in seconds: what is longer was not measured.
const LONGEST: i64 = 86_400;

/// Takes one child of `HealthData`.
pub(super) fn take(tag: &BytesStart<'_>, line: u64, measures: &mut Measures) {
    match tag.name().0 {
        "Record" => {
            let kind = first(tag);
            if let Some(use_as) = kind.as_deref().and_then(of) {
                if let Err(why) = record(&use_as, tag, line, measures) {
                    measures.rejects.add("", line, why);
                }
            } else {
                let name = kind.as_deref().unwrap_or("a record without a type");
                measures.leave(short(name), why_not(name));
            }
        }
        "Workout" => {
            if let Err(why) = workout(tag, line, measures) {
                measures.rejects.add("", line, why);
            }
        }
        // The records in them stand at the top of the file as well.
        "Correlation" | "ExportDate" | "Me" => {}
        other => measures.leave(other, "not asked by the check-in"),
    }
}

/// What a type of record is used as.
enum UseAs {
    Hourly(Measure),
    Sleep,
    /// The answer that the check-in asks for, and the nutrient whose day is summed up.
    TakenIn(Option<Measure>, Option<Nutrient>),
}

fn of(kind: &str) -> Option<UseAs> {
    Some(match kind {
        "HKQuantityTypeIdentifierStepCount" => UseAs::Hourly(Measure::Steps),
        "HKQuantityTypeIdentifierAppleStandTime" => UseAs::Hourly(Measure::StandTime),
        "HKCategoryTypeIdentifierSleepAnalysis" => UseAs::Sleep,
        "HKQuantityTypeIdentifierDietaryWater" => {
            UseAs::TakenIn(Some(Measure::Water), Some(Nutrient::Water))
        }
        "HKQuantityTypeIdentifierDietaryCaffeine" => {
            UseAs::TakenIn(Some(Measure::Caffeine), Some(Nutrient::Caffeine))
        }
        "HKQuantityTypeIdentifierNumberOfAlcoholicBeverages" => {
            UseAs::TakenIn(Some(Measure::Alcohol), None)
        }
        "HKQuantityTypeIdentifierDietaryMagnesium" => eaten(Nutrient::Magnesium),
        "HKQuantityTypeIdentifierDietaryPotassium" => eaten(Nutrient::Potassium),
        "HKQuantityTypeIdentifierDietaryCalcium" => eaten(Nutrient::Calcium),
        "HKQuantityTypeIdentifierDietarySodium" => eaten(Nutrient::Sodium),
        "HKQuantityTypeIdentifierDietaryVitaminD" => eaten(Nutrient::VitaminD),
        "HKQuantityTypeIdentifierDietaryFiber" => eaten(Nutrient::Fibre),
        "HKQuantityTypeIdentifierDietaryEnergyConsumed" => eaten(Nutrient::Energy),
        _ => return None,
    })
}

fn eaten(nutrient: Nutrient) -> UseAs {
    UseAs::TakenIn(None, Some(nutrient))
}

fn why_not(kind: &str) -> &'static str {
    if kind.contains("Dietary") {
        "the diary has no use for this part of food"
    } else {
        "not asked by the check-in"
    }
}

/// The type's name without Apple's prefix.
fn short(kind: &str) -> &str {
    let kind = kind
        .strip_prefix("HKQuantityTypeIdentifier")
        .unwrap_or(kind);
    kind.strip_prefix("HKCategoryTypeIdentifier")
        .unwrap_or(kind)
}

/// The type, which stands first.
fn first<'t>(tag: &'t BytesStart<'_>) -> Option<Cow<'t, str>> {
    let mut attributes = tag.attributes();
    let attributes = attributes.with_checks(false);
    let found = attributes
        .flatten()
        .find(|attribute| attribute.key.0 == "type");
    found.map(|attribute| attribute.value)
}

#[derive(Default)]
struct Fields<'t> {
    source: Cow<'t, str>,
    device: Cow<'t, str>,
    unit: Cow<'t, str>,
    start: Option<i64>,
    end: Option<i64>,
    value: Cow<'t, str>,
    activity: Cow<'t, str>,
}

fn fields<'t>(tag: &'t BytesStart<'_>) -> Result<Fields<'t>, String> {
    let mut fields = Fields::default();
    let mut attributes = tag.attributes();
    for attribute in attributes.with_checks(false) {
        let attribute = attribute.map_err(|error| format!("The tag is damaged: {error}."))?;
        let value = attribute.value;
        match attribute.key.0 {
            "sourceName" => fields.source = value,
            "device" => fields.device = value,
            "unit" => fields.unit = value,
            "value" => fields.value = value,
            "workoutActivityType" => fields.activity = value,
            "startDate" => fields.start = Some(seconds(&value)?),
            "endDate" => fields.end = Some(seconds(&value)?),
            _ => {}
        }
    }
    Ok(fields)
}

impl Fields<'_> {
    fn span(&self) -> Result<(i64, i64), String> {
        let start = self.start.ok_or("The record has no start.")?;
        let end = self.end.unwrap_or(start);
        if end < start {
            return Err("The record ends before it starts.".to_owned());
        }
        if end - start > LONGEST {
            return Err("The record covers more than a day: it was not measured.".to_owned());
        }
        Ok((start, end))
    }

    fn number(&self) -> Result<f64, String> {
        let value: f64 = self.value.parse().unwrap_or(f64::NAN);
        if (0.0..=1e6).contains(&value) {
            Ok(value)
        } else {
            Err(format!(
                "‘{}’ is not an amount.",
                crate::text::shown(&self.value)
            ))
        }
    }
}

fn record(
    use_as: &UseAs,
    tag: &BytesStart<'_>,
    line: u64,
    measures: &mut Measures,
) -> Result<(), String> {
    let fields = fields(tag)?;
    let span = fields.span()?;
    if matches!(use_as, UseAs::Sleep) && !fields.value.contains("Asleep") {
        measures.leave("SleepAnalysis in bed or awake", "only sleep counts");
        return Ok(());
    }
    let source = measures
        .source(&fields.source, &fields.device)
        .ok_or("The file names too many devices.")?;
    match use_as {
        UseAs::Hourly(measure) => {
            let value = fields.number()?;
            if !measures.is_double((measure, source, span, value.to_bits())) {
                measures.add_hourly(*measure, source, span, value, line);
            }
        }
        UseAs::Sleep => {
            if !measures.is_double((Measure::Sleep, source, span)) {
                measures.add_sleep(source, span, line);
            }
        }
        UseAs::TakenIn(asked, nutrient) => {
            let (value, at) = (fields.number()?, span.0);
            let unknown = || {
                format!(
                    "The unit ‘{}’ is not known.",
                    crate::text::shown(&fields.unit)
                )
            };
            if let Some(measure) = asked {
                let value = value * scale(*measure, &fields.unit).ok_or_else(unknown)?;
                // The same drink told by two programs is one drink.
                if !measures.is_double((measure, at, value.to_bits())) {
                    measures.add_intake(*measure, at, value, line);
                }
            }
            if let Some(nutrient) = nutrient {
                let value = value * units::of(*nutrient, &fields.unit).ok_or_else(unknown)?;
                let record = (nutrient, source, at, value.to_bits());
                let is_double = match asked {
                    // It was counted as a double above.
                    Some(_) => measures.was_seen(record),
                    None => measures.is_double(record),
                };
                if !is_double {
                    measures.add_eaten(*nutrient, source, at, value, line);
                }
            }
        }
    }
    Ok(())
}

fn workout(tag: &BytesStart<'_>, line: u64, measures: &mut Measures) -> Result<(), String> {
    let fields = fields(tag)?;
    let span = fields.span()?;
    if matches!(
        fields.activity.strip_prefix("HKWorkoutActivityType"),
        Some("Walking" | "Hiking")
    ) {
        measures.leave("walks", "their steps are counted already");
    } else if !measures.is_double((Measure::Workouts, span, &fields.activity)) {
        measures.add_workout(span, line);
    }
    Ok(())
}

/// What an amount is multiplied by to be in mL, mg or drinks; `None` for a unit that nobody knows.
fn scale(measure: Measure, unit: &str) -> Option<f64> {
    match measure {
        Measure::Water => units::times(unit, "mL"),
        Measure::Caffeine => units::times(unit, "mg"),
        _ => (unit == "count").then_some(1.0),
    }
}

/// `2026-10-03 18:31:00 +0200` to seconds since 1970.
fn seconds(text: &str) -> Result<i64, String> {
    read_seconds(text).ok_or_else(|| format!("‘{}’ is not a time.", crate::text::shown(text)))
}

fn read_seconds(text: &str) -> Option<i64> {
    let bytes = text.as_bytes();
    if bytes.len() != 25 || !text.is_ascii() {
        return None;
    }
    let number = |from: usize, to: usize| -> Option<i64> {
        let digits = bytes.get(from..to)?;
        digits.iter().all(u8::is_ascii_digit).then(|| {
            digits
                .iter()
                .fold(0, |sum, digit| 10 * sum + i64::from(digit - b'0'))
        })
    };
    let date = Date::new(
        i16::try_from(number(0, 4)?).ok()?,
        i8::try_from(number(5, 7)?).ok()?,
        i8::try_from(number(8, 10)?).ok()?,
    )
    .ok()?;
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    let offset = 3600 * number(21, 23)? + 60 * number(23, 25)?;
    let offset = match bytes.get(20)? {
        b'+' => offset,
        b'-' => -offset,
        _ => return None,
    };
    let is_time = hour < 24 && minute < 60 && second < 61 && offset.abs() <= 15 * 3600;
    is_time
        .then(|| i64::from(number_of(date)) * 86_400 + hour * 3600 + minute * 60 + second - offset)
}
