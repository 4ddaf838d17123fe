"""How a plan was read, as text: for a person who wonders why planlint says what it says."""

from __future__ import annotations

from collections.abc import Iterable

from planlint.plan import Action, Block, Location, Plan, Section
from planlint.reporters.describe import count, describe_plan, role_words
from planlint.reporters.page import Page, quoted
from planlint.reporters.places import place
from planlint.reporters.plain import legible, one_line, shorten

PASSAGE = 200


def render(plan: Plan, columns: int = 80, ascii: bool = False, colour: bool = False) -> str:
    """Title, period, sections, actions with their fields, what could not be read, tracked changes."""
    page = Page(columns, ascii)
    page.add((one_line(plan.title) or "(no title found)", "bold"))
    page.add(f"{one_line(plan.path)}: {describe_plan(plan)}", hang=2)
    if plan.period and plan.period.source:
        source = plan.period.source
        page.add(f"The dates were found in {_passage(source.text)}{_at(source.location)}", hang=2)
    for block in plan.meta:
        page.add((f"{one_line(block.name)}: ", "dim"), shorten(one_line(block.text), PASSAGE), indent=2, hang=2)
    _add_sections(page, plan)
    _add_actions(page, plan)
    _add_rest(page, plan)
    return page.text(colour)


def plain_text(blocks: Iterable[Block]) -> str:
    """The blocks' text with their markers and names, a line or more each."""
    return "".join(f"{_printed(block)}\n" for block in blocks)


def _printed(block: Block) -> str:
    text = legible(f"{block.marker} {block.text}" if block.marker else block.text)
    return f"{legible(block.name)}: {text}" if block.name else text


def _add_sections(page: Page, plan: Plan) -> None:
    page.blank()
    page.add(("Sections", "bold"))
    for section in plan.walk():
        heading = one_line(section.heading.text) if section.heading else "(before the first heading)"
        theme = f" [{role_words(section.theme)}]" if section.theme else ""
        page.add(heading, (f"{theme}{_held(section)}", "dim"), indent=2 * max(1, section.level), hang=2)


def _held(section: Section) -> str:
    words = sum(len(b.text.split()) for b in section.blocks())
    actions = f", {count(len(section.actions), 'action')}" if section.actions else ""
    return f" ({words} words{actions})"


def _add_actions(page: Page, plan: Plan) -> None:
    page.blank()
    page.add((f"Actions: {len(plan.actions)}" if plan.actions else "No actions were found", "bold"))
    for action in plan.actions:
        page.add(place(action.location) or "(no name)", indent=2, hang=2)
        for role, blocks in action.fields.items():
            _add_field(page, role, blocks, "")
        for role in action.inherited:
            if not any(block.text.strip() for block in action.fields.get(role, ())):
                _add_field(page, role, action.inherited[role], " (from above)")
        empty = _empty(action)
        if empty:
            page.add(("nothing under: ", "dim"), empty, indent=6, hang=2)


def _add_field(page: Page, role: str, blocks: Iterable[Block], note: str) -> None:
    text = one_line(" / ".join(one_line(b.text) for b in blocks if b.text.strip()))
    if text:
        page.add((f"{role_words(role)}{note}: ", "cyan"), shorten(text, PASSAGE), indent=6, hang=2)


def _empty(action: Action) -> str:
    return ", ".join(role_words(role) for role in sorted(action.offers) if not action.blocks(role))


def _add_rest(page: Page, plan: Plan) -> None:
    page.blank()
    page.add(("Not read" if plan.unread else "Everything on the page was read", "bold"))
    for unread in plan.unread:
        page.add(f"{one_line(unread.what)}{_at(unread.location)}", indent=2, hang=2)
    if plan.changes:
        page.blank()
        page.add(("Tracked changes not yet accepted or rejected", "bold"))
    for change in plan.changes:
        page.add(f"{change.what}: {_passage(change.text)}{_at(change.location)}", indent=2, hang=2)


def _at(location: Location) -> str:
    where = place(location)
    return f", {where}" if where else ""


def _passage(text: str) -> str:
    return quoted(shorten(one_line(text), PASSAGE))
