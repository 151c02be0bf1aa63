//! Sources that nothing is taken from.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};

use super::rule::{Context, Rule};

pub(super) const RULE: Rule = Rule { code: &EMPTY_SOURCE, run };

static EMPTY_SOURCE: Code = Code {
    name: "empty-source",
    severity: Severity::Warning,
    summary: "a source without statements",
    explanation: "A source that nothing is taken from looks in every table like an author who is silent on everything. \
        Perhaps its statements stand below another source.\n\nWrite its statements below it or below `from NAME`, or \
        take it out. This is looked for only where nothing of the map was left out because of errors.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let map = context.map;
    if !map.omitted.is_nothing() {
        return;
    }
    for (id, source) in map.sources.iter().filter(|(id, _)| map.statements_of(*id).is_empty()) {
        let name = map.word(map.sources[id].name);
        let diagnostic = Diagnostic::new(&EMPTY_SOURCE, source.name, format!("the source `{name}` has no statements"));
        let help = format!("write its statements below it or below `from {name}`, or take it out");
        diagnostics.push(diagnostic.label("nothing is taken from it").help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found;

    #[test]
    fn a_source_has_statements() {
        let text = "source s: S\nsource t: T\nclaim a: x\nsource u: U\nfrom u\nclaim b: x\n";
        assert_eq!(found(&RULE, text), ["1:8: the source `s` has no statements"]);
        assert_eq!(found(&RULE, &format!("{text}clam c: x\n")), [""; 0]);
    }
}
