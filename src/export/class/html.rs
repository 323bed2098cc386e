//! The report as a page: what does not count, then the class, then each student.

use super::words::{first, remark, turn};
use crate::exercise::report::{Class, Played, Reviews, Sheet, told};
use crate::export::chart::{COLOURS, Course, Spot, bars, courses, plane};
use crate::export::page::Page;
use crate::narrate::{Narrator, Tone, points, signed};
use crate::rules::clause::ClauseId;
use crate::rules::meter::{Meter, Tenths};
use crate::rules::side::{PerSide, Side};
use std::collections::BTreeMap;
use std::fmt::Display;

/// The most students whose names stand beside their spots.
const NAMED: usize = 12;

/// How near each other spots are one heap to the eye, in points of worth across and up.
const NEAR: (f64, f64) = (3.0, 4.0);

/// The most names on the label of a heap.
const TOGETHER: usize = 3;

/// The report.
pub fn html(n: &Narrator, class: &Class, reviews: &Reviews) -> String {
    let report = Report {
        n,
        class,
        side: class.reference.side,
        counted: class.counted().collect(),
        reviews,
    };
    let title = report.fill(
        "report.title",
        &[("title", &class.reference.exercise.title)],
    );
    let mut page = Page::default();
    page.put("h1", &title);
    report.lead(&mut page);
    report.flags(&mut page);
    if report.counted.is_empty() {
        page.put("p", n.words.get("report.none"));
        return page.finish(&title, n.words.language());
    }
    report.endings(&mut page);
    report.scores(&mut page);
    report.grades(&mut page);
    report.meters(&mut page);
    report.first(&mut page);
    report.vague(&mut page);
    report.plane(&mut page);
    report.answers(&mut page);
    report.students(&mut page);
    page.finish(&title, n.words.language())
}

pub(super) struct Report<'a> {
    pub n: &'a Narrator<'a>,
    class: &'a Class,
    pub side: Side,
    pub counted: Vec<(&'a Sheet, &'a Played)>,
    pub reviews: &'a Reviews,
}

impl Report<'_> {
    pub fn fill(&self, key: &str, values: &[(&str, &dyn Display)]) -> String {
        self.n.words.fill(key, values)
    }

    pub fn heads(&self, keys: &[&str]) -> Vec<String> {
        let head = |key: &&str| self.n.words.of("report.head.", key).to_owned();
        keys.iter().map(head).collect()
    }

    pub fn score(&self, played: &Played) -> Tenths {
        played.scores[self.side]
    }

    fn lead(&self, page: &mut Page) {
        let (n, reference) = (self.n, &self.class.reference);
        let opponent = match &reference.header.seats[self.side.other()] {
            crate::record::Seat::Opponent(name) => n.opponent(name),
            crate::record::Seat::Person => String::new(),
        };
        let rounds = reference.header.length.rounds(&n.scenario.tables);
        page.put(
            "p",
            &self.fill(
                "report.lead",
                &[
                    ("files", &self.class.sheets.len()),
                    ("counted", &self.counted.len()),
                    ("capital", &n.capital(self.side)),
                    ("opponent", &opponent),
                    ("seed", &reference.header.seed.number()),
                    ("scenario", &n.text.title),
                    ("rounds", &rounds),
                ],
            ),
        );
        let join = n.words.get("plain.join");
        let event = |inject: &crate::record::Inject| {
            let id = n.scenario.text.read_event(&inject.event);
            let title = id.map_or(inject.event.as_str(), |id| n.event(id));
            self.fill(
                "report.inject",
                &[("event", &title), ("round", &inject.round)],
            )
        };
        let injects: Vec<String> = reference.header.injects.iter().map(event).collect();
        if !injects.is_empty() {
            let injects = injects.join(join);
            page.put("p", &self.fill("report.injects", &[("injects", &injects)]));
        }
        if !reference.header.overrides.is_empty() {
            let set = reference.header.overrides.join(join);
            page.put("p", &self.fill("report.set", &[("set", &set)]));
        }
        page.put_toned("p", Tone::Quiet, n.words.get("report.how"));
    }

    fn flags(&self, page: &mut Page) {
        page.put("h2", self.n.words.get("report.flags"));
        let mut rows = Vec::new();
        for sheet in &self.class.sheets {
            for flag in &sheet.flags {
                let tone = if flag.counts() {
                    Tone::Quiet
                } else {
                    Tone::Warn
                };
                let why = remark(self.n, flag);
                rows.push((tone, vec![sheet.file.clone(), sheet.student.clone(), why]));
            }
        }
        if rows.is_empty() {
            page.put("p", self.n.words.get("report.flags.none"));
            return;
        }
        let heads = self.heads(&["file", "student", "why"]);
        page.told_table(
            &heads,
            rows.iter().map(|(tone, row)| (*tone, row.as_slice())),
        );
    }

    fn endings(&self, page: &mut Page) {
        page.put("h2", self.n.words.get("report.endings"));
        let mut counts: BTreeMap<_, u32> = BTreeMap::new();
        for (_, played) in &self.counted {
            if let Some(ending) = played.ending {
                *counts.entry(ending).or_default() += 1;
            }
        }
        let rows = counts.iter();
        let rows: Vec<(String, f64)> = rows
            .map(|(ending, count)| (self.n.ending(*ending), f64::from(*count)))
            .collect();
        let caption = self.n.words.get("report.endings.caption");
        page.figure(&bars(caption, &rows), caption);
    }

    fn scores(&self, page: &mut Page) {
        let n = self.n;
        page.put("h2", n.words.get("report.scores"));
        let mut all: Vec<i32> = self
            .counted
            .iter()
            .map(|(_, p)| self.score(p).get())
            .collect();
        all.sort_unstable();
        let count = all.len() as i32;
        let mean = (all.iter().sum::<i32>() + count / 2) / count;
        let written = |tenths: i32| points(Tenths::of(tenths));
        page.put(
            "p",
            &self.fill(
                "report.scores.line",
                &[
                    ("mean", &written(mean)),
                    ("median", &written(all[all.len() / 2])),
                    ("least", &written(all[0])),
                    ("most", &written(all[all.len() - 1])),
                ],
            ),
        );
        if let Some(par) = self.class.reference.par {
            let above = all.iter().filter(|&&score| score >= par).count();
            page.put(
                "p",
                &self.fill(
                    "report.scores.par",
                    &[("par", &written(par)), ("above", &above), ("count", &count)],
                ),
            );
        }
        let (low, high) = (all[0] / 100, (all[all.len() - 1] / 100).min(9));
        let buckets: Vec<(String, f64)> = (low.min(9)..=high)
            .map(|ten| {
                let inside = all.iter().filter(|&&s| (s / 100).min(9) == ten).count() as u32;
                let (from, to) = (ten * 10, ten * 10 + 10);
                let name = self.fill("report.scores.bucket", &[("from", &from), ("to", &to)]);
                (name, f64::from(inside))
            })
            .collect();
        let caption = self.fill(
            "report.scores.caption",
            &[("capital", &n.capital(self.side))],
        );
        page.figure(&bars(&caption, &buckets), &caption);
        self.table(page);
    }

    /// Everyone in a row, the best score first.
    fn table(&self, page: &mut Page) {
        let n = self.n;
        let mut order: Vec<_> = self.counted.iter().collect();
        order.sort_by_key(|(sheet, played)| {
            (std::cmp::Reverse(self.score(played).get()), &sheet.student)
        });
        let par = self.class.reference.par;
        let row = |(sheet, played): &&(&Sheet, &Played)| {
            let score = self.score(played);
            let mut row = vec![
                sheet.student.clone(),
                played.ending.map_or_else(String::new, |it| n.ending(it)),
                points(score),
            ];
            row.extend(par.map(|par| signed(Tenths::of(score.get() - par))));
            row.extend([
                points(played.scores[self.side.other()]),
                played.round.to_string(),
                played.incidents.to_string(),
                first(n, played.first),
            ]);
            row
        };
        let rows: Vec<Vec<String>> = order.iter().map(row).collect();
        let mut heads = vec!["student", "ending", "score"];
        heads.extend(par.map(|_| "par"));
        heads.extend(["theirs", "round", "incidents", "first"]);
        page.people(&self.heads(&heads), &rows);
    }

    fn meters(&self, page: &mut Page) {
        let n = self.n;
        page.put("h2", n.words.get("report.meters"));
        let meters: Vec<Meter> = told(self.side).collect();
        let (shared, own) = meters.split_at(3);
        let caption = n.words.get("report.meters.shared");
        page.figure(&self.spread(shared, 0, caption), caption);
        let capital = n.capital(self.side);
        let caption = self.fill("report.meters.own", &[("capital", &capital)]);
        page.figure(&self.spread(own, 3, &caption), &caption);
    }

    /// The median of some meters over the class, with the middle four fifths about it.
    fn spread(&self, meters: &[Meter], from: usize, label: &str) -> String {
        let mut by_round: BTreeMap<u8, Vec<Vec<f64>>> = BTreeMap::new();
        for (_, played) in &self.counted {
            for (round, values) in &played.meters {
                let columns = by_round.entry(*round).or_default();
                columns.resize(meters.len(), Vec::new());
                for (column, (_, value)) in columns.iter_mut().zip(&values[from..]) {
                    column.push(f64::from(value.get()) / 10.0);
                }
            }
        }
        for values in by_round.values_mut().flatten() {
            values.sort_by(f64::total_cmp);
        }
        let at = |values: &[f64], tenth: usize| values[(values.len() - 1) * tenth / 10];
        let course = |(which, (meter, colour)): (usize, (&Meter, &'static str))| Course {
            name: self.n.meter(*meter).to_owned(),
            colour,
            points: (by_round.iter())
                .map(|(round, all)| (f64::from(*round), at(&all[which], 5)))
                .collect(),
            band: (by_round.values())
                .map(|all| (at(&all[which], 1), at(&all[which], 9)))
                .collect(),
        };
        let all: Vec<Course> = (meters.iter().zip(COLOURS).enumerate())
            .map(course)
            .collect();
        let marks: Vec<(f64, String)> = (by_round.keys())
            .map(|round| (f64::from(*round), round.to_string()))
            .collect();
        courses(label, &all, &marks)
    }

    fn first(&self, page: &mut Page) {
        let n = self.n;
        page.put("h2", n.words.get("report.first"));
        let who = [Some(self.side), Some(self.side.other()), None];
        let rows: Vec<Vec<String>> = (who.into_iter())
            .filter_map(|who| {
                let moved = |played: &&&Played| played.first.map(|it| it.side) == who;
                let games = self.counted.iter().map(|(_, played)| played);
                let scores: Vec<i32> = games
                    .filter(moved)
                    .map(|played| self.score(played).get())
                    .collect();
                let count = scores.len() as i32;
                let mean = (scores.iter().sum::<i32>() + count / 2).checked_div(count)?;
                let name = who.map_or(n.words.get("report.first.nobody"), |side| n.capital(side));
                let mean = points(Tenths::of(mean));
                Some(vec![name.to_owned(), count.to_string(), mean])
            })
            .collect();
        let heads = self.heads(&["who", "games", "mean"]);
        page.table(
            &heads,
            rows.iter().map(|row| (Tone::Neutral, row.as_slice())),
        );
    }

    fn vague(&self, page: &mut Page) {
        let n = self.n;
        page.put("h2", n.words.get("report.vague"));
        let mut clauses: BTreeMap<ClauseId, (u32, u32, u8)> = BTreeMap::new();
        for (_, played) in &self.counted {
            for (_, clause) in &played.vague {
                clauses.entry(*clause).or_default().0 += 1;
            }
            for (round, clause) in &played.broke {
                let (_, broke, earliest) = clauses.entry(*clause).or_default();
                *broke += 1;
                *earliest = if *earliest == 0 {
                    *round
                } else {
                    (*earliest).min(*round)
                };
            }
        }
        if clauses.is_empty() {
            page.put("p", n.words.get("report.vague.none"));
            return;
        }
        let row = |(clause, (vague, broke, earliest)): (&ClauseId, &(u32, u32, u8))| {
            let round =
                (*earliest > 0).then(|| self.fill("report.vague.round", &[("round", earliest)]));
            vec![
                n.clause(*clause).name.clone(),
                vague.to_string(),
                broke.to_string(),
                round.unwrap_or_else(|| "–".to_owned()),
            ]
        };
        let rows: Vec<Vec<String>> = clauses.iter().map(row).collect();
        let heads = self.heads(&["clause", "vague", "broke", "earliest"]);
        page.table(
            &heads,
            rows.iter().map(|row| (Tone::Neutral, row.as_slice())),
        );
    }

    fn plane(&self, page: &mut Page) {
        let n = self.n;
        page.put("h2", n.words.get("report.plane"));
        let at = |worth: PerSide<Tenths>| {
            let points = |side: Side| f64::from(worth[side].get()) / 10.0;
            (points(Side::Presser), points(Side::Holder))
        };
        let frontier: Vec<(f64, f64)> = self
            .class
            .plane
            .frontier
            .iter()
            .map(|t| at(t.worth))
            .collect();
        let mut spots: Vec<Spot> = (self.counted.iter())
            .map(|(_, played)| Spot {
                name: String::new(),
                colour: COLOURS[1],
                at: at(played.reached),
            })
            .collect();
        if self.counted.len() <= NAMED {
            self.name(&mut spots);
        }
        spots.push(Spot {
            name: n.words.get("report.plane.quo").to_owned(),
            colour: COLOURS[2],
            at: at(self.class.plane.quo),
        });
        let axis = |side: Side| {
            let capital = n.capital(side);
            self.fill("report.plane.across", &[("capital", &capital)])
        };
        let axes = (axis(Side::Presser), axis(Side::Holder));
        let caption = n.words.get("report.plane.caption");
        page.figure(
            &plane(caption, (&axes.0, &axes.1), &frontier, &spots),
            caption,
        );
    }

    /// Names the spots: those that lie on one another go by one label.
    fn name(&self, spots: &mut [Spot]) {
        let mut heaps: Vec<Vec<usize>> = Vec::new();
        for (at, spot) in spots.iter().enumerate() {
            let lies_on = |heap: &&mut Vec<usize>| {
                let (x, y) = spots[heap[0]].at;
                (x - spot.at.0).abs() < NEAR.0 && (y - spot.at.1).abs() < NEAR.1
            };
            match heaps.iter_mut().find(lies_on) {
                Some(heap) => heap.push(at),
                None => heaps.push(vec![at]),
            }
        }
        for heap in heaps {
            let names: Vec<&str> = (heap.iter().take(TOGETHER))
                .map(|&at| self.counted[at].0.student.as_str())
                .collect();
            let mut name = names.join(self.n.words.get("plain.join"));
            if heap.len() > TOGETHER {
                let more = heap.len() - TOGETHER;
                name = self.fill("report.plane.more", &[("names", &name), ("count", &more)]);
            }
            spots[heap[0]].name = name;
        }
    }

    fn answers(&self, page: &mut Page) {
        let n = self.n;
        let tasks = &self.class.reference.exercise.tasks;
        if tasks.is_empty() {
            return;
        }
        page.put("h2", n.words.get("report.answers"));
        for task in tasks {
            page.put("h3", &task.ask);
            let given: Vec<(&Sheet, &Played, &str)> = (self.counted.iter())
                .filter_map(|(sheet, played)| {
                    let (_, text) = sheet.answers.iter().find(|(id, _)| *id == task.id)?;
                    Some((*sheet, *played, text.as_str()))
                })
                .collect();
            if given.is_empty() {
                page.put("p", n.words.get("report.answers.none"));
            } else if task.choices.is_empty() {
                let row = |(sheet, _, text): &(&Sheet, &Played, &str)| {
                    vec![sheet.student.clone(), (*text).to_owned()]
                };
                let rows: Vec<Vec<String>> = given.iter().map(row).collect();
                let heads = self.heads(&["student", "answer"]);
                let rows = rows.iter().map(|row| (Tone::Neutral, row.as_slice()));
                page.told_table(&heads, rows);
            } else {
                let row = |choice: &String| {
                    let took = given.iter().filter(|(_, _, text)| text == choice);
                    let scores: Vec<i32> = took
                        .map(|(_, played, _)| self.score(played).get())
                        .collect();
                    let count = scores.len() as i32;
                    let mean = scores.iter().sum::<i32>().checked_div(count);
                    let mean = mean.map(|mean| points(Tenths::of(mean)));
                    vec![
                        choice.clone(),
                        count.to_string(),
                        mean.unwrap_or_else(|| "–".to_owned()),
                    ]
                };
                let rows: Vec<Vec<String>> = task.choices.iter().map(row).collect();
                let heads = self.heads(&["answer", "games", "mean"]);
                page.table(
                    &heads,
                    rows.iter().map(|row| (Tone::Neutral, row.as_slice())),
                );
            }
        }
    }

    fn students(&self, page: &mut Page) {
        let n = self.n;
        page.put("h2", n.words.get("report.students"));
        for (sheet, played) in &self.counted {
            page.put("h3", &sheet.student);
            let score = self.score(played);
            let ending = played.ending.map_or_else(String::new, |it| n.ending(it));
            let mut line = self.fill(
                "report.student.line",
                &[
                    ("ending", &ending),
                    ("rounds", &played.round),
                    ("score", &points(score)),
                    ("theirs", &points(played.scores[self.side.other()])),
                    ("clear", &played.agreed.0),
                    ("vague", &played.agreed.1),
                    ("incidents", &played.incidents),
                ],
            );
            if let Some(par) = self.class.reference.par {
                let by = signed(Tenths::of(score.get() - par));
                line.push(' ');
                line.push_str(&self.fill("report.student.par", &[("by", &by)]));
            }
            page.put("p", &line);
            match self.reviews.get(&sheet.file) {
                Some(review) => self.reviewed(page, review),
                None => self.turns(page, played),
            }
        }
    }

    /// The rounds in which the score moved most.
    fn turns(&self, page: &mut Page, played: &Played) {
        let turns: Vec<String> = (played.turns.iter())
            .map(|it| turn(self.n, self.side, it))
            .collect();
        if turns.is_empty() {
            page.put_toned("p", Tone::Quiet, self.n.words.get("report.student.steady"));
        } else {
            page.put_toned("p", Tone::Quiet, self.n.words.get("report.student.turns"));
            page.list(turns.iter().map(|turn| (Tone::Neutral, turn.as_str())));
        }
    }
}
