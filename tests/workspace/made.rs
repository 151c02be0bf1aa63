//! A small map of several files with all that can lie beside it, and what may be written into it.

/// The map as it is at first.
pub const FILES: [(&str, &str); 10] = [
    ("town/counterpoint.toml", "quotation-words = 9\nsources = \"texts\"\n"),
    (
        "town/map/main.arg",
        "include authors.arg\ninclude s.arg\ninclude sub/t.arg\ninclude .hidden/more.txt\nclaim root: what all is about\n  holds act: yes\n",
    ),
    (
        "town/map/authors.arg",
        "author ann: Ann\nauthor bob: Bob\n  of: A club\nissue roads: Which roads?\n  position more: more of them\n  position fewer: fewer of them\nissue act: Should we act?\nterm road: road\n",
    ),
    (
        "town/map/s.arg",
        "source s: S\n  by: ann\n  date: 2017\n  text: s.txt\nclaim a: cars are not welcome\n  holds roads: fewer\n  because: b\n  quote: cars are not welcome\nclaim b: streets are narrow\n  quote [2]: the streets are narrow\n  defines road: where people walk\nevidence: a count of cars\n  supports: above\n",
    ),
    (
        "town/map/sub/t.arg",
        "include ../s.arg\nsource t: T\n  by: bob\n  date: 2018\n  text: t.md\nclaim a: cars bring trade\n  holds roads: more\n  quote: cars bring trade\ncounterpoint u: narrow or not\n  undercuts: s.a because b\n  against: s.a\nreading s.b\n  despite: t.a\n",
    ),
    ("town/map/sub/again.arg", "from s\nclaim c: nobody walks\n  because: a, root\n  prefers roads: more over fewer\n"),
    ("town/map/.hidden/more.txt", "from t\nclaim hidden: what lies apart\n  agrees: s.c\n"),
    ("town/texts/s.txt", "Hence, in the old town centre, cars are not welcome. For the streets are narrow there.\n"),
    ("town/map/sub/t.md", "# T\n\nAs *cars* bring trade, all are welcome.\n"),
    ("town/map/quotes.lock", ""),
];

/// Contents of files that are no map files, by the end of their paths.
pub const OTHERWISE: [(&str, &str); 9] = [
    ("counterpoint.toml", "quotation-words = 2\n"),
    ("counterpoint.toml", "sources = \"nowhere\"\n[levels]\nlone-issue = \"deny\"\n"),
    ("counterpoint.toml", ""),
    ("counterpoint.toml", "[levels]\nlone-isue = \"deny\"\n"),
    ("s.txt", "In the old town, cars were not welcome. Narrow streets!\n"),
    ("s.txt", ""),
    ("t.md", "Trade is brought by cars.\n"),
    ("quotes.lock", "nothing that is understood\n"),
    ("quotes.lock", ""),
];

/// Lines that may be put in anywhere.
pub const LINES: [&str; 34] = [
    "author ann: Another Ann\n",
    "author cho: Cho\n",
    "source s: S again\n",
    "source v: V\n",
    "from t\n",
    "from nowhere\n",
    "issue act: Again?\n",
    "term road: lane\n",
    "include s.arg\n",
    "include sub/again.arg\n",
    "include .hidden/more.txt\n",
    "include ../../town/texts/s.txt\n",
    "include none.arg\n",
    "claim a: x\n",
    "claim d: words of it\n",
    "claim: nameless words\n",
    "counterpoint g: x\n",
    "reading s.a\n",
    "reading a\n",
    "clam e: x\n",
    "  by: ann, bob\n",
    "  voice: cho\n",
    "  date: 2019-13\n",
    "  position third: 3\n",
    "  holds roads: more, third if it rains\n",
    "  rejects act: no\n",
    "  because: a and s.b, root\n",
    "  supports: above\n",
    "  against: hidden, t.hidden\n",
    "  undercuts: a because b\n",
    "  quote: cars are welcome\n",
    "  text: s.txt\n",
    "  becuase: a\n",
    "stray words\n",
];

/// Numbers that look random and are the same in every run (splitmix).
pub struct Random(pub u64);

impl Random {
    /// A number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }
}
