"""What a plan's author tells planlint in the plan itself: findings to keep quiet, components that stand elsewhere.

`planlint: ignore RULES -- reason, until 2027-01-31`, `planlint: covers COMPONENTS -- where` and `planlint: covered-in
FILE: COMPONENTS`, in a comment (Markdown, YAML, Word) or under the key `planlint` (YAML, front matter).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from planlint.plan import Block, Location, Plan

Verb = Literal["ignore", "covers", ""]
NAME = "planlint"
_START = re.compile(rf"^[ \t]*{NAME}[ \t]*:[ \t]*", re.MULTILINE | re.IGNORECASE)
# Word turns two hyphens into a dash as one types.
_REASON = re.compile(r"(?:^|\s)(?:--+|[–—-](?=\s|$))\s*|—\s*")
_UNTIL = re.compile(r"[,;(]?\s*\buntil:?\s+(\d{4}-\d{2}-\d{2})\b\)?[.,;]?\s*", re.IGNORECASE)
_ODD_UNTIL = re.compile(r"\buntil:?\s+(\d[^,;)]*)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\bcovered[- ]in\b\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Directive:
    """One thing an author tells planlint.

    verb:   "ignore" or "covers"; "" if it is not understood.
    names:  rules to ignore, or components that are covered.
    reason: what stands behind "--": the reason, or the place where a component is covered.
    until:  the last day on which it holds; None if it has no end.
    file:   the file in which the components are covered.
    wrong:  what is not understood, in words; "" if it is.
    whole:  True if it stands at the top and holds for the whole plan.
    next:   what it stands in front of, if nothing stands with it on its line.
    """

    verb: Verb
    names: tuple[str, ...]
    text: str
    location: Location
    reason: str = ""
    until: datetime.date | None = None
    file: str = ""
    wrong: str = ""
    whole: bool = False
    next: Location | None = None

    def holds(self, today: datetime.date | None) -> bool:
        """Whether it is understood, has a reason (or a file) and is not past its day."""
        told = bool(self.reason or (self.verb == "covers" and self.file))
        return told and not self.wrong and not self.expired(today)

    def expired(self, today: datetime.date | None) -> bool:
        """Whether its last day is over."""
        return self.until is not None and today is not None and today > self.until


def directives(plan: Plan) -> tuple[Directive, ...]:
    """Every directive in the plan, in the order in which they stand."""
    found = [d for block in (*plan.meta, *plan.aside) if _speaks(block) for d in _read(block, plan)]
    return tuple(sorted(found, key=lambda d: (d.location.line or 0, d.location.column or 0)))


def _speaks(block: Block) -> bool:
    return f"{block.name} ".startswith(f"{NAME} ") or (block.kind == "comment" and NAME in block.text.casefold())


def _read(block: Block, plan: Plan) -> Iterator[Directive]:
    starts = list(_START.finditer(block.text))
    spans = [(m.end(), n.start() if n else len(block.text)) for m, n in zip_longest(starts, starts[1:])]
    under = block.name == NAME or block.name.startswith(f"{NAME} ")
    if under and not spans:
        spans = [(0, len(block.text))]
    whole = under or _at_top(block, plan)
    before = None if whole else _following(block, plan)
    for start, end in spans:
        text = " ".join((block.name.removeprefix(NAME) + " " + block.text[start:end]).split())
        yield _parse(text, block.place(start, end), whole, before)


def _parse(text: str, place: Location, whole: bool, before: Location | None) -> Directive:
    until = _UNTIL.search(text)
    day, odd = _day(until[1]) if until else None, _ODD_UNTIL.search(text)
    rest = _UNTIL.sub(" ", text, count=1).strip() if day else text
    head, _, reason = _parted(rest)
    verb, names, file = _told(head)
    wrong = ""
    if not verb:
        wrong = f"'{head.split(' ')[0].rstrip(':')}' is nothing that can be said after 'planlint:'"
    elif not names:
        wrong = "it names no component" if verb == "covers" else "it names no rule"
    elif odd and not day:
        wrong = f"'{odd[1].strip()}' is not a day written as 2027-01-31"
    reason = reason.strip(" ,;()") if any(c.isalnum() for c in reason) else ""
    return Directive(verb, names, text, place, reason, day, file, wrong, whole, before)


def _parted(text: str) -> tuple[str, str, str]:
    dash = _REASON.search(text)
    return (text[: dash.start()], dash[0], text[dash.end() :]) if dash else (text, "", "")


def _told(head: str) -> tuple[Verb, tuple[str, ...], str]:
    first, _, rest = head.partition(" ")
    verb = first.rstrip(":").casefold()
    elsewhere = _ELSEWHERE.search(head)
    if elsewhere:
        names = head[: elsewhere.start()]
        names = names.partition(" ")[2] if verb == "covers" else names
        file, _, behind = head[elsewhere.end() :].rpartition(": ")
        if not _names(names) and file:
            return "covers", _names(behind), file.strip()
        return "covers", _names(names), head[elsewhere.end() :].strip(" ,;")
    if verb == "ignore":
        return "ignore", _names(rest), ""
    return ("covers", _names(rest), "") if verb == "covers" else ("", (), "")


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in re.split(r"[,;\s]+", text) if name)


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _at_top(block: Block, plan: Plan) -> bool:
    """Whether it stands before all else: above the first line of the body, or at Word's first paragraph."""
    first = next((b for b in plan.blocks() if b.text.strip()), None)
    if first is None:
        return True
    if block.location.line is not None and first.location.line is not None:
        front = (first, *plan.meta) if plan.format == "yaml" else (first,)
        return block.location.line < min(b.location.line or 0 for b in front)
    return block.location.part is not None and block.location.part == first.location.part


def _following(block: Block, plan: Plan) -> Location | None:
    """The next block's place, if the comment stands on lines of its own."""
    place = block.location
    if place.line is None:
        return None
    end = place.end_line or place.line
    spots = sorted((b.location for b in (*plan.meta, *plan.blocks()) if b.location.line), key=_start)
    if any(p.line is not None and p.line <= place.line <= (p.end_line or p.line) for p in spots):
        return None
    return next((p for p in spots if p.line is not None and p.line > end), None)


def _start(place: Location) -> tuple[int, int]:
    return place.line or 0, place.column or 0
