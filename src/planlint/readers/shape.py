"""From a format's Draft to the Plan: the same for all formats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from planlint.plan import Location, Plan, Section
from planlint.readers import kind, period
from planlint.readers.actions import Actions
from planlint.readers.columns import Columns, compile_columns
from planlint.readers.draft import Draft, Grid
from planlint.readers.labels import Labels, compile_labels
from planlint.readers.places import namer
from planlint.readers.sections import Node, nest
from planlint.readers.tables import Layout, recognise
from planlint.readers.themes import compile_themes, key
from planlint.vocabulary import Vocabulary

_OPENING = 12  # blocks in which a plan says what time it is for
_FRONT, _LONG = 4, 150  # the first of them, if they are no whole paragraphs, belong to the title page


def shape(draft: Draft, vocabulary: Vocabulary) -> Plan:
    """The Plan in a Draft: sections, tables with roles, actions, themes, names of places, title, kind."""
    columns, themes = compile_columns(vocabulary), compile_themes(vocabulary)
    given = _given(draft, vocabulary)
    nodes = nest(draft.elements, given, vocabulary, themes)
    _understand(nodes, columns, loose=draft.format != "yaml")
    labels = compile_labels(vocabulary, themes)
    for node in nodes:
        node.place = labels.place(node)
        labels.fill(node)
    finder = Actions(columns, themes)
    finder.hold(nodes)
    finder.overview(nodes)
    finder.find(nodes)
    return _assemble(draft, nodes, labels, given, vocabulary)


def _given(draft: Draft, vocabulary: Vocabulary) -> str:
    """The title that front matter, document properties or top-level keys give, "" if they give none."""
    names = {key(b.name): " ".join(b.text.split()) for b in reversed(draft.meta) if b.text.strip()}
    listed = (names.get(key(str(n)), "") for n in vocabulary.part("kinds").get("title_keys", ()))
    return next((text for text in listed if text), "")


def _assemble(draft: Draft, nodes: Sequence[Node], labels: Labels, given: str, vocabulary: Vocabulary) -> Plan:
    meta = tuple(labels.write(b, f"{labels.words['meta']}, {b.name}", ()) for b in draft.meta)
    aside = labels.write_aside(draft.aside)
    title = _title(draft, nodes, given)
    plan = Plan(draft.path, draft.format, title, meta=meta, sections=_sections(nodes), aside=aside)
    blocks = tuple(plan.blocks())
    opening = blocks[:_OPENING]
    name = namer(blocks) if draft.changes or draft.unread else _same
    rows = sum(bool(a.offers & {"lead", "deadline"}) for a in plan.actions)
    front = " ".join([title, *(b.text for b in opening[:_FRONT] if len(b.text) < _LONG)])
    return replace(
        plan,
        changes=tuple(replace(c, location=name(c.location)) for c in draft.changes),
        unread=tuple(replace(u, location=name(u.location)) for u in draft.unread),
        kind=kind.kind(title, meta, draft.path, front, rows, plan.words, vocabulary),
        scope=kind.scope(front, (b.text for b in blocks), vocabulary),
        period=period.find(title, meta, aside, opening, PurePath(draft.path).name, vocabulary),
    )


def _same(place: Location) -> Location:
    return place


def _understand(nodes: Sequence[Node], columns: Columns, loose: bool) -> None:
    """Turns the grids of all sections into tables; a table may go on where the one before it ended."""
    before: Layout | None = None
    for node in nodes:
        adjacent = False
        for item in node.items:
            if isinstance(item, Grid):
                found = recognise(item, columns, before, adjacent, loose)
                tables = [p for p in found if isinstance(p, Layout)]
                before, adjacent = (tables[-1], True) if tables else (before, adjacent and not found)
                node.parts += found
            else:
                adjacent = adjacent and not item.text.strip()
                node.parts.append(item)


def _sections(nodes: Sequence[Node]) -> tuple[Section, ...]:
    """The frozen sections, made from the last to the first so that every subsection is there before its section."""
    made: dict[int, Section] = {}
    for node in reversed(nodes):
        made[id(node)] = Section(
            node.heading, node.heading.level if node.heading else 0, tuple(node.content),
            tuple(made[id(child)] for child in node.children), tuple(node.actions), node.theme,
            node.heading.location if node.heading else None,
        )  # fmt: skip
    return tuple(made[id(node)] for node in nodes if node.parent is None)


def _title(draft: Draft, nodes: Sequence[Node], given: str) -> str:
    """Front matter's title, else the title and subtitles at the front, else the first heading, else the file's name."""
    fronts = [n.name for n in nodes if n.front]
    first = next((n.name for n in nodes if n.heading), "")
    return given or ": ".join(fronts) or first or PurePath(draft.path).stem
