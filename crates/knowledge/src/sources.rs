//! Where records were read: which sources are the publisher's own, and which are weak and to be replaced.

use std::collections::BTreeMap;

use crate::lookup::{epidemiology, findings, flags, instruments, intakes, look_alikes, rules};
use crate::types::Verified;

/// Sites of publishers, guideline bodies, regulators, health services, universities and registers of papers (our judgement), with
/// all that is below them. Every other site is a weak source: a blog, an aggregator, a mirror, a news page.
const OWN: [&str; 87] = [
    "aafp.org",
    "addisons.org.uk",
    "ajog.org",
    "alcoholchange.org.uk",
    "annfammed.org",
    "antimicrobialcompanion.scot",
    "asianspinejournal.org",
    "avesis.ankara.edu.tr",
    "biologists.com",
    "biomedcentral.com",
    "bioscientifica.com",
    "bjgp.org",
    "bmj.com",
    "books.nap.edu",
    "canada.ca",
    "canjsurg.ca",
    "ccjm.org",
    "cdc.gov",
    "cmaj.ca",
    "cochrane.org",
    "cochranelibrary.com",
    "courses.washington.edu",
    "diabetes.org.uk",
    "digitalcommons.usf.edu",
    "digitalcommons.wku.edu",
    "doaj.org",
    "doi.org",
    "drugs.com",
    "efsa.europa.eu",
    "elsevier.com",
    "elsevierpure.com",
    "ema.europa.eu",
    "eprints.soton.ac.uk",
    "epub.ub.uni-muenchen.de",
    "europa.eu",
    "experts.arizona.edu",
    "fda.gov",
    "gov.uk",
    "guidelines.co.uk",
    "healthed.govt.nz",
    "heartonline.org.au",
    "heiw.wales",
    "hindawi.com",
    "hivinsite.ucsf.edu",
    "ices.on.ca",
    "insights.ovid.com",
    "jabfm.org",
    "jhrlmc.com",
    "jofskin.org",
    "journals.rcsi.science",
    "jura.ku.dk",
    "lareb.nl",
    "lillymedical.com",
    "mayoclinic.org",
    "mcmasteroptimalaging.com",
    "medicines.org.uk",
    "medlink.com",
    "medscimonit.com",
    "merckmanuals.com",
    "mims.co.uk",
    "mims.com",
    "nature.com",
    "ncbi.nlm.nih.gov",
    "nhs.uk",
    "nhs.wales",
    "nhsggc.org.uk",
    "nice.org.uk",
    "nidirect.gov.uk",
    "nih.gov",
    "onlinelibrary.wiley.com",
    "openorthopaedicsjournal.com",
    "phlebolymphology.org",
    "psychiatrist.com",
    "pubmed.gov",
    "pure.fujita-hu.ac.jp",
    "rcog.org.uk",
    "scholars.duke.edu",
    "scholarworks.indianapolis.iu.edu",
    "scot.nhs.uk",
    "smw.ch",
    "springermedizin.de",
    "stanfordhealthcare.org",
    "tci-thaijo.org",
    "thelancet.com",
    "wdconline.org.uk",
    "who.int",
    "www.mdedge.com",
];

/// A source that is weak, with the records that stand on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeakSource {
    /// Its address.
    pub address: &'static str,
    /// Kind and id of each record, in the order of the knowledge.
    pub records: Vec<(&'static str, &'static str)>,
}

/// Whether an address is on a site of the publisher, a guideline body, a regulator, a health service or a register of papers.
#[must_use]
pub fn is_own(address: &str) -> bool {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest
        .split(['/', ':', '?'])
        .next()
        .unwrap_or_default()
        .trim_end_matches('.');
    OWN.iter().any(|own| {
        host.strip_suffix(own)
            .is_some_and(|before| before.is_empty() || before.ends_with('.'))
    })
}

/// All weak sources, by their address.
#[must_use]
pub fn weak() -> Vec<WeakSource> {
    let mut weak: BTreeMap<&'static str, Vec<(&'static str, &'static str)>> = BTreeMap::new();
    let mut add = |kind, id, address: &'static str, verified| {
        if verified != Verified::Unverified && !address.is_empty() && !is_own(address) {
            let records = weak.entry(address).or_default();
            if !records.contains(&(kind, id)) {
                records.push((kind, id));
            }
        }
    };
    for one in rules() {
        add("rule", one.id, one.source_url, one.verified);
    }
    for one in flags() {
        add("flag", one.id, one.source_url, one.verified);
    }
    for one in look_alikes() {
        add("look-alike", one.id, one.source_url, one.verified);
    }
    for one in instruments() {
        add("questionnaire", one.id, one.source_url, one.verified);
    }
    for one in crate::labs() {
        add("blood test", one.id, one.source_url, one.verified);
    }
    for one in intakes() {
        add(
            "reference intake",
            one.nutrient,
            one.source_url,
            one.verified,
        );
    }
    for one in findings() {
        add("finding", one.id, one.source_url, one.verified);
    }
    for one in epidemiology() {
        add("datum", one.id, one.source_url, one.verified);
    }
    weak.into_iter()
        .map(|(address, records)| WeakSource { address, records })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_only_ends_alike_is_not_the_site() {
        for own in [
            "https://pubmed.ncbi.nlm.nih.gov/22157068/",
            "http://cks.nice.org.uk/leg-cramps",
            "https://doi.org/10.1/x",
        ] {
            assert!(is_own(own), "{own}");
        }
        for weak in [
            "https://not-nhs.uk.example.com/",
            "https://fakenice.org.uk/",
            "http://jkbops.blogg.se/2022/july/",
            "",
        ] {
            assert!(!is_own(weak), "{weak}");
        }
    }
}
