//! Words to lines of glyphs of a width.

use std::borrow::Cow;
use std::rc::Rc;

use krilla::text::{GlyphId, KrillaGlyph};
use parley::style::{
    FontFamily, FontFamilyName, FontWeight, LineHeight, OverflowWrap, StyleProperty,
};
use parley::{FontContext, LayoutContext};
use report::{Line, Span};

use crate::PdfError;
use crate::fonts::{self, Letters};
use crate::sheet::Run;

/// Height of a line as a multiple of the font's size.
const LINE_HEIGHT: f32 = 1.24;

/// Sets words in lines. Remembers whether a letter had to be replaced.
pub(crate) struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    letters: Letters,
    pub(crate) replaced: bool,
}

/// One line of glyphs.
pub(crate) struct Row {
    pub(crate) height: f32,
    /// From the top of the line to its base line.
    pub(crate) baseline: f32,
    /// Runs with their left ends.
    pub(crate) runs: Vec<(f32, Run)>,
}

impl Typesetter {
    pub(crate) fn new() -> Result<Self, PdfError> {
        Ok(Self {
            fonts: fonts::context(),
            layouts: LayoutContext::new(),
            letters: Letters::new()?,
            replaced: false,
        })
    }

    /// The lines of some words in a width. Words that are wider are broken.
    pub(crate) fn rows(&mut self, line: &Line, size: f32, width: f32) -> Vec<Row> {
        let (text, bold) = self.printable(&line.0);
        let mut builder = self
            .layouts
            .ranged_builder(&mut self.fonts, &text, 1.0, false);
        let family = FontFamily::Single(FontFamilyName::Named(Cow::Borrowed(fonts::FAMILY)));
        builder.push_default(StyleProperty::FontFamily(family));
        builder.push_default(StyleProperty::FontSize(size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(
            LINE_HEIGHT,
        )));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        for range in bold {
            builder.push(StyleProperty::FontWeight(FontWeight::BOLD), range);
        }
        let mut layout = builder.build(&text);
        layout.break_all_lines(Some(width));
        let text: Rc<str> = Rc::from(text);
        layout
            .lines()
            .map(|line| {
                let mut x = 0.0;
                let metrics = line.metrics();
                let runs = line
                    .runs()
                    .map(|run| {
                        let start = x;
                        let run = glyphs(&run, &text, &mut x);
                        (start, run)
                    })
                    .collect();
                Row {
                    height: size * LINE_HEIGHT,
                    baseline: metrics.baseline - metrics.block_min_coord,
                    runs,
                }
            })
            .collect()
    }

    /// The words with letters the fonts have, and the ranges of them that are bold.
    fn printable(&mut self, spans: &[Span]) -> (String, Vec<std::ops::Range<usize>>) {
        let mut text = String::new();
        let mut bold = Vec::new();
        for span in spans {
            let (printable, replaced) = self.letters.printable(&span.text);
            self.replaced |= replaced;
            let start = text.len();
            text.push_str(&printable);
            if span.strong && start < text.len() {
                bold.push(start..text.len());
            }
        }
        (text, bold)
    }
}

/// The glyphs of a run; `x` moves to its end.
fn glyphs(run: &parley::Run<'_, ()>, text: &Rc<str>, x: &mut f32) -> Run {
    let size = run.font_size();
    let mut glyphs: Vec<KrillaGlyph> = Vec::new();
    for cluster in run.visual_clusters() {
        if cluster.is_ligature_continuation() {
            if let Some(glyph) = glyphs.last_mut() {
                glyph.text_range.end = cluster.text_range().end;
            }
            continue;
        }
        for glyph in cluster.glyphs() {
            glyphs.push(KrillaGlyph::new(
                GlyphId::new(glyph.id),
                glyph.advance / size,
                glyph.x / size,
                glyph.y / size,
                0.0,
                cluster.text_range(),
                None,
            ));
            *x += glyph.advance;
        }
    }
    Run {
        bold: run.font().data.data() == fonts::BOLD,
        size,
        glyphs,
        text: Rc::clone(text),
    }
}
