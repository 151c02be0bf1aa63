//! How far two coders agree, in figures: over all positions, and for each issue.

use serde_json::json;

use crate::analysis::comparison::coders::{Coders, Reliability};
use crate::page::{Block, Cell, Column, Row, Runs, Table};
use crate::view::wording::figure::{cell, definition, rounded};

use super::two::Two;
use crate::view::wording::named;

/// The key and the heading of each figure.
const FIGURES: [(&str, &str); 7] = [
    ("n", "n"),
    ("same", "same"),
    ("share", "%"),
    ("kappa", "κ"),
    ("alpha_nominal", "α nom."),
    ("alpha_ordinal", "α ord."),
    ("n_ordinal", "n"),
];

/// The figures over all, those of each issue with two positions or more, and what they say.
pub fn blocks(two: &Two<'_>, coders: &Coders) -> Vec<Block> {
    let mut all = table("reliability", Column::new("positions", "positions"));
    all.rows.push(row(Cell::text("that either codes"), &coders.reliability()));
    all.rows.push(row(Cell::text("that both code"), &coders.reliability_of_both()));

    let mut issues = table("issues", Column::new("issue", "issue"));
    for (issue, reliability) in coders.reliability_of_issues() {
        issues.rows.push(row(Cell::runs(named::issue(two.maps[0], issue)), &reliability));
    }
    let mut blocks = vec![Block::Table(all)];
    if !issues.rows.is_empty() {
        issues.caption = Some("Issues with two positions or more that either codes".into());
        blocks.push(Block::Table(issues));
    }
    blocks.push(Block::List(definitions()));
    blocks
}

fn table(key: &str, first: Column) -> Table {
    let mut table = Table { key: key.to_owned(), fixed: 1, ..Table::default() };
    table.columns.push(first);
    table.columns.extend(FIGURES.map(|(key, heading)| Column::number(key, heading)));
    table
}

fn row(first: Cell, reliability: &Reliability) -> Row {
    let Reliability { kappa, nominal, ordinal } = reliability;
    let share =
        kappa.share().map_or(Cell::new("–", json!(null)), |share| Cell::new(rounded(100.0 * share, 1), share));
    let mut cells = vec![first, Cell::number(kappa.number), Cell::number(kappa.same), share];
    cells.extend([kappa.value(), nominal.value(), ordinal.value()].map(cell));
    cells.push(Cell::number(ordinal.units));
    Row { cells, ..Row::default() }
}

fn definitions() -> Vec<Runs> {
    vec![
        definition(
            "n",
            "positions of issues in documents, matched by name. What neither says anything of is not counted: else every \
             further issue would let them agree more. Of a yes/no issue yes alone is counted",
        ),
        definition(
            "same",
            "how many of them both code alike, and how many in a hundred. The codes: for, against, either on a condition, not enough by itself, both \
             ways, ranked first, ranked lower, only asked or mentioned, silent. How firmly does not enter",
        ),
        definition(
            "κ",
            "Cohen's κ, (Po − Pe) / (1 − Pe): Po is the share, Pe what chance would make it if each kept to how often they use \
             each code. 1 all alike, 0 as by chance. Where nearly all have one code it is low, however many are alike",
        ),
        definition(
            "α nom.",
            "Krippendorff's α, nominal: over the same codes, chance drawn from those of both together",
        ),
        definition(
            "α ord.",
            "Krippendorff's α, ordinal: in the order against, against on a condition, not enough by itself, both ways, for on a condition, for: \
             over the positions where both say one of these, which are its n",
        ),
        definition("–", "undefined: there are none, or all have one code"),
    ]
}
