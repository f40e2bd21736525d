//! What is shown as text: warning signs first and what they are about, units, questions, nothing in bulk.

mod common;

use common::Soleus;
use serde_json::json;

const CALL: &str = "Call your local emergency number (112 in Europe, 911 in North America).";

/// A text on one line, so that a test need not know where it was wrapped.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn emergency() -> &'static knowledge::Flag {
    knowledge::flags()
        .iter()
        .find(|flag| flag.urgency == knowledge::Urgency::Emergency && flag.only_with.is_empty())
        .expect("an emergency for everybody")
}

#[test]
fn warning_signs_come_first_and_say_what_they_are_about() {
    let soleus = Soleus::at("2026-05-03T08:00:00+02:00");
    soleus.ok(&["checkin", "--cramps", "1"]);
    let flag = emergency();
    let told = flat(&soleus.ok(&["profile", "flag", flag.id, "yes"]));
    for text in [flag.ask, flag.advice, CALL] {
        assert!(told.contains(text), "{told}");
    }
    for command in [
        &["suspects"][..],
        &["plan"],
        &["night"],
        &["night", "yesterday"],
    ] {
        let out = soleus.ok(command);
        assert!(out.starts_with("GET HELP NOW\n"), "{command:?}: {out}");
        let out = flat(&out);
        for text in [flag.ask, "You answered yes", CALL] {
            assert!(out.contains(text), "{command:?}: {out}");
        }
    }
    let suspects = soleus.json(&["suspects"]);
    assert_eq!(suspects["raised"][0]["flag"], flag.id);
    assert_eq!(suspects["raised"][0]["question"], flag.ask);
}

#[test]
fn help_that_cannot_wait_leaves_only_the_alarm_and_its_note() {
    let soleus = Soleus::at("2026-05-03T08:00:00+02:00");
    soleus.ok(&["profile", "condition", "kidney-disease", "yes"]);
    soleus.ok(&["profile", "flag", "one-leg-swollen-warm-red", "yes"]);
    let plan = soleus.json(&["plan"]);
    let note = plan["notes"][0].as_str().expect("a note");
    let out = flat(&soleus.ok(&["plan", "--all"]));
    assert!(out.ends_with(note), "{out}");
    for word in ["Left out", "What we need", "published studies"] {
        assert!(!out.contains(word), "{out}");
    }
}

#[test]
fn a_plan_without_steps_begins_with_its_note() {
    let soleus = Soleus::at("2026-05-03T08:00:00+02:00");
    soleus.ok(&["profile", "set", "birth-year", "2012"]);
    let plan = soleus.json(&["plan"]);
    assert_eq!(plan["now"], json!([]));
    let note = plan["notes"][0].as_str().expect("a note");
    let out = flat(&soleus.ok(&["plan"]));
    assert!(out.starts_with(note), "{out}");
}

#[test]
fn the_whole_plan_keeps_its_warnings_and_says_each_reason_once() {
    let soleus = Soleus::at("2026-05-03T08:00:00+02:00");
    soleus.ok(&["profile", "condition", "kidney-disease", "yes"]);
    soleus.ok(&["profile", "condition", "peripheral-artery-disease", "yes"]);
    let plan = soleus.json(&["plan"]);
    let out = flat(&soleus.ok(&["plan", "--all"]));
    let later = plan["later"].as_array().expect("a list");
    assert!(!later.is_empty());
    for step in later {
        let how_sure = step["how_sure"].as_str().expect("a sentence");
        assert!(out.contains(&flat(how_sure)), "{how_sure}: {out}");
        for warning in step["warnings"].as_array().expect("a list") {
            let message = warning["message"].as_str().expect("a message");
            assert!(out.contains(&flat(message)), "{message}: {out}");
        }
    }
    let blocked = plan["blocked"].as_array().expect("a list");
    let mut reasons: Vec<String> = blocked
        .iter()
        .flat_map(|one| one["because"].as_array().expect("a list"))
        .map(|reason| flat(reason.as_str().expect("a message")))
        .collect();
    let all = reasons.len();
    reasons.sort_unstable();
    reasons.dedup();
    assert!(reasons.len() < all, "two share a reason: {blocked:?}");
    let left_out = out.split("Left out, for your safety").nth(1);
    let left_out = left_out.expect("a section");
    for reason in reasons {
        assert_eq!(left_out.matches(&reason).count(), 1, "{reason}: {left_out}");
    }
}

#[test]
fn a_question_comes_with_the_command_that_answers_it() {
    let soleus = Soleus::at("2026-05-03T08:00:00+02:00");
    let plan = soleus.json(&["plan"]);
    let missing = plan["missing"].as_array().expect("a list");
    assert!(!missing.is_empty());
    let out = flat(&soleus.ok(&["plan"]));
    for question in missing {
        for ask in question["asks"].as_array().expect("a list") {
            let ask = ask.as_str().expect("an id");
            if let Some(flag) = knowledge::flag(ask) {
                let line = format!("{ask}: {}", flat(flag.ask));
                assert!(out.contains(&line), "{ask}: {out}");
                assert!(out.contains("`soleus profile flag ID yes|no`"), "{out}");
            } else if knowledge::condition(ask).is_some() {
                assert!(out.contains(ask), "{ask}: {out}");
            }
        }
    }
    let answers = out.matches("with `soleus profile").count();
    assert_eq!(answers, missing.len(), "{out}");
}

#[test]
fn logged_cramps_still_count_beside_a_smaller_answer() {
    let mut soleus = Soleus::at("2026-05-03T03:30:00+02:00");
    soleus.ok(&["cramp", "--at", "03:12"]);
    soleus.ok(&["cramp", "--at", "03:25"]);
    soleus.later("2026-05-03T08:00:00+02:00");
    let out = flat(&soleus.ok(&["checkin", "--cramps", "0"]));
    assert!(
        out.contains("2 cramps were logged that night: they still count."),
        "{out}"
    );
    let told = soleus.json(&["checkin", "--cramps", "2"]);
    assert_eq!(told["notes"], json!([]));
}

#[test]
fn the_profile_shows_what_was_answered_yes() {
    let soleus = Soleus::at("2026-05-03T08:00:00+02:00");
    let flag = emergency();
    for (condition, answer) in [
        ("diabetes", "yes"),
        ("liver-disease", "no"),
        ("dialysis", "no"),
    ] {
        soleus.ok(&["profile", "condition", condition, answer]);
    }
    soleus.ok(&["profile", "flag", flag.id, "no"]);
    let name = |id| knowledge::condition(id).expect("a condition").name;
    let out = soleus.ok(&["profile"]);
    let yes = format!("{}: yes", name("diabetes"));
    assert!(out.contains(&yes), "{out}");
    assert!(!out.contains(name("dialysis")), "{out}");
    assert!(out.contains("  and 2 answered no (see them with"), "{out}");
    assert!(out.contains("  1 answered no (see them with"), "{out}");
    let all = flat(&soleus.ok(&["profile", "--all"]));
    assert!(
        all.contains(&format!("{}: no", name("dialysis"))) && all.contains(flag.ask),
        "{all}"
    );
    assert_eq!(soleus.json(&["profile"])["flags"][0]["question"], flag.ask);
    let refused = soleus.run(&["profile", "--all", "set", "weight", "70"]);
    assert_eq!(refused.code, 2, "{}", refused.err);
}

#[test]
fn amounts_have_units() {
    let soleus = Soleus::at("2026-05-03T08:00:00+02:00");
    let set = |setting| ["checkin", "--night", "yesterday", "--set", setting];
    let none = soleus.ok(&set("alcohol=0"));
    assert!(none.contains(": 0 drinks."), "{none}");
    assert!(
        soleus
            .ok(&["night", "yesterday"])
            .contains("Alcohol: 0 drinks\n")
    );
    let one = soleus.ok(&set("alcohol=1"));
    assert!(one.contains(": 1 drink."), "{one}");
}

#[test]
fn a_very_long_cramp_is_taken_and_doubted() {
    let soleus = Soleus::at("2026-05-03T08:00:00+02:00");
    let out = flat(&soleus.ok(&["cramp", "--minutes", "295"]));
    assert!(
        out.contains("written as 295 minutes: please check the number")
            && out.contains("speak to a doctor today"),
        "{out}"
    );
    // A long one that may well be true raises the warning sign itself.
    let told = soleus.json(&["cramp", "--minutes", "60"]);
    assert_eq!(told["notes"], json!([]));
    assert_eq!(told["raised"][0]["flag"], "cramp-over-10-minutes");
}

#[test]
fn each_suspect_stands_under_its_name() {
    let soleus = Soleus::at("2026-05-03T08:00:00+02:00");
    let suspects = soleus.json(&["suspects"]);
    let out = soleus.ok(&["suspects", "--all"]);
    for suspect in suspects["suspects"].as_array().expect("a list") {
        let name = suspect["name"].as_str().expect("a name");
        let heading = format!("\n  {name}  [");
        assert!(out.contains(&heading), "{name}: {out}");
    }
}
