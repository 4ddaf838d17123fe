"""Who leads how much and when it falls due, as rows with a bar each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from planlint.plan import Plan
from planlint.report import HalfTerm, Load, PlanReport
from planlint.reporters.html_again import together
from planlint.reporters.plain import one_line, shorten

LEADS = 12
NAME = 60
ROWS = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart: `share` in per cent of its longest bar, and which actions it stands for.

    open: True for a bar that is drawn open, because nobody in particular stands behind it.
    """

    name: str
    count: int
    share: int
    which: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Charts:
    """Load by lead and deadlines by half-term, a group for each school year; what is left out or has no place.

    others: how many more lead something; each leads no more than `at_most`.
    """

    counted: int
    leads: tuple[Bar, ...]
    others: int
    at_most: int
    years: tuple[tuple[str, tuple[Bar, ...]], ...]
    unled: int
    unled_which: str
    undated: int
    undated_which: str


def charts(report: PlanReport) -> Charts | None:
    """The charts of a plan; None if it names no lead and no date."""
    load, plan = report.load, report.plan
    if not load or not (load.leads or load.half_terms):
        return None
    return Charts(
        load.counted, _leads(load, plan), max(0, len(load.leads) - LEADS),
        max((len(lead.actions) for lead in load.leads[LEADS:]), default=0), _years(load.half_terms, plan),
        len(load.unled), which(load.unled, plan), len(load.undated), which(load.undated, plan),
    )  # fmt: skip


def _leads(load: Load, plan: Plan) -> tuple[Bar, ...]:
    most = max((len(lead.actions) for lead in load.leads), default=1)
    return tuple(replace(_bar(lead.name, lead.actions, most, plan), open=not lead.one) for lead in load.leads[:LEADS])


def _years(half_terms: Iterable[HalfTerm], plan: Plan) -> tuple[tuple[str, tuple[Bar, ...]], ...]:
    found = list(half_terms)
    most = max((len(half.actions) for half in found), default=1)
    grouped = groupby(found, key=lambda half: half.year)
    return tuple(
        (year, tuple(_bar(half.name, half.actions, most, plan) for half in halves)) for year, halves in grouped
    )


def _bar(name: str, actions: tuple[int, ...], most: int, plan: Plan) -> Bar:
    text = shorten(one_line(name), NAME)
    return Bar(text, len(actions), round(100 * len(actions) / max(1, most)), which(actions, plan))


def which(actions: Iterable[int], plan: Plan) -> str:
    """The actions by the plan's own labels, what they have in common told once: "Priority 1, row 2, row 4"."""
    known = plan.actions
    labels = list(filter(None, (one_line(known[number].location.label) for number in actions)))
    more = f" and {len(labels) - ROWS} more" if len(labels) > ROWS else ""
    return together(labels[:ROWS]) + more
