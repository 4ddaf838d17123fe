"""What an author tells planlint in the plan, and whether it still holds: no reason, out of date, of no use, unknown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from planlint import datafile
from planlint.directives import Directive
from planlint.reading import Reading
from planlint.rule import Remark
from planlint.suppressions import component, means, quiets

LAST = True  # what others find has to be known before it can be said what is silenced in vain
Fault = Literal["without-reason", "expired", "unused", "unknown", "unclear"]


def check(
    reading: Reading, *, fault: Fault, of_component: str | None = None, nearest: str | None = None
) -> Iterator[Remark]:
    """One remark for each directive (or name in it) with this fault.

    "without-reason": nothing stands behind it; "expired": its last day is over; "unused": it silences nothing that was
    found, or declares what the plan addresses; "unknown": a name stands for no rule or component; "unclear": it
    cannot be read.

    of_component: the message for a component where the rule's own is about a rule; nearest: the message for an
    unknown name if there is one like it. {name}, {until}, {wrong}, {near} are filled in where they apply.
    """
    for directive in reading.directives:
        message = of_component if directive.verb == "covers" else None
        if fault == "unclear":
            if directive.wrong:
                yield _remark(directive, message, wrong=directive.wrong)
        elif directive.wrong:
            continue
        elif fault == "without-reason":
            if not directive.reason and not directive.file:
                yield _remark(directive, message)
        elif fault == "expired":
            if directive.until and directive.expired(reading.today):
                yield _remark(directive, message, until=f"{directive.until.day} {directive.until:%B %Y}")
        elif fault == "unknown":
            yield from _unknown(reading, directive, message, nearest)
        elif directive.holds(reading.today):
            yield from (_remark(directive, message, name=n) for n in directive.names if _is_idle(reading, directive, n))


def _unknown(reading: Reading, directive: Directive, message: str | None, nearest: str | None) -> Iterator[Remark]:
    known = reading.components if directive.verb == "covers" else reading.known
    for name in directive.names:
        if not _stands(name, known, directive):
            near = datafile.nearest(name, known)
            yield _remark(directive, nearest if near and nearest else message, name=name, near=near)


def _stands(name: str, known: tuple[str, ...], directive: Directive) -> bool:
    if directive.verb == "covers":
        return any(component(name, id) for id in known)
    return any(means(name, id) for id in known)


def _is_idle(reading: Reading, directive: Directive, name: str) -> bool:
    """Whether rules of that name ran, and found nothing that this keeps quiet."""
    if directive.verb == "covers":
        parts = [c for coverage in reading.coverage for c in coverage.components if component(name, c.id)]
        return any(c.level == "addressed" for c in parts)
    ran = any(means(name, id) for id in reading.ran)
    return ran and not any(quiets(directive, finding, name) for finding in reading.findings)


def _remark(directive: Directive, message: str | None, **values: str) -> Remark:
    return Remark(directive.location, directive.text, directive.text, values, message=message)
