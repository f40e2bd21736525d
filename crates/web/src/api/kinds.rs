//! What can be told, described for readers of the API. The written form itself reads it (`diary::written`), and takes the
//! kinds that came later, too.

use utoipa::ToSchema;

use super::cramp_names::{HelpedName, MuscleName, PositionName, SideName};

/// What is told: the kinds a device needs most. Facts about the person and events of trials are told in the same way; their
/// fields stand at the types of the crate `diary`. Absent fields were not answered.
#[derive(ToSchema)]
#[schema(rename_all = "kebab-case")]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[expect(dead_code, reason = "described to readers of the API, never made")]
pub(super) enum BodyKinds {
    /// A cramp that struck at the entry's time.
    Cramp {
        side: Option<SideName>,
        muscle: Option<MuscleName>,
        /// Worst pain, 0 to 10.
        #[schema(minimum = 0, maximum = 10)]
        pain: Option<u8>,
        /// How the person was when it struck.
        position: Option<PositionName>,
        /// Whether the toes pointed away from the shin when it struck.
        toes_pointed: Option<bool>,
        /// Whether the blankets lay heavy on the feet, or were tucked in tight.
        bedding_heavy: Option<bool>,
        /// What made it let go; `nothing` stands alone.
        #[schema(required = false)]
        helped: Vec<HelpedName>,
        /// Soreness of the muscle once it had let go, 0 to 10.
        #[schema(minimum = 0, maximum = 10)]
        soreness: Option<u8>,
        /// When it let go, not before it began.
        #[schema(format = DateTime)]
        ended: Option<String>,
        /// The person's own words.
        #[schema(max_length = 4000)]
        note: Option<String>,
    },
    /// The morning's answer about one night.
    Morning {
        /// Date of the night's evening.
        #[schema(format = Date, example = "2026-05-02")]
        night: String,
        /// 0 is an answer.
        #[schema(minimum = 0, maximum = 99)]
        cramps: Option<u8>,
        #[schema(minimum = 0, maximum = 1440)]
        minutes: Option<u16>,
        #[schema(minimum = 0, maximum = 10)]
        pain: Option<u8>,
        #[schema(minimum = 0, maximum = 10)]
        sleep_lost: Option<u8>,
        #[schema(minimum = 0, maximum = 10)]
        soreness: Option<u8>,
        #[schema(minimum = 0, maximum = 10)]
        tiredness: Option<u8>,
        #[schema(max_length = 4000)]
        note: Option<String>,
    },
    /// How much of a factor there was on a day.
    Exposure {
        /// The day before the night of the same date.
        #[schema(format = Date, example = "2026-05-02")]
        day: String,
        /// Id of the factor, such as `alcohol`.
        #[schema(pattern = "^[a-z0-9-]{1,64}$", example = "alcohol")]
        factor: String,
        answer: AnswerKinds,
    },
}

/// Yes or no, or an amount in the factor's unit.
#[derive(ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "described to readers of the API, never made")]
pub(super) enum AnswerKinds {
    YesNo(bool),
    /// From 0 to 1,000,000.
    Amount(f64),
}
