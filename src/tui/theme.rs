//! Colours and emphasis by role. The themes that come with the game are files, and a
//! player's own theme is another; what it does not name is as in the default.

use crate::config::{self, Fault};
use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Index;
use std::path::Path;

/// What a piece of the screen is, which decides how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Role {
    /// Plain text.
    Text,
    /// What matters less.
    Dim,
    /// Headings and names.
    Title,
    /// What draws the eye.
    Accent,
    /// A change for the better.
    Good,
    /// A change for the worse.
    Bad,
    /// A danger ahead.
    Warn,
    /// The side that presses.
    Presser,
    /// The side that holds.
    Holder,
    /// Ambiguity, and what is not known for certain.
    Fog,
    /// What is selected.
    Selected,
    /// What cannot be chosen.
    Disabled,
    /// The name of a key.
    Key,
    /// Frames and rules.
    Border,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 14] = [
        Self::Text,
        Self::Dim,
        Self::Title,
        Self::Accent,
        Self::Good,
        Self::Bad,
        Self::Warn,
        Self::Presser,
        Self::Holder,
        Self::Fog,
        Self::Selected,
        Self::Disabled,
        Self::Key,
        Self::Border,
    ];
}

macro_rules! built_in {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../assets/themes/", $name, ".ron")))),*]
    };
}

/// The themes that come with the game, by name.
const BUILT_IN: [(&str, &str); 6] = built_in![
    "default",
    "light",
    "dark",
    "high-contrast",
    "colour-blind",
    "mono"
];

/// A style for every role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    styles: [Style; Role::ALL.len()],
}

/// A style as written in a file.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Look {
    fg: Option<Hue>,
    bg: Option<Hue>,
    bold: bool,
    dim: bool,
    italic: bool,
    underline: bool,
    reverse: bool,
}

/// A colour by name, by number in the palette of 256, or as `#rrggbb`.
#[derive(Clone, Copy, Debug)]
struct Hue(Color);

impl<'de> Deserialize<'de> for Hue {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let written = String::deserialize(from)?;
        written.parse().map(Self).map_err(|_| {
            serde::de::Error::custom(format!(
                "no such colour: `{written}`; write a name (black, red, green, yellow, blue, \
                 magenta, cyan, gray, darkgray, lightred, ..., white, reset), a number from \
                 0 to 255, or #rrggbb"
            ))
        })
    }
}

impl Look {
    fn style(self) -> Style {
        let mut style = Style::new();
        style.fg = self.fg.map(|hue| hue.0);
        style.bg = self.bg.map(|hue| hue.0);
        for (wanted, modifier) in [
            (self.bold, Modifier::BOLD),
            (self.dim, Modifier::DIM),
            (self.italic, Modifier::ITALIC),
            (self.underline, Modifier::UNDERLINED),
            (self.reverse, Modifier::REVERSED),
        ] {
            if wanted {
                style = style.add_modifier(modifier);
            }
        }
        style
    }
}

impl Theme {
    /// The names of the themes that come with the game.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|(name, _)| *name)
    }

    /// A theme by name, or from the file at this path.
    pub fn load(name: &str) -> Result<Self, Fault> {
        let mut theme = Self {
            styles: [Style::new(); Role::ALL.len()],
        };
        theme.patch(BUILT_IN[0].1)?;
        if let Some((_, source)) = BUILT_IN.iter().find(|(known, _)| *known == name) {
            theme.patch(source)?;
            return Ok(theme);
        }
        let path = Path::new(name);
        let names: Vec<_> = Self::names().collect();
        let remedy = format!("Name a theme file, or one of {}.", names.join(", "));
        let Some(text) = config::read(path)? else {
            return Err(Fault::new(None, "no such theme").in_file(path, remedy));
        };
        theme
            .patch(&text)
            .map_err(|fault| fault.in_file(path, remedy))?;
        Ok(theme)
    }

    /// The theme that goes without colour.
    pub fn mono() -> Result<Self, Fault> {
        Self::load("mono")
    }

    fn patch(&mut self, text: &str) -> Result<(), Fault> {
        for (role, look) in config::parse::<BTreeMap<Role, Look>>(text)? {
            self.styles[role as usize] = look.style();
        }
        Ok(())
    }
}

impl Index<Role> for Theme {
    type Output = Style;
    fn index(&self, role: Role) -> &Style {
        &self.styles[role as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_that_comes_with_the_game_names_every_role_once() {
        for (name, source) in BUILT_IN {
            let looks: BTreeMap<Role, Look> =
                config::parse(source).unwrap_or_else(|e| panic!("{name}: {e}"));
            for role in Role::ALL {
                assert!(looks.contains_key(&role), "{name} lacks {role:?}");
            }
            let lines = source
                .lines()
                .filter(|l| l.trim_start().ends_with("),"))
                .count();
            assert_eq!(lines, Role::ALL.len(), "{name} names a role twice");
            Theme::load(name).unwrap();
        }
    }

    #[test]
    fn the_default_leaves_the_terminals_background_alone() {
        let theme = Theme::load("default").unwrap();
        for role in Role::ALL {
            let style = theme[role];
            assert_eq!(style.bg, None, "{role:?}");
            assert!(
                !matches!(style.fg, Some(Color::Rgb(..) | Color::Indexed(_))),
                "{role:?}"
            );
        }
    }

    #[test]
    fn mono_has_no_colour_and_still_tells_what_is_selected() {
        let theme = Theme::mono().unwrap();
        for role in Role::ALL {
            assert_eq!((theme[role].fg, theme[role].bg), (None, None), "{role:?}");
        }
        assert_ne!(theme[Role::Selected], theme[Role::Text]);
        assert_ne!(theme[Role::Title], theme[Role::Text]);
    }

    #[test]
    fn a_theme_file_changes_what_it_names_and_its_faults_have_a_place() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("mine.ron");
        std::fs::write(&path, "{ \"good\": (fg: \"#00ff7f\") }".replace('"', "")).unwrap();
        assert!(Theme::load(path.to_str().unwrap()).is_err());
        std::fs::write(&path, "{\n good: (fg: \"#00ff7f\"),\n}").unwrap();
        let theme = Theme::load(path.to_str().unwrap()).unwrap();
        assert_eq!(theme[Role::Good].fg, Some(Color::Rgb(0, 255, 127)));
        assert_eq!(theme[Role::Bad], Theme::load("default").unwrap()[Role::Bad]);
        std::fs::write(&path, "{\n good: (fg: \"greeen\"),\n}").unwrap();
        let fault = Theme::load(path.to_str().unwrap()).unwrap_err();
        assert_eq!(fault.place.map(|(line, _)| line), Some(2));
        assert!(
            fault.to_string().contains("no such colour: `greeen`"),
            "{fault}"
        );
    }

    #[test]
    fn a_theme_that_is_not_there_is_refused_with_the_names_of_those_that_are() {
        let fault = Theme::load("solarised").unwrap_err().to_string();
        assert!(
            fault.contains("no such theme") && fault.contains("colour-blind"),
            "{fault}"
        );
    }
}
