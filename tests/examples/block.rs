//! A fenced block of a page, and what the words behind its backticks ask for.

use std::ops::Range;

/// A fenced block.
#[derive(Debug)]
pub struct Block {
    /// The line of its opening backticks, from 1.
    pub line: usize,
    /// Content of the block, as bytes of the page.
    pub body: Range<usize>,
    /// Request of the words behind the backticks, or what is wrong with them.
    pub info: Result<Info, String>,
}

/// The words behind the backticks.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Info {
    /// How the block is read.
    pub language: Language,
    /// `file=NAME`: it is the content of a file, beside the sessions of the page.
    pub file: Option<String>,
    /// `of=NAME`: it goes on where that file ends; a session runs beside that file alone.
    pub of: Option<String>,
    /// `error=CODE,CODE`: exactly these errors are in it.
    pub errors: Vec<String>,
    /// `warning=CODE,CODE`: these warnings are in it, perhaps among others.
    pub warnings: Vec<String>,
    /// `root`: a session at the root of the repository.
    pub at_root: bool,
}

/// Language that a block is written in.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// The language of maps.
    Arg,
    /// A session: commands, each with what it prints.
    Console,
    /// Commands that a reader types where no test can go; only their options are looked at.
    Sh,
    /// Settings.
    Toml,
    /// Lines of the grammar.
    Ebnf,
    /// JSON.
    Json,
    /// Anything else; not looked at.
    #[default]
    Text,
}

const LANGUAGES: &[(&str, Language)] = &[
    ("arg", Language::Arg),
    ("console", Language::Console),
    ("sh", Language::Sh),
    ("toml", Language::Toml),
    ("ebnf", Language::Ebnf),
    ("json", Language::Json),
    ("text", Language::Text),
];

impl Info {
    fn parse(words: &str) -> Result<Info, String> {
        let mut words = words.split_whitespace();
        let language = words.next().ok_or("a block has to say what it is, if only `text`")?;
        let known = LANGUAGES.iter().find(|(word, _)| *word == language);
        let &(_, language) = known.ok_or_else(|| format!("there is no kind of block `{language}`"))?;
        let mut info = Info { language, ..Info::default() };
        let codes = |list: &str| list.split(',').map(str::to_owned).collect();
        for word in words {
            match (word.split_once('=').unwrap_or((word, "")), language) {
                (("file", name), Language::Arg | Language::Toml | Language::Text) => info.file = Some(name.to_owned()),
                (("of", name), Language::Arg | Language::Console) => info.of = Some(name.to_owned()),
                (("error", list), Language::Arg) => info.errors = codes(list),
                (("warning", list), Language::Arg) => info.warnings = codes(list),
                (("root", ""), Language::Console) => info.at_root = true,
                _ => return Err(format!("`{word}` says nothing about such a block")),
            }
        }
        Ok(info)
    }
}

/// The fenced blocks of a page in Markdown. One that is never closed goes to the end and is a mistake.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<(usize, Block)> = None;
    let mut at = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let ticks = line.bytes().take_while(|&byte| byte == b'`').count();
        match &mut open {
            None if ticks >= 3 => {
                let body = at + line.len()..at + line.len();
                open = Some((ticks, Block { line: index + 1, body, info: Info::parse(&line[ticks..]) }));
            }
            Some((opened, block)) if ticks >= *opened && line[ticks..].trim().is_empty() => {
                block.body.end = at;
                blocks.extend(open.take().map(|(_, block)| block));
            }
            _ => {}
        }
        at += line.len();
    }
    if let Some((_, mut block)) = open {
        block.body.end = text.len();
        block.info = Err("the block is never closed".to_owned());
        blocks.push(block);
    }
    blocks
}

#[test]
fn a_block_with_unknown_words_is_a_mistake() {
    let text = "```arg of=town.arg error=bad-date,bad-name\nx\n```\n\n```\n```\n```yaml\n```\n```toml of=x\n```\n````text\n```\n";
    let blocks = blocks(text);
    let first = blocks[0].info.as_ref().expect("the first is sound");
    assert_eq!(first.errors, ["bad-date", "bad-name"]);
    assert_eq!((first.of.as_deref(), &text[blocks[0].body.clone()]), (Some("town.arg"), "x\n"));
    assert_eq!(blocks.len(), 5);
    assert!(blocks[1..].iter().all(|block| block.info.is_err()), "{blocks:?}");
}
