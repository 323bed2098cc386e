//! What a translation is, and what is told of one that is not right.

use crate::language::Language;
use crate::scenario::library::{BUILTIN, Origin};
use crate::scenario::{Files, Report, Scenario, check};

/// Gulf with this translation.
fn with(translation: &'static str) -> (Option<Scenario>, Report) {
    let own = |(name, _): &&(&str, &str)| Language::ALL.iter().all(|l| *name != format!("{l}.ron"));
    let files = BUILTIN[0].files.iter().filter(own);
    let mut files: Files = files
        .map(|(name, text)| ((*name).to_owned(), (*text).into()))
        .collect();
    files.push(("vi.ron".to_owned(), translation.into()));
    check(&Origin::Files(files))
}

/// What is told of a translation beside what it lacks.
fn faults(translation: &'static str) -> Vec<String> {
    let (scenario, report) = with(translation);
    assert!(scenario.is_some(), "{report}");
    let told = report.faults.iter().filter(|fault| fault.place.is_some());
    let told = told.map(|fault| {
        let help = fault.help.as_deref().unwrap_or_default();
        format!("{} ({help})", fault.message)
    });
    told.collect()
}

#[test]
fn a_text_is_told_in_the_language_and_what_is_not_translated_in_the_original() {
    let (scenario, report) = with(r#"{ "us.capital": "Oa-sinh-tơn" }"#);
    let scenario = scenario.unwrap();
    let vietnamese = scenario.text_in(Language::Vietnamese);
    assert_eq!(vietnamese.sides.0[0].capital, "Oa-sinh-tơn");
    assert_eq!(vietnamese.title, scenario.text.title);
    assert_eq!(scenario.text_in(Language::English), &scenario.text);
    assert!(report.to_string().contains("`title` is not translated"));
}

#[test]
fn a_translation_changes_nothing_that_identifies_the_scenario() {
    let gulf = Scenario::load("gulf").unwrap();
    let translated = with(r#"{ "title": "Vùng Vịnh" }"#).0.unwrap();
    assert_eq!(translated.hash, gulf.hash);
    assert_eq!(translated.text, gulf.text);
    assert_eq!(translated.files, gulf.files);
}

#[test]
fn a_path_that_leads_to_no_text_is_told_with_the_nearest_one() {
    assert_eq!(
        faults(r#"{ "us.kapital": "Oa-sinh-tơn" }"#),
        ["the scenario has no text `us.kapital` (did you mean `us.capital`?)"]
    );
}

#[test]
fn a_translation_that_is_empty_too_wide_or_filled_in_otherwise_is_told() {
    assert_eq!(faults(r#"{ "title": " " }"#), ["the text is empty ()"]);
    assert_eq!(
        faults(r#"{ "title": "{gulf}" }"#),
        ["the text has other places to fill in (the original has none)"]
    );
    assert_eq!(
        faults(r#"{ "clauses.missiles.short": "Tên lửa đạn đạo" }"#),
        ["the text is 15 columns wide; 12 can be shown ()"]
    );
}

#[test]
fn a_mark_that_stands_apart_from_its_letter_is_told() {
    let told = faults("{ \"title\": \"Vu\u{300}ng\" }");
    assert!(told[0].contains("written apart"), "{told:?}");
}
