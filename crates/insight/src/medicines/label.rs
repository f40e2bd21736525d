//! Where a label was read, as a person can read it: the records name data sets, files and pages.

use texts::Sentence;

/// Before a page of the web.
const PAGE: &str = "label-page ";
/// Before files of the labels that the US authority publishes.
const US_LABEL: &str = "fda-label-";

/// “US label”, “pfizermedicalinformation.com”.
pub(super) fn name(source: &'static str) -> Sentence {
    match page(source) {
        Some(page) => {
            let host = page.split('/').next().unwrap_or(page);
            Sentence::text(host.strip_prefix("www.").unwrap_or(host))
        }
        None if source.starts_with(US_LABEL) => Sentence::of("label-us"),
        None => Sentence::known(source),
    }
}

/// The page's address.
pub(super) fn address(source: &'static str) -> Option<String> {
    page(source).map(|page| format!("http://{page}"))
}

fn page(source: &'static str) -> Option<&'static str> {
    source.strip_prefix(PAGE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_has_a_name_that_people_can_read() {
        for medicine in knowledge::medicines() {
            let name = name(medicine.label_source).to_string();
            assert!(!name.contains(['/', '_', '@']), "{}: {name}", medicine.id);
        }
        let page =
            "label-page www.pfizermedicalinformation.com/en-us/aldactazide/adverse-reactions";
        assert_eq!(name(page).to_string(), "pfizermedicalinformation.com");
        assert_eq!(
            address(page).as_deref(),
            Some("http://www.pfizermedicalinformation.com/en-us/aldactazide/adverse-reactions")
        );
    }
}
