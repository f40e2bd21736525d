//! The words of the first page: what a GP reads in a minute, the most pressing first.

use insight::summary::{Ask, Burden, Change, MedicineUse, Scores, State, Summary, Trend};
use insight::{Basis, Suspect, Tag};
use knowledge::CrampLabel;

use crate::clean::one_line;
use crate::document::{Block, Depth, Document, Line, Options, Section, Table};
use crate::strip::Strip;
use crate::{details, words};

/// Likely suspects on the first page at most.
const SUSPECTS: usize = 5;
/// Suspects that are shown when none is likely.
const UNCLEAR: usize = 3;
/// Medicines on the first page at most.
const MEDICINES: usize = 8;
/// Conditions on the first page at most.
const CONDITIONS: usize = 8;
/// Warning signs on the first page at most.
const SIGNS: usize = 4;
/// Checks on the first page at most.
const CHECKS: usize = 5;
/// Headings of the suspects' columns, and their widths in percent.
pub(crate) const SUSPECT_COLUMNS: &[(&str, u8)] = &[
    ("Suspect", 31),
    ("Chance", 10),
    ("Times as many cramps (5-95 %)", 34),
    ("From (certainty)", 25),
];
/// Those of the medicines.
pub(crate) const MEDICINE_COLUMNS: &[(&str, u8)] = &[
    ("Medicine and dose", 36),
    ("Taken", 24),
    ("Cramps on US label", 20),
    ("Studies of cramps", 20),
];

/// Suspects that are ruled out, by name, at most.
const UNLIKELY: usize = 3;
/// Characters of a text of the person, or of a reason, on the first page.
const SHORT: usize = 90;

/// The page of a summary.
#[must_use]
pub fn document(summary: &Summary, options: &Options) -> Document {
    let title = "Night leg cramps: summary for the doctor".to_owned();
    Document {
        title,
        banner: options.made_up.then(|| {
            "MADE UP. This person does not exist: an example page from a demonstration diary."
                .to_owned()
        }),
        head: head(summary, options),
        first: vec![
            section("Warning signs", signs(summary)),
            section("Burden", burden(summary)),
            section("Pattern", pattern(summary)),
            section("Suspects", suspects(summary)),
            section("Medicines", medicines(summary)),
            section("Blood tests", labs(summary)),
            section("I would like to ask", questions(summary)),
            section("To consider", checks(summary)),
            section("Method", method(summary)),
        ],
        second: match options.depth {
            Depth::OnePage => Vec::new(),
            Depth::WithDetails => details::sections(summary),
        },
    }
}

pub(crate) fn section(heading: &'static str, blocks: Vec<Block>) -> Section {
    Section { heading, blocks }
}

fn head(summary: &Summary, options: &Options) -> Vec<Line> {
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

fn signs(summary: &Summary) -> Vec<Block> {
    let signs = &summary.signs;
    let mut lines: Vec<Line> = signs
        .raised
        .iter()
        .take(SIGNS)
        .map(|raised| {
            Line::strong(format!(
                "{}: {}.",
                words::urgency(raised.flag.urgency),
                raised.flag.suggests
            ))
            .and(format!(" {}", details::raised_by(raised)))
        })
        .collect();
    if signs.raised.len() > SIGNS {
        let more = words::counted(signs.raised.len() - SIGNS, "more sign");
        lines.push(Line::strong(format!("And {more}.")));
    }
    let answers = match (signs.denied.len(), signs.unasked.len()) {
        (0, 0) => String::new(),
        (0, _) => "Not asked, or not lately.".to_owned(),
        (no, 0) => format!("{} answered no.", words::counted(no, "question")),
        (no, open) => format!(
            "{} answered no, {open} not asked or not lately.",
            words::counted(no, "question")
        ),
    };
    if lines.is_empty() && signs.denied.is_empty() {
        return vec![Line::plain(answers).into()];
    }
    if lines.is_empty() {
        return vec![
            Line::strong("None raised.")
                .and(format!(" {answers}"))
                .into(),
        ];
    }
    let mut blocks = vec![Block::List(lines)];
    if !answers.is_empty() {
        blocks.push(Line::plain(format!("Of the others: {answers}")).into());
    }
    blocks
}

fn burden(summary: &Summary) -> Vec<Block> {
    let Some(burden) = &summary.burden else {
        let text = match summary.period {
            None => "No nights in the diary yet: nothing can be said.".to_owned(),
            Some(_) => format!(
                "None of {} answered: nothing can be said.",
                words::counted(summary.nights.len(), "night")
            ),
        };
        return vec![Line::plain(text).into()];
    };
    let mut blocks: Vec<Block> = vec![often(burden).into(), badly(burden).into()];
    blocks.extend(burden.trend.map(|trend| Line::plain(change(trend)).into()));
    blocks.extend(Strip::of(&summary.nights).map(Block::Strip));
    blocks
}

fn often(burden: &Burden) -> Line {
    let at_least = if burden.only_taps > 0 {
        "at least "
    } else {
        ""
    };
    let missing = burden.nights - burden.counted.answered;
    let missing = match missing {
        0 => String::new(),
        some => format!(" {} not answered.", words::counted(some, "more night")),
    };
    Line::strong(format!(
        "Cramps on {} of {} answered nights",
        burden.counted.with_cramps, burden.counted.answered
    ))
    .and(format!(
        " ({at_least}{}).{missing}",
        words::counted(burden.cramps as usize, "cramp")
    ))
}

fn badly(burden: &Burden) -> Line {
    let mut parts: Vec<String> = Vec::new();
    let worst = burden
        .worst_pain
        .map(|(pain, _)| format!("Worst pain {pain} of 10"));
    if let Some(pain) = burden.pain {
        parts.push(format!("usually {}", pain.median));
    }
    parts.push(burden.minutes.map_or_else(
        || "minutes not told".to_owned(),
        |minutes| {
            format!(
                "{} minutes a night (longest {})",
                minutes.median, minutes.most
            )
        },
    ));
    let bad = |scores: Option<Scores>, what: &str| {
        scores.map(|scores| format!("{what} on {} of {} nights", scores.bad, scores.told))
    };
    parts.push(
        bad(burden.sleep_lost, "sleep disturbed")
            .unwrap_or_else(|| "sleep loss not told".to_owned()),
    );
    parts.extend(bad(burden.tiredness, "tired next day"));
    let note = if burden.sleep_lost.or(burden.tiredness).is_some() {
        format!(" (from {} of 10).", insight::summary::BAD_SCORE)
    } else {
        ".".to_owned()
    };
    match worst {
        Some(worst) => Line::strong(worst).and(format!(", {}{note}", parts.join(", "))),
        None if burden.counted.with_cramps == 0 => Line::plain("No cramp, so no pain to tell of."),
        None => Line::plain(format!("Pain not told, {}{note}", parts.join(", "))),
    }
}

fn change(trend: Trend) -> String {
    let reading = match trend.change {
        Some(Change::Fewer) => "fewer nights with cramps than before",
        Some(Change::More) => "more nights with cramps than before",
        Some(Change::NoClearChange) => "no clear change",
        None => "too few answered nights to compare",
    };
    format!(
        "Trend: {reading}. Last {0} nights: cramps on {1} of {2} answered; the {0} before: {3} of {4}.",
        trend.nights,
        trend.recent.with_cramps,
        trend.recent.answered,
        trend.before.with_cramps,
        trend.before.answered
    )
}

fn pattern(summary: &Summary) -> Vec<Block> {
    let pattern = &summary.pattern;
    if pattern.logged == 0 {
        return vec![Line::plain("Not known: no cramp was logged one by one.").into()];
    }
    let mut parts: Vec<String> = Vec::new();
    let logged = words::counted(pattern.logged, "logged cramp");
    parts.push(pattern.window.map_or_else(
        || format!("{logged}: too few to name a time of night"),
        |window| {
            let end = (window.from_hour + insight::summary::WINDOW_HOURS) % 24;
            format!(
                "{} of {logged} between {:02}:00 and {end:02}:00",
                window.count, window.from_hour
            )
        },
    ));
    let told = |counts: Vec<(&'static str, usize)>, what: &str| {
        if counts.is_empty() {
            return format!("{what} not told");
        }
        let counts: Vec<String> = counts
            .iter()
            .map(|(name, count)| format!("{name} {count}"))
            .collect();
        counts.join(", ")
    };
    let sides = pattern.sides.iter();
    parts.push(told(
        sides
            .map(|(side, count)| (words::side(*side), *count))
            .collect(),
        "side",
    ));
    let muscles = pattern.muscles.iter();
    parts.push(told(
        muscles
            .map(|(muscle, count)| (words::muscle(*muscle), *count))
            .collect(),
        "muscle",
    ));
    vec![Line::plain(format!("{}.", words::capital(&parts.join("; ")))).into()]
}

fn suspects(summary: &Summary) -> Vec<Block> {
    let mut blocks = Vec::new();
    let (shown, word): (&[Suspect], &str) = if summary.likely.is_empty() {
        let most = UNCLEAR.min(summary.unclear.len());
        (
            &summary.unclear[..most],
            "Nothing stands out yet. Likeliest so far:",
        )
    } else {
        (&summary.likely[..SUSPECTS.min(summary.likely.len())], "")
    };
    if !word.is_empty() {
        blocks.push(Line::plain(word).into());
    }
    if !shown.is_empty() {
        blocks.push(Block::Table(Table {
            caption: "Suspected causes",
            columns: SUSPECT_COLUMNS,
            rows: shown.iter().map(suspect_row).collect(),
        }));
    }
    if summary.likely.len() > SUSPECTS {
        let more = words::counted(summary.likely.len() - SUSPECTS, "more likely suspect");
        blocks.push(Line::plain(format!("And {more}.")).into());
    }
    if !summary.unlikely.is_empty() {
        let names = summary.unlikely.iter().map(|one| one.factor.name);
        let names: Vec<String> = names.map(str::to_owned).collect();
        let text = format!("Probably no cause here: {}.", words::first(names, UNLIKELY));
        blocks.push(Line::plain(text).into());
    }
    blocks
}

/// Name, chance, strength and source of a suspect.
pub(crate) fn suspect_row(suspect: &Suspect) -> Vec<String> {
    let chance = suspect.p_raises.max(suspect.p_lowers);
    vec![
        suspect.factor.name.to_owned(),
        format!("{:.0} %", 100.0 * chance),
        strength(suspect),
        source(suspect),
    ]
}

fn strength(suspect: &Suspect) -> String {
    let protects = if suspect.p_raises >= suspect.p_lowers {
        ""
    } else {
        "protects: "
    };
    if !suspect.shows_number {
        return format!("{protects}no number, no study compares");
    }
    format!(
        "{protects}{} ({} to {}) {}",
        words::ratio(suspect.ratio),
        words::ratio(suspect.ratio_low),
        words::ratio(suspect.ratio_high),
        insight::suspects::per(suspect)
    )
}

fn source(suspect: &Suspect) -> String {
    let studies = words::grade(suspect.factor.grade);
    let studies = studies.strip_suffix(" certainty").unwrap_or(studies);
    match suspect.tag {
        Tag::FromStudies if suspect.shows_number => format!("studies ({studies})"),
        Tag::FromStudies => format!("our judgement ({studies})"),
        Tag::FromYourNights => format!("own nights, studies ({studies})"),
        Tag::Tested => "randomised self-test".to_owned(),
    }
}

fn medicines(summary: &Summary) -> Vec<Block> {
    let medicines = &summary.medicines;
    let complete = match (medicines.complete, medicines.all.is_empty()) {
        (Some(true), true) => "Takes none (list said to be complete).",
        (Some(true), false) => "List said to be complete.",
        (Some(false), _) => "List not complete.",
        (None, true) => "Not told.",
        (None, false) => "Whether the list is complete was not told.",
    };
    let mut blocks = Vec::new();
    if !medicines.all.is_empty() {
        let rows = medicines.all.iter().take(MEDICINES);
        blocks.push(Block::Table(Table {
            caption: "Medicines",
            columns: MEDICINE_COLUMNS,
            rows: rows.map(|one| medicine_row(one, SHORT)).collect(),
        }));
    }
    let more = match medicines.all.len().saturating_sub(MEDICINES) {
        0 => String::new(),
        more => format!(" And {}.", words::counted(more, "more medicine")),
    };
    blocks.push(Line::plain(format!("{complete}{more}")).into());
    blocks
}

/// Name and dose, times, and evidence of a medicine.
pub(crate) fn medicine_row(one: &MedicineUse, longest: usize) -> Vec<String> {
    let dose = one.dose.as_deref().map(|dose| one_line(dose, longest));
    let name = match dose.filter(|dose| !dose.is_empty()) {
        Some(dose) => format!("{}, {dose}", one.name),
        None => one.name.clone(),
    };
    let mut taken = match one.state {
        State::Taking(Some(since)) => format!("since {}", words::date(since)),
        State::Taking(None) => "start not told".to_owned(),
        State::Stopped(Some(on)) => format!("stopped {}", words::date(on)),
        State::Stopped(None) => "stopped, day not told".to_owned(),
    };
    if let Some((before, after)) = one.around_start {
        taken.push_str(&format!(
            "; cramps {} before, {} after the start",
            words::nights_of(before),
            words::nights_of(after)
        ));
    }
    let label = match one.label() {
        CrampLabel::Unknown if one.known.is_none() => "not in our list",
        label => words::label(label),
    };
    let best = one.factors.iter().map(|factor| factor.grade).max();
    let studies = best.map_or("none we know", words::grade);
    vec![name, taken, label.to_owned(), studies.to_owned()]
}

fn labs(summary: &Summary) -> Vec<Block> {
    if summary.labs.is_empty() {
        return vec![Line::plain("None told.").into()];
    }
    let values: Vec<String> = summary
        .labs
        .iter()
        .map(|lab| {
            format!(
                "{} {} {} ({})",
                lab.test,
                words::number(lab.value.get()),
                one_line(&lab.unit, 16),
                words::date(lab.taken)
            )
        })
        .collect();
    vec![Line::plain(format!("{}.", values.join("; "))).into()]
}

fn questions(summary: &Summary) -> Vec<Block> {
    if summary.questions.is_empty() {
        return vec![Line::plain("Nothing in particular.").into()];
    }
    vec![Block::List(
        summary.questions.iter().map(ask_line).collect(),
    )]
}

fn ask_line(ask: &Ask) -> Line {
    Line::strong(ask.text.clone()).and(format!(" ({})", one_line(&ask.reason, 2 * SHORT)))
}

fn checks(summary: &Summary) -> Vec<Block> {
    if summary.checks.is_empty() {
        return vec![
            Line::plain(
                "Nothing told suggests a test. Most people with typical cramps need none (NICE CKS).",
            )
            .into(),
        ];
    }
    let mut lines: Vec<Line> = summary
        .checks
        .iter()
        .take(CHECKS)
        .map(|check| {
            Line::strong(check.text.clone()).and(format!(" ({})", one_line(&check.reason, SHORT)))
        })
        .collect();
    if summary.checks.len() > CHECKS {
        let more = words::counted(summary.checks.len() - CHECKS, "more check");
        lines.push(Line::plain(format!("And {more}.")));
    }
    vec![Block::List(lines)]
}

fn method(summary: &Summary) -> Vec<Block> {
    let basis = match summary.basis {
        Basis::EvidenceOnly => {
            "Suspects: profile and published studies; no night of the diary is used yet.".to_owned()
        }
        Basis::Nights { answered, all } => format!(
            "Suspects: {answered} answered of {all} nights of the whole diary and published studies (Bayesian count model); an unanswered night is missing, not zero."
        ),
    };
    vec![
        Line::plain(basis).into(),
        Line::plain(format!(
            "An association is no proof; only a randomised test is. Self-told, no diagnosis. Soleus {}, knowledge {}. No clinician has reviewed it.",
            env!("CARGO_PKG_VERSION"),
            &knowledge::VERSION[..8]
        ))
        .into(),
    ]
}
