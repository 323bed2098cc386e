//! What matters now, in a few lines: no advice, only what a player must not overlook.

use super::preview::percent;
use super::{Line, Narrator, Tone, Values, points};
use crate::rules::clause::{Channel, Standing, Status};
use crate::rules::meter::Tenths;
use crate::rules::odds;
use crate::rules::plan::Table;
use crate::rules::side::Side;
use crate::rules::state::{Ask, Common, Phase};
use crate::rules::view::View;
use crate::rules::vocabulary::Timer;

/// From so few clauses short of a treaty, and a precondition given up, how it would be kept is
/// told.
const NEAR: i32 = 2;

/// So far below the Tension at which incidents become wars, in tenths, a round may carry it there.
const NEARLY: i32 = 100;

/// So near to what a capital does not ratify, in tenths, it is told.
const BARELY: i32 = 50;

struct Notes<'n> {
    narrator: &'n Narrator<'n>,
    notes: Vec<(u8, Line)>,
}

impl Narrator<'_> {
    /// What matters now to `view`'s side, a line each, the most pressing first.
    pub fn situation(&self, view: &View) -> Vec<Line> {
        if matches!(view.common.phase, Phase::Over(_)) {
            return Vec::new();
        }
        let mut notes = Notes {
            narrator: self,
            notes: Vec::new(),
        };
        notes.asked(view);
        notes.offers(view);
        notes.threats(view);
        notes.dangers(view);
        notes.room(view);
        notes.treaty(view);
        notes.clock(view);
        notes.circumstances(view);
        notes
            .notes
            .sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        notes.notes.into_iter().map(|(_, line)| line).collect()
    }
}

impl Notes<'_> {
    fn note(&mut self, weight: u8, tone: Tone, side: Option<Side>, key: &str, values: Values) {
        let text = self.narrator.words.fill(key, values);
        self.notes.push((weight, Line { text, tone, side }));
    }

    fn asked(&mut self, view: &View) {
        if let Some(Ask::Choice(event)) = view.ask(&self.narrator.scenario.tables) {
            let title = self.narrator.event(event);
            self.note(
                100,
                Tone::Warn,
                None,
                "situation.asked",
                &[("event", &title)],
            );
        }
    }

    fn offers(&mut self, view: &View) {
        let (n, c, them) = (self.narrator, &view.common, view.side.other());
        let capital = n.capital(them);
        if c.bargain[them].is_some() {
            let values: Values = &[("capital", &capital)];
            self.note(94, Tone::Good, Some(them), "situation.bargain", values);
        }
        let offered = n.scenario.tables.clause_ids().filter_map(|id| {
            let offer = c.clause(id).standing[them]?;
            (c.clause(id).status == Status::Open).then_some((id, offer))
        });
        let offered: Vec<_> = offered.collect();
        for (
            id,
            Standing {
                level,
                wording,
                channel,
            },
        ) in &offered
        {
            let values: Values = &[
                ("capital", &capital),
                ("clause", &n.clause(*id).name),
                ("level", &level.0),
                ("wording", &n.wording(*wording)),
            ];
            let key = match channel {
                Channel::Open => "situation.offer.open",
                Channel::Back => "situation.offer.back",
                Channel::Mediator => "situation.offer.mediator",
            };
            self.note(74, Tone::Good, Some(them), key, values);
        }
        if view.own.package {
            self.note(75, Tone::Good, None, "situation.package", &[]);
        }
    }

    fn threats(&mut self, view: &View) {
        let (c, us, them) = (&view.common, view.side, view.side.other());
        let capital = self.narrator.capital(them);
        // What is due after the end is due by the end.
        let left = c.rounds.saturating_sub(c.round) + 1;
        let due = |side: Side| c.threat[side].min(left);
        match due(us) {
            0 => {}
            1 => self.note(92, Tone::Bad, Some(us), "situation.threat.due", &[]),
            rounds => {
                let values: Values = &[("rounds", &rounds)];
                self.note(60, Tone::Warn, Some(us), "situation.threat.own", values);
            }
        }
        if due(them) > 0 {
            let values: Values = &[("capital", &capital), ("rounds", &due(them))];
            self.note(
                52,
                Tone::Warn,
                Some(them),
                "situation.threat.theirs",
                values,
            );
        }
        if c.struck[us] {
            self.note(90, Tone::Bad, Some(us), "situation.struck.own", &[]);
        }
        if c.struck[them] {
            let values: Values = &[("capital", &capital)];
            self.note(
                58,
                Tone::Warn,
                Some(them),
                "situation.struck.theirs",
                values,
            );
        }
    }

    fn dangers(&mut self, view: &View) {
        let k = &self.narrator.scenario.tables.constants;
        let (c, us, them) = (&view.common, view.side, view.side.other());
        if view.own.cornered {
            self.cornered(view);
        }
        if c.signal[them] {
            let capital = self.narrator.capital(them);
            let values: Values = &[("capital", &capital)];
            self.note(
                64,
                Tone::Warn,
                Some(them),
                "situation.cornered.theirs",
                values,
            );
        }
        let near = |value: i32, limit: i32| value >= limit - 80;
        if near(view.own.pressure.get(), k.recall_pressure.get()) {
            let values: Values = &[("limit", &points(k.recall_pressure))];
            self.note(96, Tone::Bad, Some(us), "situation.recall.pressure", values);
        }
        if near(-c.face[us].get(), -k.recall_face.get()) {
            let values: Values = &[("limit", &points(k.recall_face))];
            self.note(96, Tone::Bad, Some(us), "situation.recall.face", values);
        }
        let escalation = odds::escalation(k, c);
        if escalation >= 5 {
            let comes = odds::incident(k, c);
            let tone = if comes >= 50 { Tone::Bad } else { Tone::Warn };
            let weight = if escalation >= 100 { 93 } else { 57 };
            let values: Values = &[("comes", &percent(comes)), ("chance", &percent(escalation))];
            self.note(weight, tone, None, "situation.escalation", values);
        } else {
            self.below_threshold(c);
        }
    }

    /// That no incident becomes a war yet, where the deeds of a round may change that.
    fn below_threshold(&mut self, c: &Common) {
        let k = &self.narrator.scenario.tables.constants;
        let threshold = k.escalation_threshold;
        let mut then = *c;
        then.tension = Tenths::of(threshold.get() + NEARLY).clamped();
        let chance = odds::escalation(k, &then);
        let near = (threshold.get() - NEARLY..threshold.get()).contains(&c.tension.get());
        if !near || chance == 0 {
            return;
        }
        let values: Values = &[
            ("threshold", &points(threshold)),
            ("at", &points(then.tension)),
            ("chance", &percent(chance)),
        ];
        let weight = if c.signal.0.contains(&true) { 91 } else { 38 };
        self.note(weight, Tone::Neutral, None, "situation.threshold", values);
    }

    /// Which meters corner the viewer's own side, and what that does to its incidents.
    fn cornered(&mut self, view: &View) {
        let (n, k) = (self.narrator, &self.narrator.scenario.tables.constants);
        let (own, face) = (&view.own, view.common.face[view.side]);
        let marks = [
            (
                own.pressure >= k.cornered_pressure,
                "pressure",
                k.cornered_pressure,
            ),
            (face <= k.cornered_face, "face", k.cornered_face),
            (
                own.strength <= k.cornered_strength,
                "strength",
                k.cornered_strength,
            ),
        ];
        let named: Vec<String> = marks
            .into_iter()
            .filter(|(beyond, ..)| *beyond)
            .map(|(_, meter, limit)| {
                let values: Values = &[("limit", &points(limit))];
                n.say("situation.cornered.mark.", meter, values)
            })
            .collect();
        let times = points(Tenths::of(k.cornered_escalation / 10));
        let values: Values = &[
            ("marks", &named.join(n.words.get("situation.timer_join"))),
            ("times", &times),
        ];
        let key = match (named.is_empty(), own.desperate_spent) {
            // The round has taken it back from the mark; what it allowed is still there.
            (true, false) => "situation.cornered.open",
            (true, true) => return,
            (false, false) => "situation.cornered.marks.open",
            (false, true) => "situation.cornered.marks.spent",
        };
        self.note(88, Tone::Warn, Some(view.side), key, values);
    }

    fn room(&mut self, view: &View) {
        let (c, us, them) = (&view.common, view.side, view.side.other());
        if c.away[us] > 0 {
            let values: Values = &[("rounds", &c.away[us])];
            self.note(70, Tone::Warn, Some(us), "situation.away.own", values);
        }
        if c.away[them] > 0 {
            let capital = self.narrator.capital(them);
            let values: Values = &[("capital", &capital), ("rounds", &c.away[them])];
            self.note(66, Tone::Warn, Some(them), "situation.away.theirs", values);
        }
        if c.first.is_none() && !c.during(Timer::Neutral) {
            self.note(24, Tone::Quiet, None, "situation.nobody_moved", &[]);
        }
        if c.patience == 0 {
            self.note(26, Tone::Quiet, None, "situation.no_patience", &[]);
        }
    }

    fn treaty(&mut self, view: &View) {
        let t = &self.narrator.scenario.tables;
        let (c, us) = (&view.common, view.side);
        let (legal, refusal) = (view.legal(t), view.refusal(t));
        let (agreed, clear) = c.agreed();
        let on_agenda = t.clauses.iter().filter(|clause| clause.on_agenda).count() as i32;
        let needed = t.constants.clauses_to_sign.min(on_agenda);
        let held = match (c.precondition[us], c.precondition[us.other()]) {
            (true, true) => "both",
            (true, false) => "own",
            (false, true) => "theirs",
            (false, false) => "none",
        };
        let held = self.narrator.words.of("situation.held.", held);
        // From here on what still stands in the way is what a round is about.
        let near = i32::from(agreed) >= needed;
        let capital = self.narrator.capital(us.other());
        let dividend = points(t.constants.peace_dividend);
        if !legal.allows_table(Table::Sign) {
            let values: Values = &[
                ("needed", &needed),
                ("clear", &clear),
                ("held", &held),
                ("dividend", &dividend),
            ];
            let weight = if near { 83 } else { 40 };
            self.note(weight, Tone::Neutral, None, "situation.needed", values);
        } else if c.away[us.other()] > 0 {
            let values: Values = &[("capital", &capital)];
            self.note(91, Tone::Warn, None, "situation.signable.away", values);
        } else if refusal.is_none() {
            let values: Values = &[("dividend", &dividend)];
            self.note(91, Tone::Good, None, "situation.signable", values);
        }
        let values: Values = &[("capital", &capital)];
        if c.signed[us.other()] && legal.allows_table(Table::Sign) {
            self.note(92, Tone::Good, None, "situation.signed.theirs", values);
        } else if c.signed[us] && c.away[us.other()] == 0 {
            self.note(90, Tone::Neutral, None, "situation.signed.own", values);
        }
        // What is still to be cleared must be done in a round before the one that signs.
        let left = i32::from(c.rounds.saturating_sub(c.round));
        let short = needed - i32::from(agreed);
        let moved = c.precondition.0 != [true; 2];
        if i32::from(clear) >= needed {
            self.kept(view, false);
        } else if moved && agreed > 0 && short <= NEAR && needed - i32::from(clear) <= left {
            self.kept(view, true);
        }
        if agreed > clear {
            let values: Values = &[("count", &(agreed - clear))];
            let weight = if near { 82 } else { 44 };
            self.note(weight, Tone::Warn, None, "situation.vague", values);
        }
        if refusal.is_none() && i32::from(clear) >= needed {
            self.barely_ratified(view);
        }
        if clear > 0
            && let Some(why) = refusal
        {
            let text = self.narrator.refused(view, why);
            let weight = if legal.allows_table(Table::Sign) {
                95
            } else {
                46
            };
            self.notes.push((
                weight,
                Line {
                    text,
                    tone: Tone::Bad,
                    side: Some(us),
                },
            ));
        }
    }

    /// What would soon keep one's own capital from ratifying.
    fn barely_ratified(&mut self, view: &View) {
        let k = &self.narrator.scenario.tables.constants;
        let (us, barely) = (view.side, Tenths::of(BARELY));
        if view.own.pressure > k.ratify_pressure - barely {
            let values: Values = &[("limit", &points(k.ratify_pressure))];
            self.note(
                94,
                Tone::Warn,
                Some(us),
                "situation.ratify.pressure",
                values,
            );
        }
        if view.common.face[us] < k.ratify_face + barely {
            let values: Values = &[("limit", &points(k.ratify_face))];
            self.note(94, Tone::Warn, Some(us), "situation.ratify.face", values);
        }
    }

    /// How well the treaty would be kept, signed as it stands. It is told while the treaty is only
    /// `near`, too: a paper peace is to be seen coming while there are clauses left to mend it.
    fn kept(&mut self, view: &View, near: bool) {
        let t = &self.narrator.scenario.tables;
        let mut line = (self.narrator).enforced(view.enforcement(t), view.their_enforcement(t));
        if line.tone != Tone::Good {
            let guard = |side: Side| &self.narrator.clause(t.sides[side].enforced_by).name;
            let values: Values = &[
                ("enforced", &line.text),
                ("own", guard(view.side)),
                ("theirs", guard(view.side.other())),
            ];
            line.text = self.narrator.words.fill("situation.kept", values);
        }
        if near {
            let kept: Values = &[("kept", &line.text)];
            line.text = self.narrator.words.fill("situation.near", kept);
        }
        let weight = match line.tone {
            _ if !near => 79,
            Tone::Bad => 77,
            Tone::Warn => 48,
            _ => 20,
        };
        self.notes.push((weight, line));
    }

    /// The circumstances of the round, all in one line.
    fn circumstances(&mut self, view: &View) {
        let (n, c) = (self.narrator, &view.common);
        let running: Vec<String> = Timer::ALL
            .into_iter()
            .filter(|timer| c.during(*timer))
            .map(|timer| {
                let rounds = c.timers[timer as usize];
                let key = if timer == Timer::Neutral {
                    "situation.timer.neutral"
                } else {
                    "situation.timer"
                };
                let values: Values = &[("name", &n.timer(timer)), ("rounds", &rounds)];
                n.words.fill(key, values)
            })
            .collect();
        if !running.is_empty() {
            let running = running.join(n.words.get("situation.timer_join"));
            let values: Values = &[("running", &running)];
            self.note(78, Tone::Neutral, None, "situation.timers", values);
        }
    }

    fn clock(&mut self, view: &View) {
        let c = &view.common;
        match c.rounds.saturating_sub(c.round) {
            0 => self.note(97, Tone::Warn, None, "situation.clock.last", &[]),
            left @ 1..=2 => {
                self.note(
                    56,
                    Tone::Warn,
                    None,
                    "situation.clock.left",
                    &[("left", &left)],
                );
            }
            left => self.note(
                10,
                Tone::Quiet,
                None,
                "situation.clock.left",
                &[("left", &left)],
            ),
        }
    }
}
