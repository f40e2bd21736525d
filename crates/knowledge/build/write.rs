//! Writes the records as Rust source: statics of the crate's types, with indices for look-up.

use std::fmt::Write as _;

use crate::medicines::{self, Medicine};
use crate::records::{Answer, Conditions, Factor, File, Finding, Label, Prior, Remedy};

/// The whole file that the crate includes.
pub(crate) fn all(file: &File, medicines: &[Medicine], version: &str) -> String {
    let mut code = String::new();
    let _ = writeln!(code, "pub(crate) const VERSION: &str = {version:?};");
    table(&mut code, "FACTORS", "Factor", &file.factor, factor);
    index(&mut code, "FACTORS", file.factor.iter().map(|r| r.id.as_str()));
    let mut findings: Vec<&Finding> = file.finding.iter().collect();
    findings.sort_by(|a, b| a.about.cmp(&b.about));
    table(&mut code, "FINDINGS", "Finding", &findings, |r| finding(r));
    table(&mut code, "REMEDIES", "Remedy", &file.remedy, remedy);
    index(&mut code, "REMEDIES", file.remedy.iter().map(|r| r.id.as_str()));
    table(&mut code, "RULES", "Rule", &file.rule, |r| {
        format!(
            "id: {:?}, fires: {}, blocks: {}, warns: {}, severity: Severity::{:?}, message: {:?}, source_url: {:?}, verified: Verified::{:?}, note: {:?}",
            r.id, fires(&r.when), texts(&r.blocks), texts(&r.warns), r.severity, r.message, r.source_url, r.verified, r.note
        )
    });
    table(&mut code, "FLAGS", "Flag", &file.flag, |r| {
        format!(
            "id: {:?}, ask: {:?}, suggests: {:?}, urgency: Urgency::{:?}, advice: {:?}, only_with: &[{}], source_url: {:?}, verified: Verified::{:?}, note: {:?}",
            r.id, r.ask, r.suggests, r.urgency, r.advice, triggers(&r.only_with).join(", "), r.source_url, r.verified, r.note
        )
    });
    index(&mut code, "FLAGS", file.flag.iter().map(|r| r.id.as_str()));
    table(&mut code, "LOOK_ALIKES", "LookAlike", &file.lookalike, |r| {
        format!(
            "id: {:?}, name: {:?}, distinguishing: {}, questions: {}, urgency: Urgency::{:?}, source_url: {:?}, verified: Verified::{:?}, note: {:?}",
            r.id, r.name, texts(&r.distinguishing), texts(&r.questions), r.urgency, r.source_url, r.verified, r.note
        )
    });
    table(&mut code, "INSTRUMENTS", "Instrument", &file.instrument, |r| {
        let items = list(&r.items, |i| format!("Item {{ id: {:?}, text: {:?}, points: {} }}", i.id, i.text, i.points));
        let meanings = list(&r.interpretation, |i| format!("({:?}, {:?})", i.rule, i.meaning));
        format!(
            "id: {:?}, name: {:?}, purpose: {:?}, items: {items}, scoring: {:?}, interpretation: {meanings}, source_url: {:?}, verified: Verified::{:?}, note: {:?}",
            r.id, r.name, r.purpose, r.scoring, r.source_url, r.verified, r.note
        )
    });
    table(&mut code, "WORKUPS", "Workup", &file.workup, |r| {
        format!(
            "id: {:?}, name: {:?}, items: {}, source_url: {:?}, verified: Verified::{:?}, note: {:?}",
            r.id, r.name, texts(&r.items), r.source_url, r.verified, r.note
        )
    });
    table(&mut code, "INTAKES", "Intake", &file.intake, |r| {
        format!(
            "nutrient: {:?}, unit: {:?}, authority: {:?}, life_stage: {:?}, sex: {:?}, age_min: {:?}, age_max: {:?}, kind: {:?}, amount: {:?}, beverage_part: {:?}, upper_level: {:?}, upper_level_applies_to: {:?}, chronic_disease_risk_reduction: {:?}, source_url: {:?}, verified: Verified::{:?}, note: {:?}",
            r.nutrient, r.unit, r.authority, r.life_stage, r.sex, r.age_min, r.age_max, r.kind, r.amount, r.beverage_part, r.upper_level,
            r.upper_level_applies_to, r.chronic_disease_risk_reduction, r.source_url, r.verified, r.note
        )
    });
    table(&mut code, "CONDITIONS", "Condition", &file.condition, |r| {
        format!("id: {:?}, name: {:?}, group: {:?}, implies: {}", r.id, r.name, r.group, texts(&r.implies))
    });
    index(&mut code, "CONDITIONS", file.condition.iter().map(|r| r.id.as_str()));
    table(&mut code, "EPIDEMIOLOGY", "Datum", &file.datum, |r| {
        format!(
            "id: {:?}, topic: {:?}, claim: {:?}, value: {:?}, unit: {:?}, sd: {:?}, ci: {:?}, n: {:?}, population: {:?}, design: {:?}, authors: {:?}, year: {:?}, title: {:?}, journal: {:?}, doi: {:?}, source_url: {:?}, verified: Verified::{:?}, note: {:?}",
            r.id, r.topic, r.claim, r.value, r.unit, r.sd, r.ci, r.n, r.population, r.design, r.authors, r.year, r.title, r.journal, r.doi,
            r.source_url, r.verified, r.note
        )
    });
    table(&mut code, "CALIBRATIONS", "Calibration", &file.calibration, |r| {
        let numbers: Vec<(&String, &f64)> = r.numbers.iter().collect();
        format!(
            "id: {:?}, quantity: {:?}, form: {:?}, numbers: {}, basis: Basis::{:?}, derivation: {:?}, caution: {:?}",
            r.id, r.quantity, r.form, list(&numbers, |(name, value)| format!("({name:?}, {value:?})")), r.basis, r.derivation, r.caution
        )
    });
    let mut rows: Vec<_> = file.row.iter().collect();
    rows.sort_by_key(|row| row.row);
    table(&mut code, "PROMISES", "Promise", &rows, |r| {
        format!(
            "row: {}, says: {:?}, factors: {}, remedies: {}, flags: {}, outcomes: {}, screens: {}",
            r.row, r.says, texts(&r.factors), texts(&r.remedies), texts(&r.flags), texts(&r.outcomes), texts(&r.screens)
        )
    });
    all_medicines(&mut code, medicines);
    code
}

fn all_medicines(code: &mut String, medicines: &[Medicine]) {
    table(code, "MEDICINES", "Medicine", medicines, |r| {
        let label = match r.label {
            Some(Label::Listed) => "Listed",
            Some(Label::NotListed) => "NotListed",
            None => "Unknown",
        };
        format!(
            "id: {:?}, name: {:?}, ingredients: {}, classes: {}, synonyms: {}, rxcui: {:?}, cramp_label: CrampLabel::{label}, label_source: {:?}",
            r.id, r.name, texts(&r.ingredients), texts(&r.classes), texts(&r.synonyms), r.rxcui, r.label_source
        )
    });
    let classes: Vec<&str> = medicines::classes(medicines).into_iter().collect();
    let _ = writeln!(code, "pub(crate) static CLASSES: &[&str] = {};", list(&classes, |id| format!("{id:?}")));
    let names: Vec<(String, usize)> = medicines::names(medicines).into_iter().collect();
    let _ = writeln!(code, "pub(crate) static MEDICINE_NAMES: &[(&str, u16)] = {};", list(&names, |(name, place)| format!("({name:?}, {place})")));
}

fn table<T>(code: &mut String, name: &str, kind: &str, records: &[T], fields: impl Fn(&T) -> String) {
    let _ = writeln!(code, "pub(crate) static {name}: &[{kind}] = &[");
    for record in records {
        let _ = writeln!(code, "    {kind} {{ {} }},", fields(record));
    }
    let _ = writeln!(code, "];");
}

/// Ids in ascending order with their places in the table.
fn index<'a>(code: &mut String, name: &str, ids: impl Iterator<Item = &'a str>) {
    let mut places: Vec<(&str, usize)> = ids.enumerate().map(|(place, id)| (id, place)).collect();
    places.sort_unstable();
    let _ = writeln!(code, "pub(crate) static {name}_BY_ID: &[(&str, u16)] = {};", list(&places, |(id, place)| format!("({id:?}, {place})")));
}

fn list<T>(items: &[T], item: impl Fn(&T) -> String) -> String {
    format!("&[{}]", items.iter().map(item).collect::<Vec<_>>().join(", "))
}

fn texts(items: &[String]) -> String {
    list(items, |text| format!("{text:?}"))
}

fn prior(prior: &Prior) -> String {
    format!("Prior {{ log_rr_mean: {:?}, log_rr_sd: {:?}, reason: {:?} }}", prior.log_rr_mean, prior.log_rr_sd, prior.reason)
}

fn factor(r: &Factor) -> String {
    format!(
        "id: {:?}, name: {:?}, category: {:?}, acts_on: ActsOn::{:?}, popular_claim: {}, summary: {:?}, direction: Direction::{:?}, grade: Grade::{:?}, prior: {}, weight: {:?}, weight_reason: {:?}, unit: {:?}, per: {:?}, reference: {:?}, unit_reason: {:?}, half_life_hours: {:?}, half_life_reason: {:?}, learned: {}",
        r.id, r.name, r.category, r.acts_on, r.popular_claim, r.summary, r.direction, r.grade, prior(&r.prior), r.weight, r.weight_reason,
        r.unit, r.per, r.reference, r.unit_reason, r.half_life_hours, r.half_life_reason, learned(r)
    )
}

fn learned(r: &Factor) -> String {
    if let Some(ask) = &r.ask {
        let answer = match &ask.answer {
            Answer::Word(word) if word == "score" => "Score".to_owned(),
            Answer::Word(_) => "YesNo".to_owned(),
            Answer::Choices(choices) => format!("Amount({})", list(choices, |(label, value)| format!("({label:?}, {value:?})"))),
        };
        let who = ask.only_with.as_ref().map_or_else(|| "Everybody".to_owned(), |id| format!("With({id:?})"));
        return format!(
            "Learned::Asked(Question {{ text: {:?}, when: When::{:?}, answer: AnswerKind::{answer}, who: Who::{who} }})",
            ask.text, ask.when
        );
    }
    if let Some(id) = &r.condition {
        return format!("Learned::Condition({id:?})");
    }
    if let Some(ids) = &r.medicines {
        return format!("Learned::Medicines({})", texts(ids));
    }
    r.derived.map_or_else(String::new, |derived| format!("Learned::Derived(Derivation::{derived:?})"))
}

/// Our grade for the grade a finding came with; the weaker where it names two.
fn grade(word: &str) -> Option<&'static str> {
    Some(match word {
        "none" => "None",
        "expert-opinion" => "ExpertOpinion",
        "very-low" => "VeryLow",
        "low" => "Low",
        "moderate" => "Moderate",
        "high" => "High",
        _ => return None,
    })
}

fn finding(r: &Finding) -> String {
    let (own_grade, graded_as) = match (grade(&r.grade), r.grade.as_str()) {
        (Some(grade), _) => (grade, ""),
        (None, word @ "low to very-low") => ("VeryLow", word),
        (None, word @ "AAN Level C") => ("Low", word),
        (None, word @ "SOR C") => ("ExpertOpinion", word),
        (None, word) => ("None", word),
    };
    let direction = match r.direction.as_str() {
        "raises" | "association-risk" => "Raises",
        "lowers" | "benefit" => "Lowers",
        "no-effect" | "no-difference" => "NoEffect",
        _ => "Unclear",
    };
    format!(
        "id: {:?}, about: {:?}, claim: {:?}, measure: {:?}, unit: {:?}, outcome: {:?}, estimate: {:?}, ci: {:?}, comparison: {:?}, population: {:?}, design: {:?}, n: {:?}, grade: Grade::{own_grade}, graded_as: {graded_as:?}, direction: Direction::{direction}, result: {:?}, authors: {:?}, year: {:?}, title: {:?}, journal: {:?}, doi: {:?}, source_url: {:?}, verified: Verified::{:?}, note: {:?}, checked_on: {:?}",
        r.id, r.about, r.claim, r.measure, r.unit, r.outcome, r.estimate, r.ci, r.comparison, r.population, r.design, r.n, r.direction,
        r.authors, r.year, r.title, r.journal, r.doi, r.source_url, r.verified, r.note, r.checked_on
    )
}

fn remedy(r: &Remedy) -> String {
    format!(
        "id: {:?}, name: {:?}, kind: RemedyKind::{:?}, popular_claim: {}, how_to: {}, schedule: {:?}, targets: {}, summary: {:?}, verdict: Verdict::{:?}, grade: Grade::{:?}, prior: {}, burden: {}, cost: Cost::{:?}, days_until_effect: {:?}",
        r.id, r.name, r.kind, r.popular_claim, texts(&r.how_to), r.schedule, texts(&r.targets), r.summary, r.verdict, r.grade, prior(&r.prior),
        r.burden, r.cost, r.days_until_effect
    )
}

fn fires(when: &Conditions) -> String {
    if when.always {
        return "Fires::Always".into();
    }
    if when.r#match.as_deref() != Some("all") {
        return format!("Fires::Any(&[{}])", triggers(when).join(", "));
    }
    let single = triggers(when).into_iter().map(|trigger| vec![trigger]);
    let medicines = when.medicines_all.iter().map(|group| group.iter().map(|id| format!("Trigger::Medicine({id:?})")).collect());
    let symptoms = when.symptoms_all.iter().map(|group| group.iter().map(|id| format!("Trigger::Symptom({id:?})")).collect());
    let groups: Vec<Vec<String>> = medicines.chain(symptoms).chain(single).collect();
    format!("Fires::All({})", list(&groups, |group| format!("&[{}]", group.join(", "))))
}

/// Everything listed outside groups.
fn triggers(when: &Conditions) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    found.extend(when.conditions.iter().map(|id| format!("Trigger::Condition({id:?})")));
    found.extend(when.medicines.iter().map(|id| format!("Trigger::Medicine({id:?})")));
    found.extend(when.symptoms.iter().map(|id| format!("Trigger::Symptom({id:?})")));
    if when.pregnancy {
        found.push("Trigger::Pregnant".into());
    }
    found.extend(when.age_min.map(|age| format!("Trigger::AgeAtLeast({age})")));
    found.extend(when.age_max.map(|age| format!("Trigger::AgeAtMost({age})")));
    found
}
