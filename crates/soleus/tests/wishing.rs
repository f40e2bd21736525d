//! Asking about a remedy by name, glasses in the calendar, and what there is for somebody under 18.

mod common;

use common::Soleus;

const NOW: &str = "2026-05-03T08:00:00+02:00";

fn well(soleus: &Soleus) {
    soleus.ok(&["profile", "set", "birth-year", "1981"]);
    soleus.ok(&["profile", "set", "sex", "male"]);
    soleus.ok(&["profile", "medicines-complete", "yes"]);
    for condition in knowledge::conditions() {
        soleus.ok(&["profile", "condition", condition.id, "no"]);
    }
    for flag in knowledge::flags() {
        soleus.ok(&["profile", "flag", flag.id, "no"]);
    }
}

#[test]
fn a_remedy_is_asked_about_by_name() {
    let soleus = Soleus::at(NOW);
    let asked = soleus.json(&["plan", "--wish", "acupuncture"]);
    assert_eq!(asked["remedy"], "acupuncture");
    let unknown = soleus.run(&["plan", "--wish", "acupunctur"]);
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.err.contains("Did you mean acupuncture?"),
        "{}",
        unknown.err
    );
    let list = soleus.ok(&["plan", "--wish", "list"]);
    assert!(list.contains("acupuncture") && !list.contains("nsaid"));
    // Nothing is known: what is blocked for somebody is asked about, not told.
    let needles = soleus.json(&["plan", "--wish", "dry-needling"]);
    assert_ne!(needles["answer"], "safe");
    assert_eq!(needles["step"], serde_json::Value::Null);
}

#[test]
fn glasses_are_in_the_calendar_for_who_wants_them() {
    let mut soleus = Soleus::at(NOW);
    well(&soleus);
    let days = ["export", "calendar", "--days", "2"];
    let without = soleus.ok(&days);
    assert!(!without.contains("SUMMARY:A glass"));
    let with = soleus.ok(&[&days[..], &["--glasses"]].concat());
    assert!(with.contains("SUMMARY:A glass"), "{with}");
    // Afterwards pain relief is named, as the rules allow it.
    let over = soleus.ok(&["cramp", "--minutes", "2"]);
    assert!(
        over.contains("Paracetamol") && over.contains("Ibuprofen"),
        "{over}"
    );
    soleus.later("2026-05-03T09:00:00+02:00");
    soleus.ok(&["profile", "condition", "kidney-disease-stage-4-5", "yes"]);
    let over = soleus.ok(&["cramp", "--minutes", "2"]);
    assert!(!over.contains("Ibuprofen"), "{over}");
    soleus.later("2026-05-03T10:00:00+02:00");
    soleus.ok(&["profile", "condition", "kidney-disease-stage-4-5", "no"]);
    let wish = soleus.json(&["plan", "--wish", "acupuncture"]);
    assert_eq!(wish["answer"], "safe");
    assert!(
        wish["step"]["how_sure"]
            .as_str()
            .unwrap_or_default()
            .contains("unlikely")
    );
}

#[test]
fn under_18_there_is_relief_and_triage_and_nothing_else() {
    let soleus = Soleus::at(NOW);
    soleus.ok(&["profile", "set", "birth-year", "2012"]);
    let plan = soleus.json(&["plan"]);
    for list in ["now", "later"] {
        assert_eq!(plan[list], serde_json::json!([]), "{list}");
    }
    assert_eq!(plan["water"], serde_json::Value::Null);
    let wish = soleus.json(&["plan", "--wish", "evening-walk"]);
    assert_eq!(wish["answer"], "silent");
    let cramp = soleus.ok(&["cramp"]);
    assert!(cramp.to_lowercase().contains("toes"), "{cramp}");
    let triage = soleus.ok(&["triage"]);
    assert!(
        triage.contains("limp"),
        "the child's own question is asked: {triage}"
    );
}
