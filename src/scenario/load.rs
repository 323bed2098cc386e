//! From files to a scenario: read, parse, decode, check, compile.

use super::agenda::Agenda;
use super::canonical::Canonical;
use super::check::{self, FileIds};
use super::compile::{self, compile};
use super::decode::{Decode, List};
use super::fault::Faults;
use super::library::{self, Origin};
use super::parser::parse;
use super::place::{FileId, Sources};
use super::report::Report;
use super::source;
use super::tree::Node;
use super::{Overrides, Scenario, suggest, translation};
use crate::rules::side::{PerSide, Side};
use std::path::Path;

/// Why there is no scenario.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// Neither an id nor a path.
    #[error("no scenario is called `{name}`, and there is no such folder{}", hint(.help.as_deref()))]
    Unknown {
        /// What was asked for.
        name: String,
        /// What may have been meant.
        help: Option<String>,
    },
    /// Its files have faults, all of which are in the report.
    #[error("{report}the scenario cannot be played: {}", .report.summary())]
    Faulty {
        /// All that was found.
        report: Box<Report>,
    },
}

fn hint(help: Option<&str>) -> String {
    help.map(|help| format!("; {help}")).unwrap_or_default()
}

/// Finds the files of a scenario by its id or its path.
///
/// # Errors
/// If there is neither.
pub fn find(name: &str) -> Result<Origin, LoadError> {
    if let Some(builtin) = library::builtin(name) {
        return Ok(Origin::Builtin(builtin));
    }
    let path = Path::new(name);
    if path.exists() {
        return Ok(Origin::at(path));
    }
    let known = library::BUILTIN.iter().map(|builtin| builtin.id);
    Err(LoadError::Unknown {
        name: name.to_owned(),
        help: suggest::help(name, known),
    })
}

/// Reads and checks a scenario. There is one only if the report has no errors.
pub fn check(origin: &Origin) -> (Option<Scenario>, Report) {
    let mut sources = Sources::default();
    let mut faults = Faults::default();
    let scenario = read(origin, &mut sources, &mut faults);
    (
        scenario.filter(|_| faults.errors() == 0),
        Report::new(sources, faults),
    )
}

fn read(origin: &Origin, sources: &mut Sources, faults: &mut Faults) -> Option<Scenario> {
    let main = origin.read("scenario.ron", sources, faults)?;
    let events = origin.read("events.ron", sources, faults);
    // A text of its own (free for a built-in one), since further files come in meanwhile.
    let text = sources.file(main).text.clone();
    let tree = parse(&text, main, faults);
    let ids = side_ids(&tree);
    let cards: PerSide<Option<FileId>> = PerSide::from_fn(|side| {
        let id = ids[side].as_deref()?;
        origin.read(&format!("deck-{id}.ron"), sources, faults)
    });

    let mut canonical = Canonical::new();
    canonical.file(&tree);
    let scenario = source::Scenario::decode(&tree, faults);
    let event_list: Option<List<source::Event>> = deck(events, sources, &mut canonical, faults);
    let card_lists: PerSide<Option<List<source::Card>>> =
        PerSide::from_fn(|side| deck(cards[side], sources, &mut canonical, faults));

    let scenario = scenario?;
    let files = FileIds {
        events: events.filter(|_| event_list.is_some()),
        cards: PerSide::from_fn(|side| cards[side].filter(|_| card_lists[side].is_some())),
    };
    let read = compile::Sources {
        scenario: &scenario,
        events: &event_list.unwrap_or_else(List::empty),
        cards: &PerSide(card_lists.0.map(|list| list.unwrap_or_else(List::empty))),
    };
    let agenda = Agenda::new(&scenario.clauses);
    check::check(&read, &files, &agenda, faults);
    let (tables, text) = compile(&read, &agenda, faults);
    let translations = translation::read(origin, &text, sources, faults);
    let decks = Side::BOTH.map(|side| {
        let name = format!("deck-{}.ron", scenario.side(side).id.value);
        (name, cards[side])
    });
    let named = [
        ("scenario.ron".to_owned(), Some(main)),
        ("events.ron".to_owned(), events),
    ];
    let files = named.into_iter().chain(decks);
    let files = files.filter_map(|(name, id)| Some((name, sources.file(id?).text.clone())));
    Some(Scenario {
        id: scenario.id.value.clone(),
        hash: canonical.finish(),
        tables,
        text,
        translations,
        files: files.collect(),
        set: Overrides::default(),
    })
}

fn deck<T: Decode>(
    file: Option<FileId>,
    sources: &Sources,
    canonical: &mut Canonical,
    faults: &mut Faults,
) -> Option<List<T>> {
    let file = file?;
    let tree = parse(&sources.file(file).text, file, faults);
    canonical.file(&tree);
    List::decode(&tree, faults)
}

/// The ids of the sides, by which their decks are named. They become part of a path,
/// so anything but a plain name counts as none.
fn side_ids(tree: &Node<'_>) -> PerSide<Option<String>> {
    PerSide(["presser", "holder"].map(|role| {
        let id = tree.get(role)?.get("id")?.text()?;
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
        (!id.is_empty() && id.len() <= 40 && id.bytes().all(plain)).then(|| id.to_owned())
    }))
}
