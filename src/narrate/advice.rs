//! Hints in words: a plan, what it is likely to lead to, and what it turns on.

use super::{Key, Narrator, Values, percent, points, signed};
use crate::negotiator::Manner;
use crate::negotiator::advice::{Advice, Advised, Beside, Feature, Hinge};
use crate::rules::ending::Class;
use crate::rules::meter::Tenths;
use crate::rules::side::Side;

impl Narrator<'_> {
    /// What there is to say of a plan that is advised to a side, a sentence each.
    pub fn advised(&self, side: Side, advised: &Advised) -> Vec<String> {
        let mut lines = Vec::new();
        // Beside a plan that did worse in the games it would be a second authority.
        if advised.favoured && advised.beside == Beside::Best {
            lines.push(self.words.get("advice.favoured").to_owned());
        }
        let [treaty, war, neither] = [0, 1, 2].map(|n| {
            let (class, chance) = (Class::ALL[n], advised.endings[n]);
            let values: Values = &[
                ("percent", &chance.percent),
                ("low", &chance.low),
                ("high", &chance.high),
            ];
            self.say("advice.ending.", class.key(), values)
        });
        let values: Values = &[
            ("comprehensive", &treaty),
            ("war", &war),
            ("continuation", &neither),
        ];
        lines.push(self.words.fill("advice.endings", values));
        let tenths = |amount: i32| signed(Tenths::of(amount));
        let values: Values = &[
            ("pressure", &tenths(advised.pressure)),
            ("face", &tenths(advised.face)),
        ];
        lines.push(self.words.fill("advice.home", values));
        let score = points(Tenths::of(advised.score));
        let (key, less) = match advised.beside {
            Beside::Best => ("advice.score", 0),
            Beside::Level => ("advice.score.level", 0),
            Beside::Behind(less) => ("advice.score.behind", less),
        };
        let less = points(Tenths::of(less));
        let values: Values = &[("score", &score), ("less", &less)];
        lines.push(self.words.fill(key, values));
        lines.extend(advised.hinge.map(|hinge| self.hinge(side, hinge)));
        lines
    }

    /// What all advice to a side rests on, a sentence each: whom it takes the other side for,
    /// if not for one that weighs what it does, and how the plans were tried.
    pub fn advice_basis(&self, side: Side, advice: &Advice) -> Vec<String> {
        let (manner, chance) = advice.manner;
        let capital = &self.capital(side.other());
        let values: Values = &[("capital", capital), ("percent", &percent(chance))];
        let taken = || self.say("advice.manner.", manner.key(), values);
        let taken = (manner != Manner::Weighing).then(taken);
        let how = self.words.fill("advice.how", &[("games", &advice.games)]);
        taken.into_iter().chain([how]).collect()
    }

    /// A plan that is advised, on one line, with what it comes to.
    pub fn advised_plan(&self, side: Side, advised: &Advised) -> String {
        let course = self.words.of("advice.course.", advised.plan.course().key());
        let plan = self.plan_line(side, &advised.plan);
        let values: Values = &[("course", &course), ("plan", &plan)];
        self.words.fill("advice.plan", values)
    }

    fn hinge(&self, side: Side, hinge: Hinge) -> String {
        // What is likelier than not is no exception.
        let key = match (hinge.with < hinge.without, hinge.percent > 50) {
            (true, true) => "advice.hinge.worse.likely",
            (true, false) => "advice.hinge.worse",
            (false, _) => "advice.hinge.better",
        };
        let whole = |score: i32| (score + 5) / 10;
        self.words.fill(
            key,
            &[
                ("feature", &self.feature(side.other(), hinge.feature)),
                ("percent", &hinge.percent),
                ("with", &whole(hinge.with)),
                ("without", &whole(hinge.without)),
            ],
        )
    }

    /// Something hidden about a side, as the end of a sentence with "if".
    fn feature(&self, them: Side, feature: Feature) -> String {
        let capital = &self.capital(them);
        let say = |member: &str, values: Values| self.say("advice.feature.", member, values);
        match feature {
            Feature::Beyond(id, level) => {
                let clause = &self.clause(id).name;
                let values: Values = &[
                    ("capital", capital),
                    ("clause", clause),
                    ("level", &level.0),
                ];
                say("beyond", values)
            }
            Feature::RedLine(id) => {
                let clause = &self.clause(id).name;
                say("red_line", &[("capital", capital), ("clause", clause)])
            }
            Feature::Mood(mood) => {
                let mood = &self.mood(them, mood);
                say("mood", &[("capital", capital), ("mood", mood)])
            }
            Feature::Objective(objective) => {
                let objective = &self.objective(them, objective);
                say(
                    "objective",
                    &[("capital", capital), ("objective", objective)],
                )
            }
            Feature::Tables(kind) => {
                let what = &self.table_kind(kind);
                say("tables", &[("capital", capital), ("what", what)])
            }
            Feature::Does(field) => {
                let what = &self.act(them, field);
                say("does", &[("capital", capital), ("what", what)])
            }
        }
    }
}
