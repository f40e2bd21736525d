//! The tags of a page in their order, each with where it stands and the text behind it.

use std::ops::Range;

use html5gum::{DefaultEmitter, HtmlString, StartTag, Token, Tokenizer};

use crate::say::escaped;

/// A start tag or an end tag.
pub(super) struct Tag<'p> {
    /// With the slash of an end tag.
    pub(super) name: String,
    /// Its place in the page, in bytes.
    pub(super) place: Range<usize>,
    /// What stands between it and the next tag.
    pub(super) text: String,
    attributes: Vec<Attribute<'p>>,
}

struct Attribute<'p> {
    name: String,
    value: String,
    /// As it is written.
    raw: &'p str,
}

/// What an attribute becomes.
pub(super) enum Set<'v> {
    Gone,
    Bare,
    To(&'v str),
}

/// Reads a page of ours. It holds no script or style, in which a tag would be none.
pub(super) fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut tags: Vec<Tag<'_>> = Vec::new();
    for Ok(token) in Tokenizer::new_with_emitter(page, DefaultEmitter::<usize>::new_with_span()) {
        match token {
            Token::StartTag(tag) => tags.push(Tag::start(page, &tag)),
            Token::EndTag(tag) => tags.push(Tag {
                name: format!("/{}", text(&tag.name)),
                place: tag.span.start..tag.span.end,
                text: String::new(),
                attributes: Vec::new(),
            }),
            Token::String(string) => {
                if let Some(tag) = tags.last_mut() {
                    tag.text.push_str(&text(&string));
                }
            }
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    tags
}

fn text(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

impl<'p> Tag<'p> {
    fn start(page: &'p str, tag: &StartTag<usize>) -> Self {
        let mut attributes: Vec<_> = tag.attributes.iter().collect();
        attributes.sort_unstable_by_key(|(_, value)| value.span.start);
        let starts = attributes.iter().map(|(_, value)| value.span.start);
        // An attribute ends before the next one, the last before the bracket: the reader's own end leaves out `=""`.
        let ends = starts.skip(1).chain([tag.span.end - 1]);
        let attributes = attributes.iter().zip(ends).map(|((name, value), end)| {
            let raw = page.get(value.span.start..end).unwrap_or_default();
            Attribute {
                name: text(name),
                value: text(value),
                raw: raw.trim_end(),
            }
        });
        Self {
            name: text(&tag.name),
            place: tag.span.start..tag.span.end,
            text: String::new(),
            attributes: attributes.collect(),
        }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|own| own.name == name)
    }

    /// The value of an attribute; empty when it has none.
    pub(super) fn get(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|own| own.name == name);
        found.map_or("", |own| &own.value)
    }

    /// The tag as it is written with an attribute set or taken away.
    pub(super) fn with(&self, name: &str, value: Set<'_>) -> String {
        let others = self.attributes.iter().filter(|own| own.name != name);
        let set = match value {
            Set::Gone => None,
            Set::Bare => Some(name.to_owned()),
            Set::To(value) => Some(format!("{name}=\"{}\"", escaped(value))),
        };
        let mut tag = format!("<{}", self.name);
        for attribute in others.map(|own| own.raw).chain(set.as_deref()) {
            tag.push(' ');
            tag.push_str(attribute);
        }
        tag.push('>');
        tag
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_is_found_where_it_stands() {
        let page = "<!doctype html>\r\n<!-- <b> --><p class=\"ü\" hidden>Zwölf &#60;b&#62; &amp; 𝄞</p>\r\n\
            <input name='a' value=\"\" data-x=1\n checked><input value=\"&#34;&#62; ä&amp;b\"\tname=n>\
            <textarea name=\"t\">\nü &#60;/textarea&#62;</textarea><svg><path d=\"M0 0\"/></svg>";
        let tags = tags(page);
        let shown: Vec<&str> = tags.iter().map(|tag| &page[tag.place.clone()]).collect();
        assert_eq!(
            shown,
            [
                "<p class=\"ü\" hidden>",
                "</p>",
                "<input name='a' value=\"\" data-x=1\n checked>",
                "<input value=\"&#34;&#62; ä&amp;b\"\tname=n>",
                "<textarea name=\"t\">",
                "</textarea>",
                "<svg>",
                "<path d=\"M0 0\"/>",
                "</svg>",
            ]
        );
        assert_eq!(tags[0].text, "Zwölf <b> & 𝄞");
        assert_eq!(tags[4].text, "\nü </textarea>");
        assert_eq!(
            (tags[3].get("value"), tags[3].get("name")),
            ("\"> ä&b", "n")
        );
        assert!(tags[0].has("hidden") && !tags[0].has("open"));
        assert_eq!(tags[1].name, "/p");
        assert_eq!(
            tags[2].with("value", Set::To("\"<ü>")),
            "<input name='a' data-x=1 checked value=\"&#34;&#60;ü&#62;\">"
        );
        assert_eq!(
            tags[2].with("checked", Set::Gone),
            "<input name='a' value=\"\" data-x=1>"
        );
        assert_eq!(
            tags[3].with("checked", Set::Bare),
            "<input value=\"&#34;&#62; ä&amp;b\" name=n checked>"
        );
    }
}
