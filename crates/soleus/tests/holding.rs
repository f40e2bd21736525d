//! What the world does to a diary: a clock that jumps back, a damaged file. Nothing is lost, and a sentence says what to do.
//!
//! Seen to fail: with the clock alone in `EntryId::after` (a correction made after the clock went back does not count), without
//! `check_pages` in `store::open` (a damaged diary is read).

mod common;

use common::Soleus;
use common::server::{Server, ask};
use diary::entry::Answer;
use diary::{Body, Log};
use store::{SqliteStore, Store};

/// Cramps in the diary, of all nights.
fn cramps(soleus: &Soleus) -> usize {
    let log = soleus.ok(&["export", "log"]);
    log.matches("\"kind\":\"cramp\"").count()
}

#[test]
fn a_clock_that_jumps_back_a_day_loses_nothing_and_stops_nobody() {
    let mut soleus = Soleus::at("2026-05-03T03:12:00+02:00");
    let secret = soleus.json(&["token", "new", "button", "--may", "add-cramps"]);
    let secret = secret["secret"].as_str().expect("a secret").to_owned();
    let head = format!("POST /api/v1/cramps HTTP/1.1\r\nauthorization: Bearer {secret}");
    let tell = |soleus: &Soleus| {
        let server = Server::start(soleus.command(), &[]);
        ask(server.address, &head, "").expect("an answer").status
    };
    assert_eq!(tell(&soleus), 201);
    let last = soleus.ok(&["export", "log"]);

    soleus.later("2026-05-02T03:12:00+02:00");
    assert_eq!(
        tell(&soleus),
        201,
        "a cramp is taken though the clock went back"
    );
    let now = soleus.ok(&["export", "log"]);
    for line in last.lines().filter(|line| line.contains("\"cramp\"")) {
        assert!(now.contains(line), "what was told before is as it was");
    }
    assert_eq!(cramps(&soleus), 2);
    // A correction made now is younger than what it corrects, whatever the clock says.
    soleus.ok(&["undo"]);
    assert_eq!(soleus.run(&["suspects"]).code, 0);
    assert_eq!(soleus.run(&["plan"]).code, 0);

    soleus.later("2026-05-03T08:00:00+02:00");
    assert_eq!(tell(&soleus), 201);
    assert_eq!(soleus.run(&["night"]).code, 0);
}

/// What the diary holds about a hot day, of the day of this form.
fn hot_day(soleus: &Soleus) -> Vec<Answer> {
    let store = SqliteStore::open(soleus.folder.path()).expect("opens");
    let log = Log::from_entries(&store.entries().expect("readable"));
    let all = log.told().iter();
    all.filter_map(|told| match &told.body {
        Body::Exposure(exposure) if exposure.factor.as_str() == "hot-day" => Some(exposure.answer),
        _ => None,
    })
    .collect()
}

#[test]
fn what_was_corrected_last_holds_though_the_clock_went_back() {
    let mut soleus = Soleus::at("2026-05-03T08:00:00+02:00");
    let answer = |soleus: &Soleus, answer: &str| {
        let server = Server::start(soleus.command(), &[]);
        let head = "POST /check-in/2026-05-01/evening HTTP/1.1\r\ncontent-type: application/x-www-form-urlencoded";
        let form = format!("zone=Europe%2FBerlin&x-hot-day={answer}");
        let status = ask(server.address, head, &form).expect("an answer").status;
        assert_eq!(status, 303);
    };
    answer(&soleus, "yes");
    answer(&soleus, "no");
    soleus.later("2026-05-02T08:00:00+02:00");
    answer(&soleus, "yes");
    assert_eq!(hot_day(&soleus), [Answer::YesNo(true)]);
    answer(&soleus, "no");
    assert_eq!(hot_day(&soleus), [Answer::YesNo(false)]);
}

#[test]
fn a_damaged_page_is_named_and_the_backup_that_mends_it_is_offered() {
    let soleus = Soleus::at("2026-05-03T08:00:00+02:00");
    for ago in 1..60 {
        let ago = ago.to_string();
        soleus.ok(&[
            "cramp",
            "--ago",
            &ago,
            "--note",
            &"the calf again ".repeat(40),
        ]);
    }
    let made = soleus.json(&["backup"]);
    let backup = made["file"].as_str().expect("a file").to_owned();
    let file = soleus.folder.path().join("diary.sqlite");
    let mut bytes = std::fs::read(&file).expect("readable");
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 4096].fill(0x5a);
    std::fs::write(&file, &bytes).expect("writable");

    for args in [
        &["cramp"][..],
        &["night"],
        &["serve", "--listen", "127.0.0.1:0"],
    ] {
        let refused = soleus.run(args);
        assert_ne!(refused.code, 0, "{args:?}");
        for words in ["damaged", "soleus backup list", "soleus restore"] {
            assert!(refused.err.contains(words), "{args:?}: {}", refused.err);
        }
        assert!(!refused.err.contains("calf again"), "{}", refused.err);
    }
    let after = std::fs::read(&file).expect("readable");
    assert!(after == bytes, "left as it is");
    assert!(soleus.ok(&["backup", "list"]).contains("soleus-2026-05-03"));
    let restored = soleus.json(&["restore", &backup]);
    assert_eq!(cramps(&soleus), 59);
    let kept = restored["kept"].as_str().expect("the damaged file, kept");
    let kept = std::fs::read(kept).expect("readable");
    assert!(kept[4096..] == bytes[4096..], "with every page it had");
}

#[test]
fn check_says_what_should_be_looked_at() {
    let mut soleus = Soleus::at("2026-05-03T08:00:00+02:00");
    soleus.ok(&["cramp"]);
    let bare = soleus.run(&["check"]);
    assert_eq!(bare.code, 1, "{}", bare.out);
    assert!(bare.out.contains("soleus backup"), "{}", bare.out);
    soleus.ok(&["backup"]);
    assert!(soleus.ok(&["check"]).contains("every page"));
    soleus.later("2026-05-12T08:00:00+02:00");
    assert!(soleus.run(&["check"]).out.contains("more than a week old"));
    soleus.later("2026-05-01T08:00:00+02:00");
    assert!(soleus.run(&["check"]).out.contains("Set the clock"));
}
