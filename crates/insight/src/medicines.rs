//! The review of medicines, for the person and the doctor: what is taken, what labels and studies say, what rules know, and
//! whether cramps changed after a start. It never says to stop: it says what to ask.

mod change;
mod label;

use diary::Person;
use jiff::civil::Date;
use knowledge::{CrampLabel, Direction, Factor, Fires, Learned, Medicine, Remedy, Rule, Trigger};
use texts::Sentence;

pub use change::{Change, Counted, NIGHTS_ON_EITHER_SIDE, Series, Start, changes, series};

use crate::facts::Facts;

/// The sentence that stands with every review.
#[must_use]
pub fn never_stop() -> Sentence {
    Sentence::of("review-never-stop")
}

/// Probability of more cramps from which a start is worth a question (our judgement).
const WORTH_ASKING: f64 = 0.8;

/// The sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// What is taken now, then what was.
    pub rows: Vec<Row>,
    /// Rules about several of them together.
    pub together: Vec<&'static Rule>,
    /// Whether the person said that the list is complete.
    pub complete: Option<bool>,
    /// What to ask the doctor or pharmacist.
    pub questions: Vec<Sentence>,
}

/// One medicine of the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The name as told, or of the knowledge.
    pub name: String,
    /// `None` for one that we do not know.
    pub medicine: Option<&'static Medicine>,
    /// Taken now.
    pub taking: bool,
    /// The day of its last start, if told.
    pub started: Option<Date>,
    /// The day of its last stop, if told and not taken now.
    pub stopped: Option<Date>,
    /// Dose in the person's words.
    pub dose: Option<Sentence>,
    /// Its classes in plain words, as far as they have any.
    pub classes: Vec<&'static str>,
    /// Factors that it belongs to: what studies say.
    pub factors: Vec<&'static Factor>,
    /// Rules that name it, with the remedies they keep away or warn about. In a review those about several medicines at once are
    /// left to [`Review::together`]: they speak to somebody who takes them all.
    pub rules: Vec<&'static Rule>,
    /// What changed after its start, if there are enough nights.
    pub change: Option<Change>,
}

impl Row {
    /// The name inside a sentence.
    fn named(&self) -> Sentence {
        match self.medicine {
            Some(medicine) => Sentence::known(medicine.name),
            None => Sentence::text(&self.name),
        }
    }

    /// What public labels say about cramps, in a plain sentence.
    #[must_use]
    pub fn label(&self) -> Sentence {
        let Some(medicine) = self.medicine else {
            return Sentence::of("label-unknown");
        };
        let source = label::name(medicine.label_source);
        match medicine.cramp_label {
            CrampLabel::Listed => Sentence::of("label-listed").with("source", source),
            CrampLabel::NotListed => Sentence::of("label-not-listed").with("source", source),
            CrampLabel::Unknown => Sentence::of("label-none"),
        }
    }

    /// Where on the web that label was read; of labels that were read in a data set there is no page.
    #[must_use]
    pub fn label_address(&self) -> Option<String> {
        label::address(self.medicine?.label_source)
    }

    /// Whether studies, a label or the person's own nights point at it.
    #[must_use]
    pub fn is_worth_asking_about(&self) -> bool {
        let studies = self
            .factors
            .iter()
            .any(|factor| factor.direction == Direction::Raises);
        let label = self
            .medicine
            .is_some_and(|medicine| medicine.cramp_label == CrampLabel::Listed);
        let nights = self
            .change
            .as_ref()
            .is_some_and(|change| change.p_raises >= WORTH_ASKING);
        self.taking && (studies || label || nights)
    }
}

/// Makes the sheet. `changes` comes from [`changes()`]; empty when the engine was not asked.
#[must_use]
pub fn review(person: &Person, changes: &[Change], today: Date) -> Review {
    let facts = Facts::of(person, today);
    let mut rows: Vec<Row> = person
        .medicines
        .iter()
        .map(|(id, course)| {
            let medicine = knowledge::medicine(id.as_str());
            let last = course.steps.last();
            let taking = last.is_some_and(|step| step.present);
            let day_of = |present: bool| {
                course
                    .steps
                    .iter()
                    .rev()
                    .find(|step| step.present == present)
                    .and_then(|step| step.since)
            };
            Row {
                name: medicine
                    .map_or(id.as_str(), |medicine| medicine.name)
                    .to_owned(),
                medicine,
                taking,
                started: day_of(true),
                stopped: if taking { None } else { day_of(false) },
                dose: person.dose_in_words(id.as_str()),
                classes: medicine.map_or_else(Vec::new, plain_classes),
                factors: medicine.map_or_else(Vec::new, factors_of),
                rules: medicine.map_or_else(Vec::new, rules_of_alone),
                change: medicine.and_then(|medicine| {
                    changes
                        .iter()
                        .find(|change| change.start.medicine.id == medicine.id)
                        .cloned()
                }),
            }
        })
        .collect();
    rows.sort_by_key(|row| {
        (
            !row.taking,
            !row.is_worth_asking_about(),
            row.name.to_lowercase(),
        )
    });
    let together = together(&facts);
    let questions = questions(&rows, &together, &facts);
    Review {
        rows,
        together,
        complete: person.medicines_complete,
        questions,
    }
}

/// What is known about a medicine that nobody said they take.
#[must_use]
pub fn of(medicine: &'static Medicine) -> Row {
    Row {
        name: medicine.name.to_owned(),
        medicine: Some(medicine),
        taking: false,
        started: None,
        stopped: None,
        dose: None,
        classes: plain_classes(medicine),
        factors: factors_of(medicine),
        rules: rules_of(medicine),
        change: None,
    }
}

fn plain_classes(medicine: &Medicine) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = knowledge::classes()
        .iter()
        .filter(|class| knowledge::takes(medicine, class))
        .filter_map(|class| knowledge::class_name(class))
        .collect();
    names.dedup();
    names
}

/// The factors that this medicine makes up: what studies looked at.
pub(crate) fn factors_of(medicine: &Medicine) -> Vec<&'static Factor> {
    knowledge::factors()
        .iter()
        .filter(|factor| match factor.learned {
            Learned::Medicines(classes) => classes
                .iter()
                .any(|class| knowledge::takes(medicine, class)),
            _ => false,
        })
        .collect()
}

/// The rules in which the medicine is a trigger.
fn rules_of(medicine: &Medicine) -> Vec<&'static Rule> {
    let names = |trigger: &Trigger| matches!(trigger, Trigger::Medicine(class) if knowledge::takes(medicine, class));
    knowledge::rules()
        .iter()
        .filter(|rule| match rule.fires {
            Fires::Always => false,
            Fires::Any(triggers) => triggers.iter().any(names),
            Fires::All(groups) => groups.iter().flat_map(|group| group.iter()).any(names),
        })
        .collect()
}

/// Those of them that hold whatever else is taken.
fn rules_of_alone(medicine: &Medicine) -> Vec<&'static Rule> {
    let mut rules = rules_of(medicine);
    rules.retain(|rule| !is_about_several(rule));
    rules
}

/// Whether it takes several medicines, and nothing else, for this rule to hold.
fn is_about_several(rule: &Rule) -> bool {
    let Fires::All(groups) = rule.fires else {
        return false;
    };
    let mut triggers = groups.iter().flat_map(|group| group.iter());
    groups.len() > 1 && triggers.all(|trigger| matches!(trigger, Trigger::Medicine(_)))
}

/// The remedies that a rule keeps away, then those it warns about, by name.
#[must_use]
pub fn remedies_of(rule: &Rule) -> Vec<&'static Remedy> {
    rule.blocks
        .iter()
        .chain(rule.warns)
        .filter_map(|id| knowledge::remedy(id))
        .collect()
}

/// Rules about several medicines at once that fire.
fn together(facts: &Facts) -> Vec<&'static Rule> {
    knowledge::rules()
        .iter()
        .filter(|rule| is_about_several(rule) && facts.fires(rule.fires) == Some(true))
        .collect()
}

fn questions(rows: &[Row], together: &[&Rule], facts: &Facts) -> Vec<Sentence> {
    let asked: Vec<Sentence> = rows
        .iter()
        .filter(|row| row.is_worth_asking_about())
        .map(Row::named)
        .collect();
    let mut questions = Vec::new();
    if !asked.is_empty() {
        questions.push(Sentence::of("review-ask-medicines").with("names", Sentence::all_of(asked)));
    }
    let drains = knowledge::rules()
        .iter()
        .find(|rule| rule.id == "magnesium-low-from-medicines")
        .is_some_and(|rule| facts.fires(rule.fires) == Some(true));
    let tested = |rule: &&Rule| {
        [
            "digoxin-with-water-tablet",
            "potassium-check-with-two-sparing-medicines",
        ]
        .contains(&rule.id)
    };
    if drains || together.iter().any(tested) {
        questions.push(Sentence::of("review-ask-salts"));
    }
    if facts.medicine("statin") == Some(true) {
        questions.push(Sentence::of("review-ask-muscle"));
    }
    questions
}
