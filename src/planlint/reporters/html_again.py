"""What a plan does again and again, told once with all its places, so that a weak plan's page does not grow long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from planlint.report import Finding
from planlint.reporters.plain import one_line
from planlint.reporters.rulebook import blank
from planlint.rule import SEVERITIES, Rule

FEW = 4  # places; a rule that finds more is told once
_FIELD = re.compile(r"\{\w+\}")
_ROW_TELLS = {"{action}"}  # what its place tells as well


@dataclass(frozen=True, slots=True)
class Again:
    """A rule that found something in many places.

    message: with '…' for the plan's own words; column: where all of them stand, "" if in several.
    spots:   those words, and the places at which they stand.
    """

    severity: str
    message: str
    fix: str
    count: int
    column: str
    spots: tuple[tuple[str, str], ...]


def again(findings: Iterable[Finding], rules: Mapping[str, Rule]) -> tuple[list[Again], frozenset[str]]:
    """What to tell once, the weightiest and commonest first, and the rules that this speaks for.

    A rule of whose findings one says more than its place and one passage of the plan is left as it is.
    """
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    found = {id: _told(rules[id], of_it) for id, of_it in by_rule.items() if len(of_it) > FEW and id in rules}
    kept = {id: one for id, one in found.items() if one}
    order = sorted(kept.values(), key=lambda one: (SEVERITIES.index(one.severity), -one.count))
    return order, frozenset(kept)


def _told(rule: Rule, findings: Sequence[Finding]) -> Again | None:
    fields = [field for field in _FIELD.findall(rule.message) if field not in _ROW_TELLS]
    if len(fields) > 1:
        return None
    spots: dict[str, list[str]] = {}
    column = _column(findings)
    for finding in findings:
        words = _words(rule.message, finding)
        if words is None or not finding.location.label:
            return None
        label = one_line(finding.location.label)
        spots.setdefault(words, []).append(label.removesuffix(f", {column}") if column else label)
    first = findings[0]
    told = tuple((words, together(labels)) for words, labels in spots.items())
    return Again(first.severity, blank(rule.message), first.fix, len(findings), column, told)


def _words(message: str, finding: Finding) -> str | None:
    """What the finding puts into the rule's message; None if its own message is another one."""
    parts = map(re.escape, _FIELD.split(one_line(message)))
    match = re.fullmatch("(.*)".join(parts), one_line(finding.message))
    if match is None:
        return None
    fields = dict(zip(_FIELD.findall(message), match.groups(), strict=True))
    own = next((text for field, text in fields.items() if field not in _ROW_TELLS), "")
    return own or next(iter(fields.values()), "")


def _column(findings: Sequence[Finding]) -> str:
    """The column that all of them stand in."""
    parts = [one_line(finding.location.label).split(", ") for finding in findings]
    ends = {label[-1] for label in parts}
    return ends.pop() if len(ends) == 1 and all(len(label) > 2 for label in parts) else ""


def together(labels: Iterable[str]) -> str:
    """Labels one after the other, what they have in common told once: "Priority 1, row 2, row 4; Priority 2, row 1"."""
    told: dict[str, list[str]] = {}
    for label in labels:
        above, _, last = label.rpartition(", ")
        told.setdefault(above, []).append(last)
    return "; ".join(", ".join(filter(None, (above, *rows))) for above, rows in told.items())
