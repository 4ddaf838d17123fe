from __future__ import annotations

import datetime

import pytest

from planlint.bench import Bench
from planlint.errors import ConfigError
from planlint.files import Source
from planlint.language import compile_cues
from planlint.nearness import nearest_miss
from planlint.settings import Settings
from planlint.units import units
from planlint.why import Inquiry

PLAN = """# Improvement plan 2026-27

## Reading

We want to break down silos.

| Ref | Action | Lead | By when |
|---|---|---|---|
| 1.1 | Buy readers <!-- planlint: ignore actions/missing-lead -- shared --> | | May 2027 |
"""
CLASSES = {"SCHOOL": ["school / academy"]}


@pytest.fixture(scope="module")
def inquiry() -> Inquiry:
    settings = Settings(datetime.date(2026, 10, 1), select=("helix/*", "actions/missing-lead"))
    return Inquiry(Bench(settings), Source("plan.md", PLAN.encode()))


def test_a_component_tells_what_was_looked_for_and_what_was_set_aside(inquiry: Inquiry) -> None:
    told = inquiry.component("connect")
    assert (told.component.level, told.rule.id) == ("mentioned", "helix/connect")
    assert {"sure", "weak", "false_friends"} <= set(told.sought)
    assert [(e.text, e.counts) for e in told.component.evidence] == [("We want to break down silos.", False)]


def test_a_component_that_is_not_known_is_told_with_the_nearest(inquiry: Inquiry) -> None:
    with pytest.raises(ConfigError) as error:
        inquiry.component("conect")
    assert str(error.value) == "planlint why: there is no component 'conect'; did you mean 'connect'."


def test_a_line_tells_the_cues_found_on_it_and_what_became_of_them(inquiry: Inquiry) -> None:
    [place] = inquiry.line(5)
    seen = {(s.option, s.evidence and s.evidence.counts) for s in place.seen if s.rule == "helix/connect"}
    assert seen == {("weak", False)}
    assert all(s.quote in "We want to break down silos." for s in place.seen)


def test_a_row_tells_its_findings_silenced_or_not(inquiry: Inquiry) -> None:
    for asked in ("row 1.1", "Reading, row 1.1"):
        [place] = inquiry.place(asked)
        assert place.unit.text == "1.1 | Buy readers | May 2027"
        assert [(f.rule, f.suppressed and f.suppressed.reason) for f in place.findings] == [
            ("actions/missing-lead", "shared")
        ]


@pytest.mark.parametrize("ask", [lambda i: i.line(4), lambda i: i.place("row 7.7")])
def test_a_place_where_nothing_stands_is_told(inquiry: Inquiry, ask: object) -> None:
    with pytest.raises(ConfigError):
        ask(inquiry)  # type: ignore[operator]


def near(text: str, *cues: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    from planlint import readers, vocabulary

    plan = readers.read("plan.md", f"# Plan\n\n{text}\n".encode(), vocabulary.load())
    found = nearest_miss(compile_cues(cues, CLASSES), units(plan))
    return found and (found.found, found.missing)


def test_the_nearest_miss_lacks_least_and_has_what_is_rare() -> None:
    assert near("Heads visit.\n\nA trial.", "SCHOOL ~ visit") == (("visit",), ("SCHOOL",))
    text = "We visit the school.\n\nWe visit.\n\nWe write the ledger."
    assert near(text, "visit ~ SCHOOL ~ weekly", "visit ~ monthly") == (("visit", "school"), ("weekly",))
    assert near(text, "visit ~ weekly", "ledger ~ weekly") == (("ledger",), ("weekly",))
    assert near("Nothing.", "SCHOOL ~ visit") is None
    assert near("Heads visit schools.", "visit", "SCHOOL ~ visit") is None
