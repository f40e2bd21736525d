//! The page to sheets of paper: headings at the left, words at the right, the first page on one sheet if it can be.

use report::strip;
use report::{Block, Document, Line, Section, Strip, Table};

use crate::sheet::{Kind, Leaf, Mark, Node, Piece, Sheet, Sheets};
use crate::text::{Row, Typesetter};
use crate::{Paper, PdfError};

/// Margins at the sides, above and below, in points. The footer stands in the lower one.
const SIDE: f32 = 36.0;
const TOP: f32 = 30.0;
const BOTTOM: f32 = 36.0;
/// Width of the column of headings, the gap included.
const HEADINGS: f32 = 82.0;
/// Sizes of the words, the largest first: the first page takes the largest that fits on one sheet.
const SIZES: [f32; 4] = [10.0, 9.6, 9.2, 8.8];
const SMALLEST: f32 = 8.4;
const TITLE: f32 = 15.0;
const FOOTER: f32 = 8.0;
/// Space above and below a section's words.
const AIR: f32 = 2.6;
/// Thickness of the rules between sections, and of those that part more.
const THIN: f32 = 0.6;
const THICK: f32 = 1.2;
/// Gap between the columns of a table, and indent of a list.
const GAP: f32 = 6.0;
const INDENT: f32 = 8.0;

/// Lays the document out.
pub(crate) fn sheets(document: &Document, paper: Paper) -> Result<Sheets, PdfError> {
    let first = largest_that_fits(1, |size| Ok(Pen::new(paper, size)?.with_first(document)))?;
    let size = first.size;
    let mut pen = if document.second.is_empty() {
        first
    } else {
        // What does not fit on one sheet even when small has a second one, and the details begin after it.
        let sheets = first.done.sheets.len() + 1;
        largest_that_fits(sheets, |smaller| {
            let pen = Pen::new(paper, size)?.with_first(document);
            Ok(pen.with_second(document, smaller))
        })?
    };
    pen.say_what_was_replaced(document);
    pen.footers(document);
    Ok(pen.done)
}

/// What is written in the largest size that needs no more than so many sheets, or in the smallest.
fn largest_that_fits(
    sheets: usize,
    write: impl Fn(f32) -> Result<Pen, PdfError>,
) -> Result<Pen, PdfError> {
    for size in SIZES {
        let pen = write(size)?;
        if pen.done.sheets.len() <= sheets {
            return Ok(pen);
        }
    }
    write(SMALLEST)
}

/// Writes from top to bottom.
struct Pen {
    typesetter: Typesetter,
    done: Sheets,
    size: f32,
    y: f32,
    paper: (f32, f32),
}

impl Pen {
    fn new(paper: Paper, size: f32) -> Result<Self, PdfError> {
        Ok(Self {
            typesetter: Typesetter::new()?,
            done: Sheets {
                sheets: vec![Sheet::default()],
                tree: Vec::new(),
                leaves: 0,
                outline: Vec::new(),
            },
            size,
            y: TOP,
            paper: paper.size(),
        })
    }

    fn width(&self) -> f32 {
        self.paper.0 - 2.0 * SIDE
    }

    fn bottom(&self) -> f32 {
        self.paper.1 - BOTTOM
    }

    fn with_first(mut self, document: &Document) -> Self {
        if let Some(banner) = &document.banner {
            let node = self.paragraph(&Line::strong(banner.clone()), SIDE, self.width());
            self.done.tree.push(node);
            self.y += 1.0;
        }
        self.title(&document.title, 1);
        for line in &document.head {
            let node = self.paragraph(line, SIDE, self.width());
            self.done.tree.push(node);
        }
        self.y += AIR;
        self.rule(SIDE, self.width(), THICK);
        self.sections(&document.first, 2);
        self
    }

    fn with_second(mut self, document: &Document, size: f32) -> Self {
        self.size = size;
        self.new_sheet();
        self.title(document.second_title(), 2);
        self.y += AIR;
        self.rule(SIDE, self.width(), THICK);
        self.sections(&document.second, 3);
        self
    }

    fn title(&mut self, title: &str, level: u16) {
        let mark = (title.to_owned(), self.sheet(), self.y);
        self.done.outline.push(mark);
        let rows = self
            .typesetter
            .rows(&Line::strong(title), TITLE, self.width());
        let leaf = self.rows(rows, SIDE);
        let kind = Kind::Heading(level, title.to_owned());
        self.done
            .tree
            .push(Node::Group(kind, vec![Node::Leaf(leaf)]));
    }

    fn sections(&mut self, sections: &[Section], level: u16) {
        for (place, section) in sections.iter().enumerate() {
            if place > 0 {
                self.rule(SIDE, self.width(), THIN);
            }
            self.y += AIR;
            self.section(section, level);
            self.y += AIR;
        }
    }

    fn section(&mut self, section: &Section, level: u16) {
        let heading = Line::strong(section.heading);
        let rows = self.typesetter.rows(&heading, self.size, HEADINGS - GAP);
        // A heading does not stand alone at the foot of a sheet.
        let height: f32 = rows.iter().map(|row| row.height).sum();
        self.room(height.max(3.0 * self.size));
        let top = self.y;
        let mark = (section.heading.to_owned(), self.sheet(), top);
        self.done.outline.push(mark);
        let leaf = self.rows(rows, SIDE);
        let after_heading = self.y;
        let kind = Kind::Heading(level, section.heading.to_owned());
        self.done
            .tree
            .push(Node::Group(kind, vec![Node::Leaf(leaf)]));
        let sheet = self.sheet();
        self.y = top;
        let (x, width) = (SIDE + HEADINGS, self.width() - HEADINGS);
        for block in &section.blocks {
            let nodes = match block {
                Block::Line(line) => vec![self.paragraph(line, x, width)],
                Block::List(lines) => vec![self.list(lines, x, width)],
                Block::Table(table) => vec![self.table(table, x, width)],
                Block::Strip(strip) => self.strip(strip, x, width),
            };
            self.done.tree.extend(nodes);
        }
        if self.sheet() == sheet {
            self.y = self.y.max(after_heading);
        }
    }

    fn paragraph(&mut self, line: &Line, x: f32, width: f32) -> Node {
        let rows = self.typesetter.rows(line, self.size, width);
        let leaf = self.rows(rows, x);
        Node::Group(Kind::Paragraph, vec![Node::Leaf(leaf)])
    }

    fn list(&mut self, lines: &[Line], x: f32, width: f32) -> Node {
        let mut items = Vec::new();
        for line in lines {
            let rows = self.typesetter.rows(line, self.size, width - INDENT);
            self.room(rows.first().map_or(0.0, |row| row.height));
            let top = self.y;
            let bullet = self
                .typesetter
                .rows(&Line::plain("\u{2022}"), self.size, INDENT);
            let label = self.rows(bullet, x);
            self.y = top;
            let body = self.rows(rows, x + INDENT);
            items.push(Node::Group(
                Kind::Item,
                vec![
                    Node::Group(Kind::Label, vec![Node::Leaf(label)]),
                    Node::Group(Kind::Body, vec![Node::Leaf(body)]),
                ],
            ));
        }
        Node::Group(Kind::List, items)
    }

    fn table(&mut self, table: &Table, x: f32, width: f32) -> Node {
        let headings = table.columns.iter().map(|(heading, _)| heading);
        let header: Vec<Line> = headings.map(|heading| Line::strong(*heading)).collect();
        let mut rows = vec![self.table_row(table, &header, x, width, |_| Kind::HeaderCell)];
        self.rule(x, width, THIN);
        self.y += 1.0;
        for row in &table.rows {
            let cells: Vec<Line> = row
                .iter()
                .enumerate()
                .map(|(place, text)| match place {
                    0 => Line::strong(text.clone()),
                    _ => Line::plain(text.clone()),
                })
                .collect();
            rows.push(
                self.table_row(table, &cells, x, width, |place| match place {
                    0 => Kind::RowHeaderCell,
                    _ => Kind::Cell,
                }),
            );
        }
        Node::Group(Kind::Table(table.caption), rows)
    }

    fn table_row(
        &mut self,
        table: &Table,
        cells: &[Line],
        x: f32,
        width: f32,
        kind: impl Fn(usize) -> Kind,
    ) -> Node {
        let widths: Vec<f32> = table
            .columns
            .iter()
            .map(|(_, percent)| width * f32::from(*percent) / 100.0)
            .collect();
        let set: Vec<Vec<Row>> = cells
            .iter()
            .zip(&widths)
            .map(|(cell, width)| self.typesetter.rows(cell, self.size, width - GAP))
            .collect();
        let height = |rows: &[Row]| rows.iter().map(|row| row.height).sum::<f32>();
        let tallest = set.iter().map(|rows| height(rows)).fold(0.0, f32::max);
        self.room(tallest.min(self.bottom() - TOP));
        let (top, sheet) = (self.y, self.sheet());
        let mut lowest = top;
        let mut left = x;
        let mut nodes = Vec::new();
        for (place, (rows, width)) in set.into_iter().zip(&widths).enumerate() {
            if self.sheet() == sheet {
                self.y = top;
            }
            let leaf = self.rows(rows, left);
            nodes.push(Node::Group(kind(place), vec![Node::Leaf(leaf)]));
            lowest = if self.sheet() == sheet {
                lowest.max(self.y)
            } else {
                self.y
            };
            left += width;
        }
        self.y = lowest;
        Node::Group(Kind::Row, nodes)
    }

    fn strip(&mut self, strip: &Strip, x: f32, width: f32) -> Vec<Node> {
        let picture = strip.picture();
        self.y += 2.0;
        self.room(picture.height());
        let top = self.y;
        let mut marks = Vec::new();
        for mark in picture.marks(width) {
            match mark {
                strip::Mark::Square {
                    x: left,
                    y,
                    side,
                    filled,
                } => marks.push(Mark::Square {
                    x: x + left,
                    y: top + y,
                    side,
                    filled,
                }),
                strip::Mark::Base { x: left, y, length } => marks.push(Mark::Rule {
                    x: x + left,
                    y: top + y,
                    width: length,
                    thickness: 1.0,
                }),
                strip::Mark::Text { x: left, y, text } => {
                    let rows = self.typesetter.rows(&Line::plain(text), 7.0, width);
                    let runs = rows.into_iter().flat_map(|row| row.runs);
                    marks.extend(runs.map(|(offset, run)| Mark::Glyphs {
                        x: x + left + offset,
                        y: top + y,
                        run,
                    }));
                }
            }
        }
        let leaf = self.leaf();
        self.put(Some(leaf), marks);
        self.y = top + picture.height();
        let figure = Node::Group(Kind::Figure(strip.sentence.clone()), vec![Node::Leaf(leaf)]);
        let rows =
            self.typesetter
                .rows(&Line::plain(strip.sentence.clone()), self.size - 1.0, width);
        let caption = self.rows(rows, x);
        let caption = Node::Group(Kind::Paragraph, vec![Node::Leaf(caption)]);
        vec![figure, caption]
    }

    fn say_what_was_replaced(&mut self, document: &Document) {
        if !self.typesetter.replaced {
            return;
        }
        let text = document.replaced(crate::fonts::REPLACEMENT);
        let node = self.paragraph(&Line::plain(text), SIDE, self.width());
        self.done.tree.push(node);
    }

    /// The same line at the foot of every sheet: faxed sheets get parted.
    fn footers(&mut self, document: &Document) {
        let count = self.done.sheets.len();
        for place in 0..count {
            let text = document.foot_line(place + 1, count);
            let rows = self
                .typesetter
                .rows(&Line::plain(text), FOOTER, self.width());
            let y = self.paper.1 - BOTTOM + 16.0;
            let mut marks = Vec::new();
            for (x, run) in rows.into_iter().take(1).flat_map(|row| row.runs) {
                marks.push(Mark::Glyphs {
                    x: SIDE + x,
                    y,
                    run,
                });
            }
            self.done.sheets[place]
                .pieces
                .push(Piece { leaf: None, marks });
        }
    }

    /// Writes lines from here down, on further sheets where they do not fit.
    fn rows(&mut self, rows: Vec<Row>, x: f32) -> Leaf {
        let leaf = self.leaf();
        for row in rows {
            self.room(row.height);
            let y = self.y + row.baseline;
            let marks = row
                .runs
                .into_iter()
                .map(|(offset, run)| Mark::Glyphs {
                    x: x + offset,
                    y,
                    run,
                })
                .collect();
            self.put(Some(leaf), marks);
            self.y += row.height;
        }
        leaf
    }

    fn rule(&mut self, x: f32, width: f32, thickness: f32) {
        let y = self.y;
        self.put(
            None,
            vec![Mark::Rule {
                x,
                y,
                width,
                thickness,
            }],
        );
        self.y += thickness;
    }

    /// Begins a new sheet when this much does not fit on the present one.
    fn room(&mut self, height: f32) {
        if self.y + height > self.bottom() {
            self.new_sheet();
        }
    }

    fn new_sheet(&mut self) {
        self.done.sheets.push(Sheet::default());
        self.y = TOP;
    }

    fn sheet(&self) -> usize {
        self.done.sheets.len() - 1
    }

    fn leaf(&mut self) -> Leaf {
        self.done.leaves += 1;
        Leaf(self.done.leaves - 1)
    }

    fn put(&mut self, leaf: Option<Leaf>, marks: Vec<Mark>) {
        if let Some(sheet) = self.done.sheets.last_mut().filter(|_| !marks.is_empty()) {
            // Lines of one leaf are one piece: a paragraph is read without a break.
            match sheet.pieces.last_mut() {
                Some(piece) if leaf.is_some() && piece.leaf == leaf => piece.marks.extend(marks),
                _ => sheet.pieces.push(Piece { leaf, marks }),
            }
        }
    }
}
