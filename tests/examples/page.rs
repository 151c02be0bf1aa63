//! The pages whose blocks are tests: every chapter of the manual, and the README.

use std::path::{Path, PathBuf};

use crate::block::{Block, Info, blocks};

/// The folder of the project.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A page in Markdown.
#[derive(Debug)]
pub struct Page {
    /// From the root, with `/`.
    pub path: String,
    /// Text of the page.
    pub text: String,
    /// Its fenced blocks.
    pub blocks: Vec<Block>,
}

impl Page {
    /// All of them, in the order of their paths.
    pub fn all() -> Vec<Page> {
        let folder = std::fs::read_dir(root().join("grammar")).expect("the manual is there");
        let names = folder.map(|entry| entry.expect("listed").file_name().to_string_lossy().into_owned());
        let mut paths: Vec<String> = names
            .filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "md"))
            .map(|name| format!("grammar/{name}"))
            .collect();
        paths.push("README.md".to_owned());
        paths.sort();
        paths.into_iter().map(Page::read).collect()
    }

    fn read(path: String) -> Page {
        let text = std::fs::read_to_string(root().join(&path)).expect("a page is text");
        let blocks = blocks(&text);
        Page { path, text, blocks }
    }

    /// Content of a block.
    pub fn body(&self, block: &Block) -> &str {
        &self.text[block.body.clone()]
    }

    /// The blocks that are understood.
    pub fn sound(&self) -> impl Iterator<Item = (&Block, &Info)> {
        self.blocks.iter().filter_map(|block| Some((block, block.info.as_ref().ok()?)))
    }

    /// The files that the page shows, by name.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.sound().filter_map(|(block, info)| Some((info.file.as_deref()?, self.body(block))))
    }

    /// The file of a name that the page shows, or else the page of the language does.
    /// One that goes on where another ends holds that, too.
    pub fn file(&self, language: &Page, name: &str) -> Option<String> {
        let of = |page: &Page| {
            let mut shown = page.sound().filter(|(_, info)| info.file.as_deref() == Some(name));
            let (block, info) = shown.next()?;
            let before = info.of.as_ref().filter(|before| *before != name).map(|before| self.file(language, before));
            let before = before.map_or(Some(String::new()), |before| Some(before? + "\n"))?;
            Some(before + page.body(block))
        };
        of(self).or_else(|| of(language))
    }

    /// A mistake at a block, with its place.
    pub fn mistake(&self, block: &Block, message: impl std::fmt::Display) -> String {
        format!("{}:{}: {message}", self.path, block.line)
    }

    /// Where the page stands.
    pub fn folder(&self) -> PathBuf {
        let path = root().join(&self.path);
        path.parent().map(Path::to_path_buf).expect("a page stands in a folder")
    }
}
