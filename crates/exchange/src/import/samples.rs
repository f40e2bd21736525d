//! Made-up files in the formats that are imported, for tests and measurements. No person's data is in them.

use std::io::{self, Write};

use jiff::Timestamp;
use jiff::tz::Offset;

/// First instant of every sample: 2026-01-05 at midnight, UTC.
const START: i64 = 1_767_571_200;
/// Name of the program in every sample, so that nobody takes one for a person's.
const MADE_UP: &str = "Soleus sample, made up";

/// Numbers that look random and are the same every time: Knuth's MMIX generator.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below.max(1)
    }
}

/// Writes an Apple Health export of `days` days, with heart rates between until it has at least `bytes` bytes: most
/// of a real export is such records, which Soleus does not use.
///
/// # Errors
/// Those of the writer.
pub fn apple_health(out: &mut impl Write, days: u32, bytes: u64) -> io::Result<()> {
    let mut numbers = Numbers(7);
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(
        out,
        "<!DOCTYPE HealthData [\n<!-- {MADE_UP} -->\n<!ELEMENT HealthData (Record|Workout)*>\n]>"
    )?;
    writeln!(
        out,
        "<HealthData locale=\"en_US\">\n <ExportDate value=\"2026-11-01 08:00:00 +0000\"/>"
    )?;
    let each = bytes / u64::from(days.max(1));
    for day in 0..i64::from(days) {
        let midnight = START + day * 86_400;
        for hour in 7..22 {
            let at = midnight + hour * 3600 + 300;
            let steps = 100 + numbers.next(700);
            record(
                out,
                "HKQuantityTypeIdentifierStepCount",
                "Sample Watch",
                "count",
                (at, at + 600),
                &steps.to_string(),
            )?;
            record(
                out,
                "HKQuantityTypeIdentifierStepCount",
                "Sample iPhone",
                "count",
                (at + 60, at + 660),
                &(steps / 2).to_string(),
            )?;
            record(
                out,
                "HKQuantityTypeIdentifierAppleStandTime",
                "Sample Watch",
                "min",
                (at, at + 300),
                "5",
            )?;
        }
        for hour in [8, 12, 18] {
            let at = midnight + hour * 3600;
            let millilitres = 200 + numbers.next(400);
            record(
                out,
                "HKQuantityTypeIdentifierDietaryWater",
                MADE_UP,
                "mL",
                (at, at),
                &millilitres.to_string(),
            )?;
        }
        let coffee = midnight + 15 * 3600;
        record(
            out,
            "HKQuantityTypeIdentifierDietaryCaffeine",
            MADE_UP,
            "mg",
            (coffee, coffee),
            "90",
        )?;
        let asleep = midnight + 23 * 3600;
        let hours = 5 + i64::try_from(numbers.next(4)).unwrap_or(0);
        record(
            out,
            "HKCategoryTypeIdentifierSleepAnalysis",
            "Sample Watch",
            "",
            (asleep, asleep + hours * 3600),
            "HKCategoryValueSleepAnalysisAsleepCore",
        )?;
        let mut written = 0;
        let mut at = midnight;
        while written < each {
            at += 5;
            let beats = 50 + numbers.next(60);
            written += record(
                out,
                "HKQuantityTypeIdentifierHeartRate",
                "Sample Watch",
                "count/min",
                (at, at),
                &beats.to_string(),
            )?;
        }
    }
    writeln!(out, "</HealthData>")
}

fn record(
    out: &mut impl Write,
    kind: &str,
    source: &str,
    unit: &str,
    (start, end): (i64, i64),
    value: &str,
) -> io::Result<u64> {
    let text = format!(
        " <Record type=\"{kind}\" sourceName=\"{source}\" sourceVersion=\"10.1\" device=\"&lt;&lt;HKDevice: 0x1&gt;, name:Sample, manufacturer:Sample, model:Sample&gt;\" unit=\"{unit}\" creationDate=\"{}\" startDate=\"{}\" endDate=\"{}\" value=\"{value}\"/>\n",
        stamp(end),
        stamp(start),
        stamp(end),
    );
    out.write_all(text.as_bytes())?;
    Ok(text.len() as u64)
}

fn stamp(seconds: i64) -> String {
    let at = Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH);
    let local = Offset::UTC.to_datetime(at);
    format!(
        "{} {:02}:{:02}:{:02} +0000",
        local.date(),
        local.hour(),
        local.minute(),
        local.second()
    )
}

/// Cronometer's daily nutrition.
pub const CRONOMETER: &str = "Date,Energy (kcal),Alcohol (g),Caffeine (mg),Water (g),Magnesium (mg),Vitamin D (IU),Completed\n\
2026-01-05,2012.4,28.0,95.0,2100.3,301.2,200.0,true\n\
2026-01-06,1988.0,0.0,190.0,1400.0,240.0,80.0,true\n\
2026-01-07,2100.0,n/a,0.0,1900.0,250.0,40.0,true\n";

/// Check marks of Loop Habit Tracker; its lines end with a comma.
pub const LOOP_HABITS: &str = "Date,Stretch calves,Alcohol,\n\
2026-01-07,YES_MANUAL,1.000,\n\
2026-01-06,NO,0.000,\n\
2026-01-05,SKIP,2.000,\n";

/// A Bearable export.
pub const BEARABLE: &str = "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n\
5th Jan 2026,2026-01-05,Monday,am,Symptom,3,Leg cramps (Severe),\n\
5th Jan 2026,2026-01-05,Monday,pm,Symptom,1,Leg cramps (Mild),\n\
5th Jan 2026,2026-01-05,Monday,pm,Mood,4,,fine\n\
6th Jan 2026,2026-01-06,Tuesday,am,Symptom,2,Leg cramps (Moderate),\n\
6th Jan 2026,2026-01-06,Tuesday,am,Sleep,7:30,Asleep 23:00 - 6:30,\n";

/// Fitbit's steps as JSON.
pub const FITBIT_STEPS: &str = r#"[{"dateTime":"01/05/26 08:00:00","value":"1200"},{"dateTime":"01/05/26 09:00:00","value":"800"},{"dateTime":"01/06/26 09:00:00","value":"x"}]"#;

/// Fitbit's sleep as JSON.
pub const FITBIT_SLEEP: &str = r#"[{"logId":1,"dateOfSleep":"2026-01-06","startTime":"2026-01-05T23:10:00.000","endTime":"2026-01-06T06:10:00.000","duration":25200000,"minutesAsleep":310,"mainSleep":true}]"#;

/// Google Health's steps as CSV, with two devices.
pub const GOOGLE_STEPS: &str = "timestamp,steps,data source\n\
2026-01-05T08:00:00Z,500,Sample Watch\n\
2026-01-05T08:00:00Z,400,Phone Health Kit\n\
2026-01-05T09:30:00Z,300,Phone Health Kit\n";

/// Google Health's sleep as CSV.
pub const GOOGLE_SLEEP: &str = "sleep_id,sleep_type,minutes_in_sleep_period,minutes_after_wake_up,minutes_to_fall_asleep,minutes_asleep,minutes_awake,minutes_longest_awakening,minutes_to_persistent_sleep,start_utc_offset,sleep_start,end_utc_offset,sleep_end,data_source\n\
111,STAGES,480,5,12,420,48,10,15,+00:00,2026-01-05 22:30:00+0000,+00:00,2026-01-06 06:30:00+0000,PASSIVELY_MEASURED\n";
