//! The member that each value of the rules has in a family of phrases.

use crate::rules::clause::{Channel, Status, Wording};
use crate::rules::ending::{Class, EndingKind};
use crate::rules::meter::{Gauge, Meter};
use crate::rules::outcome::Refusal;
use crate::rules::plan::{Course, Field, Say, TableKind, Terms};
use crate::rules::side::Side;
use crate::rules::tables::EventKind;
use crate::rules::view::Meaning;
use crate::rules::vocabulary::{MeterRef, Tally, Timer};

/// A value that phrases are kept for.
pub trait Key {
    /// Its name in the string table.
    fn key(&self) -> &'static str;
}

macro_rules! keys {
    ($($type:ident: $($variant:pat => $key:literal),* $(,)?;)*) => {
        $(impl Key for $type {
            fn key(&self) -> &'static str {
                #[allow(clippy::enum_glob_use)] // the variants are listed bare
                use $type::*;
                match self { $($variant => $key,)* }
            }
        })*
    };
}

keys! {
    Side:
        Presser => "presser", Holder => "holder";
    Say:
        Progress => "progress", Measured => "measured", Blame => "blame",
        Threaten => "threaten", NoComment => "no_comment";
    Field:
        HoldFire => "hold_fire", BuildUp => "build_up", Covert => "covert", Strike => "strike",
        Squeeze => "squeeze", Ease => "ease", AllOut => "all_out";
    TableKind:
        Hold => "hold", Offer => "offer", Accept => "accept", Clarify => "clarify",
        Harden => "harden", Withdraw => "withdraw", Waive => "waive", Probe => "probe",
        WalkOut => "walk_out", Sign => "sign", Bargain => "bargain",
        AcceptBargain => "accept_bargain";
    Course: Give => "give", Wait => "wait", Press => "press";
    Terms: Halfway => "halfway", Theirs => "theirs";
    Wording: Clear => "clear", Vague => "vague";
    Channel: Open => "open", Back => "back", Mediator => "mediator";
    Status: Open => "open", Vague => "vague", Clear => "clear";
    Gauge:
        Pressure => "pressure", Face => "face", Strain => "strain", Strength => "strength",
        Trust => "trust";
    Meter:
        Tension => "tension", Fog => "fog", Hope => "hope", Shock => "shock",
        Of(_, Gauge::Pressure) => "pressure", Of(_, Gauge::Face) => "face",
        Of(_, Gauge::Strain) => "strain", Of(_, Gauge::Strength) => "strength",
        Of(_, Gauge::Trust) => "trust";
    MeterRef:
        Tension => "tension", Fog => "fog", Hope => "hope", Shock => "shock", Price => "price",
        Of(_, Gauge::Pressure) => "pressure", Of(_, Gauge::Face) => "face",
        Of(_, Gauge::Strain) => "strain", Of(_, Gauge::Strength) => "strength",
        Of(_, Gauge::Trust) => "trust";
    Timer:
        Hotline => "hotline", BackShut => "back_shut", Neutral => "neutral",
        Watched => "watched", Cover => "cover", Spotlight => "spotlight", Lull => "lull",
        Drafting => "drafting";
    Tally:
        Progress => "progress", Blame => "blame", Threaten => "threaten", Unkept => "unkept",
        HoldFire => "hold_fire", BuildUp => "build_up", Covert => "covert",
        Exposed => "exposed", Strike => "strike", Squeeze => "squeeze", Ease => "ease",
        Offer => "offer", Accept => "accept", Harden => "harden", Withdraw => "withdraw",
        WalkOut => "walk_out", Probe => "probe", Leaked => "leaked";
    EventKind:
        Incident => "incident", Home => "home", Markets => "markets", Mediation => "mediation",
        Allies => "allies", Military => "military", Verification => "verification",
        Memory => "memory";
    EndingKind:
        Comprehensive => "comprehensive", PaperPeace => "paper_peace", War => "war",
        Escalation => "escalation", Collapse => "collapse", Recall => "recall",
        Interim => "interim", Frozen => "frozen";
    Class:
        Comprehensive => "comprehensive", War => "war", Continuation => "continuation";
    Refusal: Pressure => "pressure", Face => "face", RedLine(_) => "red_line";
    Meaning: RedLine(_) => "red_line", Dear => "dear", Middling => "middling", Cheap => "cheap";
}
