//! Units of amounts, each by its definition: none of these numbers was measured.

/// How much 1 of a unit is in another one; `None` for units that do not fit each other or that nobody knows.
pub(super) fn times(from: &str, to: &str) -> Option<f64> {
    [millilitres, grams, kilocalories]
        .into_iter()
        .find_map(|size| Some(size(from)? / size(to)?))
}

/// Volumes. Litre: 1 dm³. US fluid ounce: 231 cubic inches / 128, a cup is 8 and a pint 16 of them (NIST Handbook 44,
/// appendix C). Imperial pint: 0.568 261 25 L, 20 fluid ounces (Weights and Measures Act 1985, schedule 1).
fn millilitres(unit: &str) -> Option<f64> {
    Some(match unit {
        "mL" | "ml" => 1.0,
        "cL" | "cl" => 10.0,
        "dL" | "dl" => 100.0,
        "L" | "l" => 1000.0,
        "fl_oz_us" => 29.573_529_562_5,
        "cup_us" => 236.588_236_5,
        "pt_us" => 473.176_473,
        "fl_oz_imp" => 28.413_062_5,
        "cup_imp" => 284.130_625,
        "pt_imp" => 568.261_25,
        _ => return None,
    })
}

/// Masses. Avoirdupois ounce: 28.349 523 125 g (international yard and pound, 1959).
fn grams(unit: &str) -> Option<f64> {
    Some(match unit {
        "mcg" | "µg" | "μg" | "ug" => 1e-6,
        "mg" => 1e-3,
        "g" => 1.0,
        "kg" => 1e3,
        "oz" => 28.349_523_125,
        _ => return None,
    })
}

/// Energies. Thermochemical calorie: 4.184 J; nutrition's “Cal” is a kilocalorie.
fn kilocalories(unit: &str) -> Option<f64> {
    Some(match unit {
        "kcal" | "Cal" => 1.0,
        "cal" => 1e-3,
        "kJ" => 1.0 / 4.184,
        "J" => 1e-3 / 4.184,
        _ => return None,
    })
}

/// Vitamin D of one international unit, in µg: 40 units are 1 µg (definition of 1949, kept by all intake tables).
const VITAMIN_D_UNIT: f64 = 0.025;
/// Water of 1 mL, in g: at room temperature within half a percent.
const WATER_MILLILITRE: f64 = 1.0;

/// What an amount of a nutrient is multiplied by to be in the nutrient's own unit.
pub(super) fn of(nutrient: knowledge::Nutrient, unit: &str) -> Option<f64> {
    use knowledge::Nutrient::{VitaminD, Water};
    match (nutrient, unit) {
        (VitaminD, "IU") => Some(VITAMIN_D_UNIT),
        _ => times(unit, nutrient.unit()).or_else(|| {
            (nutrient == Water)
                .then(|| times(unit, "mL"))
                .flatten()
                .map(|millilitres| millilitres * WATER_MILLILITRE)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use knowledge::Nutrient;

    #[test]
    fn units_are_turned_by_their_definitions() {
        let close = |a: Option<f64>, b: f64| assert!((a.unwrap_or(0.0) / b - 1.0).abs() < 1e-9);
        close(times("fl_oz_us", "mL"), 231.0 * 2.54 * 2.54 * 2.54 / 128.0);
        close(times("pt_imp", "fl_oz_imp"), 20.0);
        close(times("oz", "mg"), 453_592.37 / 16.0);
        close(times("kJ", "kcal"), 1.0 / 4.184);
        close(of(Nutrient::VitaminD, "IU"), 1.0 / 40.0);
        close(of(Nutrient::VitaminD, "mcg"), 1.0);
        close(of(Nutrient::Magnesium, "g"), 1000.0);
        close(of(Nutrient::Water, "L"), 1000.0);
        assert_eq!(times("mL", "g"), None);
        assert_eq!(of(Nutrient::Energy, "mg"), None);
    }
}
