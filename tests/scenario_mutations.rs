//! Whatever is done to the files of a scenario, the checker answers: a scenario or
//! faults, never a panic.

#![allow(clippy::expect_used)] // a test that cannot be set up has failed

use fog_of_peace::scenario::{self, BUILTIN, Severity};
use proptest::prelude::*;
use std::fs;

/// Something done to a file.
#[derive(Clone, Debug)]
enum Mutation {
    Truncate,
    Delete(usize),
    Insert(String),
    Repeat(usize),
    Swap(usize),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let scraps = prop::sample::select(vec![
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "\"",
        "\\",
        "'",
        "#",
        "r#\"",
        "//",
        "/*",
        "*/",
        "-",
        "1e9",
        "0x7",
        "99999999999",
        "-0.05",
        "true",
        "None",
        "Some(",
        "é",
        "\u{0}",
        "\n",
        "Not(",
        "\"id\": ",
        "id: \"\"",
        "\u{feff}",
        "\\u{110000}",
        "_",
    ]);
    prop_oneof![
        Just(Mutation::Truncate),
        (1..400_usize).prop_map(Mutation::Delete),
        prop::collection::vec(scraps, 1..4).prop_map(|parts| Mutation::Insert(parts.concat())),
        (1..400_usize).prop_map(Mutation::Repeat),
        (1..60_usize).prop_map(Mutation::Swap),
    ]
}

fn mutate(text: &[char], at: usize, mutation: &Mutation) -> Vec<char> {
    let at = at % (text.len() + 1);
    let (before, after) = text.split_at(at);
    let cut = |len: usize| after.split_at(len.min(after.len()));
    match mutation {
        Mutation::Truncate => before.to_vec(),
        Mutation::Delete(len) => [before, cut(*len).1].concat(),
        Mutation::Insert(scrap) => [before, &scrap.chars().collect::<Vec<_>>(), after].concat(),
        Mutation::Repeat(len) => [before, cut(*len).0, after].concat(),
        Mutation::Swap(len) => {
            let (first, rest) = cut(*len);
            let (second, rest) = rest.split_at((*len).min(rest.len()));
            [before, second, first, rest].concat()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_mutation_of_gulf_makes_the_checker_panic(
        changes in prop::collection::vec((0..4_usize, any::<usize>(), mutation()), 1..5)
    ) {
        let gulf = &BUILTIN[0];
        let mut texts: Vec<Vec<char>> =
            gulf.files.iter().map(|(_, text)| text.chars().collect()).collect();
        for (file, at, mutation) in &changes {
            texts[*file] = mutate(&texts[*file], *at, mutation);
        }
        let dir = tempfile::tempdir().expect("a temporary folder");
        for ((name, _), text) in gulf.files.iter().zip(&texts) {
            let text: String = text.iter().collect();
            fs::write(dir.path().join(name), text).expect("the folder is writable");
        }
        let name = dir.path().to_str().expect("the path is text");
        let (scenario, report) =
            scenario::check(&scenario::find(name).expect("the folder is there"));
        prop_assert_eq!(scenario.is_none(), report.count(Severity::Error) > 0);
        prop_assert!(report.to_string().lines().count() >= report.faults.len());
    }
}
