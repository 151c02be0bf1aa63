//! Tables of a document: heads that come again on every page, columns as wide as what stands in them, lines across all columns.

use crate::page::{Column, Look, Row, Runs, TableOf as Table};
use crate::render::anchors::{Rank, about, first};
use crate::render::natural::{lengths, shares};

use super::paragraph::{Paragraph, Writer};

/// Width of what is written on a page, in twentieths of a point.
const PAGE: f64 = 9_638.0;
/// The most columns that a table of a word processor has.
const MOST: usize = 63;

impl Writer<'_> {
    pub(super) fn table(&mut self, table: &Table<'_>) {
        if let Some(caption) = &table.caption {
            self.paragraph(&Paragraph::of("Caption"), caption);
        }
        let columns = &table.columns[..table.columns.len().min(MOST)];
        if columns.is_empty() {
            return;
        }
        let widths: Vec<usize> =
            shares(&lengths(table)[..columns.len()]).iter().map(|share| (share * PAGE) as usize).collect();
        let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
        self.body.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Lines\"/><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblLayout w:type=\"fixed\"/>\
             <w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        ));
        if table.look != Look::Grouped {
            self.body.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
            for (column, width) in columns.iter().zip(&widths) {
                self.head(column, *width);
            }
            self.body.push_str("</w:tr>");
        }
        for row in table.shown_rows() {
            self.row(columns, &widths, &row);
        }
        if table.is_empty() {
            self.row(columns, &widths, &Row::across(0, "(no rows)", "".into()));
        }
        self.body.push_str("</w:tbl>");
        if columns.len() < table.columns.len() {
            let left =
                format!("{} more columns are not shown: a document has no room for them.", table.columns.len() - MOST);
            self.paragraph(&Paragraph::of("Note"), &left.into());
        }
        // Two tables behind one another would be one.
        self.put(&Paragraph::of("Between"), &Runs::new(), None, None);
    }

    fn head(&mut self, column: &Column, width: usize) {
        let thing = first(&column.heading);
        let place = self.anchors.place(Rank::Column, thing);
        let own = place.as_ref().and(thing);
        self.open(width, 1, true);
        let set = Paragraph { is_number: column.numeric, is_strong: true, ..Paragraph::of("Cell") };
        self.put(&set, &column.heading, place.as_deref(), own);
        self.body.push_str("</w:tc>");
    }

    fn row(&mut self, columns: &[Column], widths: &[usize], row: &Row) {
        let (rank, thing) = about(row);
        let place = self.anchors.place(rank, thing);
        let own = place.as_ref().and(thing);
        self.body.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        match &row.across {
            None => {
                let empty = Runs::new();
                for (at, (column, width)) in columns.iter().zip(widths).enumerate() {
                    self.open(*width, 1, row.ruled);
                    let indent = if at == 0 { row.depth.into() } else { 0 };
                    let set = Paragraph { is_number: column.numeric, indent, ..Paragraph::of("Cell") };
                    let runs = row.cells.get(at).map_or(&empty, |cell| &*cell.runs);
                    self.put(&set, runs, place.as_deref().filter(|_| at == 0), own);
                    self.body.push_str("</w:tc>");
                }
            }
            Some(across) => {
                let has_heads = across.is_group && columns.len() > 1;
                let (span, width) = if has_heads { (1, widths[0]) } else { (columns.len(), widths.iter().sum()) };
                let mut runs = across.runs.clone();
                if !across.aside.is_empty() {
                    runs = runs.joined(" (".into()).joined(across.aside.clone()).joined(")".into());
                }
                self.open(width, span, across.is_group);
                let set = Paragraph { indent: row.depth.into(), is_strong: across.is_group, ..Paragraph::of("Cell") };
                self.put(&set, &runs, place.as_deref(), own);
                self.body.push_str("</w:tc>");
                for (column, width) in columns.iter().zip(widths).skip(1).filter(|_| has_heads) {
                    self.head(column, *width);
                }
            }
        }
        self.body.push_str("</w:tr>");
    }

    /// Opens a cell of this width over so many columns, with a line above and below it or none.
    fn open(&mut self, width: usize, span: usize, is_ruled: bool) {
        let span = if span > 1 { format!("<w:gridSpan w:val=\"{span}\"/>") } else { String::new() };
        let lines = if is_ruled {
            "<w:tcBorders><w:top w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"595959\"/>\
             <w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"595959\"/></w:tcBorders>"
        } else {
            ""
        };
        self.body.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}{lines}</w:tcPr>"));
    }
}
