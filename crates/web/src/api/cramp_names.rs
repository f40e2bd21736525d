//! The names of a cramp's choices in the API, described for its readers.

use diary::entry::{Helped, Muscle, Position, Side};
use serde::Deserialize;
use utoipa::ToSchema;

/// Which leg.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum SideName {
    Left,
    Right,
    Both,
}

/// Which muscle.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum MuscleName {
    Calf,
    Foot,
    Toes,
    FrontThigh,
    BackThigh,
    /// Hand or arm.
    Arm,
    Elsewhere,
}

/// How somebody lies, sits or stands.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum PositionName {
    OnBack,
    OnSide,
    OnFront,
    Sitting,
    Standing,
    Moving,
}

/// What made a cramp let go.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum HelpedName {
    Stretching,
    Walking,
    Massage,
    Warmth,
    Cold,
    AnotherPosition,
    Drinking,
    /// It let go by itself: stands alone.
    Nothing,
}

impl From<SideName> for Side {
    fn from(side: SideName) -> Self {
        match side {
            SideName::Left => Self::Left,
            SideName::Right => Self::Right,
            SideName::Both => Self::Both,
        }
    }
}

impl From<MuscleName> for Muscle {
    fn from(muscle: MuscleName) -> Self {
        match muscle {
            MuscleName::Calf => Self::Calf,
            MuscleName::Foot => Self::Foot,
            MuscleName::Toes => Self::Toes,
            MuscleName::FrontThigh => Self::FrontThigh,
            MuscleName::BackThigh => Self::BackThigh,
            MuscleName::Arm => Self::Arm,
            MuscleName::Elsewhere => Self::Elsewhere,
        }
    }
}

impl From<PositionName> for Position {
    fn from(position: PositionName) -> Self {
        match position {
            PositionName::OnBack => Self::OnBack,
            PositionName::OnSide => Self::OnSide,
            PositionName::OnFront => Self::OnFront,
            PositionName::Sitting => Self::Sitting,
            PositionName::Standing => Self::Standing,
            PositionName::Moving => Self::Moving,
        }
    }
}

impl From<HelpedName> for Helped {
    fn from(helped: HelpedName) -> Self {
        match helped {
            HelpedName::Stretching => Self::Stretching,
            HelpedName::Walking => Self::Walking,
            HelpedName::Massage => Self::Massage,
            HelpedName::Warmth => Self::Warmth,
            HelpedName::Cold => Self::Cold,
            HelpedName::AnotherPosition => Self::AnotherPosition,
            HelpedName::Drinking => Self::Drinking,
            HelpedName::Nothing => Self::Nothing,
        }
    }
}
