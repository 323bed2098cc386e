//! The dialogue of one game, from the briefing to the verdict.

use super::command::Command;
use super::console::{Console, Step};
use super::exercise;
use super::guide::{self, Aide};
use super::page::{self, Page};
use super::persons::Persons;
use super::plan;
use super::question::{Answer, Aside, Choice, Heard, Question};
use crate::guide::{Offered, Place, Spot};
use crate::narrate::{Narrator, Phrases, split_round};
use crate::negotiator::Who;
use crate::rules::outcome::Outcome;
use crate::rules::plan::{ChoiceId, Decision, EventId, Plan};
use crate::rules::state::Ask;
use crate::scenario::Scenario;
use crate::scenario::notation::PlanWords;
use crate::session::draft::Draft;
use crate::session::{Progress, Reasons, Session};
use std::io::{BufRead, Write};
use std::sync::Arc;

/// A game in lines.
pub struct Game<'a, R, W> {
    pub(super) console: &'a mut Console<R, W>,
    pub(super) words: &'a Phrases,
    scenario: Arc<Scenario>,
    pub(super) session: &'a mut Session,
    /// Whether the player knows that the opponent is gone.
    knows_forfeit: bool,
    /// The guide, if the game is a guided one.
    aide: Option<Aide>,
    pub(super) persons: Persons,
}

impl<'a, R: BufRead, W: Write> Game<'a, R, W> {
    /// A game about to be played or taken up again.
    pub fn new(
        console: &'a mut Console<R, W>,
        words: &'a Phrases,
        session: &'a mut Session,
    ) -> Self {
        Self {
            console,
            words,
            scenario: session.scenario().clone(),
            aide: Aide::of(session),
            session,
            knows_forfeit: false,
            persons: Persons::default(),
        }
    }

    /// Plays until it is over.
    pub fn play(&mut self, resumed: bool) -> Step<()> {
        if self.aide.is_some() {
            self.console.say(self.words.get("guide.opens"))?;
        }
        if resumed {
            self.resumed()?;
        }
        if self.session.is_shared() {
            self.begin_shared(resumed)?;
        } else {
            if !resumed {
                self.show(|n, session| page::brief::page(n, &session.view()))?;
                self.seed()?;
                self.guide(Place::Briefing)?;
            }
            if self.session.ending().is_none() {
                exercise::tasks(self.console, self.words, self.session)?;
            }
            self.news()?;
        }
        loop {
            if self.session.ending().is_some() {
                exercise::tasks(self.console, self.words, self.session)?;
                return self.verdict();
            }
            if let Some(side) = self.hands_over_to() {
                self.hand_over(side)?;
                continue;
            }
            let progress = match self.session.ask() {
                Some(Ask::Choice(event)) => self.answer(event)?,
                Some(Ask::Plan) => self.plan()?,
                None => Progress::Waiting,
            };
            self.follow(progress)?;
        }
    }

    /// How to have this deal again.
    pub(super) fn seed(&mut self) -> Step<()> {
        self.console.gap()?;
        let seed = self.session.seed();
        let text = self.words.fill("plain.game.seed", &[("seed", &seed)]);
        self.console.say(&text)
    }

    fn narrator(&self) -> Narrator<'_> {
        Narrator::new(&self.scenario, self.words).salted(self.session.seed())
    }

    pub(super) fn show(&mut self, page: impl FnOnce(&Narrator, &Session) -> Page) -> Step<()> {
        let page = page(&self.narrator(), self.session);
        self.console.show(&page)
    }

    fn resumed(&mut self) -> Step<()> {
        let common = self.session.view().common;
        let mut lines: Vec<String> = (self.session.faults().first())
            .map(|fault| self.words.fill("plain.game.damaged", &[("fault", &fault)]))
            .into_iter()
            .collect();
        lines.push(self.words.fill(
            "plain.game.resumed",
            &[("round", &common.round), ("rounds", &common.rounds)],
        ));
        lines
            .into_iter()
            .try_for_each(|line| self.console.say(&line))
    }

    /// The news that opened the round, and where things stand.
    pub(super) fn news(&mut self) -> Step<()> {
        self.show(page::situation::news)?;
        if self.session.ask() == Some(Ask::Plan) {
            self.show(page::situation::brief)?;
        }
        Ok(())
    }

    /// Waits for the opponent if need be, and tells what came of both decisions.
    fn follow(&mut self, progress: Progress) -> Step<()> {
        let progress = if progress == Progress::Waiting {
            // All that was said is read while it thinks.
            self.console.flush()?;
            self.session.wait()
        } else {
            progress
        };
        let Progress::Resolved(outcomes) = progress else {
            return Ok(());
        };
        if let Some(error) = self.session.save_error() {
            let text = self.words.fill("plain.save.failed", &[("error", &error)]);
            self.console.say(&text)?;
        }
        self.forfeited()?;
        self.keep_for_other(&outcomes);
        self.tell(&[outcomes])
    }

    /// Says once why the opponent decides nothing any more, if it does not.
    fn forfeited(&mut self) -> Step<()> {
        let forfeit = self.session.forfeit().filter(|_| !self.knows_forfeit);
        if let Some(forfeit) = forfeit {
            let text = (self.words).fill("plain.game.forfeit", &[("why", &forfeit.reason)]);
            self.knows_forfeit = true;
            self.console.say(&text)?;
        }
        Ok(())
    }

    /// Tells what came of decisions, in the order in which it did, and where things stand now.
    pub(super) fn tell(&mut self, happened: &[Vec<Outcome>]) -> Step<()> {
        let mut opened = false;
        for outcomes in happened {
            let (closing, opening) = split_round(outcomes);
            let answered = (closing.iter()).any(|o| matches!(o, Outcome::Answered(..)));
            let side = self.session.side();
            let round = self.session.view().common.round - u8::from(!opening.is_empty());
            self.show(|n, _| {
                if answered {
                    page::reveal::answers(n, Some(side), round, closing)
                } else {
                    page::reveal::page(n, Some(side), round, closing)
                }
            })?;
            self.guide(if answered {
                Place::Answers
            } else {
                Place::Reveal
            })?;
            opened |= !opening.is_empty();
        }
        if opened {
            // What ended the game may have come with the news.
            self.news()
        } else if self.session.ending().is_none() {
            self.show(page::situation::brief)
        } else {
            Ok(())
        }
    }

    /// Asks for the answer to the event.
    fn answer(&mut self, event: EventId) -> Step<Progress> {
        let side = self.session.side();
        let n = self.narrator();
        let offered = &n.text.event(event).choices;
        let choices: Vec<Choice> = (0..offered.len() as u8)
            .map(ChoiceId)
            .map(|id| {
                let words = n.text.choice(event, id);
                let effects = n.choice_effects(event, id, side, Some(side));
                let choice = Choice::plain(&words.id, &words.label).note(effects);
                let together = n.together(event, id, side);
                together.into_iter().fold(choice, Choice::note)
            })
            .collect();
        let text = self.words.get("plain.choice.asked");
        let answers = (0..choices.len() as u8).map(|at| Offered::Answer(event, ChoiceId(at)));
        let asked = Question {
            text,
            choices: &choices,
            back: false,
        };
        let spot = guide::spot(Place::Event, answers, &asked);
        match self.ask(&asked, &spot, Plan::DEFAULT)? {
            Answer::Pick(at) => {
                let decision = Decision::Choice(ChoiceId(at as u8));
                Ok(self.session.decide(decision).unwrap_or(Progress::Yours))
            }
            Answer::Back | Answer::Line(_) => Ok(Progress::Yours),
        }
    }

    /// Makes a plan and seals it.
    fn plan(&mut self) -> Step<Progress> {
        let mut draft = Draft::default();
        loop {
            let view = self.session.view();
            let Some(next) = plan::next(&self.narrator(), &view, &draft) else {
                if let Some(progress) = self.seal(&mut draft)? {
                    return Ok(progress);
                }
                continue;
            };
            let picks = next.picks.iter().map(|pick| Offered::Pick(*pick));
            let asked = Question {
                text: &next.text,
                choices: &next.choices,
                back: draft.can_undo(),
            };
            let place = Place::of(draft.part(), draft.step());
            let spot = guide::spot(place, picks, &asked);
            match self.ask(&asked, &spot, draft.plan())? {
                Answer::Pick(at) => draft.choose(next.picks[at]),
                Answer::Back => {
                    draft.undo();
                }
                Answer::Line(line) => {
                    if let Some(progress) = self.whole_plan(&line, &mut draft)? {
                        return Ok(progress);
                    }
                }
            }
        }
    }

    /// Shows the plan and asks whether to seal it.
    fn seal(&mut self, draft: &mut Draft) -> Step<Option<Progress>> {
        let plan = draft.plan();
        let choices =
            ["yes", "anew"].map(|key| Choice::plain(key, self.words.of("plain.seal.", key)));
        self.show(|n, session| plan::summary(n, &session.view(), plan))?;
        let asked = Question {
            text: self.words.get("plain.seal.ask"),
            choices: &choices,
            back: true,
        };
        match self.ask(&asked, &Spot::at(Place::Seal), plan)? {
            Answer::Pick(0) => return self.decide(plan),
            Answer::Pick(_) => *draft = Draft::default(),
            Answer::Back => {
                draft.undo();
            }
            Answer::Line(line) => return self.whole_plan(&line, draft),
        }
        Ok(None)
    }

    /// Puts a question; a command is done on the way, and a whole plan is given back.
    fn ask(&mut self, question: &Question, spot: &Spot, draft: Plan) -> Step<Answer> {
        let (words, session, aide) = (self.words, &mut *self.session, &mut self.aide);
        question.ask_heeding(self.console, words, |console, heard| {
            let line = match (heard, &mut *aide) {
                (Heard::Line(line), _) => line,
                (Heard::Nothing, None) => return Ok(Aside::Told),
                (Heard::Nothing, Some(aide)) => {
                    if spot.place == Place::Say {
                        // In lines the table is where a plan begins.
                        aide.say(console, words, session, &Spot::at(Place::Table), draft)?;
                    }
                    aide.say(console, words, session, spot, draft)?;
                    return Ok(Aside::Told);
                }
            };
            match (Command::read(words, line), &mut *aide) {
                (Some(Command::Guide), Some(aide)) => {
                    if !aide.toggle() {
                        console.say(words.get("guide.gone"))?;
                    }
                    Ok(Aside::Told)
                }
                (Some(command), aide) => {
                    command.obey(console, words, session)?;
                    if let (Some(aide), Some(place)) = (aide, command.place()) {
                        aide.say(console, words, session, &Spot::at(place), draft)?;
                    }
                    Ok(Aside::Told)
                }
                (None, _) if line.contains('/') && session.ask() == Some(Ask::Plan) => {
                    Ok(Aside::Answer)
                }
                (None, _) => Ok(Aside::Unknown),
            }
        })
    }

    /// What the guide has to say at a place where nothing is asked.
    fn guide(&mut self, place: Place) -> Step<()> {
        let Some(aide) = &mut self.aide else {
            return Ok(());
        };
        let spot = Spot::at(place);
        aide.say(self.console, self.words, self.session, &spot, Plan::DEFAULT)
    }

    /// Reads a plan in notation and seals it, or says what is wrong with it. If there is
    /// something to look at, it is shown first and the seal is asked for.
    fn whole_plan(&mut self, line: &str, draft: &mut Draft) -> Step<Option<Progress>> {
        match self.read_plan(line) {
            Ok(plan) => {
                let (n, view) = (self.narrator(), self.session.view());
                let allowed = view.legal(&n.scenario.tables).allows(&plan);
                if allowed && plan::to_be_shown(&n, &view, plan) {
                    draft.take(plan);
                    return Ok(None);
                }
                self.decide(plan)
            }
            Err(message) => {
                self.console.say(&message)?;
                Ok(None)
            }
        }
    }

    fn decide(&mut self, plan: Plan) -> Step<Option<Progress>> {
        if let Ok(progress) = self.session.decide(Decision::Plan(plan)) {
            self.console.gap()?;
            self.console.say(self.words.get("plain.sealed"))?;
            return Ok(Some(progress));
        }
        let refused = plan::refused(&self.narrator(), &self.session.view(), plan);
        refused.iter().try_for_each(|line| self.console.say(line))?;
        Ok(None)
    }

    fn read_plan(&self, line: &str) -> Result<Plan, String> {
        let parts: Vec<&str> = line.split('/').map(str::trim).collect();
        let [say, table, field, card] = parts[..] else {
            let number = parts.len();
            return Err(self
                .words
                .fill("plain.refused.parts", &[("number", &number)]));
        };
        let words = PlanWords {
            say: say.into(),
            table: table.into(),
            field: field.into(),
            card: card.into(),
        };
        (self.scenario.text)
            .read_plan(self.session.side(), &words)
            .map_err(|error| {
                let error = error.to_string();
                let stop = if error.ends_with('?') { "" } else { "." };
                error + stop
            })
    }

    fn verdict(&mut self) -> Step<()> {
        if self.session.is_shared() && self.session.header().swapped.is_none() {
            return self.discreet_verdict();
        }
        self.show(|n, session| {
            let verdict =
                |state| page::verdict::page(n, session.side(), state, &session.header().names);
            session.revealed().map_or_else(Page::default, verdict)
        })?;
        self.guide(Place::Verdict)?;
        self.reasons()?;
        self.guide(Place::Report)
    }

    /// Why the other side did what it did. The verdict is read while that is thought through.
    fn reasons(&mut self) -> Step<()> {
        let them = self.session.side().other();
        let line = match self.session.reasons(Box::new(|| ())) {
            None => return Ok(()),
            Some(Ok(Reasons::Thinking(errand))) => {
                let capital = self.narrator().capital(them).to_owned();
                let busy = self.words.fill("reasons.busy", &[("capital", &capital)]);
                self.show(|n, _| page::reasons::opening(n, them, &busy))?;
                self.console.flush()?;
                let found = errand.wait().unwrap_or_default();
                return self.show(|n, session| {
                    let page = |truth| page::reasons::page(n, them, &found, truth);
                    session.revealed().map_or_else(Page::default, page)
                });
            }
            Some(Ok(Reasons::Rule)) => {
                let rule = self.session.opponent().map_or("", Who::name);
                self.words.of("reasons.rule.", rule).to_owned()
            }
            Some(Ok(Reasons::Outside)) => self.words.get("reasons.outside").to_owned(),
            Some(Err(error)) => self.words.fill("reasons.failed", &[("error", &error)]),
        };
        self.show(|n, _| page::reasons::opening(n, them, &line))
    }
}
