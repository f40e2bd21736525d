//! Blood tests, questionnaires, triage and doubts from the command line; no command advises what is blocked.

mod common;

use common::Soleus;
use serde_json::Value;

const NOW: &str = "2026-05-03T08:00:00+02:00";

#[test]
fn blood_tests_with_units_and_what_they_do() {
    let soleus = Soleus::at(NOW);
    soleus.ok(&["profile", "set", "birth-year", "1950"]);
    soleus.ok(&["profile", "set", "sex", "female"]);
    soleus.ok(&[
        "profile",
        "lab",
        "Crea",
        "2.6",
        "mg/dl",
        "--taken",
        "2026-04-02",
    ]);
    let labs = soleus.json(&["profile", "labs"]);
    assert_eq!(labs["history"][0]["test"], "creatinine");
    assert_eq!(labs["history"][0]["unit"], "mg/dL");
    let egfr = labs["newest"]
        .as_array()
        .and_then(|all| all.iter().find(|one| one["test"] == "egfr"))
        .expect("an estimated filtration");
    assert_eq!(egfr["origin"], "from-creatinine");
    assert!(
        (egfr["value"].as_f64().unwrap_or_default() - 18.6).abs() < 0.2,
        "{egfr}"
    );
    assert_eq!(labs["assumed"][0]["condition"], "kidney-disease");
    let plan = soleus.json(&["plan"]);
    let magnesium = blocked(&plan, "magnesium-supplement");
    assert!(
        magnesium["about_you"][0]
            .as_str()
            .unwrap_or_default()
            .contains("eGFR"),
        "{magnesium}"
    );
    let id = labs["history"][0]["id"].as_str().expect("an id").to_owned();
    soleus.ok(&["profile", "take-back", &id]);
    assert_eq!(
        soleus.json(&["profile", "labs"])["history"],
        serde_json::json!([])
    );
    assert_eq!(soleus.run(&["profile", "take-back", &id]).code, 2);
}

fn blocked<'p>(plan: &'p Value, remedy: &str) -> &'p Value {
    plan["blocked"]
        .as_array()
        .and_then(|all| all.iter().find(|one| one["remedy"] == remedy))
        .unwrap_or_else(|| panic!("{remedy} is not blocked in {plan}"))
}

#[test]
fn what_cannot_be_is_refused_and_what_hardly_can_is_asked_about() {
    let soleus = Soleus::at(NOW);
    soleus.ok(&["profile", "set", "birth-year", "1944"]);
    let before = soleus.content();
    let taken = ["--taken", "2026-04-02"];
    for (args, says, insist) in [
        (
            &[
                "profile", "lab", "calcium", "9.4", "mmol/L", taken[0], taken[1],
            ][..],
            "Did you mean mg/dL?",
            false,
        ),
        (
            &[
                "profile",
                "lab",
                "potassium",
                "4.1",
                "bananas",
                taken[0],
                taken[1],
            ],
            "mmol/L, mEq/L",
            false,
        ),
        (
            &[
                "profile",
                "lab",
                "cholesterol",
                "4.1",
                "mmol/L",
                taken[0],
                taken[1],
            ],
            "We know: magnesium",
            false,
        ),
        (
            &[
                "profile",
                "lab",
                "potassium",
                "-4",
                "mmol/L",
                taken[0],
                taken[1],
            ],
            "-4",
            false,
        ),
        (
            &[
                "profile",
                "lab",
                "magnesium",
                "2.0",
                "mmol/L",
                taken[0],
                taken[1],
            ],
            "Is the unit right?",
            true,
        ),
        (
            &["profile", "pregnant", "yes"],
            "you are 82, and pregnant",
            true,
        ),
        (
            &["profile", "pregnant", "yes", "--due", "2025-05-01"],
            "has passed",
            false,
        ),
        (
            &["profile", "medicine", "furosemide", "--dose", "10,000 mg"],
            "far more than anybody takes",
            true,
        ),
        (
            &["profile", "medicine", "furosemide", "--since", "1930-01-01"],
            "before you were born",
            false,
        ),
        (
            &["profile", "medicine", "xyzzyquux"],
            "We know no medicine",
            false,
        ),
    ] {
        let run = soleus.run(args);
        assert_eq!(run.code, 2, "{args:?}: {}{}", run.out, run.err);
        assert!(run.err.contains(says), "{args:?}: {}", run.err);
        assert_eq!(soleus.content(), before, "{args:?} changed something");
        assert_eq!(run.err.contains("--sure"), insist, "{args:?}: {}", run.err);
    }
    soleus.ok(&[
        "profile",
        "lab",
        "magnesium",
        "2.0",
        "mmol/L",
        "--taken",
        "2026-04-02",
        "--sure",
    ]);
    assert_eq!(soleus.json(&["profile"])["labs"][0]["own_value"], 2.0);
}

#[test]
fn questionnaires_are_scored_and_raise_their_flags() {
    let soleus = Soleus::at(NOW);
    let told = soleus.json(&[
        "instrument",
        "wells",
        "calf-3cm=yes",
        "pitting=yes",
        "alternative=no",
    ]);
    assert_eq!(told["result"]["rule"], "2 or more");
    assert_eq!(told["raised"][0]["flag"], "one-leg-swollen-warm-red");
    assert_eq!(told["raised"][0]["urgency"], "same-day");
    let open = soleus.json(&["instrument", "irlssg", "1=yes", "2=yes"]);
    assert_eq!(open["result"]["rule"], Value::Null);
    let shown = soleus.json(&["instrument", "edinburgh"]);
    assert_eq!(shown["items"][5]["choices"][0]["id"], "calf");
    assert_eq!(soleus.run(&["instrument", "edinburgh", "6=elbow"]).code, 2);
    assert_eq!(soleus.run(&["instrument", "nobody"]).code, 2);
    let fits = soleus.json(&[
        "instrument",
        "look-alikes",
        "restless-legs-1=yes",
        "restless-legs-2=yes",
    ]);
    assert_eq!(fits["fits"][0], "Restless legs syndrome");
    assert_eq!(
        soleus.json(&["instrument"]).as_array().map(Vec::len),
        Some(knowledge::instruments().len())
    );
}

#[test]
fn triage_asks_at_the_start_and_once_a_week() {
    let mut soleus = Soleus::at(NOW);
    let triage = soleus.json(&["triage"]);
    assert_eq!(triage["week"]["flag"], "anything-new-this-week");
    assert!(
        triage["to_ask"]
            .as_array()
            .is_some_and(|all| all.len() > 10)
    );
    soleus.ok(&["triage", "week", "no"]);
    assert_eq!(soleus.json(&["triage"])["week"], Value::Null);
    soleus.later("2026-05-10T08:00:00+02:00");
    assert_eq!(
        soleus.json(&["triage"])["week"]["flag"],
        "anything-new-this-week"
    );
    assert_eq!(
        soleus.json(&["triage", "week", "yes"])["raised"][0]["flag"],
        "anything-new-this-week"
    );
}

/// Every command that shows something, as text and as JSON.
const SHOWING: [&[&str]; 12] = [
    &["plan"],
    &["plan", "--all"],
    &["suspects"],
    &["night"],
    &["profile"],
    &["profile", "--all"],
    &["profile", "labs"],
    &["triage"],
    &["instrument"],
    &["instrument", "look-alikes"],
    &["cramp", "--minutes", "2"],
    &["night", "yesterday"],
];

#[test]
fn no_command_tells_how_to_do_what_is_blocked() {
    let soleus = Soleus::at(NOW);
    soleus.ok(&["profile", "set", "birth-year", "1950"]);
    soleus.ok(&["profile", "set", "sex", "female"]);
    soleus.ok(&[
        "profile",
        "lab",
        "egfr",
        "18",
        "mL/min",
        "--taken",
        "2026-04-02",
    ]);
    soleus.ok(&["profile", "medicine", "warfarin"]);
    soleus.ok(&["profile", "flag", "one-leg-swollen-warm-red", "no"]);
    let plan = soleus.json(&["plan"]);
    let blocked: Vec<&str> = plan["blocked"]
        .as_array()
        .map(|all| {
            all.iter()
                .filter_map(|one| one["remedy"].as_str())
                .collect()
        })
        .unwrap_or_default();
    assert!(
        blocked.contains(&"magnesium-supplement") && blocked.contains(&"nsaid"),
        "{blocked:?}"
    );
    for command in SHOWING {
        for out in [
            soleus.ok(command),
            soleus.ok(&[command, &["--json"]].concat()),
        ] {
            let flat: String = out.split_whitespace().collect::<Vec<_>>().join(" ");
            for remedy in knowledge::remedies()
                .iter()
                .filter(|one| blocked.contains(&one.id))
            {
                for step in remedy.how_to {
                    assert!(
                        !flat.contains(step),
                        "{command:?} advises {}: {step}",
                        remedy.id
                    );
                }
            }
        }
    }
}

#[test]
fn medicines_are_found_by_brand_and_misspelling_and_reviewed() {
    let soleus = Soleus::at(NOW);
    for (name, id) in [
        ("Lasix", "furosemide"),
        ("furosemid", "furosemide"),
        ("furosmide", "furosemide"),
        ("Ventolin", "salbutamol"),
    ] {
        let found = soleus.json(&["medicine", "search", name]);
        assert_eq!(found[0]["id"], id, "{name}");
    }
    assert_eq!(soleus.run(&["medicine", "search", "xyzzyquux"]).code, 2);
    let shown = soleus.json(&["medicine", "show", "furosemide"]);
    assert_eq!(shown["medicine"]["id"], "furosemide");
    soleus.ok(&[
        "profile",
        "medicine",
        "furosemide",
        "--dose",
        "40 mg",
        "--since",
        "2026-04-01",
    ]);
    let sheet = soleus.json(&["medicine", "review"]);
    assert_eq!(sheet["medicines"][0]["dose"], "40 mg");
    assert_eq!(sheet["medicines"][0]["change"], Value::Null);
    let said = sheet["never_stop"].as_str().unwrap_or_default();
    assert!(said.starts_with("Do not stop"), "{said}");
}
