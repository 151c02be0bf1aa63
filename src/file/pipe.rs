//! Pipes, devices and terminals, which are no regular files. They may never open and never end, so neither is waited for.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// How long somebody at the other end of a pipe may take to open it.
const PATIENCE: Duration = Duration::from_secs(2);

/// Opens what may make its opener wait for somebody else, as a named pipe does; `nobody` says that nobody came.
pub(super) fn open_patiently(path: &Path, how: &OpenOptions, nobody: &str) -> io::Result<File> {
    let (opened, result) = mpsc::channel();
    let (path, how) = (path.to_path_buf(), how.clone());
    // A thread that waits for ever is ended with the program.
    thread::spawn(move || opened.send(how.open(path)));
    let waited = result.recv_timeout(PATIENCE);
    waited.unwrap_or_else(|_| Err(io::Error::new(io::ErrorKind::TimedOut, nobody)))
}

/// So much is read of what has no length. A map or framework of that size is larger than any that people write; a device such as
/// `/dev/zero` gives it in a moment, and never ends.
const MOST_WITHOUT_LENGTH: u64 = 256 << 20;

/// Content of something that has no length.
pub(super) fn read_endless(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(MOST_WITHOUT_LENGTH + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 <= MOST_WITHOUT_LENGTH {
        return Ok(bytes);
    }
    let message = "more than 256 MiB come out of it, and it is no file; put what is wanted into a file";
    Err(io::Error::other(message))
}
