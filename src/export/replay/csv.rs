//! The rounds as comma-separated values (RFC 4180): a row a round, one of heads before.

use super::Told;
use super::rows::{Row, rows};
use crate::rules::side::Side;

/// The rounds as CSV.
pub fn csv(told: &Told) -> String {
    let rows = rows(told);
    let mut out = String::new();
    if let Some(first) = rows.first() {
        put(&mut out, heads(told, first));
    }
    for row in &rows {
        put(&mut out, cells(row));
    }
    out
}

fn heads(told: &Told, row: &Row) -> Vec<String> {
    let mut heads = vec!["round".to_owned()];
    heads.extend(row.shared.iter().map(|(name, _)| (*name).to_owned()));
    for side in Side::BOTH {
        let id = &told.n.text.side(side).id;
        heads.extend(row.own[side].iter().map(|(name, _)| format!("{id}_{name}")));
        for part in ["choice", "say", "table", "field", "card"] {
            heads.push(format!("{id}_{part}"));
        }
    }
    let rest = ["event", "chance", "agreed", "incidents", "ending", "notes"];
    heads.extend(rest.map(str::to_owned));
    heads
}

fn cells(row: &Row) -> Vec<String> {
    let mut cells = vec![row.round.to_string()];
    cells.extend(row.shared.iter().map(|(_, value)| value.to_string()));
    for side in Side::BOTH {
        let own = row.own[side].iter();
        cells.extend(own.map(|(_, value)| value.map_or_else(String::new, |v| v.to_string())));
        cells.push(row.choices[side].clone().unwrap_or_default());
        match &row.plans[side] {
            Some(plan) => cells.extend([
                plan.say.clone(),
                plan.table.clone(),
                plan.field.clone(),
                plan.card.clone(),
            ]),
            None => cells.extend([(); 4].map(|()| String::new())),
        }
    }
    let agreed: Vec<String> = (row.agreed.iter())
        .map(|one| format!("{}:{}:{}", one.clause, one.level, one.status))
        .collect();
    cells.extend([
        row.event.clone().unwrap_or_default(),
        row.chance.clone().unwrap_or_default(),
        agreed.join(" "),
        row.incidents.to_string(),
        row.ending.unwrap_or_default().to_owned(),
        row.notes.join("\n"),
    ]);
    cells
}

/// A row.
pub fn put(out: &mut String, cells: Vec<String>) {
    let quoted: Vec<String> = cells.into_iter().map(quoted).collect();
    out.push_str(&quoted.join(","));
    out.push_str("\r\n");
}

/// A cell, in quotes if it needs them. What a spreadsheet would take for a formula is given
/// a space first: notes may come from anyone.
fn quoted(cell: String) -> String {
    let formula = cell.starts_with(['=', '+', '@', '\t'])
        || cell.starts_with('-') && cell.parse::<f64>().is_err();
    let cell = if formula { format!(" {cell}") } else { cell };
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_can_be_no_formula_and_no_second_cell() {
        assert_eq!(quoted("=1+1".into()), " =1+1");
        assert_eq!(quoted("-3.5".into()), "-3.5");
        assert_eq!(
            quoted("say \"no\", twice".into()),
            "\"say \"\"no\"\", twice\""
        );
    }
}
