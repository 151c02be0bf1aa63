//! A PDF is read as its pages' text.
#![cfg(feature = "pdf")]

use counterpoint::quotation::{Fidelity, Format, Text, check};

/// A PDF with one line of text on each page, written out by hand.
fn pdf(lines: &[&str]) -> Vec<u8> {
    let kids: Vec<String> = (0..lines.len()).map(|page| format!("{} 0 R", 4 + 2 * page)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), lines.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for (page, line) in lines.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R >> >> >>",
            5 + 2 * page
        ));
        let content = format!("BT /F1 12 Tf 50 700 Td ({line}) Tj ET");
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
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
