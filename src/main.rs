//! The program: arguments in, exit status out.

use std::process::ExitCode;

fn main() -> ExitCode {
    counterpoint::command::main(std::env::args_os())
}
