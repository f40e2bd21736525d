//! Warning signs, and what published questionnaires said.

use insight::summary::{Answered, Questionnaire};
use insight::{Raised, RaisedFrom, Summary};
use texts::Sentence;

use crate::document::{Block, Line};
use crate::tongue::Tongue;
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
pub(super) fn signs(summary: &Summary, tongue: Tongue) -> Vec<Block> {
    let signs = &summary.signs;
    let mut lines: Vec<Line> = signs
        .raised
        .iter()
        .take(SIGNS)
        .map(|raised| match signs.raised.len() {
            // Of many signs the questions stand on the second page only.
            1..=IN_WORDS => with_question(raised, tongue),
            _ => sign(raised, tongue).and(format!(" {}.", tongue.say(raised_by(raised)))),
        })
        .collect();
    if signs.raised.len() > SIGNS {
        let more = Sentence::of("report-more-signs").with("count", signs.raised.len() - SIGNS);
        lines.push(Line::strong(tongue.say(more)));
    }
    let answers = match (signs.denied.len(), signs.unasked.len()) {
        (0, 0) => None,
        (0, _) => Some(Sentence::of("report-not-asked")),
        (no, 0) => Some(Sentence::of("report-denied").with("no", no)),
        (no, open) => Some(
            Sentence::of("report-denied-and-open")
                .with("no", no)
                .with("open", open),
        ),
    };
    let answers = answers.map(|answers| tongue.say(answers));
    let mut blocks: Vec<Block> = Vec::new();
    if !lines.is_empty() {
        blocks.push(Block::List(lines));
        if let Some(answers) = answers {
            let others = tongue.word("report-of-the-others");
            blocks.push(Line::plain(format!("{others} {answers}")).into());
        }
    } else if signs.denied.is_empty() {
        blocks.push(Line::plain(answers.unwrap_or_default()).into());
    } else {
        let none = Line::strong(tongue.word("report-none-raised"));
        blocks.push(none.and(format!(" {}", answers.unwrap_or_default())).into());
    }
    blocks.extend(points(&summary.questionnaires, tongue).map(Block::from));
    blocks
}

fn sign(raised: &Raised, tongue: Tongue) -> Line {
    let sign = Sentence::of("report-sign")
        .with("urgency", words::urgency(raised.flag.urgency))
        .with("suggests", Sentence::known(raised.flag.suggests));
    Line::strong(tongue.say(sign))
}

fn with_question(raised: &Raised, tongue: Tongue) -> Line {
    let asked = Sentence::of("report-sign-asked")
        .with("raised-by", raised_by(raised))
        .with("question", Sentence::known(raised.flag.ask));
    sign(raised, tongue).and(format!(" {}", tongue.say(asked)))
}

/// Where a flag comes from.
fn raised_by(raised: &Raised) -> Sentence {
    match raised.from {
        RaisedFrom::Answer(day) => {
            Sentence::of("report-answered-yes").with("date", words::date(day))
        }
        RaisedFrom::Night(night) => {
            Sentence::of("report-from-diary").with("night", words::night(night))
        }
        RaisedFrom::Questionnaire(day) => {
            Sentence::of("report-from-questionnaire").with("date", words::date(day))
        }
        RaisedFrom::Profile => Sentence::of("report-from-profile"),
    }
}

/// The questionnaires in one line.
fn points(all: &[Questionnaire], tongue: Tongue) -> Option<Line> {
    let told: Vec<Sentence> = all
        .iter()
        .map(|one| {
            let name = tongue.known(one.instrument.name);
            let mut points = vec![score(one)];
            if let Some(means) = one.score.means {
                // What the points mean begins before the colon; what to do stands on the second page.
                let meaning = tongue.known(means.meaning);
                points.push(Sentence::text(
                    meaning.split(':').next().unwrap_or_default(),
                ));
            }
            Sentence::of("report-points")
                .with("name", Sentence::text(words::without_brackets(&name)))
                .with("points", Sentence::joined(", ", points))
                .with("date", words::date(one.answered))
        })
        .collect();
    (!told.is_empty()).then(|| {
        let told = tongue.say(words::first(told, QUESTIONNAIRES));
        Line::strong(format!("{} ", tongue.word("report-questionnaires"))).and(format!("{told}."))
    })
}

/// “2 of 9”; while items are open, from the fewest points to the most.
fn score(one: &Questionnaire) -> Sentence {
    let (low, high) = (one.score.lowest, one.score.highest);
    let points = if low == high {
        low.into()
    } else {
        Sentence::of("usual-between")
            .with("low", low)
            .with("high", high)
    };
    let score = Sentence::of("report-score")
        .with("points", points)
        .with("most", one.most);
    match one.instrument.items.len() - one.score.answered {
        0 => score,
        open => Sentence::joined(
            ", ",
            [score, Sentence::of("report-open").with("count", open)],
        ),
    }
}

/// The first names, the most urgent ones, in a line.
fn named(title: &str, names: impl Iterator<Item = &'static str>, tongue: Tongue) -> Block {
    let names = words::first(names.map(Sentence::known).collect(), NAMED);
    let title = format!("{} ", tongue.word(title));
    Line::strong(title)
        .and(format!("{}.", tongue.say(names)))
        .into()
}

/// All signs of the second page: raised, seen, denied, not asked.
pub(super) fn in_full(summary: &Summary, tongue: Tongue) -> Vec<Block> {
    let signs = &summary.signs;
    let list = |answers: &[Answered]| -> Vec<Line> {
        let answers = answers.iter().map(|one| {
            let answered = Sentence::of("report-on-day")
                .with("what", Sentence::known(one.flag.suggests))
                .with("date", words::date(one.on));
            Line::plain(tongue.say(answered))
        });
        answers.collect()
    };
    let mut blocks = Vec::new();
    if !signs.raised.is_empty() {
        let raised = signs.raised.iter();
        let raised = raised.map(|raised| with_question(raised, tongue));
        blocks.push(Line::strong(tongue.word("report-raised")).into());
        blocks.push(Block::List(raised.collect()));
    }
    if !signs.seen.is_empty() {
        blocks.push(Line::strong(tongue.word("report-seen")).into());
        blocks.push(Block::List(list(&signs.seen)));
    }
    if !signs.denied.is_empty() {
        let names = signs.denied.iter().map(|one| one.flag.suggests);
        blocks.push(named("report-denied-signs", names, tongue));
    }
    if !signs.unasked.is_empty() {
        let names = signs.unasked.iter().map(|flag| flag.suggests);
        blocks.push(named("report-unasked-signs", names, tongue));
    }
    blocks
}

/// The questionnaires and the questions of the look-alikes, with what they mean in full.
pub(super) fn questionnaires(summary: &Summary, tongue: Tongue) -> Vec<Block> {
    let mut lines: Vec<Line> = summary
        .questionnaires
        .iter()
        .map(|one| {
            let means = one.score.means.map_or_else(
                || Sentence::of("report-no-meaning"),
                |means| Sentence::known(means.meaning),
            );
            let told = Sentence::of("report-meaning")
                .with("points", score(one))
                .with("date", words::date(one.answered))
                .with("meaning", means);
            let name = tongue.known(one.instrument.name);
            Line::strong(format!("{name}: ")).and(tongue.say(told))
        })
        .collect();
    if let Some(asked) = &summary.look_alikes {
        let told = asked.likenesses.iter().map(|one| {
            Sentence::of("report-likeness")
                .with("name", Sentence::known_inside(one.look_alike.name))
                .with("yes", one.yes)
                .with("all", one.look_alike.questions.len())
        });
        let told = tongue.say(Sentence::joined("; ", told));
        let title = Sentence::of("report-look-alikes").with("date", words::date(asked.answered));
        let title = format!("{} ", tongue.say(title));
        lines.push(Line::strong(title).and(format!("{told}.")));
    }
    if lines.is_empty() {
        return Vec::new();
    }
    vec![Block::List(lines)]
}
