"""What stands inside a Markdown block: its text without markup, line by line, and the notes and comments in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from markdown_it.token import Token

from planlint.readers.bullets_typed import Line
from planlint.readers.html_text import is_break, is_item
from planlint.readers.markdown_parse import is_plain, parse_inline
from planlint.readers.traced import Run, Traced, join


@dataclass(slots=True)
class Flow:
    """The lines of a block, the footnotes it refers to (label, or text and tokens), its comments and pictures.

    bold: True if all of its text is.
    """

    lines: list[Line] = field(default_factory=list)
    notes: list[str | tuple[Traced, list[Token]]] = field(default_factory=list)
    comments: list[Traced] = field(default_factory=list)
    pictures: list[Traced] = field(default_factory=list)
    bold: bool = False

    @property
    def text(self) -> Traced:
        """The first line, or nothing."""
        return self.lines[0].text if self.lines else Traced("", [])


def read_inline(content: Traced, env: dict[str, Any]) -> Flow:
    """The Flow of an inline text. `env` is the parser's, which knows the link and footnote definitions."""
    if is_plain(content.text):
        text = content.strip()
        return Flow([Line(text)] if text else [])
    return flow(content, parse_inline(content.text, env), env)


def flow(content: Traced, tokens: list[Token], env: dict[str, Any]) -> Flow:
    """The Flow of inline tokens that stand in this content."""
    reading = _Reading(content, env)
    for token in tokens:
        reading.take(token)
    return reading.finish()


class _Reading:
    def __init__(self, content: Traced, env: dict[str, Any]) -> None:
        self.content, self.env, self.found = content, env, Flow()
        self.parts: list[Traced] = []
        self.item = False
        self.strong, self.plain = 0, False

    def take(self, token: Token) -> None:
        at = token.map[0] if token.map else 0
        kind = token.type
        if kind in ("text", "softbreak"):
            self._add(self.content.slice(at, at + (len(token.content) or kind == "softbreak")))
        elif kind == "text_special":
            self._add(self._special(token, at))
        elif kind == "code_inline":
            self._add(self._code(token, at))
        elif kind == "hardbreak":
            self._break()
        elif kind == "html_inline":
            self._html(token, at)
        elif kind == "footnote_ref":
            self._note(token, at)
        elif kind == "image":
            self.found.pictures.append(self.content.slice(at, at + 2 + len(token.content)))
        elif token.tag == "strong":
            self.strong += token.nesting

    def finish(self) -> Flow:
        self._break()
        self.found.bold = not self.plain
        return self.found

    def _add(self, text: Traced) -> None:
        self.parts.append(text)
        self.plain |= self.strong <= 0 and not text.text.isspace() and bool(text.text)

    def _break(self, item: bool = False) -> None:
        text = join(self.parts).strip()
        if text:
            self.found.lines.append(Line(text, "•") if self.item else Line(text))
        self.parts, self.item = [], item

    def _special(self, token: Token, at: int) -> Traced:
        if token.info == "escape":
            return self.content.slice(at + len(token.markup) - len(token.content), at + len(token.markup))
        there = self.content.slice(at, at + len(token.markup))
        return Traced(token.content, [Run(0, there.start, there.end - there.start)])

    def _code(self, token: Token, at: int) -> Traced:
        start, length = at + len(token.markup), len(token.content)
        if self.content.text[start : start + length].replace("\n", " ") != token.content:
            start += 1  # the one space that separates a backtick inside from the fence
        return self.content.slice(start, start + length)

    def _html(self, token: Token, at: int) -> None:
        tag = token.content
        if tag.startswith("<!--"):
            self.found.comments.append(self.content.slice(at + 4, at + len(tag) - 3))
        elif is_break(tag):
            self._break(item=is_item(tag))

    def _note(self, token: Token, at: int) -> None:
        if "label" in token.meta:
            self.found.notes.append(token.meta["label"])
            return
        known = self.env["footnotes"]["list"][token.meta["id"]]
        content = self.content.slice(at + 2, at + 2 + len(known["content"]))
        self.found.notes.append((content, known["tokens"]))
