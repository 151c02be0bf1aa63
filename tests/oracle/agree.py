"""Holds `counterpoint agree` against numpy, scipy and scikit-learn on 1,000 random maps with gaps: `agree.py PROGRAM`.

The maps are made here, always the same ones, and read by the program from standard input. Gower's similarity, the sums of
the networks, the overlaps and what is left when one issue is left out are computed a second time by their definitions;
Kendall's tau-b is that of scipy, Cohen's kappa that of scikit-learn.
"""

import json
import subprocess
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations

import numpy as np
from scipy.stats import kendalltau
from sklearn.metrics import cohen_kappa_score, jaccard_score

MAPS = 1_000
KINDS = ("yes-no", "scale", "choice", "open")


def made(seed):
    """A map as issues (kind, number of positions) and sources (author, stances as issue, position, holds, condition)."""
    chance = np.random.default_rng(seed)
    issues = []
    for _ in range(chance.integers(1, 9)):
        kind = KINDS[chance.integers(4)]
        issues.append((kind, 2 if kind == "yes-no" else int(chance.integers(2, 6))))
    sources = []
    for author in range(chance.integers(2, 6)):
        for _ in range(chance.integers(1, 3)):
            stances = []
            for issue, (kind, positions) in enumerate(issues):
                if chance.random() < 0.3:
                    continue
                for position in chance.choice(positions, chance.integers(1, 3), replace=False):
                    if kind in ("yes-no", "scale") and stances and stances[-1][0] == issue and chance.random() < 0.8:
                        continue
                    holds, conditional = chance.random() < 0.7, chance.random() < 0.15
                    stances.append((issue, int(position), bool(holds), bool(conditional)))
            sources.append((author, stances))
    options = [option for option in ("--ambivalent=middle", "--unconditional") if chance.random() < 0.4]
    return issues, sources, options


def name(kind, position):
    return ("yes", "no")[position] if kind == "yes-no" else f"p{position}"


def text(issues, sources):
    authors = sorted({author for author, _ in sources})
    lines = [f"author a{author}: A" for author in authors] + [""]
    for number, (kind, positions) in enumerate(issues):
        lines.append(f"issue i{number}: Question {number}?")
        if kind != "yes-no":
            lines.append(f"  answers: {kind}")
            lines += [f"  position p{position}: P" for position in range(positions)]
        lines.append("")
    for number, (author, stances) in enumerate(sources):
        lines += [f"source s{number}: S", f"  by: a{author}", "  date: 2020", ""]
        for at, (issue, position, holds, conditional) in enumerate(stances):
            verb, condition = "holds" if holds else "rejects", " if it rains" if conditional else ""
            lines += [f"claim c{at}: Text {at}.", f"  {verb} i{issue}: {name(issues[issue][0], position)}{condition}", ""]
    return "\n".join(lines)


def answer(kind, stances, middle, unconditional):
    """What stances on an issue come to: a dict from position to -1, 0 or 1, "middle", or nothing."""
    if kind == "yes-no":
        # Rejecting one is holding the other.
        stances = [(other, way, if_) for at, holds, if_ in stances for other, way in ((at, holds), (1 - at, not holds))]
    plain = [stance for stance in stances if not stance[2]]
    if kind != "open" and plain:
        # What is said without a condition is the base; whatever else is said on one is an exception.
        stances = plain
    says, conditions = {}, {}
    for position, holds, conditional in stances:
        says.setdefault(position, set()).add(holds)
        conditions.setdefault((position, holds), []).append(conditional)
    held = [position for position, ways in says.items() if True in ways]
    both = any(len(ways) == 2 for ways in says.values())
    if kind != "open" and (both or len(held) > 1):
        return "middle" if middle else None
    if kind != "open" and not plain:
        # Who speaks on a condition alone takes no side.
        return None
    found = {}
    for position, ways in says.items():
        if len(ways) == 2:
            if middle:
                found[position] = 0
        elif not (unconditional and all(conditions[position, True in ways])):
            found[position] = 1 if True in ways else -1
    return found or None


def left(positions, given):
    """The places on a scale that an answer leaves: that of what it holds, or else all that it does not reject."""
    if given == "middle":
        return [0.5]
    held = [position for position, way in given.items() if way == 1]
    return [at / (positions - 1) for at in held or [at for at in range(positions) if at not in given]]


def place(kind, positions, given):
    """Where an answer stands between the ends of an ordered issue, from 0 to 1."""
    if kind not in ("yes-no", "scale") or given is None:
        return np.nan
    if given == "middle":
        return 0.5
    if kind == "scale":
        places = left(positions, given)
        return places[0] if len(places) == 1 else np.nan
    position = next(position for position, way in given.items() if way == 1)
    return 1.0 - position


def distance(kind, positions, a, b):
    if a is None or b is None:
        return np.nan
    if kind == "scale":
        # Who only rejects stands at the nearest position that is left.
        return min((abs(x - y) for x in left(positions, a) for y in left(positions, b)), default=np.nan)
    if kind == "yes-no":
        return abs(place(kind, positions, a) - place(kind, positions, b))
    if kind == "choice" and "middle" in (a, b):
        other = b if a == "middle" else a
        if other == "middle":
            return 0.0
        return 0.5 if 1 in other.values() else np.nan
    common = [(a[position], b[position]) for position in a if position in b]
    if kind == "open":
        return np.mean([abs(x - y) / 2 for x, y in common]) if common else np.nan
    held = [next((position for position, way in given.items() if way == 1), None) for given in (a, b)]
    if any(x != y for x, y in common) or (None not in held and held[0] != held[1]):
        return 1.0
    return 0.0 if common else np.nan


def figure(value):
    return None if value is None or np.isnan(value) else float(value)


def expected(issues, sources, options):
    middle, unconditional = "--ambivalent=middle" in options, "--unconditional" in options
    on = lambda stances, issue: [stance[1:] for stance in stances if stance[0] == issue]
    one = lambda stances: [answer(kind, on(stances, at), middle, unconditional) for at, (kind, _) in enumerate(issues)]
    of = {}
    for author, stances in sources:
        of.setdefault(author, []).append(stances)
    speaking = [author for author, texts in of.items() if any(texts)]
    rows = {}
    for a, b in combinations(speaking, 2):
        row = {}
        whole = {author: one([stance for stances in of[author] for stance in stances]) for author in (a, b)}
        far = np.array([distance(*issue, x, y) for issue, x, y in zip(issues, whole[a], whole[b])])
        defined = far[~np.isnan(far)]
        row["n"] = len(defined)
        row["gower"] = 1 - defined.mean() if len(defined) else None
        without = [1 - np.delete(defined, at).mean() for at in range(len(defined))] if len(defined) > 1 else [None]
        row["low"], row["high"] = (min(without), max(without)) if len(defined) > 1 else (None, None)

        by_source = [
            distance(*issue, x, y)
            for one_of_a in map(one, of[a])
            for one_of_b in map(one, of[b])
            for issue, x, y in zip(issues, one_of_a, one_of_b)
        ]
        by_source = np.array(by_source, dtype=float)
        by_source = by_source[~np.isnan(by_source)]
        row["sources"] = len(by_source)
        row["congruence"] = (1 - by_source).sum() if len(by_source) else None
        row["conflict"] = by_source.sum() if len(by_source) else None
        row["subtract"] = (1 - 2 * by_source).sum() if len(by_source) else None

        spoken = [
            np.array([any(stance[0] == at for stances in of[author] for stance in stances) for at in range(len(issues))])
            for author in (a, b)
        ]
        row["jaccard_issues"] = jaccard_score(*spoken)
        row["issues_either"] = int((spoken[0] | spoken[1]).sum())

        places = np.array([[place(*issue, given) for issue, given in zip(issues, whole[author])] for author in (a, b)])
        x, y = places[:, ~np.isnan(places).any(axis=0)]
        row["ordered"] = len(x)
        row["tau"] = kendalltau(x, y, variant="b").statistic if len(x) > 1 else None
        labels = [[f"{value:.6f}" for value in values] for values in (x, y)]
        row["kappa"] = cohen_kappa_score(*labels) if len(set(labels[0] + labels[1])) > 1 else None
        rows[f"a{a}", f"a{b}"] = {key: figure(value) for key, value in row.items()}
    return rows


def differences(program, seed):
    issues, sources, options = made(seed)
    command = [program, "agree", "-", "--format=json", *options]
    shown = subprocess.run(command, input=text(issues, sources), capture_output=True, text=True)
    if shown.returncode != 0:
        return [f"map {seed}: {shown.stderr}"], 0
    records = json.loads(shown.stdout)["records"]["rows"]
    found = {(row["a"], row["b"]): row for row in records}
    wanted = expected(issues, sources, options)
    if found.keys() != wanted.keys():
        return [f"map {seed}: pairs {sorted(found)} and {sorted(wanted)}"], 0
    wrong = []
    for pair, row in wanted.items():
        for key, value in row.items():
            other = found[pair][key]
            if (value is None) != (other is None) or value is not None and abs(value - other) > 1e-9:
                wrong.append(f"map {seed} {options}, {pair[0]} and {pair[1]}: {key} is {other}, and should be {value}")
    return wrong, sum(value is not None for row in wanted.values() for value in row.values())


def main():
    warnings.simplefilter("ignore")
    with ThreadPoolExecutor(2) as workers:
        found = list(workers.map(lambda seed: differences(sys.argv[1], seed), range(MAPS)))
    wrong = [line for lines, _ in found for line in lines]
    for line in wrong[:20]:
        print(line)
    print(f"agree: {sum(number for _, number in found)} figures of {MAPS} maps, {len(wrong)} wrong")
    sys.exit(bool(wrong))


main()
