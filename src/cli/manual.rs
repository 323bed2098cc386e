//! `man`: the manual page.

use super::exit::{Exit, Outcome};
use super::output;
use clap::CommandFactory;
use clap_mangen::Man;

/// Writes the manual page to standard output, in roff: every command on one page.
pub fn run() -> Outcome {
    let mut command = super::Cli::command();
    command.build();
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page)?;
    for each in command.get_subcommands().filter(|c| !c.is_hide_set()) {
        let man = Man::new(each.clone());
        man.render_name_section(&mut page)?;
        man.render_synopsis_section(&mut page)?;
        man.render_description_section(&mut page)?;
        man.render_options_section(&mut page)?;
    }
    output::print(&String::from_utf8_lossy(&page))?;
    Ok(Exit::Done)
}
