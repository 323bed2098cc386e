//! `replay --verify`: whether a save is what was played.

use super::Args;
use crate::cli::exit::{Exit, Outcome};
use crate::cli::language::Lang;
use crate::cli::output::{complain, paragraph, print};
use crate::language::ascii::tame;
use crate::narrate::Narrator;
use crate::negotiator::Stop;
use crate::record::{FORMAT, Fault, FaultKind};
use crate::theatre::{Deviation, Found, Recording, Rederived};
use indicatif::{ProgressBar, ProgressDrawTarget};
use std::io::IsTerminal;

/// Plays the log again, says what does not hold, and whether anything does not.
pub fn run(args: &Args, lang: Lang) -> Outcome {
    let recording = Recording::open(&args.save, args.scenario.as_deref())?;
    let words = lang.words()?;
    let n = Narrator::new(recording.scenario(), &words);
    let report = Report {
        n: &n,
        recording: &recording,
        name: args.save.display().to_string(),
    };
    let mut sound = recording.faults().is_empty();
    let mut out = report.log();
    if recording.format() < FORMAT {
        let text = words.fill(
            "theatre.verify.older",
            &[("format", &recording.format()), ("present", &FORMAT)],
        );
        paragraph(&mut out, "", &text);
    }
    if let Some(lineage) = recording.lineage() {
        sound &= lineage.holds();
        paragraph(&mut out, "", &lineage.told(&words));
    }
    if let Some(answers) = recording.answers() {
        sound &= answers.holds();
        paragraph(&mut out, "", &answers.told(&words));
    }
    if args.opponent {
        let bar = bar(recording.moments().len() as u64);
        let rederived = recording.rederive(&Stop::default(), &mut || bar.inc(1));
        bar.finish_and_clear();
        for seat in &rederived {
            sound &= report.seat(seat, &mut out);
        }
    }
    let tell = if sound { print } else { complain };
    tell(&tame(&out))?;
    let damaged = |fault: &Fault| matches!(fault.kind, FaultKind::Syntax { .. });
    Ok(if recording.faults().iter().any(damaged) {
        Exit::Unreadable
    } else if sound {
        Exit::Done
    } else {
        Exit::Failed
    })
}

/// A bar on standard error, if that is a terminal.
fn bar(decisions: u64) -> ProgressBar {
    if std::io::stderr().is_terminal() {
        ProgressBar::with_draw_target(Some(decisions), ProgressDrawTarget::stderr_with_hz(5))
    } else {
        ProgressBar::hidden()
    }
}

/// One who says how a save did.
struct Report<'a> {
    n: &'a Narrator<'a>,
    recording: &'a Recording,
    name: String,
}

impl Report<'_> {
    /// Whether the log holds, and the first entry that does not.
    fn log(&self) -> String {
        let words = self.n.words;
        let entries = self.recording.moments().len();
        let mut out = String::new();
        let faults = self.recording.faults();
        if faults.is_empty() {
            let round = self.recording.fate().round;
            let values: [(&str, &dyn std::fmt::Display); 3] = [
                ("save", &self.name),
                ("entries", &entries),
                ("round", &round),
            ];
            paragraph(&mut out, "", &words.fill("theatre.verify.holds", &values));
            return out;
        }
        let text = words.fill("theatre.verify.fails", &[("save", &self.name)]);
        paragraph(&mut out, "", &text);
        for fault in faults {
            let text = match fault.entry {
                0 => fault.to_string(),
                entry => words.fill(
                    "theatre.verify.fault",
                    &[
                        ("entry", &entry),
                        ("where", &self.place(entry)),
                        ("how", &fault.kind),
                    ],
                ),
            };
            paragraph(&mut out, "  ", &text);
        }
        // What is shown of a game of other rules holds by its chain alone.
        let first = faults
            .iter()
            .map(|fault| fault.entry)
            .find(|&entry| entry > 0);
        let text = match first {
            None => words.fill("theatre.verify.whole", &[("entries", &entries)]),
            Some(entry) => words.fill("theatre.verify.before", &[("entries", &(entry - 1))]),
        };
        paragraph(&mut out, "  ", &text);
        out
    }

    /// Where in the game an entry is: its round, who made it, and what it says.
    fn place(&self, entry: u32) -> String {
        let words = self.n.words;
        let round = |at: usize| self.recording.moments().get(at).map(|moment| moment.round);
        let before = (entry as usize).checked_sub(2).and_then(round);
        let Some(written) = self.recording.entry(entry) else {
            return words.get("theatre.verify.nowhere").to_owned();
        };
        let who = written.who.side();
        let who = who.map_or(words.get("theatre.verify.chance"), |side| {
            self.n.capital(side)
        });
        words.fill(
            "theatre.verify.place",
            &[
                ("round", &before.unwrap_or(1)),
                ("who", &who),
                ("what", &written.what),
            ],
        )
    }

    /// Whether the negotiator of a seat decides again as it did.
    fn seat(&self, seat: &Rederived, out: &mut String) -> bool {
        let words = self.n.words;
        let capital = self.n.capital(seat.side);
        let who: [(&str, &dyn std::fmt::Display); 2] =
            [("capital", &capital), ("name", &seat.name)];
        let say = |key: &str, more: &[(&str, &dyn std::fmt::Display)]| {
            words.fill(key, &[&who[..], more].concat())
        };
        let (text, deviations) = match &seat.found {
            Found::Outside => (say("theatre.verify.outside", &[]), &[][..]),
            Found::Unknown => (say("theatre.verify.unknown", &[]), &[][..]),
            Found::Unplayable => (say("theatre.verify.unplayable", &[]), &[][..]),
            Found::Asked {
                decisions,
                deviations,
            } if deviations.is_empty() => {
                let text = say("theatre.verify.same", &[("count", decisions)]);
                (text, &deviations[..])
            }
            Found::Asked {
                decisions,
                deviations,
            } => {
                let others = deviations.len();
                let text = say(
                    "theatre.verify.other",
                    &[("count", decisions), ("others", &others)],
                );
                (text, &deviations[..])
            }
        };
        paragraph(out, "", &text);
        for deviation in deviations {
            paragraph(out, "  ", &self.deviation(seat, deviation));
        }
        deviations.is_empty()
    }

    fn deviation(&self, seat: &Rederived, deviation: &Deviation) -> String {
        let moment = &self.recording.moments()[deviation.at];
        let event = moment.state.common.event;
        let told = |decision| self.n.decision(seat.side, decision, event);
        self.n.words.fill(
            "theatre.verify.deviation",
            &[
                ("entry", &deviation.entry),
                ("round", &moment.round),
                ("recorded", &told(&deviation.recorded)),
                ("now", &told(&deviation.now)),
            ],
        )
    }
}
