//! The framework of a map with names for its arguments, for programs that know frameworks and not maps.

use framework::Framework;
use framework::iccma::Names;

use crate::analysis::evaluation::compile::{Compiled, Meaning};
use crate::model::{Map, StatementId};

/// The statements that take part and what joins them, with a name for each: statements have theirs, a reason is called `a+b=>c`, and
/// what else there is, `joint`.
pub fn export(map: &Map, compiled: &Compiled) -> (Framework, Names) {
    let kept = compiled.framework.connected();
    let name = |statement: StatementId| map.statement_name(statement);
    let names = kept.iter().map(|&argument| match compiled.meaning(argument) {
        Meaning::Statement(statement) => name(statement),
        Meaning::Reason(reason) => {
            let reason = &map.reasons[reason];
            let premises: Vec<String> = reason.premises.iter().map(|&premise| name(premise)).collect();
            format!("{}=>{}", premises.join("+"), name(reason.conclusion))
        }
        Meaning::AuxiliaryArgument(_) => "joint".to_owned(),
    });
    let names: Vec<String> = names.collect();
    (compiled.framework.part(&kept), Names::words(names.iter().map(String::as_str)))
}
