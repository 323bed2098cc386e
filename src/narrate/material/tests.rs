use super::*;
use crate::narrate::markdown::{Row, lay_out};

fn document(name: &str) -> Document {
    let all = documents(Language::English);
    all.iter()
        .find(|document| document.name == name)
        .unwrap()
        .clone()
}

fn numbered(name: &str) -> Vec<String> {
    let blocks = blocks(&document(name).text).into_iter();
    let texts = blocks.filter_map(|block| match block {
        Block::Item(mark, text) if mark != "-" => Some(format!("{mark} {text}")),
        _ => None,
    });
    texts.collect()
}

/// The rows of the one table of a document.
fn rows(name: &str) -> Vec<Vec<String>> {
    let tables = blocks(&document(name).text).into_iter();
    let mut tables = tables.filter_map(|block| match block {
        Block::Table(table) => Some(table.rows),
        _ => None,
    });
    tables.next().unwrap()
}

#[test]
fn every_document_begins_with_its_title_and_says_what_it_is() {
    for (language, all) in MATERIAL {
        for Document { name, file, text } in *all {
            assert!(text.starts_with("# "), "{language}/{file}");
            assert!(file.ends_with(&format!("-{name}.md")), "{language}/{file}");
        }
        for document in *all {
            assert!(document.about().len() > 20, "{language}/{}", document.file);
        }
    }
}

#[test]
fn every_language_has_the_same_documents() {
    for (language, all) in MATERIAL {
        let names = |all: &[Document]| all.iter().map(|d| d.file.clone()).collect::<Vec<_>>();
        assert_eq!(
            names(all),
            names(documents(Language::English)),
            "{language}"
        );
    }
}

#[test]
fn every_document_fits_every_width_of_a_screen() {
    for (_, all) in MATERIAL {
        for document in *all {
            for width in 57..=200 {
                let rows = lay_out(&document.text, width, "•");
                for row in &rows {
                    assert!(row.width() <= width, "{}: {}", document.file, row.text());
                    assert_eq!(row.text().trim_end(), row.text(), "{}", document.file);
                }
                let shown: String = rows.iter().map(|row| row.text() + " ").collect();
                for word in ["#", "|", "`", "*"] {
                    assert!(!shown.contains(word), "{} shows {word}", document.file);
                }
            }
        }
    }
}

#[test]
fn the_source_is_pleasant_to_read_as_it_is() {
    for (_, all) in MATERIAL {
        for document in *all {
            for line in document.text.lines().filter(|line| !line.starts_with('|')) {
                assert!(line.chars().count() <= 100, "{}: {line}", document.file);
            }
            assert!(document.text.matches('*').count().is_multiple_of(2));
            assert!(!document.text.contains('\t') && document.text.ends_with('\n'));
        }
    }
}

#[test]
fn what_is_called_a_page_is_one() {
    let lines = |name: &str| lay_out(&document(name).text, 76, "•").len();
    assert!(lines("rules") <= 90, "{}", lines("rules"));
    for side in ["washington", "tehran"] {
        let short = lines(&format!("{side}-short"));
        let long = lines(&format!("{side}-long"));
        assert!(short <= 35, "{side}: {short}");
        assert!((60..=120).contains(&long), "{side}: {long}");
    }
}

#[test]
fn both_sides_are_given_as_much_room() {
    for length in ["short", "long"] {
        let words = |side: &str| {
            document(&format!("{side}-{length}"))
                .text
                .split_whitespace()
                .count()
        };
        let (a, b) = (words("washington"), words("tehran"));
        assert!(a.abs_diff(b) * 10 <= a, "{length}: {a} and {b}");
    }
}

#[test]
fn the_quiz_has_twelve_questions_and_each_has_its_answer() {
    let (questions, answers) = (numbered("quiz"), numbered("answers"));
    assert_eq!((questions.len(), answers.len()), (12, 12));
    for (at, (question, answer)) in questions.iter().zip(&answers).enumerate() {
        let number = format!("{}. ", at + 1);
        assert!(question.starts_with(&number) && answer.starts_with(&number));
        assert!(
            question.len() > 40 && answer.len() > 60,
            "{question} {answer}"
        );
    }
}

#[test]
fn the_quiz_names_no_number_that_a_scenario_may_tune() {
    for text in numbered("quiz").iter().chain(&numbered("answers")) {
        let words = text.split_once(' ').unwrap().1;
        assert!(!words.contains(|c: char| c.is_ascii_digit()), "{text}");
    }
}

#[test]
fn the_table_of_theories_names_all_that_the_rules_rest_on() {
    let theories = [
        ("Putnam", "1988"),
        ("Fearon", "1994"),
        ("Fearon", "1997"),
        ("Fearon", "1995"),
        ("Powell", "2006"),
        ("Schelling", "1960"),
        ("Schelling", "1966"),
        ("Zartman", "2000"),
        ("Goffman", "1967"),
        ("Brown", "1977"),
        ("Ting-Toomey", "1988"),
        ("Ross", "1995"),
        ("Pehar", "2001"),
        ("Stedman", "1997"),
        ("Slantchev", "2003"),
        ("Wagner", "2000"),
        ("Min", "2025"),
        ("Fortna", "2004"),
        ("Clayton and Sticher", "2021"),
        ("Raiffa", "1982"),
        ("Grieco", "1988"),
    ];
    let rows = rows("theory");
    for (name, year) in theories {
        let found = (rows.iter()).any(|row| row[0].contains(name) && row[1].contains(year));
        assert!(found, "{name} {year}");
    }
    for row in &rows {
        assert!(row[3].ends_with('?') && !row[2].is_empty(), "{row:?}");
    }
}

#[test]
fn the_minutes_of_a_plan_follow_each_other_and_fill_the_lesson() {
    let guide = blocks(&document("guide").text);
    for (heading, minutes) in [("Fifty minutes", 50), ("Seventy-five minutes", 75)] {
        let mut at = 0;
        let from = guide
            .iter()
            .position(|b| *b == Block::Heading(heading.into()));
        let part = &guide[from.unwrap() + 1..];
        let part = part.iter().take_while(|b| !matches!(b, Block::Heading(_)));
        for block in part {
            let Block::Item(_, text) = block else {
                continue;
            };
            let span = text.trim_start_matches('*').split(',').next().unwrap();
            let (from, to) = span.split_once('-').unwrap();
            assert_eq!(from.parse(), Ok(at), "{text}");
            at = to.parse().unwrap();
        }
        assert_eq!(at, minutes, "{heading}");
    }
}

#[test]
fn rows_of_a_rubric_go_from_the_best_to_the_least() {
    let rows = rows("rubric");
    assert!(
        rows.iter()
            .all(|row| row.iter().all(|cell| !cell.is_empty()))
    );
    let text = lay_out(&document("rubric").text, 76, "•");
    let text: String = text.iter().map(Row::text).collect();
    // Four points for each line of it.
    assert_eq!(rows.len() * 4, 28);
    assert!(text.contains("Twenty-eight points"));
}
