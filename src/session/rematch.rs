//! The same deal once more with the sides swapped, as at duplicate bridge.

use super::{Player, Session};
use crate::negotiator::WhoError;
use crate::record::{Header, Hex, Inject, Seat, Swapped};
use crate::rules::side::{PerSide, Side};

/// Who sits where when a deal is played once more from the other side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rematch {
    /// The player's side.
    pub side: Side,
    /// Who plays the other.
    pub opponent: Player,
    /// What the persons in the seats want to be called.
    pub names: PerSide<String>,
    /// The game that is answered.
    pub swapped: Swapped,
    /// What was forced to happen in it and is again: else it would be another game.
    pub injects: Vec<Inject>,
}

impl Rematch {
    /// After a game that is over, whose file is called `save` and whose last entry has this
    /// chain; nothing if no person played it.
    ///
    /// # Errors
    /// If its opponent is not known here.
    pub fn of(header: &Header, save: String, chain: Hex<16>) -> Result<Option<Self>, WhoError> {
        let Some(was) = header.person() else {
            return Ok(None);
        };
        let opponent = match &header.seats[was.other()] {
            Seat::Person => Player::Person,
            Seat::Opponent(name) => Player::Negotiator(name.parse()?),
        };
        Ok(Some(Self {
            side: was.other(),
            opponent,
            names: PerSide::from_fn(|side: Side| header.names[side.other()].clone()),
            swapped: Swapped { save, chain },
            injects: header.injects.clone(),
        }))
    }
}

impl Session {
    /// The same deal from the other side, once the game is over: `None` before, or if the game
    /// names an opponent that is not known here.
    pub fn rematch(&self) -> Option<Rematch> {
        self.ending()?;
        let file = self.save_path().and_then(|path| path.file_name());
        let save = file.map(|name| name.to_string_lossy().into_owned());
        let chain = self.record.entries().last()?.chain;
        Rematch::of(self.header(), save.unwrap_or_default(), chain).ok()?
    }
}
