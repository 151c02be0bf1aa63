//! Runs the program on a folder of files, and looks after it.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Longer than anything here takes, even where the machine is busy.
const TIME_BUDGET: Duration = Duration::from_secs(300);

/// Result of a run.
#[derive(PartialEq)]
pub struct Outcome {
    pub status: i32,
    pub out: String,
    pub err: String,
}

/// A folder that holds these files.
pub fn folder<'t, B: AsRef<[u8]>>(files: impl IntoIterator<Item = (&'t str, B)>) -> Folder {
    let folder = empty_folder();
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes).expect("it can be written to");
    }
    folder
}

/// A folder within a temporary one: settings are looked for in the folder above a map, too, and what lies there is not ours.
pub struct Folder {
    path: PathBuf,
    _above: TempDir,
}

impl Folder {
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// A folder that holds nothing.
pub fn empty_folder() -> Folder {
    let above = tempfile::tempdir().expect("a temporary folder can be made");
    let path = above.path().join("map");
    std::fs::create_dir(&path).expect("a folder can be made");
    Folder { path, _above: above }
}

/// A folder that holds one file.
pub fn folder_of(text: &str) -> Folder {
    folder([("a.arg", text.as_bytes())])
}

/// Runs the program in a folder. It must end by itself, without a panic.
pub fn run(folder: &Path, words: &[&str]) -> Outcome {
    run_with(folder, words, |_| ())
}

/// The same with something about the process changed.
pub fn run_with(folder: &Path, words: &[&str], change: impl FnOnce(&mut Command)) -> Outcome {
    let open = |name: &str| tempfile::Builder::new().prefix(name).tempfile().expect("a temporary file can be made");
    let (out, err) = (open("out"), open("err"));
    let handle = |file: &tempfile::NamedTempFile| Stdio::from(file.reopen().expect("it was just made"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_counterpoint"));
    command.args(words).current_dir(folder).env("NO_COLOR", "1").stdin(Stdio::null());
    command.stdout(handle(&out)).stderr(handle(&err));
    change(&mut command);
    let mut child = command.spawn().expect("the program can be started");
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("it can be waited for") {
            break status;
        }
        if start.elapsed() > TIME_BUDGET {
            let _ = child.kill();
            panic!("{words:?} hangs");
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let (out, err) = (text_of(out.as_file()), text_of(err.as_file()));
    let status = status.code().unwrap_or_else(|| panic!("{words:?} was ended by a signal: {err}"));
    assert!(status <= 2 && !err.contains("panicked"), "{words:?}: exit status {status}: {err}");
    Outcome { status, out, err }
}

fn text_of(mut file: &File) -> String {
    let mut text = String::new();
    file.read_to_string(&mut text).expect("all output is UTF-8");
    text
}
