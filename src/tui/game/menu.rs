//! The menu of a game.

use super::briefing;
use super::play::Shared;
use super::tasks;
use crate::record::Help;
use crate::tui::context::Context;
use crate::tui::layer::Flow;
use crate::tui::screen::dialog::Dialog;
use crate::tui::screen::handbook::Handbook;
use crate::tui::screen::settings::SettingsScreen;

/// The menu, with a word on where the game is kept.
pub fn menu(play: &Shared, cx: &Context) -> Dialog {
    let kept = {
        let play = play.borrow();
        match (play.session.save_path(), play.session.save_error()) {
            (_, Some(error)) => cx
                .phrases
                .fill("game.menu.unsaved", &[("error", &error.to_string())]),
            (Some(path), None) => cx
                .phrases
                .fill("game.menu.saved", &[("file", &Context::file_name(path))]),
            (None, None) => cx.say("game.menu.nowhere").to_owned(),
        }
    };
    let seed = play.borrow().session.seed();
    let text = cx
        .phrases
        .fill("game.menu.text", &[("kept", &kept), ("seed", &seed)]);
    let (play, reader) = (play.clone(), play.clone());
    Dialog::ask(cx.say("game.menu.title"), text)
        .answer(cx.say("game.menu.resume"), |_| Flow::Stay)
        .answer(cx.say("game.menu.briefing"), move |_| {
            Flow::push(briefing::page(play))
        })
        .answer(cx.say("game.menu.handbook"), move |cx| {
            tasks::off(&reader, Help::Handbook, cx).unwrap_or_else(|| Flow::push(Handbook::new(cx)))
        })
        .answer(cx.say("game.menu.settings"), |cx| {
            Flow::push(SettingsScreen::new(cx))
        })
        .answer(cx.say("game.menu.title_screen"), |_| Flow::Home)
        .answer(cx.say("game.menu.quit"), |_| Flow::Quit)
}
