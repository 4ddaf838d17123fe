"""A stand-in for readers and rules, so that what joins them is tested alone: each line of a plan is an instruction.

"bad" makes the reader refuse the plan, "crash" breaks it, "row NAME" gives an error, "vague NAME" a warning, "ask NAME"
a note, "broken" makes a check break.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from planlint import packs, readers
from planlint.errors import ReadError
from planlint.packs import CheckCrash, Packs
from planlint.packs.models import Model, Part
from planlint.plan import Block, Location, Plan, Section
from planlint.report import Component, Coverage, Finding, PlanReport
from planlint.rule import Rule, Severity
from planlint.vocabulary import Vocabulary

MODEL = Model("helix", "Helix", (Part("connect", "Connect", "build-capacity", "Build capacity"),))
WEIGHTS: dict[str, Severity] = {"row": "error", "vague": "warning", "ask": "note"}


def rule(id: str, severity: Severity = "error", enabled: bool = True) -> Rule:
    return Rule(id, "planlint", "'{found}' is wrong.", severity, "Because.", "Mend it.", "c", {}, enabled=enabled)


RULES = (
    rule("actions/ask", "note"),
    rule("actions/row"),
    rule("actions/vague", "warning"),
    rule("plan/off", enabled=False),
)


def read(path: str, data: bytes, vocabulary: Vocabulary) -> Plan:
    lines = data.decode().splitlines()
    if "bad" in lines:
        raise ReadError(path, "is damaged", "save it again", "line 1")
    if "crash" in lines:
        raise ZeroDivisionError("a reader broke")
    blocks = tuple(Block(line, Location(path, line=n, column=1)) for n, line in enumerate(lines, 1))
    return Plan(path, "markdown", lines[0] if lines else "", sections=(Section(None, 0, blocks),))


@dataclass
class Prepared:
    rules: tuple[Rule, ...]
    vocabulary: Vocabulary = field(default_factory=lambda: Vocabulary({}))
    across: tuple[Rule, ...] = ()
    models: tuple[Model, ...] = (MODEL,)

    def run(self, plan: Plan, today: datetime.date | None = None, heed: bool = True) -> PlanReport:
        found = []
        for block in reversed(list(plan.blocks())):
            word = block.text.partition(" ")[0]
            if word == "broken":
                raise CheckCrash("actions/row", plan.path, ValueError("odd"))
            id = f"actions/{word}"
            if id in [r.id for r in self.rules]:
                message = f"'{block.text}' is wrong on {today}."
                finding = Finding(id, WEIGHTS[word], message, "Because.", "Mend it.", "", block.location, block.text)
                found.append(finding)
        coverage = Coverage("helix", (Component("connect", "Connect", "build-capacity", "absent"),))
        return PlanReport(plan, (coverage,), tuple(found))


def use(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = Packs(RULES, (), {"planlint": "1"}, Vocabulary({}))
    monkeypatch.setattr(readers, "read", read)
    monkeypatch.setattr(packs, "load", lambda folders=(): loaded)
    monkeypatch.setattr(packs, "prepare", lambda packs, rules: Prepared(rules))


def write(folder: Path, **plans: Any) -> list[str]:
    for name, lines in plans.items():
        (folder / f"{name}.md").write_text("\n".join(lines))
    return [str(folder / f"{name}.md") for name in plans]
