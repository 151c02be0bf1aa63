//! Which arguments some extension holds: each extension that is found answers for all that are in it.

use super::finder::{self, Finder, Wanted};
use super::setting::Setting;
use super::{preferred, single};
use crate::{Argument, Label, Semantics, Stop, Stopped};

/// Whether some extension holds each argument.
pub(super) fn accepted(setting: &Setting, stop: Stop) -> Result<Vec<bool>, Stopped> {
    let reduct = &setting.reduct;
    let mut seen = vec![false; reduct.size()];
    match setting.semantics {
        Semantics::Grounded => {}
        Semantics::Complete | Semantics::Preferred => seen = preferred::credulous(reduct, stop)?,
        Semantics::Ideal | Semantics::Eager => {
            let extension = single::extension(reduct, setting.semantics, stop)?;
            for it in extension {
                seen[it as usize] = true;
            }
        }
        Semantics::Stable => {
            for part in reduct.batches() {
                let mut search = finder::stable(reduct, part.clone(), stop);
                if !search.solve(&[])? {
                    return Ok(vec![false; setting.flat.size]);
                }
                loop {
                    search.found().into_iter().for_each(|it| seen[it as usize] = true);
                    let news: Vec<_> =
                        part.clone().filter(|&it| !seen[it as usize]).map(|it| search.is_in(it)).collect();
                    search.require(news);
                    if !search.solve(&[])? {
                        break;
                    }
                }
            }
        }
        Semantics::SemiStable | Semantics::Stage | Semantics::Cf2 => {
            for part in reduct.weak() {
                for argument in part.clone() {
                    if !seen[argument as usize] {
                        let mut finder = Finder::new(reduct, part.clone(), setting.semantics, stop);
                        let found = finder.next(Some(Wanted { argument, held: true }))?;
                        found.into_iter().flatten().for_each(|it| seen[it as usize] = true);
                    }
                }
            }
        }
    }
    let mut accepted: Vec<bool> = setting.labels.iter().map(|&label| label == Label::In).collect();
    (0..).zip(seen).for_each(|(argument, seen)| accepted[reduct.name(argument as Argument) as usize] |= seen);
    accepted.truncate(setting.flat.size);
    Ok(accepted)
}
