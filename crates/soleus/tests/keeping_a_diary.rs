//! A diary kept for several days through the command line, as a person would.

mod common;

use common::Soleus;
use serde_json::{Value, json};

#[test]
fn a_week() {
    let mut soleus = Soleus::at("2026-03-26T21:00:00+01:00");
    // Day one: no nights yet; suspects and plan come from the profile and the evidence, and say so.
    soleus.ok(&["profile", "set", "birth-year", "1953"]);
    soleus.ok(&["profile", "set", "sex", "female"]);
    soleus.ok(&["profile", "medicine", "Lasix", "--since", "2025-11-01"]);
    let suspects = soleus.json(&["suspects"]);
    assert_eq!(suspects["basis"], "evidence-only");
    assert!(suspects["suspects"].as_array().expect("a list").len() > 10);
    let plan = soleus.json(&["plan"]);
    assert_eq!(plan["basis"], "evidence-only");
    assert!(plan["now"].as_array().expect("a list").len() <= 3);
    assert!(
        soleus
            .ok(&["suspects"])
            .contains("no night is answered yet")
    );
    // The first evening, asked one by one: unreadable answers are asked again, Enter skips.
    let run = soleus.typed(&["checkin"], "many\n1\n\nyes\n");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.out.contains("‘many’ is not a whole number"),
        "{}",
        run.out
    );
    assert!(
        run.out.contains("the night of 2026-03-25: 1 cramp"),
        "{}",
        run.out
    );
    // A cramp at three, logged in the dark; the morning after says two.
    soleus.later("2026-03-27T03:20:00+01:00").ok(&[
        "cramp",
        "--at",
        "03:12",
        "--minutes",
        "4",
        "--pain",
        "7",
    ]);
    assert_eq!(outcome(&soleus, "2026-03-26"), json!(["at-least", 1]));
    soleus.later("2026-03-27T08:00:00+01:00").ok(&[
        "checkin",
        "--cramps",
        "2",
        "--set",
        "sleep-position-toes-pointed=yes",
    ]);
    assert_eq!(outcome(&soleus, "2026-03-26"), json!(["exactly", 2]));
    // The night that loses an hour: 03:30 on the clock of 29 March belongs to the night of the 28th.
    soleus
        .later("2026-03-29T03:40:00+02:00")
        .ok(&["cramp", "--at", "03:30"]);
    assert_eq!(outcome(&soleus, "2026-03-28"), json!(["at-least", 1]));
    // Nobody answered for the 27th: missing, not zero.
    assert_eq!(outcome(&soleus, "2026-03-27"), json!(["missing", null]));
    // A quiet night is an answer.
    soleus
        .later("2026-03-30T07:30:00+02:00")
        .ok(&["checkin", "--cramps", "0"]);
    assert_eq!(outcome(&soleus, "2026-03-29"), json!(["exactly", 0]));
    // A slip, taken back; a second undo takes back what was told before it.
    soleus.later("2026-03-31T07:30:00+02:00").ok(&[
        "checkin",
        "--cramps",
        "9",
        "--set",
        "dehydration=yes",
    ]);
    assert_eq!(outcome(&soleus, "2026-03-30"), json!(["exactly", 9]));
    let undone = soleus.later("2026-03-31T07:31:00+02:00").ok(&["undo"]);
    assert_eq!(undone.lines().count(), 2, "{undone}");
    assert!(
        soleus
            .run(&["night", "2026-03-30"])
            .out
            .contains("not answered")
    );
    // By now there are nights, and the answer rests on them.
    let suspects = soleus
        .later("2026-04-01T09:00:00+02:00")
        .json(&["suspects"]);
    assert_eq!(suspects["basis"], "nights");
    assert_eq!(suspects["nights_answered"], 4);
    // Asked again, by a new process: the same answer, from what was kept.
    assert_eq!(soleus.json(&["suspects"]), suspects);
    let table = soleus.ok(&["night"]);
    assert!(
        table.contains("2026-03-27  not answered") && table.contains("2026-03-29  no cramps"),
        "{table}"
    );
}

#[test]
fn a_warning_sign_is_shown_at_once_and_comes_before_the_plan() {
    let soleus = Soleus::at("2026-05-03T08:00:00+02:00");
    let told = soleus.ok(&["profile", "flag", "one-leg-swollen-warm-red", "yes"]);
    assert!(
        told.contains("SEE A DOCTOR TODAY") || told.contains("GET HELP NOW"),
        "{told}"
    );
    let plan = soleus.json(&["plan"]);
    assert_eq!(plan["raised"][0]["flag"], "one-leg-swollen-warm-red");
    assert_eq!(plan["now"], json!([]), "an urgent sign silences advice");
    // What is told next does not hide it, and a doctor's look lifts it.
    assert_eq!(
        soleus.json(&["cramp"])["raised"][0]["flag"],
        "one-leg-swollen-warm-red"
    );
    let mut soleus = soleus;
    soleus.later("2026-05-04T08:00:00+02:00").ok(&[
        "profile",
        "flag",
        "one-leg-swollen-warm-red",
        "yes",
        "--seen",
    ]);
    assert_eq!(soleus.json(&["plan"])["raised"], json!([]));
}

fn outcome(soleus: &Soleus, night: &str) -> Value {
    let night = soleus.json(&["night", night]);
    json!([night["outcome"], night["cramps"]])
}

#[test]
fn an_import_is_taken_once_and_can_be_corrected() {
    let soleus = Soleus::at("2026-05-03T08:00:00+02:00");
    let text = "date;cramps;alcohol;mood\n1.5.2026;2;1,5;good\n2.5.2026;;0;bad\n";
    let file = soleus.file("diary.csv", text);
    let import = |file: &str| soleus.json(&["import", file, "--ignore", "mood"]);
    let counts = |file: &str| {
        let said = import(file);
        let of = |name: &str| said[name].clone();
        json!({"nights": of("nights"), "new": of("new"), "corrected": of("corrected"), "unchanged": of("unchanged"), "kept": of("kept"), "notes": of("notes")})
    };
    assert_eq!(
        counts(&file),
        json!({"nights": 2, "new": 3, "corrected": 0, "unchanged": 0, "kept": 0, "notes": []})
    );
    let before = soleus.content();
    assert_eq!(
        counts(&file),
        json!({"nights": 2, "new": 0, "corrected": 0, "unchanged": 3, "kept": 0, "notes": []})
    );
    assert_eq!(soleus.content(), before);
    let corrected = soleus.file("corrected.csv", text.replace("2026;2;", "2026;3;"));
    assert_eq!(
        counts(&corrected),
        json!({"nights": 2, "new": 0, "corrected": 1, "unchanged": 2, "kept": 0, "notes": []})
    );
    assert_eq!(outcome(&soleus, "2026-05-01"), json!(["exactly", 3]));
    assert_eq!(import(&file)["corrected"], 1, "back again");
    assert_eq!(outcome(&soleus, "2026-05-01"), json!(["exactly", 2]));
    assert_eq!(outcome(&soleus, "2026-05-02"), json!(["missing", null]));
}

#[test]
fn an_import_is_taken_back_as_a_whole_and_can_be_imported_again() {
    let mut soleus = Soleus::at("2026-05-03T08:00:00+02:00");
    soleus.ok(&["cramp", "--at", "03:12"]);
    let mut text = "date,cramps,alcohol\n".to_owned();
    for day in 1..=20 {
        text.push_str(&format!("2026-04-{day:02},{},1\n", day % 3));
    }
    let file = soleus.file("diary.csv", &text);
    soleus
        .later("2026-05-03T08:01:00+02:00")
        .ok(&["import", &file]);
    let undone = soleus.later("2026-05-03T08:02:00+02:00").ok(&["undo"]);
    assert!(
        undone.starts_with("Taken back: the 40 answers")
            && undone.contains("2026-04-01 to 2026-04-20"),
        "{undone}"
    );
    // What was told before it stays.
    assert_eq!(outcome(&soleus, "2026-05-02"), json!(["at-least", 1]));
    assert_eq!(soleus.run(&["night", "2026-04-20"]).code, 2);
    soleus.later("2026-05-03T08:03:00+02:00");
    assert_eq!(soleus.json(&["import", &file])["new"], 40);
    assert_eq!(outcome(&soleus, "2026-04-20"), json!(["exactly", 2]));
    // A corrected file, taken back: what it corrected holds again.
    let corrected = soleus.file("corrected.csv", text.replace("04-20,2", "04-20,3"));
    soleus
        .later("2026-05-03T08:04:00+02:00")
        .ok(&["import", &corrected]);
    assert_eq!(outcome(&soleus, "2026-04-20"), json!(["exactly", 3]));
    let undone = soleus.later("2026-05-03T08:05:00+02:00").ok(&["undo"]);
    assert!(
        undone.contains("holds again: the morning's answer for the night of 2026-04-20: 2 cramps"),
        "{undone}"
    );
    assert_eq!(outcome(&soleus, "2026-04-20"), json!(["exactly", 2]));
    assert_eq!(soleus.json(&["import", &file])["unchanged"], 40);
}

#[test]
fn an_import_leaves_alone_what_was_answered_by_hand_and_says_so() {
    let mut soleus = Soleus::at("2026-05-01T08:00:00+02:00");
    soleus.ok(&["checkin", "--night", "today", "--set", "alcohol=4"]);
    let file = soleus.file(
        "diary.csv",
        b"date,cramps,alcohol,note\n2026-05-01,2,1,M\xFCsli\n",
    );
    soleus.later("2026-05-03T08:00:00+02:00");
    let said = soleus.ok(&["import", &file]);
    assert!(
        said.contains("1 new answers") && said.contains("1 left out, because you answered"),
        "{said}"
    );
    assert!(said.contains("Read as Windows-1252."), "{said}");
    let night = soleus.json(&["night", "2026-05-01"]);
    assert!(night.to_string().contains("4"), "{night}");
    assert_eq!(soleus.json(&["import", &file])["kept"], 1);
}

#[test]
fn two_processes_write_and_read_one_diary() {
    let soleus = Soleus::at("2026-05-03T08:00:00+02:00");
    let writers: Vec<_> = (0..8)
        .map(|n| {
            let mut command = soleus.command();
            command.args(["cramp", "--ago", &(10 * n).to_string()]);
            command
                .stdout(std::process::Stdio::null())
                .spawn()
                .expect("the program starts")
        })
        .collect();
    for mut writer in writers {
        assert!(writer.wait().expect("the program ends").success());
    }
    assert_eq!(outcome(&soleus, "2026-05-02"), json!(["at-least", 8]));
}

#[test]
fn the_demo_does_not_touch_the_diary() {
    let soleus = Soleus::at("2026-05-03T08:00:00+02:00");
    let out = soleus.ok(&["demo", "suspects", "--nights", "60"]);
    assert!(out.starts_with("A made-up person, not you"), "{out}");
    assert!(
        out.contains("nights answered") && out.contains("What truly matters"),
        "{out}"
    );
    assert_eq!(
        std::fs::read_dir(soleus.folder.path())
            .expect("the folder")
            .count(),
        0
    );
}
