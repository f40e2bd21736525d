//! The doctor's summary and the nights behind it as a FHIR R4 (4.0.1) document that a record system can import.
//!
//! Everything is as the person told it: conditions are unconfirmed, an unanswered night has a reason instead of a value, a
//! lower bound says so. Where no public code fits, the code is one of Soleus's own (`urn:soleus:...`) with its text.

mod composition;
mod facts;
mod measured;
mod nights;
mod resource;
mod tested;

use diary::{EntryId, Log, Person};
use insight::Summary;
use jiff::Timestamp;
use report::{Document, Language, Options};
use uuid::Uuid;

use resource::{Bundle, BundleEntry, Identifier, Reference, Resource};

/// What goes into the document.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Record<'a> {
    pub summary: &'a Summary,
    pub person: &'a Person,
    /// The page in words, for the sections of the composition.
    pub document: &'a Document,
    /// A name, if it is to be in the file.
    pub name: Option<&'a str>,
    /// Tells diaries apart: the first entry of this one, if there is any.
    pub diary: Option<EntryId>,
    /// The time at which it is made.
    pub now: Timestamp,
}

/// Writes the document as JSON: the same bytes for the same record.
///
/// # Errors
/// Never for a record of ours; the JSON library can fail in general.
pub fn bundle(record: &Record<'_>) -> Result<String, serde_json::Error> {
    let ids = Ids::of(record.diary);
    let mut resources = vec![facts::patient(record, &ids)];
    let mut about = facts::conditions(record, &ids);
    about.extend(facts::allergies(record, &ids));
    about.extend(facts::profile(record, &ids));
    about.extend(measured::body(record, &ids));
    let medicines = facts::medicines(record, &ids);
    let labs = measured::labs(record, &ids);
    let eaten = measured::eaten(record, &ids);
    let trials = tested::trials(record, &ids);
    let nights = nights::all(record, &ids);
    let mut answers = nights::questionnaires(record, &ids);
    answers.extend(tested::scores(record, &ids));
    let composition = composition::of(
        record,
        &ids,
        &[
            ("Medicines", &medicines),
            ("Burden", &nights),
            ("Blood tests", &labs),
            ("Food, drink", &eaten),
            ("Tested", &trials),
            ("Warning signs", &answers),
            ("Method", &about),
        ],
    );
    resources.insert(0, composition);
    for more in [about, medicines, labs, eaten, trials, nights, answers] {
        resources.extend(more);
    }
    serde_json::to_string_pretty(&Bundle {
        resource_type: "Bundle",
        identifier: Identifier {
            system: "urn:ietf:rfc:3986",
            value: ids.urn(&format!("bundle {}", record.now)),
        },
        r#type: "document",
        timestamp: record.now.to_string(),
        entry: resources
            .into_iter()
            .map(|(full_url, resource)| BundleEntry { full_url, resource })
            .collect(),
    })
}

/// Writes the document of a summary of `log`, as [`bundle`] does. `options` says which name is in it and how much is told.
///
/// # Errors
/// Those of [`bundle`].
pub fn document(
    summary: &Summary,
    log: &Log,
    options: &Options,
    now: Timestamp,
) -> Result<String, serde_json::Error> {
    // Its codes are in English, and so are the words beside them.
    let english = Options {
        language: Language::English,
        ..options.clone()
    };
    bundle(&Record {
        summary,
        person: &Person::from_log(log),
        document: &report::document(summary, &english),
        name: options.name.as_deref(),
        diary: log.told().iter().map(|told| told.id).min(),
        now,
    })
}

/// A resource under its address.
type Addressed = (String, Resource);

/// Addresses that stay the same from one export of a diary to the next.
struct Ids {
    diary: Uuid,
}

impl Ids {
    fn of(diary: Option<EntryId>) -> Self {
        let seed = diary.map_or([0; 16], |id| *id.as_bytes());
        Self {
            diary: Uuid::new_v5(
                &Uuid::NAMESPACE_OID,
                &[b"soleus".as_slice(), &seed].concat(),
            ),
        }
    }

    fn urn(&self, what: &str) -> String {
        format!("urn:uuid:{}", Uuid::new_v5(&self.diary, what.as_bytes()))
    }

    fn patient(&self) -> Reference {
        Reference {
            reference: self.urn("patient"),
        }
    }
}
