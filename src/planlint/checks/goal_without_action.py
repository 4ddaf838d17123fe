"""Goals of the plan to which no action belongs, where other goals of it have some."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planlint.checks import goals
from planlint.checks.goals import Goal
from planlint.checks.likeness import contained, content
from planlint.plan import Block, Kind, Plan, Section, Table
from planlint.reading import Reading
from planlint.rule import Remark, Severity
from planlint.vocabulary import Vocabulary

_ALIKE = 0.5
_BARE = 0.34  # share of sections side by side that may be without actions
_RETURN = 0.6  # share of a list that has to come back before the rest of it is missed
_FEWEST_ITEMS = 2
_REFERENCE = re.compile(r"\W*([A-Z]{0,4})[ -]?(\d{1,2}|[A-Z])(?:[.\d]|\b)")


def check(
    reading: Reading,
    *,
    elsewhere: tuple[re.Pattern[str], ...],
    named_elsewhere: str,
    not_doing: tuple[str, ...],
    kinds: tuple[Kind, ...] = ("action-plan", "implementation-plan"),
) -> Iterator[Remark]:
    """One remark for each goal without an action, in reading order.

    elsewhere:       words that say that its actions stand in another document; then it is only a note,
    named_elsewhere: with this message.
    not_doing:       themes of sections whose lists are no actions, even if the reader of the plan took them for some.
    kinds:           the kinds of plan in which goals are to have actions.
    """
    if reading.plan.kind not in kinds:
        return
    told: list[Goal] = []
    for goal in (*_bare_sections(reading, not_doing), *_bare_rows(reading), *_not_taken_up(reading)):
        if any(_same(goal, other, reading.vocabulary) for other in told):
            continue
        told.append(goal)
        context = _text(goal)
        away = any(pattern.search(context) for pattern in elsewhere)
        severity: Severity | None = "note" if away else None
        values = {"goal": goals.short(goal.block.text)}
        message = named_elsewhere if away else None
        yield Remark(goal.block.location, goal.block.text, context, values=values, severity=severity, message=message)


def _bare_sections(reading: Reading, not_doing: tuple[str, ...]) -> Iterator[Goal]:
    """Goals with a section of their own in which nothing is done, where at least half of such sections have actions."""
    found = goals.sections(reading.plan, reading.vocabulary)
    without = [goal for goal in found if goal.section and not any(goals.acts(goal.section))]
    if len(found) < 2:
        yield from _among_siblings(reading.plan, not_doing)
    elif len(without) <= len(found) / 2:
        others = [action for action in reading.plan.actions if any(action.blocks(r) for r in ("priority", "link"))]
        for goal in without:
            linked = any(_linked(goal, a.text("priority") + " " + a.text("link")) for a in others)
            if not linked and goal.section and not _does(goal.section, not_doing):
                yield goal


def _among_siblings(plan: Plan, not_doing: tuple[str, ...]) -> Iterator[Goal]:
    """Sections beside which nearly all others have actions, where goals are not called so."""
    for parent in plan.walk():
        siblings = [s for s in parent.sections if s.heading and s.theme not in not_doing]
        bare = [s for s in siblings if not any(goals.acts(s))]
        if len(siblings) > _FEWEST_ITEMS and len(bare) <= _BARE * len(siblings):
            for section in bare:
                texts = [item for item in section.content if isinstance(item, Block) and item.text.strip()]
                if section.heading and section.theme is None and texts and not _does(section, not_doing):
                    yield goals.named(section.heading, section)


def _linked(goal: Goal, text: str) -> bool:
    number = re.escape(goal.number)
    return bool(goal.number) and re.search(rf"(?<![\w.]){number}(?![\w%])", text) is not None


def _does(section: Section, not_doing: tuple[str, ...]) -> bool:
    """Whether there are lists or tables in it that may be actions under another name."""
    for inner in section.walk():
        if inner.theme in not_doing and inner is not section:
            continue
        items = [b for b in inner.content if isinstance(b, Block) and b.kind == "item"]
        rows = [row for b in inner.content if isinstance(b, Table) and len(b.columns) > 1 for row in b.rows]
        filled = [row for row in rows if sum(bool(cell.text.strip()) for cell in row.cells) > 1]
        if len(items) >= _FEWEST_ITEMS or len(filled) >= _FEWEST_ITEMS:
            return True
    return False


def _bare_rows(reading: Reading) -> Iterator[Goal]:
    """Goals that a table names, in a sub-heading or its own column, with nothing under or beside them."""
    for section in reading.plan.walk():
        for table in (item for item in section.content if isinstance(item, Table)):
            yield from _bare_headings(table)
            yield from _bare_cells(table)


def _bare_headings(table: Table) -> Iterator[Goal]:
    if not table.roles() & {"action"} or not any(not row.heading for row in table.rows):
        return
    for row, following in zip(table.rows, (*table.rows[1:], None), strict=True):
        blocks = [b for cell in row.cells for b in cell.blocks if b.text.strip()]
        if row.heading and blocks and (following is None or following.heading):
            yield goals.named(blocks[0])


def _bare_cells(table: Table) -> Iterator[Goal]:
    columns = {column.role: n for n, column in reversed(list(enumerate(table.columns)))}
    goal, act = columns.get(goals.PRIORITY), columns.get("action")
    if goal is None or act is None:
        return
    filled = [row for row in table.rows if not row.heading and act < len(row.cells) and row.cells[act].text.strip()]
    done = {id(row) for row in filled}
    for at, row in enumerate(table.rows):
        own = row.cells[goal].blocks if goal < len(row.cells) and not row.cells[goal].carried else ()
        if row.heading or not own or id(row) in done or len(filled) < _FEWEST_ITEMS:
            continue
        following = table.rows[at + 1] if at + 1 < len(table.rows) else None
        goes_on = following and goal < len(following.cells) and following.cells[goal].carried
        if not goes_on and own[0].text.strip():
            yield goals.named(own[0])


def _not_taken_up(reading: Reading) -> Iterator[Goal]:
    """Goals of a list most of which come back as sections, sub-headings or references of actions, but these do not."""
    vocabulary = reading.vocabulary
    if not reading.plan.actions:  # what is done stands in a form that was not read as actions
        return
    body = (*goals.sections(reading.plan, vocabulary), *goals.of_actions(reading.plan, vocabulary))
    numbers = {goal.number for goal in body if goal.number} | _references(reading)
    held = (blocks for a in reading.plan.actions for fields in (a.fields, a.inherited) for blocks in fields.values())
    numbers.update(n for blocks in held for block in blocks for n in goals.mentioned(block.text, vocabulary))
    for listed in goals.lists(reading.plan, vocabulary):
        gone = [goal for goal in listed if not _comes_back(goal, body, numbers, vocabulary)]
        if len(body) > 1 and gone and len(listed) - len(gone) >= _RETURN * len(listed):
            yield from gone


def _references(reading: Reading) -> set[str]:
    """The first parts of the references of actions: "2" of "2.3", "B" of "B4"."""
    found = set()
    for action in reading.plan.actions:
        match = _REFERENCE.match(action.text("reference"))
        if match:
            found.add(match[1] if match[1] and match[2].isdigit() and len(match[1]) == 1 else match[2])
    return found


def _comes_back(goal: Goal, body: Sequence[Goal], numbers: set[str], vocabulary: Vocabulary) -> bool:
    words = content(goal.text, vocabulary)
    if goal.number and goal.number in numbers:
        return True
    return any(contained(words, content(other.text, vocabulary)) >= _ALIKE for other in body)


def _same(goal: Goal, other: Goal, vocabulary: Vocabulary) -> bool:
    if goal.number and goal.number == other.number:
        return True
    return contained(content(goal.text, vocabulary), content(other.text, vocabulary)) >= _ALIKE


def _text(goal: Goal) -> str:
    if goal.section is None:
        return goal.block.text
    return "\n".join(b.text for inner in goal.section.walk() for b in inner.blocks() if b.text.strip())
