//! The objects of a repository, one after another from one process of git, within a budget: what is not here or too much is an error.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::Stdio;

use super::error::GitError;
use super::path_of;
use super::process::{Process, git};

/// The most bytes of files and folders that are read of one revision: more than any map that people write has.
const MOST_BYTES: u64 = 256 << 20;
/// The most names of files and folders that are held of one revision.
pub(super) const MOST_NAMES: usize = 1_000_000;
/// A link that leads farther than this leads nowhere on any system.
const MOST_BYTES_OF_LINK: u64 = 4096;

/// Entry of a folder of a revision, under its name.
#[derive(Debug, Clone)]
pub(super) enum Entry {
    /// A folder: the id of what it holds.
    Folder(String),
    /// A file: the id of its content.
    File(String),
    /// A link: the id of where it leads.
    Link(String),
    /// Another repository, of which only the name is kept here.
    Repository,
}

/// A folder of a revision.
pub(super) type Tree = BTreeMap<OsString, Entry>;

/// Objects as git gives them: an id goes in, and what it stands for comes out.
pub(super) struct Objects {
    into: Box<dyn Write + Send>,
    from: Box<dyn BufRead + Send>,
    /// It ends with this.
    process: Option<Process>,
    bytes_left: u64,
    names_left: usize,
}

impl Objects {
    /// Starts git in a repository.
    pub(super) fn open(top: &Path) -> Result<Objects, GitError> {
        let mut command = git(top);
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stderr(Stdio::null());
        let (mut process, from) = Process::start(&mut command)?;
        let into = process.input().expect("it is piped");
        Ok(Objects { process: Some(process), ..Objects::of_stream(into, BufReader::new(from)) })
    }

    /// The same of whatever answers as `git cat-file --batch` does.
    pub(super) fn of_stream(into: impl Write + Send + 'static, from: impl BufRead + Send + 'static) -> Objects {
        let (into, from) = (Box::new(into), Box::new(from));
        Objects { into, from, process: None, bytes_left: MOST_BYTES, names_left: MOST_NAMES }
    }

    /// The content of a file.
    pub(super) fn file(&mut self, id: &str) -> Result<Vec<u8>, GitError> {
        self.object(id, "blob", MOST_BYTES)
    }

    /// Where a link leads.
    pub(super) fn link(&mut self, id: &str) -> Result<Vec<u8>, GitError> {
        self.object(id, "blob", MOST_BYTES_OF_LINK)
    }

    /// Entries of a folder.
    pub(super) fn tree(&mut self, id: &str) -> Result<Tree, GitError> {
        let bytes = self.object(id, "tree", MOST_BYTES)?;
        let tree = tree(&bytes, id.len() / 2, self.names_left)?;
        self.names_left -= tree.len();
        Ok(tree)
    }

    /// Takes so many bytes from the budget.
    pub(super) fn count(&mut self, bytes: u64) -> Result<(), GitError> {
        self.bytes_left = self.bytes_left.checked_sub(bytes).ok_or(GitError::TooMuch)?;
        Ok(())
    }

    /// One object as `git cat-file --batch` prints it: a line with its id, kind and size, its bytes, a line end. Once something is wrong,
    /// nothing more may be asked.
    fn object(&mut self, id: &str, kind: &str, most: u64) -> Result<Vec<u8>, GitError> {
        let unreadable = |cause: io::Error| GitError::unreadable(&cause);
        writeln!(self.into, "{id}").and_then(|()| self.into.flush()).map_err(unreadable)?;
        let mut head = String::new();
        self.from.read_line(&mut head).map_err(unreadable)?;
        let words: Vec<&str> = head.trim_end().split(' ').collect();
        let size = match words[..] {
            [_, found, size] if found == kind => size.parse::<u64>().map_err(|_| GitError::Malformed)?,
            [_, "missing"] => return Err(GitError::MissingObject),
            [""] => return Err(unreadable(io::ErrorKind::UnexpectedEof.into())),
            _ => return Err(GitError::Malformed),
        };
        if size > most {
            return Err(GitError::TooMuch);
        }
        self.count(size)?;
        let mut bytes = Vec::new();
        (&mut self.from).take(size + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        match bytes.pop() {
            Some(b'\n') if bytes.len() as u64 == size => Ok(bytes),
            _ => Err(unreadable(io::ErrorKind::UnexpectedEof.into())),
        }
    }
}

impl fmt::Debug for Objects {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Objects").field("process", &self.process).finish_non_exhaustive()
    }
}

/// A folder as git keeps it: for each name `100644 name`, a zero, and so many bytes of an id.
fn tree(mut bytes: &[u8], id_length: usize, most: usize) -> Result<Tree, GitError> {
    let mut tree = Tree::new();
    while !bytes.is_empty() {
        let space = bytes.iter().position(|&byte| byte == b' ').ok_or(GitError::Malformed)?;
        let (mode, rest) = (&bytes[..space], &bytes[space + 1..]);
        let zero = rest.iter().position(|&byte| byte == 0).ok_or(GitError::Malformed)?;
        let (name, rest) = (&rest[..zero], &rest[zero + 1..]);
        let (id, rest) = rest.split_at_checked(id_length).ok_or(GitError::Malformed)?;
        // Git makes no such names; whoever does wants to lead elsewhere.
        if matches!(name, b"" | b"." | b"..") || name.contains(&b'/') {
            return Err(GitError::Malformed);
        }
        let id: String = id.iter().map(|byte| format!("{byte:02x}")).collect();
        let entry = match mode {
            b"40000" => Entry::Folder(id),
            b"120000" => Entry::Link(id),
            b"160000" => Entry::Repository,
            _ => Entry::File(id),
        };
        tree.insert(path_of(name).into_os_string(), entry);
        if tree.len() > most {
            return Err(GitError::TooMuch);
        }
        bytes = rest;
    }
    Ok(tree)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(entries: &[(&str, &str)]) -> Vec<u8> {
        let entry = |(mode, name): &(&str, &str)| [mode.as_bytes(), b" ", name.as_bytes(), b"\0", &[0xAB; 20]].concat();
        entries.iter().flat_map(entry).collect()
    }

    #[test]
    fn a_folder_is_read_with_all_kinds_of_entries() {
        let bytes = written(&[("100644", "a b"), ("40000", "c"), ("120000", "d"), ("160000", "e"), ("100755", "f")]);
        let tree = tree(&bytes, 20, 9).expect("it is whole");
        let kinds: Vec<String> = tree.iter().map(|(name, entry)| format!("{name:?} {entry:?}")).collect();
        let id = "ab".repeat(20);
        let expected = [
            format!("\"a b\" File(\"{id}\")"),
            format!("\"c\" Folder(\"{id}\")"),
            format!("\"d\" Link(\"{id}\")"),
            "\"e\" Repository".to_owned(),
            format!("\"f\" File(\"{id}\")"),
        ];
        assert_eq!(kinds, expected);
    }

    #[test]
    fn names_that_lead_elsewhere_and_too_many_are_refused() {
        for name in ["", ".", "..", "a/b", "/etc/passwd"] {
            assert_eq!(tree(&written(&[("100644", name)]), 20, 9).err(), Some(GitError::Malformed), "{name}");
        }
        assert_eq!(tree(&written(&[("100644", "a"), ("100644", "b")]), 20, 1).err(), Some(GitError::TooMuch));
    }

    proptest! {
        #[test]
        fn bytes_of_any_kind_are_a_folder_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = tree(&bytes, 20, 9);
        }

        #[test]
        fn what_breaks_off_is_an_error(at in 1usize..28) {
            let bytes = written(&[("100644", "a")]);
            prop_assert!(at == bytes.len() || tree(&bytes[..at], 20, 9).is_err());
        }
    }
}
