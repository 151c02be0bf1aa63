//! Shares the width of a terminal among the columns of a table: as wide as they would like, else wrapped, else in bands.

use std::ops::Range;

use crate::render::wrap::Measure;

/// Columns between two columns of a table.
pub(super) const GAP: usize = 3;
/// A column that holds as much is not made narrower than this, so that its words can be read.
const READABLE: usize = 12;
/// A longer word than this is broken rather than given a column of its length.
const LONGEST_WORD: usize = 18;

/// Some columns of a table that stand beside each other.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Band {
    /// The columns that are not repeated.
    pub(super) own: Range<usize>,
    /// The columns with their widths: those that are repeated, then its own.
    pub(super) columns: Vec<(usize, usize)>,
}

/// The columns in bands that fit; `fixed` columns at the left are in each of them.
pub(super) fn bands(measures: &[Measure], fixed: usize, width: usize) -> Vec<Band> {
    let least: Vec<usize> = measures.iter().map(|measure| least(*measure)).collect();
    if total(&least) <= width || measures.len() < 2 {
        let columns = share(measures, &least, width).into_iter().enumerate().collect();
        return vec![Band { own: 0..measures.len(), columns }];
    }
    let fixed = repeatable(&least, fixed.min(measures.len() - 1), width);
    let room = if fixed == 0 { 0 } else { width * 2 / 5 };
    let repeated: Vec<_> = share(&measures[..fixed], &least[..fixed], room);
    let rest = width - if fixed == 0 { 0 } else { total(&repeated) + GAP };

    let fewest = cut(&least, fixed, rest, usize::MAX);
    // As many bands, filled evenly, are easier to read than full ones and a remainder.
    let even = cut(&least, fixed, rest, (measures.len() - fixed).div_ceil(fewest.len()));
    let cuts = if even.len() > fewest.len() { fewest } else { even };
    let band = |own: Range<usize>| {
        let widths = share(&measures[own.clone()], &least[own.clone()], rest);
        let columns = repeated.iter().copied().enumerate().chain(own.clone().zip(widths)).collect();
        Band { own, columns }
    };
    cuts.into_iter().map(band).collect()
}

/// The width below which a column is not squeezed as long as bands are a way out.
fn least(measure: Measure) -> usize {
    measure.natural.min(measure.word.clamp(READABLE, LONGEST_WORD)).max(1)
}

fn total(widths: &[usize]) -> usize {
    widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1)
}

/// How many of the columns that should be repeated leave room for another.
fn repeatable(least: &[usize], fixed: usize, width: usize) -> usize {
    (0..=fixed).rev().find(|&fixed| total(&least[..fixed]) <= width * 2 / 5).unwrap_or(0).max(fixed.min(1))
}

/// Cuts the columns from `fixed` on into ranges that fit into `width`, each of `most` columns at most.
fn cut(least: &[usize], fixed: usize, width: usize, most: usize) -> Vec<Range<usize>> {
    let mut cuts: Vec<Range<usize>> = Vec::new();
    let mut used = 0;
    for (at, &column) in least.iter().enumerate().skip(fixed) {
        match cuts.last_mut() {
            Some(range) if used + GAP + column <= width && range.len() < most => {
                range.end = at + 1;
                used += GAP + column;
            }
            _ => {
                cuts.push(at..at + 1);
                used = column;
            }
        }
    }
    cuts
}

/// Widths that add up to `width` at most where that can be: the narrow columns get what they would like, and the wide
/// ones share what is left evenly.
fn share(measures: &[Measure], least: &[usize], width: usize) -> Vec<usize> {
    let width = width.saturating_sub(GAP * measures.len().saturating_sub(1));
    let squeezed = least.iter().sum::<usize>() > width;
    let at_level = |level: usize| -> Vec<usize> {
        let widths = measures.iter().zip(least);
        widths
            .map(|(measure, &least)| {
                if squeezed { measure.natural.min(level).max(1) } else { measure.natural.min(level.max(least)).max(1) }
            })
            .collect()
    };
    let fits = |level: &usize| at_level(*level).iter().sum::<usize>() <= width;
    let (mut low, mut high) = (1, width + 1);
    while low + 1 < high {
        let middle = low.midpoint(high);
        *(if fits(&middle) { &mut low } else { &mut high }) = middle;
    }
    let mut widths = at_level(low);
    let mut left = width.saturating_sub(widths.iter().sum());
    for (columns, measure) in widths.iter_mut().zip(measures) {
        if left > 0 && *columns < measure.natural && *columns == low {
            *columns += 1;
            left -= 1;
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(natural: usize) -> Measure {
        Measure { natural, word: natural.min(9) }
    }

    fn widths(band: &Band) -> Vec<usize> {
        band.columns.iter().map(|&(_, width)| width).collect()
    }

    #[test]
    fn what_fits_is_as_wide_as_it_would_like() {
        let bands = bands(&[text(10), text(5), text(30)], 1, 80);
        assert_eq!(bands.len(), 1);
        assert_eq!(widths(&bands[0]), [10, 5, 30]);
    }

    #[test]
    fn what_does_not_fit_is_wrapped_first() {
        let bands = bands(&[text(60), text(4), text(60)], 1, 80);
        assert_eq!(bands.len(), 1);
        assert_eq!(widths(&bands[0]), [35, 4, 35]);
    }

    #[test]
    fn what_would_be_too_narrow_stands_in_bands_that_are_filled_evenly() {
        let bands = bands(&[text(40); 7], 1, 80);
        assert_eq!(bands.iter().map(|band| band.own.clone()).collect::<Vec<_>>(), [1..4, 4..7]);
        assert_eq!(widths(&bands[0]), [32, 13, 13, 13]);
        assert_eq!(bands[1].columns[0], (0, 32));
    }

    #[test]
    fn no_width_is_too_narrow_and_no_band_too_wide() {
        for count in 0..12 {
            for fixed in 0..=count {
                for width in [20, 36, 80] {
                    let bands = bands(&vec![text(50); count], fixed, width);
                    for band in &bands {
                        assert!(
                            total(&widths(band)) <= width,
                            "{count} columns, {fixed} fixed, width {width}: {band:?}"
                        );
                    }
                    assert_eq!(
                        bands.iter().flat_map(|band| band.columns.iter().map(|c| c.0)).max(),
                        count.checked_sub(1)
                    );
                }
            }
        }
    }
}
