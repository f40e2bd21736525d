//! The words of the first page: what a GP reads in a minute, the most pressing first. And, on request, of the second.

mod asks;
mod burden;
mod details;
mod head;
mod measured;
mod medicines;
mod signs;
mod suspects;
mod tested;

use insight::Summary;

use crate::document::{Block, Depth, Document, Options, Room, Section};
use crate::tongue::Tongue;

/// Characters of a text of the person, or of a reason, on the first page.
const SHORT: usize = 90;
/// Characters of a note or a dose of the person on the second page.
const LONG: usize = 300;

/// Rows of the lists of different length from which a page is full: with more, the smallest print does not fit on US Letter.
const FULL_FROM: usize = 20;

impl Room {
    fn left(summary: &Summary) -> Self {
        let rows = summary.signs.raised.len()
            + summary.questionnaires.len()
            + summary.likely.len()
            + 2 * summary.trials.len()
            + summary.medicines.all.len()
            + summary.labs.values.len() / 2
            + summary.checks.len();
        if rows >= FULL_FROM {
            Self::Full
        } else {
            Self::Usual
        }
    }

    /// The first of two numbers where there is room, else the second.
    fn of(self, (usual, full): (usize, usize)) -> usize {
        match self {
            Self::Usual => usual,
            Self::Full => full,
        }
    }
}

/// The page of a summary.
#[must_use]
pub fn document(summary: &Summary, options: &Options) -> Document {
    let room = Room::left(summary);
    let tongue = Tongue(options.language);
    let section = |key, blocks| section(tongue.word(key), blocks);
    Document {
        language: options.language,
        title: tongue.word("report-page-title").to_owned(),
        banner: options
            .made_up
            .then(|| tongue.word("report-made-up").to_owned()),
        room,
        head: head::head(summary, options, tongue),
        first: vec![
            section("report-signs", signs::signs(summary, tongue)),
            section("report-burden", burden::burden(summary, tongue)),
            section("report-pattern-title", burden::pattern(summary, tongue)),
            section("report-suspects", suspects::suspects(summary, tongue)),
            section("report-tested", tested::tested(summary, tongue)),
            section(
                "report-medicines",
                medicines::medicines(summary, room, tongue),
            ),
            section("report-labs", measured::labs(summary, room, tongue)),
            section("report-food", measured::eaten(summary, tongue)),
            section("report-questions", asks::questions(summary, tongue)),
            section("report-checks", asks::checks(summary, room, tongue)),
            section("report-method", asks::method(summary, tongue)),
        ],
        second: match options.depth {
            Depth::OnePage => Vec::new(),
            Depth::WithDetails => details::sections(summary, room, tongue),
        },
    }
}

fn section(heading: &'static str, blocks: Vec<Block>) -> Section {
    Section { heading, blocks }
}
