//! A tournament as tables for people, with plain verdicts under them.

use super::seats::{Cell, Deviation};
use super::standings::Standings;
use crate::rules::side::Side;
use crate::scenario::Text;
use crate::statistics::Estimate;
use std::fmt::Write;

/// The standings as text.
pub fn table(text: &Text, standings: &Standings) -> String {
    let mut out = String::new();
    let (players, deals) = (standings.ratings.len(), standings.deals);
    let _ = writeln!(
        out,
        "{players} players, {deals} deals of {} from both seats of every pair, seed {}",
        standings.scenario, standings.seed
    );
    ratings(&mut out, standings);
    pairs(&mut out, standings);
    for seat in Side::BOTH {
        all_pairs(&mut out, text, standings, seat);
    }
    best(&mut out, standings);
    deviations(&mut out, standings);
    out
}

// Writing to a string cannot fail, so that results of `writeln!` are let go below.

fn ratings(out: &mut String, standings: &Standings) {
    let _ = writeln!(
        out,
        "\n {:>2} {:<14} {:>6} {:<16} {:>6} {:>6} {:>6}",
        "#", "player", "Elo", "  95 %", "won", "drawn", "lost"
    );
    for (n, rating) in standings.ratings.iter().enumerate() {
        let _ = writeln!(
            out,
            " {:>2} {:<14} {:>+6.0} {:<16} {:>6} {:>6} {:>6}",
            n + 1,
            rating.player,
            rating.elo.value,
            interval(rating.elo, 0),
            rating.won,
            rating.drawn,
            rating.lost
        );
    }
    for rating in standings.ratings.iter().filter(|r| r.forfeits > 0) {
        let _ = writeln!(
            out,
            " {} forfeited {} games",
            rating.player, rating.forfeits
        );
    }
}

fn pairs(out: &mut String, standings: &Standings) {
    let _ = writeln!(
        out,
        "\n {:<26} {:>5} {:>5} {:>5}  {:<23} points a deal",
        "first against second", "won", "drawn", "lost", "Elo difference"
    );
    for pair in &standings.pairs {
        let _ = writeln!(
            out,
            " {:<26} {:>5} {:>5} {:>5}  {:>+6.0} {:<16} {:>+6.1} {}",
            format!("{} - {}", pair.first, pair.second),
            pair.won,
            pair.drawn,
            pair.lost,
            pair.elo.value,
            interval(pair.elo, 0),
            pair.margin.value,
            interval(pair.margin, 1)
        );
    }
}

/// Mean scores of the row's player in a seat against the column's, by standing.
fn all_pairs(out: &mut String, text: &Text, standings: &Standings, seat: Side) {
    let (own, other) = (&text.side(seat).id, &text.side(seat.other()).id);
    let _ = writeln!(
        out,
        "\nMean score of the row as {own} against the column as {other}"
    );
    let _ = write!(out, " {:<17}", "");
    for n in 1..=standings.ratings.len() {
        let _ = write!(out, " {n:>5}");
    }
    out.push('\n');
    for (n, row) in standings.ratings.iter().enumerate() {
        let _ = write!(out, " {:>2} {:<14}", n + 1, row.player);
        for column in &standings.ratings {
            let such =
                |cell: &&Cell| cell.seats[own] == row.player && cell.seats[other] == column.player;
            match standings.cells.iter().find(such) {
                Some(cell) => {
                    let _ = write!(out, " {:>5.1}", cell.score[own].value);
                }
                None => out.push_str("      "),
            }
        }
        out.push('\n');
    }
}

fn best(out: &mut String, standings: &Standings) {
    out.push('\n');
    for best in &standings.best {
        let _ = writeln!(
            out,
            "Best as {} against {}: {}, {:.1} {}",
            best.seat,
            best.against,
            best.player,
            best.score.value,
            unsigned(best.score)
        );
    }
}

fn deviations(out: &mut String, standings: &Standings) {
    let champion = &standings.champion;
    let _ = writeln!(
        out,
        "\nGain by taking the place of {champion} in one seat against {champion}"
    );
    for d in &standings.deviations {
        let _ = writeln!(
            out,
            " {:<14} as {:<8} {:>+6.1} {}",
            d.player,
            d.seat,
            d.gain.value,
            interval(d.gain, 1)
        );
    }
    for d in standings.deviations.iter().filter(|d| d.gain.low > 0.0) {
        let _ = writeln!(
            out,
            "{} gains by replacing {champion} as {}: {:+.1} {}",
            d.player,
            d.seat,
            d.gain.value,
            interval(d.gain, 1)
        );
    }
    let gains = |d: &Deviation| d.gain.low > 0.0;
    let ahead = |d: &Deviation| !gains(d) && d.gain.value > 0.0;
    if !standings.deviations.iter().any(gains) {
        let _ = write!(out, "Nobody is shown to gain by replacing {champion}");
        let close: Vec<String> = (standings.deviations.iter())
            .filter(|d| ahead(d))
            .map(|d| format!("{} as {}", d.player, d.seat))
            .collect();
        if close.is_empty() {
            out.push_str(", and on these deals nobody did\n");
        } else {
            let _ = writeln!(out, "; ahead by less than chance: {}", close.join(", "));
        }
    }
}

fn interval(e: Estimate, decimals: usize) -> String {
    format!("({:+.decimals$} to {:+.decimals$})", e.low, e.high)
}

fn unsigned(e: Estimate) -> String {
    format!("({:.1} to {:.1})", e.low, e.high)
}
