//! A PDF is read as its pages' text.
#![cfg(feature = "pdf")]

use std::io::Write;

use counterpoint::quotation::{DoubtKind, Fidelity, Format, Text, check};

/// A PDF with one line of text on each page, written out by hand.
fn pdf(lines: &[&str]) -> Vec<u8> {
    let contents: Vec<String> = lines.iter().map(|line| shown(50, 700, line)).collect();
    made(&contents, "", "", &[])
}

/// The instruction that shows a line at a place.
fn shown(x: usize, y: usize, line: &str) -> String {
    format!("BT /F1 12 Tf {x} {y} Td ({line}) Tj ET\n")
}

/// A PDF with these instructions on its pages; with more in its catalog and in the resources of its pages, and more objects.
fn made(contents: &[String], catalog: &str, resources: &str, more: &[&str]) -> Vec<u8> {
    let lines = contents;
    let kids: Vec<String> = (0..lines.len()).map(|page| format!("{} 0 R", 4 + 2 * page)).collect();
    let mut objects = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {catalog} >>"),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), lines.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for (page, content) in contents.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R >> {resources} >> >>",
            5 + 2 * page
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    objects.extend(more.iter().map(|object| (*object).to_owned()));
    let mut file = String::from("%PDF-1.4\n");
    let mut offsets = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", number + 1));
    }
    let table = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for offset in offsets {
        file.push_str(&format!("{offset:010} 00000 n \n"));
    }
    file.push_str(&format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1));
    file.into_bytes()
}

#[test]
fn quotations_are_found_with_their_page() {
    let file = pdf(&["The council met in spring.", "It agreed on a plan for the harbour."]);
    let source = Text::read(file, Format::Pdf).expect("the file is whole");
    let findings = check(&source, &["council met in spring", "agreed on a plan", "agreed on no plan for the harbour"]);
    let found: Vec<_> =
        findings.iter().map(|finding| (finding.fidelity, finding.occurrences[0].position.page)).collect();
    assert_eq!(found, [(Fidelity::Exact, Some(1)), (Fidelity::Exact, Some(2)), (Fidelity::Edited, Some(2))]);
    assert!(crate::is_denied(&findings[2]));
    assert!(source.source.extractor().starts_with("pdf-extract/"));
}

#[test]
fn pages_are_called_by_their_labels() {
    let lines = ["A preface on bread and mills.", "The first chapter of it.", "The second chapter of it."];
    let contents: Vec<String> = lines.iter().map(|line| shown(50, 700, line)).collect();
    let labels = "/PageLabels << /Nums [0 << /S /r /St 4 >> 1 << /S /D /St 217 >>] >>";
    let text = Text::read(made(&contents, labels, "", &[]), Format::Pdf).expect("the file is whole");
    let places = lines.map(|line| text.reader_place(text.source.text().find(line).expect("the line is there")));
    assert_eq!(places.map(Option::unwrap_or_default), ["p. iv", "p. 217", "p. 218"]);
}

#[test]
fn columns_that_run_into_each_other_are_known() {
    let left = |line: usize| shown(50, 700 - 14 * line, "The keeper counted sacks");
    let right = |line: usize| shown(320, 700 - 14 * line, "and the miller wrote it");
    let mixed: String = (0..12).map(|line| left(line) + &right(line)).collect();
    let apart: String = (0..12).map(left).chain((0..12).map(right)).collect();
    let text = Text::read(made(&[apart, mixed], "", "", &[]), Format::Pdf).expect("the file is whole");
    let doubts: Vec<_> = text.source.doubts().iter().map(|doubt| (doubt.kind, doubt.pages.clone())).collect();
    assert_eq!(doubts, [(DoubtKind::MixedColumns, vec![2])]);
}

/// Why a file gives no text.
fn refused(file: Vec<u8>) -> String {
    Text::read(file, Format::Pdf).map_or_else(|error| error.to_string(), |_| "it is read".to_owned())
}

#[test]
fn files_that_give_no_text_say_why() {
    let form = |resources: &str| {
        format!("<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] {resources} /Length 5 >>\nstream\n/X Do\nendstream")
    };
    let draws = [shown(50, 700, "Some text.") + "/X Do"];
    let itself = form("/Resources << /XObject << /X 6 0 R >> >>");
    assert!(refused(made(&draws, "", "/XObject << /X 6 0 R >>", &[&itself])).contains("repeat themselves"));
    assert!(refused(made(&draws, "", "/XObject << /X 6 0 R >>", &[&form("")])).contains("repeat themselves"));
    assert!(refused(made(&["0 0 10 10 re f".to_owned()], "", "", &[])).contains("only pictures"));
    assert!(refused(b"no such file".to_vec()).contains("does not begin"));
    let whole = pdf(&["Some text on a page."]);
    assert!(refused(whole[..whole.len() / 2].to_vec()).contains("cannot be read"));
}

/// A file of one page that draws a form, and in it one more stream, which unpacks to so many megabytes of spaces.
fn bomb(dictionary: &str, megabytes: usize) -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..megabytes {
        packed.write_all(&vec![b' '; 1 << 20]).expect("memory takes it");
    }
    let packed = packed.finish().expect("memory takes it");
    let place = "@".repeat(packed.len());
    let stream =
        format!("<< {dictionary} /Filter /FlateDecode /Length {} >>\nstream\n{place}\nendstream", packed.len());
    let draws = [shown(50, 700, "Some text.") + "/X Do"];
    let mut file = made(&draws, "", "/XObject << /X 6 0 R >>", &[&stream]);
    let at = file.windows(packed.len()).position(|window| window.iter().all(|byte| *byte == b'@'));
    let at = at.expect("the place is there");
    file[at..at + packed.len()].copy_from_slice(&packed);
    file
}

#[test]
fn what_unpacks_to_more_than_anybody_writes_is_not_unpacked() {
    let form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << >>";
    assert_eq!(refused(bomb(form, 1)), "it is read");
    assert!(refused(bomb(form, 40)).contains("none of its pages can be read"));
    let lists = "/Type /ObjStm /N 1 /First 5";
    assert!(refused(bomb(lists, 65)).contains("larger than is read"));
    // A name may be spelt by numbers, and a dictionary be long.
    assert!(refused(bomb("/Type /Obj#53tm /N 1 /First 5", 65)).contains("larger than is read"));
    let long = format!("{lists} /Note ({})", "x".repeat(10_000));
    assert!(refused(bomb(&long, 65)).contains("larger than is read"));
}

#[test]
fn no_damage_stops_the_program() {
    let whole = pdf(&["The council met in spring.", "It agreed on a plan."]);
    for at in (0..whole.len()).step_by(7) {
        for byte in [0, b'<', b'9'] {
            let mut damaged = whole.clone();
            damaged[at] = byte;
            // It is read, or it is refused.
            _ = refused(damaged);
        }
    }
}
