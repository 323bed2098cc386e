//! The reveal: whole, varied, and blind to what its reader may not know.

use super::*;

fn lines(reveal: &Reveal) -> impl Iterator<Item = &Line> {
    let press = reveal.press.0.iter().flatten();
    reveal
        .wire
        .iter()
        .chain(press)
        .chain(&reveal.desk)
        .chain(&reveal.news)
}

#[test]
fn every_outcome_can_be_told_in_every_variant() {
    each_scenario(|n| {
        let asks = |id: &EventId| !n.scenario.tables.event(*id).choices.is_empty();
        let mut events = (0..n.scenario.tables.events.len() as u8).map(EventId);
        let asking = events.find(asks).unwrap();
        for outcome in every_outcome(asking) {
            for round in 1..=4 {
                for viewer in [None, Some(Side::Presser), Some(Side::Holder)] {
                    let closing = n.reveal(round, viewer, &[outcome]);
                    lines(&closing).for_each(|line| whole(&line.text));
                    n.news(round, viewer, &[outcome])
                        .iter()
                        .for_each(|line| whole(&line.text));
                    for line in closing.ledger {
                        whole(&line.name);
                        line.reasons.iter().for_each(|reason| whole(&reason.text));
                    }
                }
            }
        }
    });
}

#[test]
fn what_comes_with_the_news_is_told_with_what_it_moved() {
    each_scenario(|n| {
        let change = Outcome::Change(Change {
            meter: Meter::Tension,
            from: Tenths::points(40),
            to: Tenths::points(46),
            cause: Cause::Incident(None),
        });
        let incident = Outcome::Incident(None);
        let ended = Outcome::Ended(Ending::Escalation);
        let opening = [Outcome::Round(2), Outcome::News(None)];
        let told = |more: &[Outcome]| n.news(2, Some(Side::Presser), &[&opening, more].concat());
        let quiet = told(&[]).len();
        assert_eq!(told(&[incident]).len(), quiet + 1);
        assert_eq!(told(&[incident, change, ended]).len(), quiet + 3);
    });
}

/// The same round with another secret history: what the viewer does not learn of is gone,
/// and what it did not see is something else.
fn with_other_secrets(viewer: Side, outcomes: &[Outcome]) -> Vec<Outcome> {
    let known = outcomes.iter().filter(|outcome| outcome.visible_to(viewer));
    known
        .map(|&outcome| match outcome {
            Outcome::Acted {
                side,
                field,
                seen: false,
            } if side != viewer => {
                let field = match field {
                    Field::Covert => Field::BuildUp,
                    _ => Field::Covert,
                };
                Outcome::Acted {
                    side,
                    field,
                    seen: false,
                }
            }
            _ => outcome,
        })
        .chain([
            Outcome::Drew(viewer.other(), CardId(0)),
            Outcome::Learned(viewer.other(), CLAUSE),
            Outcome::Change(Change {
                meter: Meter::Of(viewer.other(), Gauge::Pressure),
                from: Tenths::points(3),
                to: Tenths::points(97),
                cause: Cause::Drift,
            }),
        ])
        .collect()
}

#[test]
fn nothing_a_player_reads_depends_on_the_secrets_of_the_other_side() {
    each_scenario(|n| {
        for seed in 0..60 {
            play(n, seed, |round, outcomes| {
                for viewer in Side::BOTH {
                    let told = n.reveal(round, Some(viewer), outcomes);
                    let (closing, opening) = split_round(outcomes);
                    let mut swapped = with_other_secrets(viewer, closing);
                    swapped.extend(opening);
                    assert_eq!(told, n.reveal(round, Some(viewer), &swapped), "seed {seed}");
                }
            });
        }
    });
}

#[test]
fn whole_games_are_told_without_a_gap_and_press_lines_do_not_repeat() {
    each_scenario(|n| {
        let mut last = Vec::new();
        play(n, 11, |round, outcomes| {
            let told = n.reveal(round, None, outcomes);
            lines(&told).for_each(|line| whole(&line.text));
            let press: Vec<_> = told
                .press
                .0
                .iter()
                .flatten()
                .map(|l| l.text.clone())
                .collect();
            let varied = |text: &String| !last.contains(text);
            assert!(press.iter().filter(|text| varied(text)).count() * 2 >= press.len());
            last = press;
        });
    });
}

#[test]
fn a_covert_act_that_did_not_come_to_light_has_no_author_for_its_victim() {
    each_scenario(|n| {
        let (meter, cause) = (
            Meter::Of(Side::Holder, Gauge::Strength),
            Cause::Field(Side::Presser, Field::Covert),
        );
        let act = |seen| {
            [
                Outcome::Acted {
                    side: Side::Presser,
                    field: Field::Covert,
                    seen,
                },
                Outcome::Change(Change {
                    meter,
                    from: Tenths::points(40),
                    to: Tenths::points(35),
                    cause,
                }),
            ]
        };
        let read = |viewer, seen| {
            n.why(meter, viewer, &act(seen)).unwrap().reasons[0]
                .text
                .clone()
        };
        let culprit = n.capital(Side::Presser);
        assert!(!read(Some(Side::Holder), false).contains(culprit));
        assert!(read(Some(Side::Holder), true).contains(culprit));
        assert!(read(None, false).contains(culprit));
    });
}

#[test]
fn a_round_is_not_told_as_calm_beside_an_incident_nor_as_hardened_where_it_was_agreed() {
    each_scenario(|n| {
        let agreed = Outcome::Agreed {
            clause: CLAUSE,
            level: Level(1),
            wording: Wording::Clear,
            by: By::Accepting(Side::Holder),
        };
        let words = Side::BOTH.map(|side| Outcome::Said(side, Say::Measured));
        let read = |more: &[Outcome]| {
            let outcomes: Vec<Outcome> = words.iter().chain(more).copied().collect();
            n.reveal(1, None, &outcomes).wire
        };
        let (calm, quiet) = (read(&[]).len(), read(&[Outcome::Incident(None)]).len());
        assert_eq!(calm, quiet, "the incident stands in the place of the calm");
        let hardened = Outcome::Tabled(Side::Presser, Table::Harden(CLAUSE));
        assert_eq!(read(&[agreed]), read(&[hardened, agreed]));
    });
}

#[test]
fn an_incident_that_the_news_bring_is_only_counted() {
    each_scenario(|n| {
        let counted = WORDS.get("wire.accident.news.1");
        let opening = [
            Outcome::Round(2),
            Outcome::News(None),
            Outcome::Incident(None),
        ];
        let news = n.news(2, Some(Side::Presser), &opening);
        assert!(news.iter().any(|line| line.text == counted));
        // So it is where the answers to the news brought it, and not where plans did.
        let wire = |outcomes: &[Outcome]| n.reveal(2, None, outcomes).wire;
        let [is_counted, is_told] = [&opening[2..], &said_and(Outcome::Incident(None))]
            .map(|outcomes| wire(outcomes).iter().any(|line| line.text == counted));
        assert!(is_counted && !is_told);
    });
}

/// What both sides say, and one thing that came of it.
fn said_and(outcome: Outcome) -> [Outcome; 3] {
    let [first, second] = Side::BOTH.map(|side| Outcome::Said(side, Say::Measured));
    [first, second, outcome]
}

#[test]
fn a_circumstance_that_began_is_told_once() {
    each_scenario(|n| {
        let started = Outcome::Started(Timer::Neutral, 2);
        let by_plans = said_and(started);
        let by_news = [Outcome::Round(2), Outcome::News(None), started];
        for outcomes in [by_plans, by_news] {
            let told = n.reveal(1, Some(Side::Presser), &outcomes);
            let name = n.timer(Timer::Neutral);
            let named = lines(&told).filter(|line| line.text.contains(name));
            assert_eq!(named.count(), 1);
        }
    });
}

#[test]
fn a_side_is_not_called_cornered_once_it_is_over() {
    each_scenario(|n| {
        let cornered = Outcome::Cornered(Side::Holder);
        let desk = |outcomes: &[Outcome]| n.reveal(1, Some(Side::Holder), outcomes).desk.len();
        assert_eq!(desk(&[cornered]), 1);
        assert_eq!(desk(&[cornered, Outcome::Ended(Ending::Frozen)]), 0);
    });
}

#[test]
fn blame_is_told_by_what_was_done() {
    each_scenario(|n| {
        let blamed = Outcome::Blamed(Side::Presser, 1);
        let read = |field| {
            let acted = Outcome::Acted {
                side: Side::Presser,
                field,
                seen: true,
            };
            n.reveal(1, None, &[acted, blamed]).wire.pop()
        };
        assert_ne!(read(Field::Strike), read(Field::HoldFire));
        assert_ne!(read(Field::Squeeze), read(Field::Strike));
    });
}

#[test]
fn a_scripted_round_reads_like_this() {
    let scenario = Scenario::load("gulf").unwrap();
    let n = Narrator::new(&scenario, &WORDS);
    let mut state = State::deal(&scenario.tables, 7, Length::Standard, &mut ());
    state.choose(&scenario.tables, PerSide([None, None]), &mut ());
    let missiles = scenario.text.clause_named("missiles").unwrap();
    let offer = Offer {
        clause: missiles,
        level: Level(3),
        wording: Wording::Vague,
        channel: Channel::Open,
    };
    let plans = PerSide([
        Plan {
            say: Say::Blame,
            field: Field::Strike,
            ..Plan::DEFAULT
        },
        Plan {
            say: Say::Progress,
            table: Table::Offer(offer),
            ..Plan::DEFAULT
        },
    ]);
    let mut outcomes = Vec::new();
    state.resolve(&scenario.tables, plans, &mut outcomes);
    let told = n.reveal(1, Some(Side::Presser), split_round(&outcomes).0);
    let mut page = String::new();
    let voices = [
        ("wire", &told.wire),
        ("presser", &told.press.0[0]),
        ("holder", &told.press.0[1]),
    ];
    for (voice, lines) in voices {
        for line in lines {
            writeln!(page, "{voice}: {:?}: {}", line.tone, line.text).unwrap();
        }
    }
    for line in &told.ledger {
        write!(page, "{} {}:", line.name, signed(line.by())).unwrap();
        for reason in &line.reasons {
            write!(page, " {} {};", reason.text, signed(reason.by)).unwrap();
        }
        page += "\n";
    }
    insta::assert_snapshot!(page);
}
