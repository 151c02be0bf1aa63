//! Runs git and waits for it as long as it may take, but never without end: what it reads may be a stranger's, and a pipe.

use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use super::error::{GitError, PATIENCE};

/// Variables in the environment of a hook that name another place than the one asked about.
const ELSEWHERE: [&str; 5] = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE"];

/// The program, to be run in a folder: it takes no lock, fetches nothing, asks nothing, and speaks English.
pub(super) fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).stdin(Stdio::null()).stderr(Stdio::piped()).stdout(Stdio::piped());
    for variable in ELSEWHERE {
        command.env_remove(variable);
    }
    command.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0");
    // Older ones know nothing of `GIT_NO_LAZY_FETCH`: they are allowed no way to fetch.
    command.env("LC_ALL", "C").env("GIT_ALLOW_PROTOCOL", "none");
    command
}

/// Output of git, without the last line end; the error is what it says beside that.
pub(super) fn asked(folder: &Path, words: &[&str]) -> Result<Result<Vec<u8>, String>, GitError> {
    let (mut process, output) = Process::start(git(folder).args(words))?;
    let errors = process.errors();
    let mut printed = read(output)?;
    let said = errors.map(read).transpose()?.unwrap_or_default();
    if !process.status()?.success() {
        return Ok(Err(String::from_utf8_lossy(&said).trim().to_owned()));
    }
    if printed.last() == Some(&b'\n') {
        printed.pop();
    }
    Ok(Ok(printed))
}

/// Whole output of git.
fn read(mut from: Patient) -> Result<Vec<u8>, GitError> {
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes).map_err(|cause| GitError::unreadable(&cause))?;
    Ok(bytes)
}

/// A process of git, which ends with this at the latest.
#[derive(Debug)]
pub(super) struct Process(Option<Child>);

/// Output of a process. To read it fails where nothing comes for long.
#[derive(Debug)]
pub(super) struct Patient {
    pieces: Receiver<io::Result<Vec<u8>>>,
    piece: io::Cursor<Vec<u8>>,
    patience: Duration,
}

/// So many pieces are read before somebody wants them.
const PIECES_AHEAD: usize = 4;

impl Process {
    /// Starts one, and gives what comes out of it.
    pub(super) fn start(command: &mut Command) -> Result<(Process, Patient), GitError> {
        let mut process = command.spawn().map_err(|cause| GitError::no_git(&cause))?;
        let from = process.stdout.take().expect("it is piped");
        Ok((Process(Some(process)), Patient::new(from, PATIENCE)))
    }

    /// Input of the process, for whoever asks for it first.
    pub(super) fn input(&mut self) -> Option<ChildStdin> {
        self.0.as_mut()?.stdin.take()
    }

    /// Error output, once the process has ended.
    pub(super) fn errors(&mut self) -> Option<Patient> {
        let from = self.0.as_mut()?.stderr.take()?;
        Some(Patient::new(from, PATIENCE))
    }

    /// How it ended; an error where it does not.
    pub(super) fn status(mut self) -> Result<ExitStatus, GitError> {
        let began = Instant::now();
        while let Some(process) = &mut self.0 {
            if let Some(status) = process.try_wait().map_err(|cause| GitError::no_git(&cause))? {
                self.0 = None;
                return Ok(status);
            }
            if began.elapsed() > PATIENCE {
                break;
            }
            thread::sleep(Duration::from_millis(1));
        }
        Err(GitError::Silent)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let Some(mut process) = self.0.take() else { return };
        // It only reads: wherever it is, it may end. Where it waits for a disk, that may take as long as the disk does, and is not
        // waited for.
        let _ = process.kill();
        thread::spawn(move || process.wait());
    }
}

impl Patient {
    /// Wraps an output that may never give anything.
    fn new(mut from: impl Read + Send + 'static, patience: Duration) -> Patient {
        let (sender, pieces) = mpsc::sync_channel(PIECES_AHEAD);
        // A thread that waits for ever is ended with the program.
        thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            loop {
                let piece = match from.read(&mut buffer) {
                    Ok(0) => return,
                    Ok(length) => Ok(buffer[..length].to_vec()),
                    Err(cause) if cause.kind() == io::ErrorKind::Interrupted => continue,
                    Err(cause) => Err(cause),
                };
                let is_last = piece.is_err();
                if sender.send(piece).is_err() || is_last {
                    return;
                }
            }
        });
        Patient { pieces, piece: io::Cursor::default(), patience }
    }
}

impl Read for Patient {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.piece.position() == self.piece.get_ref().len() as u64 {
            match self.pieces.recv_timeout(self.patience) {
                Ok(piece) => self.piece = io::Cursor::new(piece?),
                Err(RecvTimeoutError::Timeout) => return Err(io::ErrorKind::TimedOut.into()),
                Err(RecvTimeoutError::Disconnected) => return Ok(0),
            }
        }
        self.piece.read(into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_comes_is_read_whatever_pieces_it_comes_in() {
        let bytes: Vec<u8> = (0..1_000_000_u32).map(|number| (number % 251) as u8).collect();
        let mut read = Vec::new();
        Patient::new(io::Cursor::new(bytes.clone()), Duration::MAX).read_to_end(&mut read).expect("it ends");
        assert!(read == bytes);
    }

    #[test]
    fn nobody_waits_for_what_never_comes() {
        let (from, _kept_open) = io::pipe().expect("a pipe");
        let waited = Patient::new(from, Duration::from_millis(5)).read(&mut [0; 9]);
        assert_eq!(waited.map_err(|cause| cause.kind()), Err(io::ErrorKind::TimedOut));
    }
}
