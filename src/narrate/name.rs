//! Names: of meters, sides, clauses, cards, events and whatever else a screen lists.

use super::{Key, Narrator, opponent};
use crate::rules::clause::{Channel, ClauseId, Level, RedLine, Status, Wording};
use crate::rules::ending::Ending;
use crate::rules::meter::{Gauge, Meter};
use crate::rules::plan::{CardId, ChoiceId, EventId, Field, Say, Terms};
use crate::rules::side::Side;
use crate::rules::tables::EventKind;
use crate::rules::vocabulary::{Tally, Timer};
use crate::scenario::{ClauseText, SideText};

impl<'a> Narrator<'a> {
    /// The words of a side.
    pub fn side(&self, side: Side) -> &'a SideText {
        self.text.side(side)
    }

    /// The words of a clause.
    pub fn clause(&self, id: ClauseId) -> &'a ClauseText {
        self.text.clause(id)
    }

    /// A side by its capital.
    pub fn capital(&self, side: Side) -> &'a str {
        &self.side(side).capital
    }

    /// Who speaks for a side: the capital, and the name of the persons if they go by one.
    pub fn seat(&self, side: Side, name: &str) -> String {
        let capital = self.capital(side);
        if name.is_empty() {
            return capital.to_owned();
        }
        (self.words).fill("name.seat", &[("name", &name), ("capital", &capital)])
    }

    /// A negotiator by its level or name, in words.
    pub fn opponent(&self, name: &str) -> String {
        opponent(self.words.shared(), name)
    }

    /// What a level of a clause says.
    pub fn level(&self, id: ClauseId, level: Level) -> &'a str {
        self.clause(id)
            .levels
            .get(usize::from(level.0))
            .map_or("", String::as_str)
    }

    /// How long a round is, in words.
    pub fn span(&self) -> &'a str {
        self.words.get("name.span")
    }

    /// Where the game stands: the round, and what the calendar of the scenario makes of it.
    pub fn clock(&self, round: u8, rounds: u8) -> String {
        let at = 2 * u16::from(round.max(1)) - 1;
        self.words.fill(
            "name.clock",
            &[("round", &round), ("rounds", &rounds), ("at", &at)],
        )
    }

    /// The headline of a round without an event.
    pub fn no_news(&self) -> &'a str {
        self.words.get("news.none")
    }

    /// What stands for a card where none is played.
    pub fn no_card(&self) -> &'static str {
        self.words.shared().get("plan.no_card")
    }

    /// How far a grand bargain goes.
    pub fn terms(&self, terms: Terms) -> &'a str {
        self.words.of("name.terms.", terms.key())
    }

    /// The title of an event.
    pub fn event(&self, id: EventId) -> &'a str {
        &self.text.event(id).title
    }

    /// An answer to an event.
    pub fn choice(&self, event: EventId, choice: ChoiceId) -> &'a str {
        &self.text.choice(event, choice).label
    }

    /// The title of a card.
    pub fn card(&self, side: Side, id: CardId) -> &'a str {
        &self.text.card(side, id).title
    }

    /// A meter by its bare name; a side's gauge without the side.
    pub fn meter(&self, meter: Meter) -> &'a str {
        match meter {
            Meter::Shock => &self.text.price,
            _ => self.words.of("name.meter.", meter.key()),
        }
    }

    /// The same in at most four columns.
    pub fn meter_short(&self, meter: Meter) -> &'a str {
        match meter {
            Meter::Shock => &self.text.price,
            _ => self.words.of("name.meter_short.", meter.key()),
        }
    }

    /// What a meter counts, in a sentence.
    pub fn meter_help(&self, meter: Meter) -> &'a str {
        self.words.of("name.meter_help.", meter.key())
    }

    /// A gauge of a side, as `viewer` would say it: "your Face", "their Face",
    /// "Tehran's Face".
    pub fn gauge_of(&self, side: Side, gauge: Gauge, viewer: Option<Side>) -> String {
        let gauge = self.words.of("name.meter.", gauge.key());
        let whose = self.whose(side, viewer);
        self.words
            .fill("name.whose", &[("whose", &whose), ("what", &gauge)])
    }

    /// A meter with its side, as `viewer` would say it.
    pub fn meter_of(&self, meter: Meter, viewer: Option<Side>) -> String {
        match meter {
            Meter::Of(side, gauge) => self.gauge_of(side, gauge, viewer),
            _ => self.meter(meter).into(),
        }
    }

    /// A side as the owner of something: "your", "their", "Tehran's".
    pub fn whose(&self, side: Side, viewer: Option<Side>) -> String {
        match viewer {
            Some(own) if own == side => self.words.get("name.your").into(),
            Some(_) => self.words.get("name.their").into(),
            None => self
                .words
                .fill("name.possessive", &[("who", &self.capital(side))]),
        }
    }

    /// A side as the object of something: "you", "them", "Tehran".
    pub fn whom(&self, side: Side, viewer: Option<Side>) -> &'a str {
        match viewer {
            Some(own) if own == side => self.words.get("name.you"),
            Some(_) => self.words.get("name.them"),
            None => self.capital(side),
        }
    }

    /// A side as the one who did something: "you", "they", "Tehran".
    pub fn who_did(&self, side: Side, viewer: Option<Side>) -> &'a str {
        match viewer {
            Some(own) if own == side => self.words.get("name.you"),
            Some(_) => self.words.get("name.they"),
            None => self.capital(side),
        }
    }

    /// How a text is worded.
    pub fn wording(&self, wording: Wording) -> &'a str {
        self.words.of("name.wording.", wording.key())
    }

    /// What such words mean for the text, in a line.
    pub fn wording_help(&self, wording: Wording) -> &'a str {
        self.words.of("name.wording_help.", wording.key())
    }

    /// The way an offer travels.
    pub fn channel(&self, channel: Channel) -> &'a str {
        self.words.of("name.channel.", channel.key())
    }

    /// What that way costs, in a line.
    pub fn channel_help(&self, channel: Channel) -> &'a str {
        self.words.of("name.channel_help.", channel.key())
    }

    /// How far a clause has come.
    pub fn status(&self, status: Status) -> &'a str {
        self.words.of("name.status.", status.key())
    }

    /// A statement to the world.
    pub fn statement(&self, say: Say) -> &'a str {
        self.words.of("name.say.", say.key())
    }

    /// What such a statement is, in a line.
    pub fn statement_help(&self, say: Say) -> &'a str {
        self.words.of("name.say_help.", say.key())
    }

    /// An act in the field by the side's own name for it.
    pub fn act(&self, side: Side, field: Field) -> &'a str {
        self.side(side).field(field)
    }

    /// An act in the field by the name that both sides share.
    pub fn act_plain(&self, field: Field) -> &'a str {
        self.words.of("name.field.", field.key())
    }

    /// What an act in the field is, in a line.
    pub fn act_help(&self, field: Field) -> &'a str {
        self.words.of("name.field_help.", field.key())
    }

    /// A circumstance, and what it does.
    pub fn timer(&self, timer: Timer) -> &'a str {
        self.words.of("name.timer.", timer.key())
    }

    /// What a circumstance does while it holds, in a line.
    pub fn timer_help(&self, timer: Timer) -> &'a str {
        self.words.of("name.timer_help.", timer.key())
    }

    /// A thing counted, in the plural: "strikes".
    pub fn tally(&self, tally: Tally) -> &'a str {
        self.words.of("name.tally.", tally.key())
    }

    /// A sort of event.
    pub fn event_kind(&self, kind: EventKind) -> &'a str {
        self.words.of("name.event_kind.", kind.key())
    }

    /// A mood of a side's capital.
    pub fn mood(&self, side: Side, mood: u8) -> &'a str {
        self.side(side)
            .moods
            .get(usize::from(mood))
            .map_or("", |mood| &mood.name)
    }

    /// An objective of a side.
    pub fn objective(&self, side: Side, objective: u8) -> &'a str {
        let objectives = &self.side(side).objectives;
        objectives
            .get(usize::from(objective))
            .map_or("", |objective| &objective.name)
    }

    /// A red line of a side in full: what the capital will not ratify, and the last text it
    /// will.
    pub fn red_line(&self, side: Side, line: RedLine) -> String {
        self.words.fill(
            "name.red_line",
            &[
                ("clause", &self.clause(line.clause).name),
                ("beyond", &self.beyond(side)),
                ("level", &line.limit.0),
                ("text", &self.level(line.clause, line.limit)),
            ],
        )
    }

    /// Where what a side's red line forbids lies: above its level, or below.
    pub(super) fn beyond(&self, side: Side) -> &'a str {
        match side {
            Side::Presser => self.words.get("name.above"),
            Side::Holder => self.words.get("name.below"),
        }
    }

    /// An ending as a headline.
    pub fn ending(&self, ending: Ending) -> String {
        let side = match ending {
            Ending::Collapse(side) | Ending::Recall(side) => side,
            _ => Side::Presser,
        };
        self.say(
            "name.ending.",
            ending.kind().key(),
            &[("capital", &self.capital(side))],
        )
    }
}
