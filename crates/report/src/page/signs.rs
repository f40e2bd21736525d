//! Warning signs, and what published questionnaires said.

use insight::summary::{Answered, Questionnaire};
use insight::{Raised, RaisedFrom, Summary};

use crate::document::{Block, Line};
use crate::words;

/// Warning signs on the first page at most.
const SIGNS: usize = 4;
/// Signs that were denied or not asked about, by name on the second page at most.
const NAMED: usize = 12;
/// So many signs are told with the question that was answered.
const IN_WORDS: usize = 2;
/// Questionnaires on the first page at most.
const QUESTIONNAIRES: usize = 3;

/// The signs that hold, how many questions were answered no, and the points of questionnaires.
pub(super) fn signs(summary: &Summary) -> Vec<Block> {
    let signs = &summary.signs;
    let mut lines: Vec<Line> = signs
        .raised
        .iter()
        .take(SIGNS)
        .map(|raised| match signs.raised.len() {
            // Of many signs the questions stand on the second page only.
            1..=IN_WORDS => {
                sign(raised).and(format!(" {}: “{}”", raised_by(raised), raised.flag.ask))
            }
            _ => sign(raised).and(format!(" {}.", raised_by(raised))),
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
    let mut blocks: Vec<Block> = Vec::new();
    if !lines.is_empty() {
        blocks.push(Block::List(lines));
        if !answers.is_empty() {
            blocks.push(Line::plain(format!("Of the others: {answers}")).into());
        }
    } else if signs.denied.is_empty() {
        blocks.push(Line::plain(answers).into());
    } else {
        let none = Line::strong("None raised.").and(format!(" {answers}"));
        blocks.push(none.into());
    }
    blocks.extend(points(&summary.questionnaires).map(Block::from));
    blocks
}

fn sign(raised: &Raised) -> Line {
    Line::strong(format!(
        "{}: {}.",
        words::urgency(raised.flag.urgency),
        raised.flag.suggests
    ))
}

/// Where a flag comes from.
fn raised_by(raised: &Raised) -> String {
    match raised.from {
        RaisedFrom::Answer(day) => format!("Answered yes on {}", words::date(day)),
        RaisedFrom::Night(night) => format!("From the diary, {}", words::night(night)),
        RaisedFrom::Questionnaire(day) => format!("From a questionnaire of {}", words::date(day)),
        RaisedFrom::Profile => "From the profile".to_owned(),
    }
}

/// The questionnaires in one line.
fn points(all: &[Questionnaire]) -> Option<Line> {
    let told: Vec<String> = all
        .iter()
        .map(|one| {
            let name = one.instrument.name.split(" (").next().unwrap_or_default();
            // What the points mean begins before the colon; what to do stands on the second page.
            let means = one
                .score
                .means
                .and_then(|means| means.meaning.split(':').next());
            let means = means.map_or_else(String::new, |means| format!(", {means}"));
            format!(
                "{name}: {}{means} ({})",
                score(one),
                words::date(one.answered)
            )
        })
        .collect();
    (!told.is_empty()).then(|| {
        let told = words::first(told, QUESTIONNAIRES);
        Line::strong("Questionnaires: ").and(format!("{told}."))
    })
}

/// “2 of 9”; while items are open, from the fewest points to the most.
fn score(one: &Questionnaire) -> String {
    let (low, high) = (one.score.lowest, one.score.highest);
    let points = if low == high {
        low.to_string()
    } else {
        format!("{low} to {high}")
    };
    let open = one.instrument.items.len() - one.score.answered;
    let open = match open {
        0 => String::new(),
        open => format!(", {open} open"),
    };
    format!("{points} of {}{open}", one.most)
}

/// The first names, the most urgent ones, in a line.
fn named<'a>(title: &str, names: impl Iterator<Item = &'a str>) -> Block {
    let names = words::first(names.map(str::to_owned).collect(), NAMED);
    Line::strong(title).and(format!("{names}.")).into()
}

/// All signs of the second page: raised, seen, denied, not asked.
pub(super) fn in_full(summary: &Summary) -> Vec<Block> {
    let signs = &summary.signs;
    let list = |answers: &[Answered]| -> Vec<Line> {
        answers
            .iter()
            .map(|one| Line::plain(format!("{} ({})", one.flag.suggests, words::date(one.on))))
            .collect()
    };
    let mut blocks = Vec::new();
    if !signs.raised.is_empty() {
        let raised = signs.raised.iter().map(|raised| {
            sign(raised).and(format!(" {}: “{}”", raised_by(raised), raised.flag.ask))
        });
        blocks.push(Line::strong("Raised").into());
        blocks.push(Block::List(raised.collect()));
    }
    if !signs.seen.is_empty() {
        blocks.push(Line::strong("Answered yes, seen by a professional since").into());
        blocks.push(Block::List(list(&signs.seen)));
    }
    if !signs.denied.is_empty() {
        let names = signs.denied.iter().map(|one| one.flag.suggests);
        blocks.push(named("Answered no, signs of: ", names));
    }
    if !signs.unasked.is_empty() {
        let names = signs.unasked.iter().map(|flag| flag.suggests);
        blocks.push(named("Not asked, or not lately, signs of: ", names));
    }
    blocks
}

/// The questionnaires and the questions of the look-alikes, with what they mean in full.
pub(super) fn questionnaires(summary: &Summary) -> Vec<Block> {
    let mut lines: Vec<Line> = summary
        .questionnaires
        .iter()
        .map(|one| {
            let means = one
                .score
                .means
                .map_or("not all answered, so no meaning yet", |means| means.meaning);
            Line::strong(format!("{}: ", one.instrument.name)).and(format!(
                "{} ({}); {means}.",
                score(one),
                words::date(one.answered)
            ))
        })
        .collect();
    if let Some(asked) = &summary.look_alikes {
        let told: Vec<String> = asked
            .likenesses
            .iter()
            .map(|one| {
                format!(
                    "{} {} of {} yes",
                    words::lower_first(one.look_alike.name),
                    one.yes,
                    one.look_alike.questions.len()
                )
            })
            .collect();
        lines.push(
            Line::strong(format!("Look-alikes ({}): ", words::date(asked.answered)))
                .and(format!("{}.", told.join("; "))),
        );
    }
    if lines.is_empty() {
        return Vec::new();
    }
    vec![Block::List(lines)]
}
