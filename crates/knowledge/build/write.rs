//! Writes the records as Rust source: statics of the crate's types, with indices for look-up.

use std::fmt::Write as _;

use crate::code::{Code, fields};
use crate::conversions;
use crate::foods::{self, Food};
use crate::german::German;
use crate::medicines::{self, Medicine};
use crate::records::{
    Answer, Check, Conditions, Factor, File, Finding, Flag, Fluid, Label, Rule, Trial,
};

/// The whole file that the crate includes.
pub(crate) fn all(
    file: File,
    medicines: &[Medicine],
    foods: &[Food],
    german: &German,
    version: &str,
) -> String {
    let mut code = String::new();
    let _ = writeln!(code, "pub(crate) const VERSION: &str = {version:?};");
    index(&mut code, "FACTORS", file.factor.iter().map(|r| &r.id));
    index(&mut code, "REMEDIES", file.remedy.iter().map(|r| &r.id));
    index(&mut code, "FLAGS", file.flag.iter().map(|r| &r.id));
    index(
        &mut code,
        "CONDITIONS",
        file.condition.iter().map(|r| &r.id),
    );
    let mut findings = file.finding;
    findings.sort_by(|a, b| a.about.cmp(&b.about));
    let mut rows = file.row;
    rows.sort_by_key(|row| row.row);
    table(&mut code, "FACTORS", "Factor", &file.factor);
    table(&mut code, "FINDINGS", "Finding", &findings);
    table(&mut code, "REMEDIES", "Remedy", &file.remedy);
    table(&mut code, "RULES", "Rule", &file.rule);
    table(&mut code, "FLAGS", "Flag", &file.flag);
    table(&mut code, "LOOK_ALIKES", "LookAlike", &file.lookalike);
    table(&mut code, "INSTRUMENTS", "Instrument", &file.instrument);
    table(&mut code, "WORKUPS", "Workup", &file.workup);
    table(&mut code, "CHECKS", "Check", &file.check);
    table(&mut code, "CODES", "Coding", &file.code);
    table(&mut code, "INTAKES", "Intake", &file.intake);
    table(&mut code, "CONDITIONS", "Condition", &file.condition);
    table(&mut code, "LABS", "Lab", &file.lab);
    table(&mut code, "EPIDEMIOLOGY", "Datum", &file.datum);
    table(&mut code, "CALIBRATIONS", "Calibration", &file.calibration);
    table(&mut code, "PROMISES", "Promise", &rows);
    table(&mut code, "TEMPLATES", "Template", &file.trial);
    table(&mut code, "FLUIDS", "Fluid", &file.fluid);
    code.push_str(&conversions::module(&file.conversion));
    table(&mut code, "ROUTINES", "Routine", &file.routine);
    table(&mut code, "LESSONS", "Lesson", &file.lesson);
    table(&mut code, "STRETCHES", "Stretch", &file.stretch);
    table(&mut code, "MEDICINES", "Medicine", medicines);
    let classes: Vec<&str> = medicines::classes(medicines).into_iter().collect();
    table(&mut code, "CLASSES", "&str", &classes);
    let plain: Vec<(String, String)> = file.class.into_iter().collect();
    table(&mut code, "CLASS_NAMES", "(&str, &str)", &plain);
    let names: Vec<(String, usize)> = medicines::names(medicines, german).into_iter().collect();
    table(&mut code, "MEDICINE_NAMES", "(&str, u16)", &names);
    table(&mut code, "OFFERED", "&str", &file.offer);
    table(&mut code, "LEFT_OUT", "LeftOut", &file.leave_out);
    table(
        &mut code,
        "LEFT_AS_IT_IS",
        "LeftAsItIs",
        &file.leave_as_it_is,
    );
    table(&mut code, "FOODS", "Food", foods);
    index(&mut code, "FOODS", foods::ids(foods));
    let names: Vec<(String, usize)> = foods::names(foods, german).into_iter().collect();
    table(&mut code, "FOOD_NAMES", "(&str, u16)", &names);
    let words: Vec<(String, usize)> = foods::name_words(foods, german).into_iter().collect();
    table(&mut code, "FOOD_WORDS", "(&str, u16)", &words);
    table(&mut code, "GERMAN", "(&str, &str)", &german.pairs());
    code
}

fn table<T: Code>(code: &mut String, name: &str, kind: &str, records: &[T]) {
    let _ = writeln!(
        code,
        "pub(crate) static {name}: &[{kind}] = {};",
        records.code()
    );
}

/// Ids in ascending order with their places in the table.
fn index<'a>(code: &mut String, name: &str, ids: impl Iterator<Item = &'a String>) {
    let mut places: Vec<(&str, usize)> = ids
        .enumerate()
        .map(|(place, id)| (id.as_str(), place))
        .collect();
    places.sort_unstable();
    table(code, &format!("{name}_BY_ID"), "(&str, u16)", &places);
}

impl Code for Factor {
    fn code(&self) -> String {
        let fields = fields!(self; id, name, category, acts_on, popular_claim, summary, believed, found, direction, grade, prior, weight,
            weight_reason, unit, per, reference, unit_reason, half_life_hours, half_life_reason);
        format!("Factor {{ {fields}, learned: Learned::{} }}", learned(self))
    }
}

fn learned(factor: &Factor) -> String {
    if let Some(ask) = &factor.ask {
        let answer = match &ask.answer {
            Answer::Word(word) if word == "score" => "Score".to_owned(),
            Answer::Word(_) => "YesNo".to_owned(),
            Answer::Choices(choices) => format!("Amount({})", choices.code()),
        };
        let who = ask
            .only_with
            .as_ref()
            .map_or_else(|| "Everybody".to_owned(), |id| format!("With({id:?})"));
        let part_of = ask.part_of.as_deref().unwrap_or_default();
        let fields = fields!(ask; text, when);
        return format!(
            "Asked(Question {{ {fields}, answer: AnswerKind::{answer}, who: Who::{who}, part_of: {part_of:?} }})"
        );
    }
    if let Some(id) = &factor.condition {
        return format!("Condition({id:?})");
    }
    if let Some(ids) = &factor.medicines {
        return format!("Medicines({})", ids.code());
    }
    factor.derived.map_or_else(String::new, |derived| {
        format!("Derived({})", derived.code())
    })
}

impl Code for Finding {
    fn code(&self) -> String {
        // Grades of other systems; the weaker where a record names two.
        let (grade, graded_as) = match self.grade.as_str() {
            "none" => ("None", ""),
            "expert-opinion" => ("ExpertOpinion", ""),
            "very-low" => ("VeryLow", ""),
            "low" => ("Low", ""),
            "moderate" => ("Moderate", ""),
            "high" => ("High", ""),
            word @ "low to very-low" => ("VeryLow", word),
            word @ "AAN Level C" => ("Low", word),
            word @ "SOR C" => ("ExpertOpinion", word),
            word => ("None", word),
        };
        let direction = match self.direction.as_str() {
            "raises" | "association-risk" => "Raises",
            "lowers" | "benefit" => "Lowers",
            "no-effect" | "no-difference" => "NoEffect",
            _ => "Unclear",
        };
        let fields = fields!(self; id, about, claim, measure, unit, outcome, estimate, ci, comparison, population, design,
            n, authors, year, title, journal, doi, source_url, verified, note, status, warning);
        let compared = match self.seen {
            Some(seen) => format!(
                "Some(Compared {{ on: {:?}, seen: {} }})",
                self.checked_on,
                seen.code()
            ),
            None => "None".to_owned(),
        };
        let result = &self.direction;
        format!(
            "Finding {{ {fields}, grade: Grade::{grade}, graded_as: {graded_as:?}, direction: Direction::{direction}, \
             result: {result:?}, compared: {compared} }}"
        )
    }
}

impl Code for Rule {
    fn code(&self) -> String {
        let fields =
            fields!(self; id, blocks, warns, severity, message, source_url, verified, note);
        format!("Rule {{ {fields}, fires: Fires::{} }}", fires(&self.when))
    }
}

impl Code for Flag {
    fn code(&self) -> String {
        let fields = fields!(self; id, ask, suggests, urgency, advice, source_url, verified, note);
        format!(
            "Flag {{ {fields}, only_with: &[{}] }}",
            triggers(&self.only_with).join(", ")
        )
    }
}

impl Code for Check {
    fn code(&self) -> String {
        let fields = fields!(self; id, name, source_url, verified, note);
        format!(
            "Check {{ {fields}, suggested_by: &[{}] }}",
            triggers(&self.suggested_by).join(", ")
        )
    }
}

fn fires(when: &Conditions) -> String {
    if when.always {
        return "Always".into();
    }
    if when.r#match.as_deref() != Some("all") {
        return format!("Any(&[{}])", triggers(when).join(", "));
    }
    let medicines = when
        .medicines_all
        .iter()
        .map(|group| variants("Medicine", group).collect());
    let symptoms = when
        .symptoms_all
        .iter()
        .map(|group| variants("Symptom", group).collect());
    let single = triggers(when).into_iter().map(|trigger| vec![trigger]);
    let groups: Vec<String> = medicines
        .chain(symptoms)
        .chain(single)
        .map(|group: Vec<String>| format!("&[{}]", group.join(", ")))
        .collect();
    format!("All(&[{}])", groups.join(", "))
}

/// Everything listed outside groups.
pub(crate) fn triggers(when: &Conditions) -> Vec<String> {
    let mut found: Vec<String> = variants("Condition", &when.conditions).collect();
    found.extend(variants("Medicine", &when.medicines));
    found.extend(variants("Symptom", &when.symptoms));
    if when.pregnancy {
        found.push("Trigger::Pregnant".into());
    }
    found.extend(
        when.age_min
            .map(|age| format!("Trigger::AgeAtLeast({age})")),
    );
    found.extend(when.age_max.map(|age| format!("Trigger::AgeAtMost({age})")));
    found
}

fn variants<'a>(variant: &'a str, ids: &'a [String]) -> impl Iterator<Item = String> + use<'a> {
    ids.iter()
        .map(move |id| format!("Trigger::{variant}({id:?})"))
}

impl Code for Medicine {
    fn code(&self) -> String {
        let label = match self.label {
            Some(Label::Listed) => "Listed",
            Some(Label::NotListed) => "NotListed",
            None => "Unknown",
        };
        let fields = fields!(self; id, name, ingredients, classes, synonyms, rxcui, label_source);
        format!("Medicine {{ {fields}, cramp_label: CrampLabel::{label} }}")
    }
}

impl Code for Fluid {
    fn code(&self) -> String {
        let fields = fields!(self; factor, name, millilitres, per_gram_of_fibre, most, drink, reason, source_url, verified);
        format!("Fluid {{ {fields} }}")
    }
}

impl Code for Trial {
    fn code(&self) -> String {
        let fields = fields!(self; id, remedy, factor, name, question, comparison, a_label, a, b_label, b,
            days_until_effect, washout_days, timing_reason, timing_finding, adherence, blinding, blinding_note, burden,
            record, stop);
        format!("Template {{ {fields} }}")
    }
}
