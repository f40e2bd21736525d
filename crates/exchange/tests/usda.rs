//! Files of FoodData Central, written here in the documented format: read alike as folder, zip and JSON, and refused with a sentence.
#![expect(clippy::unwrap_used, reason = "tests may fail loudly")]

use std::fmt::Write as _;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use exchange::UsdaError;
use exchange::usda::{self, MOST_FOODS};
use insight::intake::FoodSource;
use knowledge::Nutrient;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const FOOD: &str =
    "\"fdc_id\",\"data_type\",\"description\",\"food_category_id\",\"publication_date\"
\"173410\",\"sr_legacy_food\",\"Butter, salted\",\"1\",\"2019-04-01\"
\"321358\",\"foundation_food\",\"Hummus, commercial\",\"16\",\"2019-04-01\"
\"319874\",\"sample_food\",\"HUMMUS, SABRA CLASSIC\",\"16\",\"2019-04-01\"
\"1105904\",\"branded_food\",\"WESSON Vegetable Oil 1 GAL\",\"\",\"2020-11-13\"
";
const NUTRIENT: &str = "\"id\",\"fdc_id\",\"nutrient_id\",\"amount\",\"data_points\",\"derivation_id\",\"min\",\"max\",\"median\",\"footnote\",\"min_year_acquired\"
\"1\",\"173410\",\"1090\",\"2\",\"0\",\"1\",\"\",\"\",\"\",\"\",\"\"
\"2\",\"173410\",\"1093\",\"643\",\"0\",\"1\",\"\",\"\",\"\",\"\",\"\"
\"3\",\"173410\",\"1008\",\"717\",\"0\",\"1\",\"\",\"\",\"\",\"\",\"\"
\"4\",\"173410\",\"1110\",\"60\",\"0\",\"1\",\"\",\"\",\"\",\"\",\"\"
\"5\",\"173410\",\"1051\",\"160\",\"0\",\"1\",\"\",\"\",\"\",\"\",\"\"
\"6\",\"321358\",\"2047\",\"243\",\"0\",\"1\",\"\",\"\",\"\",\"\",\"\"
\"7\",\"321358\",\"2048\",\"229\",\"0\",\"1\",\"\",\"\",\"\",\"\",\"\"
\"8\",\"321358\",\"1090\",\"71.1\",\"8\",\"1\",\"\",\"\",\"\",\"\",\"\"
\"9\",\"321358\",\"1087\",\"\",\"8\",\"1\",\"\",\"\",\"\",\"\",\"\"
\"10\",\"319874\",\"1090\",\"70\",\"8\",\"1\",\"\",\"\",\"\",\"\",\"\"
";
const UNIT: &str = "\"id\",\"name\"\n\"1001\",\"tablespoon\"\n\"9999\",\"undetermined\"\n";
const PORTION: &str = "\"id\",\"fdc_id\",\"seq_num\",\"amount\",\"measure_unit_id\",\"portion_description\",\"modifier\",\"gram_weight\",\"data_points\",\"footnote\",\"min_year_acquired\"
\"81550\",\"173410\",\"2\",\"1.0\",\"9999\",\"\",\"tbsp\",\"14.2\",\"\",\"\",\"\"
\"81549\",\"173410\",\"1\",\"1.0\",\"9999\",\"\",\"pat (1\"\" sq, 1/3\"\" high)\",\"5.0\",\"\",\"\",\"\"
\"118804\",\"321358\",\"1\",\"2.0\",\"1001\",\"\",\"\",\"33.9\",\"10\",\"\",\"2012\"
\"118805\",\"321358\",\"2\",\"10\",\"1001\",\"\",\"heaped\",\"9000\",\"10\",\"\",\"2012\"
";
const JSON: &str = r#"{"SRLegacyFoods": [
 {"foodClass": "FinalFood", "description": "Butter, salted", "fdcId": 173410, "ndbNumber": 1001,
  "foodNutrients": [
   {"type": "FoodNutrient", "id": 1, "nutrient": {"id": 1090, "number": "304", "unitName": "mg"}, "amount": 2},
   {"type": "FoodNutrient", "id": 2, "nutrient": {"id": 1093, "number": "307", "unitName": "mg"}, "amount": 643},
   {"type": "FoodNutrient", "id": 3, "nutrient": {"id": 1008, "number": "208", "unitName": "kcal"}, "amount": 717.0},
   {"type": "FoodNutrient", "id": 4, "nutrient": {"id": 1110, "number": "324", "unitName": "IU"}, "amount": 60},
   {"type": "FoodNutrient", "id": 5, "nutrient": {"id": 1051, "number": "255", "unitName": "g"}, "amount": 160}],
  "foodPortions": [
   {"id": 81550, "amount": 1.0, "measureUnit": {"id": 9999, "name": "undetermined"}, "modifier": "tbsp", "gramWeight": 14.2, "sequenceNumber": 2},
   {"id": 81549, "amount": 1.0, "measureUnit": {"id": 9999, "name": "undetermined"}, "modifier": "pat (1\" sq, 1/3\" high)", "gramWeight": 5.0, "sequenceNumber": 1}]}
], "other": {"ignored": [1, 2]}}"#;

const TABLES: [(&str, &str); 4] = [
    ("food.csv", FOOD),
    ("food_nutrient.csv", NUTRIENT),
    ("measure_unit.csv", UNIT),
    ("food_portion.csv", PORTION),
];

/// A folder with these tables.
fn folder(tables: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in tables {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn zipped(dir: &Path, files: &[(&str, &str)]) -> PathBuf {
    let path = dir.join("foods.zip");
    let mut zip = ZipWriter::new(fs::File::create(&path).unwrap());
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    path
}

#[test]
fn a_folder_is_read_with_figures_portions_and_names() {
    let folder = folder(&TABLES);
    let read = usda::read(folder.path()).unwrap();
    let names: Vec<&str> = read.foods.iter().map(|food| food.name.as_str()).collect();
    assert_eq!(
        names,
        ["Butter, salted", "Hummus, commercial"],
        "no samples, no brands"
    );
    let butter = &read.foods[0];
    assert_eq!(butter.source, FoodSource::Imported(173_410));
    assert_eq!(butter.per_100_g.get(Nutrient::Magnesium), Some(2.0));
    assert_eq!(butter.per_100_g.get(Nutrient::Sodium), Some(643.0));
    assert_eq!(butter.per_100_g.get(Nutrient::VitaminD), Some(1.5), "60 IU");
    assert_eq!(butter.per_100_g.get(Nutrient::Calcium), None, "not zero");
    assert_eq!(
        butter.per_100_g.get(Nutrient::Water),
        None,
        "160 g in 100 g"
    );
    assert_eq!(read.left_out, 1);
    let portions: Vec<(&str, f64)> = butter
        .portions
        .iter()
        .map(|portion| (portion.name.as_str(), portion.grams))
        .collect();
    assert_eq!(
        portions,
        [("1 pat (1\" sq, 1/3\" high)", 5.0), ("1 tbsp", 14.2)]
    );
    let hummus = &read.foods[1];
    assert_eq!(
        hummus.per_100_g.get(Nutrient::Energy),
        Some(229.0),
        "the specific factors"
    );
    assert_eq!(
        hummus.per_100_g.get(Nutrient::Calcium),
        None,
        "an empty figure"
    );
    assert_eq!(hummus.portions.len(), 1, "nobody eats 9 kg");
    assert_eq!(hummus.portions[0].name, "2 tablespoon");
}

#[test]
fn zip_folder_and_json_say_the_same() {
    let folder = folder(&TABLES);
    let plain = usda::read(folder.path()).unwrap();
    let inside: Vec<(String, &str)> = TABLES
        .iter()
        .map(|(name, text)| (format!("FoodData_Central_csv_2019-04/{name}"), *text))
        .collect();
    let inside: Vec<(&str, &str)> = inside
        .iter()
        .map(|(name, text)| (name.as_str(), *text))
        .collect();
    let zip = zipped(folder.path(), &inside);
    assert_eq!(usda::read(&zip).unwrap(), plain);
    let json = folder.path().join("foods.json");
    fs::write(&json, JSON).unwrap();
    let read = usda::read(&json).unwrap();
    assert_eq!(read.foods[..], plain.foods[..1]);
    let zip = zipped(folder.path(), &[("surveyDownload.json", JSON)]);
    assert_eq!(usda::read(&zip).unwrap(), read);
}

#[test]
fn what_is_no_such_file_is_refused_with_a_sentence() {
    let without = |left_out: &str| {
        let rest: Vec<(&str, &str)> = TABLES
            .into_iter()
            .filter(|(name, _)| *name != left_out)
            .collect();
        rest
    };
    let with = |name: &'static str, text: &'static str| {
        let mut tables = without(name);
        tables.push((name, text));
        tables
    };
    for (tables, words) in [
        (Vec::new(), "no food.csv in it"),
        (without("food_nutrient.csv"), "no food_nutrient.csv in it"),
        (
            with("food.csv", "id,name\n1,butter\n"),
            "food.csv has no column ‘fdc_id’",
        ),
        (
            with(
                "food.csv",
                "fdc_id,data_type,description\nx,sr_legacy_food,Butter\n",
            ),
            "food.csv, line 2: ‘x’ is not a whole number",
        ),
        (
            with(
                "food_nutrient.csv",
                "fdc_id,nutrient_id,amount\n173410,1090,much\n",
            ),
            "food_nutrient.csv, line 2: ‘much’ is not a number",
        ),
        (
            with(
                "food_nutrient.csv",
                "fdc_id,nutrient_id,amount\n173410,1090,inf\n",
            ),
            "‘inf’ is not a number",
        ),
        (
            with(
                "food.csv",
                "fdc_id,data_type,description\n1,branded_food,Oil\n",
            ),
            "no food of SR Legacy",
        ),
        (
            with(
                "food.csv",
                "fdc_id,data_type,description\n1,sr_legacy_food\n",
            ),
            "food.csv is damaged",
        ),
    ] {
        let folder = folder(&tables);
        let refused = usda::read(folder.path()).unwrap_err();
        assert!(refused.to_string().contains(words), "{refused}");
        assert!(
            refused.to_string().ends_with("Nothing was changed."),
            "{refused}"
        );
        assert!(!refused.is_io());
    }
}

#[test]
fn damaged_and_foreign_files_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("file");
    let cut = &JSON[..JSON.len() / 2];
    for (bytes, words) in [
        (&b"PK\x03\x04 not a zip"[..], "The zip is damaged"),
        (b"date,cramps\n", "no food.csv"),
        (b"", "no food.csv"),
        (b"{\"SRLegacyFoods\": 7}", "The JSON file is damaged"),
        (b"{\"BrandedFoods\": []}", "no food of SR Legacy"),
        (cut.as_bytes(), "The JSON file is damaged"),
    ] {
        fs::write(&path, bytes).unwrap();
        let refused = usda::read(&path).unwrap_err();
        assert!(refused.to_string().contains(words), "{refused}");
    }
    let missing = usda::read(&dir.path().join("nothing")).unwrap_err();
    assert!(missing.is_io());
}

#[test]
fn more_foods_than_any_such_file_has_are_refused() {
    let mut many = String::from("fdc_id,data_type,description\n");
    for number in 0..=MOST_FOODS {
        let _ = writeln!(many, "{number},sr_legacy_food,Food {number}");
    }
    let folder = folder(&[("food.csv", many.as_str()), ("food_nutrient.csv", NUTRIENT)]);
    assert!(matches!(usda::read(folder.path()), Err(UsdaError::TooMany)));
}
