//! Sheets to a PDF file.

use std::num::NonZeroU16;

use jiff::Timestamp;
use krilla::color::luma;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node as TagNode, SpanTag,
    TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};
use krilla::text::Font;
use krilla::{Document as Pdf, SerializeSettings};
use report::Document;

use crate::fonts;
use crate::sheet::{Kind, Mark, Node, Sheets};
use crate::{Paper, PdfError};

/// Thickness of an outline, in points.
const OUTLINE: f32 = 0.6;

/// The two fonts as the writer knows them.
struct Fonts {
    regular: Font,
    bold: Font,
}

/// Writes the file.
pub(crate) fn pdf(
    sheets: &Sheets,
    document: &Document,
    paper: Paper,
    now: Timestamp,
) -> Result<Vec<u8>, PdfError> {
    let font = |data: &'static [u8]| Font::new(data.into(), 0).ok_or(PdfError::Font);
    let fonts = Fonts {
        regular: font(fonts::REGULAR)?,
        bold: font(fonts::BOLD)?,
    };
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| PdfError::Writer(format!("{error:?}")))?;
    let mut pdf = Pdf::new_with(SerializeSettings {
        configuration,
        enable_tagging: true,
        ..SerializeSettings::default()
    });
    let (width, height) = paper.size();
    let language = document.language.tag();
    let mut leaves: Vec<Vec<Identifier>> = vec![Vec::new(); sheets.leaves];
    for sheet in &sheets.sheets {
        let settings = PageSettings::from_wh(width, height).ok_or(PdfError::Paper)?;
        let mut page = pdf.start_page_with(settings);
        let mut surface = page.surface();
        for piece in &sheet.pieces {
            let tag = match piece.leaf {
                Some(_) => ContentTag::Span(SpanTag::empty().with_lang(Some(language))),
                None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)),
            };
            let identifier = surface.start_tagged(tag);
            for mark in &piece.marks {
                draw(&mut surface, mark, &fonts);
            }
            surface.end_tagged();
            if let Some(leaf) = piece.leaf {
                leaves[leaf.0].push(identifier);
            }
        }
        surface.finish();
        page.finish();
    }
    let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
    for node in &sheets.tree {
        for tagged in tagged(node, &mut leaves) {
            tree.push(tagged);
        }
    }
    pdf.set_tag_tree(tree);
    pdf.set_outline(outline(sheets));
    pdf.set_metadata(metadata(document, now));
    pdf.finish()
        .map_err(|error| PdfError::Writer(format!("{error:?}")))
}

fn black() -> Fill {
    Fill {
        paint: luma::Color::black().into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::default(),
    }
}

fn draw(surface: &mut Surface<'_>, mark: &Mark, fonts: &Fonts) {
    match mark {
        Mark::Glyphs { x, y, run } => {
            surface.set_stroke(None);
            surface.set_fill(Some(black()));
            let font = if run.bold {
                &fonts.bold
            } else {
                &fonts.regular
            };
            surface.draw_glyphs(
                Point::from_xy(*x, *y),
                &run.glyphs,
                font.clone(),
                &run.text,
                run.size,
                false,
            );
        }
        Mark::Rule {
            x,
            y,
            width,
            thickness,
        } => {
            surface.set_stroke(None);
            surface.set_fill(Some(black()));
            fill(surface, *x, *y, *width, *thickness);
        }
        Mark::Square { x, y, side, filled } => {
            surface.set_fill(filled.then(black));
            surface.set_stroke(Some(Stroke {
                paint: luma::Color::black().into(),
                width: OUTLINE,
                ..Stroke::default()
            }));
            fill(surface, *x, *y, *side, *side);
        }
    }
}

fn fill(surface: &mut Surface<'_>, x: f32, y: f32, width: f32, height: f32) {
    let mut path = PathBuilder::new();
    // A rectangle without an area is nothing to draw.
    let Some(rectangle) = Rect::from_xywh(x, y, width, height) else {
        return;
    };
    path.push_rect(rectangle);
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

/// The tags of a node; a leaf that spans sheets has several.
fn tagged(node: &Node, leaves: &mut [Vec<Identifier>]) -> Vec<TagNode> {
    match node {
        Node::Leaf(leaf) => std::mem::take(&mut leaves[leaf.0])
            .into_iter()
            .map(TagNode::Leaf)
            .collect(),
        Node::Group(kind, children) => {
            let children: Vec<TagNode> = children
                .iter()
                .flat_map(|child| tagged(child, leaves))
                .collect();
            vec![TagGroup::with_children(tag(kind), children).into()]
        }
    }
}

fn tag(kind: &Kind) -> TagKind {
    match kind {
        Kind::Heading(level, title) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(title.clone())).into()
        }
        Kind::Paragraph => Tag::P.into(),
        Kind::List => Tag::L(ListNumbering::Circle).into(),
        Kind::Item => Tag::LI.into(),
        Kind::Label => Tag::Lbl.into(),
        Kind::Body => Tag::LBody.into(),
        Kind::Table(caption) => Tag::Table.with_summary(Some((*caption).to_owned())).into(),
        Kind::Row => Tag::TR.into(),
        Kind::HeaderCell => Tag::TH(TableHeaderScope::Column).into(),
        Kind::RowHeaderCell => Tag::TH(TableHeaderScope::Row).into(),
        Kind::Cell => Tag::TD.into(),
        Kind::Figure(text) => Tag::Figure(Some(text.clone())).into(),
    }
}

fn outline(sheets: &Sheets) -> Outline {
    let mut outline = Outline::new();
    for (text, sheet, y) in &sheets.outline {
        let place = XyzDestination::new(*sheet, Point::from_xy(0.0, *y));
        outline.push_child(OutlineNode::new(text.clone(), place));
    }
    outline
}

fn metadata(document: &Document, now: Timestamp) -> Metadata {
    let now = now.to_zoned(jiff::tz::TimeZone::UTC);
    let part = |value: i8| value.unsigned_abs();
    let created = DateTime::new(now.year().unsigned_abs())
        .month(part(now.month()))
        .day(part(now.day()))
        .hour(part(now.hour()))
        .minute(part(now.minute()))
        .second(part(now.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    Metadata::new()
        .title(document.title.clone())
        .language(document.language.tag().to_owned())
        .creator(format!("Soleus {}", env!("CARGO_PKG_VERSION")))
        .creation_date(created)
}
