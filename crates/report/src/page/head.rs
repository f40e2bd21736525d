//! Who the page is about, and when it was made.

use insight::Summary;
use texts::Sentence;

use crate::document::{Line, Options};
use crate::tongue::Tongue;
use crate::words;

/// Conditions on the first page at most.
const CONDITIONS: usize = 8;

pub(super) fn head(summary: &Summary, options: &Options, tongue: Tongue) -> Vec<Line> {
    let who = &summary.who;
    let name = match &options.name {
        Some(name) => Line::strong(name.clone()),
        None => Line::plain(tongue.word("report-name-line")),
    };
    let mut facts = vec![
        match (who.birth_year, who.age) {
            (Some(year), Some(age)) => Sentence::of("report-born")
                .with("year", Sentence::text(year.to_string()))
                .with("age", age),
            _ => Sentence::of("report-age-not-told"),
        },
        words::sex(who.sex),
    ];
    if let Some(bmi) = who.body_mass_index {
        facts.push(Sentence::of("report-bmi").with("bmi", words::figure(bmi)));
    }
    match (who.pregnant, who.due) {
        (Some(true), Some(due)) => {
            facts.push(Sentence::of("report-pregnant-due").with("date", words::date(due)));
        }
        (Some(true), None) => facts.push(Sentence::of("report-pregnant")),
        _ => {}
    }
    let facts = tongue.say(Sentence::joined(", ", facts));
    let mut lines = vec![name.and(format!("   {facts}"))];
    let told = who.conditions.iter();
    let told: Vec<Sentence> = told.map(|one| Sentence::known(one.name.clone())).collect();
    let conditions = match (told.is_empty(), who.conditions_unasked) {
        (true, 0) => Sentence::of("report-conditions-none"),
        (true, _) => Sentence::of("report-conditions-not-told"),
        (false, _) => {
            Sentence::of("report-conditions").with("names", words::first(told, CONDITIONS))
        }
    };
    lines.push(Line::plain(tongue.say(conditions)));
    if who.may_be_minor {
        lines.push(Line::strong(tongue.word("report-minor")));
    }
    let period = summary.period.map_or_else(
        || Sentence::of("report-no-nights"),
        |period| Sentence::of("report-diary").with("period", words::period(period)),
    );
    let printed = Sentence::of("report-printed").with("date", words::date(summary.today.evening()));
    lines.push(Line::plain(
        tongue.say(Sentence::in_turn([period, printed])),
    ));
    lines
}
