//! Pages as bare text, for tests: what is said and in which order, with nothing of how it looks.

use crate::page::{BlockOf as Block, Mark, Node, PageOf, Runs};

/// A page as bare text.
pub fn plain(page: &PageOf<'_>) -> String {
    let mut lines = vec![format!("= {}", page.title.plain())];
    blocks(&page.blocks, "", &mut lines);
    lines.join("\n") + "\n"
}

fn blocks(of: &[Block<'_>], indent: &str, lines: &mut Vec<String>) {
    for block in of {
        match block {
            Block::Heading { level, runs } => {
                lines.push(format!("{indent}{} {}", "#".repeat((*level).into()), text(runs)));
            }
            Block::Prose(runs) => lines.push(format!("{indent}{}", text(runs))),
            Block::Note(runs) => lines.push(format!("{indent}({})", text(runs))),
            Block::List(items) => lines.extend(items.iter().map(|item| format!("{indent}* {}", text(item)))),
            Block::Tree(nodes) => nodes.iter().for_each(|below| node(below, indent, lines)),
            Block::Sides(sides) => {
                for side in sides {
                    lines.push(format!("{indent}[{}]", text(&side.heading)));
                    blocks(&side.blocks, &format!("{indent}  "), lines);
                }
            }
            Block::Table(table) => {
                let heads: Vec<String> = table.columns.iter().map(|column| text(&column.heading)).collect();
                lines.push(format!("{indent}{}", heads.join(" | ")));
                for row in table.shown_rows() {
                    if let Some(across) = &row.across {
                        let aside =
                            if across.aside.is_empty() { String::new() } else { format!("  {}", text(&across.aside)) };
                        lines.push(format!("{indent}{}{}{aside}", "  ".repeat(row.depth.into()), text(&across.runs)));
                        continue;
                    }
                    let cells: Vec<String> = row.cells.iter().map(|cell| text(&cell.runs)).collect();
                    lines.push(format!("{indent}{}{}", "  ".repeat(row.depth.into()), cells.join(" | ")));
                }
            }
            Block::Lines(all) => lines.extend(all.iter().map(|line| {
                let remark = if line.remark.is_empty() { String::new() } else { format!("  {}", text(&line.remark)) };
                let indent = format!("{indent}{} {}", line.whose.sign(), "  ".repeat(line.depth.into()));
                format!("{indent}{}{remark}", text(&line.runs))
            })),
            Block::Verbatim(text) => lines.push(text.clone()),
        }
    }
}

fn node(of: &Node, indent: &str, lines: &mut Vec<String>) {
    lines.push(format!("{indent}- {}", text(&of.runs)));
    lines.extend(of.details.iter().map(|detail| format!("{indent}    {}", text(detail))));
    of.children.iter().for_each(|child| node(child, &format!("{indent}  "), lines));
}

/// Text with its line breaks as `/`, and the words in which two texts differ in brackets.
fn text(runs: &Runs) -> String {
    let piece = |run: &crate::page::Run| match run.mark {
        Mark::Added => format!("[+{}]", run.text),
        Mark::Removed => format!("[-{}]", run.text),
        _ => run.text.replace('\n', " / "),
    };
    runs.pieces.iter().map(piece).collect()
}
