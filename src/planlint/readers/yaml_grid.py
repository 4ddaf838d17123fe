"""YAML lists of mappings, and mappings of like mappings, to grids: a column for each key, a row for each mapping."""

from __future__ import annotations

from collections.abc import Sequence

from planlint.readers.draft import Grid, GridCell, GridRow
from planlint.readers.traced import Source, Traced
from planlint.readers.yaml_keys import Keys, has_prose, is_sentence, name, pairs, row_like, sentence, spoken
from planlint.readers.yaml_nodes import Node
from planlint.readers.yaml_scalars import lines

Member = tuple[str, Node, Node | None]


class GridReading:
    """Makes grids of mappings. A member is the JSON Pointer of a mapping, the mapping, and the key it stands under."""

    def __init__(self, source: Source, keys: Keys) -> None:
        self.source, self.text, self.keys = source, source.text, keys

    def is_table(self, node: Node) -> bool:
        """True for a mapping of two and more mappings that are alike: rows whose keys name them."""
        if node.kind != "mapping":
            return False
        found = pairs(node)
        if len(found) < 2 or not all(row_like(v, self.keys, self.text) and not has_prose(v) for _, v in found):
            return False
        rows = [{name(k, self.text) for k, _ in pairs(value)} for _, value in found]
        shared = set.intersection(*rows)
        return bool(shared) and 2 * max(len(shared), min(map(len, rows))) >= len(set.union(*rows))

    def keyed(self, node: Node, pointer: str) -> Grid:
        """The grid of such a mapping, its keys in the first column."""
        members = [(f"{pointer}/{_escaped(key, self.text)}", value, key) for key, value in pairs(node)]
        return self.rows(members)

    def rows(self, members: Sequence[Member]) -> Grid:
        """The grid of these mappings."""
        offset = 1 if members[0][2] else 0
        columns: dict[str, int] = {}
        heads: list[GridCell] = [GridCell(0)] * offset
        for pointer, mapping, _ in members:
            for key, _value in pairs(mapping):
                called = name(key, self.text)
                if called not in columns:
                    columns[called] = len(columns) + offset
                    there = f"{pointer}/{_escaped(key, self.text)}"
                    head = GridCell(columns[called])
                    self._put(head, spoken(key, self.text), "", called, there)
                    heads.append(head)
        rows = [self._row(member, columns) for member in members]
        location = self.source.location(members[0][1].start, members[-1][1].end, members[0][0].rpartition("/")[0])
        header = self.source.location(members[0][1].start, members[0][1].start, members[0][0])
        return Grid([GridRow(heads, header, header=True), *rows], len(columns) + offset, location)

    def _row(self, member: Member, columns: dict[str, int]) -> GridRow:
        pointer, mapping, key = member
        width = len(columns) + (1 if key else 0)
        cells = [GridCell(column) for column in range(width)]
        if key:
            self._put(cells[0], spoken(key, self.text), "", "", pointer)
        for field, value in pairs(mapping):
            called = name(field, self.text)
            self._fill(cells[columns[called]], value, called, f"{pointer}/{_escaped(field, self.text)}")
        start = min(mapping.start, key.start) if key else mapping.start
        return GridRow(cells, self.source.location(start, mapping.end, pointer))

    def _fill(self, cell: GridCell, value: Node, called: str, pointer: str) -> None:
        if value.kind == "scalar":
            self._scalar(cell, value, called, pointer, listed=False)
        elif value.kind == "mapping":
            for key, inner in pairs(value):
                self._pair(cell, key, inner, f"{pointer}/{_escaped(key, self.text)}")
        else:
            inner_rows: list[Member] = []
            for number, item in enumerate(value.items):
                there = f"{pointer}/{number}"
                if item.kind == "scalar":
                    self._scalar(cell, item, called, there, listed=value.style != "[")
                elif is_sentence(item):
                    self._put(cell, sentence(item, self.text), "•", called, there)
                else:
                    inner_rows.append((there, item, None))
            if inner_rows:
                cell.tables.append(self.rows(inner_rows))

    def _pair(self, cell: GridCell, key: Node, value: Node, pointer: str) -> None:
        """A key and value inside a cell, as one text: "Autumn: 61%"."""
        for scalar in value.items if value.kind == "sequence" else [value]:
            pair = Node("mapping", key.start, scalar.end, pairs=[(key, scalar)])
            self._put(cell, sentence(pair, self.text), "•", "", pointer)

    def _scalar(self, cell: GridCell, value: Node, called: str, pointer: str, listed: bool) -> None:
        if value.empty:
            return
        for line in lines(value, self.text):
            self._put(cell, line.text, line.marker or ("•" if listed else ""), called, pointer)

    def _put(self, cell: GridCell, text: Traced, marker: str, called: str, pointer: str) -> None:
        if marker:
            cell.blocks.append(self.source.block(text, "item", pointer, name=called, marker=marker, level=1))
        else:
            cell.blocks.append(self.source.block(text, "cell", pointer, name=called))


def _escaped(key: Node, text: str) -> str:
    called = key.value if key.kind == "scalar" else text[key.start : key.end]
    return called.replace("~", "~0").replace("/", "~1")
