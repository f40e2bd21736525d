//! The diary goes out and comes back, through the real program: log, table, calendar, backups, access.

mod common;

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use common::Soleus;

const MORNING: &str = "2026-05-04T08:00:00+02:00";

/// A diary with a cramp, a correction, an undone entry, answers and a fact.
fn lived() -> Soleus {
    let mut soleus = Soleus::at("2026-05-03T03:12:00+02:00");
    soleus.ok(&["cramp", "--pain", "6", "--note", "left calf, “bad”"]);
    soleus.later("2026-05-03T08:00:00+02:00");
    soleus.ok(&["cramp", "--ago", "60"]);
    soleus.ok(&["undo"]);
    let table = soleus.file(
        "old.csv",
        "date,cramps,alcohol\n2026-05-01,2,1.5\n2026-05-02,1,0\n",
    );
    soleus.ok(&["import", &table]);
    std::fs::remove_file(table).expect("removed");
    soleus.later(MORNING);
    soleus
}

#[test]
fn the_log_comes_back_to_the_same_diary_and_the_same_bytes() {
    let (old, new) = (lived(), Soleus::at(MORNING));
    let out = new.folder.path().join("log.jsonl").display().to_string();
    let written = old.json(&["export", "log", "--out", &out]);
    let count = written["count"].as_u64().expect("a number");
    let file = std::fs::read_to_string(&out).expect("a file");
    assert_eq!(old.ok(&["export", "log"]), file, "to a file or to a pipe");
    assert_eq!(file.lines().count() as u64, count + 1);
    assert!(file.contains("\"retract\""), "what was taken back is in it");

    let taken = new.json(&["import", &out]);
    assert_eq!(
        (taken["new"].as_u64(), taken["unchanged"].as_u64()),
        (Some(count), Some(0))
    );
    assert_eq!(new.ok(&["export", "log"]), file);
    assert_eq!(new.content(), old.content());
    let again = new.json(&["import", &out]);
    assert_eq!(
        (again["new"].as_u64(), again["unchanged"].as_u64()),
        (Some(0), Some(count))
    );
}

#[test]
fn a_log_that_is_not_whole_changes_nothing() {
    let (old, new) = (lived(), Soleus::at(MORNING));
    let file = old.ok(&["export", "log"]);
    let lines: Vec<&str> = file.lines().collect();
    let before = new.content();
    for (name, content, words) in [
        ("cut", lines[..lines.len() - 1].join("\n"), "cut short"),
        (
            "changed",
            file.replace("\"pain\":6", "\"pain\":66"),
            "Line 2",
        ),
        (
            "newer",
            file.replacen("\"version\":1", "\"version\":7", 1),
            "newer version",
        ),
        (
            "future",
            file.replace("2026-05-03T01:12", "2031-05-03T01:12"),
            "future",
        ),
    ] {
        let path = new.file(name, content);
        let run = new.run(&["import", &path]);
        assert_eq!(run.code, 2, "{name}: {}", run.err);
        assert!(run.err.contains(words), "{name}: {}", run.err);
        assert!(
            run.err.contains("Nothing was changed"),
            "{name}: {}",
            run.err
        );
    }
    assert_eq!(new.content(), before);
}

#[test]
fn the_table_is_read_again_by_import_and_nothing_is_written_over() {
    let soleus = lived();
    let out = soleus
        .folder
        .path()
        .join("nights.csv")
        .display()
        .to_string();
    let said = soleus.ok(&["export", "nights", "--out", &out]);
    assert!(
        said.contains("3 nights") || said.contains("2 nights"),
        "{said}"
    );
    let run = soleus.run(&["export", "nights", "--out", &out]);
    assert!(
        run.code == 2 && run.err.contains("exists already"),
        "{}",
        run.err
    );
    let other = Soleus::at(MORNING);
    let imported = other.json(&["import", &out]);
    assert!(imported["new"].as_u64() >= Some(4), "{imported}");
    let missing = soleus.run(&["export", "log", "--out", "/no/such/folder/log"]);
    assert_eq!(missing.code, 2, "{}", missing.err);
}

#[test]
fn the_calendar_is_stable_and_says_nothing_of_health_unless_asked() {
    let soleus = lived();
    let neutral = soleus.ok(&["export", "calendar", "--days", "40"]);
    assert_eq!(neutral, soleus.ok(&["export", "calendar", "--days", "40"]));
    assert_eq!(
        neutral.matches("-check-in@").count(),
        2 * 40,
        "an event and its alarm a day"
    );
    for word in [
        "cramp", "stretch", "calf", "pain", "leg", "medicine", "night",
    ] {
        assert!(!neutral.to_lowercase().contains(word), "{word}");
    }
    let plain = soleus.ok(&["export", "calendar", "--days", "40", "--titles", "plain"]);
    assert!(plain.contains("How was the last night"));
    let early = soleus.ok(&["export", "calendar", "--days", "1", "--check-in", "18:15"]);
    assert!(early.contains("DTSTART:20260504T161500Z"), "{early}");
}

#[test]
fn a_backup_is_proved_and_brought_back_and_the_old_diary_kept() {
    let soleus = lived();
    let before = soleus.ok(&["export", "log"]);
    let made = soleus.json(&["backup"]);
    let file = made["file"].as_str().expect("a file").to_owned();
    let proof = soleus.json(&["restore", "--check", &file]);
    assert_eq!(
        (proof["whole"].as_bool(), &proof["entries"]),
        (Some(true), &made["entries"])
    );
    assert_eq!(proof["first_night"], "2026-05-01");

    soleus.ok(&["cramp", "--note", "told after the backup"]);
    let restored = soleus.json(&["restore", &file]);
    assert_eq!(restored["left_behind"], 1);
    assert_eq!(soleus.ok(&["export", "log"]), before);
    let kept = PathBuf::from(restored["kept"].as_str().expect("a file"));
    assert!(kept.exists());
    let listed = soleus.json(&["backup", "list"]);
    assert_eq!(listed[0]["file"].as_str(), Some(file.as_str()));
}

#[test]
fn a_sealed_backup_needs_its_key_and_the_recovery_sheet_has_it() {
    let soleus = lived();
    let path = |name: &str| soleus.folder.path().join(name).display().to_string();
    let (sheet, key) = (path("sheet.html"), path("key.txt"));
    let made = soleus.json(&["backup", "key", "--sheet", &sheet, "--key-file", &key]);
    let public = made["public_key"].as_str().expect("a key");
    let file = soleus.json(&["backup", "--to-key", public])["file"]
        .as_str()
        .expect("a file")
        .to_owned();
    let secret = std::fs::read_to_string(&key).expect("a key");
    assert!(
        std::fs::read_to_string(&sheet)
            .expect("a sheet")
            .contains(secret.trim())
    );
    let refused = soleus.run(&["restore", "--check", &file]);
    assert!(
        refused.code == 2 && refused.err.contains("recovery sheet"),
        "{}",
        refused.err
    );
    assert_eq!(
        soleus.json(&["restore", "--check", &file, "--key-file", &key])["sealed"],
        true
    );

    let words = soleus.file("words", "four unrelated words\n");
    let wrong = soleus.file("wrong", "four related words\n");
    let file = soleus.json(&["backup", "--passphrase-file", &words])["file"]
        .as_str()
        .expect("a file")
        .to_owned();
    let refused = soleus.run(&["restore", &file, "--passphrase-file", &wrong]);
    assert!(
        refused.code == 2 && refused.err.contains("passphrase does not open"),
        "{}",
        refused.err
    );
    assert_eq!(
        soleus.json(&["restore", "--check", &file, "--passphrase-file", &words])["whole"],
        true
    );
    let short = soleus.file("short", "short\n");
    assert_eq!(soleus.run(&["backup", "--passphrase-file", &short]).code, 2);
}

#[test]
fn what_is_no_backup_is_refused_in_a_sentence() {
    let soleus = lived();
    let before = soleus.content();
    let table = soleus.file("table.csv", "date,cramps\n");
    for (file, words) in [
        (table.as_str(), "not a backup"),
        ("/no/such/file", "cannot be used"),
    ] {
        for args in [&["restore", "--check", file][..], &["restore", file]] {
            let run = soleus.run(args);
            assert!(run.code == 2 && run.err.contains(words), "{}", run.err);
        }
    }
    assert_eq!(soleus.content(), before);
}

/// Backs up and is killed, at moments from the first instant to the end: the diary is whole, and what stands under a
/// backup's name is a whole backup.
#[test]
fn a_killed_backup_leaves_no_half_backup_and_a_whole_diary() {
    let soleus = lived();
    let before = soleus.ok(&["export", "log"]);
    let words = soleus.file("words", "four unrelated words\n");
    let backups = soleus.folder.path().join("backups");
    for round in 0..12_u64 {
        let mut child = soleus
            .command()
            .args(["backup", "--passphrase-file", &words])
            .stdout(Stdio::null())
            .spawn()
            .expect("starts");
        std::thread::sleep(Duration::from_millis(round * round * 6));
        child.kill().expect("killed");
        child.wait().expect("ended");
    }
    assert_eq!(soleus.ok(&["export", "log"]), before);
    for file in whole_names(&backups) {
        let proof = soleus.json(&["restore", "--check", &file, "--passphrase-file", &words]);
        assert_eq!(proof["whole"], true, "{file}");
    }
}

fn whole_names(folder: &Path) -> Vec<String> {
    let Ok(files) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    files
        .map(|file| file.expect("a file").path())
        .filter(|path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with("soleus-"))
        })
        .map(|path| path.display().to_string())
        .collect()
}

#[test]
fn the_open_pages_back_up_by_themselves_and_may_not_be_restored_under() {
    let soleus = lived();
    let folder = soleus.folder.path().join("elsewhere");
    let mut child = soleus
        .command()
        .args(["serve", "--listen", "127.0.0.1:0", "--backup-to"])
        .arg(&folder)
        .stdout(Stdio::null())
        .spawn()
        .expect("starts");
    let mut made = Vec::new();
    for _ in 0..600 {
        made = whole_names(&folder);
        if !made.is_empty() {
            break;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    let file = made.first().expect("a backup within half a minute");
    let refused = soleus.run(&["restore", file]);
    child.kill().expect("killed");
    child.wait().expect("ended");
    assert!(
        refused.code == 2 && refused.err.contains("Stop it"),
        "{}",
        refused.err
    );
    assert_eq!(soleus.json(&["restore", "--check", file])["whole"], true);
    assert_eq!(soleus.json(&["restore", file])["left_behind"], 0);
}

#[test]
fn access_is_given_listed_and_taken_back() {
    let soleus = Soleus::at(MORNING);
    let made = soleus.json(&["token", "new", "bedside button", "--may", "add-cramps"]);
    let secret = made["secret"].as_str().expect("a secret");
    assert!(secret.starts_with("soleus_"), "{made}");
    let listed = soleus.json(&["token", "list"]);
    assert_eq!(listed[0]["may"], "add-cramps");
    assert!(!listed.to_string().contains(secret), "shown once");
    let number = made["number"].to_string();
    soleus.ok(&["token", "revoke", &number]);
    assert_eq!(
        soleus.json(&["token", "list"]).as_array().map(Vec::len),
        Some(0)
    );
    let again = soleus.run(&["token", "revoke", &number]);
    assert!(
        again.code == 2 && again.err.contains("token list"),
        "{}",
        again.err
    );
}

#[cfg(not(feature = "parquet"))]
#[test]
fn a_program_without_parquet_says_so_and_names_the_table() {
    let soleus = lived();
    let out = soleus.folder.path().join("nights.parquet");
    let run = soleus.run(&["export", "parquet", "--out", &out.display().to_string()]);
    assert!(
        run.code == 2 && run.err.contains("soleus export nights"),
        "{}",
        run.err
    );
    assert!(!out.exists());
}

#[test]
fn a_record_system_gets_the_diary_as_fhir_with_a_name_only_when_asked() {
    let soleus = lived();
    soleus.ok(&["profile", "set", "birth-year", "1958"]);
    let out = soleus.folder.path().join("a.json").display().to_string();
    let said = soleus.ok(&["export", "fhir", "--out", &out]);
    assert!(
        said.contains("nights") && said.contains("Keep it where"),
        "{said}"
    );
    let again = soleus.run(&["export", "fhir", "--out", &out]);
    assert_eq!(again.code, 2, "{}", again.err);
    let file = std::fs::read_to_string(&out).expect("a file");
    let piped = soleus.ok(&["export", "fhir"]);
    assert_eq!(
        piped.lines().count(),
        file.lines().count(),
        "to a pipe, too"
    );
    let bundle: serde_json::Value = serde_json::from_str(&file).expect("JSON");
    let of_type = |kind: &str| -> Vec<&serde_json::Value> {
        let entries = bundle["entry"].as_array().expect("entries").iter();
        entries
            .map(|entry| &entry["resource"])
            .filter(|resource| resource["resourceType"] == kind)
            .collect()
    };
    assert_eq!(
        bundle["entry"][0]["resource"]["resourceType"],
        "Composition"
    );
    assert_eq!(of_type("Patient")[0]["birthDate"], "1958");
    assert!(!of_type("Observation").is_empty());
    assert!(!file.contains("“bad”"), "no words of the person's own");

    let named = soleus.ok(&["report", "--all", "--fhir", "-", "--name", "Ada Example"]);
    let named: serde_json::Value = serde_json::from_str(&named).expect("JSON");
    assert!(named.to_string().contains("Ada Example") && !file.contains("Ada"));
    let both = soleus.run(&["report", "--fhir", "-", "--pdf", "-"]);
    assert!(
        both.code == 2 && both.err.contains("standard output"),
        "{}",
        both.err
    );
}

#[test]
fn what_a_cramp_was_like_is_told_and_comes_out_as_a_table() {
    let soleus = Soleus::at("2026-05-04T03:30:00+02:00");
    soleus.ok(&[
        "cramp",
        "--at",
        "03:12",
        "--minutes",
        "4",
        "--position",
        "on-back",
        "--toes-pointed",
        "yes",
        "--bedding-heavy",
        "no",
        "--helped",
        "walking,stretching",
        "--soreness",
        "2",
    ]);
    let run = soleus.run(&["cramp", "--helped", "nothing,cold"]);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(run.err.contains("leave out one of the two"), "{}", run.err);
    assert_eq!(
        soleus.ok(&["export", "cramps"]),
        "night,began,zone,seconds,side,muscle,pain,position,toes_pointed,bedding_heavy,helped,soreness\n\
         2026-05-03,2026-05-04T03:12:00+02:00,Europe/Berlin,240,,,,on-back,1,0,stretching walking,2\n"
    );
}
