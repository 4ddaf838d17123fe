"""Who leads how much, and when it falls due."""

from __future__ import annotations

import datetime
from itertools import pairwise

from checking import TITLE, table
from planlint.language import Matcher
from planlint.load import weigh
from planlint.readers import read
from planlint.reading import Reading
from planlint.report import HalfTerm, Lead, Load
from planlint.vocabulary import load

HEAD = "Action | Lead | By when"


def weighed(*rows: str, title: str = TITLE) -> Load:
    vocabulary = load()
    plan = read("plan.md", (title + table(HEAD, *rows)).encode(), vocabulary)
    return weigh(Reading(plan, vocabulary, Matcher({})))


def due(found: Load) -> dict[str, tuple[int, ...]]:
    return {f"{h.name} {h.year}": h.actions for h in found.half_terms if h.actions}


def test_each_lead_once_whatever_the_spelling_and_the_busiest_first() -> None:
    found = weighed(
        "Order books | SENDCo | 2 October 2026",
        "Train readers | DHT | 6 November 2026",
        "Open the hall | Deputy head, SENDCo | 6 November 2026",
        "Write home | Lead: Deputy headteacher / Support: SENDCo | 6 November 2026",
        "Choose poems | Tutors | 6 November 2026",
    )
    assert found.leads == (
        Lead("DHT", (1, 2, 3), True),
        Lead("SENDCo", (0, 2), True),
        Lead("Tutors", (4,), False),
    )
    assert (found.counted, found.unled, found.undated) == (5, (), ())


def test_what_nobody_leads_and_what_has_no_day() -> None:
    found = weighed(
        "Order books | | Ongoing", "Train readers | To be appointed | Weekly", "Open the hall | DHT | Spring term"
    )
    assert (found.unled, found.undated) == ((0, 1), (0, 1))
    assert due(found) == {"Spring 2 2026-27": (2,)}


def test_every_half_term_of_the_plan_and_others_only_where_something_is_due() -> None:
    found = weighed("Order books | DHT | 1 September 2026", "Choose poems | DHT | 31 August 2029")
    assert [(h.name, h.year, h.actions) for h in found.half_terms] == [
        ("Autumn 1", "2026-27", (0,)), ("Autumn 2", "2026-27", ()), ("Spring 1", "2026-27", ()),
        ("Spring 2", "2026-27", ()), ("Summer 1", "2026-27", ()), ("Summer 2", "2026-27", ()),
        ("Summer 2", "2028-29", (1,)),
    ]  # fmt: skip


def test_half_terms_leave_no_day_out_and_holidays_belong_to_the_one_before() -> None:
    found = weighed("Order books | DHT | 28 October 2026").half_terms
    assert found[0] == HalfTerm("Autumn 1", "2026-27", datetime.date(2026, 9, 1), datetime.date(2026, 11, 1), (0,))
    assert [b.start - a.end for a, b in pairwise(found)] == [datetime.timedelta(1)] * 5


def test_a_year_of_six_terms_has_its_own_names() -> None:
    found = weighed("Order books | DHT | Term 5", "Choose poems | DHT | Term 2")
    assert due(found) == {"Term 2 2026-27": (1,), "Term 5 2026-27": (0,)}


def test_a_plan_that_promises_no_rows_owes_neither_leads_nor_days() -> None:
    strategy = "# Our school improvement strategy\n\nWe believe in reading.\n\n- We read aloud.\n- We listen.\n"
    vocabulary = load()
    plan = read("plan.md", strategy.encode(), vocabulary)
    assert weigh(Reading(plan, vocabulary, Matcher({}))) == Load(0)
