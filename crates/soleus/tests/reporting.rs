//! The doctor's page through the real program.

mod common;

use std::fs;
use std::process::Command;

use common::Soleus;

const MORNING: &str = "2026-05-03T08:00:00+02:00";

fn with_a_night() -> Soleus {
    let soleus = Soleus::at(MORNING);
    soleus.ok(&[
        "cramp", "--ago", "300", "--side", "left", "--muscle", "calf", "--pain", "7",
    ]);
    soleus.ok(&["checkin", "--cramps", "2", "--pain", "8"]);
    soleus
}

#[test]
fn a_page_in_the_terminal_and_as_json() {
    let soleus = with_a_night();
    let page = soleus.ok(&["report"]);
    for said in [
        "Cramps on 1 of 1 answered nights",
        "Worst pain 8 of 10",
        "No clinician has",
    ] {
        assert!(page.contains(said), "{page}");
    }
    let german = soleus.ok(&["report", "--language", "de"]);
    assert!(
        german.contains("Krämpfe in 1 von 1 beantworteten Nächten"),
        "{german}"
    );
    let json = soleus.json(&["report", "--all"]);
    assert_eq!(json["burden"]["cramps"], 2);
    assert_eq!(json["burden"]["worst_pain"], 8);
    assert_eq!(json["pattern"]["sides"][0]["what"], "left");
    assert_eq!(json["medicines_complete"], serde_json::Value::Null);
    let before = soleus.json(&["report", "--from", "2025-01-01", "--to", "2025-02-01"]);
    assert_eq!(
        (&before["period"], &before["burden"]),
        (&serde_json::Value::Null, &serde_json::Value::Null)
    );
}

#[test]
fn files_are_written_whole_for_their_owner_alone_and_the_same_every_time() {
    let soleus = with_a_night();
    let at = |name: &str| soleus.folder.path().join(name).display().to_string();
    let (pdf, html) = (at("a.pdf"), at("a.html"));
    let said = soleus.ok(&[
        "report",
        "--pdf",
        &pdf,
        "--html",
        &html,
        "--name",
        "Ada Example",
        "--details",
    ]);
    assert!(said.contains("a.pdf") && said.contains("a.html"), "{said}");
    let first = fs::read(&pdf).expect("a PDF");
    assert!(first.starts_with(b"%PDF-1.7"));
    assert!(
        fs::read_to_string(&html)
            .expect("HTML")
            .contains("Ada Example")
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&pdf).expect("a file").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{mode:o}");
    }
    let output = soleus
        .command()
        .args(["report", "--pdf", "-"])
        .output()
        .expect("a run");
    assert!(output.status.success() && output.stdout.starts_with(b"%PDF"));
    let text = Command::new("pdftotext").args([&pdf, "-"]).output();
    match text {
        Ok(text) => assert!(
            String::from_utf8_lossy(&text.stdout).contains("Cramps on 1 of 1 answered nights")
        ),
        Err(_) => println!("skipped: pdftotext is not installed (Debian: poppler-utils)"),
    }
    assert!(
        !soleus.ok(&["report"]).contains("Ada"),
        "a name is not kept"
    );
}

#[test]
fn wrong_wishes_get_a_sentence() {
    let soleus = with_a_night();
    for (args, said) in [
        (
            &["report", "--from", "2026-05-02", "--to", "2026-05-01"][..],
            "is after",
        ),
        (&["report", "--from", "May"][..], "is not a date"),
        (&["report", "--language", "fr"][..], "there are: en, de"),
        (&["report", "--weeks", "0"][..], "1..=1040"),
        (
            &["report", "--weeks", "3", "--all"][..],
            "cannot be used with",
        ),
        (
            &["report", "--pdf", "-", "--html", "-"][..],
            "Only one file",
        ),
    ] {
        let run = soleus.run(args);
        assert_eq!(run.code, 2, "{args:?}: {}{}", run.out, run.err);
        assert!(run.err.contains(said), "{args:?}: {}", run.err);
    }
    let run = soleus.run(&["report", "--pdf", "no/such/folder/a.pdf"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("Is the folder there"), "{}", run.err);
}
