"""Holds sides, ranges, exceptions, changes of mind and co-authors against their definitions on random maps: `sides.py PROGRAM [MAPS]`.

The maps are made here, always the same ones, and read by the program from standard input. Who stands on a side changes each for
oneself, and speaks for it as in the end; what is said without a condition is the base, and what is said on one beside it an exception;
several ranges come to what they share. From that the similarity of `agree` is computed a second time, for sides and for authors who
write jointly now and then. In `table --by side` no condition of one is lost, and what is told of a side without a name is so for
everybody who speaks for it in the end.
"""

import csv
import io
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from random import Random

MAPS = 600
CONDITIONS = ("it rains", "it snows")
STRENGTHS = {"strongly": " (strongly)", "plainly": "", "tentatively": " (tentatively)"}


class Stance:
    """What one source says on one issue: a range that it holds or a step that it rejects, how firmly, and on which condition."""

    def __init__(self, authors, year, held, rejected, strength, condition):
        self.authors, self.year, self.held, self.rejected = authors, year, held, rejected
        self.strength, self.condition = strength, condition

    def excludes(self, other):
        if self.held and other.held:
            return self.held[1] < other.held[0] or other.held[1] < self.held[0]
        for one, two in ((self, other), (other, self)):
            if one.held and two.rejected is not None and one.held == (two.rejected, two.rejected):
                return True
        return False


def made(seed, jointly):
    chance = Random(seed * 2 + jointly)
    issues = []
    for _ in range(chance.randint(1, 4)):
        steps = 2 if jointly or chance.random() < 0.5 else chance.randint(3, 5)
        # Whether a range is held and one of its steps rejected is another question.
        issues.append((steps, steps > 2 and chance.random() < 0.6))
    people = chance.randint(3, 5)
    sides = [chance.randint(0, 1) for _ in range(people)]
    sources, year = [], 1990
    for _ in range(chance.randint(people, 3 * people)):
        year += 1
        authors = tuple(sorted(chance.sample(range(people), chance.choice((1, 1, 2)) if jointly else 1)))
        said = []
        for issue, (steps, has_ranges) in enumerate(issues):
            if steps > 2 and any(authors == others and at == issue for others, _, known in sources for at, *_ in known):
                # A change of mind on a scale is held against others by all its dates, which is another question.
                continue
            for _ in range(chance.choice((0, 1, 1, 1, 2)) if not jointly else chance.choice((0, 1))):
                first = chance.randrange(steps)
                last = min(first + (chance.randint(0, 1) if has_ranges else 0), steps - 1)
                if last - first + 1 == steps:
                    last = first
                holds = has_ranges or chance.random() < 0.75
                strength = chance.choice(tuple(STRENGTHS))
                condition = chance.choice(CONDITIONS) if chance.random() < 0.25 else None
                held, rejected = ((first, last), None) if holds else (None, first)
                if not holds and steps == 2:
                    # Rejecting the one is holding the other.
                    held, rejected = (1 - first, 1 - first), None
                stance = Stance(authors, year, held, rejected, strength, condition)
                said.append((issue, stance, holds, first, last))
        sources.append((authors, year, said))
    return issues, sides, sources


def name(steps, at):
    return ("yes", "no")[at] if steps == 2 else f"p{at}"


def text(issues, sides, sources):
    lines = [f"author a{author}: A" for author in range(len(sides))]
    for side in (0, 1):
        members = [f"a{author}" for author, of in enumerate(sides) if of == side]
        if members:
            lines += ["", f"side s{side}: S{side}", f"  authors: {', '.join(members)}"]
    for number, (steps, _) in enumerate(issues):
        lines += ["", f"issue i{number}: Question {number}?"]
        if steps > 2:
            lines += ["  answers: scale"] + [f"  position p{at}: P{at}" for at in range(steps)]
    for number, (authors, year, said) in enumerate(sources):
        lines += ["", f"source t{number}: T", f"  by: {', '.join(f'a{author}' for author in authors)}", f"  date: {year}"]
        for at, (issue, stance, holds, first, last) in enumerate(said):
            steps = issues[issue][0]
            answer = name(steps, first) if first == last else f"{name(steps, first)}, {name(steps, last)}"
            condition = f" if {stance.condition}" if stance.condition else ""
            verb = "holds" if holds else "rejects"
            lines += ["", f"claim c{at}: Text {at}.", f"  {verb} i{issue}{STRENGTHS[stance.strength]}: {answer}{condition}"]
    return "\n".join(lines) + "\n"


def in_the_end(stances):
    """What one mind holds to, of what it says without a condition or on one: all of it, where it says opposite things at one time."""
    years = sorted({stance.year for stance in stances})
    for year in years:
        if any(a.excludes(b) for a, b in combinations([it for it in stances if it.year == year], 2)):
            return list(stances)
    kept = []
    for year in years:
        now = [stance for stance in stances if stance.year == year]
        kept = [earlier for earlier in kept if not any(later.excludes(earlier) for later in now)] + now
    return kept


def base(minds):
    """What several minds together say without a condition, each in the end."""
    return [stance for mind in minds for stance in in_the_end([it for it in mind if it.condition is None])]


def places(steps, minds):
    """The places from 0 to 1 on which an answer may stand; none where no side is taken."""
    said = base(minds)
    if not said or any(a.excludes(b) for a, b in combinations(said, 2)):
        return []
    held = [stance.held for stance in said if stance.held]
    if held:
        first, last = max(first for first, _ in held), min(last for _, last in held)
        return [(first + last) / 2 / (steps - 1)] if first <= last else []
    rejected = {stance.rejected for stance in said}
    return [at / (steps - 1) for at in range(steps) if at not in rejected]


def distance(one, other):
    return min((abs(x - y) for x in one for y in other), default=None)


def run(program, source, *options):
    shown = subprocess.run([program, *options], input=source, capture_output=True, text=True)
    if shown.returncode != 0:
        raise SystemExit(f"{options}: {shown.stderr}\n{source}")
    return shown.stdout


def similarity(program, source, columns, issues, options):
    """Differences in n and in Gower's similarity; `columns` gives for a key its minds on each issue."""
    rows = json.loads(run(program, source, "agree", "-", "--format=json", *options))["records"]["rows"]
    wrong = []
    for row in rows:
        far = [
            distance(*(places(issues[at][0], columns[row[key]][at]) for key in ("a", "b"))) for at in range(len(issues))
        ]
        far = [it for it in far if it is not None]
        wanted = 1 - sum(far) / len(far) if far else None
        found = row["gower"]
        if row["n"] != len(far) or (wanted is None) != (found is None) or wanted is not None and abs(wanted - found) > 1e-9:
            wrong.append(f"{row['a']} and {row['b']}: {found} of {row['n']}, and should be {wanted} of {len(far)}")
    return wrong, len(rows)


def conditions(program, source, issues, sides, minds):
    """Differences between the rows of the table and what each of a side says in the end."""
    wrong, checked = [], 0
    rows = list(csv.DictReader(io.StringIO(run(program, source, "table", "-", "--by=side", "--format=csv"))))
    for side in set(sides):
        members = [author for author, of in enumerate(sides) if of == side]
        for at, (steps, _) in enumerate(issues):
            of_issue = [row for row in rows if row["side"] == f"s{side}" and row["issue"] == f"i{at}"]
            said = {author: [it for it in minds[author][at]] for author in members}
            speak = [author for author in members if said[author]]
            for author in speak:
                plain = {(it.held, it.rejected) for it in said[author] if it.condition is None}
                for it in said[author]:
                    if it.condition is None or (it.held, it.rejected) in plain:
                        continue
                    position = name(steps, it.held[0] if it.held else it.rejected)
                    checked += 1
                    kept = any(
                        row["position"] == position
                        and row["condition"] == f"if {it.condition}"
                        and (not row["said_by"] or f"a{author}" in row["said_by"].split("; "))
                        for row in of_issue
                    )
                    if not kept:
                        wrong.append(f"s{side} on i{at}: a{author} holds {position} only if {it.condition}, which is lost")
            for row in of_issue:
                if row["said_by"] or row["until"] or not (row["condition"] or row["strength"] != "plainly"):
                    continue
                checked += 1
                for author in speak:
                    given_up = [it for it in said[author] if it not in in_the_end([x for x in said[author] if x.condition == it.condition])]
                    alike = [
                        it
                        for it in said[author]
                        if (f"if {it.condition}" if it.condition else "") == row["condition"] and it not in given_up
                        and (row["stance"] == "against" or it.held is not None)
                    ]
                    if not alike:
                        wrong.append(f"s{side} on i{at}: {row['position']} {row['strength']} {row['condition']} is not a{author}'s")
    return wrong, checked


def differences(program, seed):
    wrong, checked = [], 0
    for jointly in (False, True):
        issues, sides, sources = made(seed, jointly)
        source = text(issues, sides, sources)
        of = lambda author, issue: [
            stance for authors, _, said in sources if author in authors for at, stance, *_ in said if at == issue
        ]
        minds = [[of(author, at) for at in range(len(issues))] for author in range(len(sides))]
        found = []
        if jointly:
            of_author = [{number for number, (authors, _, said) in enumerate(sources) if said and it in authors} for it in range(len(sides))]
            # Those who always write together are one.
            if all(a != b for a, b in combinations(of_author, 2)):
                columns = {f"a{author}": [[mind] for mind in minds[author]] for author in range(len(sides))}
                found.append(similarity(program, source, columns, issues, []))
        else:
            columns = {
                f"s{side}": [[minds[author][at] for author, of in enumerate(sides) if of == side] for at in range(len(issues))]
                for side in set(sides)
            }
            found.append(similarity(program, source, columns, issues, ["--by=side"]))
            found.append(conditions(program, source, issues, sides, minds))
        for lines, number in found:
            wrong += [f"map {seed}{' jointly' if jointly else ''}: {line}" for line in lines]
            checked += number
    return wrong, checked


def main():
    maps = int(sys.argv[2]) if len(sys.argv) > 2 else MAPS
    with ThreadPoolExecutor(2) as workers:
        found = list(workers.map(lambda seed: differences(sys.argv[1], seed), range(maps)))
    wrong = [line for lines, _ in found for line in lines]
    for line in wrong[:20]:
        print(line)
    print(f"sides: {sum(number for _, number in found)} figures and rows of {2 * maps} maps, {len(wrong)} wrong")
    sys.exit(bool(wrong))


main()
