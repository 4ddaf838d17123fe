"""References inside a plan to parts that it does not have, and references of actions that are given twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from planlint.language import Span
from planlint.plan import Action, Kind, Plan
from planlint.reading import Reading
from planlint.rule import Remark

_NUMBERED = re.compile(r"\W*(?:section\s+)?(\d{1,2}(?:\.\d{1,2})*)[.):]?\s", re.IGNORECASE)
_LETTERED = re.compile(r"\W*(?:appendix|annexe?)\s+(\w{1,2})\b", re.IGNORECASE)
_SHARE = 3  # if more than every third reference is there twice, each table has its own numbers
_FEWEST = 2  # numbered headings, or references: fewer make no system that one could refer to
_LONGEST = 8  # characters of a reference; longer ones are words


def check(
    reading: Reading,
    *,
    sections: tuple[re.Pattern[str], ...] = (),
    appendices: tuple[re.Pattern[str], ...] = (),
    rows: tuple[re.Pattern[str], ...] = (),
    except_for: tuple[re.Pattern[str], ...] = (),
    no_appendix: str,
    twice: str,
    themes: tuple[str, ...] = (),
    kinds: tuple[Kind, ...] = ("action-plan", "implementation-plan", "strategy", "funding-statement"),
) -> Iterator[Remark]:
    """One remark for each reference that leads nowhere, and for each action whose reference another has too.

    sections, appendices, rows: how they are referred to: in the group "at" all of it, in "to" the number or letter.
    except_for:  what stands around a reference to another paper.
    no_appendix: the message for an appendix, which may be a file of its own: a note.
    twice:       the message for a reference given twice.
    themes:      themes of sections that refer to laws and other papers.
    """
    if reading.plan.kind not in kinds:
        return
    plan = reading.plan
    numbers = {m[1] for text in _headings(plan) if (m := _NUMBERED.match(text + " "))}
    points = {m[1] for b in plan.blocks() if (m := _NUMBERED.match((b.marker or b.text) + " "))}
    letters = {m[1].upper() for text in _headings(plan) if (m := _LETTERED.match(text))}
    ids = {action.text("reference").strip().rstrip(".") for action in plan.actions} - {""}
    few = len([n for n in numbers if "." not in n]) < _FEWEST
    for unit in reading.units:
        if unit.kind == "heading" or unit.theme in themes:
            continue
        for block in unit.blocks:
            context = unit.action.summary if unit.action else block.text
            missing = [] if few else _missing(block.text, sections, numbers, except_for)
            missing += [] if len(ids) < _FEWEST else _missing(block.text, rows, ids | numbers | points, except_for)
            for start, end in missing:
                span = Span(block, start, end)
                yield Remark(span.location, span.text, context)
            for start, end in _missing(block.text, appendices, letters, except_for):
                span = Span(block, start, end)
                yield Remark(span.location, span.text, context, severity="note", message=no_appendix)
    yield from _twice(reading, twice)


def _headings(plan: Plan) -> Iterator[str]:
    for section in plan.walk():
        if section.heading:
            yield " ".join(section.heading.text.split())


def _missing(
    text: str, patterns: Sequence[re.Pattern[str]], known: set[str], except_for: Sequence[re.Pattern[str]]
) -> list[tuple[int, int]]:
    """Where the text refers to something that is not among what is known."""
    found = []
    for match in (m for pattern in patterns for m in pattern.finditer(text)):
        around = text[max(0, match.start() - 50) : match.end() + 40]
        there = match["to"].upper() in known or any(k.startswith(match["to"] + ".") for k in known)
        if not there and not any(p.search(around) for p in except_for):
            found.append(match.span("at"))
    return found


def _twice(reading: Reading, message: str) -> Iterator[Remark]:
    """References of one kind ("2.3") that two actions have; counted from one in each table, they are no references."""
    first: dict[str, Action] = {}
    again: defaultdict[str, list[Action]] = defaultdict(list)
    for action in reading.plan.actions:
        reference = action.text("reference", inherit=False).strip()
        if reference in first and action.blocks("action"):
            again[reference].append(action)
        elif 1 < len(reference) <= _LONGEST and any(c.isdigit() for c in reference):
            first[reference] = action
    if _SHARE * len(again) > len(first):
        return
    for reference, actions in again.items():
        for action in actions:
            block = action.blocks("reference")[0]
            values = {"first": first[reference].location.label}
            yield Remark(block.location, reference, action.summary, values=values, message=message)
