//! Sources whose text is not the one that was locked.

use crate::check::rule::{Context, Rule};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};

pub const RULE: Rule = Rule { code: &CHANGED_SOURCE, run };

static CHANGED_SOURCE: Code = Code {
    name: "changed-source",
    severity: Severity::Warning,
    summary: "a source whose text is not the one that was locked",
    explanation: "The file is another than the one whose hash is in `quotes.lock`: another edition, another copy, or edited. The \
        quotations were looked up in the one that is here, and all other findings are about that.\n\nIf it is the right one, \
        `counterpoint quotes --lock` writes the lock again.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    for (id, source) in context.map.sources.iter() {
        let name = context.map.word(source.name);
        let (Some(text), Some(locked)) = (context.quotations.text(id), context.quotations.lock().sources.get(name))
        else {
            continue;
        };
        if text.record.sha256 != locked.sha256 {
            let message = format!("the text of `{name}` is not the one that was locked");
            let label = format!("has {} bytes; the one that was locked had {}", text.record.bytes, locked.bytes);
            let diagnostic = Diagnostic::new(&CHANGED_SOURCE, source.text.unwrap_or(source.name), message).label(label);
            let help = "if this is the right text, `counterpoint quotes --lock` writes the lock again";
            diagnostics.push(diagnostic.help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{found, locked};
    use super::*;

    #[test]
    fn another_text_is_said_once_for_its_source() {
        let map = "source s: S\nclaim a: x\n  quote: the town is quiet\n  quote: is quiet\n";
        let lock = locked(map, "The town is quiet.");
        assert_eq!(found(&RULE, map, Some("The town is quiet."), lock.clone()), [""; 0]);
        let expected =
            "1: the text of `s` is not the one that was locked (has 22 bytes; the one that was locked had 18)";
        assert_eq!(found(&RULE, map, Some("The old town is quiet."), lock), [expected]);
    }
}
