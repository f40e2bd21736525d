//! Who the page is about, and when it was made.

use insight::Summary;

use crate::document::{Line, Options};
use crate::words;

/// Conditions on the first page at most.
const CONDITIONS: usize = 8;

pub(super) fn head(summary: &Summary, options: &Options) -> Vec<Line> {
    let who = &summary.who;
    let name = match &options.name {
        Some(name) => Line::strong(name.clone()),
        None => Line::plain("Name: ______________________________"),
    };
    let mut facts: Vec<String> = Vec::new();
    facts.push(match (who.birth_year, who.age) {
        (Some(year), Some(age)) => format!("born {year} (about {age})"),
        _ => "age not told".to_owned(),
    });
    facts.push(who.sex.map_or("sex not told", words::sex).to_owned());
    if let Some(bmi) = who.body_mass_index {
        facts.push(format!("BMI {}", words::number(bmi)));
    }
    match (who.pregnant, who.due) {
        (Some(true), Some(due)) => facts.push(format!("pregnant, due {}", words::date(due))),
        (Some(true), None) => facts.push("pregnant".to_owned()),
        _ => {}
    }
    let mut lines = vec![name.and(format!("   {}", facts.join(", ")))];
    let told: Vec<String> = who.conditions.iter().map(|one| one.name.clone()).collect();
    let conditions = match (told.is_empty(), who.conditions_unasked) {
        (true, 0) => "Conditions: none of those asked about.".to_owned(),
        (true, _) => "Conditions: not told.".to_owned(),
        (false, _) => format!("Conditions: {}.", words::first(told, CONDITIONS)),
    };
    lines.push(Line::plain(conditions));
    if who.may_be_minor {
        lines.push(Line::strong(
            "May be under 18: the studies behind this page are about adults.",
        ));
    }
    let period = summary.period.map_or_else(
        || "No nights in the time asked for.".to_owned(),
        |period| format!("Diary of {}, kept by the person.", words::period(period)),
    );
    lines.push(Line::plain(format!(
        "{period} Printed {}.",
        words::date(summary.today.evening())
    )));
    lines
}
