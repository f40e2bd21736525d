//! What page is asked for: the time, the name to print, the details, the paper.

use ::report::{Depth, Options};
use axum::http::Method;
use insight::Span;
use insight::summary::USUAL_WEEKS;
use report_pdf::Paper;

use crate::form::Fields;
use crate::problem::Problem;

/// The times that can be chosen: value in the form, the key of its name.
pub(super) const TIMES: [(&str, &str); 5] = [
    ("4", "report-4-weeks"),
    ("12", "report-12-weeks"),
    ("26", "report-half-year"),
    ("52", "report-year"),
    ("all", "report-all"),
];

/// What was asked for.
pub(super) struct Wish {
    pub(super) span: Span,
    pub(super) name: Option<String>,
    pub(super) depth: Depth,
    pub(super) paper: Paper,
}

impl Wish {
    /// Reads a form, or the address of a link. A name is taken from a form only: it must not stand in an address.
    pub(super) fn of(method: &Method, fields: &Fields) -> Result<Self, Problem> {
        let span = match fields.get("time") {
            "" => Span::default(),
            "all" => Span::All,
            weeks => match weeks.parse::<u16>() {
                Ok(weeks @ 1..=1040) => Span::Weeks(weeks),
                _ => {
                    return Err(Problem::Unclear(
                        crate::word("report-time-wrong").to_owned(),
                    ));
                }
            },
        };
        let typed = if method == Method::POST {
            fields.get("name")
        } else {
            ""
        };
        Ok(Self {
            span,
            name: ::report::clean::name(typed),
            depth: if fields.has("details") {
                Depth::WithDetails
            } else {
                Depth::OnePage
            },
            paper: match fields.get("paper") {
                "letter" => Paper::Letter,
                _ => Paper::A4,
            },
        })
    }

    pub(super) fn options(&self, made_up: bool) -> Options {
        Options {
            name: self.name.clone(),
            depth: self.depth,
            made_up,
            language: crate::language(),
        }
    }

    /// The value of the chosen time in the form.
    pub(super) fn time(&self) -> String {
        match self.span {
            Span::All => "all".to_owned(),
            Span::Weeks(weeks) => weeks.to_string(),
            Span::Between(..) => USUAL_WEEKS.to_string(),
        }
    }
}
