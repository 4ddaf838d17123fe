"""Names of schools or trusts in places where a plan speaks of its own, that are not its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from planlint.language import Span
from planlint.plan import Block, Kind
from planlint.reading import Reading
from planlint.rule import Remark

_NEAR = 6  # words
_FIRST = 3  # units: title, subtitle, the line below


def check(
    reading: Reading,
    *,
    names: tuple[re.Pattern[str], ...],
    partners: re.Pattern[str],
    generic: re.Pattern[str],
    fewest: int = 2,
    kinds: tuple[Kind, ...] = ("action-plan", "implementation-plan", "strategy"),
) -> Iterator[Remark]:
    """One remark for each such name, where it stands first.

    names:    how the name of an organisation of one sort looks, one pattern a sort; the plan has to name one of the
              sort as its own, on its first page or in its details.
    partners: words beside a name that make it another's on purpose.
    generic:  what looks like a name and is none.
    fewest:   it stands in at least so many places.
    kinds:    the kinds of plan that are looked at.
    """
    plan = reading.plan
    if plan.kind not in kinds:
        return
    cover = [plan.title, *(b.text for b in plan.meta), *(b.text for u in reading.units[:_FIRST] for b in u.blocks)]
    for pattern in names:
        called = next((named for text in cover if (named := _names(text, pattern, generic))), [])
        own = [_plain(name) for name in called]
        found = _strangers(reading, pattern, own, partners, generic) if own else {}
        for places in found.values():
            if len(places) >= fewest:
                span = places[0]
                values = {"own": " ".join(called[0].split()), "count": str(len(places))}
                yield Remark(span.location, span.text, span.block.text, values=values)


def _names(text: str, pattern: re.Pattern[str], generic: re.Pattern[str]) -> list[str]:
    return [match[0] for match in pattern.finditer(text) if not generic.search(match[0])]


def _strangers(
    reading: Reading, pattern: re.Pattern[str], own: Sequence[str], partners: re.Pattern[str], generic: re.Pattern[str]
) -> dict[str, list[Span]]:
    found: defaultdict[str, list[Span]] = defaultdict(list)
    befriended: set[str] = set()
    for block in (*reading.plan.blocks(), *reading.plan.aside):
        for match in pattern.finditer(block.text):
            name = _plain(match[0])
            if generic.search(match[0]) or any(name in mine or mine in name for mine in own):
                continue
            span = Span(block, match.start(), match.end())
            if block.kind in ("comment", "note") or partners.search(_around(block, match)):
                befriended.add(name)
            else:
                found[name].append(span)
    return {name: places for name, places in found.items() if name not in befriended}


def _around(block: Block, match: re.Match[str]) -> str:
    before = block.text[: match.start()].split()[-_NEAR:]
    after = block.text[match.end() :].split()[:_NEAR]
    return " ".join((*before, "|", *after))


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").removeprefix("the ").split())
