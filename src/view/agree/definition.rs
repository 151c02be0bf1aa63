//! Explanation of a figure: its definition, the stances that enter it, and those that do not.

use crate::analysis::comparison::coding::Census;
use crate::analysis::comparison::similarity::Measure;
use crate::page::{Block, Mark, Runs};
use crate::view::wording::naming::counted;

use super::found::{AgreeOptions, Found};

/// Meaning of the figure, in a sentence above it.
pub fn in_short(measure: Measure) -> Block {
    Block::Prose(
        match measure {
            Measure::Gower => {
                "How similar what they hold is (Gower): from 0, opposed in everything, to 1, the same in everything; \
                 in brackets n, the issues that it rests on."
            }
            Measure::Congruence => {
                "How much they say alike (congruence), added up; in brackets n, the stands held against each other."
            }
            Measure::Conflict => {
                "How much they say against each other (conflict), added up; in brackets n, the stands held against \
                 each other."
            }
            Measure::Subtract => {
                "How much more they say alike than against each other (congruence less conflict); in brackets n, the \
                 stands held against each other."
            }
            Measure::Jaccard => {
                "How far they speak to the same issues (Jaccard), whatever they say: from 0, none in common, to 1, \
                 the same ones; in brackets n, the issues that either speaks to."
            }
            Measure::Kappa => {
                "How much more they agree than chance would have it (Cohen's κ): 1 in everything, 0 as by chance, \
                 below 0 less; in brackets n, the issues that it rests on."
            }
            Measure::Tau => {
                "Whether they put the same issues higher and lower (Kendall's τ-b): from −1, the other way round, to \
                 1, in the same order; in brackets n, the issues that it rests on."
            }
        }
        .into(),
    )
}

/// How it is made, and what does not enter it.
pub fn notes(found: &Found<'_>, options: &AgreeOptions) -> Vec<Block> {
    let mut blocks: Vec<Block> = made(options.measure).iter().map(|text| Block::Note((*text).into())).collect();
    if options.measure != Measure::Jaccard {
        blocks.push(Block::Note(READ_IN.into()));
        blocks.push(Block::Note(entering(&found.similarity.census, options)));
        blocks.extend(placeless(found));
        blocks.extend(not_entering(found, options));
    }
    blocks
}

const READ_IN: &str = "Read in: how many of n rest, on the side of either, only on what was read into the texts.";

fn made(measure: Measure) -> &'static [&'static str] {
    const DISTANCE: &str = "On a scale d is the steps between two positions, of all its steps; a range stands at its \
                            middle, and whoever only rejects at the nearest position that is left; yes and no are a \
                            scale of two. On a choice d is 0 for the same position, and 1 for different ones or where one holds \
                            what the other rejects. On an open issue it is the mean over the positions of which both \
                            speak; different answers, which can stand together, do not enter.";
    match measure {
        Measure::Gower => &[
            "Figure: 1 − Σd / n over the n issues on which both take a side, all of the same weight.",
            DISTANCE,
            "Same, opposite: on how many of these they are on the same side, or on opposite sides, of the middle. \
             Without one: the lowest and the highest that the figure would be if any one of the issues were left out, \
             and by which it would move most.",
        ],
        Measure::Congruence | Measure::Conflict | Measure::Subtract => &[
            "Congruence: Σ(1 − d) over the issues on which both take a side; conflict: Σd; subtract: the first less the \
             second. Each source of an author counts once for an issue, and is held against each of the other's, but what \
             both say jointly not against what both say jointly.",
            DISTANCE,
        ],
        Measure::Jaccard => &[
            "Issues: those that both speak to, of those that either does, be it only to mention it. Grounds: those that \
             both give, of those that either gives; a ground is shared where it is one statement, where two say the \
             same, or where they are evidence of one fact. The square is of issues.",
        ],
        Measure::Kappa => &[
            "κ = (Po − Pe) / (1 − Pe) over the n scales and yes/no issues on which both have a place: Po is the share on \
             which it is the same, Pe what chance would make of how often each uses it. The ends of all scales count as \
             one, and yes and no as ends; other issues have no places that could be the same on two of them.",
        ],
        Measure::Tau => &[
            "τ-b over the n scales and yes/no issues on which both have a place, from the lower end, or no, to the upper \
             end, or yes: pairs of issues that both order alike less pairs that they order the other way round, divided \
             by the geometric mean of how many pairs each orders at all.",
        ],
    }
}

fn entering(census: &Census, options: &AgreeOptions) -> Runs {
    let mut runs = Runs::from(
        "Silence is not neutral: where one of two is silent, the issue does not enter. Neither does how strongly \
         something is said. Undefined (–) is what rests on nothing.",
    );
    let entering = [
        (
            if options.coding.unconditional { 0 } else { census.conditional },
            "said only on a condition",
            "--unconditional",
        ),
        (census.inferred, "read into the texts alone", "--stated"),
    ];
    if census.changed > 0 {
        let changed = counted(census.changed, "stand");
        runs.push(Mark::Plain, format!(" Whoever changed over time enters by the last stance ({changed}); "));
        runs.append(Runs::new().with(Mark::Name, "--since").with(Mark::Plain, " and ").with(Mark::Name, "--until"));
        runs.push(Mark::Plain, " choose a time.");
    }
    for (number, how, option) in entering.into_iter().filter(|(number, ..)| *number > 0) {
        runs.push(Mark::Plain, format!(" What is {how} enters ({}), unless ", counted(number, "stand")));
        runs.push(Mark::Name, option);
        runs.push(Mark::Plain, " leaves it out.");
    }
    runs
}

/// Note on the stands that only reject positions of a scale, by issue.
fn placeless(found: &Found<'_>) -> Option<Block> {
    let placeless = found.similarity.placeless();
    let text = format!(
        "Without a place of their own, because only positions of a scale are rejected; held against others from the nearest \
         position left, but outside κ and τ: {} ({}).",
        counted(placeless.len(), "stand"),
        found.on_issues(&placeless),
    );
    (!placeless.is_empty()).then(|| Block::Note(text.into()))
}

fn not_entering(found: &Found<'_>, options: &AgreeOptions) -> Option<Block> {
    let Census { ambivalent, conditional, depending, sideless, nowhere, .. } = found.similarity.census;
    let kinds = [
        (ambivalent, "both ways", "--ambivalent middle lets them enter"),
        (depending + if options.coding.unconditional { conditional } else { 0 }, "only on a condition", ""),
        (sideless, "without a side", "they rank, ask, mention, or call a position not enough alone"),
        (nowhere, "without a position left", "they reject every position of a scale"),
    ];
    let kinds: Vec<String> = kinds
        .iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, kind, why)| {
            let why = if why.is_empty() { String::new() } else { format!(" ({why})") };
            format!("{number} {kind}{why}")
        })
        .collect();
    let text = format!("Stands that do not enter, in whole or in part: {}.", kinds.join("; "));
    (!kinds.is_empty()).then(|| Block::Note(text.into()))
}
