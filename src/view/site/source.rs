//! Sources of a site, each with its statements in the order of the text.

use crate::model::{Entity, SourceId, StatementId};
use crate::page::site::{Address, Group, Screen};
use crate::page::{Block, Mark, Runs, Target};
use crate::view::show::source::{known, origin};
use crate::view::site::statement;
use crate::view::site::telling::Telling;
use crate::view::wording::naming::counted;
use crate::view::wording::speech::capitalized;

/// Every source with its statements, and the statements that are taken from none.
pub fn groups(telling: &Telling<'_, '_>) -> Vec<Group> {
    let (study, map) = (telling.study, telling.study.map);
    let mut groups = Vec::new();
    let screens: Vec<Screen> = map.sources.ids().map(|source| screen(telling, source)).collect();
    if !screens.is_empty() {
        let heading = format!("Sources ({})", screens.len());
        groups.push(Group { heading: heading.into(), blocks: Vec::new(), screens });
    }
    let own: Vec<StatementId> = study.statements().filter(|&id| map.statements[id].source.is_none()).collect();
    if !own.is_empty() {
        let heading = format!("{} from no source", capitalized(counted(own.len(), "statement").into()).plain());
        let screens = own.into_iter().map(|id| statement::screen(telling, id)).collect();
        groups.push(Group { heading: heading.into(), blocks: Vec::new(), screens });
    }
    groups
}

fn screen(telling: &Telling<'_, '_>, source: SourceId) -> Screen {
    let (study, map) = (telling.study, telling.study.map);
    let what = &map.sources[source];
    let target = |name: &str| Target::Source(name.to_owned());
    let heading = Runs::from(map.text(what.title).into_owned());
    // The heading stands above each statement, and says whose it is and when it was said.
    let heading = heading.with(Mark::Faint, format!(" – {}", telling.study.short().source(source)));
    let mut screen = Screen::new(Address::Thing(target(map.word(what.name))), heading);
    screen.former = map.former_names(Entity::Source(source)).into_iter().map(target).collect();
    let origin = capitalized(origin(map, source).into());
    let origin = if origin.is_empty() { origin } else { origin.with(Mark::Plain, " ") };
    screen.blocks.push(Block::Prose(origin.with(Mark::Name, map.word(what.name))));
    let known = known(map, source).into_iter().filter_map(|(word, text)| Some((word, text?)));
    // The path of a text is of use to whoever has the files of the map.
    let known = known.filter(|(word, _)| *word != "text");
    let line =
        |(word, text): (&str, String)| Runs::new().with(Mark::Faint, format!("{word}: ")).with(Mark::Plain, text);
    let lines: Vec<Runs> = known.map(line).collect();
    screen.blocks.extend((!lines.is_empty()).then_some(Block::List(lines)));
    let kept = map.statements_of(source).iter().copied().filter(|&id| study.selection.has_statement(id));
    screen.below = kept.map(|id| statement::screen(telling, id)).collect();
    screen
}
