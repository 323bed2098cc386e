//! The guide of a first game in lines: what it has to say before each prompt, and after what
//! was looked up.

use super::console::{Console, Step};
use super::question::{Choice, Question};
use crate::guide::{Entry, Guide, Next, Offered, Place, Scene, Spot};
use crate::narrate::{Narrator, Phrases};
use crate::rules::meter::{Gauge, Meter};
use crate::rules::plan::Plan;
use crate::session::Session;
use std::io::{BufRead, Write};

/// A guide that says nothing twice running.
pub struct Aide {
    guide: Guide,
    /// What was said last at each place.
    said: Vec<(Place, String)>,
}

impl Aide {
    /// The guide of this game, if it is a guided one.
    pub fn of(session: &Session) -> Option<Self> {
        let guide = Guide::of(session)?;
        let said = Vec::new();
        Some(Self { guide, said })
    }

    /// Puts it away or brings it back; whether it is there now.
    pub fn toggle(&mut self) -> bool {
        self.guide.toggle();
        self.said.clear();
        self.guide.is_shown()
    }

    /// Says what there is to say at a place, unless that was the last thing said there.
    pub fn say<R: BufRead, W: Write>(
        &mut self,
        console: &mut Console<R, W>,
        words: &Phrases,
        session: &Session,
        spot: &Spot,
        draft: Plan,
    ) -> Step<()> {
        self.guide.meet(spot.place);
        if !self.guide.is_shown() {
            return Ok(());
        }
        let scene = Scene::new(spot.place, session, draft);
        let way = |next: &Next| way(next, spot, words, session);
        let Some(told) = self.guide.tell(&scene, words, &way) else {
            return Ok(());
        };
        let last = self.said.iter_mut().find(|(place, _)| *place == spot.place);
        match last {
            Some((_, id)) if *id == told.id => return Ok(()),
            Some((_, id)) => id.clone_from(&told.id),
            None => self.said.push((spot.place, told.id)),
        }
        console.say(&words.fill("guide.said", &[("text", &told.text)]))?;
        if let Some((key, what)) = told.next {
            console.say(&words.fill("guide.word", &[("key", &key), ("what", &what)]))?;
        }
        Ok(())
    }
}

/// A question as the guide knows it: what each of its answers chooses, in their order.
pub fn spot(place: Place, picks: impl Iterator<Item = Offered>, question: &Question) -> Spot {
    let entry = |(offered, (number, choice)): (Offered, (usize, &Choice))| Entry {
        number,
        offered,
        label: choice.label.clone(),
    };
    Spot {
        place,
        offered: picks.zip(question.numbered()).map(entry).collect(),
    }
}

/// What is typed to follow a suggestion, empty if nothing has to be, and what that does;
/// nothing if it cannot be followed here.
fn way(next: &Next, spot: &Spot, words: &Phrases, session: &Session) -> Option<(String, String)> {
    let text = &session.scenario().text;
    let say = |what: &str| words.get(what).to_owned();
    Some(match next {
        // What was read needs no key to leave it.
        Next::On | Next::Fresh => (String::new(), String::new()),
        Next::Free | Next::Act => return None,
        Next::Look(place) => {
            let (word, what) = look_up(*place)?;
            let word = words.of("plain.word.", word).split(' ').next()?;
            let n = Narrator::new(session.scenario(), words);
            let pressure = n.meter(Meter::Of(session.side(), Gauge::Pressure));
            let word = match place {
                Place::Why => format!("{word} {}", pressure.to_lowercase()),
                _ => word.to_owned(),
            };
            (word, say(what))
        }
        Next::LookAt(clause) => {
            let id = text.read_clause(clause).ok()?;
            let word = words.get("plain.word.clause").split(' ').next()?;
            (format!("{word} {clause}"), text.clause(id).name.clone())
        }
        Next::Pick(name) => {
            let entry = spot.named(name, text, session.side())?;
            (entry.number.to_string(), entry.label.clone())
        }
        Next::Seal => ("1".to_owned(), say("guide.next.seal")),
    })
}

/// The command that looks a place up, and what it is called.
const fn look_up(place: Place) -> Option<(&'static str, &'static str)> {
    Some(match place {
        Place::Why => ("why", "guide.next.why"),
        Place::Intelligence => ("intel", "guide.next.intelligence"),
        Place::Record => ("log", "guide.next.record"),
        Place::Hand => ("hand", "guide.next.hand"),
        Place::Hints => ("hint", "guide.next.hints"),
        Place::Handbook => ("handbook", "guide.next.handbook"),
        _ => return None,
    })
}
