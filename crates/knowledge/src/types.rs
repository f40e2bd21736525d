//! The shapes of what is known. Every record is `'static`: written into the program when it is built.

/// How well something is known to be true. Ordered from weakest to strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Grade {
    None,
    ExpertOpinion,
    VeryLow,
    Low,
    Moderate,
    High,
}

impl Grade {
    /// The name by which a sentence of the catalogue chooses its words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::ExpertOpinion => "opinion",
            Self::VeryLow => "very-low",
            Self::Low => "low",
            Self::Moderate => "moderate",
            Self::High => "high",
        }
    }
}

/// How a record's source was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verified {
    /// General knowledge; carries no numbers.
    Unverified,
    /// Read in a page that quotes the source.
    Secondary,
    /// Read in the source.
    Primary,
}

/// Which way a factor or finding points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Direction {
    Raises,
    Lowers,
    NoEffect,
    Unclear,
}

/// Whether a factor works from night to night, in the background, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ActsOn {
    Nightly,
    Chronic,
    Both,
}

/// Our judgement about an effect on the natural logarithm of the rate of cramps (not a published number).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prior {
    /// Mean of the log rate ratio over all people, also those it does not touch.
    pub log_rr_mean: f64,
    /// Its standard deviation.
    pub log_rr_sd: f64,
    /// Why.
    pub reason: &'static str,
}

/// Something that may raise or lower the rate of cramps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factor {
    /// Identity, used in the log, in files and in addresses.
    pub id: &'static str,
    /// Name for people.
    pub name: &'static str,
    /// Group for browsing, such as `fluid-electrolyte`.
    pub category: &'static str,
    /// When it works.
    pub acts_on: ActsOn,
    /// Named as a cause by the popular articles that the project started from.
    pub popular_claim: bool,
    /// What is known, in a few plain sentences.
    pub summary: &'static str,
    /// Where popular belief and evidence disagree: one sentence each; else empty.
    pub believed: &'static str,
    /// What studies found instead; empty where they do not disagree.
    pub found: &'static str,
    /// Overall reading of the evidence.
    pub direction: Direction,
    /// Certainty that it affects how often night cramps happen.
    pub grade: Grade,
    /// Effect per `per` units above `reference`.
    pub prior: Prior,
    /// Probability that it matters for a given person (our judgement, by grade unless there is a reason).
    pub weight: f64,
    /// Why the weight is not the one of its grade; empty when it is.
    pub weight_reason: &'static str,
    /// What is counted: `yes/no`, `drink`, `hour`, `minute`, `score`, `decade` ...
    pub unit: &'static str,
    /// The number of units the prior's log rate ratio is for (1 for yes/no).
    pub per: f64,
    /// The value that stands for “without it”.
    pub reference: f64,
    /// Why this unit, amount and direction; empty when they go without saying.
    pub unit_reason: &'static str,
    /// Hours after which half of an exposure's effect is left; 0 when it works for one night only.
    pub half_life_hours: f64,
    /// Why there is a half-life; empty when there is none.
    pub half_life_reason: &'static str,
    /// How its value is learned.
    pub learned: Learned,
}

/// How a factor's value is learned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Learned {
    /// Asked in the check-in.
    Asked(Question),
    /// Follows from a condition in the profile.
    Condition(&'static str),
    /// Follows from the medicines in the profile: taking any of these classes or ingredients.
    Medicines(&'static [&'static str]),
    /// Follows from something else we know.
    Derived(Derivation),
}

/// What a factor is worked out from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Derivation {
    /// Decades above 40, from the year of birth.
    Age,
    /// Female sex.
    Sex,
    /// Body mass index in steps of 5 kg/m2 above 25.
    BodyMassIndex,
    /// Pregnant, from the profile.
    Pregnancy,
    /// Day of the year and hemisphere.
    Season,
    /// The week before bleeding, from the days of factor `cycle-bleeding`.
    Cycle,
}

/// A question of the check-in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Question {
    /// The question as asked.
    pub text: &'static str,
    /// When it is asked: about the day that ends, in the evening; or about the night, in the morning.
    pub when: When,
    /// What can be answered.
    pub answer: AnswerKind,
    /// Who is asked.
    pub who: Who,
    /// The factor of whose amount this is a part: none of the whole is none of the part, and who never has any of the whole
    /// is not asked. Empty for most.
    pub part_of: &'static str,
}

/// When a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum When {
    Evening,
    Morning,
}

/// Who is asked a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Everybody.
    Everybody,
    /// Those whose profile holds this condition (or pregnancy-free cycle, id `menstruates`).
    With(&'static str),
}

/// What can be answered to a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum AnswerKind {
    /// Yes or no.
    YesNo,
    /// From 0 (not at all) to 10 (as strong as can be).
    Score,
    /// An amount in the factor's unit, by quick choices of label and value.
    Amount(&'static [(&'static str, f64)]),
}

/// A published result about a factor or a remedy.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names are those of the evidence records")]
pub struct Finding {
    pub id: &'static str,
    /// The factor or remedy it is about.
    pub about: &'static str,
    pub claim: &'static str,
    pub measure: &'static str,
    pub unit: &'static str,
    pub outcome: &'static str,
    pub estimate: Option<f64>,
    pub ci: Option<(f64, f64)>,
    pub comparison: &'static str,
    pub population: &'static str,
    pub design: &'static str,
    pub n: Option<u32>,
    pub grade: Grade,
    /// The grade in the record's own words where they are not one of ours; else empty.
    pub graded_as: &'static str,
    pub direction: Direction,
    /// The record's own word for its result: `raises`, `no-effect`; about remedies `benefit`, `no-difference`, `mixed`,
    /// `none`, `association-risk`, or `harm` (by the remedy itself, not more cramps).
    pub result: &'static str,
    pub authors: &'static str,
    pub year: Option<u16>,
    pub title: &'static str,
    pub journal: &'static str,
    pub doi: &'static str,
    pub source_url: &'static str,
    pub verified: Verified,
    pub note: &'static str,
    /// When the record was last compared with its source; nothing when never since it was written down.
    pub compared: Option<Compared>,
    /// What became of the publication.
    pub status: Status,
    /// What must be known before the number is believed; empty when nothing special.
    pub warning: &'static str,
}

/// A comparison of a record with its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The day, as YYYY-MM-DD.
    pub on: &'static str,
    /// What could be read on that day.
    pub seen: Seen,
}

/// What of a source could be read when a record was compared with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// The passage in the paper itself.
    Text,
    /// Its abstract.
    Abstract,
    /// A page of a publisher, a health service or a university.
    Page,
    /// The data that this project computed it from.
    Data,
    /// Nothing: it was looked for and could not be opened, so the record is as it was written down.
    Nothing,
}

/// What became of a publication after it appeared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It stands as far as we know: nobody has told otherwise.
    Standing,
    /// It was retracted and replaced by a corrected version: the numbers may have changed.
    RetractedAndReplaced,
}

/// Something one can do.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Remedy {
    pub id: &'static str,
    pub name: &'static str,
    pub kind: RemedyKind,
    /// Recommended by the popular articles that the project started from.
    pub popular_claim: bool,
    pub how_to: &'static [&'static str],
    pub schedule: &'static str,
    /// Factor ids it is aimed at.
    pub targets: &'static [&'static str],
    pub summary: &'static str,
    pub verdict: Verdict,
    pub grade: Grade,
    /// Effect on the log of cramps per night (our judgement).
    pub prior: Prior,
    /// Effort from 1 (none to speak of) to 5.
    pub burden: u8,
    pub cost: Cost,
    pub days_until_effect: Option<u16>,
}

/// When a remedy is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum RemedyKind {
    Acute,
    Preventive,
    Prescription,
}

/// Overall reading of a remedy's evidence. Ordered from worst to best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Verdict {
    NotRecommended,
    UnlikelyToHelp,
    Uncertain,
    MayHelp,
    LikelyHelps,
}

/// What a remedy costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Cost {
    Free,
    Low,
    Medium,
    High,
}

/// A rule that blocks remedies or warns about them.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Rule {
    pub id: &'static str,
    pub fires: Fires,
    /// Remedy ids that must not be suggested when the rule fires.
    pub blocks: &'static [&'static str],
    /// Remedy ids that are shown only together with the message.
    pub warns: &'static [&'static str],
    pub severity: Severity,
    pub message: &'static str,
    pub source_url: &'static str,
    pub verified: Verified,
    pub note: &'static str,
}

/// When a rule fires.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fires {
    /// For everybody.
    Always,
    /// When any of these holds.
    Any(&'static [Trigger]),
    /// When in each of these groups at least one holds.
    All(&'static [&'static [Trigger]]),
}

/// One thing that can make a rule fire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// A condition id.
    Condition(&'static str),
    /// A medicine class, or an ingredient alone or in a combination.
    Medicine(&'static str),
    /// A red flag answered yes and not yet seen by a professional.
    Symptom(&'static str),
    /// Pregnant now.
    Pregnant,
    /// At least this many years old.
    AgeAtLeast(u32),
    /// At most this many years old.
    AgeAtMost(u32),
}

/// How strict a rule is. Ordered from mildest to strictest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Severity {
    Caution,
    AskDoctorFirst,
    Contraindicated,
}

/// How soon a professional is needed. Ordered from least to most urgent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Urgency {
    Routine,
    Soon,
    SameDay,
    Emergency,
}

/// A red flag: an answer that needs a professional.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Flag {
    pub id: &'static str,
    pub ask: &'static str,
    pub suggests: &'static str,
    pub urgency: Urgency,
    pub advice: &'static str,
    /// Asked only of people for whom one of these holds or is unknown; empty: everybody.
    pub only_with: &'static [Trigger],
    pub source_url: &'static str,
    pub verified: Verified,
    pub note: &'static str,
}

/// A condition that is mistaken for night cramps.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct LookAlike {
    pub id: &'static str,
    pub name: &'static str,
    pub distinguishing: &'static [&'static str],
    pub questions: &'static [&'static str],
    pub urgency: Urgency,
    /// The red flag that is raised when all its questions are answered yes; empty when there is none.
    pub flag: &'static str,
    pub source_url: &'static str,
    pub verified: Verified,
    pub note: &'static str,
}

/// How the body does something: what a reader needs to understand the factors.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lesson {
    /// Its id.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// The drawing that shows it; empty when there is none.
    pub picture: &'static str,
    /// The text; it holds no figures.
    pub paragraphs: &'static [&'static str],
    /// What it stands on.
    pub basis: &'static str,
}

/// What to do with a muscle that has knotted, for where the person is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// Its muscle and its place.
    pub id: &'static str,
    /// A muscle of a cramp entry, or `elsewhere`.
    pub muscle: &'static str,
    /// Where the person is.
    pub place: Place,
    /// The drawing that shows it; empty when there is none.
    pub picture: &'static str,
    /// Where the instruction comes from.
    pub basis: &'static str,
    /// One instruction at a time.
    pub steps: &'static [StretchStep],
}

/// One instruction of a stretch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StretchStep {
    /// The instruction.
    pub say: &'static str,
    /// How long to hold, in seconds (our judgement); 0 when there is nothing to hold.
    pub hold: u16,
}

/// Where somebody is whose muscle knots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Place {
    Bed,
    Sitting,
    Standing,
}

/// A published questionnaire.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Instrument {
    pub id: &'static str,
    pub name: &'static str,
    pub purpose: &'static str,
    pub items: &'static [Item],
    pub scoring: &'static str,
    /// What the sum of points means: the first that applies.
    pub interpretation: &'static [Interpretation],
    pub source_url: &'static str,
    pub verified: Verified,
    pub note: &'static str,
}

/// One item of a questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Item {
    pub id: &'static str,
    pub text: &'static str,
    pub choices: &'static [Choice],
}

/// An answer that can be chosen, and what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Choice {
    pub id: &'static str,
    pub label: &'static str,
    pub points: i8,
}

/// What a result of a questionnaire means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interpretation {
    /// The rule in words, as it is shown.
    pub rule: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// Fewest points; `None` for every other result.
    pub at_least: Option<i8>,
    /// Answers that must be chosen too: item and choice.
    pub with: &'static [(&'static str, &'static str)],
    /// The red flag that the result raises; empty when it raises none.
    pub raises: &'static str,
}

/// What a medical visit may cover.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Workup {
    pub id: &'static str,
    pub name: &'static str,
    pub items: &'static [&'static str],
    pub source_url: &'static str,
    pub verified: Verified,
    pub note: &'static str,
}

/// A test or examination that a doctor may consider, and what in a diary suggests it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Check {
    pub id: &'static str,
    pub name: &'static str,
    /// Any one that holds suggests it (our judgement).
    pub suggested_by: &'static [Trigger],
    pub source_url: &'static str,
    pub verified: Verified,
    pub note: &'static str,
}

/// A code of a public code system, for exported records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coding {
    /// Our name for it.
    pub id: &'static str,
    /// The code system's address.
    pub system: &'static str,
    /// The code.
    pub code: &'static str,
    /// Its text in the code system.
    pub display: &'static str,
    /// What we use it for.
    pub used_for: &'static str,
    /// Where it fits only roughly.
    pub caveat: &'static str,
    /// The exposure it is for; empty when it is for none.
    pub factor: &'static str,
    /// The condition it is for; empty when it is for none.
    pub condition: &'static str,
    /// The public file in which it was seen.
    pub read_at: &'static str,
}

/// A daily reference intake of healthy people.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names are those of the evidence records")]
pub struct Intake {
    pub nutrient: &'static str,
    pub unit: &'static str,
    pub authority: &'static str,
    pub life_stage: &'static str,
    pub sex: &'static str,
    /// Youngest age in years, inclusive.
    pub age_min: Option<f64>,
    /// Oldest age in years, exclusive.
    pub age_max: Option<f64>,
    pub kind: &'static str,
    pub amount: f64,
    pub beverage_part: Option<f64>,
    pub upper_level: Option<f64>,
    pub upper_level_applies_to: &'static str,
    pub chronic_disease_risk_reduction: Option<f64>,
    pub source_url: &'static str,
    pub verified: Verified,
    pub note: &'static str,
}

/// A condition that rules or factors ask about, with the words people see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Condition {
    pub id: &'static str,
    pub name: &'static str,
    /// Group under which it is asked, such as `heart and circulation`.
    pub group: &'static str,
    /// Wider conditions that this one is a case of.
    pub implies: &'static [&'static str],
}

/// A medicine: an ingredient or a fixed combination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Medicine {
    /// Identity: the ingredient's name as an id (`potassium-chloride`).
    pub id: &'static str,
    /// International non-proprietary name; combinations join theirs with ` + `.
    pub name: &'static str,
    /// Ids of the single ingredients (its own id alone for a single ingredient).
    pub ingredients: &'static [&'static str],
    pub classes: &'static [&'static str],
    /// Other generic names and brand names.
    pub synonyms: &'static [&'static str],
    pub rxcui: Option<u32>,
    /// Whether a public label lists cramps or spasms.
    pub cramp_label: CrampLabel,
    /// Which label was read; empty when none was.
    pub label_source: &'static str,
}

/// What public labels say about cramps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum CrampLabel {
    Listed,
    NotListed,
    Unknown,
}

/// A row of what users were promised, and what in the app does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Promise {
    pub row: u8,
    pub says: &'static str,
    /// Factor, remedy and flag ids, and names of outcomes.
    pub factors: &'static [&'static str],
    pub remedies: &'static [&'static str],
    pub flags: &'static [&'static str],
    pub outcomes: &'static [&'static str],
    /// Addresses of the pages that do it.
    pub pages: &'static [&'static str],
    /// Commands that do it.
    pub commands: &'static [&'static str],
    /// Modules that do it, as `crate::module`.
    pub modules: &'static [&'static str],
    /// What of it is not done yet; empty when all is.
    pub open: &'static str,
}

/// A published number about how often, how long and how badly people have night cramps.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names are those of the evidence records")]
pub struct Datum {
    pub id: &'static str,
    pub topic: &'static str,
    pub claim: &'static str,
    pub value: Option<f64>,
    pub unit: &'static str,
    pub sd: Option<f64>,
    pub ci: Option<(f64, f64)>,
    pub n: Option<u32>,
    pub population: &'static str,
    pub design: &'static str,
    pub authors: &'static str,
    pub year: Option<u16>,
    pub title: &'static str,
    pub journal: &'static str,
    pub doi: &'static str,
    pub source_url: &'static str,
    pub verified: Verified,
    pub note: &'static str,
}

/// A suggestion for a diary simulator.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names are those of the evidence records")]
pub struct Calibration {
    pub id: &'static str,
    pub quantity: &'static str,
    /// The distribution or formula in words.
    pub form: &'static str,
    /// The figures of `form` by name, sorted by name.
    pub numbers: &'static [(&'static str, f64)],
    pub basis: Basis,
    pub derivation: &'static str,
    pub caution: &'static str,
}

/// What a calibration rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Basis {
    PublishedNumbers,
    OwnCalculation,
    Judgement,
    Assumption,
}

/// A template of a randomised self-experiment with one remedy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Template {
    /// Identity, used in the log, in files and in addresses.
    pub id: &'static str,
    /// The remedy under test; `None` for something of the person's own.
    pub remedy: Option<&'static str>,
    /// The yes/no factor that arm B leaves as it is and arm A takes away, where the two are each other's opposite.
    pub factor: Option<&'static str>,
    /// Name for people.
    pub name: &'static str,
    /// What the trial answers.
    pub question: &'static str,
    /// What the remedy is compared with.
    pub comparison: Comparison,
    /// Arm A, the one under test, in a word or two.
    pub a_label: &'static str,
    /// What to do in arm A.
    pub a: &'static str,
    /// Arm B in a word or two.
    pub b_label: &'static str,
    /// What to do in arm B.
    pub b: &'static str,
    /// Days until the remedy works (our judgement).
    pub days_until_effect: u16,
    /// Days until it has worn off (our judgement).
    pub washout_days: u16,
    /// Why these days.
    pub timing_reason: &'static str,
    /// The finding that says something about them; empty when there is none.
    pub timing_finding: &'static str,
    /// The question about whether the instruction was followed.
    pub adherence: &'static str,
    /// Whether the person can be kept from knowing the arm.
    pub blinding: Blinding,
    /// How, or why not.
    pub blinding_note: &'static str,
    /// Effort from 1 (none to speak of) to 5.
    pub burden: u8,
    /// Outcomes to record, the primary one (cramps) first.
    pub record: &'static [&'static str],
    /// When to stop.
    pub stop: &'static [&'static str],
}

/// What a remedy is compared with in a trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// With leaving it out.
    OnOff,
    /// With something else that is done.
    AB,
}

/// Whether the person can be kept from knowing the arm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blinding {
    /// Everybody knows what they do.
    NotPossible,
    /// If somebody else prepares it; then a guess of the arm is worth asking for.
    WithHelp,
}
