//! Laws of a page in each format, whoever wrote the map: it is well formed, and nothing of a map is more than text in
//! it.

/// The first letter that would act on a terminal, with what follows it.
pub fn acts(text: &str) -> Option<String> {
    let acts = |letter: char| {
        letter.is_control() && letter != '\n' || matches!(letter, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.find(acts).map(|at| text[at..].chars().take(20).collect())
}

/// Complains where a text is not what its format wants it to be.
pub fn well_formed(text: &str, format: &str) -> Result<(), String> {
    if let Some(found) = acts(text) {
        return Err(format!("prints {found:?}"));
    }
    match format {
        "json" => json(text),
        "csv" => csv(text),
        "html" => html(text),
        "latex" => latex(text),
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
                // A number is none, nor is one with the cells behind it that a comma divides.
                let is_number = seen.split(',').next().is_some_and(|first| first.trim_end().parse::<f64>().is_ok());
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

/// Tags that hold nothing, and so are not closed.
const VOID: [&str; 4] = ["meta", "br", "hr", "col"];

/// Every tag is one of ours, does nothing, and is closed where it should be.
fn html(text: &str) -> Result<(), String> {
    let mut open: Vec<String> = Vec::new();
    for tag in text.split('<').skip(1) {
        let inside = tag.split('>').next().unwrap_or_default();
        if inside == "!DOCTYPE html" {
            continue;
        }
        let closes = inside.starts_with('/');
        let name: String = inside.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        let is_known = TAGS.contains(&format!(" {} ", name.to_ascii_lowercase())) && inside.len() < tag.len();
        if !is_known || does_anything(inside) {
            return Err(format!("has the tag <{inside}>"));
        }
        if closes {
            let last = open.pop();
            if last.as_deref() != Some(&name) {
                return Err(format!("closes <{name}> where {last:?} is open"));
            }
        } else if !VOID.contains(&name.as_str()) {
            open.push(name);
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("never closes {open:?}")) }
}

/// Orders to TeX that our pages have behind their preamble; nothing else gives one.
const ORDERS: &str = " begin end toprule midrule bottomrule endhead endfoot multicolumn raggedright raggedleft arraybackslash dimexpr relax \
    linewidth tabcolsep setlength parskip small footnotesize scriptsize textbf emph texttt newline allowbreak quad section subsection \
    subsubsection paragraph entry remark hypertarget hyperlink par ensuremath alpha kappa rho tau varphi le ge approx ne infty circ \
    textbackslash textasciitilde textasciicircum textless textgreater textbar textquotedbl textasciigrave ";

/// Every order is one of ours, and whatever is opened is closed.
fn latex(text: &str) -> Result<(), String> {
    let (_, body) = text.split_once("\n\\begin{document}\n").ok_or("has no document")?;
    let body = body.trim_end().strip_suffix("\\end{document}").ok_or("does not end")?;
    let mut open = 0_usize;
    let mut rest = body.chars().peekable();
    while let Some(letter) = rest.next() {
        match letter {
            '\\' => {
                let mut order = String::new();
                while let Some(letter) = rest.next_if(char::is_ascii_alphabetic) {
                    order.push(letter);
                }
                let is_sign = order.is_empty() && rest.next().is_some_and(|sign| "\\{}$&#%_".contains(sign));
                if !is_sign && !ORDERS.contains(&format!(" {order} ")) {
                    return Err(format!("gives the order \\{order}"));
                }
            }
            '{' => open += 1,
            '}' => open = open.checked_sub(1).ok_or("closes what is not open")?,
            '$' | '%' | '#' | '^' | '_' => return Err(format!("has {letter} as it is")),
            _ => {}
        }
    }
    if open == 0 { Ok(()) } else { Err(format!("never closes {open} groups")) }
}

/// Whether an attribute of a tag is an order, or leads to one. A value stands in quotation marks, and in it the words of a map may say
/// anything, be it that they begin with *on*.
fn does_anything(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    let (mut names, mut leads) = (String::new(), false);
    for (at, part) in tag.split('"').enumerate() {
        match at % 2 {
            0 => names.push_str(part),
            _ => leads |= ["javascript:", "vbscript:", "data:"].iter().any(|it| part.trim_start().starts_with(it)),
        }
    }
    let is_unquoted = names.contains(['\'', '`'])
        || names.split('=').skip(1).any(|rest| !rest.is_empty() && !rest.starts_with([' ', '/']));
    let is_order = |name: &str| name.starts_with("on") || name == "srcdoc";
    let orders = names.split([' ', '=', '\n', '\t', '/']).skip(1).any(is_order);
    leads || orders || is_unquoted || tag.matches('"').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_well_formed_is_told() {
        for (text, format) in [
            ("a\u{1b}[31m", "terminal"),
            ("a\u{202e}", "markdown"),
            ("{\"a\": 1,}", "json"),
            ("a,b\nc\n", "csv"),
            ("a\n=1+1\n", "csv"),
            ("a\nx;=1+1\n", "csv"),
            ("<p>a", "html"),
            ("<p>a</b></p>", "html"),
            ("<script>a</script>", "html"),
            ("<p onclick=a>a</p>", "html"),
            ("<p title=\"a\" onclick=\"b\">a</p>", "html"),
            ("<a href=\" javascript:a\">a</a>", "html"),
            ("<a href='data:a'>a</a>", "html"),
            ("<p title=\"a>a</p>", "html"),
            ("<p>a < b</p>", "html"),
            ("\n\\begin{document}\n\\input{a}\n\\end{document}", "latex"),
            ("\n\\begin{document}\n50 %\n\\end{document}", "latex"),
            ("\n\\begin{document}\n\\emph{a\n\\end{document}", "latex"),
        ] {
            assert!(well_formed(text, format).is_err(), "{text:?}");
        }
        for (text, format) in [
            ("a\n", "terminal"),
            ("{}", "json"),
            ("a,\"b,\nc\"\n1,2\n", "csv"),
            ("<p>a<br>b</p>", "html"),
            ("\n\\begin{document}\n50 \\% \\emph{a}\n\\end{document}", "latex"),
            ("<div title=\"the one onward: data: x\" tabindex=\"0\">a</div>", "html"),
        ] {
            assert_eq!(well_formed(text, format), Ok(()), "{text:?}");
        }
    }
}
