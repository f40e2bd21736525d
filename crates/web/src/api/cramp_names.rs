//! The names of a cramp's choices, described for readers of the API. The diary's own types read them.

use utoipa::ToSchema;

/// Which leg.
#[derive(ToSchema)]
#[schema(rename_all = "kebab-case")]
#[expect(dead_code, reason = "described to readers of the API, never made")]
pub(super) enum SideName {
    Left,
    Right,
    Both,
}

/// Which muscle.
#[derive(ToSchema)]
#[schema(rename_all = "kebab-case")]
#[expect(dead_code, reason = "described to readers of the API, never made")]
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
#[derive(ToSchema)]
#[schema(rename_all = "kebab-case")]
#[expect(dead_code, reason = "described to readers of the API, never made")]
pub(super) enum PositionName {
    OnBack,
    OnSide,
    OnFront,
    Sitting,
    Standing,
    Moving,
}

/// What made a cramp let go.
#[derive(ToSchema)]
#[schema(rename_all = "kebab-case")]
#[expect(dead_code, reason = "described to readers of the API, never made")]
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
