//! How the map was read, said below what came of it.

use framework::Semantics;
use framework::strength::{Model, Strengths, WEIGHT};

use crate::analysis::evaluation::compile::Unargued;
use crate::analysis::evaluation::interpretation::{Agreement, Despite, Interpretation, Support};
use crate::page::{Block, Mark, Page, Runs};
use crate::text::list::and;
use crate::view::wording::figure::figure;
use crate::view::wording::naming::counted;

use super::asked::Asked;

/// Adds what the verdicts rest on, where that is not what the manual says of every map, and what found no room in them.
pub fn say(page: &mut Page, asked: &Asked<'_>) {
    if asked.outcome.semantics != Semantics::Grounded {
        page.push(Block::Note(rule(asked.outcome.semantics).into()));
    }
    if !asked.debate.interpretation.is_usual() {
        page.push(Block::Note(interpretation(&asked.debate.interpretation)));
    }
    if let Some((_, name)) = asked.audience {
        let text =
            format!("For {name}: what {name} asserts or grants is preferred over whatever attacks it from outside.");
        page.push(Block::Note(text.into()));
    }
    if let Some((strengths, model)) = asked.strengths {
        page.push(Block::Note(strength(model, strengths).into()));
    }
    note_unargued(page, &asked.outcome.compiled.unargued);
}

/// Adds what took no part, if anything did not.
pub fn note_unargued(page: &mut Page, unargued: &Unargued) {
    page.blocks.extend(counts(unargued).map(Block::Note));
}

/// Rule by which a statement stands, in a sentence.
fn rule(semantics: Semantics) -> String {
    match semantics {
        Semantics::Grounded => {
            "A statement stands when everything against it is answered, falls when something against it stands, and is open \
             otherwise (grounded semantics)."
                .to_owned()
        }
        other if other.is_single() => format!(
            "A statement stands when the {0} reading of the map has it, falls when that has something against it, and is open \
             otherwise ({0} semantics). What is certain by the grounded rule is said as such; the rest is found by search.",
            other.name()
        ),
        other => format!(
            "A statement stands when every {0} reading of the map has it, falls when every one has something against it, and is \
             open otherwise ({0} semantics). What is certain by the grounded rule is said as such; what is said of some or of every \
             reading is found by search.",
            other.name()
        ),
    }
}

/// Meaning of the figures, in a sentence.
fn strength(model: &str, strengths: &Strengths) -> String {
    let restless = match strengths.restless.len() {
        0 => String::new(),
        number => format!(" {} in circles did not come to rest.", counted(number, "figure")),
    };
    let begins = if model == Model::HCategoriser.name() {
        "what is against it is weighed up; each begins at 1, no weight and no reason counts".to_owned()
    } else {
        format!(
            "all that is for and against it is weighed up; each begins at its weight, {} where none is given; a reason is as strong as its \
         weakest part",
            figure(WEIGHT)
        )
    };
    format!(
        "The figures: how strong each statement is by {model}, from 0 to 1, when {begins}, and what agrees is weighed each by \
         itself.{restless}"
    )
}

/// The parts of a reading, each with the option that changes it.
fn interpretation(interpretation: &Interpretation) -> Runs {
    let agreement = match interpretation.agreement {
        Agreement::Proposition => "what agrees is one proposition",
        Agreement::Separate => "what agrees still stands each by itself",
    };
    let support = match interpretation.support {
        Support::Necessary => "what gave reasons falls when all of them fall",
        Support::Deductive => "a reason falls when what follows from it falls",
        Support::Evidential => "what no evidence carries falls",
        Support::None => "reasons count for nothing",
    };
    let despite = match interpretation.despite {
        Despite::Holds => "what is held in spite of something holds",
        Despite::Attacks => "what something is held in spite of attacks it",
    };
    let clash = if interpretation.clash {
        "statements that hold what excludes each other attack each other"
    } else {
        "positions that exclude each other attack nothing by themselves"
    };
    let mut runs = Runs::from("The reading: ");
    let parts = [(agreement, "--agreement"), (support, "--support"), (despite, "--hold-despite"), (clash, "--clash")];
    for (index, (text, option)) in parts.into_iter().enumerate() {
        runs.push(Mark::Plain, if index > 0 { "; " } else { "" });
        runs.push(Mark::Plain, format!("{text} ("));
        runs.push(Mark::Name, option);
        runs.push(Mark::Plain, ")");
    }
    runs.with(Mark::Plain, ".")
}

/// Numbers of the parts that took none, in a sentence.
fn counts(unargued: &Unargued) -> Option<Runs> {
    let Unargued { statements, attacks, reasons, inferred, undercuts } = *unargued;
    let undercut = format!("{} of reasons that count for nothing", counted(undercuts, "undercut"));
    let parts = [
        (statements, counted(statements, "statement")),
        (attacks, format!("{} from or on what was left out", counted(attacks, "attack"))),
        (reasons, format!("{} that rest on it or are for it", counted(reasons, "reason"))),
        (inferred, format!("{} that the mapper inferred", counted(inferred, "clause"))),
        (undercuts, undercut),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| words).collect();
    (!parts.is_empty()).then(|| Runs::from(format!("Took no part: {}.", and(parts))))
}
