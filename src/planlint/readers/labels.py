"""What a person calls a place in a plan: "Priority 2, row 4, Lead", in the words of `labels.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from planlint.plan import Block, Cell, Column, Location, Row, Table
from planlint.readers.columns import Candidates
from planlint.readers.headers import REFERENCE, bare
from planlint.readers.sections import Node
from planlint.readers.tables import Layout, Line
from planlint.readers.themes import Themes, key
from planlint.vocabulary import Vocabulary

_LONGEST = 40
_LEADING = re.compile(r"(?:[A-Z]{1,3}\.?\d{1,2}(?:\.\d{1,2})*|\d{1,2}(?:\.\d{1,2})+)[a-z]?[.:)]?\Z")


def short(text: str, longest: int = _LONGEST) -> str:
    """Text as one line, cut at a word."""
    line = " ".join(text.split()).rstrip(" :.")
    if len(line) > longest:
        line = re.sub(r"\s*\([^()]*\)", "", line).strip() or line
    if len(line) <= longest:
        return line
    cut = line[:longest].rsplit(" ", 1)[0].rstrip(" ,:;–-")
    return f"{cut}…"


@dataclass(slots=True)
class Labels:
    """Names places and writes them into Locations; keeps what each block became, so that parents stay parents."""

    words: Mapping[str, str]
    roles: Mapping[str, str]
    generic: frozenset[str]
    themes: Themes
    made: dict[int, Block] = field(default_factory=dict)

    def place(self, node: Node) -> str:
        """The name of a section's place; its parent's must have been named."""
        above = node.parent if node.parent and not node.parent.front else None
        node.base = above.base if above else ""
        if not node.heading or node.front:
            return self.words["contents"] if node.listing else above.place if above else self.words["start"]
        number = self.themes.number(node.name)
        part = node.goal or self.themes.part(node.name)
        if number and not part and not (above and not number[0].isdigit()):
            part = self.words["section"].format(number=number)
        if part:
            node.base = part
            return part
        if above and key(node.name) in self.generic:
            return above.place
        under = self.words["under"].format(heading=short(node.name))
        return f"{node.base}, {under}" if node.base else under

    def write(self, block: Block, label: str, trail: tuple[str, ...], parent: Block | None = None) -> Block:
        """The block with its place named."""
        kept = self.made.get(id(block.parent), block.parent) if block.parent else parent
        at = block.location
        place = Location(at.path, label, trail, at.part, at.line, at.column, at.end_line, at.end_column, at.page)
        made = Block(
            block.text, place, block.kind, block.level, block.name, block.marker, kept, block.colour, block.anchors
        )  # `replace` takes four times as long, and this is done for every block
        self.made[id(block)] = made
        return made

    def write_aside(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """What stands aside, when all else is named: a comment in Word by the place that it hangs on."""
        places: dict[str, str] = {}
        for block in self.made.values() if blocks else ():
            part, label = block.location.part or "", block.location.label
            places.setdefault(part, label)
            if row := _row(part):
                places.setdefault(row, label.rpartition(", ")[0])
        written = []
        for block in blocks:
            label, part = self.words.get(block.kind, block.kind), block.location.part or ""
            of_word = block.kind == "comment" and part and block.location.line is None
            place = (places.get(part) or places.get(_row(part))) if of_word else ""
            written.append(self.write(block, f"{place}, {label}" if place else label, ()))
        return tuple(written)

    def fill(self, node: Node) -> None:
        """Names every block and table of a section, and sets its content."""
        trail = (*node.trail, node.name) if node.heading and not node.front else node.trail
        if node.heading:
            node.heading = self.write(node.heading, self._heading(node), node.trail)
        count = _Count()
        tables = sum(isinstance(p, Layout) for p in node.parts)
        for part in node.parts:
            if isinstance(part, Layout):
                count.table += 1
                table = self._table(part, node, trail, count.table if tables > 1 else 0)
                node.content.append(table)
                node.tables.append((part, table))
                count.items.clear()
            else:
                label = f"{node.place}, {self._kind(part, count)}"
                node.content.append(count.see(self.write(part, label, trail, count.parent(part))))

    def _heading(self, node: Node) -> str:
        return f"{node.place}, {self.words['heading']}" if not node.front else self.words["heading"]

    def _kind(self, block: Block, count: _Count) -> str:
        if block.name:
            return block.name[:1].upper() + block.name[1:]
        if block.kind == "item":
            count.item += 1
            if bare(block.marker) or REFERENCE.match(block.marker.strip()):
                return self.words["point"].format(marker=block.marker.strip().rstrip(".)"))
            return self.words["item"].format(number=count.item)
        if block.kind in ("note", "comment", "header", "footer", "code"):
            return self.words[block.kind]
        count.item = 0
        count.paragraph += 1
        return self.words["paragraph"].format(number=count.paragraph)

    def _table(self, layout: Layout, node: Node, trail: tuple[str, ...], number: int) -> Table:
        place = node.place
        title = layout.title.text if layout.title else ""
        goal = self.themes.goal(title)
        if goal:
            place = goal
        elif title:
            place = f"{place}, {self.words['under'].format(heading=short(title))}"
        elif number > 1 and not layout.has("reference") and not layout.offset:
            place = f"{place}, {self.words['table'].format(number=number)}"
        names = [self.column(layout, i) for i in range(len(layout.starts))]
        heads = f"{place}, {self.words['column_heading']}"
        columns = tuple(
            Column(heading, _foremost(roles), tuple(self.write(b, heads, trail) for b in blocks))
            for heading, roles, blocks in zip(layout.headings, layout.roles, layout.blocks, strict=True)
        )
        rows = tuple(self._row(line, layout, place, names, trail) for line in layout.lines)
        return Table(columns, rows, replace(layout.location, label=place, trail=trail))

    def column(self, layout: Layout, index: int) -> str:
        """What a person calls a column: its heading, else its role, else its number."""
        heading = layout.headings[index].strip()
        if heading:
            return short(heading)
        role: Candidates = layout.roles[index]
        return self.roles.get(role[0], role[0]) if role else self.words["column"].format(number=index + 1)

    def _row(self, line: Line, layout: Layout, place: str, names: list[str], trail: tuple[str, ...]) -> Row:
        label, spoken = self._row_label(line, layout)
        base = f"{place}, {spoken}"
        if line.heading:
            cells = tuple(self._cell(c, base, trail) for c in line.cells)
        elif layout.kind == "record":
            first = short(" ".join(line.cells[0].text.split()))
            base = f"{place}, {first}" if first else base
            cells = tuple(self._cell(c, base, trail) for c in line.cells)
        else:
            cells = tuple(self._cell(c, f"{base}, {name}", trail) for c, name in zip(line.cells, names, strict=True))
        return Row(cells, replace(line.location, label=base, trail=trail), label, line.heading)

    def _row_label(self, line: Line, layout: Layout) -> tuple[str, str]:
        number = self.words["row"].format(number=line.number)
        if line.heading:
            text = next((c.text for c in line.cells if c.text.strip()), "")
            return short(text), self.words["subheading"].format(heading=short(text))
        at = layout.column("reference")
        text = " ".join(line.cells[at].text.split()) if at >= 0 else ""
        acts = layout.column("action")
        if not text and acts >= 0:
            lead = (line.cells[acts].text.split() or [""])[0]
            text = lead if _LEADING.match(lead) else ""
        reference = text.rstrip(".):") if text and len(text) <= 12 else ""
        return (reference, self.words["row"].format(number=reference)) if reference else (number, number)

    def _cell(self, cell: Cell, label: str, trail: tuple[str, ...]) -> Cell:
        if not cell.blocks:
            return cell
        if cell.carried:
            return replace(cell, blocks=tuple(self.made.get(id(b), b) for b in cell.blocks))
        count = _Count()
        return replace(cell, blocks=tuple(count.see(self.write(b, label, trail, count.parent(b))) for b in cell.blocks))


def _foremost(roles: Candidates) -> str | None:
    """The one role a column of two is known by: of a start and an end, the end."""
    return (roles[-1] if roles[0] == "start" else roles[0]) if roles else None


@dataclass(slots=True)
class _Count:
    """What has been met so far: numbers of paragraphs, bullets and tables, and the bullets still open."""

    paragraph: int = 0
    item: int = 0
    table: int = 0
    items: list[Block] = field(default_factory=list)

    def parent(self, block: Block) -> Block | None:
        """What an item hangs from: the last one of a lower level, else the paragraph that led in with a colon."""
        if not _listed(block):
            return None
        return next((i for i in reversed(self.items) if not _listed(i) or i.level < block.level), None)

    def see(self, block: Block) -> Block:
        """Notes a block that has been written."""
        if _listed(block):
            self.items = [i for i in self.items if not _listed(i) or i.level < block.level]
            self.items.append(block)
        else:
            self.items = [block] if block.text.rstrip().endswith(":") else []
        return block


def _listed(block: Block) -> bool:
    return block.kind == "item" or bool(block.marker)


def compile_labels(vocabulary: Vocabulary, themes: Themes) -> Labels:
    """The words for places, ready to be used on one plan."""
    part = vocabulary.part("labels")
    generic = frozenset(key(str(n)) for n in part.get("generic", ()))
    return Labels(part.get("words", {}), part.get("roles", {}), generic, themes)


def _row(part: str) -> str:
    """The address of the row in Word that this one is in; "" if it is in none."""
    return part.rpartition("/tc[")[0]
