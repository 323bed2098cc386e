//! The grade book: a row a file, comma-separated (RFC 4180), with a column for each question.

use super::words::{first, remark};
use crate::exercise::report::{Class, Sheet};
use crate::export::replay::put_row;
use crate::narrate::{Key, Narrator};

const HEADS: [&str; 15] = [
    "student",
    "file",
    "counts",
    "remarks",
    "ending",
    "class",
    "score",
    "to_par",
    "their_score",
    "rounds",
    "moved_first",
    "clear",
    "vague",
    "broke",
    "incidents",
];

/// The grade book.
pub fn csv(n: &Narrator, class: &Class) -> String {
    let tasks = &class.reference.exercise.tasks;
    let mut out = String::new();
    let heads = HEADS.into_iter().map(str::to_owned);
    let asked = tasks.iter().map(|task| format!("answer_{}", task.id));
    put_row(&mut out, heads.chain(asked).collect());
    for sheet in &class.sheets {
        put_row(&mut out, row(n, class, sheet));
    }
    out
}

fn row(n: &Narrator, class: &Class, sheet: &Sheet) -> Vec<String> {
    let remarks: Vec<String> = sheet.flags.iter().map(|flag| remark(n, flag)).collect();
    let counts = if sheet.counted().is_some() {
        "yes"
    } else {
        "no"
    };
    let mut cells = vec![
        sheet.student.clone(),
        sheet.file.clone(),
        counts.to_owned(),
        remarks.join("; "),
    ];
    let side = class.reference.side;
    let points = |tenths: i32| (f64::from(tenths) / 10.0).to_string();
    match (&sheet.played, sheet.counted()) {
        (Some(played), Some(_)) => {
            let score = played.scores[side].get();
            let ending = played.ending;
            let par = class.reference.par.map(|par| points(score - par));
            cells.extend([
                ending.map_or_else(String::new, |it| it.kind().key().to_owned()),
                ending.map_or_else(String::new, |it| format!("{:?}", it.class()).to_lowercase()),
                points(score),
                par.unwrap_or_default(),
                points(played.scores[side.other()].get()),
                played.round.to_string(),
                first(n, played.first),
                played.agreed.0.to_string(),
                played.agreed.1.to_string(),
                played.broke.len().to_string(),
                played.incidents.to_string(),
            ]);
        }
        _ => cells.extend([(); 11].map(|()| String::new())),
    }
    for task in &class.reference.exercise.tasks {
        let answer = sheet.answers.iter().find(|(id, _)| *id == task.id);
        cells.push(answer.map_or_else(String::new, |(_, text)| text.clone()));
    }
    cells
}
