//! The few resources of FHIR R4 that are written, with the fields that are filled.

use serde::Serialize;

use super::Ids;

/// Units of measure.
pub(super) const UCUM: &str = "http://unitsofmeasure.org";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Bundle {
    pub(super) resource_type: &'static str,
    pub(super) identifier: Identifier,
    pub(super) r#type: &'static str,
    pub(super) timestamp: String,
    pub(super) entry: Vec<BundleEntry>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct BundleEntry {
    pub(super) full_url: String,
    pub(super) resource: Resource,
}

#[derive(Serialize)]
#[serde(tag = "resourceType")]
pub(super) enum Resource {
    Composition(Composition),
    Patient(Patient),
    Condition(Condition),
    MedicationStatement(MedicationStatement),
    AllergyIntolerance(AllergyIntolerance),
    Observation(Box<Observation>),
    QuestionnaireResponse(QuestionnaireResponse),
}

#[derive(Serialize)]
pub(super) struct Composition {
    pub(super) status: &'static str,
    pub(super) r#type: Concept,
    pub(super) subject: Reference,
    pub(super) date: String,
    pub(super) author: Vec<Reference>,
    pub(super) title: String,
    pub(super) section: Vec<Section>,
}

#[derive(Serialize)]
pub(super) struct Section {
    pub(super) title: String,
    pub(super) text: Narrative,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) entry: Vec<Reference>,
}

#[derive(Serialize)]
pub(super) struct Narrative {
    pub(super) status: &'static str,
    pub(super) div: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Patient {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) name: Vec<HumanName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) gender: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) birth_date: Option<String>,
}

#[derive(Serialize)]
pub(super) struct HumanName {
    pub(super) text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Condition {
    pub(super) clinical_status: Concept,
    pub(super) verification_status: Concept,
    pub(super) code: Concept,
    pub(super) subject: Reference,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) onset_date_time: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) note: Vec<Annotation>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct MedicationStatement {
    pub(super) status: &'static str,
    pub(super) medication_codeable_concept: Concept,
    pub(super) subject: Reference,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) effective_period: Option<Period>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) dosage: Vec<Annotation>,
}

#[derive(Serialize)]
pub(super) struct Period {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) start: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Observation {
    pub(super) status: &'static str,
    pub(super) category: Vec<Concept>,
    pub(super) code: Concept,
    pub(super) subject: Reference,
    pub(super) effective_date_time: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) value_quantity: Option<Quantity>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) value_codeable_concept: Option<Concept>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) data_absent_reason: Option<Concept>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) interpretation: Vec<Concept>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) note: Vec<Annotation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) reference_range: Vec<ReferenceRange>,
}

#[derive(Serialize)]
pub(super) struct ReferenceRange {
    pub(super) low: Quantity,
    pub(super) high: Quantity,
    pub(super) text: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AllergyIntolerance {
    pub(super) clinical_status: Concept,
    pub(super) verification_status: Concept,
    pub(super) category: Vec<&'static str>,
    pub(super) code: Concept,
    pub(super) patient: Reference,
}

#[derive(Serialize)]
pub(super) struct QuestionnaireResponse {
    pub(super) questionnaire: String,
    pub(super) status: &'static str,
    pub(super) subject: Reference,
    pub(super) authored: String,
    pub(super) source: Reference,
    pub(super) item: Vec<Item>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Item {
    pub(super) link_id: String,
    pub(super) text: String,
    pub(super) answer: Vec<Answer>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::enum_variant_names, reason = "the names are those of FHIR")]
pub(super) enum Answer {
    ValueBoolean(bool),
    ValueDecimal(f64),
    ValueString(String),
}

#[derive(Serialize)]
pub(super) struct Concept {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) coding: Vec<Coding>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Coding {
    pub(super) system: String,
    pub(super) code: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) display: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Quantity {
    pub(super) value: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) comparator: Option<&'static str>,
    pub(super) unit: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) system: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) code: Option<&'static str>,
}

#[derive(Clone, Serialize)]
pub(super) struct Reference {
    pub(super) reference: String,
}

#[derive(Serialize)]
pub(super) struct Identifier {
    pub(super) system: &'static str,
    pub(super) value: String,
}

#[derive(Serialize)]
pub(super) struct Annotation {
    pub(super) text: String,
}

impl Observation {
    /// An observation of this category about the person on a day, without a value yet.
    pub(super) fn of(category: &str, code: Concept, ids: &Ids, day: String) -> Self {
        Self {
            status: "final",
            category: vec![Concept::fhir("observation-category", category)],
            code,
            subject: ids.patient(),
            effective_date_time: day,
            value_quantity: None,
            value_codeable_concept: None,
            data_absent_reason: None,
            interpretation: Vec::new(),
            note: Vec::new(),
            reference_range: Vec::new(),
        }
    }
}

impl Concept {
    /// A code of FHIR's own.
    pub(super) fn fhir(system: &str, code: &str) -> Self {
        Self {
            coding: vec![Coding {
                system: format!("http://terminology.hl7.org/CodeSystem/{system}"),
                code: code.to_owned(),
                display: None,
            }],
            text: None,
        }
    }

    /// A code of ours, and a public one where there is one.
    pub(super) fn ours(
        kind: &str,
        code: &str,
        text: &str,
        public: Option<&knowledge::Coding>,
    ) -> Self {
        let mut coding: Vec<Coding> = public
            .into_iter()
            .map(|public| Coding {
                system: public.system.to_owned(),
                code: public.code.to_owned(),
                display: Some(public.display.to_owned()),
            })
            .collect();
        coding.push(Coding {
            system: format!("urn:soleus:{kind}"),
            code: code.to_owned(),
            display: None,
        });
        Self {
            coding,
            text: Some(text.to_owned()),
        }
    }
}
