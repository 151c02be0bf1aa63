"""CPU seconds that fuzzy matchers take to find a sample of quotations, scaled to all of them."""

import sys
import time
from pathlib import Path

import edlib
from rapidfuzz import fuzz

text = Path(sys.argv[1]).read_text(encoding="utf-8")
quotations = Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()
step = int(sys.argv[3])
sample = quotations[::step]


def measure(name, search):
    """Prints what one search for each quotation of the sample takes, and what all would."""
    start = time.process_time()
    near = sum(search(quotation) for quotation in sample)
    seconds = (time.process_time() - start) / len(sample)
    print(f"  {name:<34} {seconds * len(quotations):>8.1f} s  ({seconds:.3f} s each; {near} of {len(sample)} near)")


def by_rapidfuzz(quotation):
    """Whether a passage has four fifths of the quotation's characters."""
    return fuzz.partial_ratio_alignment(quotation, text, score_cutoff=80) is not None


def by_edlib(quotation):
    """Whether a passage is at most a fifth of the quotation's characters away."""
    limit = len(quotation) // 5
    return edlib.align(quotation, text, mode="HW", task="locations", k=limit)["editDistance"] >= 0


print(f"{len(quotations)} quotations in {len(text.encode()) / 1e6:.0f} MB, {len(sample)} of them measured")
measure("rapidfuzz, partial_ratio_alignment", by_rapidfuzz)
measure("edlib, infix", by_edlib)
