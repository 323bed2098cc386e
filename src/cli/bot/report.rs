//! What has been checked, and what came of it.

use std::fmt::Write;

/// Checks and how they went, in order.
#[derive(Debug, Default)]
pub struct Report {
    rows: Vec<(&'static str, Result<String, String>)>,
}

impl Report {
    /// Notes how a check went: with a remark, or why it failed.
    pub fn note(&mut self, what: &'static str, how: Result<String, String>) {
        self.rows.push((what, how));
    }

    /// Whether something has been noted of this check.
    pub fn has(&self, what: &str) -> bool {
        self.rows.iter().any(|(known, _)| *known == what)
    }

    /// Whether all went well.
    pub fn passed(&self) -> bool {
        self.rows.iter().all(|(_, how)| how.is_ok())
    }

    /// One line a check.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for (what, how) in &self.rows {
            let (mark, text) = match how {
                Ok(remark) => ("ok", remark),
                Err(why) => ("FAILED", why),
            };
            let text = text.replace('\n', "\n                         ");
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{mark:<7} {what:<16} {text}");
        }
        let failed = self.rows.iter().filter(|(_, how)| how.is_err()).count();
        let _ = match failed {
            0 => writeln!(out, "\nIt speaks the protocol."),
            1 => writeln!(out, "\n1 check failed."),
            n => writeln!(out, "\n{n} checks failed."),
        };
        out
    }
}
