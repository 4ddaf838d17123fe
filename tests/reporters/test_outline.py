from __future__ import annotations

from dataclasses import replace

from planlint.plan import Block, Change, Location
from planlint.reporters.outline import plain_text, render
from reporters.samples import PLAN

WHOLE = """\
Larkfield Schools improvement plan
plans/larkfield.md: action plan of a trust; 1 September 2026 to 31 August 2027;
  6 words; 1 action
The dates were found in “September 2026 to August 2027”, line 3
  status: board draft

Sections
  Priority 1: reading (6 words, 1 action)

Actions: 1
  Priority 1, row 2 (line 12)
      action: Start a reading hour
      lead (from above): Head of English
      nothing under: deadline

Not read
  a picture of a table, line 30
"""


def test_the_whole_outline() -> None:
    assert render(PLAN) == WHOLE


def test_tracked_changes_are_listed() -> None:
    change = Change("deleted", "by Easter", Location("p", "Priority 1, row 2"))
    assert render(replace(PLAN, changes=(change,))).endswith(
        "Tracked changes not yet accepted or rejected\n  deleted: “by Easter”, Priority 1, row 2\n"
    )


def test_the_plain_text_has_every_block_once() -> None:
    blocks = (*PLAN.meta, *PLAN.blocks(), *PLAN.aside)
    assert plain_text(blocks) == "status: board draft\nPriority 1: reading\nWe start small.\nLarkfield Schools\n"


def test_the_plain_text_keeps_lines_and_drops_what_a_terminal_obeys() -> None:
    plan = replace(PLAN, meta=(), aside=(), sections=(), title="")
    plan = replace(plan, meta=(Block("one\r\ntwo\x1b[2J\u202e", Location("p"), marker="1.2"),))
    assert plain_text((*plan.meta, *plan.blocks(), *plan.aside)) == "1.2 one\ntwo[2J\n"
