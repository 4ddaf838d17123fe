"""Which findings a plan's author keeps quiet, and whether what the author says still holds."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from planlint.directives import Directive
from planlint.plan import Location
from planlint.report import Finding, Suppression

OWN = "suppressions/"  # what is amiss with what authors say is not theirs to silence


def silence(
    findings: Iterable[Finding], directives: Sequence[Directive], today: datetime.date | None
) -> tuple[Finding, ...]:
    """The findings, those that a directive keeps quiet with its reason."""
    holding = [d for d in directives if d.holds(today)]
    return tuple(_silenced(finding, holding) if holding else finding for finding in findings)


def _silenced(finding: Finding, holding: Sequence[Directive]) -> Finding:
    for directive in holding if not finding.rule.startswith(OWN) else ():
        if quiets(directive, finding):
            until = directive.until.isoformat() if directive.until else None
            return replace(finding, suppressed=Suppression(reason(directive), until, "inline"))
    return finding


def reason(directive: Directive) -> str:
    """Why, in the author's words; of a component, where it is declared to stand."""
    if directive.verb == "ignore":
        return directive.reason
    return "declared: " + ", ".join(filter(None, (directive.file, directive.reason)))


def quiets(directive: Directive, finding: Finding, name: str | None = None) -> bool:
    """Whether the directive (or one of its names alone) speaks of this finding, by rule and by place."""
    names = directive.names if name is None else (name,)
    if directive.verb == "covers":
        return any(component(n, finding.rule) for n in names)
    return any(means(n, finding.rule) for n in names) and _reaches(directive, finding)


def component(name: str, rule: str) -> bool:
    """Whether the name of a component ("de-implement", "helix/de-implement") is that of this rule or component."""
    return name in (rule, rule.rpartition("/")[2]) or name.endswith(f"/{rule}")


def means(name: str, rule: str) -> bool:
    """Whether the name is this rule's id or stands for it ("actions/*")."""
    return rule == name or fnmatchcase(rule, name) or rule.startswith(name.rstrip("/") + "/")


def _reaches(directive: Directive, finding: Finding) -> bool:
    if directive.whole:
        return True
    here, there = directive.location, finding.location
    if here.line is not None and there.line is not None:
        # what has no context is about a whole table: a comment in one of its rows does not speak of it
        last = there.line if finding.context is None else _last_line(there)
        before = directive.next
        # a reader lets an entry end where the next one begins: what stands in front of that one is not inside
        inside = before is None or (before.line or 0) <= last
        if there.line <= here.line <= last and inside:
            return True
        return before is not None and (before.line or 0) <= there.line <= _last_line(before)
    return here.part is not None and there.part is not None and _same_place(here.part, there.part)


def _last_line(place: Location) -> int:
    first, last = place.line or 0, place.end_line or place.line or 0
    # the end is the place behind it; where that is another line's indent, the last line is the one before
    ends_before = last > first and (place.end_column or 0) <= (place.column or 0)
    return last - 1 if ends_before else last


def _same_place(comment: str, finding: str) -> bool:
    """In Word: the paragraph a comment hangs on, its cell, or its row; a table, from its first row."""
    if finding == comment or comment.startswith(finding + "/"):
        last = finding.rpartition("/")[2]
        return not last.startswith("tbl") or comment.startswith(f"{finding}/tr[1]")
    cell = comment[: comment.rindex("/")] if "/tc[" in comment else comment
    return finding.startswith(cell + "/")
