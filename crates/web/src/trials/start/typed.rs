//! What stands in the fields of the start card, and the wish that it makes.

use diary::Text;
use insight::trial::{Own, Wish, day_of};
use knowledge::Template;

use crate::form::{Fields, Mistakes};
use crate::site::App;

/// What stands in the fields; an address may carry the first two.
#[derive(Clone, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    pub(super) first: String,
    pub(super) weeks: String,
    #[serde(skip)]
    pub(super) name: String,
    #[serde(skip)]
    pub(super) with: String,
    #[serde(skip)]
    pub(super) without: String,
    #[serde(skip)]
    pub(super) effect: String,
    #[serde(skip)]
    pub(super) washout: String,
}

impl Typed {
    pub(super) fn sent(fields: &Fields) -> Self {
        let typed = |name: &str| fields.get(name).to_owned();
        Self {
            first: typed("first"),
            weeks: typed("weeks"),
            name: typed("name"),
            with: typed("with"),
            without: typed("without"),
            effect: typed("effect"),
            washout: typed("washout"),
        }
    }

    /// What is wanted; `None` when something is missing, with the mistakes.
    pub(super) fn read(
        &self,
        app: &App,
        template: &'static Template,
        mistakes: &mut Mistakes,
    ) -> Option<Wish> {
        let first_night = match self.first.trim() {
            "" => Some(day_of(&app.moment(""))),
            date => match date.parse() {
                Ok(night) => Some(night),
                Err(_) => {
                    mistakes.add("first", crate::word("trial-date-wrong"));
                    None
                }
            },
        };
        let mut number = |field: &str, typed: &str, low: u16, high: u16| -> Option<u16> {
            let typed = typed.trim();
            if typed.is_empty() {
                return None;
            }
            let read = typed.parse().ok().filter(|n| (low..=high).contains(n));
            if read.is_none() {
                mistakes.add(
                    field,
                    crate::say("trial-number-wrong")
                        .with("low", low)
                        .with("high", high)
                        .plain(),
                );
            }
            read
        };
        let weeks = number("weeks", &self.weeks, 1, 52);
        let effect = number("effect", &self.effect, 0, 28);
        let washout = number("washout", &self.washout, 0, 28);
        let own = if template.remedy.is_some() {
            None
        } else {
            let mut text = |field: &str, typed: &str, what: &str| match Text::new(typed.trim()) {
                Ok(text) if !typed.trim().is_empty() => Some(text),
                Ok(_) => {
                    mistakes.add(field, what);
                    None
                }
                Err(bad) => {
                    mistakes.add(field, crate::spoken(bad.sentence()).plain());
                    None
                }
            };
            let name = text("name", &self.name, crate::word("trial-name-missing"));
            let with = text("with", &self.with, crate::word("trial-with-missing"));
            let without = text(
                "without",
                &self.without,
                crate::word("trial-without-missing"),
            );
            Some(Own {
                name: name?,
                with: with?,
                without: without?,
                days_until_effect: effect.unwrap_or(template.days_until_effect),
                washout_days: washout.unwrap_or(template.washout_days),
            })
        };
        Some(Wish {
            template,
            own,
            first_night: first_night?,
            weeks,
        })
    }
}
