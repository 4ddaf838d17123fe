"""Reads targets: what is to be reached, by how much, from what, and for whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from planlint.figures.figure import Figure, Target, Way
from planlint.figures.find import figures
from planlint.figures.words import Measure, Words, key, normal, words
from planlint.vocabulary import Vocabulary

_CLAUSE = re.compile(r"[;\n•]|[.!?](?=\s+[A-Z(“\"]|\s*$)")
_BRACKET = re.compile(r"\([^()]*\)")
_CLOSE = 16  # characters between a measure and its number
_DECIMAL = 40  # the same for a number with decimals, which is seldom a number of things
_COUNTED = frozenset({"take-up", "money"})  # counts and sums alone say what is done or spent, not what is reached
_SIGNED = ("→", "->", "=>", "⇒", "➔", "➜")


def targets(text: str, vocabulary: Vocabulary, context: str = "") -> tuple[Target, ...]:
    """The targets in a text, in its order.

    context: what else says what is measured (the action, the goal, the column heading), used where the clause does not.
    A pair ("61% to 68%", "from 61 to 68", "61% (2025) → 68%", "68% (2025: 61%)") gives baseline and goal; a figure
    alone is a goal. Bare counts without a known measure, comparator or whole ("312 copies") are no targets.
    """
    found = figures(text, vocabulary)
    if not found:
        return ()
    known = words(vocabulary)
    plain = normal(text)
    given: list[Target] = []
    for start, end in _clauses(plain):
        for target in _clause(text, plain, start, end, found, context, known):
            given.append(_continued(target, given))
    return tuple(given)


def _continued(target: Target, before: Sequence[Target]) -> Target:
    """With the measure of the one before it, where it only names another group: "; 93% for pupil premium"."""
    last = before[-1] if before else None
    if not last or target.measure or not target.group:
        return target
    return replace(target, measure=last.measure, kind=last.kind, polarity=last.polarity)


def _clauses(plain: str) -> Iterator[tuple[int, int]]:
    """Clauses by their places; brackets are not cut."""
    closed = [m.span() for m in _BRACKET.finditer(plain)]
    start = 0
    for match in _CLAUSE.finditer(plain):
        if not any(a < match.start() < b for a, b in closed):
            yield start, match.start()
            start = match.end()
    yield start, len(plain)


def _clause(
    text: str, plain: str, start: int, end: int, found: Sequence[Figure], context: str, known: Words
) -> Iterator[Target]:
    mine = [f for f in found if start <= f.offset < end]
    brackets = [m.span() for m in _BRACKET.finditer(plain, start, end)]
    outside = [f for f in mine if not any(a <= f.offset < b for a, b in brackets)]
    inside = [f for f in mine if f not in outside and _is_start(plain, f, known)]
    chains = _chains(plain, outside, known)
    begins = start
    for index, chain in enumerate(chains):
        until = chains[index + 1][0].offset if index + 1 < len(chains) else end
        starts = [f for f in inside if _owner(f, chains) is chain]
        baseline = chain[0] if len(chain) > 1 else (starts[-1] if starts else None)
        target = _target(text, plain, (begins, start, until), chain, baseline, context, known)
        if target:
            yield target
        begins = chain[-1].until


def _chains(plain: str, outside: Sequence[Figure], known: Words) -> list[list[Figure]]:
    """Figures put together that lead from one to the next."""
    chains: list[list[Figure]] = []
    for figure in outside:
        if chains and _leads_to(plain, chains[-1], figure, known):
            chains[-1].append(figure)
        else:
            chains.append([figure])
    return chains


def _leads_to(plain: str, chain: Sequence[Figure], second: Figure, known: Words) -> bool:
    """Whether a figure is where the next one starts from: "61% → 68%", "210 a day to 110", "61% (now) 68% (July)"."""
    first = chain[-1]
    between = plain[first.until : second.offset]
    in_a_row = re.fullmatch(r"\s*\(([^()]*)\)[\s,/]*", between)
    if in_a_row and first.unit == second.unit and (len(chain) > 1 or known.starting.search(in_a_row[1])):
        return True
    match = known.arrow.fullmatch(_BRACKET.sub(" ", between).strip())
    if not match or first.change:
        return False
    return match["sign"] in _SIGNED or _is_level(plain, first, second, known)


def _is_level(plain: str, first: Figure, second: Figure, known: Words) -> bool:
    """Whether "a to b" is a way from one level to another, and not a span such as "10 to 15 minutes"."""
    front = plain[max(0, first.offset - 60) : first.offset]
    if known.from_.search(front):
        return True
    if second.unit in known.durations or first.unit in known.durations:
        return False
    counted = first.year is not None or first.of is not None or first.value > second.value
    return first.unit in ("percent", "points", "money") or counted or bool(_measure(front, known))


def _is_start(plain: str, figure: Figure, known: Words) -> bool:
    """Whether a figure in brackets is a starting one: "(2025: 61%)", "(last year 17%)", "(none now)"."""
    opening, closing = plain.rfind("(", 0, figure.offset), plain.find(")", figure.until)
    said = plain[opening + 1 : closing if closing >= 0 else len(plain)]
    if known.comparing.search(said):
        return False
    return figure.year is not None or bool(known.starting.search(said) or re.search(r"\w\s*\d*:", said))


def _owner(figure: Figure, chains: Sequence[list[Figure]]) -> list[Figure] | None:
    """The figures that one in brackets is the start of: the nearest before it of its own unit, else nearest of all."""
    before = [c for c in chains if c[-1].offset < figure.offset]
    alike = [c for c in before if c[-1].unit == figure.unit and bool(c[-1].of) == bool(figure.of)]
    near = [c for c in before if c[-1].unit == figure.unit or (figure.share is not None and c[-1].share is not None)]
    return next(iter(reversed(alike or near)), None)


def _target(
    text: str,
    plain: str,
    places: tuple[int, int, int],
    chain: Sequence[Figure],
    baseline: Figure | None,
    context: str,
    known: Words,
) -> Target | None:
    begins, clause, until = places
    goal = chain[-1]
    near = plain[begins:until]
    measure = (
        _measure(near, known, goal.offset - begins) or _measure(plain[clause:until], known) or _measure(context, known)
    )
    if not (baseline or _is_goal(plain, goal, measure, known)):
        return None
    group = group_in(near, known) or group_in(context, known)
    way = _way(baseline, goal, plain[clause : goal.offset], known)
    start = begins + len(near) - len(near.lstrip(" ,"))
    name, kind, polarity = (measure.name, measure.kind, measure.polarity) if measure else ("", "", "")
    said = text[start:until].strip(" ,")
    return Target(said, start, until, name, kind, group, polarity, baseline, goal, tuple(chain[1:-1]), way)


def _is_goal(plain: str, goal: Figure, measure: Measure | None, known: Words) -> bool:
    """Whether a figure alone is something to be reached, and not a number of things done or a length of time."""
    if goal.unit in known.durations and not goal.change:
        return False
    if goal.unit in ("percent", "points") or goal.of or goal.change:
        return True
    if not measure:
        return False
    if goal.comparator or goal.unit:
        return bool(goal.comparator) or goal.unit not in _COUNTED
    reach = _CLOSE if goal.value == int(goal.value) else _DECIMAL
    near = _measure(plain[max(0, goal.offset - reach) : goal.offset], known)
    return near is not None and near.kind not in _COUNTED


def measured(text: str, vocabulary: Vocabulary) -> Measure | None:
    """What a heading, label or sentence says is measured, None if it is nothing known."""
    return _measure(text, words(vocabulary))


def _measure(text: str, known: Words, at: int | None = None) -> Measure | None:
    """The measure named nearest in front of a place, else the first behind it; one that is better lower comes first."""
    named = [(m.start(), known.measures[_name(m[0], known.measures)]) for p in known.measure for m in p.finditer(text)]
    if not named:
        return None
    at = len(text) if at is None else at
    before = sorted((n for n in named if n[0] < at), key=_weight)
    return before[-1][1] if before else min(named, key=lambda n: (n[1].general, n[0]))[1]


def _weight(named: tuple[int, Measure]) -> tuple[bool, bool, int]:
    place, measure = named
    return measure.polarity == "down", not measure.general, place


def _name(found: str, names: object) -> str:
    name = key(found)
    return name if name in names else name.removesuffix("s")  # type: ignore[operator]


def group_in(text: str, known: Words) -> str:
    """The group of pupils that a text names first, "" for none."""
    found = sorted((m.start(), m[0]) for p in known.group for m in p.finditer(text))
    return known.groups[_name(found[0][1], known.groups)] if found else ""


def _way(baseline: Figure | None, goal: Figure, front: str, known: Words) -> Way:
    """Up or down: by the figures if there are two, else by the nearest word of change."""
    if baseline and not goal.change:
        first, last = _comparable(baseline, goal)
        return "same" if first == last else "up" if last > first else "down"
    if goal.change and goal.text[:1] in "+-":
        return "up" if goal.value > 0 else "down"
    if goal.change and key(goal.text) in known.ways:
        return cast(Way, known.ways[key(goal.text)])
    said = [known.ways[key(m[0])] for m in known.way.finditer(front)]
    return cast(Way, {"hold": "same"}.get(said[-1], said[-1])) if said else ""


def _comparable(baseline: Figure, goal: Figure) -> tuple[float, float]:
    if baseline.share is not None and goal.share is not None:
        return baseline.share, goal.share
    return baseline.value, goal.value
