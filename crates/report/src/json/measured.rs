//! What was measured: blood values, and what food and drink bring.

use insight::Summary;
use insight::intake::Target;
use insight::labs::Origin;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct LabJson {
    test: String,
    /// In `unit`: the test's own, or as printed where Soleus does not know the test or the unit.
    value: f64,
    unit: String,
    taken: String,
    /// `printed`, `corrected-for-albumin` or `from-creatinine`.
    origin: &'static str,
    /// `low`, `usual`, `high`; null without a range.
    standing: Option<&'static str>,
    /// Ends of what is usual in adults; null where an end means nothing for cramps.
    usual_low: Option<f64>,
    usual_high: Option<f64>,
    /// A laboratory would telephone about it.
    alarming: bool,
}

#[derive(Serialize)]
pub(super) struct IntakeJson {
    /// Whole days of the last two weeks that the amounts are the mean of; 0: the amounts are today's so far.
    whole_days: usize,
    /// Those of them that another program counted.
    counted_days: usize,
    nutrients: Vec<NutrientJson>,
}

#[derive(Serialize)]
struct NutrientJson {
    nutrient: &'static str,
    unit: &'static str,
    mean: f64,
    /// Ends of the 90 % interval.
    low: f64,
    high: f64,
    /// More was eaten than was told.
    at_least: bool,
    /// What healthy people of this age and sex need; null where none is shown.
    need: Option<f64>,
    /// `RDA` or `AI`.
    need_kind: Option<&'static str>,
    need_authority: Option<&'static str>,
    /// Why no need is shown.
    no_need_because: Option<String>,
}

pub(super) fn labs(summary: &Summary) -> Vec<LabJson> {
    let known = summary.labs.values.iter().map(|one| {
        let measured = &one.measured;
        LabJson {
            test: measured.lab.id.to_owned(),
            value: measured.value,
            unit: measured.lab.unit.to_owned(),
            taken: measured.taken.to_string(),
            origin: match measured.origin {
                Origin::Printed => "printed",
                Origin::CorrectedForAlbumin => "corrected-for-albumin",
                Origin::FromCreatinine => "from-creatinine",
            },
            standing: Some(one.standing.word()),
            usual_low: one.usual.0,
            usual_high: one.usual.1,
            alarming: measured.is_alarming(),
        }
    });
    let others = summary.labs.others.iter().map(|lab| LabJson {
        test: lab.test.as_str().to_owned(),
        value: lab.value.get(),
        unit: lab.unit.clone(),
        taken: lab.taken.to_string(),
        origin: "printed",
        standing: None,
        usual_low: None,
        usual_high: None,
        alarming: false,
    });
    known.chain(others).collect()
}

pub(super) fn intake(summary: &Summary) -> IntakeJson {
    let intake = &summary.intake;
    IntakeJson {
        whole_days: intake.whole_days,
        counted_days: intake.counted_days,
        nutrients: intake
            .lines
            .iter()
            .map(|line| {
                let estimate = line.amount.estimate;
                let (low, high) = estimate.interval();
                let need = match line.target {
                    Target::Known(reference) => Some(reference),
                    _ => None,
                };
                NutrientJson {
                    nutrient: line.amount.nutrient.id(),
                    unit: line.amount.nutrient.unit(),
                    mean: estimate.mean,
                    low,
                    high,
                    at_least: line.at_least,
                    need: need.map(|one| one.amount),
                    need_kind: need.map(|one| one.kind),
                    need_authority: need.map(|one| one.authority),
                    no_need_because: insight::intake::words::no_target(&line.target)
                        .map(|why| why.capital().to_string()),
                }
            })
            .collect(),
    }
}
