//! The shapes of the records in the `knowledge/` folder, as they are written there.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Words of a closed list: kebab-case in the files, the same names as in the crate's types.
macro_rules! words {
    ($($name:ident { $($word:ident),* $(,)? })*) => {$(
        #[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
        #[serde(rename_all = "kebab-case")]
        pub(crate) enum $name { $($word),* }

        impl $crate::code::Code for $name {
            fn code(&self) -> String {
                format!("{}::{self:?}", stringify!($name))
            }
        }
    )*};
}

words! {
    Status { Standing, RetractedAndReplaced }
    Seen { Text, Abstract, Page, Data, Nothing }
    Grade { None, ExpertOpinion, VeryLow, Low, Moderate, High }
    Verified { Unverified, Secondary, Primary }
    Direction { Raises, Lowers, NoEffect, Unclear }
    ActsOn { Nightly, Chronic, Both }
    Derivation { Age, Sex, BodyMassIndex, Pregnancy, Season, Cycle }
    When { Evening, Morning }
    RemedyKind { Acute, Preventive, Prescription }
    Verdict { NotRecommended, UnlikelyToHelp, Uncertain, MayHelp, LikelyHelps }
    Cost { Free, Low, Medium, High }
    Severity { Caution, AskDoctorFirst, Contraindicated }
    Urgency { Routine, Soon, SameDay, Emergency }
    Basis { PublishedNumbers, OwnCalculation, Judgement, Assumption }
    Label { Listed, NotListed }
    Comparison { OnOff, AB }
    Blinding { NotPossible, WithHelp }
    Sides { Both, Each }
    FluidKind { Any, Salty }
    Place { Bed, Sitting, Standing }
}

/// A record that says nothing stands.
impl Default for Status {
    fn default() -> Self {
        Self::Standing
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Prior {
    pub(crate) log_rr_mean: f64,
    pub(crate) log_rr_sd: f64,
    pub(crate) reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Factor {
    pub(crate) id: String,
    pub(crate) name: String,
    /// The name of its file.
    #[serde(default)]
    pub(crate) category: String,
    pub(crate) acts_on: ActsOn,
    pub(crate) popular_claim: bool,
    pub(crate) summary: String,
    #[serde(default)]
    pub(crate) believed: String,
    #[serde(default)]
    pub(crate) found: String,
    pub(crate) direction: Direction,
    pub(crate) grade: Grade,
    pub(crate) prior: Prior,
    pub(crate) weight: f64,
    #[serde(default)]
    pub(crate) weight_reason: String,
    pub(crate) unit: String,
    pub(crate) per: f64,
    pub(crate) reference: f64,
    #[serde(default)]
    pub(crate) unit_reason: String,
    pub(crate) half_life_hours: f64,
    #[serde(default)]
    pub(crate) half_life_reason: String,
    pub(crate) ask: Option<Ask>,
    pub(crate) condition: Option<String>,
    pub(crate) medicines: Option<Vec<String>>,
    pub(crate) derived: Option<Derivation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ask {
    pub(crate) when: When,
    pub(crate) text: String,
    pub(crate) answer: Answer,
    pub(crate) only_with: Option<String>,
    pub(crate) part_of: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Answer {
    /// `yes/no` or `score`.
    Word(String),
    /// Pairs of label and amount.
    Choices(Vec<(String, f64)>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Finding {
    pub(crate) id: String,
    pub(crate) about: String,
    pub(crate) claim: String,
    pub(crate) measure: String,
    #[serde(default)]
    pub(crate) unit: String,
    #[serde(default)]
    pub(crate) outcome: String,
    pub(crate) estimate: Option<f64>,
    pub(crate) ci: Option<(f64, f64)>,
    #[serde(default)]
    pub(crate) comparison: String,
    #[serde(default)]
    pub(crate) population: String,
    pub(crate) design: String,
    pub(crate) n: Option<u32>,
    pub(crate) grade: String,
    pub(crate) direction: String,
    #[serde(default)]
    pub(crate) authors: String,
    pub(crate) year: Option<u16>,
    #[serde(default)]
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) journal: String,
    #[serde(default)]
    pub(crate) doi: String,
    #[serde(default)]
    pub(crate) source_url: String,
    pub(crate) verified: Verified,
    #[serde(default)]
    pub(crate) note: String,
    #[serde(default)]
    pub(crate) checked_on: String,
    pub(crate) seen: Option<Seen>,
    #[serde(default)]
    pub(crate) status: Status,
    #[serde(default)]
    pub(crate) warning: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Remedy {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) kind: RemedyKind,
    pub(crate) popular_claim: bool,
    pub(crate) how_to: Vec<String>,
    pub(crate) schedule: String,
    pub(crate) targets: Vec<String>,
    pub(crate) summary: String,
    pub(crate) verdict: Verdict,
    pub(crate) grade: Grade,
    pub(crate) prior: Prior,
    pub(crate) burden: u8,
    pub(crate) cost: Cost,
    pub(crate) days_until_effect: Option<u16>,
}

/// What makes a rule fire, or for whom a flag is asked.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Conditions {
    pub(crate) r#match: Option<String>,
    pub(crate) always: bool,
    pub(crate) conditions: Vec<String>,
    pub(crate) medicines: Vec<String>,
    pub(crate) symptoms: Vec<String>,
    pub(crate) pregnancy: bool,
    pub(crate) age_min: Option<u32>,
    pub(crate) age_max: Option<u32>,
    pub(crate) medicines_all: Vec<Vec<String>>,
    pub(crate) symptoms_all: Vec<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    pub(crate) id: String,
    pub(crate) when: Conditions,
    pub(crate) blocks: Vec<String>,
    pub(crate) warns: Vec<String>,
    pub(crate) severity: Severity,
    pub(crate) message: String,
    pub(crate) source_url: String,
    pub(crate) verified: Verified,
    #[serde(default)]
    pub(crate) note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Flag {
    pub(crate) id: String,
    pub(crate) ask: String,
    #[serde(default)]
    pub(crate) only_with: Conditions,
    pub(crate) suggests: String,
    pub(crate) urgency: Urgency,
    pub(crate) advice: String,
    pub(crate) source_url: String,
    pub(crate) verified: Verified,
    #[serde(default)]
    pub(crate) note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LookAlike {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) distinguishing: Vec<String>,
    pub(crate) questions: Vec<String>,
    pub(crate) urgency: Urgency,
    #[serde(default)]
    pub(crate) flag: String,
    pub(crate) source_url: String,
    pub(crate) verified: Verified,
    #[serde(default)]
    pub(crate) note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Workup {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) items: Vec<String>,
    pub(crate) source_url: String,
    pub(crate) verified: Verified,
    #[serde(default)]
    pub(crate) note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Check {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) suggested_by: Conditions,
    pub(crate) source_url: String,
    pub(crate) verified: Verified,
    #[serde(default)]
    pub(crate) note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Coding {
    pub(crate) id: String,
    pub(crate) system: String,
    pub(crate) code: String,
    pub(crate) display: String,
    pub(crate) used_for: String,
    pub(crate) caveat: String,
    #[serde(default)]
    pub(crate) factor: String,
    #[serde(default)]
    pub(crate) condition: String,
    pub(crate) read_at: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Intake {
    pub(crate) nutrient: String,
    pub(crate) unit: String,
    pub(crate) authority: String,
    pub(crate) life_stage: String,
    pub(crate) sex: String,
    pub(crate) age_min: Option<f64>,
    pub(crate) age_max: Option<f64>,
    pub(crate) kind: String,
    pub(crate) amount: f64,
    pub(crate) beverage_part: Option<f64>,
    pub(crate) upper_level: Option<f64>,
    pub(crate) upper_level_applies_to: String,
    pub(crate) chronic_disease_risk_reduction: Option<f64>,
    pub(crate) source_url: String,
    pub(crate) verified: Verified,
    #[serde(default)]
    pub(crate) note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Condition {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) group: String,
    #[serde(default)]
    pub(crate) implies: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Medicine {
    pub(crate) rxcui: Option<u32>,
    pub(crate) classes: String,
    #[serde(default)]
    pub(crate) also: String,
    pub(crate) label: Option<Label>,
    #[serde(default)]
    pub(crate) label_source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Datum {
    pub(crate) id: String,
    pub(crate) topic: String,
    pub(crate) claim: String,
    pub(crate) value: Option<f64>,
    #[serde(default)]
    pub(crate) unit: String,
    pub(crate) sd: Option<f64>,
    pub(crate) ci: Option<(f64, f64)>,
    pub(crate) n: Option<u32>,
    #[serde(default)]
    pub(crate) population: String,
    pub(crate) design: String,
    #[serde(default)]
    pub(crate) authors: String,
    pub(crate) year: Option<u16>,
    #[serde(default)]
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) journal: String,
    #[serde(default)]
    pub(crate) doi: String,
    #[serde(default)]
    pub(crate) source_url: String,
    pub(crate) verified: Verified,
    #[serde(default)]
    pub(crate) note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Trial {
    pub(crate) id: String,
    /// Left out only by the template for something of one's own.
    pub(crate) remedy: Option<String>,
    pub(crate) factor: Option<String>,
    pub(crate) name: String,
    pub(crate) question: String,
    pub(crate) comparison: Comparison,
    pub(crate) a_label: String,
    pub(crate) a: String,
    pub(crate) b_label: String,
    pub(crate) b: String,
    pub(crate) days_until_effect: u16,
    pub(crate) washout_days: u16,
    pub(crate) timing_reason: String,
    #[serde(default)]
    pub(crate) timing_finding: String,
    pub(crate) adherence: String,
    pub(crate) blinding: Blinding,
    pub(crate) blinding_note: String,
    pub(crate) burden: u8,
    pub(crate) record: Vec<String>,
    pub(crate) stop: Vec<String>,
}

/// What a day adds to the drinks.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fluid {
    pub(crate) factor: String,
    pub(crate) name: String,
    pub(crate) millilitres: u32,
    #[serde(default)]
    pub(crate) per_gram_of_fibre: u32,
    pub(crate) most: u32,
    pub(crate) drink: FluidKind,
    pub(crate) reason: String,
    pub(crate) source_url: String,
    pub(crate) verified: Verified,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Calibration {
    pub(crate) id: String,
    pub(crate) quantity: String,
    pub(crate) form: String,
    pub(crate) numbers: BTreeMap<String, f64>,
    pub(crate) basis: Basis,
    pub(crate) derivation: String,
    pub(crate) caution: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
pub(crate) struct Row {
    pub(crate) row: u8,
    pub(crate) says: String,
    pub(crate) factors: Vec<String>,
    pub(crate) remedies: Vec<String>,
    pub(crate) flags: Vec<String>,
    pub(crate) outcomes: Vec<String>,
    pub(crate) pages: Vec<String>,
    pub(crate) commands: Vec<String>,
    pub(crate) modules: Vec<String>,
    pub(crate) open: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StretchStep {
    pub(crate) say: String,
    #[serde(default)]
    pub(crate) hold: u16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Stretch {
    pub(crate) id: String,
    pub(crate) muscle: String,
    pub(crate) place: Place,
    pub(crate) picture: String,
    pub(crate) basis: String,
    pub(crate) steps: Vec<StretchStep>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lesson {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) picture: String,
    pub(crate) paragraphs: Vec<String>,
    pub(crate) basis: String,
}

/// One file: any of the kinds of record.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct File {
    pub(crate) factor: Vec<Factor>,
    pub(crate) finding: Vec<Finding>,
    pub(crate) remedy: Vec<Remedy>,
    pub(crate) rule: Vec<Rule>,
    pub(crate) flag: Vec<Flag>,
    pub(crate) lookalike: Vec<LookAlike>,
    pub(crate) instrument: Vec<crate::instruments::Instrument>,
    pub(crate) workup: Vec<Workup>,
    pub(crate) check: Vec<Check>,
    pub(crate) code: Vec<Coding>,
    pub(crate) intake: Vec<Intake>,
    pub(crate) condition: Vec<Condition>,
    pub(crate) lab: Vec<crate::labs::Lab>,
    pub(crate) medicine: BTreeMap<String, Medicine>,
    /// Plain names of medicine classes by id.
    pub(crate) class: BTreeMap<String, String>,
    pub(crate) datum: Vec<Datum>,
    pub(crate) calibration: Vec<Calibration>,
    pub(crate) row: Vec<Row>,
    pub(crate) trial: Vec<Trial>,
    pub(crate) fluid: Vec<Fluid>,
    pub(crate) conversion: Vec<crate::conversions::Conversion>,
    pub(crate) routine: Vec<crate::routines::Routine>,
    pub(crate) stretch: Vec<Stretch>,
    pub(crate) lesson: Vec<Lesson>,
    /// Ids of the foods that are offered to close a gap.
    pub(crate) offer: Vec<String>,
    pub(crate) leave_out: Vec<crate::menu::LeaveOut>,
    pub(crate) leave_as_it_is: Vec<crate::menu::LeaveAsItIs>,
}
