//! A whole trial by command line: planned, registered, followed, paused, read; and what is refused.

mod common;

use common::Soleus;
use serde_json::Value;

/// The instant of a clock time on a day of May 2026 and after.
fn at(day: i64, time: &str) -> String {
    let first: jiff::civil::Date = "2026-05-01".parse().expect("a date");
    let date = first.saturating_add(jiff::Span::new().days(day));
    format!("{date}T{time}:00+02:00")
}

fn date(day: i64) -> String {
    at(day, "08:00")[..10].to_owned()
}

/// A diary of four weeks with about a cramp a night, up to the morning of day 0.
fn diary() -> Soleus {
    let soleus = Soleus::at(&at(0, "09:00"));
    let mut table = "date,cramps\n".to_owned();
    for day in -28..0 {
        table.push_str(&format!(
            "{},{}\n",
            date(day),
            [2, 0, 1, 3, 1, 0, 2][(day + 28) as usize % 7]
        ));
    }
    let file = soleus.file("diary.csv", &table);
    soleus.ok(&["import", &file]);
    soleus
}

/// Starts a test of loose bedding for six weeks.
const LOOSE_BEDDING: [&str; 7] = [
    "trial",
    "start",
    "loose-bedding",
    "--weeks",
    "6",
    "--seed",
    "3",
];

#[test]
fn a_whole_trial() {
    let mut soleus = diary();
    soleus.later(&at(0, "20:00"));
    let proposal = soleus.json(&["trial", "propose", "sleep-position", "--weeks", "6"]);
    assert_eq!(proposal["status"], "ready", "{proposal}");
    assert!(proposal["largest_e_value"].as_f64().expect("a number") >= 20.0);
    assert!(
        proposal["smallest_p_randomisation"]
            .as_f64()
            .expect("a number")
            < 0.05
    );
    let first = proposal["sentences"][0].as_str().expect("a sentence");
    assert!(
        first.starts_with("With your ")
            && first
                .contains("chance of a clear answer about a remedy that cuts cramps by a third"),
        "{first}"
    );
    assert_eq!(
        soleus.json(&["trial", "list"]),
        Value::Array(Vec::new()),
        "proposing writes nothing"
    );
    let start = [
        "trial",
        "start",
        "sleep-position",
        "--weeks",
        "6",
        "--seed",
        "7",
    ];
    let started = soleus.json(&start);
    let schedule = started["schedule"].as_str().expect("a schedule").to_owned();
    let nights = i64::try_from(schedule.len()).expect("short");
    assert_eq!(started["hash"].as_str().map(str::len), Some(64));
    // Two trials of one remedy at once are refused.
    let again = soleus.run(&start);
    assert_eq!(again.code, 2, "{}", again.out);
    assert!(again.err.contains("on trial already"), "{}", again.err);
    // Each day: the instruction as drawn; with the pillow, hardly a cramp.
    for (day, arm) in (0..nights).zip(schedule.chars()) {
        soleus.later(&at(day, "20:00"));
        if day < 3 {
            let today = soleus.json(&["trial", "today"]);
            assert_eq!(today[0]["instruction"]["arm"], arm.to_string(), "day {day}");
        }
        if day == 2 {
            let hidden = soleus.json(&["trial", "result"]);
            assert_eq!(hidden["hidden"], true);
            assert!(hidden["price"].as_str().expect("a price").contains("price"));
            assert_eq!(hidden["effect"], Value::Null);
        }
        let cramps = if arm == 'A' {
            (day % 5 == 0) as u8
        } else {
            1 + (day % 3) as u8
        };
        soleus.later(&at(day + 1, "08:00"));
        soleus.ok(&[
            "checkin",
            "--night",
            "yesterday",
            "--cramps",
            &cramps.to_string(),
        ]);
        if day < 4 {
            soleus.ok(&["trial", "record", "--followed", "yes"]);
        }
    }
    soleus.later(&at(nights + 1, "09:00"));
    assert_eq!(soleus.json(&["trial", "list"])[0]["standing"], "finished");
    assert_eq!(soleus.json(&["trial", "list"])[0]["intact"], true);
    let result = soleus.json(&["trial", "result"]);
    assert_eq!(result["advice"], "keep", "{result}");
    assert!(
        result["e_value"].as_f64().expect("a number") >= 20.0,
        "{result}"
    );
    assert!(result["p_randomisation"].as_f64().expect("a number") < 0.05);
    assert!(result["effect"]["high"].as_f64().expect("a number") < 1.0);
    assert!(result["fewer_a_month"][0].as_f64().expect("a number") > 5.0);
    assert!(
        result["sentences"][0]
            .as_str()
            .expect("a sentence")
            .contains("over 19 in 20"),
        "{result}"
    );
    // The same diary gives the same bytes.
    assert_eq!(soleus.json(&["trial", "result"]), result);
    // It is this person's evidence now, in the suspects and in the plan.
    let suspects = soleus.json(&["suspects"]);
    let toes = suspects["suspects"].as_array().expect("a list").iter();
    let toes = toes
        .clone()
        .find(|one| one["factor"] == "sleep-position-toes-pointed")
        .expect("there");
    assert_eq!(
        (&toes["tag"], &toes["list"]),
        (&Value::from("tested"), &Value::from("likely")),
        "{toes}"
    );
    let plan = soleus.ok(&["plan", "--all"]);
    assert!(plan.contains("You tested it on yourself."), "{plan}");
}

#[test]
fn a_pause_waits_and_changes_that_make_no_sense_are_refused() {
    let mut soleus = diary();
    soleus.later(&at(0, "20:00"));
    soleus.ok(&LOOSE_BEDDING);
    assert_eq!(soleus.run(&["trial", "resume"]).code, 2);
    soleus
        .later(&at(3, "20:00"))
        .ok(&["trial", "pause", "--why", "travel"]);
    let waits = soleus.json(&["trial", "today"]);
    assert_eq!(waits[0]["standing"], "paused");
    assert_eq!(waits[0]["instruction"], Value::Null);
    let run = soleus.run(&["trial", "record", "--day", &date(3), "--followed", "yes"]);
    assert!(
        run.code == 2 && run.err.contains("waited on"),
        "{}",
        run.err
    );
    soleus.later(&at(10, "20:00")).ok(&["trial", "resume"]);
    let goes_on = soleus.json(&["trial", "today"]);
    assert_eq!(
        goes_on[0]["instruction"]["night"], 4,
        "the fourth night waited"
    );
    soleus.ok(&["trial", "stop", "--why", "burden", "--note", "enough"]);
    let late = soleus.run(&["trial", "stop", "loose-bedding"]);
    assert!(
        late.code == 2 && late.err.contains("is over"),
        "{}",
        late.err
    );
}

#[test]
fn safety_and_sense_come_before_a_start() {
    let mut soleus = diary();
    let refused = |soleus: &Soleus, args: &[&str], words: &str| {
        let run = soleus.run(args);
        assert_eq!(run.code, 2, "{}", run.out);
        assert!(run.err.contains(words), "{}", run.err);
    };
    soleus.ok(&["profile", "medicine", "warfarin"]);
    let held = soleus.json(&["trial", "propose", "vitamin-k2"]);
    assert_eq!(held["status"], "held");
    refused(&soleus, &["trial", "start", "vitamin-k2"], "warfarin");
    refused(
        &soleus,
        &[
            "trial",
            "propose",
            "free",
            "--name",
            "Ramipril off",
            "--with",
            "no tablet",
            "--without",
            "tablet",
        ],
        "is a medicine",
    );
    refused(
        &soleus,
        &["trial", "start", "free"],
        "what you want to test",
    );
    refused(
        &soleus,
        &["trial", "start", "loose-bedding", "--first", &date(-2)],
        "before it begins",
    );
    let short = soleus.json(&["trial", "propose", "loose-bedding", "--weeks", "1"]);
    assert_eq!(short["status"], "out-of-reach", "{short}");
    // A warning sign that comes up makes a running trial wait in the same breath, and says why.
    soleus
        .later(&at(0, "20:00"))
        .ok(&["trial", "start", "loose-bedding", "--weeks", "6"]);
    soleus
        .later(&at(1, "20:00"))
        .ok(&["profile", "flag", "one-leg-swollen-warm-red", "yes"]);
    let today = soleus.json(&["trial", "today"]);
    assert_eq!(
        (&today[0]["standing"], &today[0]["instruction"]),
        (&Value::from("paused"), &Value::Null)
    );
    assert!(
        today[0]["held"]
            .as_str()
            .expect("a reason")
            .contains("help")
    );
    refused(&soleus, &["trial", "resume"], "must wait");
    // A new diary has to be kept for a while first.
    let fresh = Soleus::at(&at(0, "20:00"));
    assert_eq!(
        fresh.json(&["trial", "propose", "loose-bedding"])["status"],
        "run-in"
    );
}

/// The schedule goes by the date where the person is: neither summer time nor a journey nor a clock set back loses or
/// doubles a night.
#[test]
fn a_changed_clock_does_not_move_the_schedule() {
    let mut soleus = diary();
    soleus.later(&at(0, "20:00"));
    let started = soleus.json(&LOOSE_BEDDING);
    let schedule = started["schedule"].as_str().expect("a schedule").to_owned();
    let arm = |soleus: &Soleus, zone: &[&str]| {
        let mut args = vec!["trial", "today"];
        args.extend(zone);
        let today = soleus.json(&args);
        let instruction = &today[0]["instruction"];
        (
            instruction["day"].as_str().unwrap_or_default().to_owned(),
            instruction["arm"].as_str().unwrap_or_default().to_owned(),
        )
    };
    let drawn = |day: usize| (date(day as i64), schedule[day..=day].to_owned());
    // In the evening in Berlin it is noon in Lima, and the next morning in Kiritimati: each date has its own arm.
    soleus.later(&at(5, "18:00"));
    assert_eq!(arm(&soleus, &[]), drawn(5));
    assert_eq!(arm(&soleus, &["--zone", "America/Lima"]), drawn(5));
    assert_eq!(arm(&soleus, &["--zone", "Pacific/Kiritimati"]), drawn(6));
    // After midnight the evening's instruction still holds.
    soleus.later(&at(6, "02:30"));
    assert_eq!(arm(&soleus, &[]), drawn(5));
    // The clock is set back: the instruction is that of the date it shows, and nothing is told of days to come.
    soleus.later(&at(3, "20:00"));
    assert_eq!(arm(&soleus, &[]), drawn(3));
    soleus.ok(&["trial", "record", "--day", &date(2), "--followed", "yes"]);
    let before = {
        soleus.later(&at(-2, "20:00"));
        soleus.json(&["trial", "today"])
    };
    assert_eq!(before[0]["standing"], "run-in", "{before}");
    let early = soleus.run(&["trial", "record", "--day", &date(-3), "--followed", "yes"]);
    assert_eq!(early.code, 2);
    assert!(
        early.err.contains("is not a day of the trial"),
        "{}",
        early.err
    );
}

/// Through the end of summer time, 25 October 2026, each evening has its own instruction.
#[test]
fn the_night_of_the_extra_hour_is_one_night() {
    let soleus = Soleus::at("2026-10-23T09:00:00+02:00");
    let rows: String = (0..28)
        .map(|day| {
            format!(
                "2026-{:02}-{:02},{}\n",
                9 + (day + 24) / 30,
                1 + (day + 24) % 30,
                day % 3
            )
        })
        .collect();
    let file = soleus.file("diary.csv", format!("date,cramps\n{rows}"));
    soleus.ok(&["import", &file]);
    let mut soleus = soleus;
    soleus.later("2026-10-23T20:00:00+02:00");
    let started = soleus.json(&LOOSE_BEDDING);
    let schedule = started["schedule"].as_str().expect("a schedule");
    for (now, day) in [
        ("2026-10-24T22:00:00+02:00", 1),
        ("2026-10-25T02:30:00+02:00", 1),
        ("2026-10-25T02:30:00+01:00", 1),
        ("2026-10-25T22:00:00+01:00", 2),
        ("2026-10-26T22:00:00+01:00", 3),
    ] {
        soleus.later(now);
        let today = soleus.json(&["trial", "today"]);
        let instruction = &today[0]["instruction"];
        assert_eq!(instruction["night"], day + 1, "{now}");
        assert_eq!(instruction["arm"], schedule[day..=day], "{now}");
    }
}
