//! The first half of the check: a game in which everything happens that can happen to a
//! negotiator, by script.

use super::report::Report;
use crate::negotiator::external::{CommandLine, GRACE, Heard, Process, Said, Tail};
use crate::negotiator::{Outside, Stop, bot_seed};
use crate::protocol::{Answer, BadAnswer, FromBot, ToBot, VERSION};
use crate::rules::deal::Length;
use crate::rules::dice::{Dice, Stream};
use crate::rules::plan::{ChoiceId, Decision};
use crate::rules::score::scores;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Ask, State};
use crate::rules::view::View;
use crate::scenario::{Scenario, excerpt};
use std::time::{Duration, Instant};

/// Deals that are looked through for one that opens with a question.
const DEALS: u64 = 10_000;
/// The most games that are begun to ask everything.
const GAMES: u64 = 10;
/// What is asked in the course of a game.
const ASKED: [&str; 4] = ["choice", "plan", "unknown fields", "error"];

/// A program being asked.
pub struct Exchange<'a> {
    scenario: &'a Scenario,
    process: Process,
    stop: Stop,
    limit: u32,
    start: u32,
    asked: u64,
}

/// How a check went.
type Checked = Result<String, String>;

impl<'a> Exchange<'a> {
    /// Asks everything, until a check fails.
    pub fn run(
        scenario: &'a Scenario,
        line: &CommandLine,
        seed: u64,
        outside: &Outside,
        report: &mut Report,
    ) {
        let process = match Process::start(line, Tail::new("bot".to_owned(), outside.clone())) {
            Ok(process) => process,
            Err(error) => {
                report.note("start", Err(format!("it cannot be started: {error}")));
                return;
            }
        };
        let mut exchange = Self {
            scenario,
            process,
            stop: Stop::default(),
            limit: outside.move_ms,
            start: outside.start_ms,
            asked: 0,
        };
        let hello = exchange.hello();
        let goes_on = hello.is_ok();
        report.note("hello", hello);
        if !goes_on {
            return;
        }
        // A game may be over before all has been asked; then another is begun.
        for n in 0..GAMES {
            if !exchange.game(seed.wrapping_add(n * DEALS), report) {
                return;
            }
            if ASKED.iter().all(|what| report.has(what)) {
                break;
            }
        }
        report.note("quit", exchange.quit());
    }

    fn hello(&mut self) -> Checked {
        let asked = Instant::now();
        self.process.say(&ToBot::hello().line());
        let until = asked + Duration::from_millis(self.start.into());
        match self.process.hear(until, &self.stop) {
            Heard::Said(Said::Line(line)) => match serde_json::from_str(&line) {
                Ok(FromBot::Hello { proto, name }) if proto == VERSION => Ok(format!(
                    "\"{}\", protocol {proto}, after {} ms",
                    excerpt(&name, 60),
                    asked.elapsed().as_millis()
                )),
                Ok(FromBot::Hello { proto, .. }) => Err(format!(
                    "it speaks version {proto} of the protocol, and this is version {VERSION}"
                )),
                _ => Err(format!(
                    "its first line is no hello: \"{}\"",
                    excerpt(&line, 100)
                )),
            },
            heard => Err(self.unheard(heard, self.start)),
        }
    }

    /// A whole game, and the beginning of another. Whether all went well.
    fn game(&mut self, seed: u64, report: &mut Report) -> bool {
        let t = &self.scenario.tables;
        let asks = |state: &State| {
            let asked = |&side: &Side| matches!(state.ask(t, side), Some(Ask::Choice(_)));
            Side::BOTH.into_iter().find(asked)
        };
        let deal = |seed| State::deal(t, seed, Length::Standard, &mut ());
        let mut deals = (0..DEALS)
            .map(|n| seed.wrapping_add(n))
            .map(|n| (n, deal(n)));
        let (seed, mut state, side) = deals
            .find_map(|(seed, state)| Some((seed, state, asks(&state)?)))
            .unwrap_or_else(|| (seed, deal(seed), Side::Presser));
        let mut dice = Dice::new(seed, Stream::Cosmetic);
        self.begin(&state, side, seed);
        while Side::BOTH.iter().any(|&side| state.ask(t, side).is_some()) {
            let mut decided = PerSide([None, None]);
            let other = View::of(t, &state, side.other());
            decided[side.other()] = other
                .ask(t)
                .map(|ask| by_lot(self.scenario, &other, ask, &mut dice));
            let view = View::of(t, &state, side);
            if let Some(ask) = view.ask(t) {
                let (what, asked) = match ask {
                    Ask::Choice(_) => ("choice", self.ask(&view)),
                    Ask::Plan if !report.has("plan") => ("plan", self.ask(&view)),
                    Ask::Plan if !report.has("error") => ("error", self.ask_again(&view)),
                    Ask::Plan => ("unknown fields", self.ask_oddly(&view)),
                };
                match asked {
                    Ok((decision, remark)) => {
                        decided[side] = Some(decision);
                        if !report.has(what) {
                            report.note(what, Ok(remark));
                        }
                    }
                    Err(why) => {
                        report.note(what, Err(why));
                        return false;
                    }
                }
            }
            state.go_on(t, decided, &mut ());
        }
        let end = self.end(&state, side.other(), seed);
        let well = end.is_ok();
        if !report.has("end") || !well {
            report.note("end", end);
        }
        well
    }

    fn begin(&mut self, state: &State, side: Side, seed: u64) {
        let view = View::of(&self.scenario.tables, state, side);
        let line = ToBot::new(self.scenario, &view, bot_seed(seed, side), self.limit).line();
        self.process.say(&line);
    }

    /// Tells of the end, and begins another game for the other side.
    fn end(&mut self, state: &State, side: Side, seed: u64) -> Checked {
        let t = &self.scenario.tables;
        let Some(ending) = state.ending() else {
            return Err("the game did not end".to_owned());
        };
        let line = ToBot::end(self.scenario, ending, &scores(t, state)).line();
        self.process.say(&line);
        let mut deals =
            (0..DEALS).map(|n| State::deal(t, seed.wrapping_add(n), Length::Short, &mut ()));
        let next = deals.find(|state| state.ask(t, side) == Some(Ask::Plan));
        let Some(next) = next else {
            return Ok("told; no second game to begin".to_owned());
        };
        self.begin(&next, side, seed);
        let view = View::of(t, &next, side);
        let why = |why| format!("no second game after the first: {why}");
        self.ask(&view).map_err(why)?;
        Ok("and began a second game for the other side".to_owned())
    }

    fn quit(&mut self) -> Checked {
        let Some(took) = self.process.quit(&ToBot::Quit.line()) else {
            return Err(format!(
                "it did not end within {} ms of being told to",
                GRACE.as_millis()
            ));
        };
        let code = self
            .process
            .status()
            .and_then(|status| status.exit_status());
        match code {
            Some(0) => Ok(format!("ended after {} ms", took.as_millis())),
            Some(code) => Err(format!("it ended with exit code {code}{}", self.last())),
            None => Err(format!("it was ended by a signal{}", self.last())),
        }
    }

    /// Asks as the game does.
    fn ask(&mut self, view: &View) -> Result<(Decision, String), String> {
        let line = self.question(view);
        self.put(view, &line)
    }

    /// Asks with what a later version may add.
    fn ask_oddly(&mut self, view: &View) -> Result<(Decision, String), String> {
        let line = self.question(view);
        let odd = line.replacen(
            '{',
            "{\"weather\":{\"wind\":[3,null],\"t\":\"quit\"},\"later\":true,",
            1,
        );
        self.process
            .say("{\"t\":\"weather\",\"id\":0,\"wind\":3}\n");
        let (decision, remark) = self.put(view, &odd)?;
        Ok((decision, format!("ignored; {remark}")))
    }

    /// Asks, says that the answer cannot be taken, and awaits another.
    fn ask_again(&mut self, view: &View) -> Result<(Decision, String), String> {
        self.ask(view)?;
        let error = ToBot::Error {
            id: self.asked,
            code: "illegal".to_owned(),
            msg: "this is a check: answer once more, as the rules allow".to_owned(),
        };
        let again = self.put(view, &error.line());
        let (decision, remark) = again.map_err(|why| format!("after an error, {why}"))?;
        Ok((decision, format!("answered again; {remark}")))
    }

    fn question(&mut self, view: &View) -> String {
        self.asked += 1;
        // Only views that ask come here.
        ToBot::act(self.scenario, view, self.asked).map_or_else(String::new, |act| act.line())
    }

    /// Says a line, and judges what is answered.
    fn put(&mut self, view: &View, line: &str) -> Result<(Decision, String), String> {
        let asked = Instant::now();
        self.process.say(line);
        let until = asked + Duration::from_millis(self.limit.into());
        loop {
            let said = match self.process.hear(until, &self.stop) {
                Heard::Said(Said::Line(said)) => said,
                heard => return Err(self.unheard(heard, self.limit)),
            };
            match Answer::judge(self.scenario, view, self.asked, &said) {
                Answer::Decided(decision) => {
                    let took = asked.elapsed();
                    return Ok((decision, format!("after {} ms", took.as_millis())));
                }
                Answer::Bad(BadAnswer { code, message }) => {
                    let said = excerpt(&said, 200);
                    return Err(format!("{code}: {message}\nit said: {said}"));
                }
                Answer::Beside => {}
            }
        }
    }

    /// Why nothing that could be judged was heard.
    fn unheard(&self, heard: Heard, limit: u32) -> String {
        match heard {
            Heard::Said(Said::TooLong) => "the line is longer than 64 KiB".to_owned(),
            Heard::Said(_) => "the line is not UTF-8".to_owned(),
            Heard::Silence | Heard::Stopped => {
                format!("no answer within {limit} ms{}", self.last())
            }
            Heard::Gone(why) => format!("{why}{}", self.last()),
        }
    }

    /// The last that it wrote to its standard error, to be set under a reason.
    fn last(&self) -> String {
        let lines = self.process.last();
        lines.iter().flat_map(|line| ["\n| ", line]).collect()
    }
}

fn by_lot(scenario: &Scenario, view: &View, ask: Ask, dice: &mut Dice) -> Decision {
    match ask {
        Ask::Plan => Decision::Plan(view.legal(&scenario.tables).random(dice)),
        Ask::Choice(event) => {
            let answers = scenario.tables.event(event).choices.len() as u32;
            Decision::Choice(ChoiceId(dice.below(answers) as u8))
        }
    }
}
