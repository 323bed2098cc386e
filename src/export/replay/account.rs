//! The account of a game: chapters of blocks, put out by each format in its own way.

use super::Told;
use crate::narrate::{Line, MeterLine, Tone, Values, points, signed};
use crate::rules::side::Side;
use crate::rules::state::Private;
use crate::theatre::{Moment, Scene, Source};

/// A piece of an account.
#[derive(Clone, Debug)]
pub(super) enum Block {
    /// What the game is called.
    Title(String),
    /// The heading of a chapter.
    Head(String),
    /// A heading in a chapter.
    Sub(String),
    /// A paragraph.
    Text(Line),
    /// Several short things.
    List(Vec<Line>),
    /// What a reader has noted.
    Note(String),
    /// Meters that moved, with their reasons.
    Ledger(Vec<MeterLine>),
    /// Columns: heads, and rows.
    Table(Vec<String>, Vec<Vec<String>>),
}

/// A chapter: the deal, a round, or the verdict.
#[derive(Clone, Debug, Default)]
pub(super) struct Chapter {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// The moment at its close, if it is a round or the deal.
    pub close: Option<usize>,
}

impl Chapter {
    /// What it is called.
    pub fn name(&self) -> Option<&str> {
        self.blocks.iter().find_map(|block| match block {
            Block::Head(text) => Some(text.as_str()),
            _ => None,
        })
    }

    fn head(&mut self, text: String) {
        self.blocks.push(Block::Head(text));
    }

    fn sub(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Sub(text.into()));
    }

    fn say(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Text(plain(text, None)));
    }

    /// A list under a heading, if there is anything in it.
    fn list(&mut self, heading: impl Into<String>, lines: Vec<Line>) {
        if !lines.is_empty() {
            self.sub(heading);
            self.blocks.push(Block::List(lines));
        }
    }
}

/// A line that strikes nobody.
fn plain(text: impl Into<String>, side: Option<Side>) -> Line {
    Line {
        text: text.into(),
        tone: Tone::Neutral,
        side,
    }
}

/// The whole account.
pub(super) fn account(told: &Told) -> Vec<Chapter> {
    let mut chapters = vec![told.opening()];
    let rounds = told.recording.rounds().iter();
    chapters.extend(rounds.map(|round| told.round(round.moments.end - 1)));
    chapters.extend(told.verdict());
    chapters
}

impl Told<'_> {
    fn fill(&self, key: &str, values: Values) -> String {
        self.n.words.fill(key, values)
    }

    fn opening(&self) -> Chapter {
        let mut chapter = Chapter {
            close: Some(0),
            ..Chapter::default()
        };
        chapter.blocks.push(Block::Title(self.title().to_owned()));
        for side in Side::BOTH {
            let values: Values = &[
                ("capital", &self.n.capital(side)),
                ("player", &self.told_player(side)),
            ];
            chapter.say(self.fill("account.player", values));
        }
        if let Some(viewer) = self.vantage.viewer() {
            let capital: Values = &[("capital", &self.n.capital(viewer))];
            chapter.say(self.fill("account.seat", capital));
        }
        match (self.recording.source(), self.recording.faults().last()) {
            (Source::Snapshots, _) => chapter.say(self.n.words.get("account.old")),
            (Source::Log, Some(fault)) => {
                chapter.say(self.fill("account.broken", &[("fault", fault)]));
            }
            (Source::Log, None) => {}
        }
        if self.recording.ending().is_none() {
            chapter.say(self.n.words.get("account.open"));
        }
        chapter.head(self.n.words.get("account.deal").to_owned());
        let state = &self.recording.moments()[0].state;
        for side in Scene::sides(self.vantage) {
            if self.vantage.knows(side) {
                let capital: Values = &[("capital", &self.n.capital(side))];
                let heading = self.fill("account.instructions", capital);
                chapter.list(heading, self.instructions(side, &state.own[side]));
            }
        }
        chapter
    }

    fn instructions(&self, side: Side, own: &Private) -> Vec<Line> {
        let words = self.n.side(side);
        let mut lines = Vec::new();
        if let Some(mood) = words.moods.get(usize::from(own.mood)) {
            let values: Values = &[("mood", &mood.name), ("text", &mood.text)];
            lines.push(self.fill("account.mood", values));
        }
        for line in own.red_lines() {
            let line = self.n.red_line(side, line);
            lines.push(self.fill("account.red_line", &[("line", &line)]));
        }
        for objective in own.objectives {
            if let Some(one) = words.objectives.get(usize::from(objective)) {
                let values: Values = &[("name", &one.name), ("text", &one.text)];
                lines.push(self.fill("account.objective", values));
            }
        }
        lines
            .into_iter()
            .map(|text| plain(text, Some(side)))
            .collect()
    }

    /// A round, from its news to what came of it.
    fn round(&self, close: usize) -> Chapter {
        let scene = self.recording.scene(close, self.vantage);
        let viewer = self.vantage.viewer();
        let mut chapter = Chapter {
            close: Some(close),
            ..Chapter::default()
        };
        let values: Values = &[
            ("round", &scene.round),
            ("rounds", &scene.state.common.rounds),
        ];
        chapter.head(self.fill("account.round", values));
        for note in scene.log.iter().filter_map(|moment| moment.note.clone()) {
            chapter.blocks.push(Block::Note(note));
        }
        if self.recording.source() == Source::Snapshots {
            chapter.blocks.push(Block::List(self.log(&scene)));
            return chapter;
        }
        let n = self.n;
        chapter.list(
            n.words.get("account.news"),
            n.news(scene.round, viewer, scene.opening),
        );
        // Answers that have taken effect are told with what they brought.
        if let Some(event) = scene.event.filter(|_| scene.answered.is_empty()) {
            for side in Scene::sides(self.vantage) {
                if let Some(choice) = scene.choices[side] {
                    let values: Values = &[
                        ("capital", &n.capital(side)),
                        ("choice", &n.choice(event, choice)),
                    ];
                    chapter.say(self.fill("account.answer", values));
                }
            }
        }
        let answered = n.news(scene.round, viewer, scene.answered);
        if !answered.is_empty() {
            chapter.blocks.push(Block::List(answered));
        }
        chapter.list(n.words.get("account.plans"), self.plans(&scene));
        if scene.revealed() {
            self.reveal(&scene, &mut chapter);
        }
        let last = n.news(scene.round, viewer, scene.last);
        chapter.list(n.words.get("theatre.last_news"), last);
        chapter
    }

    /// Both plans, as far as they are known.
    fn plans(&self, scene: &Scene) -> Vec<Line> {
        let plan = |side: Side| {
            let capital = self.n.capital(side);
            let text = match scene.plans[side] {
                Some(plan) => {
                    let plan = self.n.plan_line(side, &plan);
                    self.fill("account.plan", &[("capital", &capital), ("plan", &plan)])
                }
                // Of a plan that is revealed, the wire tells what could be seen.
                None if scene.revealed() => return None,
                None => self.fill("account.sealed", &[("capital", &capital)]),
            };
            Some(plain(text, Some(side)))
        };
        let sides = Scene::sides(self.vantage).into_iter();
        sides.filter_map(plan).collect()
    }

    fn reveal(&self, scene: &Scene, chapter: &mut Chapter) {
        let n = self.n;
        let reveal = n.reveal(scene.round, self.vantage.viewer(), scene.came);
        chapter.list(n.words.get("account.wire"), reveal.wire);
        for side in Scene::sides(self.vantage) {
            let values: Values = &[("capital", &n.capital(side)), ("name", &n.side(side).press)];
            let heading = self.fill("account.press", values);
            chapter.list(heading, reveal.press[side].clone());
        }
        chapter.list(n.words.get("account.desk"), reveal.desk);
        if !reveal.ledger.is_empty() {
            chapter.sub(n.words.get("account.moved"));
            chapter.blocks.push(Block::Ledger(reveal.ledger));
        }
    }

    /// The log itself, where nothing else is left.
    fn log(&self, scene: &Scene) -> Vec<Line> {
        let line = |moment: &Moment| {
            let side = moment.who.side();
            if side.is_some_and(|side| !self.vantage.knows(side)) {
                return None;
            }
            let chance = self.n.words.get("account.chance");
            let who = side.map_or(chance, |side| self.n.capital(side));
            let values: Values = &[("who", &who), ("what", &moment.what)];
            Some(plain(self.fill("account.log", values), side))
        };
        scene.log.iter().filter_map(line).collect()
    }

    /// How it ended, if it did.
    fn verdict(&self) -> Option<Chapter> {
        let n = self.n;
        let state = &self.recording.moments()[self.recording.last()].state;
        let verdict = n.verdict(state)?;
        let mut chapter = Chapter::default();
        chapter.head(n.words.get("account.verdict").to_owned());
        chapter.sub(verdict.headline.clone());
        chapter.say(verdict.epilogue.clone());
        for side in Scene::sides(self.vantage) {
            let text = plain(verdict.sides[side].view.clone(), Some(side));
            chapter.blocks.push(Block::Text(text));
        }
        let facts = verdict.facts.iter().map(|fact| plain(fact, None));
        chapter.blocks.push(Block::List(facts.collect()));
        for side in Scene::sides(self.vantage) {
            let account = &verdict.sides[side];
            let values: Values = &[
                ("capital", &n.capital(side)),
                ("score", &n.score(account.score)),
            ];
            chapter.sub(self.fill("account.score", values));
            let heads = vec![n.words.get("account.column.part").to_owned(), String::new()];
            let mut rows: Vec<Vec<String>> = (account.parts.iter())
                .map(|part| vec![part.label.clone(), signed(part.amount)])
                .collect();
            let total = n.words.get("account.total").to_owned();
            rows.push(vec![total, points(account.score)]);
            chapter.blocks.push(Block::Table(heads, rows));
            chapter.blocks.push(Block::List(self.kept(side, account)));
        }
        Some(chapter)
    }

    /// What a side was told, and what became of it.
    fn kept(&self, side: Side, account: &crate::narrate::Account) -> Vec<Line> {
        let mood: Values = &[("mood", &account.mood), ("text", &account.instructions)];
        let mut lines = vec![self.fill("account.mood", mood)];
        for line in &account.red_lines {
            let key = if line.crossed {
                "account.crossed"
            } else {
                "account.held"
            };
            lines.push(self.fill(key, &[("line", &line.text)]));
        }
        for mission in &account.objectives {
            let values: Values = &[
                ("name", &mission.name),
                ("word", &mission.word),
                ("amount", &signed(mission.amount)),
                ("text", &mission.text),
            ];
            lines.push(self.fill("account.mission", values));
        }
        lines
            .into_iter()
            .map(|text| plain(text, Some(side)))
            .collect()
    }

    /// Why a meter moved, in one line.
    pub(super) fn why(&self, line: &MeterLine) -> String {
        let reasons = line.reasons.iter().map(|reason| {
            let values: Values = &[("reason", &reason.text), ("by", &signed(reason.by))];
            self.fill("account.reason", values)
        });
        let reasons: Vec<String> = reasons.collect();
        reasons.join(self.n.words.get("account.join"))
    }

    /// The heads of a table of meters that moved.
    pub(super) fn ledger_heads(&self) -> Vec<String> {
        let heads = ["meter", "from", "to", "why"];
        heads
            .map(|head| self.n.words.of("account.column.", head).to_owned())
            .to_vec()
    }
}
