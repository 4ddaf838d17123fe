"""A YAML scalar's text with the place of every character, and the paragraphs and bullets inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.readers.bullets_typed import BULLET, Line, bullet
from planlint.readers.traced import Run, Traced, join, written
from planlint.readers.yaml_nodes import Node

_FOLD = r"[ \t]*(?:\n[ \t]*)+"
_PIECES = {
    "": re.compile(f"(?P<fold>{_FOLD})"),
    "'": re.compile(f"(?P<fold>{_FOLD})|(?P<same>'')"),
    '"': re.compile(f"(?P<gone>\\\\\n[ \t]*)|(?P<code>\\\\(?:x..|u....|U........|.))|(?P<fold>{_FOLD})", re.S),
}
_CODES = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
          "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"}  # fmt: skip
_HEADER = re.compile(r"[|>](?P<indent>[+-]?\d?[+-]?)[^\n]*(?:\n|$)")
_LINES = re.compile(r"\n")
_PARAGRAPHS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def trace(node: Node, source: str) -> Traced:
    """The scalar's text as YAML means it, each character with its place.

    What is meant comes from the parser; the places are worked out beside it, and where the two should ever differ
    the text is the parser's and its place the scalar's beginning.
    """
    raw = source[node.start : node.end]
    if raw == node.value:
        return written(raw, node.start)
    traced = _block(node, source) if node.style in ("|", ">") else _flow(raw, node)
    if traced.text == node.value:
        return traced
    return Traced(node.value, [Run(0, node.start, len(raw))] if node.value else [])


def lines(node: Node, source: str) -> list[Line]:
    """The paragraphs and bullets of a scalar: a literal block's are parted by empty lines, others' by any line end."""
    text = trace(node, source)
    parts = text.split(_PARAGRAPHS) if node.style == "|" else text.split(_LINES)
    found: list[Line] = []
    for part in parts:
        found.extend(_bullets(part))
    return found


def _bullets(paragraph: Traced) -> Iterator[Line]:
    """A paragraph, cut where a line of it begins with a bullet; the lines below a bullet go on with it."""
    begin = 0
    for match in _LINES.finditer(paragraph.text):
        if BULLET.match(paragraph.text, match.end()):
            yield from _line(paragraph.slice(begin, match.start()))
            begin = match.end()
    yield from _line(paragraph.slice(begin, len(paragraph.text)))


def _line(text: Traced) -> Iterator[Line]:
    text = text.strip()
    if text:
        yield bullet(text)


def _flow(raw: str, node: Node) -> Traced:
    """Plain and quoted scalars: escapes, doubled quotes and folded lines undone."""
    quoted = 1 if node.style in ("'", '"') else 0
    body, at = raw[quoted : len(raw) - quoted], node.start + quoted
    parts, done = [], 0
    for match in _PIECES[node.style].finditer(body):
        parts.append(written(body[done : match.start()], at + done))
        meant = _meant(match)
        place = at + match.start() + (len(match.group()) - 1 if match.group()[-1:] == meant else 0)
        parts.append(Traced(meant, [Run(0, place, at + match.end() - place)] if meant else []))
        done = match.end()
    parts.append(written(body[done:], at + done))
    return join(parts)


def _meant(match: re.Match[str]) -> str:
    text = match.group()
    if match.lastgroup == "fold":
        breaks = text.count("\n")
        return " " if breaks == 1 else "\n" * (breaks - 1)
    if match.lastgroup == "same":
        return "'"
    if match.lastgroup == "gone":
        return ""
    if text[1] in "xuU":
        number = int(text[2:], 16) if re.fullmatch(r"[0-9a-fA-F]+", text[2:]) else 0xFFFD
        return chr(number) if number < 0x110000 else "�"
    return _CODES.get(text[1], text[1])


def _block(node: Node, source: str) -> Traced:
    """Literal and folded block scalars: indentation taken off, folded lines joined."""
    raw = source[node.start : node.end]
    header = _HEADER.match(raw)
    if not header:
        return Traced("", [])
    rows = _rows(raw[header.end() :], node.start + header.end(), header.group("indent"), node.value)
    text = join(_literal(rows) if node.style == "|" else _folded(rows))
    return _chomped(text, node.value)


def _rows(body: str, at: int, indicator: str, value: str) -> list[Traced]:
    """The lines without their indentation: that of the first line with text, as its spaces in the value tell."""
    texts = body.split("\n")
    digits = re.sub(r"\D", "", indicator)
    first = next((t for t in texts if t.strip(" ")), "")
    indent = len(first) - len(first.lstrip(" "))
    if digits:
        meant = next((v for v in value.split("\n") if v.strip(" ")), "")
        indent -= len(meant) - len(meant.lstrip(" "))
    rows = []
    for text in texts:
        rows.append(written(text[indent:], at + min(indent, len(text))))
        at += len(text) + 1
    return rows


def _literal(rows: list[Traced]) -> Iterator[Traced]:
    before = rows[0]
    for row in rows:
        before = row if row.text else before
        yield row
        yield _filler("\n", before)


def _folded(rows: list[Traced]) -> Iterator[Traced]:
    """Lines joined by a space, empty lines between them as line ends; lines indented further stay lines."""
    breaks, before = 0, rows[0].slice(0, 0)
    for row in rows:
        if not row.text:
            breaks += 1
            continue
        apart = row.text[0] in " \t" or before.text[:1] in (" ", "\t")
        if not before.text:
            yield _filler("\n" * breaks, row.slice(0, 0))
        elif apart:
            yield _filler("\n" * (breaks + 1), before)
        else:
            yield _filler("\n" * breaks or " ", before)
        yield row
        breaks, before = 0, row
    yield _filler("\n" * (breaks + 1), before)


def _filler(text: str, row: Traced) -> Traced:
    """A line end or space that stands for the line end behind that line."""
    return Traced(text, [Run(0, row.end, min(1, len(text)))])


def _chomped(text: Traced, value: str) -> Traced:
    """Without more line ends at the end than the value has: the scalar's chomping has been decided by the parser."""
    return text.slice(0, len(value)) if text.text.startswith(value) else text
