//! The lists of records, and look-ups by id.

use crate::records;
use crate::routines::{Fluid, Routine};
use crate::types::{
    Calibration, Check, Coding, Condition, Datum, Factor, Finding, Flag, Instrument, Intake,
    Lesson, LookAlike, Place, Promise, Remedy, Rule, Stretch, Template, Workup,
};

/// Tells apart what is known at different times: a hash of all files of the `knowledge/` folder.
pub const VERSION: &str = records::VERSION;

fn by_id<T>(index: &[(&str, u16)], all: &'static [T], id: &str) -> Option<&'static T> {
    let at = index.binary_search_by(|(known, _)| (*known).cmp(id)).ok()?;
    all.get(usize::from(index[at].1))
}

/// All factors, by category.
#[must_use]
pub fn factors() -> &'static [Factor] {
    records::FACTORS
}

/// The factor with this id.
#[must_use]
pub fn factor(id: &str) -> Option<&'static Factor> {
    by_id(records::FACTORS_BY_ID, records::FACTORS, id)
}

/// All findings, ordered by what they are about.
#[must_use]
pub fn findings() -> &'static [Finding] {
    records::FINDINGS
}

/// The findings about a factor or a remedy; empty when there are none.
#[must_use]
pub fn findings_about(id: &str) -> &'static [Finding] {
    let all = records::FINDINGS;
    let from = all.partition_point(|finding| finding.about < id);
    let to = all.partition_point(|finding| finding.about <= id);
    &all[from..to]
}

/// All remedies: acute ones first, prescribed ones last.
#[must_use]
pub fn remedies() -> &'static [Remedy] {
    records::REMEDIES
}

/// The remedy with this id.
#[must_use]
pub fn remedy(id: &str) -> Option<&'static Remedy> {
    by_id(records::REMEDIES_BY_ID, records::REMEDIES, id)
}

/// All safety rules.
#[must_use]
pub fn rules() -> &'static [Rule] {
    records::RULES
}

/// All red flags.
#[must_use]
pub fn flags() -> &'static [Flag] {
    records::FLAGS
}

/// The red flag with this id.
#[must_use]
pub fn flag(id: &str) -> Option<&'static Flag> {
    by_id(records::FLAGS_BY_ID, records::FLAGS, id)
}

/// How the body does it, in the order of reading.
#[must_use]
pub fn lessons() -> &'static [Lesson] {
    records::LESSONS
}

/// All stretches for a knotted muscle.
#[must_use]
pub fn stretches() -> &'static [Stretch] {
    records::STRETCHES
}

/// The stretch for a muscle where the person is; what has none of its own gets the general one.
#[must_use]
pub fn stretch(muscle: &str, place: Place) -> Option<&'static Stretch> {
    let own = records::STRETCHES
        .iter()
        .find(|stretch| stretch.muscle == muscle && stretch.place == place);
    own.or_else(|| {
        records::STRETCHES
            .iter()
            .find(|stretch| stretch.muscle == "elsewhere")
    })
}

/// All look-alikes; the first is the ordinary night cramp itself.
#[must_use]
pub fn look_alikes() -> &'static [LookAlike] {
    records::LOOK_ALIKES
}

/// All questionnaires.
#[must_use]
pub fn instruments() -> &'static [Instrument] {
    records::INSTRUMENTS
}

/// The questionnaire with this id.
#[must_use]
pub fn instrument(id: &str) -> Option<&'static Instrument> {
    records::INSTRUMENTS
        .iter()
        .find(|instrument| instrument.id == id)
}

/// What medical visits may cover.
#[must_use]
pub fn workups() -> &'static [Workup] {
    records::WORKUPS
}

/// Tests and examinations that a doctor may consider, the most urgent first.
#[must_use]
pub fn checks() -> &'static [Check] {
    records::CHECKS
}

/// All codes of public code systems.
#[must_use]
pub fn codes() -> &'static [Coding] {
    records::CODES
}

/// The code that we use under this name.
#[must_use]
pub fn code(id: &str) -> Option<&'static Coding> {
    records::CODES.iter().find(|code| code.id == id)
}

/// All daily reference intakes.
#[must_use]
pub fn intakes() -> &'static [Intake] {
    records::INTAKES
}

/// All conditions, group by group in the order in which to ask.
#[must_use]
pub fn conditions() -> &'static [Condition] {
    records::CONDITIONS
}

/// The condition with this id.
#[must_use]
pub fn condition(id: &str) -> Option<&'static Condition> {
    by_id(records::CONDITIONS_BY_ID, records::CONDITIONS, id)
}

/// Published numbers about how often, how long and how badly people have night cramps.
#[must_use]
pub fn epidemiology() -> &'static [Datum] {
    records::EPIDEMIOLOGY
}

/// Suggestions for a diary simulator, built from [`epidemiology`].
#[must_use]
pub fn calibrations() -> &'static [Calibration] {
    records::CALIBRATIONS
}

/// What users were promised, row by row, and what in the app does it.
#[must_use]
pub fn promises() -> &'static [Promise] {
    records::PROMISES
}

/// All templates of trials; the last one is for something of the person's own.
#[must_use]
pub fn templates() -> &'static [Template] {
    records::TEMPLATES
}

/// The template with this id.
#[must_use]
pub fn template(id: &str) -> Option<&'static Template> {
    records::TEMPLATES.iter().find(|template| template.id == id)
}

/// What a day may add to the drinks of an adult.
#[must_use]
pub fn fluids() -> &'static [Fluid] {
    records::FLUIDS
}

/// All guided routines.
#[must_use]
pub fn routines() -> &'static [Routine] {
    records::ROUTINES
}

/// The routine with this id.
#[must_use]
pub fn routine(id: &str) -> Option<&'static Routine> {
    records::ROUTINES.iter().find(|routine| routine.id == id)
}

/// The routines of a remedy, in the order of doing.
pub fn routines_of(remedy: &str) -> impl Iterator<Item = &'static Routine> {
    records::ROUTINES
        .iter()
        .filter(move |routine| routine.remedy == remedy)
}
