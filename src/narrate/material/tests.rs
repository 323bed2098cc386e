use super::*;
use crate::narrate::markdown::lay_out;
use std::collections::BTreeSet;

/// This document in each language, beside the language's tag.
fn each(name: &str) -> impl Iterator<Item = (&'static str, &'static Document)> {
    let all = MATERIAL.iter();
    all.map(move |(language, all)| (*language, named(all, name)))
}

fn named(all: &'static [Document], name: &str) -> &'static Document {
    all.iter().find(|document| document.name == name).unwrap()
}

fn numbered(document: &Document) -> Vec<String> {
    let blocks = blocks(&document.text).into_iter();
    let texts = blocks.filter_map(|block| match block {
        Block::Item(mark, text) if mark != "-" => Some(format!("{mark} {text}")),
        _ => None,
    });
    texts.collect()
}

/// The rows of the one table of a document.
fn rows(document: &Document) -> Vec<Vec<String>> {
    let tables = blocks(&document.text).into_iter();
    let mut tables = tables.filter_map(|block| match block {
        Block::Table(table) => Some(table.rows),
        _ => None,
    });
    tables.next().unwrap()
}

/// From which minute to which an item of a plan goes: `*0-4, frame.* ...`.
fn minutes(block: &Block) -> Option<(u32, u32)> {
    let Block::Item(_, text) = block else {
        return None;
    };
    let (span, _) = text.strip_prefix('*')?.split_once(',')?;
    let (from, to) = span.split_once('-')?;
    Some((from.parse().ok()?, to.parse().ok()?))
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
fn every_language_tells_the_same_part_by_part() {
    // What a block is besides its words.
    let shape = |block: &Block| match block {
        Block::Title(_) => "title".to_owned(),
        Block::Heading(_) => "heading".to_owned(),
        Block::Text(_) => "text".to_owned(),
        Block::Item(mark, _) => format!("{mark} {:?}", minutes(block)),
        Block::Table(table) => {
            let full = table.rows.iter().flatten().filter(|cell| !cell.is_empty());
            format!("{} columns, {} cells", table.head.len(), full.count())
        }
    };
    let shapes = |text: &str| blocks(text).iter().map(shape).collect::<Vec<_>>();
    // What is to be typed, whatever lines it is broken into.
    let typed = |text: &str| -> BTreeSet<String> {
        let parts = text.split('`').skip(1).step_by(2);
        let words = parts.map(|part| part.split_whitespace().collect::<Vec<_>>());
        words.map(|words| words.join(" ")).collect()
    };
    for original in documents(Language::English) {
        for (language, document) in each(&original.name) {
            let of = format!("{language}/{}", document.file);
            assert_eq!(shapes(&document.text), shapes(&original.text), "{of}");
            let said = typed(&document.text);
            let missing: Vec<_> = typed(&original.text).difference(&said).cloned().collect();
            assert!(missing.is_empty(), "{of} lacks {missing:?}");
        }
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
            let mark = |c: char| ('\u{300}'..='\u{36f}').contains(&c);
            assert!(!document.text.contains(mark), "{}", document.file);
        }
    }
}

#[test]
fn what_is_called_a_page_is_one() {
    let pages = [
        ("rules", 0..=90),
        ("washington-short", 0..=35),
        ("tehran-short", 0..=35),
        ("washington-long", 60..=120),
        ("tehran-long", 60..=120),
    ];
    for (name, room) in pages {
        for (language, document) in each(name) {
            let lines = lay_out(&document.text, 76, "•").len();
            assert!(room.contains(&lines), "{language}/{name}: {lines}");
        }
    }
}

#[test]
fn both_sides_are_given_as_much_room() {
    for (language, all) in MATERIAL {
        for length in ["short", "long"] {
            let words = |side: &str| {
                let sheet = named(all, &format!("{side}-{length}"));
                sheet.text.split_whitespace().count()
            };
            let (a, b) = (words("washington"), words("tehran"));
            assert!(a.abs_diff(b) * 10 <= a, "{language}, {length}: {a} and {b}");
        }
    }
}

#[test]
fn the_quiz_has_twelve_questions_and_each_has_its_answer() {
    for ((language, quiz), (_, answers)) in each("quiz").zip(each("answers")) {
        let (questions, answers) = (numbered(quiz), numbered(answers));
        assert_eq!((questions.len(), answers.len()), (12, 12), "{language}");
        for (at, (question, answer)) in questions.iter().zip(&answers).enumerate() {
            let number = format!("{}. ", at + 1);
            assert!(question.starts_with(&number) && answer.starts_with(&number));
            assert!(
                question.len() > 40 && answer.len() > 60,
                "{question} {answer}"
            );
        }
    }
}

#[test]
fn the_quiz_names_no_number_that_a_scenario_may_tune() {
    for (language, document) in each("quiz").chain(each("answers")) {
        for text in numbered(document) {
            let words = text.split_once(' ').unwrap().1;
            let digit = words.contains(|c: char| c.is_ascii_digit());
            assert!(!digit, "{language}: {text}");
        }
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
        ("Clayton", "2021"),
        ("Sticher", "2021"),
        ("Raiffa", "1982"),
        ("Grieco", "1988"),
    ];
    for (language, theory) in each("theory") {
        let rows = rows(theory);
        for (name, year) in theories {
            let found = (rows.iter()).any(|row| row[0].contains(name) && row[1].contains(year));
            assert!(found, "{language}: {name} {year}");
        }
        for row in &rows {
            assert!(row[3].ends_with('?') && !row[2].is_empty(), "{row:?}");
        }
    }
}

#[test]
fn the_minutes_of_a_plan_follow_each_other_and_fill_the_lesson() {
    for (language, guide) in each("guide") {
        let guide = blocks(&guide.text);
        let parts = guide.split(|block| matches!(block, Block::Heading(_)));
        let plans = parts.filter(|part| part.iter().any(|block| minutes(block).is_some()));
        let lasts = plans.map(|plan| {
            let items = plan.iter().filter(|b| matches!(b, Block::Item(..)));
            items.fold(0, |at, item| {
                let (from, to) = minutes(item).unwrap();
                assert_eq!(from, at, "{language}: {item:?}");
                to
            })
        });
        assert_eq!(lasts.collect::<Vec<_>>(), [50, 75], "{language}");
    }
}

#[test]
fn rows_of_a_rubric_go_from_the_best_to_the_least() {
    for (language, rubric) in each("rubric") {
        let rows = rows(rubric);
        let mut cells = rows.iter().flatten();
        assert!(cells.all(|cell| !cell.is_empty()), "{language}");
        // Four points for each line of it: twenty-eight, as it says.
        assert_eq!(rows.len() * 4, 28, "{language}");
    }
    let english = named(documents(Language::English), "rubric");
    assert!(english.text.contains("Twenty-eight points"));
}
