//! Where places in files lead: to a file of this machine from a terminal that has links, to a file beside it from a page.

use std::fmt::Write as _;
use std::path::{Component, Path, PathBuf};

use crate::render::Address;

/// How a place leads to its address.
type Lead = dyn Fn(&str, usize) -> Option<String> + Sync;

/// Addresses of places in files, for one output.
pub(super) struct Addresses(Option<Box<Lead>>);

impl Addresses {
    /// No place leads anywhere.
    pub(super) fn none() -> Self {
        Addresses(None)
    }

    /// Addresses on this machine, as terminals understand them: the host, so that a terminal far away knows that the file is not there.
    pub(super) fn on_this_machine() -> Self {
        let host = host();
        let lead = move |path: &str, line: usize| {
            let whole = std::path::absolute(path).ok().filter(|path| path.is_file())?;
            Some(format!("file://{host}{}#{line}", escaped(&whole.to_string_lossy())))
        };
        Addresses(Some(Box::new(lead)))
    }

    /// Addresses as seen from the folder of a page; none where the page lies outside of the working folder, since the way to the
    /// files would tell what the folders of this machine are called.
    pub(super) fn beside(page: Option<&Path>) -> Self {
        let Some(above) = page.map_or(Some(String::new()), way_back) else { return Addresses::none() };
        let lead = move |path: &str, line: usize| {
            let shown = Path::new(path);
            (shown.is_relative() && shown.is_file()).then(|| format!("{above}{}#L{line}", escaped(path)))
        };
        Addresses(Some(Box::new(lead)))
    }

    /// The same for the options of a format.
    pub(super) fn address(&self) -> Option<Address<'_>> {
        self.0.as_deref().map(|lead| lead as Address<'_>)
    }
}

/// The way from the folder of a file to the working folder above it: `../` for each folder between.
fn way_back(page: &Path) -> Option<String> {
    let here = std::env::current_dir().and_then(std::fs::canonicalize).ok()?;
    let folder = page.parent().filter(|folder| !folder.as_os_str().is_empty()).map_or(here.clone(), PathBuf::from);
    let folder = std::fs::canonicalize(folder).ok()?;
    let below = folder.strip_prefix(&here).ok()?;
    Some("../".repeat(below.components().filter(|part| matches!(part, Component::Normal(_))).count()))
}

/// A path in an address: whatever means something there, or could act anywhere, is written as the numbers of its bytes.
fn escaped(path: &str) -> String {
    let mut shown = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => shown.push(char::from(byte)),
            _ => write!(shown, "%{byte:02X}").expect("a string takes every text"),
        }
    }
    shown
}

/// Name of this machine, empty where it is not known.
fn host() -> String {
    let told =
        ["/proc/sys/kernel/hostname", "/etc/hostname"].into_iter().find_map(|path| std::fs::read_to_string(path).ok());
    escaped(told.unwrap_or_default().trim())
}

/// Whether a terminal has links, by the variables that terminals set: the same that other programs look at. Who says so with
/// `FORCE_HYPERLINK` knows better; 0 is no.
pub(super) fn has_links(variable: impl Fn(&str) -> Option<String>) -> bool {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    if let Some(forced) = set("FORCE_HYPERLINK") {
        return forced != "0";
    }
    let is = |name: &str, known: &[&str]| set(name).is_some_and(|value| known.contains(&value.as_str()));
    if set("NO_HYPERLINKS").is_some() || is("TERM", &["dumb"]) {
        return false;
    }
    // Before the one that is version 0.50, libraries of terminals printed links as text.
    let vte = set("VTE_VERSION").and_then(|version| version.parse::<u32>().ok()).is_some_and(|version| version >= 5000);
    vte || ["DOMTERM", "WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "WEZTERM_PANE"]
        .iter()
        .any(|name| set(name).is_some())
        || is(
            "TERM_PROGRAM",
            &["Hyper", "iTerm.app", "terminology", "WezTerm", "vscode", "ghostty", "rio", "Tabby", "zed"],
        )
        || is(
            "TERM",
            &["xterm-kitty", "alacritty", "alacritty-direct", "foot", "foot-extra", "xterm-ghostty", "contour"],
        )
        || is("COLORTERM", &["xfce4-terminal"])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(set: &[(&str, &str)]) -> bool {
        has_links(|name| set.iter().find(|(set, _)| *set == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn links_are_for_terminals_that_are_known_to_have_them() {
        assert!(!with(&[]) && !with(&[("TERM", "xterm-256color")]));
        assert!(with(&[("VTE_VERSION", "7200")]) && !with(&[("VTE_VERSION", "4902")]));
        assert!(with(&[("TERM", "xterm-kitty")]) && with(&[("TERM_PROGRAM", "vscode")]));
        assert!(!with(&[("WT_SESSION", "x"), ("NO_HYPERLINKS", "1")]));
        assert!(!with(&[("WT_SESSION", "x"), ("FORCE_HYPERLINK", "0")]) && with(&[("FORCE_HYPERLINK", "1")]));
        assert!(!with(&[("VTE_VERSION", "7200"), ("TERM", "dumb")]));
    }

    #[test]
    fn a_path_in_an_address_acts_on_nothing_and_leads_to_no_other_place() {
        assert_eq!(escaped("maps/town one.arg"), "maps/town%20one.arg");
        assert_eq!(escaped("javascript:alert(1)"), "javascript%3Aalert%281%29");
        assert_eq!(escaped("a\u{1b}\\b#c?d\"é"), "a%1B%5Cb%23c%3Fd%22%C3%A9");
    }

    #[test]
    fn a_file_that_is_not_there_leads_nowhere() {
        let addresses = Addresses::beside(None);
        let address = addresses.address().expect("a page on its way out lies here");
        assert_eq!(address("HEAD:Cargo.toml", 1), None);
        assert_eq!(address("Cargo.toml", 7), Some("Cargo.toml#L7".to_owned()));
        let below = Addresses::beside(Some(Path::new("src/page.html")));
        assert_eq!(below.address().and_then(|address| address("Cargo.toml", 7)), Some("../Cargo.toml#L7".to_owned()));
        assert!(Addresses::beside(Some(Path::new("/page.html"))).address().is_none());
    }
}
