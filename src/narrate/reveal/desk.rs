//! What a delegation knows of a round and no paper prints.

use super::{Line, Tone, Voice};
use crate::narrate::{Key, split_round};
use crate::rules::clause::Channel;
use crate::rules::meter::{Gauge, Meter};
use crate::rules::outcome::{Cause, Change, Outcome};
use crate::rules::plan::{Field, Offer, Table};
use crate::rules::side::Side;

impl Voice<'_> {
    /// The private lines of the viewer, or of both sides if it may know everything.
    /// What began with the news of the next round they tell themselves.
    pub(super) fn desk(&self, viewer: Option<Side>, outcomes: &[Outcome]) -> Vec<Line> {
        let closed = split_round(outcomes).0.len();
        let is_told =
            |at: usize, outcome: &Outcome| at < closed || !matches!(outcome, Outcome::Started(..));
        let readers = Side::BOTH
            .into_iter()
            .filter(|&side| viewer.is_none_or(|v| v == side));
        readers
            .flat_map(|side| {
                outcomes
                    .iter()
                    .enumerate()
                    .filter(move |&(at, o)| is_told(at, o))
                    .filter_map(move |(_, o)| self.note(side, viewer, o, outcomes))
            })
            .collect()
    }

    fn note(
        &self,
        side: Side,
        viewer: Option<Side>,
        outcome: &Outcome,
        all: &[Outcome],
    ) -> Option<Line> {
        let narrator = self.narrator;
        let (own, other) = (narrator.capital(side), narrator.capital(side.other()));
        let plain = |key: &str| narrator.words.fill(key, &[("capital", &own)]);
        let varied = |member: &str| self.vary("desk.", member, side.index(), &[("capital", &own)]);
        let (text, tone) = match *outcome {
            Outcome::Tabled(
                from,
                Table::Offer(Offer {
                    clause,
                    level,
                    wording,
                    channel: Channel::Back,
                }),
            ) => {
                let sent = from == side;
                let leaked = all.contains(&Outcome::Leaked(from, clause));
                let settled = |outcome: &Outcome| matches!(outcome, Outcome::Agreed { clause: id, .. } if *id == clause);
                if !sent && all.iter().any(settled) {
                    return None;
                }
                let key = if sent {
                    "desk.back_sent"
                } else if leaked {
                    "desk.back_leaked"
                } else {
                    "desk.back_received"
                };
                let text = narrator.words.fill(
                    key,
                    &[
                        ("capital", &own),
                        ("other", &other),
                        ("clause", &narrator.clause(clause).name),
                        ("level", &level.0),
                        (
                            "wording",
                            &narrator.words.of("name.wording.", wording.key()),
                        ),
                        ("text", &narrator.level(clause, level).trim_end_matches('.')),
                    ],
                );
                (text, if sent { Tone::Neutral } else { Tone::Good })
            }
            Outcome::Learned(who, clause) | Outcome::Unlearned(who, clause) if who == side => {
                let learned = matches!(outcome, Outcome::Learned(..));
                let key = if learned {
                    "desk.learned"
                } else {
                    "desk.unlearned"
                };
                let name = &narrator.clause(clause).name;
                let values: crate::narrate::Values =
                    &[("capital", &own), ("other", &other), ("clause", name)];
                let tone = if learned { Tone::Good } else { Tone::Quiet };
                (narrator.words.fill(key, values), tone)
            }
            Outcome::Acted {
                side: who,
                field: Field::Covert,
                seen,
            } if who == side => {
                if seen {
                    (plain("desk.covert_seen"), Tone::Bad)
                } else {
                    (varied("covert_unseen"), Tone::Good)
                }
            }
            Outcome::Acted {
                side: who,
                field: Field::BuildUp,
                seen: false,
            } if who == side => (varied("build_up_unseen"), Tone::Good),
            Outcome::Change(Change {
                meter: Meter::Of(who, Gauge::Strength),
                cause: Cause::Field(culprit, Field::Covert),
                ..
            }) if who == side && !is_exposed(culprit, all) => (varied("unexplained"), Tone::Bad),
            // The wire has the flavour of it.
            Outcome::Played(who, card) if viewer.is_some() && who != side => {
                let values: crate::narrate::Values = &[
                    ("other", &other),
                    ("card", &narrator.card(who, card)),
                    ("effects", &narrator.card_effects(who, card, viewer)),
                ];
                (narrator.words.fill("desk.played", values), Tone::Neutral)
            }
            Outcome::Drew(who, card) if who == side => {
                let card = narrator.card(side, card);
                let values: crate::narrate::Values = &[("capital", &own), ("card", &card)];
                (narrator.words.fill("desk.drew", values), Tone::Neutral)
            }
            // The same for both, so it is said to one of them.
            Outcome::Started(timer, _) if viewer.is_some() || side == Side::Presser => {
                let values: crate::narrate::Values = &[
                    ("timer", &narrator.timer(timer)),
                    ("help", &narrator.timer_help(timer)),
                ];
                (narrator.words.fill("desk.started", values), Tone::Neutral)
            }
            // What that opens to it is told where it stands, and nothing once it is over.
            Outcome::Cornered(who) if who == side && !is_over(all) => {
                (plain("desk.cornered"), Tone::Warn)
            }
            _ => return None,
        };
        Some(Line {
            text,
            tone,
            side: Some(side),
        })
    }
}

/// Whether the game ended with these outcomes.
fn is_over(outcomes: &[Outcome]) -> bool {
    let ended = |outcome: &Outcome| matches!(outcome, Outcome::Ended(_));
    outcomes.iter().any(ended)
}

/// Whether a side's covert act came to light.
pub(in crate::narrate) fn is_exposed(culprit: Side, outcomes: &[Outcome]) -> bool {
    outcomes.iter().any(|outcome| {
        matches!(outcome, Outcome::Acted { side, field: Field::Covert, seen: true } if *side == culprit)
    })
}
