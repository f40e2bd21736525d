//! What devices count: Apple Health and Google Takeout by made-up files.

use diary::Log;

use super::made_up::*;
use super::reading::Usage;
use super::*;

#[test]
fn of_a_watch_and_a_phone_in_the_same_hour_the_watch_is_believed() {
    let day = |hour: &str| format!("2026-05-03 {hour}:00 +0200");
    let text = health(
        &[
            record(
                STEPS,
                "Ann’s Apple Watch",
                "count",
                &day("10:00"),
                &day("10:10"),
                "1000",
            ),
            record(
                STEPS,
                "Ann’s iPhone",
                "count",
                &day("10:05"),
                &day("10:15"),
                "1500",
            ),
            record(
                STEPS,
                "Ann’s iPhone",
                "count",
                &day("12:05"),
                &day("12:15"),
                "500",
            ),
            record(
                STEPS,
                "Ann’s iPhone",
                "count",
                &day("12:05"),
                &day("12:15"),
                "500",
            ),
        ]
        .concat(),
    );
    let reading = with(text.as_bytes(), &Mapping::default(), &berlin()).expect("an export");
    assert_eq!(answers(&reading), ["2026-05-03 walking 15"]);
    assert!(
        reading
            .notes
            .iter()
            .any(|note| note.contains("Ann’s Apple Watch, Ann’s iPhone")),
        "{:?}",
        reading.notes
    );
    assert!(
        reading
            .notes
            .iter()
            .any(|note| note.starts_with("1 records stood in the file more than once"))
    );
}

#[test]
fn times_are_read_with_their_offset_and_nights_go_from_noon_to_noon() {
    // 23:30 in New York is half past five next morning in Berlin: the night of the third.
    let sleep = |start: &str, end: &str, stage: &str| {
        record(
            "HKCategoryTypeIdentifierSleepAnalysis",
            "Watch",
            "",
            start,
            end,
            &format!("HKCategoryValueSleepAnalysis{stage}"),
        )
    };
    let text = health(
        &[
            sleep(
                "2026-05-03 17:30:00 -0400",
                "2026-05-03 20:30:00 -0400",
                "AsleepCore",
            ),
            sleep(
                "2026-05-03 19:30:00 -0400",
                "2026-05-03 21:30:00 -0400",
                "AsleepREM",
            ),
            sleep(
                "2026-05-03 17:00:00 -0400",
                "2026-05-04 03:00:00 -0400",
                "InBed",
            ),
        ]
        .concat(),
    );
    let reading = with(text.as_bytes(), &Mapping::default(), &berlin()).expect("an export");
    // Four hours asleep, the overlap counted once; told about the day after the night.
    assert_eq!(answers(&reading), ["2026-05-04 insomnia-poor-sleep true"]);
}

#[test]
fn a_drink_after_midnight_belongs_to_the_evening_and_early_caffeine_does_not_count() {
    let at = |time: &str| format!("2026-05-04 {time}:00 +0000");
    let one = |kind: &str, time: &str, unit: &str, value: &str| {
        record(
            &format!("HKQuantityTypeIdentifier{kind}"),
            "App",
            unit,
            &at(time),
            &at(time),
            value,
        )
    };
    let text = health(
        &[
            one("NumberOfAlcoholicBeverages", "01:30", "count", "2"),
            one("DietaryCaffeine", "09:00", "mg", "180"),
            one("DietaryCaffeine", "15:00", "mg", "90"),
            one("DietaryProtein", "15:00", "g", "90"),
            one("DietaryWater", "15:00", "gallon", "1"),
        ]
        .concat(),
    );
    let reading = reading(text.as_bytes()).expect("an export");
    assert_eq!(
        answers(&reading),
        [
            "2026-05-04 caffeine 1",
            "2026-05-03 alcohol 2",
            "2026-05-04 intake-caffeine 270"
        ]
    );
    let protein = reading
        .columns
        .iter()
        .find(|c| c.name == "DietaryProtein")
        .expect("listed");
    assert!(matches!(&protein.usage, Usage::NotUsed(why) if why.contains("no use")));
    assert_eq!(reading.rejects.total(), 1);
    assert!(reading.rejects.listed()[0].reason.contains("‘gallon’"));
    assert!(reading.rejects.listed()[0].line > 5);
}

#[test]
fn the_same_export_zipped_says_the_same_and_again_brings_nothing() {
    let mut xml = Vec::new();
    samples::apple_health(&mut xml, 30, 0).expect("a sample");
    let plain = reading(&xml).expect("an export");
    let zip = zipped(&[
        ("apple_health_export/export_cda.xml", b"<x/>"),
        ("apple_health_export/Exportieren.xml", &xml),
    ]);
    assert_eq!(reading(&zip).expect("a zip"), plain);
    assert_eq!(plain.days().expect("days").0, 31);
    let now = "2026-11-01T08:00:00Z".parse().expect("an instant");
    let first = settle(&plain, &Zone::utc(), &Log::default(), now).expect("settled");
    assert!(first.entries.len() > 100);
    let again = settle(
        &plain,
        &Zone::utc(),
        &Log::from_entries(&first.entries),
        now,
    )
    .expect("settled");
    assert_eq!(
        (again.entries.len(), again.unchanged),
        (0, first.entries.len())
    );
}

#[test]
fn takeout_gives_steps_and_sleep_and_never_counts_two_devices_twice() {
    let zip = zipped(&[
        (
            "Takeout/Fitbit/Global Export Data/steps-2026-01-05.json",
            samples::FITBIT_STEPS.as_bytes(),
        ),
        (
            "Takeout/Fitbit/Global Export Data/sleep-2026-01-05.json",
            samples::FITBIT_SLEEP.as_bytes(),
        ),
        (
            "Takeout/Google Health/Physical Activity_GoogleData/steps_2026-01-01.csv",
            samples::GOOGLE_STEPS.as_bytes(),
        ),
        ("Takeout/archive_browser.html", b"<html>"),
    ]);
    let reading = reading(&zip).expect("a zip");
    // 8 o'clock by the watch (500), 9 o'clock by the tracker (800).
    assert_eq!(
        answers(&reading),
        [
            "2026-01-05 walking 13",
            "2026-01-06 insomnia-poor-sleep true"
        ]
    );
    let reject = &reading.rejects.listed()[0];
    assert_eq!(
        (reject.file.as_str(), reject.line),
        ("steps-2026-01-05.json", 3)
    );
}

#[test]
fn single_files_of_takeout_are_known_by_their_content() {
    let steps = reading(samples::GOOGLE_STEPS.as_bytes()).expect("steps");
    assert_eq!(answers(&steps), ["2026-01-05 walking 8"]);
    let sleep = reading(samples::GOOGLE_SLEEP.as_bytes()).expect("sleep");
    assert_eq!(answers(&sleep), ["2026-01-06 insomnia-poor-sleep false"]);
    let fit = reading(b"Date,Move Minutes count,Step count\n2026-01-05,40,6000\n").expect("fit");
    assert_eq!(answers(&fit), ["2026-01-05 walking 60"]);
}

#[test]
fn food_is_summed_up_by_day_in_the_nutrients_units() {
    let at = |hour: &str| format!("2026-05-03 {hour}:00 +0200");
    let eaten = |kind: &str, unit: &str, hour: &str, value: &str| {
        let kind = format!("HKQuantityTypeIdentifierDietary{kind}");
        record(&kind, "Foods", unit, &at(hour), &at(hour), value)
    };
    let all = [
        eaten("Magnesium", "mg", "08:00", "100"),
        eaten("Magnesium", "g", "19:00", "0.2"),
        eaten("Potassium", "mg", "08:00", "900"),
        eaten("Calcium", "mg", "08:00", "300"),
        eaten("Sodium", "mg", "08:00", "1200"),
        eaten("VitaminD", "mcg", "08:00", "2.5"),
        eaten("Fiber", "g", "08:00", "12"),
        eaten("EnergyConsumed", "kJ", "08:00", "8368"),
        eaten("Water", "L", "08:00", "1.5"),
        eaten("Caffeine", "mg", "18:00", "180"),
        eaten("Protein", "g", "08:00", "60"),
        eaten("Sodium", "IU", "08:00", "1"),
    ];
    let read = reading(health(&all.concat()).as_bytes()).expect("an export");
    assert_eq!(
        answers(&read),
        [
            "2026-05-03 caffeine 2",
            "2026-05-03 intake-magnesium 300",
            "2026-05-03 intake-potassium 900",
            "2026-05-03 intake-calcium 300",
            "2026-05-03 intake-sodium 1200",
            "2026-05-03 intake-vitamin-d 2.5",
            "2026-05-03 intake-water 1500",
            "2026-05-03 intake-fibre 12",
            "2026-05-03 intake-caffeine 180",
            "2026-05-03 intake-energy 2000",
        ]
    );
    let left = read
        .columns
        .iter()
        .find(|column| column.name == "DietaryProtein");
    assert!(matches!(
        left.map(|column| &column.usage),
        Some(Usage::NotUsed(_))
    ));
    assert!(
        read.rejects.listed()[0]
            .reason
            .contains("The unit ‘IU’ is not known")
    );
}
