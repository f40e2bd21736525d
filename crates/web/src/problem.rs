//! What can go wrong with a request, each with a status and sentences that say what to do.

use axum::http::StatusCode;
use desk::DeskError;

/// Why a request got no ordinary answer.
#[derive(Debug)]
pub(crate) enum Problem {
    /// No such page, night or entry.
    NotFound,
    /// The address or the form does not make sense; the sentence says what.
    Unclear(String),
    /// The form is larger than any honest form.
    TooLarge,
    /// The file is larger than any that is read.
    FileTooLarge,
    /// The form did not arrive whole in time.
    TooSlow,
    /// The form came from another site.
    Foreign,
    /// The phone may only log cramps.
    OnlyCramps,
    /// A code for pairing that was used or is too old.
    OldCode,
    /// A proxy passed it on, and no passphrase is set.
    Unlocked,
    /// The request names a host that is not this one.
    WrongHost,
    /// The diary refused or failed.
    Desk(DeskError),
    /// A fault of ours.
    Ours,
}

impl From<DeskError> for Problem {
    fn from(error: DeskError) -> Self {
        Self::Desk(error)
    }
}

impl Problem {
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::NotFound | Self::OldCode => StatusCode::NOT_FOUND,
            Self::Unclear(_) => StatusCode::BAD_REQUEST,
            Self::TooLarge | Self::FileTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Foreign | Self::OnlyCramps | Self::Unlocked => StatusCode::FORBIDDEN,
            Self::WrongHost => StatusCode::MISDIRECTED_REQUEST,
            Self::Desk(DeskError::NotThere(_)) => StatusCode::NOT_FOUND,
            Self::Desk(error) if error.is_bad_input() => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Desk(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Ours => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    pub(crate) fn title(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Desk(DeskError::NotThere(_)) => "Not here",
            Self::Unclear(_) => "We could not read that",
            Self::TooLarge | Self::FileTooLarge => "Too much at once",
            Self::TooSlow => "Too slow",
            Self::Foreign => "Refused, to protect your diary",
            Self::OnlyCramps => "Not on this phone",
            Self::OldCode => "This code is used up",
            Self::Unlocked => "No passphrase yet",
            Self::WrongHost => "Wrong address",
            Self::Desk(_) => "The diary did not take it",
            Self::Ours => "Something broke",
        }
    }

    pub(crate) fn sentence(&self) -> String {
        match self {
            Self::NotFound => "There is nothing at this address.".to_owned(),
            Self::Unclear(sentence) => sentence.clone(),
            Self::TooLarge => {
                "What was sent is longer than a form can be. Nothing was stored.".to_owned()
            }
            Self::FileTooLarge => format!(
                "The file is larger than {} GB. It was not kept. Nothing was changed.",
                crate::import::MOST_BYTES >> 30
            ),
            Self::TooSlow => "The form did not arrive in time. Nothing was stored.".to_owned(),
            Self::Foreign => "This came from another website, so nothing was stored.".to_owned(),
            Self::OldCode => "A code pairs one phone, within ten minutes.".to_owned(),
            Self::OnlyCramps => {
                "This phone was paired to log cramps only. It shows nothing else.".to_owned()
            }
            Self::Unlocked => {
                "This came through a proxy, and the diary has no passphrase: anybody could read it."
                    .to_owned()
            }
            Self::WrongHost => {
                "Soleus answers only under the address it printed when it started.".to_owned()
            }
            Self::Desk(error) => error.to_string(),
            Self::Ours => "This is a fault in Soleus. What you stored before is safe.".to_owned(),
        }
    }

    pub(crate) fn advice(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Desk(DeskError::NotThere(_)) => {
                "It may have been taken back. Your other entries are unchanged."
            }
            Self::Unclear(_) | Self::TooSlow => "Go back, and try once more.",
            Self::TooLarge => "Go back, and make the note shorter: up to 4,000 characters fit.",
            Self::OldCode => "On the page Devices make a new one, and scan it.",
            Self::OnlyCramps => "To log a cramp, open Cramp now.",
            Self::Unlocked => {
                "On the computer where Soleus runs, set one: type soleus passphrase, then start Soleus again."
            }
            Self::FileTooLarge => {
                "Export a shorter time from the other program, or pack the file as a zip."
            }
            Self::Foreign => "Open Soleus itself and enter it there.",
            Self::WrongHost => {
                "Open it as http://127.0.0.1 or http://localhost, with the same number after the colon."
            }
            Self::Desk(_) | Self::Ours => {
                "Go back: your browser still has what you typed. Try again in a moment."
            }
        }
    }
}
