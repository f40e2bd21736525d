//! What the page is made of: sections of lines, lists, tables and the night strip.

use texts::{Language, Sentence};

use crate::strip::Strip;
use crate::tongue::Tongue;

/// How the page is to be made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// A name to print; none leaves a line to write it on.
    pub name: Option<String>,
    /// How much is printed.
    pub depth: Depth,
    /// The diary is made up, and the page says so.
    pub made_up: bool,
    /// The language of the page.
    pub language: Language,
}

/// How much is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// The page that is read in a minute.
    #[default]
    OnePage,
    /// Also what stands behind it: the details and the sheet for a medicine review.
    WithDetails,
}

/// How much room the first page has for what is pressing least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Enough.
    Usual,
    /// There is so much to say that lists end earlier and the print is smaller: one page is read, two are not.
    Full,
}

/// The page as words. Every text in it is free of control characters.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The language of its words.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// Said above all else of a made-up diary.
    pub banner: Option<String>,
    /// How much there is to say on the first page.
    pub room: Room,
    /// Who and when, below the title.
    pub head: Vec<Line>,
    /// The first page.
    pub first: Vec<Section>,
    /// What stands behind it; empty when it was not asked for.
    pub second: Vec<Section>,
}

/// A part of the page under its heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The heading.
    pub heading: &'static str,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

/// One piece of a section.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Block {
    Line(Line),
    List(Vec<Line>),
    Table(Table),
    Strip(Strip),
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Span>);

/// Words of one weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Whether they are printed bold.
    pub strong: bool,
}

/// Rows under a header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What the table shows, for those who do not see it.
    pub caption: &'static str,
    /// Heading and width in percent of each column; the widths sum to 100.
    pub columns: Vec<(&'static str, u8)>,
    /// One text a column; the first names the row.
    pub rows: Vec<Vec<String>>,
}

impl Line {
    /// A plain line.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::default().and(text)
    }

    /// A line that begins in bold.
    #[must_use]
    pub fn strong(text: impl Into<String>) -> Self {
        Self(vec![Span {
            text: text.into(),
            strong: true,
        }])
    }

    /// The line with plain words after it.
    #[must_use]
    pub fn and(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span {
            text: text.into(),
            strong: false,
        });
        self
    }

    /// All its words.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect()
    }
}

impl From<Line> for Block {
    fn from(line: Line) -> Self {
        Self::Line(line)
    }
}

impl Document {
    /// Its second page's title.
    #[must_use]
    pub fn second_title(&self) -> &'static str {
        Tongue(self.language).word("report-second-page")
    }

    /// The line at the foot of a sheet of paper: faxed sheets get parted.
    #[must_use]
    pub fn foot_line(&self, page: usize, pages: usize) -> String {
        let name = self.head.first().and_then(|line| line.0.first());
        let name = name.filter(|span| span.strong);
        let name = name.map_or(String::new(), |name| format!(" \u{2013} {}", name.text));
        let title = format!("{}{name}", self.title);
        Tongue(self.language).say(
            Sentence::of("report-foot-line")
                .with("title", Sentence::text(title))
                .with("page", page)
                .with("pages", pages),
        )
    }

    /// What a mark on paper means that stands for letters a font does not have.
    #[must_use]
    pub fn replaced(&self, mark: char) -> String {
        Tongue(self.language)
            .say(Sentence::of("report-replaced").with("mark", Sentence::text(mark)))
    }

    /// All sections, of both pages.
    pub fn sections(&self) -> impl Iterator<Item = &Section> {
        self.first.iter().chain(&self.second)
    }
}
