//! The page that a problem is answered with. Whoever may see the diary gets it in the frame of its other pages, with the red flags.

use axum::Extension;
use axum::extract::{Request, State};
use axum::http::header;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::assets;
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::Shared;

/// What the page says. It rides on the answer until somebody knows who asked.
#[derive(Clone)]
struct Apology {
    title: &'static str,
    sentence: String,
    advice: &'static str,
}

#[derive(askama::Template)]
#[template(path = "problem.html")]
struct Page {
    frame: Frame,
    apology: Apology,
}

/// Under a name that is not ours, or through a proxy, no other page opens either: this one leads nowhere.
#[derive(askama::Template)]
#[template(path = "refused.html")]
struct Refused {
    apology: Apology,
    stylesheet: String,
    icon: String,
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        self.write_down();
        let apology = Apology {
            title: self.title(),
            sentence: self.sentence(),
            advice: self.advice(),
        };
        if matches!(self, Self::WrongHost | Self::Unlocked) {
            let page = render(&Refused {
                apology,
                stylesheet: assets::stylesheet(),
                icon: assets::icon(),
            });
            return (self.status(), page).into_response();
        }
        let page = render(&Page {
            frame: Frame::plain(apology.title, Tab::None),
            apology: apology.clone(),
        });
        (self.status(), Extension(apology), page).into_response()
    }
}

impl Problem {
    /// The one place where a failure is written down: the message says what failed, never what was told.
    pub(crate) fn write_down(&self) {
        match self {
            Self::Desk(error) if !error.is_bad_input() => tracing::error!("{error}"),
            Self::Foreign | Self::Expired | Self::WrongHost | Self::OnlyCramps => {
                tracing::warn!(why = ?self, "refused");
            }
            _ => {}
        }
    }
}

/// Answers a request, a problem in the frame of whoever asked.
pub(crate) async fn in_a_frame(
    State(app): State<Shared>,
    request: Request,
    next: Next,
) -> Response {
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let answer = next.run(Request::from_parts(parts, body)).await;
    framed(&app, &asked, answer).await
}

/// The answer to what was asked; the page of a problem in the frame of whoever asked.
pub(crate) async fn framed(app: &Shared, asked: &Parts, mut answer: Response) -> Response {
    let Some(apology) = answer.extensions_mut().remove::<Apology>() else {
        return answer;
    };
    let look = Look::despite_faults(asked, app).await;
    let page = render(&Page {
        frame: look.frame(apology.title, Tab::None),
        apology,
    });
    // It is longer now.
    answer.headers_mut().remove(header::CONTENT_LENGTH);
    *answer.body_mut() = page.into_body();
    answer
}
