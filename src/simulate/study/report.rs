//! A study as a table for people.

use super::findings::{Findings, Run};
use super::measure::{Claimed, Measure, Verdict};
use crate::simulate::calibration::{Beside, Row};
use crate::simulate::report::percent;
use crate::statistics::Estimate;
use std::fmt::Write;

/// The findings as text.
pub fn table(findings: &Findings) -> String {
    // Writing to a string cannot fail, so that results of `write!` are let go throughout.
    let mut out = String::new();
    let _ = writeln!(
        out,
        "{} games a run of {}, {} on both sides, seed {}; all runs are of the same deals",
        findings.games, findings.scenario, findings.player, findings.seed
    );
    runs(&mut out, findings);
    for claim in &findings.claims {
        let _ = writeln!(
            out,
            "\n{:>2} {}: {}\n   {}",
            claim.number,
            claim.claim,
            word(claim.verdict),
            claim.experiment
        );
        for measure in &claim.measures {
            line(&mut out, measure);
        }
    }
    belief(&mut out, &findings.belief);
    out
}

/// By how many bits a belief is nearer to the truth than the deal's own chances.
fn belief(out: &mut String, rows: &[Row]) {
    let Some(first) = rows.first() else {
        return;
    };
    let _ = writeln!(
        out,
        "\nWhat a belief of the other side gains on the deal's own chances, in bits of log-loss,\n\
         looking on at {} games; 95 % intervals\n\
         round games          mood    objectives     red lines          hand           all   of",
        first.games
    );
    for row in rows {
        let parts = [row.mood, row.objectives, row.red_lines, row.hand, row.all];
        let _ = write!(out, "{:>5} {:>5}", row.round, row.games);
        for Beside { gain, give, .. } in parts {
            let _ = write!(out, " {:>13}", format!("{gain:+.2} ±{give:.2}"));
        }
        let _ = writeln!(out, " {:>4.1}", row.all.prior);
    }
}

fn runs(out: &mut String, findings: &Findings) {
    let Some(first) = findings.runs.first() else {
        return;
    };
    let _ = write!(out, "\n{:<34}", "");
    for (name, _) in first.endings.iter() {
        let _ = write!(out, " {name:>13}");
    }
    for side in first.score.ids() {
        let _ = write!(out, " {side:>6}");
    }
    out.push('\n');
    for run in &findings.runs {
        let _ = write!(out, "{:<34}", set(run));
        for (_, count) in run.endings.iter() {
            let share = percent(count, findings.games);
            let _ = write!(out, " {share:>11.1} %");
        }
        for score in run.score.values() {
            let _ = write!(out, " {:>6.1}", score.value);
        }
        out.push('\n');
    }
}

fn set(run: &Run) -> String {
    if run.set.is_empty() {
        "as it is".to_owned()
    } else {
        run.set.to_string()
    }
}

fn line(out: &mut String, measure: &Measure) {
    let unit = match measure.unit {
        "percent" => " %",
        _ => "",
    };
    let _ = write!(out, "   {:<34}", measure.what);
    if let (Some(before), Some(after)) = (measure.before, measure.after) {
        let _ = write!(out, " {before:>5.1} to {after:.1}{unit},");
    }
    match measure.estimate {
        None => out.push_str(" no game to tell by"),
        Some(Estimate { value, low, high }) if measure.before.is_some() => {
            let _ = write!(out, " {value:+.1} ({low:+.1} to {high:+.1})");
        }
        Some(Estimate { value, low, high }) => {
            let _ = write!(out, " {value:>5.1}{unit} ({low:.1} to {high:.1})");
        }
    }
    let than = match (measure.claimed, measure.bar > 0.0) {
        (Claimed::Above, true) => format!("more than {:.0}{unit}", measure.bar),
        (Claimed::Below, true) => format!("less than {:.0}{unit}", measure.bar),
        (Claimed::Above, false) => "more".to_owned(),
        (Claimed::Below, false) => "less".to_owned(),
    };
    let _ = writeln!(out, "; claimed: {than}; {}", word(measure.verdict));
}

const fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::AsClaimed => "as claimed",
        Verdict::NotShown => "not shown",
        Verdict::Against => "against",
    }
}
