//! A site has a screen for everything that its words lead to, and says of who stands where what the table says.

use std::collections::BTreeSet;

use super::debate;
use super::targets::of_blocks;
use crate::analysis::example::{scene, whole};
use crate::model::Map;
use crate::page::site::{Address, Screen, Site};
use crate::page::{BlockOf as Block, Runs, Target};
use crate::study::Study;
use crate::view::site::{SiteOptions, site};
use crate::view::table::{Detail, TableOptions, table};

fn of(map: &Map) -> Site {
    site(&Study::new(map, &whole(map)), &SiteOptions::default())
}

fn screens(site: &Site) -> Vec<&Screen> {
    let top = site.parts.iter().flat_map(|part| &part.groups).flat_map(|group| &group.screens);
    top.flat_map(|screen| std::iter::once(screen).chain(&screen.below)).collect()
}

/// Everything that is read on a screen.
fn texts(screen: &Screen) -> Vec<Runs> {
    let mut texts = vec![screen.heading.clone()];
    texts.extend(screen.lines.iter().cloned());
    for lane in &screen.lanes {
        texts.push(lane.name.clone());
        for chip in &lane.chips {
            texts.push(chip.label.clone());
            texts.extend(chip.says.iter().cloned());
        }
    }
    of_blocks(&screen.blocks, &mut texts);
    texts
}

#[test]
fn everything_that_words_lead_to_has_one_screen() {
    let map = debate();
    let site = of(&map);
    let screens = screens(&site);
    let mut known = Vec::new();
    for screen in &screens {
        if let Address::Thing(thing) = &screen.address {
            assert!(!known.contains(&thing), "{thing:?} has two screens");
            known.push(thing);
        }
    }
    let all = map.statements.len() + map.issues.len() + map.authors.len() + map.sources.len() + map.terms.len();
    assert_eq!(known.len(), all);
    let mut links = 0;
    for runs in screens.iter().flat_map(|screen| texts(screen)) {
        for target in runs.targets().into_iter().filter(|target| !matches!(target, Target::Place { .. })) {
            assert!(known.contains(&target), "{target:?} has no screen");
            links += 1;
        }
    }
    let ends = screens.iter().flat_map(|screen| &screen.ends);
    assert!(ends.clone().count() > 0 && ends.clone().all(|(end, _)| known.contains(&end)));
    assert!(links > 50, "only {links} links");
    let typed = screens.iter().flat_map(|screen| texts(screen)).find(|runs| runs.plain().contains("--"));
    assert!(typed.is_none(), "nobody can type an option in a site: {typed:?}");
}

#[test]
fn chips_say_who_stands_where_in_the_words_of_the_table() {
    let map = debate();
    let site = of(&map);
    let selection = whole(&map);
    let study = Study::new(&map, &selection);
    let options = TableOptions { detail: Detail { full: true, ..Detail::default() }, ..TableOptions::default() };
    let page = table(&study, &options);
    let Some(Block::Table(wide)) = page.blocks.first() else { panic!("the page is a table") };
    let narrow = wide.narrow.as_ref().expect("it has a form with names");
    let told: BTreeSet<String> = narrow.rows.iter().filter_map(|row| Some(row.cells.get(1)?.runs.plain())).collect();
    let mut lanes = 0;
    for lane in
        screens(&site).iter().flat_map(|screen| &screen.lanes).filter(|lane| lane.name.plain() != "takes no side")
    {
        let labels: Vec<String> = lane.chips.iter().map(|chip| chip.label.plain()).collect();
        assert!(told.contains(&labels.join("; ")), "{}: {labels:?} is not in the table", lane.name.plain());
        lanes += 1;
    }
    assert!(lanes > 4, "only {lanes} answers");
}

#[test]
fn a_chip_opens_the_words_of_its_source() {
    let map = scene(
        "@ann-2015\n\nclaim a: Roads first.\n  holds choice (inferred): roads\n  quote [2]: roads before all\n\n\
         claim b: B.\n  rejects choice: police\n  quote [3]: no police\n\nclaim c: C.\n  rejects choice: police\n  quote [4]: never police\n",
    );
    let site = of(&map);
    let screens = screens(&site);
    let lanes = &screens.iter().find(|screen| !screen.lanes.is_empty()).expect("somebody speaks").lanes;
    let opened: Vec<String> = lanes
        .iter()
        .flat_map(|lane| lane.chips.iter().map(move |chip| (lane, chip)))
        .map(|(lane, chip)| {
            let says: Vec<String> = chip.says.iter().map(Runs::plain).collect();
            let read = if chip.is_inferred { " (read in)" } else { "" };
            format!("{}: {}{read}: {}", lane.name.plain(), chip.label.plain(), says.join(" / "))
        })
        .collect();
    let expected = [
        "build roads: Ann~ (read in): Roads first. “roads before all” [2]",
        "train police: Ann against: against train police: B. “no police” [3] / against train police: “never police” [4]",
    ];
    assert_eq!(opened, expected);
}

#[test]
fn a_former_name_stays_with_its_screen() {
    let map = scene("@ann-2015\n\nclaim a: A.\n  renamed: old\n  because: b\n\nclaim b: B.\n");
    let site = of(&map);
    let screens = screens(&site);
    let of = |name: &str| Address::Thing(Target::Statement(name.to_owned()));
    let a = screens.iter().find(|screen| screen.address == of("ann-2015.a")).expect("it has a screen");
    assert_eq!(a.former, [Target::Statement("ann-2015.old".to_owned())]);
    let b = screens.iter().find(|screen| screen.address == of("ann-2015.b")).expect("it has a screen");
    assert_eq!(b.ends, [(Target::Statement("ann-2015.a".to_owned()), "")]);
}
