"""Marks that hold a place open: what a template or a first draft has left behind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from planlint.dates import Calendar, calendar, find
from planlint.language import Span
from planlint.plan import Block
from planlint.reading import Reading
from planlint.rule import Remark, Severity

_ASIDE = ("header", "footer")
_WHOLE = ("paragraph", "item", "cell", "value")


def check(
    reading: Reading,
    *,
    patterns: tuple[re.Pattern[str], ...],
    alone: tuple[re.Pattern[str], ...] = (),
    owed: tuple[re.Pattern[str], ...] = (),
    except_roles: tuple[str, ...] = (),
    knowing: str,
    themes: tuple[str, ...] = (),
) -> Iterator[Remark]:
    """One remark for each mark, in reading order, once a row; of marks that overlap, the longest.

    patterns:     marks that count wherever they stand.
    alone:        marks that count where they are all that a cell or paragraph says.
    owed:         marks of what is still owed; with a day beside them somebody knows of it, and it is only a note.
    except_roles: roles of fields that are filled in as the year goes on.
    knowing:      the message for a note.
    themes:       themes of sections that are left out.
    """
    days = calendar(reading.vocabulary)
    later = {id(b) for a in reading.plan.actions for role in except_roles for b in a.fields.get(role, ())}
    for blocks, whole in _passages(reading, themes):
        told: set[str] = set()
        for span in (
            s
            for b in blocks
            if id(b) not in later
            for s in _longest(_spans(b, (*patterns, *owed), alone if b.kind in _WHOLE else ()))
        ):
            if whole and span.text.lower() in told:
                continue
            told.add(span.text.lower())
            known = any(p.search(span.text) for p in owed) and _dated(span, days)
            severity: Severity | None = "note" if known else None
            message = knowing if known else None
            yield Remark(span.location, span.text, whole or span.block.text, severity=severity, message=message)


def _passages(reading: Reading, themes: tuple[str, ...]) -> Iterator[tuple[tuple[Block, ...], str]]:
    """What is looked at, with the text of the whole row for rows."""
    for unit in reading.units:
        if unit.theme is None or unit.theme not in themes:
            yield unit.blocks, unit.action.summary if unit.action else unit.text if unit.kind == "row" else ""
    yield from (((block,), "") for block in reading.plan.aside if block.kind in _ASIDE)


def _spans(block: Block, patterns: Iterable[re.Pattern[str]], alone: Iterable[re.Pattern[str]]) -> Iterator[Span]:
    for pattern in patterns:
        yield from (Span(block, m.start(), m.end()) for m in pattern.finditer(block.text) if m.group().strip())
    bare = block.text.strip()
    if bare and any(pattern.fullmatch(bare) for pattern in alone):
        start = block.text.index(bare)
        yield Span(block, start, start + len(bare))


def _longest(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)


def _dated(span: Span, days: Calendar) -> bool:
    """Whether the same passage says by when the open place is filled."""
    behind = re.split(r"[.;|\n]", span.block.text[span.end :], maxsplit=1)[0]
    return any(dated.bound == "by" or dated.kind == "day" for dated in find(behind, days) if dated.closed)
