"""Holds `solve` against formal-argumentation and pygarg on 1,000 random frameworks, some with joint attacks and needs."""

import json
import random
import subprocess
import sys

from argumentation.core.dung import ArgumentationFramework, eager_extension, extensions_for
from argumentation.frameworks import adf, setaf
from pygarg.dung import solver

PLAIN = 700
JOINT = 200
NEEDING = 100
LETTERS = {
    "CO": "complete",
    "GR": "grounded",
    "PR": "preferred",
    "ST": "stable",
    "SST": "semi-stable",
    "STG": "stage",
    "ID": "ideal",
    "EA": "eager",
    "CF2": "cf2",
}
chance = random.Random(20260122)
program = sys.argv[1]
differences = []
compared = 0


def ask(words, facts):
    """What the program prints about a framework."""
    words = [program, "solve", *words, "--fo", "apx", "-f", "-"]
    asked = subprocess.run(words, input=facts, capture_output=True, text=True)
    if asked.returncode != 0:
        sys.exit(f"{' '.join(words)}: {asked.stderr}\n{facts}")
    return asked.stdout


def listed(facts, letters):
    """Every extension that the program finds."""
    lines = ask(["-p", f"EE-{letters}"], facts).split("\n")[1:-2]
    return frozenset(frozenset(filter(None, line[1:-1].split(","))) for line in lines)


def compare(what, facts, ours, theirs):
    global compared
    compared += 1
    if ours != theirs:
        show = lambda sets: sorted(map(sorted, sets)) if isinstance(sets, frozenset) else sets
        differences.append(f"{what}: ours {show(ours)}, theirs {show(theirs)}\n{facts}")


def written(arguments, attacks):
    """A plain framework as facts."""
    return "".join(f"arg({it}).\n" for it in arguments) + "".join(f"att({a},{b}).\n" for a, b in attacks)


def plain(prefix=""):
    """The names and attacks of a random framework of up to seven arguments."""
    arguments = [f"{prefix}a{number}" for number in range(chance.randint(1, 7))]
    number = chance.randint(0, 2 * len(arguments))
    attacks = sorted({(chance.choice(arguments), chance.choice(arguments)) for _ in range(number)})
    return arguments, attacks


def theirs(arguments, attacks):
    """All extensions by each semantics, as formal-argumentation finds them."""
    framework = ArgumentationFramework(arguments=frozenset(arguments), defeats=frozenset(attacks))
    extensions = {
        letters: frozenset(extensions_for(framework, name)) for letters, name in LETTERS.items() if name != "eager"
    }
    return extensions | {"EA": frozenset([frozenset(eager_extension(framework))])}


def hold_plain():
    """Every extension of every semantics, and the status of all arguments of all frameworks at once."""
    whole, expected = {letters: ([], []) for letters in LETTERS}, {letters: {} for letters in LETTERS}
    for number in range(PLAIN):
        arguments, attacks = plain(f"f{number}")
        facts, extensions = written(arguments, attacks), theirs(arguments, attacks)
        for letters, of_semantics in extensions.items():
            compare(f"{letters} (formal-argumentation)", facts, listed(facts, letters), of_semantics)
            # One framework without a stable extension would leave none to all of them together.
            if of_semantics:
                whole[letters][0].extend(arguments)
                whole[letters][1].extend(attacks)
                expected[letters].update(statuses(arguments, attacks, of_semantics))
        for letters in ["CO", "GR", "PR", "ST", "SST", "ID"]:
            found = solver.extension_enumeration(arguments, [list(attack) for attack in attacks], letters)
            compare(f"{letters} (pygarg)", facts, frozenset(map(frozenset, found)), extensions[letters])
    for letters, framework in whole.items():
        page = json.loads(ask(["--all", letters, "--format", "json"], written(*framework)))
        rows = (page["records"] or page["blocks"][-1])["rows"]
        for row in rows:
            ours = (row["status"], row["credulous"], row["skeptical"])
            compare(f"{letters} of {row['argument']}", "", ours, expected[letters][row["argument"]])


def statuses(arguments, attacks, extensions):
    """What becomes of each argument, whether some extension has it, and whether every one does."""
    found = {}
    for argument in arguments:
        having = [argument in extension for extension in extensions]
        attackers = {a for a, b in attacks if b == argument}
        falls = all(attackers & extension for extension in extensions)
        status = "stands" if all(having) else "falls" if falls else "open"
        found[argument] = (status, any(having), all(having))
    return found


def hold_joint():
    """Attacks by several together."""
    semantics = {
        "CO": setaf.complete_extensions,
        "GR": lambda framework: [setaf.grounded_extension(framework)],
        "PR": setaf.preferred_extensions,
        "ST": setaf.stable_extensions,
        "SST": setaf.semi_stable_extensions,
        "STG": setaf.stage_extensions,
    }
    for _ in range(JOINT):
        arguments = [f"a{number}" for number in range(chance.randint(2, 6))]
        some = lambda: frozenset(chance.sample(arguments, chance.choice([1, 1, 2, 2, 3][: len(arguments) * 2 - 1])))
        attacks = sorted({(some(), chance.choice(arguments)) for _ in range(chance.randint(1, 8))}, key=str)
        facts = "".join(f"arg({it}).\n" for it in arguments)
        for number, (members, target) in enumerate(attacks):
            facts += f"att(r{number},{target}).\n" + "".join(f"mem(r{number},{it}).\n" for it in sorted(members))
        framework = setaf.SETAF(frozenset(arguments), frozenset(attacks))
        for letters, find in semantics.items():
            compare(f"{letters} (SETAF)", facts, listed(facts, letters), frozenset(find(framework)))


def hold_needs():
    """Needs, which an abstract dialectical framework says as: no attacker, and one of each need."""
    for _ in range(NEEDING):
        arguments = [f"a{number}" for number in range(chance.randint(2, 5))]
        attacks = {(chance.choice(arguments), chance.choice(arguments)) for _ in range(chance.randint(0, 6))}
        needs = set()
        for later in range(1, len(arguments)):
            # Only on what comes before: a circle of needs means different things to both.
            for _ in range(chance.choice([0, 0, 1, 1, 2])):
                members = chance.sample(arguments[:later], min(later, chance.choice([1, 2])))
                needs.add((frozenset(it for it in members if (it, arguments[later]) not in attacks), arguments[later]))
        needs = sorted((need for need in needs if need[0]), key=str)
        facts = written(arguments, sorted(attacks))
        for number, (members, argument) in enumerate(needs):
            facts += f"sup(r{number},{argument}).\n" + "".join(f"mem(r{number},{it}).\n" for it in sorted(members))
        conditions = {}
        for argument in arguments:
            free = [adf.Not(adf.Atom(a)) for a, b in sorted(attacks) if b == argument]
            met = [adf.Or(tuple(map(adf.Atom, sorted(members)))) for members, it in needs if it == argument]
            conditions[argument] = adf.And(tuple(free + met))
        links = attacks | {(member, argument) for members, argument in needs for member in members}
        framework = adf.AbstractDialecticalFramework(frozenset(arguments), frozenset(links), conditions)
        accepted = lambda models: frozenset(
            frozenset(it for it, value in model if value is adf.ThreeValued.T) for model in models
        )
        compare("CO (ADF)", facts, listed(facts, "CO"), accepted(adf.complete_models(framework)))
        compare("GR (ADF)", facts, listed(facts, "GR"), accepted([adf.grounded_interpretation(framework)]))
        compare("PR (ADF)", facts, listed(facts, "PR"), accepted(adf.preferred_models(framework)))
        compare("ST (ADF)", facts, listed(facts, "ST"), accepted(adf.model_models(framework)))


hold_plain()
hold_joint()
hold_needs()
for difference in differences[:5]:
    print(difference)
print(f"solve: {compared} answers compared, {len(differences)} differ")
sys.exit(bool(differences))
