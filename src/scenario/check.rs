//! What must be true of a scenario beyond what reading and resolving show.

use super::agenda::Agenda;
use super::compile::Sources;
use super::decode::{List, Map};
use super::fault::Faults;
use super::number::{Percent, written};
use super::place::{FileId, Place};
use super::source::{self, Asks, Words};
use super::words;
use crate::rules::clause::MAX_CLAUSES;
use crate::rules::side::{PerSide, Side};
use crate::rules::tables::{MAX_CARDS, MAX_CHOICES, MAX_EVENTS, MAX_MOODS, MAX_RED_LINES};
use std::collections::BTreeSet;
use unicode_width::UnicodeWidthStr;

/// Objectives that a side needs, so that two of them stay a secret.
const MIN_OBJECTIVES: usize = 8;
/// The most objectives that the deal can draw from.
const MAX_OBJECTIVES: usize = 64;
/// Cards with which a deck lasts a long game without repeating itself.
const AMPLE_CARDS: usize = 20;

/// Which file is which, for faults of a whole file; nothing if it could not be read.
pub struct FileIds {
    /// `events.ron`.
    pub events: Option<FileId>,
    /// The decks.
    pub cards: PerSide<Option<FileId>>,
}

/// Checks all and reports what it finds.
pub fn check(sources: &Sources<'_>, files: &FileIds, agenda: &Agenda, faults: &mut Faults) {
    let scenario = sources.scenario;
    id(&scenario.id, "scenario", faults);
    wide(&scenario.title, 40, "title", faults);
    clauses(&scenario.clauses, faults);
    if scenario.presser.id.value == scenario.holder.id.value {
        faults.error(scenario.holder.id.place, "both sides have the same id");
    }
    for s in Side::BOTH {
        side(scenario.side(s), s, agenda, faults);
        if let Some(file) = files.cards[s] {
            cards(&sources.cards[s], file, faults);
        }
    }
    if let Some(file) = files.events {
        events(sources.events, file, faults);
    }
    consistent(sources, agenda, faults);
    words::check(&scenario.words, faults);
}

/// What constants must have in common with the rest.
fn consistent(sources: &Sources<'_>, agenda: &Agenda, faults: &mut Faults) {
    let rules = &sources.scenario.rules;
    let constant = |name: &str| rules.entries.iter().find(|(key, _)| key.value == name);
    if let Some((_, needed)) = constant("clauses_to_sign")
        && needed.value.0 > agenda.len() as i32 * 10
    {
        let message = format!(
            "a treaty needs more clauses than the {} there are",
            agenda.len()
        );
        faults.error(needed.place, message);
    }
    if let Some((_, most)) = constant("grip_max") {
        for side in Side::BOTH {
            let grip = &sources.scenario.side(side).grip;
            if grip.value.0 * 10 > most.value.0 {
                let message = format!("the grip is {}, but `grip_max` is less", grip.value.0);
                faults.error(grip.place, message);
            }
        }
    }
}

/// An id is what commands, saves and file names are made of.
fn id(id: &Words, what: &str, faults: &mut Faults) {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
    if id.is_empty() || id.len() > 40 || !id.bytes().all(plain) {
        faults
            .error(
                id.place,
                format!("`{}` cannot be the id of a {what}", id.value),
            )
            .help("use 1 to 40 lower-case letters, digits and hyphens");
    }
}

fn ids<'w>(what: &str, words: impl Iterator<Item = &'w Words>, faults: &mut Faults) {
    let mut seen = BTreeSet::new();
    for word in words {
        id(word, what, faults);
        if !seen.insert(word.value.as_str()) {
            faults.error(
                word.place,
                format!("a second {what} with the id `{}`", word.value),
            );
        }
    }
}

/// Warns of words that the interface would have to cut, and of words that are not there.
fn wide(words: &Words, columns: usize, what: &str, faults: &mut Faults) {
    written_at_all(words, what, faults);
    let width = words.trim().width();
    if width > columns {
        let message = format!("the {what} is {width} columns wide; {columns} can be shown");
        faults.warning(words.place, message);
    }
}

fn written_at_all(words: &Words, what: &str, faults: &mut Faults) {
    if words.trim().is_empty() {
        faults.error(words.place, format!("the {what} is empty"));
    }
}

fn clauses(clauses: &List<source::Clause>, faults: &mut Faults) {
    let count = clauses.written();
    if !(3..=MAX_CLAUSES).contains(&count) {
        faults.error(
            clauses.place,
            format!("{count} clauses; a scenario has 3 to {MAX_CLAUSES}"),
        );
    }
    ids("clause", clauses.iter().map(|clause| &clause.id), faults);
    for clause in clauses {
        wide(&clause.name, 28, "name", faults);
        wide(&clause.short, 12, "short name", faults);
        written_at_all(&clause.stake, "stake", faults);
        if clause.levels.written() != 5 {
            let message = format!("{} levels; a clause has 5", clause.levels.written());
            faults.error(clause.levels.place, message);
        }
        for level in &clause.levels {
            written_at_all(level, "level", faults);
        }
        let quo = &clause.status_quo;
        if !(0..=40).contains(&quo.value.0) {
            let message = format!(
                "the status quo is {}, but must be 0 to 4",
                written(quo.value.0)
            );
            faults.error(quo.place, message);
        }
    }
    if !clauses.is_empty() && clauses.iter().all(|clause| !clause.on_agenda) {
        faults.error(clauses.place, "no clause is on the agenda");
    }
}

fn side(source: &source::Side, side: Side, agenda: &Agenda, faults: &mut Faults) {
    id(&source.id, "side", faults);
    wide(&source.capital, 16, "capital", faults);
    wide(&source.country, 28, "country", faults);
    wide(&source.adjective, 20, "adjective", faults);
    wide(&source.leader, 32, "leader", faults);
    wide(&source.press, 28, "press", faults);
    written_at_all(&source.role, "role", faults);
    written_at_all(&source.precondition, "precondition", faults);
    let names = &source.field;
    for name in [
        &names.hold_fire,
        &names.build_up,
        &names.covert,
        &names.strike,
        &names.squeeze,
        &names.ease,
        &names.all_out,
    ] {
        wide(name, 28, "name of the act", faults);
    }
    let start = &source.start;
    for points in [
        &start.pressure,
        &start.face,
        &start.strain,
        &start.strength,
        &start.trust,
    ] {
        if !(0..=1000).contains(&points.value.0.get()) {
            faults.error(points.place, "a meter starts at 0 to 100");
        }
    }
    if source.recovery.value.0.get() < 0 {
        faults.error(source.recovery.place, "the recovery is negative");
    }
    weights(&source.profile, agenda, faults);
    moods(&source.moods, agenda, faults);
    red_lines(&source.red_lines, side, faults);
    objectives(&source.objectives, faults);
}

fn weights(weights: &Map<Percent>, agenda: &Agenda, faults: &mut Faults) {
    let given = |id: &str| {
        weights.entries.iter().any(|(key, _)| key.value == id)
            || weights.lost.iter().any(|lost| lost == id)
    };
    let missing: Vec<&str> = agenda.ids().filter(|id| !given(id)).collect();
    if !missing.is_empty() {
        let message = format!("no weight is given to {}", missing.join(", "));
        faults.error(weights.place, message);
    }
    let sum: i32 = weights
        .entries
        .iter()
        .map(|(_, weight)| weight.value.0)
        .sum();
    if missing.is_empty() && weights.lost.is_empty() && !(90..=110).contains(&sum) {
        let message = format!("the weights sum to {sum}; they must sum to about 100, 90 to 110");
        faults.error(weights.place, message);
    }
}

fn moods(moods: &List<source::Mood>, agenda: &Agenda, faults: &mut Faults) {
    let count = moods.written();
    if !(1..=MAX_MOODS).contains(&count) {
        faults.error(
            moods.place,
            format!("{count} moods; a side has 1 to {MAX_MOODS}"),
        );
    }
    ids("mood", moods.iter().map(|mood| &mood.id), faults);
    for mood in moods {
        wide(&mood.name, 28, "name", faults);
        written_at_all(&mood.text, "text", faults);
        weights(&mood.weights, agenda, faults);
    }
    if moods.lost.is_empty() && !moods.is_empty() && moods.iter().all(|m| m.share.value.0 == 0) {
        faults.error(
            moods.place,
            "every mood has a share of 0, so none can be dealt",
        );
    }
}

fn red_lines(lines: &List<source::RedLine>, side: Side, faults: &mut Faults) {
    let count = lines.written();
    if count < MAX_RED_LINES {
        let message = format!("{count} red lines; a side has at least {MAX_RED_LINES}");
        faults.error(lines.place, message);
    }
    let mut seen = BTreeSet::new();
    for line in lines {
        if !seen.insert(line.clause.value.as_str()) {
            let message = format!("a second red line on `{}`", line.clause.value);
            faults.error(line.clause.place, message);
        }
        let (strict, mild) = (line.strict.value.0, line.mild.value.0);
        let swapped = match side {
            Side::Presser => strict > mild,
            Side::Holder => strict < mild,
        };
        if swapped && line.mild.place != Place::NOWHERE {
            faults
                .error(
                    line.strict.place,
                    format!("strict is {strict}, milder than mild: {mild}"),
                )
                .help(match side {
                    Side::Presser => "the presser's ideal is 0, so its strict limit is the lower",
                    Side::Holder => "the holder's ideal is 4, so its strict limit is the higher",
                });
        }
    }
}

fn objectives(objectives: &List<source::Objective>, faults: &mut Faults) {
    let count = objectives.written();
    if !(MIN_OBJECTIVES..=MAX_OBJECTIVES).contains(&count) {
        let message =
            format!("{count} objectives; a side has {MIN_OBJECTIVES} to {MAX_OBJECTIVES}");
        faults.error(objectives.place, message);
    }
    ids(
        "objective",
        objectives.iter().map(|objective| &objective.id),
        faults,
    );
    for objective in objectives {
        wide(&objective.name, 40, "name", faults);
        written_at_all(&objective.text, "text", faults);
        if objective.met.written() == 0 {
            let message = "an objective without conditions is always met";
            faults.warning(objective.met.place, message);
        }
    }
}

fn cards(cards: &List<source::Card>, file: FileId, faults: &mut Faults) {
    let count = cards.written();
    if !(1..=MAX_CARDS).contains(&count) {
        faults.file_error(file, format!("{count} cards; a deck has 1 to {MAX_CARDS}"));
    } else if count < AMPLE_CARDS && faults.is_sound(file) {
        let message = format!("{count} cards; with fewer than {AMPLE_CARDS} a long game runs dry");
        faults.file_warning(file, message);
    }
    ids("card", cards.iter().map(|card| &card.id), faults);
    for card in cards {
        wide(&card.title, 40, "title", faults);
        written_at_all(&card.flavour, "flavour", faults);
        written_at_all(&card.source, "source", faults);
        if card.effects.written() == 0 {
            faults.warning(card.effects.place, "this card does nothing");
        }
        if card.id.value == "none" {
            faults.error(card.id.place, "`none` is what a plan without a card says");
        }
    }
}

fn events(events: &List<source::Event>, file: FileId, faults: &mut Faults) {
    let count = events.written();
    if !(1..=MAX_EVENTS).contains(&count) {
        faults.file_error(
            file,
            format!("{count} events; a deck has 1 to {MAX_EVENTS}"),
        );
    }
    ids("event", events.iter().map(|event| &event.id), faults);
    for event in events {
        wide(&event.title, 40, "title", faults);
        written_at_all(&event.flavour, "flavour", faults);
        written_at_all(&event.source, "source", faults);
        choices(event, faults);
    }
}

fn choices(event: &source::Event, faults: &mut Faults) {
    let count = event.choices.written();
    ids(
        "choice",
        event.choices.iter().map(|choice| &choice.id),
        faults,
    );
    for choice in &event.choices {
        wide(&choice.label, 56, "label", faults);
    }
    let asks = event.asks.value;
    if asks == Asks::Nobody && count > 0 {
        faults
            .error(
                event.choices.place,
                "there are choices, but nobody is asked",
            )
            .help("add `asks: Presser`, `Holder` or `Both`");
    } else if asks != Asks::Nobody && !(2..=MAX_CHOICES).contains(&count) {
        let message = format!("{count} choices; an event that asks has 2 to {MAX_CHOICES}");
        faults.error(event.asks.place, message);
    }
    if event.together.written() > 0 && asks != Asks::Both {
        let message = "`together` needs both answers, but not both sides are asked";
        faults.error(event.together.place, message);
    }
    let mut seen = BTreeSet::new();
    for pair in &event.together {
        if !seen.insert((pair.presser.value.as_str(), pair.holder.value.as_str())) {
            faults.error(pair.presser.place, "this pair of answers is there twice");
        }
    }
    let effects = event.effects.written() + event.together.written();
    if asks == Asks::Nobody && effects == 0 {
        faults.warning(event.id.place, "this event does nothing");
    }
}
