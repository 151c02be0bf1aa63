"""Holds what `divide` says of 1,000 matrices of answers, with gaps, against krippendorff and a count of all pairs and layers."""

import json
import math
import random
import subprocess
import sys
from itertools import combinations

import krippendorff
import numpy

MAPS = 100
# Yes/no issues, and scales of so many positions: each kind in a map is a matrix of its own.
KINDS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
chance = random.Random(20260122)


def make():
    """A map, and for each kind of issue the matrix of authors by issues in it, with gaps."""
    authors = chance.randint(2, 7)
    matrices = {}
    for kind in KINDS:
        centre = [chance.randrange(kind) for _ in range(chance.randint(1, 6))]
        answer = lambda middle: min(kind - 1, max(0, round(chance.gauss(middle, kind / chance.choice([2, 6])))))
        matrices[kind] = [[None if chance.random() < 0.25 else answer(middle) for middle in centre] for _ in range(authors)]
    choices = [[chance.choice([None, 0, 1, 2, 3]) for _ in range(2)] for _ in range(authors)]
    # Open issues: of each of three positions an author is for it, against it, or silent.
    opens = [[[chance.choice([None, None, 0, 1, 1]) for _ in range(3)] for _ in range(2)] for _ in range(authors)]
    lines = []
    for kind, matrix in matrices.items():
        for issue in range(len(matrix[0])):
            lines.append(f"issue k{kind}-{issue}: Which?")
            if kind > 2:
                lines.append("  answers: scale")
                lines += [f"  position p{position}: words" for position in range(kind)]
            lines.append("")
    for issue in range(2):
        lines += [f"issue c-{issue}: Which?", *(f"  position p{position}: words" for position in range(4)), ""]
    for issue in range(2):
        lines += [f"issue o-{issue}: Which?", "  answers: open", *(f"  position p{position}: words" for position in range(3)), ""]
    for author in range(authors):
        lines.append(f"author a{author}: A\n\nsource s{author}: Paper\n  by: a{author}\n  date: 2020\n")
        answers = [(f"k{kind}-{at}", kind, row) for kind, rows in matrices.items() for at, row in enumerate(rows[author])]
        answers += [(f"c-{at}", 0, row) for at, row in enumerate(choices[author])]
        for number, (issue, kind, value) in enumerate(answers):
            if value is not None:
                position = ["no", "yes"][value] if kind == 2 else f"p{value}"
                lines.append(f"claim c{number}: Words.\n  holds {issue}: {position}\n")
        for at, sides in enumerate(opens[author]):
            for position, side in enumerate(sides):
                if side is not None:
                    lines.append(f"claim o{at}-{position}: Words.\n  {['rejects', 'holds'][side]} o-{at}: p{position}\n")
    return "\n".join(lines), matrices, choices, opens


def agreement(counts):
    """Van der Eijk's A, layer after layer and triple after triple."""
    if len(counts) == 2:
        counts = [counts[0], 0, counts[1]]
    left, total, result = list(counts), sum(counts), 0
    k = len(counts)
    while any(left):
        least = min(count for count in left if count)
        layer = [int(count > 0) for count in left]
        given = sum(layer)
        triples = [(layer[a], layer[b], layer[c]) for a, b, c in combinations(range(k), 3)]
        one = sum(triple in ((1, 1, 0), (0, 1, 1)) for triple in triples)
        two = sum(triple == (1, 0, 1) for triple in triples)
        if given == 1:
            value = 1
        elif given == k:
            value = 0
        else:
            value = ((k - 2) * one - (k - 1) * two) / ((k - 2) * (one + two)) * (1 - (given - 1) / (k - 1))
        result += value * given * least / total
        left = [count - least if count else 0 for count in left]
    return result


def of_issue(answers, kind):
    """The figures of one issue by counting every pair."""
    answers = [answer for answer in answers if answer is not None]
    pairs = list(combinations(answers, 2))
    apart = sum(abs(a - b) / (kind - 1) if kind else a != b for a, b in pairs)
    several = len(answers) > 1
    counts = [answers.count(position) for position in range(kind or 4)]
    a = agreement(counts) if kind and several else None
    return {
        "n": len(answers),
        "pairs": len(pairs),
        "apart": apart,
        "disagreement": apart / len(pairs) if pairs else None,
        "division": apart / (len(pairs) + 1) if pairs else None,
        "agreement": a,
        "polarization": None if a is None else (1 - a) / 2,
        "diversity": 1 - sum((count / len(answers)) ** 2 for count in counts) if several and not kind else None,
    }


def of_open(answers):
    """The figures of one open issue, and of each of its positions: only who rejects what another holds is apart."""
    positions = {f"p{at}": of_issue(sides, 2) for at, sides in enumerate(zip(*answers)) if any(side is not None for side in sides)}
    pairs, apart = (sum(figures[key] for figures in positions.values()) for key in ["pairs", "apart"])
    whole = dict.fromkeys(["agreement", "polarization", "diversity"])
    whole |= {"n": sum(any(side is not None for side in sides) for sides in answers), "pairs": pairs, "apart": apart}
    whole |= {"disagreement": apart / pairs if pairs else None, "division": apart / (pairs + 1) if pairs else None}
    return {None: whole, **positions}


def of_kind(matrix, kind):
    """Ordinal α over all issues of a kind; None where it is undefined."""
    data = numpy.array([[numpy.nan if value is None else value for value in row] for row in matrix], dtype=float)
    try:
        with numpy.errstate(invalid="ignore"):
            value = krippendorff.alpha(data, level_of_measurement="ordinal", value_domain=range(kind))
    except ValueError:
        return None
    return None if math.isnan(value) else value


def near(a, b):
    return a is b if a is None or b is None else abs(a - b) < 1e-9


def main(program):
    matrices = figures = wrong = 0
    for number in range(MAPS):
        text, by_kind, choices, opens = make()
        run = subprocess.run([program, "divide", "-", "--format", "json"], input=text.encode(), capture_output=True, check=True)
        page = json.loads(run.stdout)
        rows = {(row["issue"], row["position"] or None): row for row in page["records"]["rows"]}
        pools = {row["kind"]: row for block in page["blocks"] if block.get("key") == "pools" for row in block["rows"]}
        cases = []
        for kind, matrix in [*by_kind.items(), (0, choices)]:
            for at, answers in enumerate(zip(*matrix)):
                if any(answer is not None for answer in answers):
                    name = f"k{kind}-{at}" if kind else f"c-{at}"
                    cases += [(f"{name}: {key}", rows[name, None][key], value) for key, value in of_issue(answers, kind).items()]
            usable = [answers for answers in zip(*matrix) if sum(answer is not None for answer in answers) > 1]
            if kind and len(usable) > 1:
                pool = pools["yes or no" if kind == 2 else f"scale of {kind}"]
                alpha = of_kind(matrix, kind)
                cases.append((f"α of {kind}", pool["alpha"], alpha))
                cases.append((f"n of {kind}", pool["n"], sum(answer is not None for unit in usable for answer in unit)))
                # The parts of the issues, each by its n, make the whole.
                parts = [(len([a for a in u if a is not None]), rows[f"k{kind}-{at}", None]["alpha"]) for at, u in enumerate(zip(*matrix)) if u in usable]
                mean = None if alpha is None else sum(n * part for n, part in parts) / sum(n for n, _ in parts)
                cases.append((f"parts of {kind}", mean, alpha))
            matrices += 1
        for at, answers in enumerate(zip(*opens)):
            if any(side is not None for sides in answers for side in sides):
                for position, figures_of in of_open(answers).items():
                    of = f"o-{at} {position or ''}".strip()
                    cases += [(f"{of}: {key}", rows[f"o-{at}", position][key], value) for key, value in figures_of.items()]
        figures += len(cases)
        for what, found, expected in cases:
            if not near(found, expected):
                wrong += 1
                print(f"divide.py: map {number}: {what} is {found}, and should be {expected}")
        order = [row["division"] for (_, position), row in rows.items() if not position and row["division"] is not None]
        assert order == sorted(order, reverse=True), f"map {number} is not in the order of division"
    print(f"divide.py: {matrices} matrices, {figures} figures compared, {wrong} differ")
    return wrong > 0


sys.exit(main(sys.argv[1]))
