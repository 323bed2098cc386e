//! A view as a message: all that one side may know, by name, and nothing else.
//!
//! It is complete: [`ViewMessage::read`] gives back the very view. Each struct that is written
//! is taken apart field by field, so that a field that is added cannot be forgotten here.
//! Numbers that the rules count with are held to their ranges, since whoever speaks for a side
//! plays on from what it was told.

use super::clause::ClauseMessage;
use super::decimal::Decimal;
use super::estimate::EstimateMessage;
use super::misread::{Misread, read, within};
use super::names::Named;
use super::own::OwnMessage;
use super::pair::Pair;
use crate::rules::clause::ClauseId;
use crate::rules::ending::Ending;
use crate::rules::plan::{CardId, EventId};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Common, MOST_ROUNDS, Phase};
use crate::rules::tables::{EventKind, MAX_EVENTS};
use crate::rules::treaty::Treaty;
use crate::rules::view::View;
use crate::rules::vocabulary::Timer;
use crate::scenario::Scenario;
use crate::scenario::notation::{read_field, read_say, write_field, write_say};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What one side may know.
///
/// Meters are in points, 0 to 100, with at most one decimal. Of each [`Pair`], `own` is the
/// reader's and `other` the other side's. Clauses, cards, events, moods and objectives go by
/// the ids of the scenario, decisions by the notation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewMessage {
    /// The reader's side, by its id.
    pub side: String,
    /// The round being played, from 1.
    pub round: u8,
    /// The last round. Events may move it.
    pub rounds: u8,
    /// What the game waits for: `choices` (answers to the event), `plans`, or `over`.
    pub phase: String,
    /// How it ended, once it is over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending: Option<EndingMessage>,
    /// Military tension. At 100 there is war.
    pub tension: Decimal,
    /// Ambiguity.
    pub fog: Decimal,
    /// What the world expects of the talks.
    pub hope: Decimal,
    /// The price gauge, in its own unit. It follows from the rest and is not read back.
    #[serde(default)]
    pub price: Decimal,
    /// The part of the price that is a passing shock.
    pub shock: Decimal,
    /// Standing: public, so both are exact.
    pub face: Pair<Decimal>,
    /// How far each clause has come, in agenda order.
    pub clauses: Vec<ClauseMessage>,
    /// Whether each side still holds its precondition, which stands in the way of signing.
    pub precondition: Pair<bool>,
    /// What each side has conceded in public, in levels of a clause of mean weight.
    pub conceded: Pair<Decimal>,
    /// Who made the first concession of the game: `own`, `other` or null.
    pub first: Option<Whose>,
    /// How often the mediator will yet lend its name.
    pub patience: u8,
    /// Rounds for which each side stays out of the room.
    pub away: Pair<u8>,
    /// Rounds left to carry out a threat; 0 if none was made.
    pub threat: Pair<u8>,
    /// How tightly each side squeezes the other's economy.
    pub grip: Pair<u8>,
    /// Rounds for which a strike still rallies each home.
    pub rally: Pair<u8>,
    /// Whether each side was struck last round and has yet to answer.
    pub struck: Pair<bool>,
    /// Circumstances that hold, and for how many rounds: `hotline`, `back_shut`, `neutral`,
    /// `watched`, `cover`, `spotlight`, `lull`, `drafting`.
    pub timers: BTreeMap<String, u8>,
    /// The grand bargain each side has on the table: `halfway`, `theirs` or null.
    pub bargain: Pair<Option<String>>,
    /// Whether each side's signature stands: it signed alone last round, and the text is still
    /// what it signed.
    pub signed: Pair<bool>,
    /// What events have added to each side's enforcement, in percent.
    pub enforce: Pair<i8>,
    /// Incidents so far.
    pub incidents: u8,
    /// What each side said last round.
    pub said: Pair<Option<String>>,
    /// What each side was seen to do in the field last round.
    pub seen: Pair<Option<String>>,
    /// What each side was seen to decide at the table last round. A probe looks like `hold`.
    pub tabled: Pair<Option<String>>,
    /// Whether something has changed on a side: the mark of a cornered one.
    pub signal: Pair<bool>,
    /// The event of this round.
    pub event: Option<String>,
    /// The sort of the next one: `incident`, `home`, `markets`, `mediation`, `allies`,
    /// `military`, `verification`, `memory`.
    pub next_kind: Option<String>,
    /// The events that have come so far, in the order of the deck.
    pub past: Vec<String>,
    /// The cards each side has played, in the order of its deck.
    pub played: Pair<Vec<String>>,
    /// What the side alone knows of itself.
    pub own: OwnMessage,
    /// What it knows of the other.
    pub other: EstimateMessage,
}

/// One side or the other, as the reader sees them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// The reader.
    Own,
    /// The side across the table.
    Other,
}

/// How a game ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndingMessage {
    /// The kind: `comprehensive`, `paper_peace`, `war`, `escalation`, `collapse`, `recall`,
    /// `interim` or `frozen`.
    pub kind: String,
    /// The side whose home front broke, by its id, where one's did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
}

impl EndingMessage {
    /// Writes an ending.
    pub fn write(scenario: &Scenario, ending: Ending) -> Self {
        let side = match ending {
            Ending::Collapse(side) | Ending::Recall(side) => Some(side),
            _ => None,
        };
        Self {
            kind: ending.kind().name().to_owned(),
            side: side.map(|side| scenario.text.side(side).id.clone()),
        }
    }

    /// Reads it back.
    pub fn read(&self, scenario: &Scenario) -> Result<Ending, Misread> {
        use crate::rules::ending::EndingKind as Kind;
        let side = || {
            let id = self.side.as_deref().unwrap_or_default();
            scenario.text.read_side(id)
        };
        Ok(match read(&self.kind)? {
            Kind::Comprehensive => Ending::Comprehensive,
            Kind::PaperPeace => Ending::PaperPeace,
            Kind::War => Ending::War,
            Kind::Escalation => Ending::Escalation,
            Kind::Collapse => Ending::Collapse(side()?),
            Kind::Recall => Ending::Recall(side()?),
            Kind::Interim => Ending::Interim,
            Kind::Frozen => Ending::Frozen,
        })
    }
}

impl ViewMessage {
    /// Writes a view.
    pub fn write(scenario: &Scenario, view: &View) -> Self {
        let Scenario {
            tables: t, text, ..
        } = scenario;
        let &View {
            side,
            common,
            own,
            other,
        } = view;
        let Common {
            round,
            rounds,
            phase,
            tension,
            fog,
            hope,
            shock,
            face,
            clauses,
            precondition,
            conceded,
            first,
            patience,
            away,
            threat,
            grip,
            rally,
            struck,
            timers,
            bargain,
            signed,
            enforce,
            incidents,
            said,
            seen,
            tabled,
            signal,
            event,
            next_kind,
            past: _,
            played,
        } = common;
        let events = (0..t.events.len() as u8).map(EventId);
        let card_ids = |of: Side| {
            let cards = (0..t.sides[of].cards.len() as u8).map(CardId);
            let played = cards.filter(|card| played[of] >> card.0 & 1 == 1);
            let ids = played.map(|card| text.card(of, card).id.clone());
            ids.collect()
        };
        Self {
            side: text.side(side).id.clone(),
            round,
            rounds,
            phase: match phase {
                Phase::Choices => "choices",
                Phase::Plans => "plans",
                Phase::Over(_) => "over",
            }
            .to_owned(),
            ending: match phase {
                Phase::Over(ending) => Some(EndingMessage::write(scenario, ending)),
                _ => None,
            },
            tension: tension.into(),
            fog: fog.into(),
            hope: hope.into(),
            price: common.price(&t.constants).into(),
            shock: shock.into(),
            face: Pair::of(side, |of| face[of].into()),
            clauses: t
                .clause_ids()
                .map(|id| ClauseMessage::write(&text.clause(id).id, side, &clauses[id.index()]))
                .collect(),
            precondition: Pair::of(side, |of| precondition[of]),
            conceded: Pair::of(side, |of| Decimal(conceded[of].into())),
            first: first.map(|of| if of == side { Whose::Own } else { Whose::Other }),
            patience,
            away: Pair::of(side, |of| away[of]),
            threat: Pair::of(side, |of| threat[of]),
            grip: Pair::of(side, |of| grip[of]),
            rally: Pair::of(side, |of| rally[of]),
            struck: Pair::of(side, |of| struck[of]),
            timers: Timer::ALL
                .into_iter()
                .zip(timers)
                .filter(|(_, rounds)| *rounds > 0)
                .map(|(timer, rounds)| (timer.name().to_owned(), rounds))
                .collect(),
            bargain: Pair::of(side, |of| bargain[of].map(|terms| terms.name().to_owned())),
            signed: Pair::of(side, |of| signed[of]),
            enforce: Pair::of(side, |of| enforce[of]),
            incidents,
            said: Pair::of(side, |of| said[of].map(|say| write_say(say).to_owned())),
            seen: Pair::of(side, |of| seen[of].map(|act| write_field(act).to_owned())),
            tabled: Pair::of(side, |of| tabled[of].map(|table| text.write_table(table))),
            signal: Pair::of(side, |of| signal[of]),
            event: event.map(|id| text.event(id).id.clone()),
            next_kind: next_kind.map(|kind| kind.name().to_owned()),
            past: events
                .filter(|id| common.is_past(*id))
                .map(|id| text.event(id).id.clone())
                .collect(),
            played: Pair::of(side, card_ids),
            own: OwnMessage::write(scenario, side, &own),
            other: EstimateMessage::write(scenario, &other),
        }
    }

    /// Reads it back.
    pub fn read(self, scenario: &Scenario) -> Result<View, Misread> {
        let side = scenario.text.read_side(&self.side)?;
        Ok(View {
            side,
            own: self.own.clone().read(scenario, side)?,
            other: self.other.clone().read(scenario)?,
            common: self.common(scenario, side)?,
        })
    }

    fn common(self, scenario: &Scenario, side: Side) -> Result<Common, Misread> {
        let Scenario {
            tables: t, text, ..
        } = scenario;
        let phase = match (self.phase.as_str(), &self.ending) {
            ("choices", _) => Phase::Choices,
            ("plans", _) => Phase::Plans,
            ("over", Some(ending)) => Phase::Over(ending.read(scenario)?),
            _ => {
                return Err(Misread::Name {
                    what: "phase",
                    found: self.phase,
                });
            }
        };
        if self.clauses.len() != t.clauses.len() {
            return Err(Misread::Length("clauses"));
        }
        let mut clauses = Treaty::untouched(t);
        for (n, clause) in self.clauses.into_iter().enumerate() {
            let clause = clause.read(text, side, ClauseId(n as u8))?;
            clauses.change(ClauseId(n as u8), |place| *place = clause);
        }
        let tightest = t.constants.grip_max as u8;
        let mut timers = [0; Timer::COUNT];
        for (name, rounds) in self.timers {
            timers[read::<Timer>(&name)? as usize] = rounds;
        }
        let mut past = [0; MAX_EVENTS / 64];
        for name in self.past {
            let EventId(id) = text.read_event(&name)?;
            past[usize::from(id / 64)] |= 1 << (id % 64);
        }
        Ok(Common {
            round: within("round", 1..=self.rounds, self.round)?,
            rounds: within("rounds", 1..=MOST_ROUNDS, self.rounds)?,
            phase,
            tension: self.tension.meter("tension")?,
            fog: self.fog.meter("fog")?,
            hope: self.hope.meter("hope")?,
            shock: self.shock.tenths("shock")?,
            face: self.face.per_side(side, |_, face| face.meter("face"))?,
            clauses,
            precondition: plain(side, self.precondition),
            conceded: (self.conceded).per_side(side, |_, n| n.fit("conceded"))?,
            first: self.first.map(|whose| match whose {
                Whose::Own => side,
                Whose::Other => side.other(),
            }),
            patience: self.patience,
            away: plain(side, self.away),
            threat: plain(side, self.threat),
            grip: (self.grip).per_side(side, |_, grip| within("grip", 0..=tightest, grip))?,
            rally: plain(side, self.rally),
            struck: plain(side, self.struck),
            timers,
            bargain: maybe(side, self.bargain, |terms| read(&terms))?,
            signed: plain(side, self.signed),
            enforce: plain(side, self.enforce),
            incidents: self.incidents,
            said: maybe(side, self.said, |say| Ok(read_say(&say)?))?,
            seen: maybe(side, self.seen, |act| Ok(read_field(&act)?))?,
            tabled: maybe(side, self.tabled, |table| Ok(text.read_table(&table)?))?,
            signal: plain(side, self.signal),
            event: self.event.map(|id| text.read_event(&id)).transpose()?,
            next_kind: self
                .next_kind
                .map(|kind| read::<EventKind>(&kind))
                .transpose()?,
            past,
            played: self.played.per_side(side, |of, ids| {
                ids.iter().try_fold(0, |set, id| {
                    let card = text.read_card(of, id)?;
                    Ok::<_, Misread>(set | card.map_or(0, |card| 1 << card.0))
                })
            })?,
        })
    }
}

fn plain<T: Copy>(side: Side, pair: Pair<T>) -> PerSide<T> {
    PerSide::from_fn(|of| if of == side { pair.own } else { pair.other })
}

fn maybe<T>(
    side: Side,
    pair: Pair<Option<String>>,
    mut read: impl FnMut(String) -> Result<T, Misread>,
) -> Result<PerSide<Option<T>>, Misread> {
    pair.per_side(side, |_, name| name.map(&mut read).transpose())
}
