//! What holds of whatever a command prints, whoever wrote the map: each format is well formed, and nothing of a map is more than text in it.

use super::program::Outcome;

/// The formats that every view has.
pub const FORMATS: [&str; 5] = ["terminal", "markdown", "csv", "json", "html"];

/// Complains of the first law that the output of a command does not keep.
pub fn held(outcome: &Outcome, format: &str) -> Result<(), String> {
    let acts = |letter: char| {
        letter.is_control() && letter != '\n' || matches!(letter, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    for text in [&outcome.out, &outcome.err] {
        if let Some(at) = text.find(acts) {
            return Err(format!("prints {:?}", text[at..].chars().take(20).collect::<String>()));
        }
    }
    match (outcome.status, format) {
        (2, _) if outcome.err.trim().is_empty() => Err("ends with 2 and says nothing".to_owned()),
        (2, _) => Ok(()),
        (_, "json") => json(&outcome.out),
        (_, "csv") => csv(&outcome.out),
        (_, "html") => html(&outcome.out),
        _ => Ok(()),
    }
}

fn json(text: &str) -> Result<(), String> {
    serde_json::from_str::<serde_json::Value>(text).map(drop).map_err(|wrong| format!("is no JSON: {wrong}"))
}

/// All records are of one length, and no cell is a formula, however the lines are divided.
fn csv(text: &str) -> Result<(), String> {
    for delimiter in [b',', b';', b'\t'] {
        let of_one_length = delimiter != b',';
        let mut reader = csv::ReaderBuilder::new();
        reader.delimiter(delimiter).has_headers(false).flexible(of_one_length);
        for record in reader.from_reader(text.as_bytes()).records() {
            let record = record.map_err(|wrong| format!("is no CSV: {wrong}"))?;
            for cell in &record {
                let seen =
                    cell.trim_start_matches(|it: char| it.is_whitespace() || matches!(it, '\u{200b}' | '\u{feff}'));
                let is_number = seen.trim_end().parse::<f64>().is_ok();
                if seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) && !is_number {
                    return Err(format!("has the formula {cell:?} where `{}` divides cells", char::from(delimiter)));
                }
            }
        }
    }
    Ok(())
}

/// Tags that our pages have; nothing else opens one.
const TAGS: &str = " html head meta title style body main header footer h1 h2 h3 h4 h5 h6 p div span a em strong small ins del b s sub sup \
    ul ol li dl dt dd table caption colgroup col thead tbody tr th td blockquote cite q code pre br hr section article nav aside \
    details summary figure figcaption abbr time mark u i bdi ";

fn html(text: &str) -> Result<(), String> {
    for tag in text.split('<').skip(1) {
        let name: String = tag.trim_start_matches(['/', '!']).chars().take_while(char::is_ascii_alphanumeric).collect();
        let is_known = TAGS.contains(&format!(" {} ", name.to_ascii_lowercase())) || tag.starts_with("!DOCTYPE html>");
        let inside = tag.split('>').next().unwrap_or_default();
        let acts =
            [" on", "javascript:", "vbscript:", "data:"].iter().any(|it| inside.to_ascii_lowercase().contains(it));
        if !is_known || acts {
            return Err(format!("has the tag <{inside}>"));
        }
    }
    Ok(())
}
