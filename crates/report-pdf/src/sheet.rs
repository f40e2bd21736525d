//! What stands where on each sheet of paper, in points from the top left, and which tag it belongs to.

use krilla::text::KrillaGlyph;

/// A sheet of paper.
#[derive(Default)]
pub(crate) struct Sheet {
    pub(crate) pieces: Vec<Piece>,
}

/// Marks that belong together.
pub(crate) struct Piece {
    /// The leaf of the tag tree it fills; none for rules and footers.
    pub(crate) leaf: Option<Leaf>,
    pub(crate) marks: Vec<Mark>,
}

/// A leaf of the tag tree: what is read out as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Leaf(pub(crate) usize);

/// One mark on the paper.
pub(crate) enum Mark {
    Glyphs {
        x: f32,
        /// Base line.
        y: f32,
        run: Run,
    },
    Rule {
        x: f32,
        y: f32,
        width: f32,
        thickness: f32,
    },
    Square {
        x: f32,
        y: f32,
        side: f32,
        filled: bool,
    },
}

/// Glyphs of one font on one line.
#[derive(Clone)]
pub(crate) struct Run {
    pub(crate) bold: bool,
    pub(crate) size: f32,
    pub(crate) glyphs: Vec<KrillaGlyph>,
    /// The text that the glyphs' ranges are of.
    pub(crate) text: std::rc::Rc<str>,
}

/// What a group of the tag tree is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Heading(u16, String),
    Paragraph,
    List,
    Item,
    Label,
    Body,
    Table(&'static str),
    Row,
    HeaderCell,
    RowHeaderCell,
    Cell,
    /// With its text for those who do not see it.
    Figure(String),
}

/// The tag tree: its order is the order of reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Node {
    Group(Kind, Vec<Node>),
    Leaf(Leaf),
}

/// All sheets, and how they are read.
pub(crate) struct Sheets {
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) tree: Vec<Node>,
    pub(crate) leaves: usize,
    /// Headings for the outline: text, sheet, height.
    pub(crate) outline: Vec<(String, usize, f32)>,
}
