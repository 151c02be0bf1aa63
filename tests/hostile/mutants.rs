//! A map changed at random in every way that a slip of the hand or of malice changes it: all commands keep the laws of what they print.

use super::laws::{FORMATS, held};
use super::program::{folder, run, run_with};

/// Numbers that look like chance and are the same on every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or(0) % end.max(1)
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

const MAP: &str = "\
# A map with all that a map can say.
author adler: Ruth Adler
  of: Town council
author sato: Ken Sato
  note: of the same town
issue trams: Should the town build trams?
  position yes: Yes
  position no: No
  tags: traffic
issue fare: How much is the fare?
  answers: scale
  position free: Nothing
  position low: Little
  position high: Much
term centre: centre, town centre
source plan: Town plan
  by: adler
  date: 2017-03
  text: plan.txt
claim build: The town should build trams.
  holds trams (strongly): yes if the bridge is mended
  holds fare: low
  because: cheap
  defines centre: what lies between the rivers
  quote [p. 3]: trams before [...] else
evidence cheap: Trams are cheap.
  kind: statistic
counterpoint dear: They are dear.
  against: build
source letter: A letter
  by: sato, adler
  date: 2018
claim wait: The town should wait.
  rejects trams: yes
  weighs fare: .5
  against (inferred): plan.build
  agrees: plan.cheap
counterpoint cut: Cheap is not good.
  undercuts: plan.build because plan.cheap
claim: Nobody asked.
  voice: adler
  raises fare: who pays?
reading plan.build
  because: letter.wait
include more.arg
";
const TEXT: &str = "The council says: trams before anything else.\n\nTrams are cheap.\n";
const SETTINGS: &str = "quotation-words = 25\nsources = \"texts\"\n[levels]\nlone-issue = \"deny\"\n";

const WORDS: [&str; 24] = [
    "author",
    "source",
    "claim",
    "counterpoint",
    "reading",
    "include",
    "from",
    "holds",
    "because",
    "against",
    "undercuts",
    "agrees",
    "quote",
    "date",
    "by",
    "position",
    "above",
    "own",
    "and",
    "if",
    "over",
    "strongly",
    "inferred",
    "unstated",
];
const ODD: [&str; 40] = [
    "\0",
    "\u{7}",
    "\u{1b}[31m",
    "\u{9b}2J",
    "\u{7f}",
    "\u{200b}",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "\u{301}",
    "\u{10ffff}",
    "\u{3000}",
    "\t",
    "\r",
    "：",
    "（",
    "İ",
    "ﬃ",
    "<script>alert(1)</script>",
    "]]>",
    "-->",
    "=1+1",
    "x;=1+1",
    ";@A1",
    "-",
    "|",
    "\\",
    "`",
    "```",
    "[a](javascript:alert(1))",
    "\"",
    "'",
    "..",
    "../x",
    "/etc/passwd",
    "99999999999999999999",
    "2024-13-45",
    "[...]",
    "(",
    ")",
];

/// The map with so many changes.
fn mutant(chance: &mut Chance, changes: usize) -> String {
    let mut lines: Vec<String> = MAP.lines().map(str::to_owned).collect();
    for _ in 0..changes {
        let (at, other) = (chance.below(lines.len()), chance.below(lines.len()));
        let Some(line) = lines.get(at).cloned() else { break };
        let letters: Vec<char> = line.chars().collect();
        let cut = chance.below(letters.len() + 1);
        let (start, end): (String, String) = (letters[..cut].iter().collect(), letters[cut..].iter().collect());
        match chance.below(11) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(other, line),
            2 => lines.swap(at, other),
            3 => lines[at] = start,
            4 => lines.truncate(at + 1),
            5 => lines.splice(at..=at, [start, end]).for_each(drop),
            6 => lines[at] = format!("{}{}", " ".repeat(chance.below(7)), line.trim_start()),
            7 => lines[at] = format!("{start} {} {end}", chance.of(&WORDS)),
            8 => lines[at] = line + &lines[other].clone(),
            9 => lines[at] = start.clone() + &start + &end,
            _ => lines[at] = format!("{start}{}{end}", chance.of(&ODD)),
        }
    }
    lines.join("\n")
}

const COMMANDS: &[&[&str]] = &[
    &["check"],
    &["table", "--standing", "--derived"],
    &["table", "--cells", "quotes"],
    &["compare", "adler", "sato"],
    &["agree", "--cluster"],
    &["divide"],
    &["show", "plan.build"],
    &["list", "statements"],
    &["terms"],
    &["network", "--of", "statements"],
    &["stand", "--why", "plan.build"],
    &["stand", "--unsure"],
    &["stand", "--semantics", "preferred", "--extensions"],
    &["quotes"],
    &["find", "trams before"],
];

fn mutants(seed: u64, count: usize) {
    let mut chance = Chance(seed);
    for number in 0..count {
        let changes = 1 + chance.below(8);
        let text = mutant(&mut chance, changes);
        let settings = if chance.below(4) == 0 { SETTINGS.replace('=', chance.of(&ODD)) } else { SETTINGS.to_owned() };
        let files = [
            ("map.arg", &*text),
            ("more.arg", "claim more: x\n"),
            ("plan.txt", TEXT),
            ("counterpoint.toml", &*settings),
        ];
        let map = folder(files);
        for _ in 0..3 {
            let (command, format) = (chance.of(COMMANDS), chance.of(&FORMATS));
            let words = [command, &["--map", ".", "--format", format]].concat();
            let with = |threads| run_with(map.path(), &words, |command| _ = command.env("RAYON_NUM_THREADS", threads));
            let (one, two) = (with("1"), with("2"));
            assert!(one == two, "seed {seed}, mutant {number}: {words:?} on one thread and on two:\n{text}");
            if let Err(complaint) = held(&one, format) {
                panic!("seed {seed}, mutant {number}: {words:?} {complaint}:\n{text}");
            }
        }
        if number % 4 == 0 {
            let statements = || run(map.path(), &["list", "statements", "--format", "json", "--map", "."]).status;
            let (before, first) = (statements(), run(map.path(), &["fmt"]).status);
            let again = run(map.path(), &["fmt", "--check"]);
            assert!(first != 0 || again.status == 0, "seed {seed}, mutant {number}: fmt twice is not once:\n{text}");
            assert_eq!(before, statements(), "seed {seed}, mutant {number}: fmt changes what is wrong:\n{text}");
        }
    }
}

#[test]
fn a_map_changed_at_random_keeps_the_laws() {
    mutants(0x5DEE_CE66, 60);
}

#[test]
#[ignore = "takes long"]
fn a_map_changed_at_random_keeps_the_laws_over_and_over() {
    (1..=10).for_each(|seed| mutants(seed * 0x9E37_79B9, 500));
}
