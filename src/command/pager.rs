//! The reader's pager: on a terminal, output that is longer than the screen goes through it, as with git.

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Lines of a terminal that does not say how many it has.
const HEIGHT: usize = 24;
/// So many bytes of what was sent are kept, more than a pipe holds: a pager that cannot be run has read none of them.
const KEPT: usize = 1 << 18;
/// Exit statuses by which a shell says that there is no such command, or that it cannot be run.
const NOT_RUN: [i32; 2] = [126, 127];
/// Signs by which a command is one for a shell.
const OF_A_SHELL: &str = "\"'\\$`*?[]{}()<>|&;#~!=%\n";

/// The command by which the reader wants to page: `COUNTERPOINT_PAGER`, else `PAGER`, else `less`. None where it is empty or `cat`, or
/// the terminal can do nothing.
pub(super) fn wanted(variable: impl Fn(&str) -> Option<OsString>) -> Option<String> {
    if variable("TERM").is_some_and(|term| term == "dumb") {
        return None;
    }
    let chosen = variable("COUNTERPOINT_PAGER").or_else(|| variable("PAGER"));
    let command = chosen.map_or_else(|| "less".to_owned(), |command| command.to_string_lossy().into_owned());
    Some(command.trim().to_owned()).filter(|command| !command.is_empty() && command != "cat")
}

/// Output on its way to a terminal: straight as long as it fits on the screen, and then through the pager.
pub(super) struct Paged<'o> {
    command: String,
    height: usize,
    /// All that was written so far, while it is not too much to be kept.
    kept: Vec<u8>,
    lines: usize,
    way: Way,
    straight: &'o mut dyn Write,
}

/// Where the next bytes go.
enum Way {
    /// To what is kept: it may be short.
    Kept,
    /// To the pager.
    Pager(Child),
    /// To the terminal: there is no pager.
    Straight,
    /// Nowhere: the pager has ended, and its reader has seen enough.
    Ended,
}

impl<'o> Paged<'o> {
    /// Output that has not begun yet.
    pub(super) fn new(command: String, straight: &'o mut dyn Write) -> Self {
        let height = terminal_size::terminal_size().map_or(HEIGHT, |(_, height)| usize::from(height.0)).max(2);
        Paged { command, height, kept: Vec::new(), lines: 0, way: Way::Kept, straight }
    }

    /// Ends it: short output is shown now, and a pager is waited for.
    pub(super) fn finish(mut self) -> io::Result<()> {
        match std::mem::replace(&mut self.way, Way::Ended) {
            Way::Kept => self.straight.write_all(&self.kept)?,
            Way::Pager(pager) => self.wait(pager)?,
            Way::Straight | Way::Ended => {}
        }
        self.straight.flush()
    }

    /// Begins to page what is kept.
    fn begin(&mut self) -> io::Result<()> {
        let Ok(pager) = started(&self.command) else {
            self.way = Way::Straight;
            return self.straight.write_all(&self.kept);
        };
        // Ctrl-C is for the pager: it ends a search in it, and not what is shown.
        let _ = signal_hook::flag::register(signal_hook::consts::SIGINT, Arc::new(AtomicBool::new(false)));
        self.way = Way::Pager(pager);
        let kept = self.kept.clone();
        self.send(&kept)
    }

    /// Sends bytes to the pager; an error where it has ended.
    fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        let Way::Pager(pager) = &mut self.way else { return Ok(()) };
        let sent = pager.stdin.as_mut().map_or(Ok(()), |input| input.write_all(bytes));
        match (sent, std::mem::replace(&mut self.way, Way::Ended)) {
            (Ok(()), way) => {
                self.way = way;
                Ok(())
            }
            (Err(cause), Way::Pager(pager)) => {
                self.wait(pager)?;
                if matches!(self.way, Way::Straight) { Ok(()) } else { Err(cause) }
            }
            (Err(cause), _) => Err(cause),
        }
    }

    /// Waits for the end of the pager. One that could not be run is none: what it did not show is shown straight.
    fn wait(&mut self, mut pager: Child) -> io::Result<()> {
        drop(pager.stdin.take());
        let is_run = pager.wait().ok().and_then(|status| status.code()).is_none_or(|code| !NOT_RUN.contains(&code));
        if is_run || self.kept.is_empty() {
            return Ok(());
        }
        self.way = Way::Straight;
        self.straight.write_all(&self.kept)
    }
}

impl Write for Paged<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &self.way {
            Way::Kept => {
                self.kept.extend_from_slice(bytes);
                self.lines += memchr::memchr_iter(b'\n', bytes).count();
                if self.lines >= self.height {
                    self.begin()?;
                }
            }
            Way::Pager(_) => {
                if self.kept.len() > KEPT {
                    self.kept = Vec::new();
                } else if !self.kept.is_empty() {
                    self.kept.extend_from_slice(bytes);
                }
                self.send(bytes)?;
            }
            Way::Straight => self.straight.write_all(bytes)?,
            Way::Ended => return Err(io::ErrorKind::BrokenPipe.into()),
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.way {
            Way::Pager(Child { stdin: Some(input), .. }) => input.flush(),
            Way::Straight => self.straight.flush(),
            _ => Ok(()),
        }
    }
}

/// Starts a pager: a plain command at once, any other by the shell. `less` is told to show colours, to end where all fits on
/// the screen, and to leave it there; unless its user has told it something else.
fn started(command: &str) -> io::Result<Child> {
    let mut words = command.split_whitespace();
    let mut process = if cfg!(unix) && command.contains(|letter| OF_A_SHELL.contains(letter)) {
        let mut process = Command::new("sh");
        process.args(["-c", command]);
        process
    } else {
        let mut process = Command::new(words.next().unwrap_or_default());
        process.args(words);
        process
    };
    for (name, value) in [("LESS", "FRX"), ("LV", "-c")] {
        if std::env::var_os(name).is_none() {
            process.env(name, value);
        }
    }
    process.stdin(Stdio::piped()).spawn()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(set: &[(&str, &str)]) -> Option<String> {
        wanted(|name| set.iter().find(|(set, _)| *set == name).map(|(_, value)| OsString::from(value)))
    }

    #[test]
    fn the_reader_chooses_and_less_is_taken_otherwise() {
        assert_eq!(with(&[]).as_deref(), Some("less"));
        assert_eq!(with(&[("PAGER", "more -s")]).as_deref(), Some("more -s"));
        assert_eq!(with(&[("PAGER", "more"), ("COUNTERPOINT_PAGER", "less -S")]).as_deref(), Some("less -S"));
        for none in [&[("PAGER", "")][..], &[("PAGER", "cat")], &[("TERM", "dumb")]] {
            assert_eq!(with(none), None);
        }
        assert_eq!(with(&[("PAGER", "more"), ("COUNTERPOINT_PAGER", "")]), None);
    }

    /// What comes straight of so many lines.
    fn straight(command: &str, lines: usize) -> String {
        let mut shown = Vec::new();
        let mut paged = Paged { height: 10, ..Paged::new(command.to_owned(), &mut shown) };
        (0..lines).try_for_each(|line| writeln!(paged, "line {line}")).expect("it is shown");
        paged.finish().expect("it is shown");
        String::from_utf8(shown).expect("text")
    }

    #[test]
    fn without_a_pager_that_can_be_run_all_is_shown_straight() {
        for command in ["no-such-pager-anywhere", "no-such-pager-anywhere 2>/dev/null; exit 127"] {
            for lines in [1, 9, 10, 11, 200] {
                assert_eq!(straight(command, lines).lines().count(), lines, "{command} with {lines}");
            }
        }
    }

    #[test]
    fn what_fits_on_the_screen_starts_no_pager() {
        assert_eq!(straight("false", 9).lines().count(), 9);
        assert_eq!(straight("true", 2).lines().count(), 2);
    }
}
