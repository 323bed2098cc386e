//! Conditions in words: "Fog 60 or more", "Missiles not agreed".

use super::{Eyes, Key, Narrator, points};
use crate::rules::clause::ClauseId;
use crate::rules::meter::Tenths;
use crate::rules::vocabulary::{Fact, MeterRef, Span, Test, Who};

impl Narrator<'_> {
    /// All the conditions of a run, joined.
    pub fn conditions(&self, tests: Span, eyes: Eyes) -> String {
        let tests = &self.scenario.tables.tests[tests.range()];
        let each: Vec<_> = tests
            .iter()
            .map(|&test| self.condition(test, eyes))
            .collect();
        each.join(self.words.get("fact.and"))
    }

    /// What a card or an event needs, or nothing: "needs Fog 60 or more".
    pub fn needs(&self, tests: Span, eyes: Eyes) -> Option<String> {
        let needs = || {
            self.words
                .fill("fact.needs", &[("tests", &self.conditions(tests, eyes))])
        };
        (tests.len > 0).then(needs)
    }

    /// One condition.
    pub fn condition(&self, Test { fact, wanted }: Test, eyes: Eyes) -> String {
        let family = if wanted { "fact.is." } else { "fact.not." };
        let clause = |member, id: ClauseId, level: u8| {
            let name = &self.clause(id).name;
            self.say(family, member, &[("clause", name), ("level", &level)])
        };
        let whom = |member, who: Who, n: u8| {
            let values: super::Values = &[
                ("who", &self.who(who, eyes)),
                ("subject", &self.who_did_it(who, eyes)),
                ("whose", &self.whose_of(who, eyes)),
                ("n", &n),
            ];
            self.say(family, member, values)
        };
        let count = |member, n: u8| self.say(family, member, &[("n", &n)]);
        match fact {
            Fact::AtLeast(meter, value) => self.threshold(family, "at_least", meter, value, eyes),
            Fact::AtMost(meter, value) => self.threshold(family, "at_most", meter, value, eyes),
            Fact::Agreed(id) => clause("agreed", id, 0),
            Fact::Vague(id) => clause("vague", id, 0),
            Fact::Clear(id) => clause("clear", id, 0),
            Fact::LevelAtMost(id, level) => clause("level_at_most", id, level.0),
            Fact::LevelAtLeast(id, level) => clause("level_at_least", id, level.0),
            Fact::AgreedCount(n) => count("agreed_count", n),
            Fact::VagueCount(n) => count("vague_count", n),
            Fact::ClearCount(n) => count("clear_count", n),
            Fact::Holds(who) => whom("holds", who, 0),
            Fact::MovedFirst(who) => whom("moved_first", who, 0),
            Fact::Ahead(who) => whom("ahead", who, 0),
            Fact::Did(who, tally, n) => self.say(
                family,
                if n == 1 { "did" } else { "did_often" },
                &[
                    ("tally", &self.tally(tally)),
                    ("who", &self.who(who, eyes)),
                    ("n", &n),
                ],
            ),
            Fact::Incidents(n) => count("incidents", n),
            Fact::Round(n) => count("round", n),
            Fact::Left(0) => count("last_round", 0),
            Fact::Left(n) => count("left", n),
            Fact::Grip(who, n) => whom("grip", who, n),
            Fact::During(timer) => self.say(family, "during", &[("timer", &self.timer(timer))]),
            Fact::BackOffer(who) => whom("back_offer", who, 0),
            Fact::Ended(class) => {
                let family = if wanted {
                    "fact.is.ended."
                } else {
                    "fact.not.ended."
                };
                self.words.of(family, class.key()).into()
            }
        }
    }

    fn threshold(
        &self,
        family: &str,
        member: &str,
        meter: MeterRef,
        value: Tenths,
        eyes: Eyes,
    ) -> String {
        let meter = self.meter_ref(meter, eyes);
        self.say(family, member, &[("meter", &meter), ("n", &points(value))])
    }
}
