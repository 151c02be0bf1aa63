//! Licences that are none of those under which passages are shown.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::Licence;

use super::rule::{Context, Rule};

pub(super) const RULE: Rule = Rule { code: &UNKNOWN_LICENCE, run };

static UNKNOWN_LICENCE: Code = Code {
    name: "unknown-licence",
    severity: Severity::Warning,
    summary: "a licence that is not known here",
    explanation: "`licence` says that passages of a source may be shown to others, and so has one of two forms: `own`, for what you wrote \
        yourself, or the short name of a licence of Creative Commons, such as `CC BY 4.0`, `CC BY-NC-SA 3.0` or `CC0`. Under anything \
        else passages count as those of a source without a licence.\n\nWrite the short name of the licence, or leave the clause out and \
        say the rest in a `note`.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let map = context.map;
    for span in map.sources.iter().filter_map(|(_, source)| source.licence) {
        let text = map.text(span);
        if Licence::parse(&text).is_none() {
            let message = "this licence is not known here";
            let diagnostic =
                Diagnostic::new(&UNKNOWN_LICENCE, span, message).label("neither `own` nor one of Creative Commons");
            diagnostics.push(diagnostic.help("write `own`, or a licence of Creative Commons, such as `CC BY 4.0`"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found;

    #[test]
    fn only_known_licences_show_passages() {
        let text =
            "source s: S\n  licence: CC BY 4.0\nsource t: T\n  licence: with thanks\nsource u: U\n  licence: own\n";
        assert_eq!(found(&RULE, text), ["4:12: this licence is not known here"]);
    }
}
