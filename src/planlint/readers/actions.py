"""Tables, lists and records to actions: their fields, what they inherit, and what they have a place for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from planlint.plan import Action, Block, Cell, Location, Row, Table, table_blocks
from planlint.readers import bullets
from planlint.readers.bullets import Field, cut, gather
from planlint.readers.columns import Candidates, Columns
from planlint.readers.sections import Node
from planlint.readers.tables import Layout
from planlint.readers.themes import Themes, key

_HEADED = ("lead", "deadline", "start")
Held = dict[str, tuple[Block, ...]]
_SPLIT = re.compile(r"\s+/\s+|\s*[;\n]\s*|\s+[–—-]\s+|,\s+(?=\S)|\s+(?=by\s)")


@dataclass(slots=True)
class Actions:
    """Finds the actions of sections."""

    columns: Columns
    themes: Themes

    def hold(self, nodes: Sequence[Node]) -> None:
        """Sets what each section holds for its actions: labelled lines, values, parts such as "Success criteria"."""
        for node in nodes:
            if node.heading is None or node.front:
                continue
            own = [b for b in node.content if isinstance(b, Block) and b.kind in ("paragraph", "value", "item")]
            for block in own:
                if block.kind != "item" or not node.own:
                    _, named = bullets.fields(block, self.columns, within=block.kind != "item")
                    self._add(node.holds, self._kept(named))
                self._add(node.holds, self._kept(self._led_in(block)))
            self._add(node.holds, self._said(node.heading))
            for layout, table in node.tables:
                self._hold_table(node, layout, table)
            if node.goal:
                node.holds["priority"] = (node.heading, *node.holds.get("priority", ()))
            role = self._headed(node)
            if role and node.parent and not node.parent.front and node.parent.heading:
                found = [
                    b for item in node.content for b in ([item] if isinstance(item, Block) else table_blocks(item))
                ]
                self._add(node.parent.holds, [(role, b) for b in found if not b.name or key(b.name) == key(node.name)])

    def overview(self, nodes: Sequence[Node]) -> None:
        """What a table of the plan's goals says of each (its lead, its committee) holds in the section of that goal."""
        goals: dict[str, list[Node]] = {}
        for node in nodes:
            if node.goal:
                goals.setdefault(node.goal.split()[-1], []).append(node)
        for node in nodes:
            for layout, table in node.tables:
                if layout.kind == "other" and layout.has("priority") and not layout.has("action"):
                    for row in table.rows:
                        self._overview(row, layout, goals)

    def _overview(self, row: Row, layout: Layout, goals: Mapping[str, list[Node]]) -> None:
        texts = [
            " ".join(row.cells[layout.column(role)].text.split())
            for role in ("reference", "priority")
            if layout.has(role)
        ]
        found = [n for t in texts for n in (t, self.themes.number(t), self.themes.goal(t)) if n]
        meant = next((goals[n.split()[-1]] for n in found if n.split()[-1] in goals), [])
        for cell, roles in zip(row.cells, layout.roles, strict=True):
            named = [(role, b) for role, b in self._kept(self._split(cell, roles)) if role != "priority"]
            for role, blocks in gather(named).items():
                if len(meant) == 1:
                    meant[0].holds.setdefault(role, blocks)

    def _kept(self, named: Sequence[Field]) -> list[Field]:
        held = self.columns.parts.get("held", [])
        return [(role, b) for role, b in named if role in held and b.text.strip()]

    def _said(self, heading: Block) -> list[Field]:
        """Who leads and by when, where a heading says so behind its name: "Priority 1: Reading (lead: AB)"."""
        rest, named = bullets.fields(heading, self.columns)
        behind = rest is not None or (named and named[0][0] not in _HEADED)
        return [(role, b) for role, b in self._kept(named) if behind and role in _HEADED]

    def _add(self, holds: Held, named: Sequence[Field]) -> None:
        for role, block in named:
            holds[role] = (*holds.get(role, ()), block)

    def _headed(self, node: Node) -> str | None:
        """The role a whole subsection plays for the section above it."""
        if self.columns.point(node.name):
            return "success_criteria"
        if node.goal or node.theme == "actions" or self.themes.number(node.name):
            return None
        roles = bullets.label_roles(node.name, self.columns)
        return roles[0] if roles and roles[0] in self.columns.parts.get("held", []) and roles[0] != "priority" else None

    def _led_in(self, block: Block) -> list[Field]:
        """A bullet under a line that is nothing but a label: "Success criteria:" and a list below it."""
        lead_in = block.parent
        if block.kind != "item" or lead_in is None or lead_in.kind != "paragraph":
            return []
        text = lead_in.text.strip()
        roles = bullets.label_roles(text.rstrip(": "), self.columns) if text.endswith(":") else []
        return [(roles[0], block)] if roles else []

    def _hold_table(self, node: Node, layout: Layout, table: Table) -> None:
        """A table under a title such as "Milestones", beside the table of actions, holds for all of them."""
        if layout.kind == "record":
            self._add(node.holds, self._kept(self._values(table, 1)))
        roles = bullets.label_roles(layout.title.text, self.columns) if layout.title else []
        if layout.kind != "actions" and roles and roles[0] in self.columns.parts.get("held", []):
            self._add(
                node.holds,
                [(roles[0], c) for row in table.rows for cell in row.cells for c in cell.blocks if not cell.carried],
            )

    def find(self, nodes: Sequence[Node]) -> None:
        """Sets the actions of each section, in reading order."""
        for node in nodes:
            held = self._inherited(node)
            found = [a for layout, table in node.tables for a in self._table(node, layout, table, held)]
            found += self._listed(node, held)
            found += self._record(node, held)
            order = {id(item): i for i, item in enumerate(node.content)}
            node.actions = sorted(found, key=lambda a: order.get(id(a.table), -1)) if not _bulleted(found) else found

    def _inherited(self, node: Node) -> Held:
        """What the sections above and this one hold; the nearer goes first."""
        held: Held = {}
        at: Node | None = node
        while at is not None:
            for role, blocks in at.holds.items():
                held.setdefault(role, blocks)
            at = at.parent
        return held

    def _table(self, node: Node, layout: Layout, table: Table, held: Held) -> list[Action]:
        if self._vetoed(node, layout):
            return []
        if layout.kind == "record":
            return self._columns(layout, table, held)
        if layout.kind != "actions":
            return []
        offers = frozenset(r for roles in layout.roles for r in roles if r != "reference")
        found: list[Action] = []
        local = dict(held)
        if layout.title and layout.title.text.strip():
            local["priority"] = self._title(node, layout)
        for row in table.rows:
            if row.heading:
                local["priority"] = tuple(b for c in row.cells for b in c.blocks)
                continue
            action = self._row(row, layout, table, local, offers)
            if action:
                found.append(action)
        return found

    def _title(self, node: Node, layout: Layout) -> tuple[Block, ...]:
        title = layout.title
        return next(((b,) for b in node.content if isinstance(b, Block) and title and b.text == title.text), ())

    def _vetoed(self, node: Node, layout: Layout) -> bool:
        parts, theme = self.columns.parts, node.theme
        present = {r for roles in layout.roles for r in roles}
        if theme in parts.get("inactive", ()):
            return theme in ("review", "glossary", "contents") or not {"lead", "deadline"} <= present
        return (
            theme in parts.get("doubtful", ())
            and not set(parts.get("needed", ())) <= present
            and layout.kind != "record"
        )

    def _row(self, row: Row, layout: Layout, table: Table, held: Held, offers: frozenset[str]) -> Action | None:
        named: list[Field] = []
        carried: list[Field] = []
        for cell, roles in zip(row.cells, layout.roles, strict=True):
            parts = self._split(cell, roles)
            (carried if cell.carried else named).extend(parts)
        for role, block in named:
            if role == "priority" and block.text.strip():
                held["priority"] = tuple(b for r, b in named if r == "priority")
        own = gather(named)
        if not self._says(own, carried):
            return None
        inherited = {
            **{r: b for r, b in held.items() if r != "action"},
            **{r: b for r, b in gather(carried).items() if r != "reference"},
        }
        return Action(own, row.location, "row", inherited, offers, table, row)

    def _says(self, own: Mapping[str, tuple[Block, ...]], carried: Sequence[Field]) -> bool:
        """Whether a row commits anybody to anything: it is neither empty nor a sum of the rows above."""
        filled = {role for role, blocks in own.items() if any(b.text.strip() for b in blocks)}
        text = " ".join(b.text for b in own.get("action", own.get("priority", ()))).strip(" *:.").lower()
        if text in self.columns.parts.get("totals", ()):
            return False
        says = filled - {"reference", "status", "priority"}
        return bool(says) or ("priority" in filled and "action" not in own and not carried)

    def _split(self, cell: Cell, roles: Candidates) -> list[Field]:
        """A cell's blocks under its column's roles; two roles share them out."""
        if len(roles) < 2:
            return [(role, b) for role in roles for b in cell.blocks]
        if len(cell.blocks) == len(roles):
            return list(zip(roles, cell.blocks, strict=True))
        if len(cell.blocks) == 1 and len(roles) == 2:
            block = cell.blocks[0]
            parts = [m for m in _SPLIT.finditer(block.text) if m.start() and m.end() < len(block.text)]
            if parts:
                return [
                    (roles[0], cut(block, 0, parts[0].start())),
                    (roles[1], cut(block, parts[0].end(), len(block.text))),
                ]
            return [(roles[1] if self.columns.dated(block.text) and "deadline" in roles else roles[0], block)]
        return [(role, b) for role in roles for b in cell.blocks]

    def _columns(self, layout: Layout, table: Table, held: Held) -> list[Action]:
        """The actions of a table whose fields run along its rows: one a column."""
        labels = [
            bullets.label_roles(" ".join(row.cells[0].text.split()), self.columns, record=True) for row in table.rows
        ]
        offers = frozenset(r for roles in labels for r in roles[:1])
        if "action" not in offers and not {"priority", "lead", "deadline"} <= offers:
            return []
        found = []
        for index in range(1, len(layout.starts)):
            own = gather(self._values(table, index))
            if any(b.text.strip() for role in ("action", "lead") for b in own.get(role, ())) and self._says(own, ()):
                place = next(
                    (row.cells[index].blocks[0].location for row in table.rows if row.cells[index].blocks),
                    table.location,
                )
                found.append(
                    Action(
                        own,
                        replace(place, label=table.location.label),
                        "row",
                        dict(held),
                        offers - {"reference"},
                        table,
                    )
                )
        return found

    def _values(self, table: Table, index: int) -> list[Field]:
        """The fields of one column of a table whose first column names them."""
        found: list[Field] = []
        for row in table.rows:
            roles = bullets.label_roles(" ".join(row.cells[0].text.split()), self.columns, record=True)
            cell = row.cells[index]
            found += [(roles[0], b) for b in cell.blocks if roles and not cell.carried]
        return found

    def _listed(self, node: Node, held: Held) -> list[Action]:
        """The bullets that are actions: under a heading or line that says so, or with a lead or deadline of theirs."""
        blocks = [b if isinstance(b, Block) else None for b in node.content]
        groups = bullets.groups([b if b else _BREAK for b in blocks])
        inactive = node.theme in self.columns.parts.get("inactive", ())
        barred = inactive or node.theme in self.columns.parts.get("doubtful", ())
        active = node.theme == "actions"
        found: list[Action] = []
        for group in groups:
            made = bullets.action(group, self.columns)
            committed = {"lead", "deadline"} & set(made.fields)
            above = group[0].parent
            led = above is not None and above.kind != "item" and self.themes.leads_in(above.text)
            task = group[0].marker.strip().startswith("[")
            enough = not inactive and len(committed) > barred
            question = made.text("action").rstrip().endswith("?")
            if "action" in made.fields and (enough or (not barred and not question and (active or led or task))):
                found.append(made)
        offers = frozenset(r for a in found for r in a.fields)
        return [replace(a, inherited=dict(held), offers=offers) for a in found]

    def _record(self, node: Node, held: Held) -> list[Action]:
        """A section of named values, one of them an action, is one action."""
        named = [
            (r, b)
            for b in node.content
            if isinstance(b, Block) and b.name
            for r in bullets.label_roles(b.name, self.columns, record=True)[:1]
        ]
        own = gather(named)
        roles = set(own) - {"reference"}
        if "action" not in own or not roles & {"lead", "deadline", "success_criteria"} or node.heading is None:
            return []
        rest = {r: b for r, b in held.items() if r not in own}
        return [Action(own, node.heading.location, "mapping", rest, frozenset(roles))]


def _bulleted(found: Sequence[Action]) -> bool:
    return any(a.table is None for a in found)


_BREAK = Block("", Location(""))
