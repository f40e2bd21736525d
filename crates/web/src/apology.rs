//! The page that a problem is answered with.

use axum::response::{IntoResponse, Response};

use crate::page::{Frame, Tab, render};
use crate::problem::Problem;

#[derive(askama::Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    frame: Frame,
    sentence: String,
    advice: &'static str,
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        if let Self::Desk(error) = &self
            && !error.is_bad_input()
        {
            // The one place where a failure is written down: the message says what failed, never what was told.
            tracing::error!("{error}");
        }
        if matches!(
            self,
            Self::Foreign | Self::Expired | Self::WrongHost | Self::OnlyCramps
        ) {
            tracing::warn!(why = ?self, "refused");
        }
        let page = ProblemPage {
            frame: Frame::plain(self.title(), Tab::None),
            sentence: self.sentence(),
            advice: self.advice(),
        };
        (self.status(), render(&page)).into_response()
    }
}
