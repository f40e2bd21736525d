//! Puts what was typed back into the form it was typed into, on a page that was made anew.
//!
//! It reads our own pages only: every value stands in double quotes, and what a person typed is escaped.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::say::escaped;

/// Fields that a page fills in by itself or that are a tap: they need no place.
const NEEDS_NO_PLACE: [&str; 3] = ["zone", "queued", "sent"];

/// The page with the sent fields in the form that has a place for all of them; nothing when it has no such form.
pub(crate) fn refill(page: &str, action: &str, sent: &[(String, String)]) -> Option<String> {
    let pieces = pieces(page);
    let filled = forms(&pieces, action).filter_map(|form| fill(&pieces, form, sent));
    // Forms of one address differ in what they are about: the one about the same things is the one.
    let filled = filled.max_by_key(|filled| filled.alike)?;
    let pieces = pieces.iter().enumerate();
    let shown = pieces.map(|(at, piece)| match filled.changed.get(&at) {
        Some(changed) => changed.as_str(),
        None => piece.raw(),
    });
    Some(shown.collect())
}

enum Piece<'p> {
    Text(&'p str),
    Tag(Tag<'p>),
}

impl<'p> Piece<'p> {
    fn raw(&self) -> &'p str {
        match self {
            Self::Text(text) => text,
            Self::Tag(tag) => tag.raw,
        }
    }

    fn is(&self, name: &str) -> bool {
        matches!(self, Self::Tag(tag) if tag.name == name)
    }
}

struct Tag<'p> {
    raw: &'p str,
    /// With the slash of an end tag.
    name: &'p str,
    /// Names and values as they are written.
    attributes: Vec<(&'p str, Option<&'p str>)>,
}

impl<'p> Tag<'p> {
    fn read(raw: &'p str) -> Self {
        let inside = raw.trim_start_matches('<').trim_end_matches('>');
        let (name, mut rest) = inside.split_once([' ', '\n']).unwrap_or((inside, ""));
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start();
            let end = rest.find([' ', '\n', '=']).unwrap_or(rest.len());
            let (attribute, after) = rest.split_at(end);
            if attribute.is_empty() {
                break;
            }
            let quoted = after
                .strip_prefix("=\"")
                .and_then(|value| value.split_once('"'));
            attributes.push((attribute, quoted.map(|(value, _)| value)));
            rest = quoted.map_or(after, |(_, after)| after);
        }
        Self {
            raw,
            name,
            attributes,
        }
    }

    fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(own, _)| *own == name)
    }

    fn get(&self, name: &str) -> &'p str {
        let found = self.attributes.iter().find(|(own, _)| *own == name);
        found.and_then(|(_, value)| *value).unwrap_or_default()
    }

    /// The tag with an attribute set to what comes escaped, without a value, or taken away.
    fn with(&self, name: &str, value: Set<'_>) -> String {
        let mut tag = format!("<{}", self.name);
        for (own, value) in self.attributes.iter().filter(|(own, _)| *own != name) {
            tag.push(' ');
            tag.push_str(own);
            if let Some(value) = value {
                tag.push_str("=\"");
                tag.push_str(value);
                tag.push('"');
            }
        }
        match value {
            Set::Gone => {}
            Set::Bare => {
                tag.push(' ');
                tag.push_str(name);
            }
            Set::To(typed) => {
                tag.push(' ');
                tag.push_str(name);
                tag.push_str("=\"");
                tag.push_str(&escaped(typed));
                tag.push('"');
            }
        }
        tag.push('>');
        tag
    }
}

enum Set<'v> {
    Gone,
    Bare,
    /// As it was typed.
    To(&'v str),
}

fn bare(is_set: bool) -> Set<'static> {
    if is_set { Set::Bare } else { Set::Gone }
}

fn pieces(page: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        let (text, tag) = rest.split_at(start);
        if !text.is_empty() {
            pieces.push(Piece::Text(text));
        }
        let mut quoted = false;
        let end = tag.find(|c| {
            quoted ^= c == '"';
            c == '>' && !quoted
        });
        let (tag, after) = tag.split_at(end.map_or(tag.len(), |end| end + 1));
        pieces.push(Piece::Tag(Tag::read(tag)));
        rest = after;
    }
    pieces.push(Piece::Text(rest));
    pieces
}

/// Where the forms stand that go to this address.
fn forms(pieces: &[Piece<'_>], action: &str) -> impl Iterator<Item = Range<usize>> {
    let action = escaped(action);
    let starts = pieces.iter().enumerate().filter(move |(_, piece)| {
        matches!(piece, Piece::Tag(tag) if tag.name == "form"
            && tag.get("method") == "post" && tag.get("action") == action)
    });
    starts.filter_map(|(start, _)| {
        let length = pieces.iter().skip(start).position(|one| one.is("/form"))?;
        Some(start..start + length)
    })
}

/// A form with what was typed.
struct Filled {
    /// Pieces in their new words, by their place.
    changed: BTreeMap<usize, String>,
    /// How many things it is about are those that were sent.
    alike: usize,
}

/// The form with the sent fields, if it has a place for each.
fn fill(pieces: &[Piece<'_>], form: Range<usize>, sent: &[(String, String)]) -> Option<Filled> {
    let mut sent = Sent(
        sent.iter()
            .map(|(name, value)| (&**name, &**value))
            .collect(),
    );
    let mut changed = BTreeMap::new();
    let (mut alike, mut is_for_typing, mut other_id) = (0, false, false);
    // What is folded away around a field, and the field that a choice belongs to.
    let mut folded: Vec<usize> = Vec::new();
    let mut chosen: Option<&str> = None;
    for (at, piece) in pieces.iter().enumerate().take(form.end) {
        let Piece::Tag(tag) = piece else { continue };
        match tag.name {
            "details" => folded.push(at),
            "/details" => drop(folded.pop()),
            _ => {}
        }
        if at < form.start {
            continue;
        }
        let (name, value) = (tag.get("name"), tag.get("value"));
        let typed = match (tag.name, tag.get("type")) {
            ("input", "hidden") => {
                match sent.first(name) {
                    Some(typed) if escaped(typed) == value => alike += 1,
                    // The number of a form: made anew for each page.
                    Some(typed) if value.is_empty() || name == "id" => {
                        other_id |= name == "id";
                        changed.insert(at, tag.with("value", Set::To(typed)));
                    }
                    Some(_) => return None,
                    None => continue,
                }
                sent.take(name);
                continue;
            }
            ("input", "radio" | "checkbox") => {
                let is_sent = sent.take_exactly(name, value);
                changed.insert(at, tag.with("checked", bare(is_sent)));
                is_for_typing = true;
                is_sent && !value.is_empty()
            }
            ("input", "password" | "file" | "submit") => continue,
            ("input", _) => {
                is_for_typing = true;
                let Some(typed) = sent.take(name) else {
                    continue;
                };
                changed.insert(at, tag.with("value", Set::To(typed)));
                !typed.is_empty()
            }
            ("textarea", _) => {
                is_for_typing = true;
                let Some(typed) = sent.take(name) else {
                    continue;
                };
                // The first line end is the page's own.
                let lines = format!("\n{}", escaped(&typed.replace("\r\n", "\n")));
                match pieces.get(at + 1) {
                    Some(Piece::Text(_)) => changed.insert(at + 1, lines),
                    _ => changed.insert(at, format!("{}{lines}", tag.raw)),
                };
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
                let value = if tag.has("value") {
                    Cow::Borrowed(value)
                } else {
                    pieces.get(at + 1).map_or("", Piece::raw).trim().into()
                };
                let is_sent = sent.take_exactly(name, &value);
                changed.insert(at, tag.with("selected", bare(is_sent)));
                is_sent && !value.is_empty()
            }
            ("button", _) => {
                sent.take_exactly(name, value);
                continue;
            }
            _ => continue,
        };
        if typed {
            for &fold in &folded {
                if let Some(Piece::Tag(fold_tag)) = pieces.get(fold) {
                    changed.insert(fold, fold_tag.with("open", Set::Bare));
                }
            }
        }
    }
    // Without a field to type in, its number says what it is about.
    let is_it = sent.is_placed() && (is_for_typing || !other_id);
    is_it.then_some(Filled { changed, alike })
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

    /// Takes a field with this value, which comes escaped.
    fn take_exactly(&mut self, name: &str, value: &str) -> bool {
        let is_it = |(own, typed): &(&str, &str)| *own == name && escaped(typed) == value;
        let at = self.0.iter().position(is_it);
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
