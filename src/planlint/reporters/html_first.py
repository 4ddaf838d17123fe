"""What a leader with half an hour reads first: five things to mend, and what the board may ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planlint.report import Finding, PlanReport
from planlint.reporters.describe import count
from planlint.reporters.passages import shown_level
from planlint.reporters.places import place
from planlint.reporters.plain import one_line, shorten
from planlint.rule import EFFORTS, HOUR, SEVERITIES, Rule, Severity

MOST = 5
OF_A_KIND = 2
QUESTIONS = 6
ABOUT_COMPONENTS = 4
PLACES = 3
SAID = 130  # characters
TAKES = {"minutes": "a few minutes", "hour": "about an hour", "meeting": "needs a conversation"}
SAYS_OF = {"absent": "The plan is silent on it.", "mentioned": "The plan names it and says no more."}
_EXAMPLE = re.compile(r"""\s*\(["“][^()]*["”]\)""")  # stands with the finding itself, further down the page
Rules = Mapping[str, Rule]


@dataclass(frozen=True, slots=True)
class Fix:
    """One thing to mend: what to do, what was said of the first place, where it stands and what it takes."""

    do: str
    said: str
    severity: Severity
    takes: str
    times: int
    places: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Question:
    """What a board may ask, and why; `about` names the component or is ""."""

    text: str
    about: str
    why: str
    rule: str


def fixes(report: PlanReport, rules: Rules) -> tuple[Fix, ...]:
    """The five things to mend first: the weightiest, of these the quickest, of these what stands in most places.

    Of one family of rules there are two at most as long as others have anything to say.
    """
    groups = sorted(_by_rule(report).values(), key=lambda found: _rank(found, rules))
    chosen: list[list[Finding]] = []
    for most in (OF_A_KIND, MOST):
        for found in groups:
            alike = sum(_family(other) == _family(found) for other in chosen)
            if found not in chosen and alike < most and len(chosen) < MOST:
                chosen.append(found)
    return tuple(_fix(found, rules) for found in sorted(chosen, key=lambda found: _rank(found, rules)))


def _by_rule(report: PlanReport) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.suppressed is None:
            found.setdefault(finding.rule, []).append(finding)
    return found


def _rank(found: list[Finding], rules: Rules) -> tuple[int, int, int]:
    return _weight(found), EFFORTS.index(_effort(found[0].rule, rules)), -len(found)


def _weight(found: Iterable[Finding]) -> int:
    return min(SEVERITIES.index(finding.severity) for finding in found)


def _effort(id: str, rules: Rules) -> str:
    return str(rules[id].extra.get("effort", HOUR)) if id in rules else HOUR


def _family(found: list[Finding]) -> str:
    return found[0].rule.split("/")[0]


def _fix(found: list[Finding], rules: Rules) -> Fix:
    first, effort = found[0], _effort(found[0].rule, rules)
    places = tuple(dict.fromkeys(filter(None, (place(finding.location) for finding in found))))
    each = " for each" if effort == EFFORTS[0] and len(found) > 1 else ""
    return Fix(
        do=_EXAMPLE.sub("", first.fix) or first.message,
        said=shorten(one_line(first.message), SAID),
        severity=SEVERITIES[_weight(found)],
        takes=TAKES[effort] + each,
        times=len(found),
        places=places,
        rule=first.rule,
    )


def questions(report: PlanReport, rules: Rules) -> tuple[Question, ...]:
    """What the board may ask: on components that the plan does not address, the silent ones first, then on its rows."""
    found = []
    for level, why in SAYS_OF.items():
        for coverage in report.coverage:
            for component in coverage.components:
                id = f"{coverage.model}/{component.id}"
                if shown_level(component) == level and _asked(id, rules):
                    found.append(Question(_asked(id, rules), component.name, why, id))
    components = {f"{coverage.model}/{part.id}" for coverage in report.coverage for part in coverage.components}
    groups = sorted(_by_rule(report).values(), key=lambda group: (_weight(group), -len(group)))
    rows = [
        Question(_asked(group[0].rule, rules), "", _why(group), group[0].rule)
        for group in groups
        if group[0].rule not in components and _asked(group[0].rule, rules)
    ]
    first = found[: max(ABOUT_COMPONENTS, QUESTIONS - len(rows))]
    return (*first, *rows)[:QUESTIONS]


def _asked(id: str, rules: Rules) -> str:
    return str(rules[id].extra.get("question", "")) if id in rules else ""


def _why(found: list[Finding]) -> str:
    more = f" The same in {count(len(found) - 1, 'other place')}." if len(found) > 1 else ""
    return f"{found[0].message}{more}"
