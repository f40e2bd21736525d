//! Nothing was lost when the evidence was carried into the project: compared with the shared folder where it is present.
#![expect(
    clippy::unwrap_used,
    reason = "a record that cannot be read fails the test"
)]

use std::path::{Path, PathBuf};

use knowledge::{Fires, Seen, factor, findings_about, flag, medicines, remedy};
use toml::{Table, Value};

/// Factors shown under the name of what is asked, or with its examples in brackets.
const RENAMED: [(&str, &str); 4] = [
    (
        "lack-of-stretching",
        "Not stretching calves and hamstrings (tight muscles)",
    ),
    ("dehydration", "Drinking less than usual"),
    ("electrolyte-imbalance", "Vomiting or diarrhoea"),
    (
        "overexertion",
        "Overexertion (new or intense exercise, heavy gardening, long walks)",
    ),
];
/// Rules and flags whose source is a guideline, a label or a health service's own page, which was read later than the page there.
const BETTER_SOURCE: [&str; 29] = [
    "one-leg-swollen-warm-red",
    "rest-pain-hanging-foot",
    "weakness-wasting-twitching",
    "speech-swallow-breathing",
    "heat-stroke",
    "digoxin-toxicity",
    "missed-dialysis-weakness",
    "alcohol-withdrawal-signs",
    "pregnant-pre-eclampsia",
    "tetanus-or-toxin",
    "spreading-infection",
    "compartment-syndrome",
    "after-new-drug",
    "numbness-both-feet",
    "both-legs-swollen",
    "magnesium-kidney",
    "magnesium-potassium-sparing",
    "calcium-vitamin-d-high-calcium-conditions",
    "fluid-heart-failure",
    "fluid-desmopressin",
    "nsaid-who-should-not",
    "paracetamol-limits",
    "nsaid-age",
    "never-stop-prescribed-medicines",
    "heat-opioid-patch",
    "stretch-quinolone-tendon",
    "compression-needs-check",
    "compression-artery-disease",
    "calcium-channel-blockers-heart",
];
/// Findings whose figures were mended to what their source says, which was read later.
const MENDED: [&str; 2] = ["footwear-heels-fibre", "sodium-pregnancy-old-cochrane"];
/// A mirror on which abstracts of PubMed were read: the abstract's own address stands instead.
const MIRROR: &str = "https://api-pubmed-ncbi.laibokeji.com/";
/// Remedies whose steps were put into the order of doing, or name more medicines.
const REORDERED: [&str; 3] = ["active-stretch", "walk-it-off", "medication-review"];
/// Safety rules of our own, awaiting a clinician, in the order of the file.
const RULES_ADDED: [&str; 14] = [
    "magnesium-already-high",
    "salty-drinks-blocked",
    "salty-drinks-pregnancy",
    "paracetamol-every-product",
    "digoxin-with-water-tablet",
    "potassium-check-with-two-sparing-medicines",
    "pregnancy-alcohol",
    "sleep-aids-blocked",
    "sleep-aids-caution",
    "vitamin-k2-trial-in-doubt",
    "walk-heart-artery-lung",
    "supplements-kidney-failure",
    "pre-eclampsia-now",
    "salty-drinks-eating-disorder",
];
/// The one remedy that stood for two: paracetamol and the ibuprofen type have rules of their own.
const PARTED: &str = "otc-pain-reliever";
const PARTS: [&str; 2] = ["paracetamol", "nsaid"];
/// Red flags of our own, awaiting a clinician.
const FLAGS_ADDED: [&str; 3] = [
    "dangerous-blood-result",
    "sudden-worsening",
    "anything-new-this-week",
];

/// The shared folder beside the repository, or where `SOLEUS_SHARED` says; `None` when absent.
fn shared() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = std::env::var_os("SOLEUS_SHARED").map_or(beside, PathBuf::from);
    if folder.join("evidence").is_dir() {
        return Some(folder);
    }
    println!("skipped: the shared folder is not here");
    None
}

fn records(folder: &Path, file: &str, kind: &str) -> Vec<Table> {
    let text = std::fs::read_to_string(folder.join("evidence").join(file)).unwrap();
    let table: Table = text.parse().unwrap();
    table[kind]
        .as_array()
        .unwrap()
        .iter()
        .map(|record| record.as_table().unwrap().clone())
        .collect()
}

fn text<'a>(record: &'a Table, field: &str) -> &'a str {
    record
        .get(field)
        .and_then(Value::as_str)
        .unwrap_or_default()
}

fn number(record: &Table, field: &str) -> Option<f64> {
    record.get(field).and_then(|value| {
        value.as_float().or_else(|| {
            value
                .as_integer()
                .map(|n| f64::from(i32::try_from(n).unwrap()))
        })
    })
}

#[test]
fn factors_and_their_findings() {
    let Some(folder) = shared() else { return };
    let factors = records(&folder, "causes.toml", "factor");
    assert_eq!(factors.len(), 72);
    for theirs in &factors {
        let ours =
            factor(text(theirs, "id")).unwrap_or_else(|| panic!("lost {}", text(theirs, "id")));
        let name = RENAMED
            .iter()
            .find(|(id, _)| *id == ours.id)
            .map_or(text(theirs, "name"), |(_, name)| name);
        assert_eq!(
            (ours.name, ours.category),
            (name, text(theirs, "category")),
            "{}",
            ours.id
        );
        assert_eq!(ours.summary, text(theirs, "plain_summary"), "{}", ours.id);
        let prior = theirs["suggested_prior"].as_table().unwrap();
        assert_eq!(
            Some(ours.prior.log_rr_mean),
            number(prior, "log_rr_mean"),
            "{}",
            ours.id
        );
        assert_eq!(
            Some(ours.prior.log_rr_sd),
            number(prior, "log_rr_sd"),
            "{}",
            ours.id
        );
        assert_eq!(ours.prior.reason, text(prior, "reason"), "{}", ours.id);
        assert_eq!(
            ours.popular_claim,
            theirs["seeds_claim"].as_bool().unwrap(),
            "{}",
            ours.id
        );
    }
    findings(&folder, "causes.toml", "factor", 184);
}

#[test]
fn remedies_and_their_findings() {
    let Some(folder) = shared() else { return };
    let remedies = records(&folder, "remedies.toml", "remedy");
    assert_eq!((remedies.len(), knowledge::remedies().len()), (49, 51));
    for theirs in remedies.iter().filter(|one| text(one, "id") != PARTED) {
        let ours =
            remedy(text(theirs, "id")).unwrap_or_else(|| panic!("lost {}", text(theirs, "id")));
        assert_eq!(ours.name, text(theirs, "name"));
        assert_eq!(ours.summary, text(theirs, "plain_summary"), "{}", ours.id);
        assert_eq!(
            ours.schedule,
            text(theirs, "dose_or_schedule"),
            "{}",
            ours.id
        );
        let steps: Vec<&str> = theirs["how_to"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(Value::as_str)
            .collect();
        if !REORDERED.contains(&ours.id) {
            assert_eq!(ours.how_to, steps, "{}", ours.id);
        }
        let targets: Vec<&str> = theirs["targets"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(Value::as_str)
            .collect();
        assert_eq!(ours.targets, targets, "{}", ours.id);
    }
    findings(&folder, "remedies.toml", "remedy", 67);
}

fn findings(folder: &Path, file: &str, about: &str, count: usize) {
    let findings = records(folder, file, "finding");
    assert_eq!(findings.len(), count);
    for theirs in &findings {
        let id = text(theirs, "id");
        let about = match text(theirs, about) {
            PARTED => PARTS[0],
            about => about,
        };
        let ours = findings_about(about).iter().find(|ours| ours.id == id);
        let ours = ours.unwrap_or_else(|| panic!("lost {id}"));
        assert_eq!(
            (ours.measure, ours.unit),
            (text(theirs, "measure"), text(theirs, "unit")),
            "{id}"
        );
        let source = text(theirs, "source_url");
        let source = match source.strip_prefix(MIRROR) {
            Some(number) => format!("https://pubmed.ncbi.nlm.nih.gov/{number}/"),
            None => source.to_owned(),
        };
        // Where a source was read again, its words and address are those of what was read; the figures stay.
        if ours
            .compared
            .is_none_or(|compared| compared.seen == Seen::Nothing)
        {
            assert_eq!(
                (ours.claim, ours.note, ours.doi, ours.source_url),
                (
                    text(theirs, "claim"),
                    text(theirs, "note"),
                    text(theirs, "doi"),
                    source.as_str()
                ),
                "{id}"
            );
        }
        if !MENDED.contains(&id) {
            assert_eq!(
                (ours.estimate, ours.ci),
                (
                    number(theirs, "estimate"),
                    number(theirs, "ci_low").zip(number(theirs, "ci_high"))
                ),
                "{id}"
            );
        }
        assert_eq!(ours.n.map(f64::from), number(theirs, "n"), "{id}");
        assert_eq!(ours.result, text(theirs, "direction"), "{id}");
    }
}

fn triggers(fires: Fires) -> usize {
    match fires {
        Fires::Always => 1,
        Fires::Any(triggers) => triggers.len(),
        Fires::All(groups) => groups.iter().map(|group| group.len()).sum(),
    }
}

/// How many things a rule's `when` lists, groups opened.
fn listed(when: &Value) -> usize {
    match when {
        Value::Table(table) => table
            .iter()
            .filter(|(key, _)| *key != "match")
            .map(|(_, value)| listed(value))
            .sum(),
        Value::Array(items) => items.iter().map(listed).sum(),
        _ => 1,
    }
}

#[test]
fn safety_rules_and_flags() {
    let Some(folder) = shared() else { return };
    let rules = records(&folder, "safety.toml", "rule");
    assert_eq!(rules.len(), 99);
    let added: Vec<&str> = knowledge::rules()
        .iter()
        .map(|rule| rule.id)
        .filter(|id| rules.iter().all(|theirs| text(theirs, "id") != *id))
        .collect();
    assert_eq!(added, RULES_ADDED);
    for theirs in &rules {
        let id = text(theirs, "id");
        let ours = knowledge::rules()
            .iter()
            .find(|ours| ours.id == id)
            .unwrap_or_else(|| panic!("lost {id}"));
        // Its message named an age limit that nobody had read in a source.
        if id != "children" {
            assert_eq!(ours.message, text(theirs, "message"), "{id}");
        }
        let ids = |field: &str| -> Vec<String> {
            theirs[field]
                .as_array()
                .unwrap()
                .iter()
                .filter_map(|v| v.as_str().map(str::to_owned))
                .collect()
        };
        // Pregnancy has a rule of its own, with words of its own.
        let moved = usize::from(id == "salt-and-salty-drinks");
        assert_eq!(
            triggers(ours.fires) + moved,
            listed(&theirs["when"]),
            "{id}: as many triggers as there"
        );
        let whole = |ours: &[&str]| -> Vec<String> {
            let mut whole: Vec<String> = ours
                .iter()
                .map(|id| if PARTS.contains(id) { PARTED } else { id }.to_owned())
                .collect();
            whole.dedup();
            whole
        };
        assert_eq!(whole(ours.blocks), ids("blocks"), "{id}");
        assert_eq!(whole(ours.warns), ids("warns"), "{id}");
        if !BETTER_SOURCE.contains(&id) {
            assert_eq!(ours.source_url, text(theirs, "source_url"), "{id}");
        }
    }
    let flags = records(&folder, "red_flags.toml", "flag");
    assert_eq!(flags.len(), 45);
    let added: Vec<&str> = knowledge::flags()
        .iter()
        .map(|flag| flag.id)
        .filter(|id| flags.iter().all(|theirs| text(theirs, "id") != *id))
        .collect();
    assert_eq!(added, FLAGS_ADDED);
    for theirs in &flags {
        let ours =
            flag(text(theirs, "id")).unwrap_or_else(|| panic!("lost {}", text(theirs, "id")));
        // “Also” made sense only after another question.
        let ask = text(theirs, "ask").replace("Do you also have", "Do you have");
        assert_eq!(
            (ours.ask, ours.advice),
            (ask.as_str(), text(theirs, "advice")),
            "{}",
            ours.id
        );
        assert_eq!(ours.suggests, text(theirs, "suggests"), "{}", ours.id);
        if !BETTER_SOURCE.contains(&ours.id) {
            assert_eq!(ours.note, text(theirs, "note"), "{}", ours.id);
        }
    }
}

#[test]
fn look_alikes_instruments_intakes_and_epidemiology() {
    let Some(folder) = shared() else { return };
    let ids = |file: &str, kind: &str| -> Vec<String> {
        records(&folder, file, kind)
            .iter()
            .map(|record| text(record, "id").to_owned())
            .collect()
    };
    assert!(
        ids("red_flags.toml", "lookalike")
            .iter()
            .eq(knowledge::look_alikes().iter().map(|r| r.id))
    );
    assert!(
        ids("red_flags.toml", "instrument")
            .iter()
            .eq(knowledge::instruments().iter().map(|r| r.id))
    );
    assert!(
        ids("red_flags.toml", "workup")
            .iter()
            .eq(knowledge::workups().iter().map(|r| r.id))
    );
    assert!(
        ids("epidemiology.toml", "datum")
            .iter()
            .eq(knowledge::epidemiology().iter().map(|r| r.id))
    );
    assert!(
        ids("epidemiology.toml", "calibration")
            .iter()
            .eq(knowledge::calibrations().iter().map(|r| r.id))
    );
    let intakes = records(&folder, "reference_intakes.toml", "intake");
    // Ours also has what is advised about fibre, caffeine and alcohol, and Europe's minerals and vitamin D.
    let ours: Vec<_> = knowledge::intakes()
        .iter()
        .filter(|row| !["fibre", "caffeine", "alcohol"].contains(&row.nutrient))
        .filter(|row| row.nutrient == "total-water" || row.authority == "US-NASEM")
        .collect();
    assert_eq!(intakes.len(), ours.len());
    for (theirs, ours) in intakes.iter().zip(ours) {
        assert_eq!(
            (ours.nutrient, ours.life_stage),
            (text(theirs, "nutrient"), text(theirs, "life_stage"))
        );
        assert_eq!(Some(ours.amount), number(theirs, "rda_or_ai"));
        assert_eq!(ours.upper_level, number(theirs, "ul"));
        assert_eq!(
            (ours.age_min, ours.age_max),
            (number(theirs, "age_min"), number(theirs, "age_max"))
        );
    }
}

#[test]
fn medicines_by_name() {
    let Some(folder) = shared() else { return };
    let table = std::fs::read_to_string(folder.join("data/medicines/medicines.csv")).unwrap();
    let names: Vec<&str> = table
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').next())
        .collect();
    assert_eq!(names.len(), 1404);
    for name in &names {
        assert!(
            medicines().iter().any(|ours| ours.name == *name),
            "lost {name}"
        );
    }
    let added: Vec<&str> = medicines()
        .iter()
        .map(|ours| ours.name)
        .filter(|name| !names.contains(name))
        .collect();
    assert_eq!(
        added,
        ["carteolol", "elvitegravir"],
        "named by a factor and a rule, absent from the list"
    );
}
