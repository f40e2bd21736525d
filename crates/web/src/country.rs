//! Countries with the number that brings an ambulance there.
//!
//! The ambulance's entries of the list that Android phones dial by (`ecc/input/eccdata.txt` of Android's Telephony, read in
//! November 2026). In the European Union and Iceland 112 works everywhere (112.hu, “What is 112?”). Two differ: in the United
//! Kingdom 999 is the number people know, beside 112; for Norway the list has 112, which is the police's, and Australia's
//! Smartraveller names 113 for the ambulance. Countries of which sources disagree are not here: their number can be typed.

/// A country.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Country {
    /// ISO 3166-1 alpha-2, in lower case.
    pub(crate) code: &'static str,
    /// The message with its name.
    key: &'static str,
    /// What to dial for an ambulance.
    pub(crate) number: &'static str,
}

impl Country {
    pub(crate) fn name(&self) -> &'static str {
        crate::word(self.key)
    }

    /// As dictionaries sort it: Österreich beside Norwegen, not behind Zypern.
    fn place(&self) -> String {
        self.name()
            .to_lowercase()
            .replace('ä', "a")
            .replace('ö', "o")
            .replace('ü', "u")
    }
}

const fn country(code: &'static str, key: &'static str, number: &'static str) -> Country {
    Country { code, key, number }
}

/// All of them, in the order of their names in the page's language.
pub(crate) fn in_order() -> Vec<&'static Country> {
    let mut all: Vec<&Country> = ALL.iter().collect();
    all.sort_by_key(|one| one.place());
    all
}

const ALL: [Country; 50] = [
    country("au", "country-au", "000"),
    country("at", "country-at", "112"),
    country("be", "country-be", "112"),
    country("br", "country-br", "192"),
    country("bg", "country-bg", "112"),
    country("ca", "country-ca", "911"),
    country("cl", "country-cl", "131"),
    country("cn", "country-cn", "120"),
    country("co", "country-co", "123"),
    country("hr", "country-hr", "112"),
    country("cy", "country-cy", "112"),
    country("cz", "country-cz", "112"),
    country("dk", "country-dk", "112"),
    country("ee", "country-ee", "112"),
    country("fi", "country-fi", "112"),
    country("fr", "country-fr", "112"),
    country("de", "country-de", "112"),
    country("gr", "country-gr", "112"),
    country("hk", "country-hk", "999"),
    country("hu", "country-hu", "112"),
    country("is", "country-is", "112"),
    country("in", "country-in", "112"),
    country("ie", "country-ie", "112"),
    country("il", "country-il", "101"),
    country("it", "country-it", "112"),
    country("jp", "country-jp", "119"),
    country("lv", "country-lv", "112"),
    country("lt", "country-lt", "112"),
    country("lu", "country-lu", "112"),
    country("my", "country-my", "999"),
    country("mt", "country-mt", "112"),
    country("mx", "country-mx", "911"),
    country("nl", "country-nl", "112"),
    country("nz", "country-nz", "111"),
    country("no", "country-no", "113"),
    country("ph", "country-ph", "911"),
    country("pl", "country-pl", "112"),
    country("pt", "country-pt", "112"),
    country("ro", "country-ro", "112"),
    country("sg", "country-sg", "995"),
    country("sk", "country-sk", "112"),
    country("si", "country-si", "112"),
    country("za", "country-za", "112"),
    country("kr", "country-kr", "119"),
    country("es", "country-es", "112"),
    country("se", "country-se", "112"),
    country("ch", "country-ch", "144"),
    country("tw", "country-tw", "119"),
    country("gb", "country-gb", "999"),
    country("us", "country-us", "911"),
];

/// The country with this code.
pub(crate) fn of(code: &str) -> Option<&'static Country> {
    ALL.iter().find(|country| country.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_stands_once_with_its_name_and_a_number_of_digits() {
        for country in &ALL {
            assert_eq!(of(country.code), Some(country), "once");
            assert_eq!(country.key, format!("country-{}", country.code));
            let digits = country.number.bytes().all(|byte| byte.is_ascii_digit());
            assert!(digits && country.number.len() == 3, "{}", country.key);
        }
    }

    #[test]
    fn they_stand_in_the_order_of_their_language() {
        let codes = || in_order().iter().map(|one| one.code).collect::<Vec<_>>();
        assert_eq!(codes()[..3], ["au", "at", "be"]);
        let german = crate::say::within(texts::Language::German, codes);
        assert_eq!(german[..3], ["au", "be", "br"]);
        let at = |code| german.iter().position(|one| *one == code);
        assert!(at("no") < at("at") && at("at") < at("ph"), "{german:?}");
    }
}
