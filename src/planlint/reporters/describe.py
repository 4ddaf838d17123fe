"""A plan, its dates and its numbers in plain words."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from planlint.plan import Plan


def describe_plan(plan: Plan) -> str:
    """ "action plan of a trust; 1 September 2026 to 31 August 2027; 3,214 words; 27 actions"."""
    kind = "plan" if plan.kind == "other" else plan.kind.replace("-", " ")
    whose = f" of a {plan.scope}" if plan.scope else ""
    period = "no dates found for the whole plan"
    if plan.period:
        period = f"{day(plan.period.start)} to {day(plan.period.end)}"
    return f"{kind}{whose}; {period}; {count(plan.words, 'word')}; {count(len(plan.actions), 'action')}"


def day(date: datetime.date) -> str:
    """A date as people write it."""
    return f"{date.day} {date:%B %Y}"


def count(number: int, word: str) -> str:
    """A number with its word: "1 error", "no errors", "1,204 words"."""
    if not number:
        return f"no {word}s"
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def role_words(role: str) -> str:
    """A role or theme as words."""
    return role.replace("_", " ").replace("-", " ")


def rules_used(packs: Mapping[str, str]) -> str:
    """Which rules a report was made with: " Rules: fell 2026.1, planlint 2026.1."; "" if it does not say."""
    versions = ", ".join(f"{name} {version}".strip() for name, version in sorted(packs.items()))
    return f" Rules: {versions}." if versions else ""
