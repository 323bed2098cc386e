//! Making a plan: one numbered question after another, each answer with what it is known
//! to do, and each to be taken back until the plan is sealed.

use super::page::hand;
use super::question::Choice;
use crate::narrate::{Key, Line, Narrator, Phrases};
use crate::rules::clause::{ClauseId, Wording};
use crate::rules::dice::{Dice, Stream};
use crate::rules::legal::Legal;
use crate::rules::plan::{Plan, Table, TableKind, Terms};
use crate::rules::preview::{Part, Preview};
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
        self.n.words
    }

    fn ask(&self, key: &str) -> NextQuestion {
        NextQuestion::new(self.words().of("plain.ask.", key).into())
    }

    /// The choice with what the answer is known to do.
    fn foreseen(&self, pick: Pick, part: Part, choice: Choice) -> Choice {
        // What does not make a whole plan yet counts as the plan without it.
        let plan = (self.draft.with(pick, &self.legal)).unwrap_or_else(|| self.draft.plan());
        effects(self.n, self.view, plan)
            .into_iter()
            .filter(|(of, _)| *of == part)
            .fold(choice, |choice, (_, line)| choice.note(line.text))
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
                let choice = Choice::plain(&words.id, &words.name).note(self.where_it_stands(id));
                question.offer(pick, self.foreseen(pick, Part::Table, choice));
            }
        }
        question
    }

    fn where_it_stands(&self, id: ClauseId) -> String {
        let clause = self.view.common.clause(id);
        if clause.agreed() {
            let text = self.n.level(id, clause.level);
            return self.words().fill(
                "plain.stands.agreed",
                &[("level", &clause.level.0), ("text", &text)],
            );
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
            let label = self.words().fill(
                "plain.level",
                &[("level", &level.0), ("text", &self.n.level(id, level))],
            );
            let choice = Choice::plain(format!("level:{}", level.0), label);
            question.offer(pick, self.foreseen(pick, Part::Table, choice));
        }
        question
    }

    fn wording(&self) -> NextQuestion {
        let mut question = self.ask("wording");
        for wording in Wording::ALL {
            let pick = Pick::Wording(wording);
            let help = self.words().of("name.wording_help.", wording.key());
            let name = self.words().of("name.wording.", wording.key());
            let choice = Choice::plain(wording.key(), name).note(help);
            question.offer(pick, self.foreseen(pick, Part::Table, choice));
        }
        question
    }

    fn channel(&self) -> NextQuestion {
        let mut question = self.ask("channel");
        for channel in self.legal.channels() {
            let pick = Pick::Channel(channel);
            let help = self.words().of("name.channel_help.", channel.key());
            let name = self.words().of("name.channel.", channel.key());
            let choice = Choice::plain(channel.key(), name).note(help);
            question.offer(pick, self.foreseen(pick, Part::Table, choice));
        }
        question
    }

    fn terms(&self) -> NextQuestion {
        let mut question = self.ask("terms");
        for terms in [Terms::Halfway, Terms::Theirs] {
            let name = self.words().of("name.terms.", terms.key());
            question.offer(Pick::Terms(terms), Choice::plain(terms.key(), name));
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
            let words = self.n.scenario.text.card(self.view.side, card);
            let mut choice = Choice::plain(&words.id, &words.title);
            for note in hand::notes(self.n, self.view, card) {
                choice = choice.note(note);
            }
            question.offer(Pick::Card(Some(card)), choice);
        }
        question
    }
}

/// The plan as it would be sealed, and what it is known to do.
pub fn summary(n: &Narrator, view: &View, plan: Plan) -> super::page::Page {
    let mut page = super::page::Page::titled(n.words.get("plain.seal.title"));
    for (part, what) in n.plan(view.side, &plan) {
        page.item(
            n.words
                .fill("plain.seal.part", &[("part", &part), ("what", &what)]),
        );
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
