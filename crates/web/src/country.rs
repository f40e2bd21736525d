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
    pub(crate) name: &'static str,
    /// What to dial for an ambulance.
    pub(crate) number: &'static str,
}

const fn country(code: &'static str, name: &'static str, number: &'static str) -> Country {
    Country { code, name, number }
}

/// In the order of their English names.
pub(crate) const ALL: [Country; 50] = [
    country("au", "Australia", "000"),
    country("at", "Austria", "112"),
    country("be", "Belgium", "112"),
    country("br", "Brazil", "192"),
    country("bg", "Bulgaria", "112"),
    country("ca", "Canada", "911"),
    country("cl", "Chile", "131"),
    country("cn", "China", "120"),
    country("co", "Colombia", "123"),
    country("hr", "Croatia", "112"),
    country("cy", "Cyprus", "112"),
    country("cz", "Czechia", "112"),
    country("dk", "Denmark", "112"),
    country("ee", "Estonia", "112"),
    country("fi", "Finland", "112"),
    country("fr", "France", "112"),
    country("de", "Germany", "112"),
    country("gr", "Greece", "112"),
    country("hk", "Hong Kong", "999"),
    country("hu", "Hungary", "112"),
    country("is", "Iceland", "112"),
    country("in", "India", "112"),
    country("ie", "Ireland", "112"),
    country("il", "Israel", "101"),
    country("it", "Italy", "112"),
    country("jp", "Japan", "119"),
    country("lv", "Latvia", "112"),
    country("lt", "Lithuania", "112"),
    country("lu", "Luxembourg", "112"),
    country("my", "Malaysia", "999"),
    country("mt", "Malta", "112"),
    country("mx", "Mexico", "911"),
    country("nl", "Netherlands", "112"),
    country("nz", "New Zealand", "111"),
    country("no", "Norway", "113"),
    country("ph", "Philippines", "911"),
    country("pl", "Poland", "112"),
    country("pt", "Portugal", "112"),
    country("ro", "Romania", "112"),
    country("sg", "Singapore", "995"),
    country("sk", "Slovakia", "112"),
    country("si", "Slovenia", "112"),
    country("za", "South Africa", "112"),
    country("kr", "South Korea", "119"),
    country("es", "Spain", "112"),
    country("se", "Sweden", "112"),
    country("ch", "Switzerland", "144"),
    country("tw", "Taiwan", "119"),
    country("gb", "United Kingdom", "999"),
    country("us", "United States", "911"),
];

/// The country with this code.
pub(crate) fn of(code: &str) -> Option<&'static Country> {
    ALL.iter().find(|country| country.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_stand_in_order_once_each_with_a_number_of_digits() {
        assert!(ALL.is_sorted_by_key(|country| country.name));
        for country in &ALL {
            assert_eq!(of(country.code), Some(country), "once");
            let digits = country.number.bytes().all(|byte| byte.is_ascii_digit());
            assert!(digits && country.number.len() == 3, "{}", country.name);
        }
    }
}
