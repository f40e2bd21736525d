//! The summary as JSON for programs: the same facts as the page, as fields. `null` is not known.

mod findings;
mod measured;
mod nights;
mod person;

use insight::summary::{Ask, Summary};
use insight::{Basis, Suspect};
use serde::Serialize;

use findings::{QuestionnaireJson, SignsJson, SuspectJson, TrialJson, suspect};
use measured::{IntakeJson, LabJson};
use nights::{BurdenJson, PatternJson};
use person::{MedicineJson, PersonJson, ReviewJson};

/// Version of this form: it changes when a field changes its meaning or goes. 2: a blood value stands in its test's own unit.
const VERSION: u32 = 2;

/// The summary as a serialisable value.
#[must_use]
pub fn json(summary: &Summary) -> impl Serialize + use<> {
    let (nights_answered, nights_in_diary) = match summary.basis {
        Basis::EvidenceOnly => (0, 0),
        Basis::Nights { answered, all } => (answered, all),
    };
    let suspects = |list: &[Suspect], word: &'static str| -> Vec<SuspectJson> {
        list.iter().map(|one| suspect(one, word)).collect()
    };
    ReportJson {
        version: VERSION,
        made_on: summary.today.to_string(),
        period: summary.period.map(|period| PeriodJson {
            first_night: period.first.to_string(),
            last_night: period.last.to_string(),
        }),
        person: person::person(summary),
        burden: summary.burden.as_ref().map(nights::burden),
        pattern: nights::pattern(summary),
        suspects: [
            suspects(&summary.likely, "likely"),
            suspects(&summary.unclear, "unclear"),
            suspects(&summary.unlikely, "unlikely"),
        ]
        .concat(),
        trials: findings::trials(summary),
        medicines: person::medicines(summary),
        medicines_complete: summary.medicines.complete,
        medicine_review: person::review(summary),
        warning_signs: findings::signs(summary),
        questionnaires: findings::questionnaires(summary),
        labs: measured::labs(summary),
        intake: measured::intake(summary),
        questions: summary.questions.iter().map(ask).collect(),
        checks: summary.checks.iter().map(ask).collect(),
        method: MethodJson {
            nights_answered,
            nights_in_diary,
            engine: infer::ENGINE_VERSION,
            knowledge: knowledge::VERSION,
            reviewed_by_a_clinician: false,
        },
    }
}

#[derive(Serialize)]
struct ReportJson {
    version: u32,
    made_on: String,
    period: Option<PeriodJson>,
    person: PersonJson,
    burden: Option<BurdenJson>,
    pattern: PatternJson,
    suspects: Vec<SuspectJson>,
    trials: Vec<TrialJson>,
    medicines: Vec<MedicineJson>,
    medicines_complete: Option<bool>,
    medicine_review: ReviewJson,
    warning_signs: SignsJson,
    questionnaires: Vec<QuestionnaireJson>,
    labs: Vec<LabJson>,
    intake: IntakeJson,
    questions: Vec<AskJson>,
    checks: Vec<AskJson>,
    method: MethodJson,
}

#[derive(Serialize)]
struct PeriodJson {
    first_night: String,
    last_night: String,
}

#[derive(Serialize)]
struct AskJson {
    text: String,
    reason: String,
}

#[derive(Serialize)]
struct MethodJson {
    nights_answered: usize,
    nights_in_diary: usize,
    engine: &'static str,
    knowledge: &'static str,
    reviewed_by_a_clinician: bool,
}

fn ask(ask: &Ask) -> AskJson {
    AskJson {
        text: ask.text.to_string(),
        reason: ask.reason.to_string(),
    }
}
