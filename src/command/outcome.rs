//! Results of commands: their status, why they could not be done, and what they print.

use std::fmt::Display;
use std::io::{self, Write};

/// Result of a command, as the exit status says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    /// The map is sound, and all was done.
    Sound = 0,
    /// Something was found that has to be mended.
    Findings = 1,
}

/// Why a command could not be done, for a person: exit status 2.
#[derive(Debug)]
pub(super) struct Failure(pub(super) String);

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Failure(error.to_string())
    }
}

/// Says something beside the output, safe to be shown in a terminal.
pub(super) fn say(message: impl Display) {
    let message = message.to_string();
    // In one piece: where pages go through a pipe, another program's words could come before the end of the line.
    let line = format!("{}\n", crate::render::safe(message.trim_end()));
    let _ = io::stderr().lock().write_all(line.as_bytes());
}

/// Writes to standard output.
pub(super) fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
    written(write(&mut out).and_then(|()| out.flush()))
}

/// Result of writing to standard output. A reader that has closed the pipe has seen enough: that is not an error.
pub(super) fn written(result: io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(cause) if cause.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure(format!("cannot write the output: {cause}")))
        }
        _ => Ok(()),
    }
}
