//! The design, checked and brought to the engine's own scale.

use crate::answer::Note;
use crate::design::{Design, DesignError, Family, Kind, Observation, Slab, Weight};
use crate::exposure::{Exposure, Silent};
use crate::inclusion::NormalPrior;
use crate::likelihood::{Likelihood, Rising, Seen};
use crate::model::Model;
use crate::shape::{ascending, same_length};

/// A checked design: what the sampler works on.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(crate) family: Likelihood,
    /// Days of all rows.
    pub(crate) days: Vec<i32>,
    /// Rows with an outcome.
    pub(crate) observed: Vec<usize>,
    /// Days of the observed rows.
    pub(crate) observed_days: Vec<i32>,
    /// Outcomes of the observed rows.
    pub(crate) outcome: Vec<Seen>,
    /// What the counts have in common.
    pub(crate) rising: Rising,
    /// Offsets of the observed rows.
    pub(crate) offset: Vec<f64>,
    /// Level and season of the observed rows, row-major.
    pub(crate) fixed: Vec<f64>,
    /// Priors of level and season.
    pub(crate) fixed_priors: Vec<NormalPrior>,
    /// Prior mean of the drift on the first row.
    pub(crate) first_drift: f64,
    /// Columns that can be learned about.
    pub(crate) live: Vec<Live>,
    /// For each column of the design: its place in `live`, or why it has none.
    pub(crate) places: Vec<Result<usize, Silent>>,
    /// What was noticed on the way.
    pub(crate) notes: Vec<Note>,
}

/// A column that varies.
#[derive(Clone, Debug)]
pub(crate) struct Live {
    /// Its values on the engine's scale.
    pub(crate) exposure: Exposure,
    /// Average of its acting values, subtracted so that the level is the one at average exposures.
    pub(crate) centre: f64,
    /// Its acting value when it stands at its reference all the time.
    pub(crate) reference: f64,
    /// Its prior when it is in; `None` for a learned slab.
    pub(crate) slab: Option<NormalPrior>,
    /// Its weight; `None` when it is learned.
    pub(crate) weight: Option<f64>,
}

impl Problem {
    /// Checks and scales a design.
    pub(crate) fn of(design: &Design, model: &Model) -> Result<Self, DesignError> {
        check(design)?;
        let observed: Vec<usize> = (0..design.outcome.len())
            .filter(|&t| design.outcome[t] != Observation::Missing)
            .collect();
        let observed_days: Vec<i32> = observed.iter().map(|&t| design.days[t]).collect();
        let mut fixed_priors = vec![NormalPrior {
            mean: 0.0,
            precision: 1.0 / (model.level_sd * model.level_sd),
        }];
        if let Some(season) = design.season {
            let precision = 1.0 / (season.sd * season.sd);
            fixed_priors.push(NormalPrior {
                mean: season.amplitude,
                precision,
            });
            fixed_priors.push(NormalPrior {
                mean: 0.0,
                precision,
            });
        }
        let mut fixed = Vec::with_capacity(observed.len() * fixed_priors.len());
        for &day in &observed_days {
            fixed.push(1.0);
            if let Some(season) = design.season {
                let angle = std::f64::consts::TAU * (f64::from(day) - season.peak) / 365.25;
                fixed.extend([libm::cos(angle), libm::sin(angle)]);
            }
        }
        let mut notes = Vec::new();
        let rows = design.outcome.len();
        let missing = rows - observed.len();
        if missing * 5 > rows {
            notes.push(Note::ManyMissing { missing, rows });
        }
        if observed
            .iter()
            .all(|&t| design.outcome[t] == Observation::Exactly(0))
        {
            notes.push(Note::NoEvents);
        }
        let mut live = Vec::new();
        let mut places = Vec::new();
        for column in &design.columns {
            match Exposure::of(column, &design.days) {
                Ok(exposure) => {
                    let unit = exposure.unit;
                    let kept = 1.0 - exposure.carry;
                    let average =
                        exposure.values.iter().sum::<f64>() / exposure.values.len() as f64;
                    places.push(Ok(live.len()));
                    live.push(Live {
                        centre: average / kept,
                        reference: (column.reference - exposure.centre) / unit / kept,
                        slab: match column.slab {
                            Slab::Given { mean, sd, per } => {
                                let steps = unit / per;
                                Some(NormalPrior {
                                    mean: mean * steps,
                                    precision: 1.0 / (sd * steps * sd * steps),
                                })
                            }
                            Slab::Learned => None,
                        },
                        weight: match column.weight {
                            Weight::Fixed(weight) => Some(weight),
                            Weight::Learned => None,
                        },
                        exposure,
                    });
                }
                Err(silent) => {
                    places.push(Err(silent));
                    notes.push(match silent {
                        Silent::Constant => Note::Constant(column.name.clone()),
                        Silent::NeverObserved => Note::NeverObserved(column.name.clone()),
                    });
                }
            }
        }
        let outcome: Vec<Seen> = design.outcome.iter().filter_map(|&o| seen(o)).collect();
        Ok(Self {
            family: design.family.into(),
            days: design.days.clone(),
            rising: Rising::of(&outcome),
            outcome,
            offset: observed
                .iter()
                .map(|&t| design.offset.get(t).copied().unwrap_or(0.0))
                .collect(),
            observed,
            observed_days,
            fixed,
            fixed_priors,
            first_drift: if model.drift.is_some() {
                design.first_drift
            } else {
                0.0
            },
            live,
            places,
            notes,
        })
    }
}

fn seen(observation: Observation) -> Option<Seen> {
    match observation {
        Observation::Missing => None,
        Observation::Exactly(y) => Some(Seen::Exactly(y)),
        Observation::AtLeast(y) => Some(Seen::AtLeast(y)),
    }
}

fn check(design: &Design) -> Result<(), DesignError> {
    let rows = design.outcome.len();
    if rows == 0 {
        return Err(DesignError::NoRows);
    }
    let length = |what: &str, found: usize| same_length(what, found, rows);
    length("days", design.days.len())?;
    if !design.offset.is_empty() {
        length("offset", design.offset.len())?;
    }
    ascending(&design.days)?;
    if design
        .outcome
        .iter()
        .all(|&seen| seen == Observation::Missing)
    {
        return Err(DesignError::AllMissing { rows });
    }
    if design.family == Family::Binary {
        for (row, seen) in design.outcome.iter().enumerate() {
            if let Observation::Exactly(value @ 2..) | Observation::AtLeast(value @ 2..) = *seen {
                return Err(DesignError::NotBinary { row, value });
            }
        }
    }
    for (row, &value) in design.offset.iter().enumerate() {
        if !value.is_finite() || value.abs() > 30.0 {
            return Err(DesignError::BadCell {
                what: "offset".into(),
                row,
                value,
            });
        }
    }
    within(
        "the drift on the first row",
        design.first_drift,
        -10.0,
        10.0,
    )?;
    if let Some(season) = design.season {
        within("the season's amplitude", season.amplitude, -10.0, 10.0)?;
        within("the season's width", season.sd, f64::MIN_POSITIVE, 10.0)?;
        within("the season's peak", season.peak, -1e9, 1e9)?;
    }
    for column in &design.columns {
        let what = |part: &str| format!("{part} of {}", column.name);
        length(&column.name, column.values.len())?;
        within(&what("the reference"), column.reference, f64::MIN, f64::MAX)?;
        within(&what("the half-life"), column.half_life, 0.0, 1e6)?;
        if let Weight::Fixed(weight) = column.weight {
            within(&what("the weight"), weight, f64::MIN_POSITIVE, 1.0)?;
        }
        if let Slab::Given { mean, sd, per } = column.slab {
            within(&what("the slab's mean"), mean, -1e6, 1e6)?;
            within(&what("the slab's width"), sd, 1e-9, 1e6)?;
            within(&what("the slab's unit"), per, 1e-300, 1e300)?;
        }
        for (row, value) in column.values.iter().enumerate() {
            let Some(value) = *value else { continue };
            if !value.is_finite() {
                return Err(DesignError::BadCell {
                    what: column.name.clone(),
                    row,
                    value,
                });
            }
            if column.kind == Kind::YesNo && value != 0.0 && value != 1.0 {
                return Err(DesignError::NotYesNo {
                    what: column.name.clone(),
                    row,
                    value,
                });
            }
        }
    }
    Ok(())
}

fn within(what: &str, value: f64, low: f64, high: f64) -> Result<(), DesignError> {
    if (low..=high).contains(&value) {
        Ok(())
    } else {
        Err(DesignError::BadNumber {
            what: what.into(),
            value,
        })
    }
}
