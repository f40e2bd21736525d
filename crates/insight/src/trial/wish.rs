//! What a person wants to test: a template, or something of their own in its clothes.

use diary::trial::{Arms, Subject};
use diary::{Id, NightId, Text};
use knowledge::{Medicine, Remedy, Template};
use texts::Sentence;

/// What is to be tested, and from when.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// The template.
    pub template: &'static Template,
    /// What the person calls it; needed for something of their own, and only there.
    pub own: Option<Own>,
    /// The first night.
    pub first_night: NightId,
    /// Longest time the person wants to spend, in weeks; `None` leaves it to the plan.
    pub weeks: Option<u16>,
}

/// Something of the person's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    /// What it is called.
    pub name: Text,
    /// What to do with it.
    pub with: Text,
    /// What to do without it.
    pub without: Text,
    /// Days until it works.
    pub days_until_effect: u16,
    /// Days until it has worn off.
    pub washout_days: u16,
}

/// A wish that makes no trial; its sentence says why and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.sentence())]
pub enum BadWish {
    /// Something of one's own without a name.
    Unnamed,
    /// Words of one's own for a template that has its own.
    NotOwn(&'static str),
    /// A medicine.
    Medicine(String),
    /// Too slow for periods that take turns.
    TooSlow(u16),
}

impl BadWish {
    /// Why it makes no trial, and what to do.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Unnamed => Sentence::of("wish-unnamed"),
            Self::NotOwn(name) => Sentence::of("wish-not-own").with("name", Sentence::known(*name)),
            Self::Medicine(name) => {
                Sentence::of("wish-medicine").with("name", Sentence::text(name))
            }
            Self::TooSlow(days) => Sentence::of("wish-too-slow")
                .with("days", *days)
                .with("most", SLOWEST),
        }
    }
}

/// Days above which a remedy works or wears off too slowly for periods that take turns.
pub const SLOWEST: u16 = 28;

impl Wish {
    /// Checks that it makes sense.
    ///
    /// # Errors
    /// [`BadWish`].
    pub fn check(&self) -> Result<(), BadWish> {
        let Some(own) = &self.own else {
            return if self.template.remedy.is_none() {
                Err(BadWish::Unnamed)
            } else {
                Ok(())
            };
        };
        if self.template.remedy.is_some() {
            return Err(BadWish::NotOwn(self.template.name));
        }
        if [&own.name, &own.with, &own.without]
            .iter()
            .any(|text| text.as_str().trim().is_empty())
        {
            return Err(BadWish::Unnamed);
        }
        if let Some(medicine) = medicine_in(&format!("{} {}", own.name.as_str(), own.with.as_str()))
        {
            return Err(BadWish::Medicine(medicine));
        }
        let slowest = own.days_until_effect.max(own.washout_days);
        if slowest > SLOWEST {
            return Err(BadWish::TooSlow(slowest));
        }
        Ok(())
    }

    /// The remedy under test; `None` for something of one's own.
    #[must_use]
    pub fn remedy(&self) -> Option<&'static Remedy> {
        self.template.remedy.and_then(knowledge::remedy)
    }

    /// What is tested.
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        let name = match &self.own {
            Some(own) => own.name.clone(),
            None => Text::new(self.template.name).ok()?,
        };
        Some(Subject {
            template: Id::new(self.template.id).ok()?,
            remedy: self.template.remedy.and_then(|id| Id::new(id).ok()),
            name,
        })
    }

    /// What is done.
    #[must_use]
    pub fn arms(&self) -> Option<Arms> {
        let template = self.template;
        let (a, b) = match &self.own {
            Some(own) => (own.with.clone(), own.without.clone()),
            None => (Text::new(template.a).ok()?, Text::new(template.b).ok()?),
        };
        Some(Arms {
            a_label: Text::new(template.a_label).ok()?,
            a,
            b_label: Text::new(template.b_label).ok()?,
            b,
        })
    }

    /// Nights at the beginning of a period that cannot count: until one arm works and the other has worn off.
    #[must_use]
    pub fn left_out(&self) -> u16 {
        match &self.own {
            Some(own) => own.days_until_effect.max(own.washout_days),
            None => self
                .template
                .days_until_effect
                .max(self.template.washout_days),
        }
    }
}

/// The first medicine that a text names by a whole word. Words of four letters and more: shorter brand names are also
/// ordinary words.
fn medicine_in(text: &str) -> Option<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| word.chars().count() >= 4)
        .find(|word| {
            let lower = word.to_lowercase();
            let is_ingredient = |medicine: &Medicine| medicine.ingredients.contains(&&*lower);
            !knowledge::medicines_named(word).is_empty()
                || knowledge::medicines().iter().any(is_ingredient)
        })
        .map(str::to_owned)
}
