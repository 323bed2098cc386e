//! A batch as a table for people, or as lines for a spreadsheet.

use super::game::Played;
use super::named::Named;
use super::summary::{Decisions, Summary, kind_word};
use crate::rules::meter::{Gauge, Meter};
use crate::rules::side::Side;
use crate::scenario::Text;
use std::fmt::Write;

/// The summary as a table that fits 80 columns.
pub fn table(summary: &Summary) -> String {
    let mut out = String::new();
    let games = summary.games.max(1);
    let players: Vec<String> = (summary.players.iter())
        .map(|(side, who)| format!("{side} {who}"))
        .collect();
    line(
        &mut out,
        format_args!(
            "{} games of {}, {}, seed {}, {:.1} s",
            summary.games,
            summary.scenario,
            players.join(" against "),
            summary.seed,
            summary.seconds
        ),
    );
    out.push('\n');
    for (name, count) in summary.endings.iter() {
        row(&mut out, name, count, games);
    }
    out.push('\n');
    for (name, count) in summary.kinds.iter() {
        row(&mut out, name, count, games);
    }
    out.push('\n');
    line(
        &mut out,
        format_args!(
            "{:<10} {:>6} {:>6} {:>6} {:>6} {:>6}",
            "score", "mean", "sd", "p10", "p50", "p90"
        ),
    );
    for (side, s) in summary.score.iter() {
        line(
            &mut out,
            format_args!(
                "{side:<10} {:>6.1} {:>6.1} {:>6.1} {:>6.1} {:>6.1}",
                s.mean, s.sd, s.p10, s.p50, s.p90
            ),
        );
    }
    out.push('\n');
    line(
        &mut out,
        format_args!(
            "{:<10} {:>8} {:>6} {:>6} {:>8} {:>6}",
            "at the end", "pressure", "face", "strain", "strength", "trust"
        ),
    );
    for (side, m) in summary.meters.sides.iter() {
        line(
            &mut out,
            format_args!(
                "{side:<10} {:>8.1} {:>6.1} {:>6.1} {:>8.1} {:>6.1}",
                m[0], m[1], m[2], m[3], m[4]
            ),
        );
    }
    let m = &summary.meters;
    line(
        &mut out,
        format_args!(
            "tension {:.1}, fog {:.1}, hope {:.1}, price {:.1}",
            m.tension, m.fog, m.hope, m.price
        ),
    );
    line(
        &mut out,
        format_args!(
            "in a game: {:.2} incidents; {:.2} clauses agreed, {:.2} broken; {:.2} in force at the end, {:.2} clear",
            summary.incidents_per_game,
            summary.agreed_per_game,
            summary.broke_per_game,
            summary.in_force[0],
            summary.in_force[1]
        ),
    );
    let c = &summary.cornered;
    line(
        &mut out,
        format_args!(
            "continuation: {} of {} games with a cornered side, {} of {} without",
            c.yes.continuation, c.yes.games, c.no.continuation, c.no.games
        ),
    );
    let first: Vec<String> = (summary.moved_first.iter())
        .map(|(who, count)| format!("{who} {count}"))
        .collect();
    line(
        &mut out,
        format_args!(
            "moved first: {}; treaties refused: {}",
            first.join(", "),
            summary.refused
        ),
    );
    if summary.forfeits.sum() > 0 {
        let each: Vec<String> = (summary.forfeits.iter())
            .map(|(side, count)| format!("{side} {count}"))
            .collect();
        line(&mut out, format_args!("forfeited: {}", each.join(", ")));
    }
    all_decisions(&mut out, summary);
    out
}

/// One part of all decisions.
type Part = fn(&Decisions) -> &Named;

fn all_decisions(out: &mut String, summary: &Summary) {
    let parts: [(&str, Part); 4] = [
        ("say", |d| &d.say),
        ("table", |d| &d.table),
        ("field", |d| &d.field),
        ("card", |d| &d.card),
    ];
    let sides: Vec<&str> = summary.by_side.ids().collect();
    for (part, of) in parts {
        out.push('\n');
        let mut heads = String::new();
        for side in &sides {
            let _ = write!(heads, " {side:>8}");
        }
        line(
            out,
            format_args!("{part:<26}{heads} {:>8} {:>8}", "both", "of legal"),
        );
        for (name, count) in of(&summary.decisions).iter() {
            let share = percent(count, of(&summary.legal).get(name));
            let mut each = String::new();
            for decisions in summary.by_side.values() {
                let _ = write!(each, " {:>8}", of(decisions).get(name));
            }
            line(
                out,
                format_args!("  {name:<24}{each} {count:>8} {share:>6.1} %"),
            );
        }
    }
}

/// How many in a hundred.
pub(super) fn percent(part: u32, whole: u32) -> f64 {
    f64::from(part) * 100.0 / f64::from(whole.max(1))
}

fn row(out: &mut String, name: &str, count: u32, of: u32) {
    line(
        out,
        format_args!("{name:<16} {count:>7} {:>6.1} %", percent(count, of)),
    );
}

fn line(out: &mut String, what: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{what}");
}

/// One line a game, with a heading.
pub fn csv(text: &Text, games: &[Played]) -> String {
    let ids = [Side::Presser, Side::Holder].map(|side| text.side(side).id.as_str());
    let mut out = String::from("game,seed,ending,class,rounds,incidents,in_force,clear,first");
    for id in ids {
        for column in [
            "score", "pressure", "face", "strain", "strength", "trust", "cornered",
        ] {
            let _ = write!(out, ",{id}_{column}");
        }
    }
    out.push('\n');
    for (n, game) in games.iter().enumerate() {
        let c = &game.last.common;
        let (agreed, clear) = c.agreed();
        let first = c.first.map_or("", |side| ids[side.index()]);
        let class = super::summary::class_word(game.ending.class());
        let _ = write!(
            out,
            "{},{},{},{class},{},{},{agreed},{clear},{first}",
            n + 1,
            game.seed,
            kind_word(game.ending.kind()),
            game.rounds,
            c.incidents,
        );
        for side in Side::BOTH {
            let _ = write!(out, ",{}", game.scores[side].total);
            for gauge in Gauge::ALL {
                let _ = write!(out, ",{}", game.last.meter(Meter::Of(side, gauge)));
            }
            let _ = write!(out, ",{}", u8::from(game.cornered[side]));
        }
        out.push('\n');
    }
    out
}
