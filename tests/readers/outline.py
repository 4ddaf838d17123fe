"""A Draft in one line an element, for tests that assert the whole of what was read."""

from __future__ import annotations

from collections.abc import Iterator

from planlint.plan import Block
from planlint.readers import draft as read_draft
from planlint.readers.draft import Draft, Grid
from planlint.vocabulary import load


def markdown(text: str) -> Draft:
    return read_draft("plan.md", text.encode(), load())


def yaml(text: str) -> Draft:
    return read_draft("plan.yaml", text.encode(), load())


def outline(elements: list[Block | Grid]) -> list[str]:
    return [line for element in elements for line in _lines(element)]


def _lines(element: Block | Grid) -> Iterator[str]:
    if isinstance(element, Block):
        yield say(element)
        return
    for row in element.rows:
        cells = []
        for cell in row.cells:
            parts = [say(b, short=True) for b in cell.blocks]
            parts += ["(" + "; ".join(_lines(table)) + ")" for table in cell.tables]
            cells.append(
                ("^" if cell.continues else "") + " / ".join(parts) + (f"*{cell.span}" if cell.span > 1 else "")
            )
        yield ("head | " if row.header else "row | ") + " | ".join(cells)


def say(block: Block, short: bool = False) -> str:
    """Kind, level and name, marker, text, and the beginning of what it hangs from: "item1 • text < parent"."""
    words = [] if short else [f"{block.kind}{block.level or ''}{f'({block.name})' if block.name else ''}"]
    words += [block.marker] if block.marker else []
    words += [block.text]
    words += [f"< {block.parent.text[:12]}"] if block.parent else []
    return " ".join(words)


def every(draft: Draft) -> Iterator[Block]:
    """Every block of a Draft, cells of nested tables, meta and asides among them."""
    yield from draft.meta
    for element in draft.elements:
        yield from _blocks(element)
    yield from draft.aside


def _blocks(element: Block | Grid) -> Iterator[Block]:
    if isinstance(element, Block):
        yield element
        return
    for row in element.rows:
        for cell in row.cells:
            yield from cell.blocks
            for table in cell.tables:
                yield from _blocks(table)


def source_at(text: str, block: Block) -> str:
    """What stands in the source at a block's Location."""
    at = block.location
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert at.line and at.end_line and at.column and at.end_column
    wanted = lines[at.line - 1 : at.end_line]
    wanted[-1] = wanted[-1][: at.end_column - 1]
    wanted[0] = wanted[0][at.column - 1 :]
    return "\n".join(wanted)


def runs(text: str, block: Block) -> Iterator[tuple[str, str]]:
    """For each of a block's anchors: the characters that stand there in the block, and those in the source."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    ends = [*(a.offset for a in block.anchors[1:]), len(block.text)]
    for anchor, end in zip(block.anchors, ends, strict=True):
        run = block.text[anchor.offset : end]
        there = lines[anchor.line - 1][anchor.column - 1 :] + "\n"
        yield run, there[: len(run)]
