"""Holds what `agree --coders` says of 1,000 pairs of codings, with gaps, against krippendorff, scikit-learn and statsmodels."""

import json
import math
import random
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import krippendorff
import numpy
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import cohens_kappa

ISSUES = 1000
SOURCES = 3
POSITIONS = 4
RANKED = ["against", "against-if", "not-alone", "both", "for-if", "for"]
CODES = RANKED + ["first", "second", "raises", "silent"]

warnings.filterwarnings("ignore")
chance = random.Random(20260122)


def code_issue(issue, likeness):
    """What a coder writes on an issue in one source, and which code each position has by that."""
    clauses, codes = [], {}
    free = list(range(POSITIONS))
    if chance.random() < 0.15:
        first, second = chance.sample(free, 2)
        clauses.append((f"prefers {issue}: p{first} over p{second}", ""))
        codes[first], codes[second] = "first", "second"
    for position in free:
        if position in codes or chance.random() < 0.3:
            continue
        code = likeness.get(position)
        if code in (None, "first", "second") or chance.random() < 0.3:
            code = chance.choice(RANKED + ["raises", "for", "for", "against"])
        codes[position] = code
        p = f"{issue}{{}}: p{position}"
        clauses += {
            "for": [("holds " + p.format(""), "")],
            "for-if": [("holds " + p.format("") + " if it rains", "")],
            "against": [("rejects " + p.format(""), "")],
            "against-if": [("rejects " + p.format("") + " if it rains", "")],
            "not-alone": [("rejects " + p.format(" (alone)"), "")],
            "both": [("holds " + p.format(""), ""), ("rejects " + p.format(""), "")],
            "raises": [("holds " + p.format(""), " (anticipated)")],
        }[code]
    rest = "silent"
    if chance.random() < 0.1:
        rest = chance.choice(["both", "raises"])
        clauses.append((f"{'weighs' if rest == 'both' else 'raises'} {issue}: words", ""))
    return clauses, codes, rest


def write(folder, statements):
    lines = ["author ann: Ann\n"]
    for issue in range(ISSUES):
        lines.append(f"issue i{issue}: Which?\n  answers: open")
        lines += [f"  position p{position}: words" for position in range(POSITIONS)]
        lines.append("")
    for source, clauses in enumerate(statements):
        lines.append(f"source s{source}: Paper\n  by: ann\n  date: 2020\n")
        for number, (clause, qualifier) in enumerate(clauses):
            lines.append(f"claim c{number}{qualifier}: Words.\n  {clause}\n")
    folder.mkdir()
    (folder / "map.arg").write_text("\n".join(lines))


def defined(value):
    return None if value is None or math.isnan(value) else float(value)


def alpha(pairs, level, categories):
    numbers = [[categories.index(code) if code in categories else numpy.nan for code in side] for side in zip(*pairs)]
    try:
        return defined(krippendorff.alpha(numpy.array(numbers), level_of_measurement=level, value_domain=range(len(categories))))
    except ValueError:
        return None


def kappas(pairs):
    first, second = zip(*pairs)
    table = numpy.zeros((len(CODES), len(CODES)))
    for a, b in pairs:
        table[CODES.index(a), CODES.index(b)] += 1
    used = (table.sum(0) + table.sum(1)) > 0
    if used.sum() == 1:
        return None, None
    return (
        defined(cohen_kappa_score(first, second)),
        defined(cohens_kappa(table[used][:, used], return_results=False)),
    )


def compare(what, row, pairs):
    """How many figures of a row were compared; those that differ are said."""
    kappa, again = kappas(pairs)
    same = sum(a == b for a, b in pairs)
    expected = {
        "n": len(pairs),
        "same": same,
        "share": same / len(pairs),
        "kappa": kappa,
        "alpha_nominal": alpha(pairs, "nominal", CODES),
        "alpha_ordinal": alpha(pairs, "ordinal", RANKED),
        "n_ordinal": sum(a in RANKED and b in RANKED for a, b in pairs),
    }
    wrong = [(key, row[key], value) for key, value in expected.items() if not near(row[key], value)]
    if not near(kappa, again):
        wrong.append(("kappa of the two oracles", kappa, again))
    for key, found, value in wrong:
        print(f"coders.py: {what}: {key} is {found}, and should be {value}: {pairs}")
    return len(expected), len(wrong)


def near(a, b):
    return a is b if a is None or b is None else abs(a - b) < 1e-9


def main(program):
    statements = [[[] for _ in range(SOURCES)] for _ in range(2)]
    pairs = {}
    for issue in range(ISSUES):
        units = []
        for source in range(SOURCES):
            coded = []
            for side in range(2):
                clauses, codes, rest = code_issue(f"i{issue}", coded[0][0] if coded else {})
                statements[side][source] += clauses
                coded.append((codes, rest))
            (a, rest_a), (b, rest_b) = coded
            units += [(a.get(position, rest_a), b.get(position, rest_b)) for position in sorted({*a, *b})]
            if not a and not b and (rest_a, rest_b) != ("silent", "silent"):
                units.append((rest_a, rest_b))
        pairs[f"i{issue}"] = units
    with tempfile.TemporaryDirectory() as folder:
        folders = [Path(folder) / name for name in ("ann", "bob")]
        for path, of_coder in zip(folders, statements):
            write(path, of_coder)
        arguments = [program, "agree", "--coders", *map(str, folders), "--format", "json"]
        page = json.loads(subprocess.run(arguments, capture_output=True, check=True).stdout)
    tables = {block["key"]: block["rows"] for block in page["blocks"] if block["type"] == "table"}
    found = {row["issue"]: row for row in tables["issues"]}
    figures = wrong = 0
    expected = {issue: units for issue, units in pairs.items() if len(units) > 1}
    assert found.keys() == expected.keys(), "other issues than those with two units or more"
    every = [unit for units in pairs.values() for unit in units]
    both = [unit for unit in every if "silent" not in unit]
    cases = [(issue, found[issue], units) for issue, units in expected.items()]
    cases += [("either", tables["reliability"][0], every), ("both", tables["reliability"][1], both)]
    for case in cases:
        compared, differ = compare(*case)
        figures, wrong = figures + compared, wrong + differ
    print(f"coders.py: {len(cases)} pairs of codings, {figures} figures compared, {wrong} differ")
    return wrong > 0


sys.exit(main(sys.argv[1]))
