//! A cramp as the person told it: where it was, how it felt, how they lay when it struck, and what made it let go.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::measure::{Score, Text};

/// A cramp; every detail is optional.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Cramp {
    /// Which leg.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// Which muscle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub muscle: Option<Muscle>,
    /// Worst pain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pain: Option<Score>,
    /// How the person lay, sat or stood when it struck.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
    /// Whether the toes pointed away from the shin when it struck.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub toes_pointed: Option<bool>,
    /// Whether the blankets lay heavy on the feet, or were tucked in tight.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bedding_heavy: Option<bool>,
    /// What made it let go; empty when nobody said.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub helped: BTreeSet<Helped>,
    /// Soreness of the muscle once it had let go.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub soreness: Option<Score>,
    /// When it let go, not before the entry's moment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Timestamp>,
    /// The person's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Left, right or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Side {
    Left,
    Right,
    Both,
}

/// The muscle that knotted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Muscle {
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Position {
    OnBack,
    OnSide,
    OnFront,
    Sitting,
    Standing,
    Moving,
}

/// Something that made a cramp let go, in the person's own judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Helped {
    Stretching,
    /// Standing on the leg or walking about.
    Walking,
    Massage,
    Warmth,
    Cold,
    AnotherPosition,
    Drinking,
    /// Nothing did: it let go by itself. Stands alone.
    Nothing,
}
