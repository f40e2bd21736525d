//! Values worked out from others: calcium corrected for albumin, and the kidney filtration from creatinine.

use diary::Person;
use diary::entry::Sex;

use super::{ADULT, Measured, Origin};

/// Albumin in g/L at which total calcium needs no correction.
const ALBUMIN_USUAL: f64 = 40.0;
/// Calcium in mmol/L that one g/L of albumin carries.
const CALCIUM_PER_ALBUMIN: f64 = 0.02;
/// Micromoles per litre in one mg/dL of creatinine.
const CREATININE_PER_MG_DL: f64 = 88.4;

/// Calcium in mmol/L as it would be with an albumin of 40 g/L: measured + 0.02 x (40 - albumin in g/L).
///
/// Source: gpnotebook.com, “calculation of calcium concentration”. It misleads in kidney disease (BMJ Open
/// 2018;8:e017703).
///
/// ```
/// let corrected = insight::labs::corrected_calcium(2.00, 30.0);
/// assert!((corrected - 2.20).abs() < 1e-9);
/// ```
#[must_use]
pub fn corrected_calcium(calcium: f64, albumin: f64) -> f64 {
    calcium + CALCIUM_PER_ALBUMIN * (ALBUMIN_USUAL - albumin)
}

/// Kidney filtration in mL/min/1.73 m² from creatinine in µmol/L: the CKD-EPI 2021 equation.
///
/// 142 x min(Scr/κ, 1)^α x max(Scr/κ, 1)^-1.200 x 0.9938^age (x 1.012 if female), Scr in mg/dL, κ 0.7 (female) or 0.9,
/// α -0.241 (female) or -0.302. Source: kidney.org/ckd-epi-creatinine-equation-2021; Inker et al., N Engl J Med
/// 2021;385:1737. Made for adults.
///
/// ```
/// use diary::entry::Sex;
/// let filtration = insight::labs::egfr(1.2 * 88.4, 55, Sex::Male);
/// assert_eq!(filtration.round(), 71.0);
/// ```
#[must_use]
pub fn egfr(creatinine: f64, age: u32, sex: Sex) -> f64 {
    let (kappa, alpha, factor) = match sex {
        Sex::Female => (0.7, -0.241, 1.012),
        Sex::Male => (0.9, -0.302, 1.0),
    };
    let ratio = creatinine / CREATININE_PER_MG_DL / kappa;
    142.0
        * libm::pow(ratio.min(1.0), alpha)
        * libm::pow(ratio.max(1.0), -1.2)
        * libm::pow(0.9938, f64::from(age))
        * factor
}

/// Calcium corrected for the albumin of the same day; as it is when there is none.
pub(super) fn corrected(calcium: Measured, all: &[Measured]) -> Measured {
    let albumin = all
        .iter()
        .rev()
        .find(|one| one.lab.id == "albumin" && one.taken == calcium.taken);
    match albumin {
        Some(albumin) => Measured {
            value: corrected_calcium(calcium.value, albumin.value),
            origin: Origin::CorrectedForAlbumin,
            ..calcium
        },
        None => calcium,
    }
}

/// The filtration of an adult whose age is known; with an unknown sex the lower of both.
pub(super) fn filtration(creatinine: Measured, person: &Person) -> Option<Measured> {
    let age = person
        .age_on(creatinine.taken)
        .filter(|&age| age >= ADULT)?;
    let of = |sex| egfr(creatinine.value, age, sex);
    let value = match person.sex {
        Some(sex) => of(sex),
        None => of(Sex::Female).min(of(Sex::Male)),
    };
    Some(Measured {
        lab: knowledge::lab("egfr")?,
        value,
        taken: creatinine.taken,
        origin: Origin::FromCreatinine,
    })
}
