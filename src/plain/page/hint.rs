//! Hints: the best few plans, and what each is likely to lead to.

use super::Page;
use crate::narrate::Narrator;
use crate::negotiator::advice::Advice;
use crate::rules::side::Side;

/// The plans that are advised to a side, each with the notation to type it in.
pub fn page(n: &Narrator, side: Side, advice: &Advice) -> Page {
    let words = n.words;
    let mut page = Page::titled(words.get("plain.hint.title"));
    for (number, advised) in (1..).zip(&advice.plans) {
        let plan = n.advised_plan(side, advised);
        page.gap();
        page.say(words.fill("plain.hint.plan", &[("number", &number), ("plan", &plan)]));
        for line in n.advised(side, advised) {
            page.item(words.fill("plain.hint.line", &[("line", &line)]));
        }
        let typed = n.text.write_plan(side, &advised.plan);
        page.item(words.fill(
            "plain.hint.type",
            &[
                ("say", &typed.say),
                ("table", &typed.table),
                ("field", &typed.field),
                ("card", &typed.card),
            ],
        ));
    }
    page.gap();
    for line in n.advice_basis(side, advice) {
        page.say(line);
    }
    page
}

#[cfg(test)]
mod tests {
    use super::super::Line;
    use super::*;
    use crate::narrate::Phrases;
    use crate::negotiator::Manner;
    use crate::negotiator::advice::{Advised, Beside, Chance};
    use crate::rules::clause::{Channel, ClauseId, Level, Wording};
    use crate::rules::plan::{Offer, Plan, Table};
    use crate::scenario::Scenario;
    use crate::scenario::notation::PlanWords;

    #[test]
    fn a_hint_can_be_typed_as_it_stands() {
        let scenario = Scenario::load("gulf").unwrap();
        let words = Phrases::english();
        let offer = Table::Offer(Offer {
            clause: ClauseId(2),
            level: Level(3),
            wording: Wording::Vague,
            channel: Channel::Back,
        });
        let plan = Plan {
            table: offer,
            ..Plan::DEFAULT
        };
        let advised = Advised {
            plan,
            favoured: true,
            endings: [Chance::of(1, 3); 3],
            pressure: 0,
            face: 0,
            score: 500,
            beside: Beside::Best,
            hinge: None,
        };
        let advice = Advice {
            manner: (Manner::Weighing, 990),
            plans: vec![advised],
            games: 3,
        };
        let Page(lines) = page(&Narrator::new(&scenario, &words), Side::Presser, &advice);
        let typed = lines.iter().rev().find_map(|line| match line {
            Line::Item(text) => text.split_once(": ").map(|(_, typed)| typed),
            _ => None,
        });
        let parts: Vec<&str> = typed.unwrap().split(" / ").collect();
        let [say, table, field, card] = parts[..].try_into().unwrap();
        let typed = PlanWords {
            say: String::from(say),
            table: String::from(table),
            field: String::from(field),
            card: String::from(card),
        };
        let read = scenario.text.read_plan(Side::Presser, &typed);
        assert_eq!(read.unwrap(), plan);
    }
}
