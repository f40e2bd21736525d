//! The night strip: one column a night, for a page that will be faxed: black, no greys, nothing thinner than half a point.

use diary::{Night, Outcome};
use jiff::civil::Weekday;
use texts::Sentence;

use crate::document::Table;
use crate::tongue::Tongue;
use crate::words;

/// Most nights on the strip: twelve weeks. Of longer periods the last ones are drawn.
pub const MOST_NIGHTS: usize = 84;
/// Fewest columns that the width is shared among, so that a young diary does not look like a wall.
const FEWEST_COLUMNS: usize = 56;
/// Nights in a row where the width of paper is missing: four weeks.
const NIGHTS_OF_ROW: usize = 28;
/// Squares in a column before it says “+”.
const MOST_SQUARES: u32 = 4;
/// Pain from which a night is drawn filled.
pub const STRONG_PAIN: u8 = 7;
/// Side of a square, and the step from one to the next, in points.
const SQUARE: f32 = 3.9;
const STEP: f32 = 4.9;
/// Height above the squares, where a “+” may stand, and below the line, for dates.
const ABOVE: f32 = 6.0;
const BELOW: f32 = 10.0;
/// Weeks between two dates under the line.
const WEEKS_APART: usize = 2;

/// Keys of the headings of the table's columns, and their widths in percent.
const COLUMNS: &[(&str, u8)] = &[
    ("nights-night", 40),
    ("nights-cramps", 30),
    ("tonight-worst", 30),
];

/// The nights of a period as a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    /// What it shows, in a sentence: stands under it, and for those who do not see it.
    pub sentence: String,
    /// The same nights as rows, the last one first.
    pub table: Table,
    picture: Picture,
}

/// The columns, and how many would fill the width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    columns: Vec<Column>,
    across: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Column {
    /// Cramps; `None` when the night was not answered.
    cramps: Option<u32>,
    strong: bool,
    /// A date to write under it.
    date: Option<String>,
}

/// One mark of the picture, in points from the top left.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A square, filled for strong pain.
    Square {
        /// Left edge.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Length of a side.
        side: f32,
        /// Filled or an outline.
        filled: bool,
    },
    /// A piece of the base line: the night was answered.
    Base {
        /// Left end.
        x: f32,
        /// Height.
        y: f32,
        /// Length.
        length: f32,
    },
    /// A short text that begins at a point of its base line.
    Text {
        /// Left end.
        x: f32,
        /// Base line.
        y: f32,
        /// The text.
        text: String,
    },
}

impl Strip {
    /// The strip of consecutive nights; `None` without any.
    pub(crate) fn of(nights: &[Night], tongue: Tongue) -> Option<Self> {
        if nights.is_empty() {
            return None;
        }
        let shown = &nights[nights.len().saturating_sub(MOST_NIGHTS)..];
        let mut mondays = 0;
        let columns: Vec<Column> = shown
            .iter()
            .map(|night| {
                let evening = night.id.evening();
                let is_monday = evening.weekday() == Weekday::Monday;
                mondays += usize::from(is_monday);
                Column {
                    cramps: match night.outcome {
                        Outcome::Missing => None,
                        Outcome::Exactly(count) | Outcome::AtLeast(count) => Some(count),
                    },
                    strong: night.pain.is_some_and(|pain| pain.get() >= STRONG_PAIN),
                    date: (is_monday && mondays % WEEKS_APART == 1)
                        .then(|| tongue.say(words::day(evening))),
                }
            })
            .collect();
        let which = if shown.len() < nights.len() {
            Sentence::of("report-strip-last").with("nights", MOST_NIGHTS)
        } else {
            Sentence::of("report-strip-all").with("nights", shown.len())
        };
        Some(Self {
            sentence: tongue.say(
                Sentence::of("report-strip")
                    .with("which", which)
                    .with("pain", STRONG_PAIN),
            ),
            table: Table {
                caption: tongue.word("trial-table"),
                columns: tongue.columns(COLUMNS),
                rows: shown.iter().rev().map(|night| row(night, tongue)).collect(),
            },
            picture: Picture {
                across: columns.len().max(FEWEST_COLUMNS),
                columns,
            },
        })
    }

    /// All nights side by side.
    #[must_use]
    pub fn picture(&self) -> &Picture {
        &self.picture
    }

    /// The nights four weeks a row, for a narrow screen.
    #[must_use]
    pub fn rows(&self) -> Vec<Picture> {
        let rows = self.picture.columns.chunks(NIGHTS_OF_ROW);
        rows.map(|columns| Picture {
            columns: columns.to_vec(),
            across: NIGHTS_OF_ROW,
        })
        .collect()
    }
}

/// A night of the table.
fn row(night: &Night, tongue: Tongue) -> Vec<String> {
    let pain = night.pain.map_or_else(String::new, |pain| {
        tongue.say(Sentence::of("words-of-ten").with("score", pain.get()))
    });
    let evening = words::date(night.id.evening());
    vec![
        tongue.say(evening),
        tongue.say(insight::brought(night.outcome)),
        pain,
    ]
}

impl Picture {
    /// Height of the picture in points.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.base() + BELOW
    }

    fn base(&self) -> f32 {
        let most = self.columns.iter().filter_map(|column| column.cramps).max();
        ABOVE + STEP * most.unwrap_or(0).clamp(1, MOST_SQUARES) as f32
    }

    /// The marks of a picture of this width in points.
    #[must_use]
    pub fn marks(&self, width: f32) -> Vec<Mark> {
        let pitch = width / self.across as f32;
        let base = self.base();
        let mut marks = Vec::new();
        for (place, column) in self.columns.iter().enumerate() {
            let x = pitch * place as f32;
            if let Some(date) = &column.date {
                // A date at the right end would run out of the picture.
                if x + 24.0 <= width {
                    marks.push(Mark::Text {
                        x,
                        y: base + BELOW - 1.5,
                        text: date.clone(),
                    });
                }
            }
            let Some(cramps) = column.cramps else {
                continue;
            };
            marks.push(Mark::Base {
                x,
                y: base,
                length: pitch,
            });
            for square in 0..cramps.min(MOST_SQUARES) {
                marks.push(Mark::Square {
                    x: x + (pitch - SQUARE) / 2.0,
                    y: base - STEP * (square + 1) as f32,
                    side: SQUARE,
                    filled: column.strong,
                });
            }
            if cramps > MOST_SQUARES {
                marks.push(Mark::Text {
                    x: x + (pitch - SQUARE) / 2.0,
                    y: ABOVE - 1.0,
                    text: "+".to_owned(),
                });
            }
        }
        marks
    }
}
