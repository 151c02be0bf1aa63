//! Sources without a date, where others have one.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};

use super::rule::{Context, Rule};

pub(super) const RULE: Rule = Rule { code: &MISSING_DATE, run };

static MISSING_DATE: Code = Code {
    name: "missing-date",
    severity: Severity::Warning,
    summary: "a source without a date, in a map that has dates",
    explanation: "Tables by year, `--since` and `--until`, and changes of mind need to know when each source appeared. As \
        soon as one source has a date, one without is missing from all of these.\n\nAdd `date: YYYY`, `YYYY-MM` or \
        `YYYY-MM-DD`, as much as is known. A map in which no source has a date is not complained of.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let map = context.map;
    if map.sources.iter().all(|(_, source)| source.date.is_none()) {
        return;
    }
    for (_, source) in map.sources.iter().filter(|(_, source)| source.date.is_none() && !source.incomplete) {
        let message = format!("the source `{}` has no date, and others have", map.word(source.name));
        let diagnostic = Diagnostic::new(&MISSING_DATE, source.name, message).label("when did it appear?");
        diagnostics.push(diagnostic.help("add `date: YYYY`, `YYYY-MM` or `YYYY-MM-DD`"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found;

    #[test]
    fn a_date_is_missed_where_others_have_one() {
        let undated = "source s: S\nsource t: T\n  date: May\n";
        assert_eq!(found(&RULE, undated), [""; 0]);
        assert_eq!(
            found(&RULE, &format!("{undated}source u: U\n  date: 2017\n")),
            ["1:8: the source `s` has no date, and others have"]
        );
    }
}
