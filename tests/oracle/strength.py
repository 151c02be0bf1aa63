"""Holds `solve --strength` against formal-argumentation on 200 random weighted graphs of attacks and supports, with circles."""

import json
import random
import subprocess
import sys

from argumentation.core.dung import ArgumentationFramework
from argumentation.gradual.dfquad import dfquad_strengths
from argumentation.gradual.gradual import WeightedBipolarGraph, quadratic_energy_strengths
from argumentation.ranking.ranking import categoriser_scores

GRAPHS = 200
PRECISION = 1e-6
chance = random.Random(20260122)
program = sys.argv[1]


def make(acyclic):
    """The weights, attacks and supports of a random graph."""
    names = [f"a{number}" for number in range(chance.randint(1, 10))]
    weights = {name: round(chance.random(), 3) for name in names}
    pairs = {(chance.choice(names), chance.choice(names)) for _ in range(chance.randint(0, 2 * len(names)))}
    if acyclic:
        pairs = {(a, b) for a, b in pairs if int(a[1:]) < int(b[1:])}
    attacks = {pair for pair in sorted(pairs) if chance.random() < 0.5}
    return weights, attacks, pairs - attacks


def ours(model, weights, attacks, supports):
    """The strengths that the program finds, and whether all are at rest."""
    facts = "".join(f"arg({name},{weight}).\n" for name, weight in weights.items())
    facts += "".join(f"att({a},{b}).\n" for a, b in sorted(attacks))
    facts += "".join(f"sup({a},{b}).\n" for a, b in sorted(supports))
    words = [program, "solve", "--strength", model, "--format", "json", "--fo", "apx", "-f", "-"]
    asked = subprocess.run(words, input=facts, capture_output=True, text=True)
    if asked.returncode != 0:
        sys.exit(f"{' '.join(words)}: {asked.stderr}\n{facts}")
    page = json.loads(asked.stdout)
    rows = (page["records"] or page["blocks"][-1])["rows"]
    return {row["argument"]: row["strength"] for row in rows}, all(row["settled"] for row in rows)


compared, without_rest, worst, differences = 0, 0, 0.0, 0
for number in range(GRAPHS):
    weights, attacks, supports = make(acyclic=number % 2 == 0)
    graph = WeightedBipolarGraph(frozenset(weights), weights, frozenset(attacks), frozenset(supports))
    plain = ArgumentationFramework(frozenset(weights), frozenset(attacks))
    theirs = {
        "qe": lambda: quadratic_energy_strengths(graph, tolerance=1e-9),
        "df-quad": lambda: dfquad_strengths(graph, tolerance=1e-12),
        "h-categoriser": lambda: categoriser_scores(plain, tolerance=1e-12),
    }
    for model, find in theirs.items():
        found = find()
        if not found.converged:
            # Jumping from guess to guess, as they do for df-quad, may never come to rest.
            without_rest += 1
            continue
        strengths, at_rest = ours(model, weights, attacks, supports)
        expected = found.scores if model == "h-categoriser" else found.strengths
        compared += 1
        off = max(abs(strengths[name] - expected[name]) for name in weights)
        worst = max(worst, off)
        if off > PRECISION or not at_rest:
            differences += 1
            print(f"{model}: off by {off}: {weights} {sorted(attacks)} {sorted(supports)}")
print(f"strength: {compared} answers compared, off by {worst:.1e} at most, {differences} differ; {without_rest} not at rest there")
sys.exit(bool(differences))
