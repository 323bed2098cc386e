//! Making a plan: one numbered question after another, each answer with what it is known
//! to do, and each to be taken back until the plan is sealed.

use super::page::clause::crosses;
use super::page::hand;
use super::question::Choice;
use crate::narrate::phrases::fill;
use crate::narrate::{Key, Line, Narrator, Phrases, signed};
use crate::rules::clause::{ClauseId, Level, Wording};
use crate::rules::dice::{Dice, Stream};
use crate::rules::legal::Legal;
use crate::rules::plan::{Plan, Table, TableKind, Terms};
use crate::rules::preview::{Part, Preview};
use crate::rules::score::stake;
use crate::rules::side::Side;
use crate::rules::view::View;
use crate::scenario::notation::{NO_CARD, write_field, write_say};
use crate::session::draft::{self, Draft, Pick, Step};

/// The next question, with the answers it stands for.
pub struct NextQuestion {
    /// What is asked.
    pub text: String,
    /// The answers as shown.
    pub choices: Vec<Choice>,
    /// What each of them chooses, in the same order.
    pub picks: Vec<Pick>,
}

impl NextQuestion {
    fn new(text: String) -> Self {
        Self {
            text,
            choices: Vec::new(),
            picks: Vec::new(),
        }
    }

    fn offer(&mut self, pick: Pick, choice: Choice) {
        self.picks.push(pick);
        self.choices.push(choice);
    }
}

/// The question that the draft leads to; none if all is answered.
pub fn next(n: &Narrator, view: &View, draft: &Draft) -> Option<NextQuestion> {
    let legal = view.legal(&n.scenario.tables);
    let maker = Maker {
        n,
        view,
        draft,
        legal,
    };
    Some(match (draft.part(), draft.step()) {
        (draft::Part::Say, _) => maker.say(),
        (draft::Part::Table, Step::Kind) => maker.kind(),
        (draft::Part::Table, Step::Clause(kind)) => maker.clause(kind),
        (draft::Part::Table, Step::Level(clause)) => maker.level(clause),
        (draft::Part::Table, Step::Wording(..)) => maker.wording(),
        (draft::Part::Table, Step::Channel(..)) => maker.channel(),
        (draft::Part::Table, Step::Terms) => maker.terms(),
        (draft::Part::Field, _) => maker.field(),
        (draft::Part::Card, _) => maker.card(),
        (draft::Part::Seal, _) => return None,
    })
}

struct Maker<'a> {
    n: &'a Narrator<'a>,
    view: &'a View,
    draft: &'a Draft,
    legal: Legal,
}

impl Maker<'_> {
    fn words(&self) -> &Phrases {
        self.n.words.shared()
    }

    fn ask(&self, key: &str) -> NextQuestion {
        NextQuestion::new(self.words().of("plain.ask.", key).into())
    }

    /// The choice with what the answer is known to do.
    fn foreseen(&self, pick: Pick, part: Part, choice: Choice) -> Choice {
        // What does not make a whole plan yet counts as the plan without it.
        let plan = (self.draft.with(pick, &self.legal)).unwrap_or_else(|| self.draft.plan());
        let standing = self.whatever(part);
        effects(self.n, self.view, plan)
            .into_iter()
            .filter(|(of, line)| *of == part && !standing.contains(&line.text))
            .fold(choice, |choice, (_, line)| choice.note(line.text))
    }

    /// What is so whatever is done at the table: it is said once, with the question.
    fn whatever(&self, part: Part) -> Vec<String> {
        if part != Part::Table {
            return Vec::new();
        }
        let plan = Plan {
            table: Table::Hold,
            ..self.draft.plan()
        };
        let told = effects(self.n, self.view, plan).into_iter();
        told.filter(|(of, _)| *of == part)
            .map(|(_, line)| line.text)
            .collect()
    }

    fn say(&self) -> NextQuestion {
        let mut question = self.ask("say");
        for say in self.legal.says() {
            let pick = Pick::Say(say);
            let choice = Choice::plain(write_say(say), self.n.statement(say))
                .note(self.n.statement_help(say));
            question.offer(pick, self.foreseen(pick, Part::Say, choice));
        }
        question
    }

    fn kind(&self) -> NextQuestion {
        let mut question = self.ask("table");
        let facts = self.whatever(Part::Table).join(" ");
        if !facts.is_empty() {
            question.text = self.words().fill(
                "plain.ask.whatever",
                &[("question", &question.text), ("facts", &facts)],
            );
        }
        for kind in TableKind::ALL {
            if self.legal.tables().any(|table| table.kind() == kind) {
                let pick = Pick::Kind(kind);
                let choice = Choice::plain(kind.key(), self.n.table_kind(kind))
                    .note(self.n.table_kind_help(kind));
                question.offer(pick, self.foreseen(pick, Part::Table, choice));
            }
        }
        question
    }

    fn clause(&self, kind: TableKind) -> NextQuestion {
        let kind_name = self.n.table_kind(kind);
        let text = self
            .words()
            .fill("plain.ask.clause", &[("kind", &kind_name)]);
        let mut question = NextQuestion::new(text);
        let of_kind = |table: Table| table.kind() == kind;
        for id in self.n.scenario.tables.clause_ids() {
            let about = |table: Table| of_kind(table) && table.clause() == Some(id);
            if self.legal.tables().any(about) {
                let pick = Pick::Clause(id);
                let words = self.n.clause(id);
                let choice = Choice::plain(&words.id, &words.name)
                    .numbered(id.index() + 1)
                    .note(self.where_it_stands(id, kind))
                    .note(self.taken(id, kind).unwrap_or_default());
                question.offer(pick, self.foreseen(pick, Part::Table, choice));
            }
        }
        question
    }

    /// What a level would be worth.
    fn worth(&self, id: ClauseId, level: Level) -> String {
        signed(stake(&self.n.scenario.tables, self.view, id, level))
    }

    /// That taking what is on offer would cross a red line.
    fn taken(&self, id: ClauseId, kind: TableKind) -> Option<String> {
        let level = match kind {
            TableKind::Accept => taken(self.view, Table::Accept(id)),
            TableKind::Clarify => taken(self.view, Table::Clarify(id)),
            _ => None,
        };
        crosses(self.n, self.view, id, level?)
    }

    fn where_it_stands(&self, id: ClauseId, kind: TableKind) -> String {
        let clause = self.view.common.clause(id);
        if clause.agreed() {
            let alone = taken(self.view, Table::Clarify(id));
            let (key, level) = match alone.filter(|_| kind == TableKind::Clarify) {
                Some(level) => ("plain.stands.clarified", level),
                None => ("plain.stands.agreed", clause.level),
            };
            let (text, points) = (self.n.level(id, level), self.worth(id, level));
            let values: crate::narrate::Values =
                &[("level", &level.0), ("text", &text), ("points", &points)];
            return self.words().fill(key, values);
        }
        let (own, them) = (self.view.side, self.view.side.other());
        let reach = |side| clause.reach(side).0;
        let theirs = clause.standing[them];
        let offer = theirs.map_or(String::new(), |standing| {
            super::page::board::standing(self.n, id, standing)
        });
        let key = if theirs.is_some() {
            "plain.stands.offered"
        } else {
            "plain.stands.open"
        };
        self.words().fill(
            key,
            &[
                ("own", &reach(own)),
                ("theirs", &reach(them)),
                ("offer", &offer),
                ("points", &self.worth(id, clause.reach(them))),
            ],
        )
    }

    fn level(&self, id: ClauseId) -> NextQuestion {
        let name = &self.n.clause(id).name;
        let text = self.words().fill(
            "plain.ask.level",
            &[
                ("clause", name),
                ("presser", &self.n.capital(Side::Presser)),
                ("holder", &self.n.capital(Side::Holder)),
            ],
        );
        let mut question = NextQuestion::new(text);
        for level in self.legal.levels(id) {
            let pick = Pick::Level(level);
            let label = super::page::clause::level(self.n, self.view, id, level);
            let choice = Choice::plain(format!("level:{}", level.0), label)
                .note(crosses(self.n, self.view, id, level).unwrap_or_default());
            question.offer(pick, self.foreseen(pick, Part::Table, choice));
        }
        question
    }

    fn wording(&self) -> NextQuestion {
        let mut question = self.ask("wording");
        for wording in Wording::ALL {
            let pick = Pick::Wording(wording);
            let help = self.n.wording_help(wording);
            let name = self.n.wording(wording);
            let choice = Choice::plain(wording.key(), name).note(help);
            question.offer(pick, self.foreseen(pick, Part::Table, choice));
        }
        question
    }

    fn channel(&self) -> NextQuestion {
        let mut question = self.ask("channel");
        for channel in self.legal.channels() {
            let pick = Pick::Channel(channel);
            let help = self.n.channel_help(channel);
            let name = self.n.channel(channel);
            let choice = Choice::plain(channel.key(), name).note(help);
            question.offer(pick, self.foreseen(pick, Part::Table, choice));
        }
        question
    }

    fn terms(&self) -> NextQuestion {
        let mut question = self.ask("terms");
        for terms in [Terms::Halfway, Terms::Theirs] {
            let pick = Pick::Terms(terms);
            let choice = Choice::plain(terms.key(), self.n.terms(terms));
            question.offer(pick, self.foreseen(pick, Part::Table, choice));
        }
        question
    }

    fn field(&self) -> NextQuestion {
        let mut question = self.ask("field");
        for field in self.legal.fields() {
            let pick = Pick::Field(field);
            let choice = Choice::plain(write_field(field), self.n.act(self.view.side, field))
                .note(self.n.act_help(field));
            question.offer(pick, self.foreseen(pick, Part::Field, choice));
        }
        question
    }

    fn card(&self) -> NextQuestion {
        let mut question = self.ask("card");
        let none = Choice::plain(NO_CARD, self.words().get("plain.no_card"));
        question.offer(Pick::Card(None), none);
        for card in self.legal.cards() {
            let words = self.n.text.card(self.view.side, card);
            let mut choice = Choice::plain(&words.id, &words.title);
            for note in hand::notes(self.n, self.view, card) {
                choice = choice.note(note);
            }
            question.offer(Pick::Card(Some(card)), choice);
        }
        question
    }
}

/// The level at which taking what is offered, or another's reading, leaves a clause.
fn taken(view: &View, table: Table) -> Option<Level> {
    let them = view.side.other();
    match table {
        Table::Accept(id) => Some(view.common.clause(id).on_offer(them).level),
        Table::Clarify(id) => Some(view.common.clause(id).level.toward(them)),
        _ => None,
    }
}

/// What to be warned of before a plan is sealed: the red lines that it crosses.
pub fn warnings(n: &Narrator, view: &View, plan: Plan) -> Vec<String> {
    let crossed = |(id, level)| crosses(n, view, id, level);
    match plan.table {
        Table::Offer(offer) => crossed((offer.clause, offer.level)).into_iter().collect(),
        // What a grand bargain settles is told clause by clause.
        table => table
            .clause()
            .zip(taken(view, table))
            .and_then(crossed)
            .into_iter()
            .collect(),
    }
}

/// Whether a plan in notation is to be shown in words before it is sealed: it has something
/// to be warned of, or settles clauses at levels that the notation does not say.
pub fn to_be_shown(n: &Narrator, view: &View, plan: Plan) -> bool {
    let unsaid = matches!(
        plan.table,
        Table::Clarify(_) | Table::Bargain(_) | Table::AcceptBargain
    );
    unsaid || !warnings(n, view, plan).is_empty()
}

/// Why the rules do not allow a plan: the part, and the reason.
pub fn refused(n: &Narrator, view: &View, plan: Plan) -> Vec<String> {
    let legal = view.legal(&n.scenario.tables);
    let [_, table, field, card] = n.plan(view.side, &plan);
    let tell = |key: &str, (part, what): (&str, String), why: &str| {
        n.words
            .fill(key, &[("part", &part), ("what", &what), ("why", &why)])
    };
    let mut told = Vec::new();
    if !legal.allows_table(plan.table) {
        told.push(tell(
            "plain.refused.table",
            table,
            &why_not(n, view, &legal, plan.table),
        ));
    }
    if !legal.allows_field(plan.field) {
        told.push(tell("plain.refused.field", field, ""));
    }
    if !legal.allows_card(plan.card) {
        told.push(tell("plain.refused.card", card, ""));
    }
    told
}

fn why_not(n: &Narrator, view: &View, legal: &Legal, table: Table) -> String {
    let list = |of: Vec<String>| match of.len() {
        0 => n.words.get("plain.refused.none").into(),
        _ => of.join(n.words.get("plain.join")),
    };
    let levels = table.clause().into_iter().flat_map(|id| legal.levels(id));
    let levels = list(levels.map(|level| level.0.to_string()).collect());
    let channels = list(legal.channels().map(|way| n.channel(way).into()).collect());
    let why = match barrier(n, view, table) {
        Some(Barrier::Settled) => n.words.get("plain.refused.why.settled"),
        Some(Barrier::Away) => n.words.get("plain.refused.why.away"),
        None => n.words.of("plain.refused.why.", table.kind().key()),
    };
    fill(why, &[("levels", &levels), ("channels", &channels)])
}

/// What bars several decisions at the table at once, and not one by its own nature.
enum Barrier {
    /// The clause is agreed.
    Settled,
    /// One's own chair is empty.
    Away,
}

/// What bars a decision before its own conditions are looked at, if anything. An empty chair is
/// named last: what would not be possible in the room either has the better reason.
fn barrier(n: &Narrator, view: &View, table: Table) -> Option<Barrier> {
    if let Table::Accept(id) | Table::Harden(id) | Table::Probe(id) = table
        && view.common.clause(id).agreed()
    {
        return Some(Barrier::Settled);
    }
    // Of an offer the levels and ways that are open say more.
    if matches!(table, Table::Offer(_)) {
        return None;
    }
    let mut in_the_room = *view;
    in_the_room.common.away[view.side] = 0;
    let possible = (in_the_room.legal(&n.scenario.tables)).allows_table(table);
    (view.common.away[view.side] > 0 && possible).then_some(Barrier::Away)
}

/// The plan as it would be sealed, and what it is known to do.
pub fn summary(n: &Narrator, view: &View, plan: Plan) -> super::page::Page {
    let mut page = super::page::Page::titled(n.words.get("plain.seal.title"));
    for (part, what) in n.plan_seen(view, &plan) {
        page.item(
            n.words
                .fill("plain.seal.part", &[("part", &part), ("what", &what)]),
        );
    }
    for warning in warnings(n, view, plan) {
        page.say(warning);
    }
    let effects = effects(n, view, plan);
    if !effects.is_empty() {
        page.say(n.words.get("plain.seal.effects"));
    }
    for (_, line) in effects {
        page.item(n.words.fill("plain.reveal.line", &[("text", &line.text)]));
    }
    page
}

/// What a plan is known to do. Always tried on the same states, so that two plans are
/// compared on equal terms.
fn effects(n: &Narrator, view: &View, plan: Plan) -> Vec<(Part, Line)> {
    let mut dice = Dice::new(0, Stream::Cosmetic);
    let preview = Preview::of(&n.scenario.tables, view, &plan, &mut dice);
    n.preview(view, &preview)
}
