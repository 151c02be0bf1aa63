//! Measures: the cost of a process from start to end, and the rate of a function on one thread.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};
use wait4::Wait4;

/// Cost of a process, as the system accounts for it.
#[derive(Clone, Copy)]
pub struct Cost {
    /// User and system time of all its threads.
    pub cpu: Duration,
    /// From start to end.
    pub wall: Duration,
    /// The most memory it held, in bytes.
    pub memory: u64,
}

/// Runs a process some times and gives the middle figure of each kind. What it prints is thrown away.
pub fn process(runs: usize, mut command: impl FnMut() -> Command) -> Cost {
    let costs: Vec<Cost> = (0..runs).map(|_| once(&mut command())).collect();
    Cost {
        cpu: middle(costs.iter().map(|cost| cost.cpu)),
        wall: middle(costs.iter().map(|cost| cost.wall)),
        memory: middle(costs.iter().map(|cost| cost.memory)),
    }
}

fn once(command: &mut Command) -> Cost {
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program can be started");
    let end = child.wait4().expect("a child can be waited for");
    let cpu = end.rusage.utime + end.rusage.stime;
    Cost { cpu, wall: start.elapsed(), memory: end.rusage.maxrss }
}

fn middle<T: Ord + Copy>(figures: impl Iterator<Item = T>) -> T {
    let mut figures: Vec<T> = figures.collect();
    figures.sort_unstable();
    figures[figures.len() / 2]
}

/// The CPU time of this thread in the fastest of some runs: on a busy machine the least disturbed one.
pub fn thread<T>(runs: usize, mut run: impl FnMut() -> T) -> Duration {
    let mut best = Duration::MAX;
    for _ in 0..runs {
        let start = clock_gettime(ClockId::ThreadCPUTime);
        std::hint::black_box(run());
        let end = clock_gettime(ClockId::ThreadCPUTime);
        let nanoseconds = (end.tv_sec - start.tv_sec) * 1_000_000_000 + end.tv_nsec - start.tv_nsec;
        best = best.min(Duration::from_nanos(nanoseconds.unsigned_abs()));
    }
    best
}
