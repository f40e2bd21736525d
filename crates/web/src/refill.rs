//! Puts what was typed back into the form it was typed into, on a page that was made anew.

mod tags;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::say::escaped;
use tags::{Set, Tag, tags};

/// Fields that a page fills in by itself or that are a tap: they need no place.
const NEEDS_NO_PLACE: [&str; 3] = ["zone", "queued", "sent"];

/// The page with the sent fields in the form that has a place for all of them; nothing when it has no such form.
pub(crate) fn refill(page: &str, action: &str, sent: &[(String, String)]) -> Option<String> {
    let tags = tags(page);
    let filled = forms(&tags, action).filter_map(|form| fill(&tags, form, sent));
    // Forms of one address differ in what they are about: the one about the same things is the one.
    let filled = filled.max_by_key(|filled| filled.alike)?;
    filled.written.into(page)
}

/// What is written anew on a page: where it begins, where what it replaces ends, and the words.
#[derive(Default)]
struct Written(BTreeMap<usize, (usize, String)>);

impl Written {
    fn put(&mut self, place: Range<usize>, words: String) {
        self.0.insert(place.start, (place.end, words));
    }

    fn into(self, page: &str) -> Option<String> {
        let (mut whole, mut from) = (String::new(), 0);
        for (start, (end, words)) in self.0 {
            whole.push_str(page.get(from..start)?);
            whole.push_str(&words);
            from = end;
        }
        whole.push_str(page.get(from..)?);
        Some(whole)
    }
}

/// Where the forms stand that go to this address.
fn forms(tags: &[Tag<'_>], action: &str) -> impl Iterator<Item = Range<usize>> {
    let starts = tags.iter().enumerate().filter(move |(_, tag)| {
        tag.name == "form" && tag.get("method") == "post" && tag.get("action") == action
    });
    starts.filter_map(|(start, _)| {
        let length = tags
            .iter()
            .skip(start)
            .position(|tag| tag.name == "/form")?;
        Some(start..start + length)
    })
}

/// A form with what was typed.
struct Filled {
    written: Written,
    /// How many things it is about are those that were sent.
    alike: usize,
}

/// The form with the sent fields, if it has a place for each.
fn fill(tags: &[Tag<'_>], form: Range<usize>, sent: &[(String, String)]) -> Option<Filled> {
    let mut sent = Sent(
        sent.iter()
            .map(|(name, value)| (&**name, &**value))
            .collect(),
    );
    let mut written = Written::default();
    let (mut alike, mut is_for_typing, mut other_id) = (0, false, false);
    // What is folded away around a field, and the field that a choice belongs to.
    let mut folded: Vec<&Tag<'_>> = Vec::new();
    let mut chosen: Option<&str> = None;
    for (at, tag) in tags.iter().enumerate().take(form.end) {
        match tag.name.as_str() {
            "details" => folded.push(tag),
            "/details" => drop(folded.pop()),
            _ => {}
        }
        if at < form.start {
            continue;
        }
        let (name, value) = (tag.get("name"), tag.get("value"));
        let typed = match (tag.name.as_str(), tag.get("type")) {
            ("input", "hidden") => {
                match sent.first(name) {
                    Some(typed) if typed == value => alike += 1,
                    // The number of a form: made anew for each page.
                    Some(typed) if value.is_empty() || name == "id" => {
                        other_id |= name == "id";
                        written.put(tag.place.clone(), tag.with("value", Set::To(typed)));
                    }
                    Some(_) => return None,
                    None => continue,
                }
                sent.take(name);
                continue;
            }
            ("input", "radio" | "checkbox") => {
                let is_sent = sent.take_exactly(name, value);
                written.put(tag.place.clone(), tag.with("checked", bare(is_sent)));
                is_for_typing = true;
                is_sent && !value.is_empty()
            }
            ("input", "password" | "file" | "submit") => continue,
            ("input", _) => {
                is_for_typing = true;
                let Some(typed) = sent.take(name) else {
                    continue;
                };
                written.put(tag.place.clone(), tag.with("value", Set::To(typed)));
                !typed.is_empty()
            }
            ("textarea", _) => {
                is_for_typing = true;
                let Some(typed) = sent.take(name) else {
                    continue;
                };
                // The first line end is the page's own.
                let lines = format!("\n{}", escaped(&typed.replace("\r\n", "\n")));
                let next = tags.get(at + 1)?;
                written.put(tag.place.end..next.place.start, lines);
                !typed.is_empty()
            }
            ("select", _) => {
                is_for_typing = true;
                chosen = sent.first(name).is_some().then_some(name);
                continue;
            }
            ("/select", _) => {
                chosen = None;
                continue;
            }
            ("option", _) => {
                let Some(name) = chosen else { continue };
                let has_value = tag.has("value");
                let value = if has_value { value } else { tag.text.trim() };
                let is_sent = sent.take_exactly(name, value);
                written.put(tag.place.clone(), tag.with("selected", bare(is_sent)));
                is_sent && !value.is_empty()
            }
            ("button", _) => {
                sent.take_exactly(name, value);
                continue;
            }
            _ => continue,
        };
        if typed {
            for fold in &folded {
                written.put(fold.place.clone(), fold.with("open", Set::Bare));
            }
        }
    }
    // Without a field to type in, its number says what it is about.
    let is_it = sent.is_placed() && (is_for_typing || !other_id);
    is_it.then_some(Filled { written, alike })
}

fn bare(is_set: bool) -> Set<'static> {
    if is_set { Set::Bare } else { Set::Gone }
}

/// What was sent and has no place yet.
struct Sent<'s>(Vec<(&'s str, &'s str)>);

impl<'s> Sent<'s> {
    fn first(&self, name: &str) -> Option<&'s str> {
        let found = self.0.iter().find(|(own, _)| *own == name);
        found.map(|(_, value)| *value)
    }

    fn take(&mut self, name: &str) -> Option<&'s str> {
        let at = self.0.iter().position(|(own, _)| *own == name)?;
        Some(self.0.remove(at).1)
    }

    /// Takes a field with this value.
    fn take_exactly(&mut self, name: &str, value: &str) -> bool {
        let at = self.0.iter().position(|own| *own == (name, value));
        at.map(|at| self.0.remove(at)).is_some()
    }

    fn is_placed(&self) -> bool {
        self.0.iter().all(|(name, value)| {
            let is_tap = name.starts_with("portion-");
            is_tap || value.trim().is_empty() || NEEDS_NO_PLACE.contains(name)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<form method=\"post\" action=\"/a\"><input type=\"hidden\" name=\"of\" value=\"1\">\
        <button name=\"do\" value=\"go\">Go</button></form>\
        <details class=\"card\"><summary>b</summary><form method=\"post\" action=\"/a\"><input type=\"hidden\" name=\"of\" value=\"2\">\
        <input name=\"n\" value=\"old\"><input name=\"empty\"><textarea name=\"t\">\n</textarea>\
        <input type=\"radio\" name=\"r\" value=\"x\" checked><input type=\"radio\" name=\"r\" value=\"y\">\
        <select name=\"s\"><option value=\"\" selected>-</option><option lang=\"en\">mg</option></select>\
        </form></details>";

    fn sent(fields: &[(&str, &str)]) -> Vec<(String, String)> {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        fields.iter().map(own).collect()
    }

    #[test]
    fn every_kind_of_field_gets_what_was_sent_and_nothing_breaks_out() {
        let typed = sent(&[
            ("of", "2"),
            ("n", "\"><script>"),
            ("empty", ""),
            ("t", "one\r\n</textarea><b>"),
            ("r", "y"),
            ("s", "mg"),
            ("zone", "Europe/Berlin"),
        ]);
        let page = refill(PAGE, "/a", &typed).unwrap();
        assert!(page.contains("<details class=\"card\" open>"), "{page}");
        assert!(
            page.contains("name=\"n\" value=\"&#34;&#62;&#60;script&#62;\">"),
            "{page}"
        );
        assert!(
            page.contains("\none\n&#60;/textarea&#62;&#60;b&#62;</textarea>"),
            "{page}"
        );
        assert!(
            page.contains("value=\"x\"><input type=\"radio\" name=\"r\" value=\"y\" checked>"),
            "{page}"
        );
        assert!(
            page.contains("<option value=\"\">-</option><option lang=\"en\" selected>mg"),
            "{page}"
        );
        assert!(
            page.contains("<button name=\"do\" value=\"go\">Go</button></form>"),
            "{page}"
        );
    }

    #[test]
    fn a_form_about_something_else_or_without_a_place_is_not_filled() {
        assert!(refill(PAGE, "/b", &[]).is_none());
        assert!(refill(PAGE, "/a", &sent(&[("of", "3"), ("n", "a")])).is_none());
        assert!(refill(PAGE, "/a", &sent(&[("of", "2"), ("elsewhere", "a")])).is_none());
        let nothing_typed = refill(PAGE, "/a", &sent(&[("of", "1"), ("do", "go")])).unwrap();
        assert_eq!(nothing_typed, PAGE);
        let items = "<form method=\"post\" action=\"/t\"><input type=\"hidden\" name=\"id\" value=\"7\"><button>Take back</button></form>";
        assert!(
            refill(items, "/t", &sent(&[("id", "8")])).is_none(),
            "another entry"
        );
        assert!(refill(items, "/t", &sent(&[("id", "7")])).is_some());
    }
}
