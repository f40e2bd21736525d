//! Bad input: a clear sentence, exit code 2, nothing lost.

mod common;

use common::{Run, Soleus};

const NOW: &str = "2026-05-03T08:00:00+02:00";

/// A diary with something in it, to see that a refusal leaves it alone.
fn diary() -> Soleus {
    let soleus = Soleus::at(NOW);
    soleus.ok(&["checkin", "--cramps", "2", "--set", "alcohol=2"]);
    soleus.ok(&["profile", "set", "birth-year", "1958"]);
    soleus
}

fn refused(soleus: &Soleus, args: &[&str], words: &str) {
    let before = soleus.content();
    let run = soleus.run(args);
    says(&run, args, words);
    assert_eq!(soleus.content(), before, "{args:?} changed the diary");
}

fn says(run: &Run, args: &[&str], words: &str) {
    assert_eq!(run.code, 2, "{args:?}: {}{}", run.out, run.err);
    assert!(
        run.err.contains(words),
        "{args:?} should say ‘{words}’: {}",
        run.err
    );
    assert_eq!(run.out, "", "{args:?}");
    assert!(!run.err.contains("panicked"), "{}", run.err);
}

#[test]
fn of_commands() {
    let soleus = diary();
    for (args, words) in [
        (&["cramp", "--at", "2026-05-03T09:00"][..], "in the future"),
        (&["cramp", "--at", "2031-01-01T03:00"], "in the future"),
        (
            &["cramp", "--at", "half past three"],
            "‘half past three’ is not a time",
        ),
        (
            &["cramp", "--pain", "11"],
            "The score is 11: it must be from 0 to 10",
        ),
        (&["cramp", "--pain", "-1"], "not a whole number"),
        (&["cramp", "--ago", "2000"], "The number of minutes is 2000"),
        (
            &["cramp", "--at", "03:10", "--until", "03:05"],
            "before it began",
        ),
        (&["cramp", "--side", "middle"], "invalid value 'middle'"),
        (
            &["cramp", "--zone", "Europe/Nowhere"],
            "not a time zone we know",
        ),
        (&["checkin", "--cramps", "-1"], "not a whole number"),
        (&["checkin", "--cramps", "1.5"], "not a whole number"),
        (
            &["checkin", "--cramps", "100"],
            "The number of cramps is 100: it must be from 0 to 99",
        ),
        (
            &["checkin", "--night", "2026-05-04", "--cramps", "1"],
            "4 May 2026",
        ),
        (
            &["checkin", "--night", "soon", "--cramps", "1"],
            "‘soon’ is not a date",
        ),
        (
            &["checkin", "--set", "alcool=1"],
            "We know no factor of the check-in ‘alcool’. Did you mean alcohol",
        ),
        (&["checkin", "--set", "alcohol"], "write --set FACTOR=VALUE"),
        (
            &["checkin", "--set", "alcohol=lots"],
            "‘lots’ is not a number",
        ),
        (&["checkin", "--set", "alcohol=-1"], "The amount is -1"),
        (
            &["checkin", "--set", "dehydration=3"],
            "‘3’ is not yes or no",
        ),
        (
            &[
                "checkin",
                "--set",
                "alcohol=1",
                "--set",
                "dehydration=maybe",
            ],
            "‘maybe’ is not yes or no",
        ),
        (
            &["profile", "set", "birth-year", "1850"],
            "The year of birth is 1850",
        ),
        (
            &["profile", "set", "birth-year", "old"],
            "‘old’ is not a year",
        ),
        (&["profile", "set", "weight", "7000"], "The weight is 7000"),
        (&["profile", "set", "sex", "x"], "write female or male"),
        (
            &["profile", "condition", "gout-of-the-moon", "yes"],
            "We know no condition",
        ),
        (
            &["profile", "condition", "diabetes", "perhaps"],
            "answer yes or no",
        ),
        (
            &["profile", "medicine", "xyzzyx"],
            "We know no medicine ‘xyzzyx’",
        ),
        (
            &["profile", "flag", "nothing", "yes"],
            "We know no warning sign",
        ),
        (
            &["night", "2019-01-01"],
            "nothing about the night of 2019-01-01",
        ),
        (&["--listen", "0.0.0.0:7353"], "soleus passphrase"),
        (&["--listen", "192.168.1.5:7353"], "soleus passphrase"),
        (&["--listen", "[::]:7353"], "soleus passphrase"),
        (&["--listen", "here"], "is not an address with a port"),
        (
            &["--listen", "127.0.0.1:7353", "night"],
            "--listen goes with the pages only",
        ),
        (&["import", "no-such-file.csv"], "cannot be opened"),
        (&["analyze", "."], "is a folder"),
        (&["dance"], "unrecognized subcommand"),
    ] {
        refused(&soleus, args, words);
    }
}

/// Tables that neither `analyze` nor `import` may swallow.
#[test]
fn of_tables() {
    let soleus = diary();
    let header = "date,cramps,dehydration,alcohol\n";
    let million = format!("{header}{}", "2026-05-01,0,1,2\n".repeat(1_000_000));
    for (name, content, words) in [
        ("empty", Vec::new(), "The file is empty"),
        ("header", header.into(), "no rows below"),
        (
            "doubled",
            format!("{header}2026-05-01,0,1,2\n2026-05-01,1,1,2\n").into(),
            "2026-05-01 stands twice in the column ‘date’: in line 2 and in line 3",
        ),
        (
            "negative",
            format!("{header}2026-05-01,-1,1,2\n").into(),
            "Line 2",
        ),
        (
            "half",
            format!("{header}2026-05-01,0,1,2\n2026-05-02,1.5,1,2\n").into(),
            "Line 3",
        ),
        (
            "text",
            format!("{header}2026-05-01,0,1,2\n2026-05-02,1,1,good\n").into(),
            "‘good’",
        ),
        (
            "infinite",
            format!("{header}2026-05-01,0,1,inf\n").into(),
            "‘inf’",
        ),
        (
            "ragged",
            format!("{header}2026-05-01,0,1\n").into(),
            "Line 2 has 3 cells",
        ),
        ("million", million.into_bytes(), "1000001 lines"),
        (
            "zeros",
            b"date,cramps\n2026-05-01\0,1\n".to_vec(),
            "Line 2 holds a zero byte",
        ),
        (
            "cp1252",
            b"date,cramps,dehydration\n2026-05-01,1,\x81\n".to_vec(),
            "Line 2 holds the byte 0x81",
        ),
        (
            "undated",
            format!("{header}tomorrow,0,1,2\n").into(),
            "Line 2: ‘tomorrow’ in the column ‘date’ is not a date",
        ),
    ] {
        let path = soleus.file(&format!("{name}.csv"), content);
        for command in ["analyze", "import"] {
            refused(&soleus, &[command, &path], words);
        }
    }
    let path = soleus.file("no-outcome.csv", "date,mood,sleep\n2026-05-01,1,2\n");
    refused(
        &soleus,
        &["analyze", &path],
        "no column ‘cramps’ (the outcome). The columns are: date, mood, sleep",
    );
    let path = soleus.file(
        "missing.csv",
        "date,cramps,a\n2026-05-01,,2\n2026-05-02,,1\n",
    );
    refused(&soleus, &["analyze", &path], "All 2 nights are missing");
    let path = soleus.file(
        "mood.csv",
        "date,cramps,mood\n2026-05-01,1,good\n2026-05-02,0,bad\n",
    );
    refused(
        &soleus,
        &["analyze", &path],
        "Column ‘mood’ holds text (‘good’, line 2): ignore it with --ignore mood",
    );
    refused(
        &soleus,
        &["import", &path],
        "neither answers of the morning nor factors of the check-in: mood",
    );
    let path = soleus.file("future.csv", "date,cramps\n2026-05-01,1\n2026-05-09,0\n");
    refused(&soleus, &["import", &path], "Line 3: ");
}

/// Names from a file reach the terminal without what it would obey.
#[test]
fn escape_sequences_in_tables_command_nothing() {
    let soleus = diary();
    let evil = "date,cramps,\u{1b}]0;owned\u{7}\u{1b}[2J,\u{9b}31m\n1,1,0,0\n2,0,1,1\n";
    let path = soleus.file("evil.csv", evil);
    for args in [
        &["analyze", &path][..],
        &["analyze", &path, "--format", "csv"],
        &["analyze", &path, "--json"],
        &["analyze", &path, "--outcome", "x\u{1b}[2J"],
        &["import", &path],
    ] {
        let run = soleus.run(args);
        let bad = |c: char| c.is_control() && c != '\n';
        assert!(
            !run.out.contains(bad) && !run.err.contains(bad),
            "{args:?}: {:?}{:?}",
            run.out,
            run.err
        );
    }
}

/// What looks odd and can be read rightly is read rightly.
#[test]
fn odd_tables_are_read_rightly() {
    let soleus = Soleus::at(NOW);
    let plain =
        "date,cramps,dehydration,café\n2026-05-01,2.0,1,0.5\n2026-05-02,0,0,1.5\n2026-05-03,1,,1\n";
    let reference = soleus.json(&["analyze", &soleus.file("plain.csv", plain)]);
    let german = "date;cramps;dehydration;café\r\n3.5.2026;1;;1\r\n1.5.2026;2,0;ja;0,5\r\n2.5.2026;0;nein;1,5\r\n";
    let windows: Vec<u8> = german
        .chars()
        .map(|c| if c == 'é' { 0xE9 } else { c as u8 })
        .collect();
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(german.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    for (name, content) in [
        ("mark", format!("\u{feff}{plain}").into_bytes()),
        ("crlf", plain.replace('\n', "\r\n").into_bytes()),
        ("tabs", plain.replace(',', "\t").into_bytes()),
        ("german", german.as_bytes().to_vec()),
        ("windows", windows),
        ("utf16", utf16),
    ] {
        let answer = soleus.json(&["analyze", &soleus.file(name, content)]);
        assert_eq!(answer["factors"], reference["factors"], "{name}");
    }
    let gaps = soleus.file(
        "gaps.csv",
        "date,cramps,a\n2026-05-09,1,0\n2026-05-01,0,1\n2026-05-02,0,0\n",
    );
    let notes = soleus.json(&["analyze", &gaps])["notes"].to_string();
    assert!(
        notes.contains("not in order")
            && notes.contains("6 days between 2026-05-01 and 2026-05-09"),
        "{notes}"
    );
    let constant = soleus.file(
        "constant.csv",
        "date,cramps,a,alcohol\n1,1,0,3\n2,0,1,3\n3,0,0,3\n",
    );
    let answer = soleus.json(&["analyze", &constant]);
    assert!(
        answer["notes"].to_string().contains("alcohol never varies"),
        "{answer}"
    );
    assert!(
        answer["factors"][1]["probability"]
            .as_f64()
            .expect("a probability")
            > 0.05,
        "{answer}"
    );
}

#[test]
fn of_diaries() {
    let soleus = diary();
    let path = soleus.folder.path().join(store::FILE_NAME);
    let good = std::fs::read(&path).expect("the diary's file");
    // The format's version stands in the header of an SQLite file, at byte 60.
    let mut newer = good.clone();
    newer[60..64].copy_from_slice(&9_999_u32.to_be_bytes());
    std::fs::write(&path, &newer).expect("write");
    says(&soleus.run(&["cramp"]), &["cramp"], "newer version");
    assert_eq!(
        std::fs::read(&path).expect("read"),
        newer,
        "a newer diary is left alone"
    );
    std::fs::write(&path, "My dear diary, last night was bad. ".repeat(100)).expect("write");
    says(
        &soleus.run(&["night"]),
        &["night"],
        "is not a diary of this program",
    );
    std::fs::write(&path, &good).expect("write");
    soleus.ok(&["night"]);
    let run = soleus.run(&["night", "--data", "/proc/nowhere"]);
    assert_ne!(run.code, 0);
    assert!(
        run.err.contains("/proc/nowhere") && !run.err.contains("panicked"),
        "{}",
        run.err
    );
}
