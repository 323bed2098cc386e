//! What the rules number and the protocol names, where the scenario and the notation of
//! decisions have no name for it.

use crate::rules::clause::{Channel, Status, Wording};
use crate::rules::ending::{Class, EndingKind};
use crate::rules::meter::Gauge;
use crate::rules::plan::Terms;
use crate::rules::tables::EventKind;
use crate::rules::vocabulary::{Tally, Timer};

/// Something of which there are a few, each with a name.
pub trait Named: Copy + PartialEq + 'static {
    /// What one of them is called in a message about a wrong name.
    const WHAT: &'static str;
    /// Each with its name.
    const NAMES: &'static [(&'static str, Self)];

    /// Its name.
    fn name(self) -> &'static str {
        // The lists name every value, which a test holds.
        let found = Self::NAMES.iter().find(|(_, value)| *value == self);
        found.map_or("", |(name, _)| name)
    }

    /// The one of that name.
    fn named(name: &str) -> Option<Self> {
        let found = Self::NAMES.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| *value)
    }
}

macro_rules! named {
    ($($type:ident, $what:literal: $($name:literal $variant:ident),* $(,)?;)*) => { $(
        impl Named for $type {
            const WHAT: &'static str = $what;
            const NAMES: &'static [(&'static str, Self)] = &[$(($name, Self::$variant)),*];
        }
    )* };
}

named! {
    Status, "status": "open" Open, "vague" Vague, "clear" Clear;
    Wording, "wording": "clear" Clear, "vague" Vague;
    Channel, "channel": "open" Open, "back" Back, "mediator" Mediator;
    Terms, "kind of bargain": "halfway" Halfway, "theirs" Theirs;
    Gauge, "meter":
        "pressure" Pressure, "face" Face, "strain" Strain, "strength" Strength, "trust" Trust;
    EventKind, "kind of event":
        "incident" Incident, "home" Home, "markets" Markets, "mediation" Mediation,
        "allies" Allies, "military" Military, "verification" Verification, "memory" Memory;
    Timer, "circumstance":
        "hotline" Hotline, "back_shut" BackShut, "neutral" Neutral, "watched" Watched,
        "cover" Cover, "spotlight" Spotlight, "lull" Lull, "drafting" Drafting;
    Tally, "act":
        "progress" Progress, "blame" Blame, "threaten" Threaten, "unkept" Unkept,
        "hold" HoldFire, "build" BuildUp, "covert" Covert, "exposed" Exposed,
        "strike" Strike, "squeeze" Squeeze, "ease" Ease, "offer" Offer, "accept" Accept,
        "harden" Harden, "withdraw" Withdraw, "walk_out" WalkOut, "probe" Probe,
        "leaked" Leaked;
    Class, "future":
        "comprehensive" Comprehensive, "war" War, "continuation" Continuation;
    EndingKind, "ending":
        "comprehensive" Comprehensive, "paper_peace" PaperPeace, "war" War,
        "escalation" Escalation, "collapse" Collapse, "recall" Recall, "interim" Interim,
        "frozen" Frozen;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_names<T: Named + std::fmt::Debug>(all: &[T]) {
        assert_eq!(T::NAMES.len(), all.len());
        for &value in all {
            assert_eq!(T::named(value.name()), Some(value), "{value:?}");
        }
    }

    #[test]
    fn everything_has_a_name_of_its_own() {
        assert_names(&[Status::Open, Status::Vague, Status::Clear]);
        assert_names(&Wording::ALL);
        assert_names(&Channel::ALL);
        assert_names(&[Terms::Halfway, Terms::Theirs]);
        assert_names(&Gauge::ALL);
        assert_names(&EventKind::ALL);
        assert_names(&Timer::ALL);
        assert_names(&Tally::ALL);
        assert_names(&Class::ALL);
        assert_names(&EndingKind::ALL);
    }
}
