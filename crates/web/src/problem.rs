//! What can go wrong with a request, each with a status and sentences that say what to do.

use axum::http::StatusCode;
use desk::DeskError;

/// Why a request got no ordinary answer.
#[derive(Debug)]
pub(crate) enum Problem {
    /// No such page, night or entry.
    NotFound,
    /// The address is there, but not for this method.
    WrongMethod,
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
    /// The form's token is of an earlier login.
    Expired,
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
    /// The diary failed before somebody was let in: strangers are not told how, nor where it lies.
    Closed,
    /// A fault of ours.
    Ours,
}

impl From<DeskError> for Problem {
    fn from(error: DeskError) -> Self {
        Self::Desk(error)
    }
}

impl Problem {
    /// What somebody who was not let in yet is told of a failure; the log has the rest.
    pub(crate) fn at_the_door(error: DeskError) -> Self {
        tracing::error!("{error}");
        Self::Closed
    }

    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::NotFound | Self::OldCode => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::Unclear(_) => StatusCode::BAD_REQUEST,
            Self::TooLarge | Self::FileTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Foreign | Self::Expired | Self::OnlyCramps | Self::Unlocked => {
                StatusCode::FORBIDDEN
            }
            Self::WrongHost => StatusCode::MISDIRECTED_REQUEST,
            Self::Desk(DeskError::NotThere(_)) => StatusCode::NOT_FOUND,
            Self::Desk(error) if error.is_bad_input() => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Desk(_) | Self::Closed => StatusCode::SERVICE_UNAVAILABLE,
            Self::Ours => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    pub(crate) fn title(&self) -> &'static str {
        match self {
            Self::NotFound | Self::WrongMethod | Self::Desk(DeskError::NotThere(_)) => {
                crate::word("problem-not-here")
            }
            Self::Unclear(_) => crate::word("problem-unclear"),
            Self::TooLarge | Self::FileTooLarge => crate::word("problem-large"),
            Self::TooSlow => crate::word("problem-slow"),
            Self::Foreign => crate::word("problem-foreign"),
            Self::Expired => crate::word("problem-expired"),
            Self::OnlyCramps => crate::word("problem-cramps-only"),
            Self::OldCode => crate::word("problem-code"),
            Self::Unlocked => crate::word("problem-unlocked"),
            Self::WrongHost => crate::word("problem-address"),
            Self::Desk(_) => crate::word("problem-desk"),
            Self::Closed => crate::word("problem-closed"),
            Self::Ours => crate::word("problem-ours"),
        }
    }

    pub(crate) fn sentence(&self) -> String {
        match self {
            Self::NotFound | Self::WrongMethod => crate::word("problem-nothing-there").to_owned(),
            Self::Unclear(sentence) => sentence.clone(),
            Self::TooLarge => crate::word("problem-too-long").to_owned(),
            Self::FileTooLarge => crate::say("problem-file-large")
                .with("count", crate::import::MOST_BYTES >> 30)
                .plain(),
            Self::TooSlow => crate::word("problem-not-in-time").to_owned(),
            Self::Foreign => crate::word("problem-other-site").to_owned(),
            Self::Expired => crate::word("problem-not-saved").to_owned(),
            Self::OldCode => crate::word("problem-one-phone").to_owned(),
            Self::OnlyCramps => crate::word("problem-paired-for").to_owned(),
            Self::Unlocked => crate::word("problem-proxy").to_owned(),
            Self::WrongHost => crate::word("problem-only-under").to_owned(),
            Self::Desk(error) => crate::spoken(error.sentence()).plain(),
            Self::Closed => crate::word("problem-out-of-reach").to_owned(),
            Self::Ours => crate::word("problem-fault").to_owned(),
        }
    }

    pub(crate) fn advice(&self) -> &'static str {
        match self {
            Self::NotFound | Self::WrongMethod | Self::Desk(DeskError::NotThere(_)) => {
                crate::word("advice-taken-back")
            }
            Self::Unclear(_) | Self::TooSlow | Self::Expired => crate::word("advice-once-more"),
            Self::TooLarge => crate::word("advice-shorter"),
            Self::OldCode => crate::word("advice-new-code"),
            Self::OnlyCramps => crate::word("advice-cramp-now"),
            Self::Unlocked => crate::word("advice-passphrase"),
            Self::FileTooLarge => crate::word("advice-smaller"),
            Self::Foreign => crate::word("advice-open-soleus"),
            Self::WrongHost => crate::word("advice-local"),
            Self::Closed => crate::word("advice-check"),
            Self::Desk(_) | Self::Ours => crate::word("advice-moment"),
        }
    }
}
