//! The status of every argument at once, which is what a map needs.

use super::finder::{self, Finder};
use super::reduct::Reduct;
use super::search::Rules;
use super::setting::Setting;
use super::tally::Tally;
use super::{preferred, single};
use crate::{Argument, Label, Semantics, Status, Stop, Stopped};

/// Status of every argument; none where there is no extension.
pub(super) fn statuses(setting: &Setting, stop: Stop) -> Result<Option<Vec<Status>>, Stopped> {
    let of_reduct = of_reduct(&setting.reduct, setting.semantics, stop)?;
    Ok(of_reduct.map(|of_reduct| with_decided(setting, &of_reduct)))
}

/// The statuses of the reduct's arguments with those of the decided ones, in the framework's order.
pub(super) fn with_decided(setting: &Setting, of_reduct: &[Status]) -> Vec<Status> {
    let mut statuses: Vec<Status> = setting.labels.iter().map(|&label| decided(label)).collect();
    for (&name, &status) in setting.reduct.names.iter().zip(of_reduct) {
        statuses[name as usize] = status;
    }
    statuses.truncate(setting.flat.size);
    statuses
}

/// Status of every argument of a reduct.
pub(super) fn of_reduct(reduct: &Reduct, semantics: Semantics, stop: Stop) -> Result<Option<Vec<Status>>, Stopped> {
    let mut statuses = vec![Status::Open; reduct.size()];
    let mut tell = |argument: Argument, status| statuses[argument as usize] = status;
    match semantics {
        Semantics::Grounded | Semantics::Complete => {}
        Semantics::Preferred => statuses = preferred::statuses(reduct, stop)?,
        Semantics::Stable => {
            for part in reduct.batches() {
                let mut search = finder::stable(reduct, part.clone(), stop);
                if !search.solve(&[])? {
                    return Ok(None);
                }
                let mut tally = Tally::new(part.clone());
                tally.count(&search);
                tally.exhaust(&mut search, &[])?;
                part.for_each(|it| tell(it, tally.status(it)));
            }
        }
        Semantics::SemiStable | Semantics::Stage => {
            let rules = if semantics == Semantics::Stage { Rules::ConflictFree } else { Rules::Complete };
            for part in reduct.weak() {
                let tally = single::of_ranges(reduct, part.clone(), rules, stop)?;
                part.for_each(|it| tell(it, tally.status(it)));
            }
        }
        Semantics::Ideal | Semantics::Eager => {
            let extension = single::extension(reduct, semantics, stop)?;
            let targets = extension.iter().flat_map(|&it| reduct.targets.row(it));
            targets.for_each(|&it| tell(it, Status::Falls));
            for &it in &extension {
                tell(it, Status::Stands);
            }
        }
        Semantics::Cf2 => {
            for part in reduct.weak() {
                let mut finder = Finder::new(reduct, part.clone(), Semantics::Cf2, stop);
                let mut tally = Tally::new(part.clone());
                while let Some(found) = finder.next(None)? {
                    let mut is_in = vec![false; part.len()];
                    for it in &found {
                        is_in[(it - part.start) as usize] = true;
                    }
                    let is_out = reduct.made_out(part.clone(), &found);
                    for (argument, (is_in, is_out)) in part.clone().zip(is_in.into_iter().zip(is_out)) {
                        tally.label(argument, is_in, is_out);
                    }
                }
                part.for_each(|it| tell(it, tally.status(it)));
            }
        }
    }
    Ok(Some(statuses))
}

fn decided(label: Label) -> Status {
    match label {
        Label::In => Status::Stands,
        Label::Out => Status::Falls,
        Label::Undecided => Status::Open,
    }
}
