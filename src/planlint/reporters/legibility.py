"""How well a plan could be read, so that a reviewer knows which ones to look at with their own eyes."""

from __future__ import annotations

from typing import Literal

from planlint.plan import Plan, Table
from planlint.reporters.describe import count

Legibility = Literal["well", "partly", "poorly"]
_FEW = 150  # words; a plan that short is a stub, or its text stands in pictures
_MANY = 5  # things that could not be read
_TABLE = 3  # rows of a table that is more than layout
_PROMISE_ROWS = ("action-plan", "implementation-plan")


def legibility(plan: Plan) -> tuple[Legibility, tuple[str, ...]]:
    """How well it could be read, and why not better.

    "poorly": next to no text, an action plan without an action, or five things or more that could not be read.
    "partly": something that could not be read, or most tables without a column that planlint knows.
    """
    words = plan.words
    poor: list[str] = []
    part: list[str] = []
    if words < _FEW:
        poor.append(f"only {count(words, 'word')}" if words else "no words")
    if plan.kind in _PROMISE_ROWS and not plan.actions:
        poor.append("no actions found")
    if plan.unread:
        kinds = ", ".join(dict.fromkeys(unread.what for unread in plan.unread))
        (poor if len(plan.unread) >= _MANY else part).append(f"{count(len(plan.unread), 'thing')} not read: {kinds}")
    tables = [t for s in plan.walk() for t in s.content if isinstance(t, Table) and len(t.rows) >= _TABLE]
    unknown = sum(not table.roles() for table in tables)
    if unknown * 2 > len(tables):
        part.append(f"{unknown} of {count(len(tables), 'table')} without a known column")
    return ("poorly" if poor else "partly" if part else "well"), (*poor, *part)
