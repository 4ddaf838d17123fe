from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources
from typing import Any

import jsonschema

from planlint import __version__
from planlint.comparison import compare
from planlint.report import Component, Coverage, PlanReport, Suppression
from planlint.reporters import diff_json, diff_text
from reporters.samples import ABSENT, ADDRESSED, FINDING, MENTIONED, PLAN, place


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((resources.files("planlint") / "schemas" / f"{name}.json").read_text())
    return found


GONE = replace(FINDING, fingerprint="b" * 16, message="'tbc' is open.", severity="warning", location=place("Row 3", 14))
QUIET = replace(FINDING, fingerprint="c" * 16, location=place("Row 5", 16))
STOPPED = replace(ABSENT, level="addressed", evidence=(ADDRESSED.evidence[1],))
OLD = PlanReport(
    replace(PLAN, title="Larkfield draft", period=None, sections=()),
    (Coverage("helix", (ADDRESSED, MENTIONED, ABSENT)),),
    (GONE, QUIET),
)
NEW = PlanReport(
    PLAN,
    (Coverage("helix", (Component(ADDRESSED.id, ADDRESSED.name, ADDRESSED.strand, "absent"), MENTIONED, STOPPED)),),
    (FINDING, replace(QUIET, suppressed=Suppression("agreed", None, "inline"))),
)
TEXT = """\
Larkfield Schools improvement plan
before: HEAD~1:plans/larkfield.md
now:    plans/larkfield.md
The title was “Larkfield draft”.
Its dates were: none for the whole plan; now: 1 September 2026 to 31 August
  2027.
It had no actions, and now has 1 action.

What the plan covers
  ▼ Use evidence: addressed before, absent now
      before: “The tutoring follows two trials that found gains in reading”
      Priority 1, row 2, Rationale (line 12)
  ▲ De-implement: absent before, addressed now
      “The tutoring follows two trials that found gains in reading”
      Priority 1, row 2, Rationale (line 12)
  1 of 3 components addressed before, 1 now.

New: 1 error, no warnings, no notes
  Priority 1, row 2 (line 12)
    error  There is no date for 'Start a reading hour'.
      [actions/missing-deadline]

Mended: no errors, 1 warning, no notes
  Row 3 (line 14)
    warning  It said: 'tbc' is open. [actions/missing-deadline]

Silenced since: 1 error, no warnings, no notes
  Row 5 (line 16)
    error  There is no date for 'Start a reading hour'.
      [actions/missing-deadline]
      Silenced: agreed

Nothing else was found, before or now.

In short: 1 component rose, 1 fell; 1 new finding, 1 mended. Something is worse
than before.

planlint judges wording, not merit: whether the plan says a thing, not whether
it is wise, true or enough. For the reasons behind a finding, and examples:
planlint explain, then the name in square brackets. Rules: planlint 2026.1.
"""
PACKS = {"planlint": "2026.1"}
NAMES = ("HEAD~1:plans/larkfield.md", "plans/larkfield.md")


def test_the_whole_text() -> None:
    assert diff_text.render(compare(OLD, NEW), *NAMES, PACKS) == TEXT


def test_nothing_changed_is_said_in_few_words() -> None:
    told = diff_text.render(compare(NEW, NEW), *NAMES, PACKS)
    assert told.splitlines()[:9] == [
        "Larkfield Schools improvement plan", "before: HEAD~1:plans/larkfield.md", "now:    plans/larkfield.md", "",
        "What the plan covers", "  Nothing rose or fell: 1 of 3 components addressed before, 1 now.", "",
        "Unchanged since: 1 error, no warnings, no notes.", "",
    ]  # fmt: skip
    assert "In short: no components rose, none fell; no new findings, none mended. Nothing" in told


def test_what_only_the_author_says_is_told_as_declared() -> None:
    said = replace(ABSENT, declared=True)
    now = replace(NEW, coverage=(Coverage("helix", (ADDRESSED, MENTIONED, said)),))
    before = replace(NEW, coverage=(Coverage("helix", (ADDRESSED, MENTIONED, ABSENT)),))
    assert "  · De-implement: absent before, declared now\n" in diff_text.render(compare(before, now), *NAMES, PACKS)
    told = json.loads(diff_json.render(compare(before, now), *NAMES, PACKS))
    assert told["coverage"][2]["declared"] == {"old": False, "new": True}
    assert "De-implement" not in diff_text.render(compare(now, now), *NAMES, PACKS)


def test_the_text_can_be_plain_narrow_and_coloured() -> None:
    plain = diff_text.render(compare(OLD, NEW), *NAMES, PACKS, 60, ascii=True)
    assert plain.isascii()
    assert max(map(len, plain.splitlines())) <= 60
    assert "  - Use evidence: addressed before, absent now\n  " in plain
    assert "\x1b[31m▼ Use evidence" in diff_text.render(compare(OLD, NEW), *NAMES, PACKS, colour=True)


def test_many_findings_are_counted_after_the_twentieth() -> None:
    many = replace(NEW, findings=tuple(replace(FINDING, location=place(f"Row {n}")) for n in range(25)))
    told = diff_text.render(compare(replace(OLD, findings=()), many), *NAMES, PACKS)
    assert told.count("There is no date") == 20
    assert "  and 5 more findings.\n" in told


def test_words_of_a_plan_cannot_reach_the_terminal_as_commands() -> None:
    evil = "\x1b[2J\x9b31m\u202e\r\n"
    finding = replace(FINDING, message=evil, location=place(evil))
    new = replace(NEW, plan=replace(PLAN, title=evil, path=evil), findings=(finding,))
    assert not set("\x1b\x9b\u202e\r") & set(diff_text.render(compare(OLD, new), evil, evil, PACKS))


def test_the_json_keeps_to_its_schema() -> None:
    validator = jsonschema.Draft202012Validator(schema("diff"))
    validator.check_schema(schema("diff"))
    told = json.loads(diff_json.render(compare(OLD, NEW), *NAMES, PACKS))
    validator.validate(told)
    assert (told["tool"], told["worse"]) == ({"name": "planlint", "version": __version__, "rules": PACKS}, True)
    assert told["old"] == {
        "name": NAMES[0], "path": "plans/larkfield.md", "format": "markdown", "title": "Larkfield draft",
        "period": None, "words": 0, "actions": 0,
    }  # fmt: skip
    assert [(c["id"], c["old"], c["new"], c["turn"]) for c in told["coverage"]] == [
        ("use-evidence", "addressed", "absent", "fell"),
        ("connect", "mentioned", "mentioned", "same"),
        ("de-implement", "absent", "addressed", "rose"),
    ]
    assert {kind: [f["fingerprint"][0] for f in found] for kind, found in told["findings"].items()} == {
        "new": ["0"], "mended": ["b"], "silenced": ["c"], "unchanged": [],
    }  # fmt: skip


def test_a_finding_has_the_same_shape_in_both_schemas() -> None:
    ours, reports = schema("diff")["$defs"], schema("report")["$defs"]
    assert {name: ours[name] for name in ("date", "finding", "place", "location")} == {
        name: reports[name] for name in ("date", "finding", "place", "location")
    }
