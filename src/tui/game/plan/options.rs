//! What can be chosen now: only what the rules allow, with what each choice means.

use super::super::clause::value;
use super::super::play::Play;
use super::super::table::{clauses, red_line};
use super::super::text::sentence;
use crate::narrate::{Narrator, Values, signed};
use crate::rules::clause::{Channel, ClauseId, Level, Wording};
use crate::rules::legal::Legal;
use crate::rules::plan::{Field, Plan, Table, TableKind, Terms};
use crate::rules::view::View;
use crate::session::draft::{Draft, Part, Pick, Step};
use crate::tui::context::Context;

/// One thing that can be chosen.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What it is called in the list.
    pub label: String,
    /// What it is, as text with markup.
    pub about: String,
    /// What choosing it does.
    pub pick: Pick,
    /// The number that it has in every round, if it has one: a digit learned once holds.
    pub number: Option<usize>,
    /// The plan with it, if it makes a whole one.
    pub plan: Option<Plan>,
    /// Whether it is listed only for what is said of it, and cannot be chosen.
    pub barred: bool,
}

/// The choices of the open part, and which of them the plan has now.
pub struct Options {
    /// What is asked.
    pub question: String,
    /// The choices.
    pub choices: Vec<Choice>,
    /// The one that the plan has.
    pub current: usize,
}

struct Maker<'a> {
    n: Narrator<'a>,
    cx: &'a Context,
    view: View,
    legal: Legal,
    draft: &'a Draft,
    choices: Vec<Choice>,
    current: usize,
}

/// What can be chosen in the open part of the draft.
pub fn options(play: &Play, draft: &Draft, cx: &Context) -> Options {
    let view = play.session.view();
    let mut maker = Maker {
        n: play.narrator(cx),
        cx,
        legal: view.legal(&play.session.scenario().tables),
        view,
        draft,
        choices: Vec::new(),
        current: 0,
    };
    let question = match (draft.part(), draft.step()) {
        (Part::Say, _) => maker.say(),
        (Part::Table, Step::Kind) => maker.kind(),
        (Part::Table, Step::Clause(kind)) => maker.clause(kind),
        (Part::Table, Step::Level(clause)) => maker.level(clause),
        (Part::Table, Step::Wording(..)) => maker.wording(),
        (Part::Table, Step::Channel(..)) => maker.channel(),
        (Part::Table, Step::Terms) => maker.terms(),
        (Part::Field, _) => maker.field(),
        (Part::Card, _) => maker.card(play),
        (Part::Seal, _) => cx.say("game.plan.ask.seal").to_owned(),
    };
    Options {
        question,
        choices: maker.choices,
        current: maker.current,
    }
}

impl Maker<'_> {
    fn add(&mut self, label: impl Into<String>, about: String, pick: Pick, current: bool) {
        if current {
            self.current = self.choices.len();
        }
        let plan = self.draft.with(pick, &self.legal);
        self.choices.push(Choice {
            label: label.into(),
            about,
            pick,
            number: number(pick),
            plan,
            barred: false,
        });
    }

    /// Lists what is looked for here and done elsewhere, as `about` says.
    fn bar(&mut self, label: String, about: String, pick: Pick) {
        self.choices.push(Choice {
            label,
            about,
            pick,
            number: number(pick),
            plan: None,
            barred: true,
        });
    }

    fn say(&mut self) -> String {
        for say in self.legal.says() {
            let about = self.n.statement_help(say).to_owned();
            let current = self.draft.plan().say == say;
            self.add(self.n.statement(say), about, Pick::Say(say), current);
        }
        self.cx.say("game.plan.ask.say").to_owned()
    }

    fn kind(&mut self) -> String {
        let chosen = self.draft.plan().table.kind();
        for kind in TableKind::ALL {
            if !self.legal.tables().any(|table| table.kind() == kind) {
                continue;
            }
            let mut about = self.n.table_kind_help(kind).to_owned();
            if kind == TableKind::Accept {
                about.push_str(&self.offers());
            }
            let current = chosen == kind;
            self.add(self.n.table_kind(kind), about, Pick::Kind(kind), current);
        }
        self.cx.say("game.plan.ask.table").to_owned()
    }

    /// What the other side has put forward.
    fn offers(&self) -> String {
        let them = self.view.side.other();
        let mut text = String::from("\n");
        for id in clauses(&self.n) {
            let clause = self.view.common.clause(id);
            let Some(offer) = clause.standing[them].filter(|_| !clause.agreed()) else {
                continue;
            };
            let line = self.cx.phrases.fill(
                "game.plan.offered",
                &[
                    ("clause", &self.n.clause(id).name),
                    ("level", &offer.level.0),
                    ("text", &self.n.level(id, offer.level)),
                    ("wording", &self.n.wording(offer.wording)),
                ],
            );
            text.push_str("\n- ");
            text.push_str(&line);
        }
        text
    }

    fn clause(&mut self, kind: TableKind) -> String {
        let chosen = self.draft.plan().table;
        for id in clauses(&self.n) {
            let fits = |table: Table| table.kind() == kind && table.clause() == Some(id);
            if !self.legal.tables().any(fits) {
                continue;
            }
            let about = self.where_it_stands(id, kind);
            let current = fits(chosen);
            let name = &self.n.clause(id).name;
            let them = self.view.side.other();
            let label = match self.view.common.clause(id).standing[them] {
                Some(offer) if kind == TableKind::Accept => self.cx.phrases.fill(
                    "game.plan.offered_label",
                    &[("clause", name), ("level", &offer.level.0)],
                ),
                None if kind == TableKind::Accept => {
                    let asked = self.view.common.clause(id).on_offer(them);
                    let values: Values = &[("clause", name), ("level", &asked.level.0)];
                    self.cx.phrases.fill("game.plan.asked_label", values)
                }
                _ => name.clone(),
            };
            let offered =
                kind == TableKind::Accept && self.view.common.clause(id).standing[them].is_some();
            let first = offered && self.current == 0 && chosen.kind() != kind;
            self.add(label, about, Pick::Clause(id), current || first);
        }
        let kind = self.n.table_kind(kind);
        self.cx
            .phrases
            .fill("game.plan.ask.clause", &[("kind", &kind)])
    }

    /// Where a clause stands, and what the decision would make of it.
    fn where_it_stands(&self, id: ClauseId, kind: TableKind) -> String {
        let clause = self.view.common.clause(id);
        let (you, them) = (self.view.side, self.view.side.other());
        let at = |level: Level| {
            self.cx.phrases.fill(
                "game.plan.level",
                &[
                    ("level", &level.0),
                    ("text", &self.n.level(id, level)),
                    ("points", &signed(value(&self.n, &self.view, id, level))),
                ],
            )
        };
        // What it is made to say: their reading of it.
        let clarified = (kind == TableKind::Clarify).then(|| clause.level.toward(them));
        let mut text = self.n.clause(id).stake.clone();
        let mut line = |key: &str, level: Level| {
            text.push_str("\n\n");
            text.push_str(&self.cx.phrases.fill(
                key,
                &[("level", &at(level)), ("capital", &self.n.capital(them))],
            ));
        };
        match clause.standing[them] {
            _ if clause.agreed() => {
                line("game.plan.in_force", clause.level);
                if let Some(level) = clarified {
                    line("game.plan.clarified", level);
                }
            }
            Some(offer) => {
                line("game.plan.they_offer", offer.level);
                if kind != TableKind::Accept {
                    line("game.plan.you_stand", clause.reach(you));
                }
            }
            None => {
                line("game.plan.you_stand", clause.reach(you));
                line("game.plan.they_stand", clause.reach(them));
            }
        }
        if let Some(warning) = clarified.and_then(|level| self.warning(id, level)) {
            text.push_str("\n\n");
            text.push_str(&warning);
        }
        if let Some(offer) = clause.standing[them].filter(|_| kind == TableKind::Accept) {
            let how = self.cx.phrases.fill(
                "game.plan.accepted_as",
                &[("help", &self.n.wording_help(offer.wording))],
            );
            text.push_str("\n\n");
            text.push_str(&how);
            if let Some(warning) = self.warning(id, offer.level) {
                text.push_str("\n\n");
                text.push_str(&warning);
            }
        }
        text
    }

    /// That a level lies beyond one's own red line.
    fn warning(&self, id: ClauseId, level: Level) -> Option<String> {
        red_line(&self.view, id)
            .filter(|line| line.crossed(self.view.side, level))
            .map(|_| {
                self.cx
                    .phrases
                    .fill("game.plan.crossed", &[("mark", &self.cx.glyphs.alert)])
            })
    }

    fn level(&mut self, id: ClauseId) -> String {
        let clause = *self.view.common.clause(id);
        let (you, them) = (self.view.side, self.view.side.other());
        let free: Vec<Level> = self.legal.levels(id).collect();
        // Theirs is listed too, since it is looked for here.
        let asked = clause.on_offer(them).level;
        let listed = |level: &Level| free.contains(level) || *level == asked;
        // The nearest comes first: most offers are small steps.
        let mut levels: Vec<Level> = Level::all().filter(listed).collect();
        if you == crate::rules::side::Side::Holder {
            levels.reverse();
        }
        let chosen = match self.draft.plan().table {
            Table::Offer(offer) if offer.clause == id => Some(offer.level),
            _ => levels.iter().find(|level| free.contains(level)).copied(),
        };
        for level in levels {
            let label = self.cx.phrases.fill(
                "game.plan.level_label",
                &[("level", &level.0), ("text", &self.n.level(id, level))],
            );
            if !free.contains(&level) {
                let about = self.theirs(id);
                self.bar(label, about, Pick::Level(level));
                continue;
            }
            let steps = clause.position[you].concession(level, you);
            let worth = signed(value(&self.n, &self.view, id, level));
            let key = match (steps, clause.position[them] == level) {
                (_, true) => "game.plan.level_about.theirs",
                (..=0, _) => "game.plan.level_about.own",
                (1, _) => "game.plan.level_about.one",
                _ => "game.plan.level_about.more",
            };
            let mut about = self.cx.phrases.fill(
                key,
                &[
                    ("steps", &steps),
                    ("points", &worth),
                    ("capital", &self.n.capital(them)),
                ],
            );
            if let Some(warning) = self.warning(id, level) {
                about.push_str("\n\n");
                about.push_str(&warning);
            }
            let current = chosen == Some(level);
            self.add(label, about, Pick::Level(level), current);
        }
        self.cx.phrases.fill(
            "game.plan.ask.level",
            &[("clause", &self.n.clause(id).name)],
        )
    }

    /// Why the level that the other side asks for is not offered, and what takes it.
    fn theirs(&self, id: ClauseId) -> String {
        let them = self.view.side.other();
        let key = if self.view.common.clause(id).standing[them].is_some() {
            "game.plan.level_theirs.offer"
        } else {
            "game.plan.level_theirs.position"
        };
        let values: Values = &[("capital", &self.n.capital(them))];
        let mut text = self.cx.phrases.fill(key, values);
        if self.legal.allows_table(Table::Accept(id)) {
            let values: Values = &[("accept", &self.n.table_kind(TableKind::Accept))];
            text.push(' ');
            text.push_str(
                &self
                    .cx
                    .phrases
                    .fill("game.plan.level_theirs.accept", values),
            );
        }
        text
    }

    fn wording(&mut self) -> String {
        for wording in Wording::ALL {
            let about = self.n.wording_help(wording).to_owned();
            let label = sentence(self.n.wording(wording));
            self.add(label, about, Pick::Wording(wording), false);
        }
        self.cx.say("game.plan.ask.wording").to_owned()
    }

    fn channel(&mut self) -> String {
        let free: Vec<_> = self.legal.channels().collect();
        let here = self.view.common.away[self.view.side] == 0;
        for channel in Channel::ALL {
            let label = sentence(self.n.channel(channel));
            let pick = Pick::Channel(channel);
            if free.contains(&channel) {
                let about = self.n.channel_help(channel).to_owned();
                self.add(label, about, pick, free.first() == Some(&channel));
            } else {
                let about = self.cx.say(match channel {
                    Channel::Back => "game.plan.channel_shut.back",
                    Channel::Mediator if here => "game.plan.channel_shut.mediator",
                    Channel::Open | Channel::Mediator => "game.plan.channel_shut.away",
                });
                self.bar(label, about.to_owned(), pick);
            }
        }
        self.cx.say("game.plan.ask.channel").to_owned()
    }

    fn terms(&mut self) -> String {
        let both = [Terms::Halfway, Terms::Theirs];
        let [halfway, theirs] = both.map(|terms| self.view.bargained(Table::Bargain(terms)));
        for terms in both {
            let mut about = self.cx.say("game.plan.bargain").to_owned();
            if halfway == theirs {
                about = format!("{}\n\n{about}", self.cx.say("game.plan.bargain_alike"));
            }
            let label = sentence(self.n.terms(terms));
            let current = self.draft.plan().table == Table::Bargain(terms);
            self.add(label, about, Pick::Terms(terms), current);
        }
        self.cx.say("game.plan.ask.terms").to_owned()
    }

    fn field(&mut self) -> String {
        let fields: Vec<_> = self.legal.fields().collect();
        for field in fields {
            let about = self.cx.phrases.fill(
                "game.plan.act",
                &[
                    ("plain", &self.n.act_plain(field)),
                    ("help", &self.n.act_help(field)),
                ],
            );
            let current = self.draft.plan().field == field;
            let label = self.n.act(self.view.side, field);
            self.add(label, about, Pick::Field(field), current);
        }
        self.cx.say("game.plan.ask.field").to_owned()
    }

    fn card(&mut self, play: &Play) -> String {
        let chosen = self.draft.plan().card;
        let none = self.cx.say("game.plan.no_card_about").to_owned();
        self.add(
            sentence(self.n.no_card()),
            none,
            Pick::Card(None),
            chosen.is_none(),
        );
        let cards: Vec<_> = self.legal.cards().collect();
        for card in cards {
            let about = super::super::card::describe(play, card, false, self.cx);
            let label = self.n.card(self.view.side, card);
            self.add(label, about, Pick::Card(Some(card)), chosen == Some(card));
        }
        self.cx.say("game.plan.ask.card").to_owned()
    }
}

/// The number of what is not there in every round, or not always in the same place.
fn number(pick: Pick) -> Option<usize> {
    match pick {
        // The tenth has the 0, as it lies on a keyboard.
        Pick::Kind(kind) => TableKind::ALL
            .iter()
            .position(|of| *of == kind)
            .map(|at| if at == 9 { 0 } else { at + 1 }),
        Pick::Clause(id) => Some(id.index() + 1),
        Pick::Level(level) => Some(level.0.into()),
        Pick::Field(field) => Field::ALL
            .iter()
            .position(|of| *of == field)
            .map(|at| at + 1),
        _ => None,
    }
}
