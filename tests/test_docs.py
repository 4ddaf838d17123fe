"""The pages in docs/ say what is so."""

from __future__ import annotations

import datetime
import re
import runpy
from pathlib import Path

import pytest

from planlint import config, readers, vocabulary
from planlint.directives import directives
from planlint.inforce import put_in_force
from planlint.settings import Settings

DOCS = Path(__file__).parents[1] / "docs"


def test_the_page_of_rules_is_up_to_date() -> None:
    renewed = runpy.run_path(str(DOCS / "renew_rules.py"))["renewed"]
    assert renewed() == (DOCS / "rules.md").read_text(encoding="utf-8"), "run python docs/renew_rules.py"


def test_the_configuration_shown_can_be_put_in_force(tmp_path: Path) -> None:
    [shown] = re.findall(r"```yaml\n(.*?)```", (DOCS / "config.md").read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "house.yaml").write_text("fail-on: error\n")
    plans = tmp_path / "plans"
    (plans / "our-rules").mkdir(parents=True)
    (plans / ".planlint.yaml").write_text(shown, encoding="utf-8")
    found = config.load(plans / ".planlint.yaml")
    force = put_in_force(Settings(datetime.date(2026, 9, 1)), found.for_plan(str(plans / "archive" / "a.md")))
    assert {rule.id.split("/")[0] for rule in force.rules} == {"helix"}
    assert sorted({entry.key[0] for entry in found.entries}) == sorted(set(config.KEYS))


def test_every_directive_shown_is_understood() -> None:
    text = (DOCS / "silencing.md").read_text(encoding="utf-8")
    shown = re.findall(r"planlint: ((?:ignore|cover)[^`]*?)(?: -->|`|\n)", text)
    assert len(shown) == 5
    for said in shown:
        plan = readers.read("plan.md", f"<!-- planlint: {said} -->\n# Plan\n".encode(), vocabulary.load())
        [found] = directives(plan)
        assert (found.wrong, found.holds(datetime.date(2026, 9, 1))) == ("", True), said


def test_the_rules_on_silencing_are_those_there_are() -> None:
    text = (DOCS / "silencing.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `(suppressions/[\w-]+)`", text, re.MULTILINE)
    rules = vocabulary.rules_folder() / "suppressions"
    assert sorted(named) == sorted(f"suppressions/{file.stem}" for file in rules.glob("*.yaml"))


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: page.name)
def test_every_file_a_page_links_to_is_there(page: Path) -> None:
    linked = re.findall(r"(?<!\\)\]\(([^)#:\s]+)(?:#[\w-]+)?\)", page.read_text(encoding="utf-8"))
    assert [name for name in linked if not (page.parent / name).exists()] == []
