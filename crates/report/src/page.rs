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
    let title = "Night leg cramps: summary for the doctor".to_owned();
    Document {
        title,
        banner: options.made_up.then(|| {
            "MADE UP. This person does not exist: an example page from a demonstration diary."
                .to_owned()
        }),
        room,
        head: head::head(summary, options),
        first: vec![
            section("Warning signs", signs::signs(summary)),
            section("Burden", burden::burden(summary)),
            section("Pattern", burden::pattern(summary)),
            section("Suspects", suspects::suspects(summary)),
            section("Tested", tested::tested(summary)),
            section("Medicines", medicines::medicines(summary, room)),
            section("Blood tests", measured::labs(summary, room)),
            section("Food, drink", measured::eaten(summary)),
            section("I would like to ask", asks::questions(summary)),
            section("To consider", asks::checks(summary, room)),
            section("Method", asks::method(summary)),
        ],
        second: match options.depth {
            Depth::OnePage => Vec::new(),
            Depth::WithDetails => details::sections(summary, room),
        },
    }
}

fn section(heading: &'static str, blocks: Vec<Block>) -> Section {
    Section { heading, blocks }
}
