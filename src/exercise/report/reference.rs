//! What everyone should have played: as the exercise's file says, or, without it, as most of
//! the saves do.

use super::Handed;
use super::flag::{Difference, Flag};
use crate::exercise::Exercise;
use crate::record::{Assignment, Header, Seat};
use crate::rules::side::{PerSide, Side};
use crate::scenario::{Overrides, Scenario};
use std::collections::BTreeMap;

/// What everyone should have played.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The head of such a save, as far as it is the same for all.
    pub header: Header,
    /// The exercise; the student is nobody.
    pub exercise: Assignment,
    /// The students' side.
    pub side: Side,
    /// The scenario, with what is set in it.
    pub scenario: Scenario,
    /// The score that theirs are measured against, in tenths of a point.
    pub par: Option<i32>,
}

impl Reference {
    /// As the file says.
    pub fn of(exercise: &Exercise) -> Option<Self> {
        let assigned = exercise.assigned(String::new());
        let mut seats = PerSide([Seat::Person, Seat::Person]);
        seats[exercise.side.other()] = Seat::Opponent(exercise.opponent.to_string());
        let mut header = Header::new(&exercise.scenario, exercise.length, seats, exercise.seed);
        header.overrides = (exercise.overrides.0.iter())
            .map(ToString::to_string)
            .collect();
        header.injects.clone_from(&exercise.injects);
        header.exercise = Some(assigned.clone());
        Some(Self {
            header,
            exercise: assigned,
            side: exercise.side,
            scenario: exercise.overrides.apply(exercise.scenario.clone()).ok()?,
            par: exercise.par,
        })
    }

    /// The head that most saves have in common, the first of them if it is a tie; nothing if
    /// none is of an exercise.
    pub fn most(handed: &[Handed]) -> Option<Header> {
        let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for (at, one) in handed.iter().enumerate() {
            let Ok(loaded) = &one.read else { continue };
            if let Some(exercise) = &loaded.header.exercise {
                let common = common(&loaded.header, exercise);
                counts.entry(format!("{common:?}")).or_insert((0, at)).0 += 1;
            }
        }
        let best = counts
            .values()
            .max_by_key(|(count, at)| (*count, usize::MAX - at))?;
        let loaded = handed[best.1].read.as_ref().ok()?;
        let exercise = loaded.header.exercise.as_ref()?;
        Some(common(&loaded.header, exercise))
    }

    /// As a save says, with its scenario as it was loaded; nothing if it is of no exercise, if
    /// nobody plays in it, or if what is set in it cannot be set.
    pub fn from(header: Header, scenario: Scenario) -> Option<Self> {
        let set = header.overrides.iter().map(|set| set.parse());
        let overrides = Overrides(set.collect::<Result<_, _>>().ok()?);
        Some(Self {
            exercise: header.exercise.clone()?,
            side: header.person()?,
            scenario: overrides.apply(scenario).ok()?,
            header,
            par: None,
        })
    }

    /// Why a save with this head is not of the exercise, if it is not.
    pub fn differs(&self, header: &Header) -> Vec<Flag> {
        let Some(exercise) = &header.exercise else {
            return vec![Flag::NoExercise];
        };
        if exercise.id != self.exercise.id {
            let id = exercise.id.clone();
            return vec![Flag::OtherExercise { id }];
        }
        if exercise.digest != self.exercise.digest {
            return vec![Flag::OtherContent];
        }
        let (ours, theirs) = (&self.header, header);
        let them = self.side.other();
        let seat = theirs.person() == Some(self.side);
        [
            (Difference::Scenario, ours.scenario != theirs.scenario),
            (Difference::Deal, ours.seed != theirs.seed),
            (Difference::Seat, !seat),
            (
                Difference::Opponent,
                seat && ours.seats[them] != theirs.seats[them],
            ),
            (Difference::Length, ours.length != theirs.length),
            (Difference::Set, ours.overrides != theirs.overrides),
            (Difference::Injects, ours.injects != theirs.injects),
            (Difference::Help, self.exercise.help != exercise.help),
            (Difference::Tasks, self.exercise.tasks != exercise.tasks),
        ]
        .into_iter()
        .filter_map(|(what, differs)| differs.then_some(Flag::Differs { what }))
        .collect()
    }
}

/// What of a head should be the same for all.
fn common(header: &Header, exercise: &Assignment) -> Header {
    Header {
        exercise: Some(Assignment {
            student: String::new(),
            ..exercise.clone()
        }),
        names: PerSide::default(),
        parent: None,
        created: 0,
        title: String::new(),
        ..header.clone()
    }
}
