//! The medicines on the first page, and the sheet for a review of them on the second.

use insight::Summary;
use insight::medicines::{Row, remedies_of};
use insight::summary::{MedicineUse, State};
use knowledge::CrampLabel;
use texts::Sentence;

use super::{LONG, Room, SHORT};
use crate::clean::one_line;
use crate::document::{Block, Line, Table};
use crate::tongue::Tongue;
use crate::words;

/// Medicines on the first page at most, and on a full one.
const MEDICINES: (usize, usize) = (8, 6);
/// Remedies that are named for one medicine at most.
const REMEDIES: usize = 4;
/// Keys of the headings of the columns, and their widths in percent.
const COLUMNS: &[(&str, u8)] = &[
    ("report-medicine", 34),
    ("report-medicine-taken", 30),
    ("report-medicine-label", 18),
    ("report-medicine-studies", 18),
];

pub(super) fn medicines(summary: &Summary, room: Room, tongue: Tongue) -> Vec<Block> {
    let most = room.of(MEDICINES);
    let medicines = &summary.medicines;
    let mut about = vec![Sentence::of(
        match (medicines.complete, medicines.all.is_empty()) {
            (Some(true), true) => "report-takes-none",
            (Some(true), false) => "report-list-complete",
            (Some(false), _) => "report-list-not-complete",
            (None, true) => "report-medicines-not-told",
            (None, false) => "report-complete-not-told",
        },
    )];
    let mut blocks = Vec::new();
    if !medicines.all.is_empty() {
        let rows = medicines.all.iter().take(most);
        blocks.push(Block::Table(Table {
            caption: tongue.word("report-medicines"),
            columns: tongue.columns(COLUMNS),
            rows: rows.map(|one| row(one, SHORT, tongue)).collect(),
        }));
    }
    if medicines.all.len() > most {
        let more = medicines.all.len() - most;
        about.push(Sentence::of("report-more-medicines").with("count", more));
    }
    if medicines.all.iter().any(|one| one.around_start.is_some()) {
        about.push(Sentence::of("report-medicine-brackets"));
    }
    blocks.push(Line::plain(tongue.say(Sentence::in_turn(about))).into());
    blocks
}

/// Name and dose, times, and evidence of a medicine.
fn row(one: &MedicineUse, longest: usize, tongue: Tongue) -> Vec<String> {
    let dose = one
        .dose
        .clone()
        .map(|dose| one_line(&tongue.say(dose), longest));
    let name = tongue.known(&one.name);
    let name = match dose.filter(|dose| !dose.is_empty()) {
        Some(dose) => format!("{name}, {dose}"),
        None => name,
    };
    let mut taken = tongue.say(match one.state {
        State::Taking(Some(since)) => Sentence::of("report-since").with("date", words::date(since)),
        State::Taking(None) => Sentence::of("report-start-not-told"),
        State::Stopped(Some(on)) => Sentence::of("report-stopped").with("date", words::date(on)),
        State::Stopped(None) => Sentence::of("report-stopped-not-told"),
    });
    if let Some((before, after)) = one.around_start {
        taken.push_str(&format!(
            " ({}/{}; {}/{})",
            before.with_cramps, before.answered, after.with_cramps, after.answered
        ));
    }
    let label = match one.label() {
        CrampLabel::Unknown if one.known.is_none() => Sentence::of("report-not-in-list"),
        label => words::on_label(label),
    };
    let best = one.factors.iter().map(|factor| factor.grade).max();
    let studies = best.map_or_else(|| Sentence::of("report-no-studies"), words::certainty);
    vec![name, taken, tongue.say(label), tongue.say(studies)]
}

/// The sheet for a medicine review: all medicines, what labels, studies and the person's own nights say of each, what the
/// safety rules keep away from it, and what to ask.
pub(super) fn review(summary: &Summary, tongue: Tongue) -> Vec<Block> {
    let medicines = &summary.medicines.all;
    if medicines.is_empty() {
        return Vec::new();
    }
    let rows = medicines.iter().map(|one| row(one, LONG, tongue));
    let mut blocks = vec![
        Line::plain(tongue.word("report-review-about")).into(),
        Block::Table(Table {
            caption: tongue.word("report-all-medicines"),
            columns: tongue.columns(COLUMNS),
            rows: rows.collect(),
        }),
    ];
    let review = &summary.review;
    let rows = review.rows.iter();
    let mut evidence: Vec<Line> = rows.filter_map(|row| evidence(row, tongue)).collect();
    let together = review.together.iter().map(|rule| {
        Line::strong(format!("{} ", tongue.word("report-together"))).and(tongue.known(rule.message))
    });
    evidence.extend(together);
    if !evidence.is_empty() {
        blocks.push(Block::List(evidence));
    }
    if review.rows.iter().any(|row| row.change.is_some()) {
        blocks.push(Line::plain(tongue.say(insight::medicines::Change::caveat())).into());
    }
    if !review.questions.is_empty() {
        let questions = review.questions.iter().map(|one| tongue.say(one));
        let questions: Vec<String> = questions.collect();
        blocks.push(
            Line::strong(format!("{} ", tongue.word("report-to-ask")))
                .and(questions.join(" "))
                .into(),
        );
    }
    blocks
}

/// What is known about one medicine beside the table; none when that is nothing.
fn evidence(row: &Row, tongue: Tongue) -> Option<Line> {
    let mut parts: Vec<String> = row
        .factors
        .iter()
        .map(|factor| {
            let summary = tongue.known(factor.summary);
            let certainty = tongue.say(words::certainty(factor.grade));
            format!("{} ({certainty}).", summary.trim_end_matches('.'))
        })
        .collect();
    if let Some(change) = &row.change {
        let change = tongue.say(change.sentence());
        parts.push(format!("{} {change}", tongue.word("report-own-nights")));
    }
    if row.taking {
        let remedies = kept_away(row, tongue);
        parts.extend(remedies.map(|remedies| {
            tongue.say(Sentence::of("report-ask-first").with("remedies", remedies))
        }));
    }
    let name = tongue.known(&row.name);
    (!parts.is_empty()).then(|| Line::strong(format!("{name}: ")).and(parts.join(" ")))
}

/// The remedies that rules about the medicine keep away or warn about.
fn kept_away(row: &Row, tongue: Tongue) -> Option<Sentence> {
    let mut names: Vec<Sentence> = Vec::new();
    for remedy in row.rules.iter().flat_map(|rule| remedies_of(rule)) {
        let name = tongue.say(Sentence::known_inside(remedy.name));
        let name = Sentence::text(words::without_brackets(&name));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| words::first(names, REMEDIES))
}
