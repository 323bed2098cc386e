//! Decisions in words: a full line for a log, a short one for a narrow screen.

use super::{Key, Narrator};
use crate::rules::clause::Wording;
use crate::rules::plan::{Decision, EventId, Offer, Plan, Table, TableKind};
use crate::rules::side::Side;
use crate::rules::view::View;

impl<'a> Narrator<'a> {
    /// A kind of decision at the table.
    pub fn table_kind(&self, kind: TableKind) -> &'a str {
        self.words.of("name.table.", kind.key())
    }

    /// What such a decision is, in a line.
    pub fn table_kind_help(&self, kind: TableKind) -> &'a str {
        let both = self.scenario.tables.constants.bargain_waives == 2;
        let key = match kind {
            TableKind::Bargain if both => "bargain_both",
            TableKind::AcceptBargain if both => "accept_bargain_both",
            _ => kind.key(),
        };
        self.words.of("name.table_help.", key)
    }

    /// A decision at the table in full: "Offer on Missiles: level 3 (text), vaguely
    /// worded, through the back channel".
    pub fn table(&self, table: Table) -> String {
        self.table_in("plan.long.", table)
    }

    /// The same, with what `view`'s side would take: "Accept on Missiles: level 3 (text), in
    /// clear words".
    pub fn table_seen(&self, view: &View, table: Table) -> String {
        let (key, id, level, worded) = match table {
            Table::Accept(id) => {
                let taken = view.common.clause(id).on_offer(view.side.other());
                ("plan.accepting", id, taken.level, taken.wording)
            }
            Table::Clarify(id) => {
                let level = view.common.clause(id).level.toward(view.side.other());
                ("plan.clarifying", id, level, Wording::Clear)
            }
            _ => return self.table(table),
        };
        self.words.fill(
            key,
            &[
                ("clause", &self.clause(id).name),
                ("level", &level.0),
                ("text", &self.level(id, level).trim_end_matches('.')),
                ("worded", &self.words.of("plan.worded.", worded.key())),
            ],
        )
    }

    /// The same for a narrow screen: "Missiles 3 vague, back channel".
    pub fn table_short(&self, table: Table) -> String {
        self.table_in("plan.short.", table)
    }

    fn table_in(&self, family: &str, table: Table) -> String {
        let clause = table.clause().map(|id| self.clause(id));
        let name = clause.map_or("", |clause| match family {
            "plan.long." => &clause.name,
            _ => &clause.short,
        });
        match table {
            Table::Offer(Offer {
                clause: id,
                level,
                wording,
                channel,
            }) => self.say(
                family,
                "offer",
                &[
                    ("clause", &name),
                    ("level", &level.0),
                    ("text", &self.level(id, level).trim_end_matches('.')),
                    ("worded", &self.words.of("plan.worded.", wording.key())),
                    ("wording", &self.wording(wording)),
                    ("through", &self.words.of("plan.through.", channel.key())),
                    ("channel", &self.channel(channel)),
                ],
            ),
            Table::Bargain(terms) => {
                let terms = self.words.of("name.terms.", terms.key());
                self.say(family, "bargain", &[("terms", &terms)])
            }
            _ => self.say(family, table.kind().key(), &[("clause", &name)]),
        }
    }

    /// The four parts of a plan, each a label and what was decided.
    pub fn plan(&self, side: Side, plan: &Plan) -> [(&'static str, String); 4] {
        self.labelled(side, *plan, self.table(plan.table))
    }

    /// The same before it is sealed, with what `view`'s side would take.
    pub fn plan_seen(&self, view: &View, plan: &Plan) -> [(&'static str, String); 4] {
        self.labelled(view.side, *plan, self.table_seen(view, plan.table))
    }

    fn labelled(&self, side: Side, plan: Plan, table: String) -> [(&'static str, String); 4] {
        let card = plan.card.map_or(self.no_card(), |id| self.card(side, id));
        [
            (
                self.words.shared().get("plan.part.say"),
                self.statement(plan.say).into(),
            ),
            (self.words.shared().get("plan.part.table"), table),
            (
                self.words.shared().get("plan.part.field"),
                self.act(side, plan.field).into(),
            ),
            (self.words.shared().get("plan.part.card"), card.into()),
        ]
    }

    /// A plan on one line.
    pub fn plan_line(&self, side: Side, plan: &Plan) -> String {
        let card = plan.card.map_or(String::new(), |id| {
            self.words
                .fill("plan.line_card", &[("card", &self.card(side, id))])
        });
        self.words.fill(
            "plan.line",
            &[
                ("say", &self.statement(plan.say)),
                ("table", &self.table_short(plan.table)),
                ("field", &self.act(side, plan.field)),
                ("card", &card),
            ],
        )
    }

    /// A decision on one line; `event` is the one that asked, if one did.
    pub fn decision(&self, side: Side, decision: &Decision, event: Option<EventId>) -> String {
        match (decision, event) {
            (Decision::Plan(plan), _) => self.plan_line(side, plan),
            (Decision::Choice(choice), Some(event)) => self.words.fill(
                "plan.choice",
                &[
                    ("event", &self.event(event)),
                    ("choice", &self.choice(event, *choice)),
                ],
            ),
            (Decision::Choice(choice), None) => self
                .words
                .fill("plan.choice_number", &[("number", &(choice.0 + 1))]),
        }
    }
}
